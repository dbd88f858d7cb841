/* Putting a rule, its values and its place into one line. */
#include "voice/line.h"

#include "base/harmless.h"

void aet_line_text(struct buf *out, const struct line *x, const struct diag_place *where,
                   enum lang lang, bool colour)
{
    static const char *const paint[] = { "\x1b[36m", "\x1b[33m", "\x1b[31m" };

    aet_harmless(out, aet_span_z(where->file));
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
    aet_message(out, x->rule->message, lang, x->args, x->n);
    aet_message_hints(out, x->rule->message, lang, x->args, x->n);
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
        aet_harmless_json(out, *v);
    else
        aet_buf_str(out, "null");
}

/* The message; the term that was meant has a key of its own. */
static void put_message(struct buf *out, const struct line *x, enum lang lang)
{
    const struct span *names = aet_arg_find(x->args, x->n, "noms");
    struct diag_arg there = { "noms", names ? *names : AET_LIT("") };
    struct buf text = { 0 };
    struct span m;

    aet_message(&text, x->rule->message, lang, x->args, x->n);
    if (names)
        aet_message_hints(&text, x->rule->message, lang, &there, 1);
    m = aet_buf_view(&text);
    put_string(out, "message", &m);
    aet_buf_free(&text);
}

void aet_line_json(struct buf *out, const struct line *x, const struct diag_place *where,
                   enum lang lang)
{
    struct span file = aet_span_z(where->file);
    struct span code = aet_span_z(x->rule->code);
    struct span gravity = aet_span_z(aet_gravity_name(x->rule->gravity, LANG_FR));

    aet_buf_char(out, '{');
    put_string(out, "fichier", where->file ? &file : NULL);
    put_uint(out, "ligne", where->line);
    put_uint(out, "colonne", where->column);
    put_uint(out, "enregistrement", where->record);
    put_string(out, "champ", x->path.n ? &x->path : NULL);
    put_string(out, "valeur", aet_arg_find(x->args, x->n, "valeur"));
    put_string(out, "regle", &code);
    put_string(out, "gravite", &gravity);
    put_message(out, x, lang);
    put_string(out, "suggestion", aet_arg_find(x->args, x->n, "suggestion"));
    aet_buf_str(out, "}\n");
}
