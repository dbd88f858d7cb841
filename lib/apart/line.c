/* The second look: what a line is, by all of its cells. */
#include "apart/sheet.h"

#include "base/fold.h"

enum { LABELS = 3 }; /* cells of a line of labels, at most */

/* The headings of the columns that they stand in, all of them or some. */
static bool are_headings(const struct apart_sheet *s, const struct row *row)
{
    size_t n = 0;

    for (size_t i = 0; i < row->n; i++) {
        struct span cell = aet_apart_cell(s, row, i);
        struct span heading = i < s->layout->columns ? s->layout->headings[i] : AET_LIT("");

        if (i == s->said || i == s->brut)
            continue;
        if (cell.n && !aet_fold_same(cell, heading))
            return false;
        n += cell.n > 0;
    }
    return n >= 2;
}

/* What stands in a line. */
struct scan {
    size_t filled, words, labels;
    size_t first, word, total; /* columns: of the first filled cell, of the first words, of the word
                                  of a total that stands by itself */
};

static struct scan scan_of(const struct apart_sheet *s, const struct row *row)
{
    struct number_form form = aet_number_form(s->number, s->layout);
    struct scan x = { .word = row->n, .first = row->n, .total = row->n };

    for (size_t i = 0; i < row->n; i++) {
        struct span cell = aet_apart_cell(s, row, i);

        if (!cell.n || i == s->said || i == s->brut)
            continue;
        if (x.filled++ == 0)
            x.first = i;
        if (aet_is_figure(cell, form))
            continue;
        if (x.words++ == 0)
            x.word = i;
        x.labels += aet_is_labelled(cell);
        if (x.total == row->n && aet_is_total_word(cell))
            x.total = i;
    }
    return x;
}

/* The figures of columns that add up. False: one of them is none. */
static bool take_figures(struct apart_sheet *s, const struct row *row)
{
    struct aside *a = &s->aside;
    bool all = true;

    a->figures_n = 0;
    for (size_t k = 0; k < s->adding_n; k++) {
        struct figure *f = &a->figures[a->figures_n];
        size_t c = s->adding[k].column;

        if (c >= row->n || !aet_apart_cell(s, row, c).n)
            continue;
        *f = (struct figure){ .adding = k, .text = aet_apart_cell(s, row, c) };
        f->good = aet_adding_read(s, &s->adding[k], f->text, &f->value);
        all &= f->good;
        a->figures_n++;
    }
    return all;
}

/* A line of a form that nobody filled in: its number, the zeros that formulas put there, signs. */
static bool is_empty(struct apart_sheet *s, const struct row *row, const struct scan *x)
{
    size_t empty = 0;

    if (x->words || s->known < APART_KNOWN)
        return false;
    (void)take_figures(s, row);
    for (size_t i = 0; i < s->aside.figures_n; i++) {
        const struct figure *f = &s->aside.figures[i];

        empty += f->good ? f->value == 0 : aet_is_sign(f->text);
    }
    for (size_t i = 0; i < row->n; i++) {
        struct span cell = aet_apart_cell(s, row, i);
        bool numbers = (i == 0 || i == s->first) && !s->other[i];

        if (cell.n && i != s->said && i != s->brut && !aet_apart_adds(s, i))
            empty += aet_is_sign(cell) || (numbers && aet_is_row_number(cell));
    }
    return empty == x->filled;
}

/* Nothing but amounts and durations. */
static bool are_figures(struct apart_sheet *s, const struct row *row, const struct scan *x)
{
    return x->words == 0 && s->known >= APART_KNOWN && take_figures(s, row) &&
           s->aside.figures_n == x->filled;
}

static enum apart of_total(const struct apart_sheet *s, const struct row *row, const struct scan *x,
                           enum rank *rank)
{
    *rank = x->words ? aet_rank_of(aet_apart_cell(s, row, x->word)) : RANK_NONE;
    if (x->words == 1 && *rank != RANK_NONE && (x->filled > 1 || x->total < row->n))
        return APART_TOTAL;
    return x->words > 1 && x->total < row->n ? APART_DOUBT : APART_NOT;
}

/* `Exemple : Soirée d'information`, before anything else: how a row is filled in. */
static bool is_example(const struct apart_sheet *s, const struct row *row, const struct scan *x)
{
    return s->known >= APART_KNOWN && x->word == x->first &&
           aet_begins_example(aet_apart_cell(s, row, x->first));
}

/* A note that was not put between quotes has as many cells as it has commas. */
static enum apart of_note(const struct apart_sheet *s, const struct row *row, const struct scan *x)
{
    struct span cell = aet_apart_cell(s, row, x->first);
    bool begins = x->word == x->first && aet_begins_note(cell);

    if (s->known < APART_KNOWN)
        return APART_NOT;
    if (begins && (x->filled <= 2 || row->n < s->layout->columns))
        return APART_NOTE;
    if (row->n == 1 && aet_other_delimiter(s->layout, row->cells[0]))
        return APART_NOT; /* a line of another file */
    if (x->filled == 1)
        return x->first < s->layout->columns && s->other[x->first] ? APART_ALONE : APART_NOTE;
    if (x->filled == 2 && x->word == x->first && aet_is_label(cell))
        return APART_NOTE;
    return x->filled <= LABELS && x->labels == x->filled ? APART_NOTE : APART_NOT;
}

/* A line that has not all its cells, nor its end, may have been cut off. */
static bool is_cut_off(const struct apart_sheet *s, const struct row *row, struct span raw)
{
    char last = raw.n ? raw.p[raw.n - 1] : '\0';

    return row->n < s->layout->columns && last != '\n' && last != '\r';
}

/* In a file of --rejets, what was set aside says so: it is what it was. */
static enum apart as_said(const struct apart_sheet *s, const struct row *row, enum apart seen,
                          bool empty)
{
    enum apart said = APART_NOT;

    if (s->brut < s->layout->columns && s->said < row->n)
        said = aet_aside_kind(aet_aside_rule_said(row->cells[s->said]));
    if (said == APART_NOT)
        return seen;
    if (empty || (s->brut < row->n && row->cells[s->brut].n))
        return said;
    return seen == APART_ALONE || seen == APART_FIGURES ? said : seen;
}

enum apart aet_apart_line(struct apart_sheet *s, const struct row *row, struct span raw)
{
    struct scan x = scan_of(s, row);
    struct aside *a = &s->aside;
    enum apart kind;

    a->figures_n = 0;
    if (!x.filled)
        kind = APART_NOT;
    else if (are_headings(s, row))
        kind = APART_HEADINGS;
    else if (is_cut_off(s, row, raw))
        return APART_NOT;
    else if (is_example(s, row, &x))
        kind = APART_EXAMPLE;
    else if ((kind = of_total(s, row, &x, &a->rank)) == APART_NOT)
        kind = is_empty(s, row, &x)      ? APART_EMPTY
               : are_figures(s, row, &x) ? APART_FIGURES
                                         : of_note(s, row, &x);
    if (aet_apart_rejects(s))
        kind = as_said(s, row, kind, !x.filled);
    a->kind = kind;
    a->raw = raw;
    a->column = kind == APART_DOUBT ? x.total : kind == APART_TOTAL && x.words ? x.word : x.first;
    if (!x.filled && kind != APART_NOT) /* kept as it stood */
        a->column = s->brut;
    a->text = a->column < row->n ? aet_apart_cell(s, row, a->column) : AET_LIT("");
    if (kind == APART_TOTAL)
        (void)take_figures(s, row);
    return kind;
}
