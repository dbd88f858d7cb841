/* Cutting what was left out of the text of a document. Of an object, members and items go with
 * their comma; of cells, rows go whole, and a row that loses a value is written anew. */
#include "tree/document_without.h"

#include "apart/aside.h"
#include "format/json_text.h"
#include "tree/going.h"

struct cutting {
    const struct document *d;
    struct going going;
    struct buf *out;
    const char *from; /* what is not yet written */
};

static void copy_to(struct cutting *c, const char *to)
{
    aet_buf_add(c->out, c->from, (size_t)(to - c->from));
    c->from = to;
}

static void cut(struct cutting *c, const char *from, const char *to)
{
    copy_to(c, from);
    c->from = to;
}

/* A value whose text is another one. */
static void replace(struct cutting *c, const struct gone *g, struct span value)
{
    copy_to(c, value.p);
    aet_json_string(c->out, g->text);
    c->from = value.p + value.n;
}

/* The parts of an object or array: a part that goes takes the comma before it, the first ones the
 * one behind. */
static void cut_parts(struct cutting *c, struct span raw)
{
    bool object = raw.p[0] == '{', kept = false;
    const char *end = raw.p + 1, *lead = NULL;
    struct span inside = aet_json_inside(raw), key, value;

    while (aet_json_next(&inside, object ? &key : NULL, &value)) {
        const char *start = object ? key.p : value.p;
        const struct gone *g = aet_going_at(&c->going, value.p);

        if (g && g->whole && kept) {
            cut(c, end, value.p + value.n);
        } else if (g && g->whole) {
            lead = lead ? lead : start;
        } else {
            if (lead)
                cut(c, lead, start);
            lead = NULL;
            kept = true;
            if (g)
                replace(c, g, value);
            else if (aet_going_within(&c->going, value) && (value.p[0] == '{' || value.p[0] == '['))
                cut_parts(c, value);
        }
        end = value.p + value.n;
    }
    if (lead)
        cut(c, lead, end);
}

/* A row that loses values. */
static void anew(struct cutting *c, struct row *row, struct span raw)
{
    const struct layout *l = c->d->layout;
    size_t at;

    if (row->read(row, raw, &at) != FAULT_NONE)
        return;
    for (size_t i = 0; i < row->n && i < l->columns; i++) {
        const struct gone *g = aet_going_cell(&c->going, raw.p, i);

        if (g && row->cells[i].n)
            row->cells[i] = g->text;
    }
    l->format->row_write(l, row->cells, row->n, c->out);
}

/* A byte order mark stands before a row where files were joined: it goes with it. */
static const char *with_mark(struct span before)
{
    static const struct span mark = { "\xEF\xBB\xBF", 3 };
    size_t n = before.n;

    if (n >= mark.n && aet_span_eq(aet_span(before.p + n - mark.n, mark.n), mark))
        n -= mark.n;
    return before.p + n;
}

/* Rows that are no element go too. */
static void cut_rows(struct cutting *c)
{
    const struct layout *l = c->d->layout;
    struct span rest = c->d->slice->raw;
    struct row *row = l->format->row_new(l);
    struct cutter cutter;
    struct piece piece;
    size_t aside = 0;

    l->format->row_cutter(l, &cutter);
    while (aet_cut(&cutter, rest, true, &piece) == CUT_RECORD) {
        struct span raw = aet_span(rest.p + piece.start, piece.end - piece.start);
        const struct gone *g = aet_going_at(&c->going, raw.p);
        bool apart = aside < c->d->asides_n && c->d->asides[aside].raw.p == raw.p;

        aside += apart;
        if (g || apart)
            cut(c, with_mark(aet_span(rest.p, piece.start)), raw.p + raw.n);
        if (g && !g->whole)
            anew(c, row, raw);
        rest = aet_span_from(rest, piece.end);
    }
    copy_to(c, rest.p + rest.n);
    aet_row_free(row);
}

struct span aet_document_without(const struct document *d, struct buf *out)
{
    struct cutting c = { .d = d, .out = out, .from = d->slice->raw.p };
    size_t start = out->n;

    if (!d->elements_out && !d->values_out && !d->asides_n)
        return d->slice->raw;
    aet_going_make(&c.going, d);
    if (aet_has_cells(d->layout)) {
        cut_rows(&c);
    } else {
        cut_parts(&c, d->root->raw);
        copy_to(&c, d->slice->raw.p + d->slice->raw.n);
    }
    aet_going_free(&c.going);
    return aet_buf_slice(out, start, out->n - start);
}
