/* Collecting diagnostics and putting them into words. */
#include "voice/diag.h"

#include "base/utf8.h"
#include "format/json_text.h"

enum { VALUE_MAX = 80, OTHER_MAX = 240 };

struct diag *aet_diag_add(struct diags *d, const struct rule *rule, struct span path)
{
    d->errors += rule->gravity == ERREUR;
    d->warnings += rule->gravity == AVERTISSEMENT;
    if (rule->gravity < d->least)
        return NULL;
    d->items = aet_grow(d->items, &d->cap, d->n, sizeof *d->items);

    struct diag *x = &d->items[d->n++];

    *x = (struct diag){ .rule = rule, .path = aet_arena_copy(d->arena, path) };
    return x;
}

void aet_diag_arg(struct diags *d, struct diag *x, const char *name, struct span value)
{
    if (x && x->n < DIAG_ARGS)
        x->args[x->n++] = (struct diag_arg){ name, aet_arena_copy(d->arena, value) };
}

void aet_diag_word(struct diag *x, const char *name, struct text text)
{
    if (x && x->words_n < DIAG_WORDS)
        x->words[x->words_n++] = (struct diag_word){ name, text };
}

void aet_diag_arg_uint(struct diags *d, struct diag *x, const char *name, uint64_t value)
{
    struct buf b = { 0 };

    aet_buf_uint(&b, value);
    aet_diag_arg(d, x, name, aet_buf_view(&b));
    aet_buf_free(&b);
}

void aet_diag_value(struct diags *d, const struct rule *rule, struct span path, struct span value)
{
    aet_diag_arg(d, aet_diag_add(d, rule, path), "valeur", value);
}

void aet_diags_clear(struct diags *d)
{
    d->n = 0;
    d->errors = d->warnings = 0;
}

void aet_diags_free(struct diags *d)
{
    aet_free(d->items);
    d->items = NULL;
    d->n = d->cap = 0;
}

const struct span *aet_diag_find(const struct diag *x, const char *name)
{
    for (size_t i = 0; i < x->n; i++)
        if (strcmp(x->args[i].name, name) == 0)
            return &x->args[i].value;
    return NULL;
}

/* A value as it may stand in one line of a message. */
static void put_value(struct buf *out, struct span v, size_t width)
{
    struct span shown = aet_utf8_fit(v, width);

    for (size_t i = 0; i < shown.n; i++) {
        unsigned char c = (unsigned char)shown.p[i];

        aet_buf_char(out, c < 0x20 || c == 0x7F ? ' ' : (char)c);
    }
    if (shown.n < v.n)
        aet_buf_str(out, "…");
}

/* `noms` are names of ours: one that is cut off would be looked for in vain. */
static size_t longest(const char *name)
{
    if (strcmp(name, "noms") == 0)
        return SIZE_MAX;
    return strcmp(name, "valeur") == 0 ? VALUE_MAX : OTHER_MAX;
}

void aet_message(struct buf *out, const char *message, const struct diag_arg *args, size_t n)
{
    const char *open;

    while ((open = strchr(message, '{'))) {
        const char *close = strchr(open, '}');
        struct span name;

        if (!close)
            break;
        name = aet_span(open + 1, (size_t)(close - open) - 1);
        aet_buf_add(out, message, (size_t)(open - message));
        for (size_t i = 0; i < n; i++)
            if (aet_span_eq(name, aet_span_z(args[i].name)))
                put_value(out, args[i].value, longest(args[i].name));
        message = close + 1;
    }
    aet_buf_str(out, message);
}

/* The message of the rule, the words among its values in `lang`. */
static void put_message(struct buf *out, const struct diag *x, enum lang lang)
{
    struct diag_arg all[DIAG_ARGS + DIAG_WORDS];
    size_t n = x->n;

    memcpy(all, x->args, sizeof x->args);
    for (size_t i = 0; i < x->words_n; i++)
        all[n++] = (struct diag_arg){ x->words[i].name,
                                      aet_span_z(aet_text(x->words[i].text, lang)) };
    aet_message(out, aet_text(x->rule->message, lang), all, n);
}

