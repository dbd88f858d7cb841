/* Collecting diagnostics and putting them into words. */
#include "voice/diag.h"

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

void aet_diags_clear(struct diags *d)
{
    d->n = 0;
    d->errors = d->warnings = 0;
}

void aet_diags_forget(struct diags *d, size_t n)
{
    d->n = n;
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
    return aet_arg_find(x->args, x->n, name);
}

/* A diagnostic in one language: the words are among its values. */
struct worded {
    struct diag_arg args[DIAG_ARGS + DIAG_WORDS];
    struct buf words[DIAG_WORDS];
    struct line line;
};

static void word(struct worded *w, const struct diag *x, enum lang lang)
{
    *w = (struct worded){ .line = { x->rule, x->path, NULL, x->n } };
    memcpy(w->args, x->args, x->n * sizeof *x->args);
    for (size_t i = 0; i < x->words_n; i++) {
        aet_message(&w->words[i], x->words[i].text, lang, x->args, x->n);
        w->args[w->line.n++] = (struct diag_arg){ x->words[i].name, aet_buf_view(&w->words[i]) };
    }
    w->line.args = w->args;
}

static void unword(struct worded *w)
{
    for (size_t i = 0; i < DIAG_WORDS; i++)
        aet_buf_free(&w->words[i]);
}

void aet_diag_text(struct buf *out, const struct diag *x, const struct diag_place *where,
                   enum lang lang, bool colour)
{
    struct worded w;

    word(&w, x, lang);
    aet_line_text(out, &w.line, where, lang, colour);
    unword(&w);
}

void aet_diag_json(struct buf *out, const struct diag *x, const struct diag_place *where,
                   enum lang lang)
{
    struct worded w;

    word(&w, x, lang);
    aet_line_json(out, &w.line, where, lang);
    unword(&w);
}
