/* Collecting diagnostics and putting them into words. */
#include "voice/diag.h"

#include "base/number.h"
#include "base/utf8.h"
#include "voice/phrase.h"

enum { NAME_MAX_WIDTH = 48, ABOUT = 3 };

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

void aet_diag_seek(struct diags *d, struct diag *x)
{
    if (x->seek)
        x->seek(d, x, x->of);
    x->seek = NULL;
}

struct diag *aet_diag_once(struct diags *d, const struct rule *rule, struct span path)
{
    return d->once ? aet_diag_add(d->once, rule, path) : NULL;
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

void aet_diag_money(struct diags *d, struct diag *x, const char *name, int64_t cents)
{
    struct buf fr = { 0 }, en = { 0 };

    if (!x)
        return;
    aet_money_show(cents, LANG_FR, &fr);
    aet_money_show(cents, LANG_EN, &en);
    aet_diag_word(x, name,
                  (struct text){ aet_arena_copy(d->arena, aet_buf_view(&fr)).p,
                                 aet_arena_copy(d->arena, aet_buf_view(&en)).p });
    aet_buf_free(&fr);
    aet_buf_free(&en);
}

void aet_diag_arg_column(struct diags *d, struct diag *x, const char *name, size_t column)
{
    struct buf b = { 0 };

    aet_column_letters(column + 1, &b);
    aet_diag_arg(d, x, name, aet_buf_view(&b));
    aet_buf_free(&b);
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

/* A diagnostic in one language: what it is about and its words are among its values. */
struct worded {
    struct diag_arg args[DIAG_ARGS + DIAG_WORDS + ABOUT];
    struct buf words[DIAG_WORDS], element, subject;
    struct line line;
};

static void add(struct worded *w, const char *name, struct span value)
{
    w->args[w->line.n++] = (struct diag_arg){ name, value };
}

/* {element}, {sujet}, {intitule} */
static void about(struct worded *w, const struct diag *x, enum lang lang)
{
    struct span name = aet_span_trim(x->name), fit = aet_utf8_fit(name, NAME_MAX_WIDTH);
    struct diag_arg named = { "nom", fit };
    const char *noun = x->noun ? aet_text(*x->noun, lang) : NULL;

    if (noun)
        aet_buf_str(&w->element, noun);
    if (noun && fit.n)
        aet_message(&w->element, aet_phrases[fit.n < name.n ? PHRASE_NAMED_LONG : PHRASE_NAMED],
                    lang, &named, 1);
    add(w, "element", aet_buf_view(&w->element));
    aet_buf_span(&w->subject, aet_buf_view(&w->element));
    if (x->caption) {
        aet_buf_str(&w->subject, w->subject.n ? ", " : "");
        aet_buf_str(&w->subject, aet_text(*x->caption, lang));
        add(w, "intitule", aet_span_z(aet_text(*x->caption, lang)));
    }
    add(w, "sujet", aet_buf_view(&w->subject));
}

static void word(struct worded *w, const struct diag *x, enum lang lang)
{
    *w = (struct worded){ .line = { x->rule, x->path, NULL, x->n } };
    memcpy(w->args, x->args, x->n * sizeof *x->args);
    about(w, x, lang);
    for (size_t i = 0; i < x->words_n; i++) {
        aet_message(&w->words[i], x->words[i].text, lang, w->args, w->line.n);
        add(w, x->words[i].name, aet_buf_view(&w->words[i]));
    }
    w->line.args = w->args;
}

static void unword(struct worded *w)
{
    for (size_t i = 0; i < DIAG_WORDS; i++)
        aet_buf_free(&w->words[i]);
    aet_buf_free(&w->element);
    aet_buf_free(&w->subject);
}

void aet_diag_text(struct buf *out, const struct diag *x, const struct diag_place *where,
                   enum lang lang, bool colour)
{
    struct worded w;

    word(&w, x, lang);
    aet_line_text(out, &w.line, where, lang, colour);
    unword(&w);
}

void aet_diag_message(struct buf *out, const struct diag *x, enum lang lang)
{
    struct worded w;

    word(&w, x, lang);
    aet_line_message(out, &w.line, lang);
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