void aet_diag_message(struct buf *out, const struct diag *x, enum lang lang)
{
    static const struct text did_you_mean = { " (voulait-on dire « {suggestion} » ?)",
                                              " (did you mean “{suggestion}”?)" };
    static const struct text separate = {
        " (plusieurs termes : les séparer par « | » : {suggestion})",
        " (several terms: separate them by “|”: {suggestion})"
    };
    static const struct text only_one = { " (plusieurs termes, et ce champ n’en prend qu’un)",
                                          " (several terms, and this field takes one only)" };

    const struct span *suggestion = aet_diag_find(x, "suggestion");

    put_message(out, x, lang);
    if (aet_diag_find(x, "un_seul"))
        aet_message(out, aet_text(only_one, lang), x->args, x->n);
    else if (suggestion && memchr(suggestion->p, '|', suggestion->n))
        aet_message(out, aet_text(separate, lang), x->args, x->n);
    else if (suggestion)
        aet_message(out, aet_text(did_you_mean, lang), x->args, x->n);
}

void aet_diag_text(struct buf *out, const struct diag *x, const struct diag_place *where,
                   enum lang lang, bool colour)
{
    static const char *const paint[] = { "\x1b[36m", "\x1b[33m", "\x1b[31m" };

    aet_buf_str(out, where->file);
    if (where->line) {
        aet_buf_char(out, ':');
        aet_buf_uint(out, where->line);
        aet_buf_char(out, ':');
        aet_buf_uint(out, where->column);
    }
    aet_buf_str(out, ": ");
    if (colour)
        aet_buf_str(out, paint[x->rule->gravity]);
    aet_buf_str(out, aet_gravity_name(x->rule->gravity, lang));
    if (colour)
        aet_buf_str(out, "\x1b[0m");
    aet_buf_str(out, ": ");
    aet_diag_message(out, x, lang);
    aet_buf_str(out, " [");
    aet_buf_str(out, x->rule->code);
    aet_buf_str(out, "]\n");
}

static void key(struct buf *out, const char *name)
{
    aet_buf_char(out, out->p[out->n - 1] == '{' ? '"' : ',');
    if (out->p[out->n - 1] == ',')
        aet_buf_char(out, '"');
    aet_buf_str(out, name);
    aet_buf_str(out, "\":");
}

static void put_uint(struct buf *out, const char *name, uint64_t v)
{
    key(out, name);
    if (v)
        aet_buf_uint(out, v);
    else
        aet_buf_str(out, "null");
}

static void put_string(struct buf *out, const char *name, const struct span *v)
{
    key(out, name);
    if (v)
        aet_json_string(out, *v);
    else
        aet_buf_str(out, "null");
}

void aet_diag_json(struct buf *out, const struct diag *x, const struct diag_place *where,
                   enum lang lang)
{
    struct span file = aet_span_z(where->file);
    struct span code = aet_span_z(x->rule->code);
    struct span gravity = aet_span_z(aet_gravity_name(x->rule->gravity, LANG_FR));
    struct buf message = { 0 };

    put_message(&message, x, lang);

    struct span m = aet_buf_view(&message);

    aet_buf_char(out, '{');
    put_string(out, "fichier", &file);
    put_uint(out, "ligne", where->line);
    put_uint(out, "colonne", where->column);
    put_uint(out, "enregistrement", where->record);
    put_string(out, "champ", x->path.n ? &x->path : NULL);
    put_string(out, "valeur", aet_diag_find(x, "valeur"));
    put_string(out, "regle", &code);
    put_string(out, "gravite", &gravity);
    put_string(out, "message", &m);
    put_string(out, "suggestion", aet_diag_find(x, "suggestion"));
    aet_buf_str(out, "}\n");
    aet_buf_free(&message);
}
