/* Names of what no field claims. */
#include "tree/extra.h"

#include "headings/outside.h"
#include "tree/reader.h"

static bool in_parent(const struct element *e)
{
    return e->document->shape->nest->kinds[e->kind].part == PART_FIELDS;
}

/* The name that a cell of the element has, with the key of one that has no row. */
static struct span in_row(const struct element *e, struct span name, struct buf *out)
{
    size_t start = out->n;

    if (!in_parent(e))
        return name;
    aet_buf_str(out, e->document->shape->nest->kinds[e->kind].key);
    aet_buf_char(out, '.');
    aet_buf_span(out, name);
    return aet_span(out->p + start, out->n - start);
}

static bool claimed_by_cells(const struct element *e, struct span name)
{
    struct document_reader *r = e->document->reader;
    unsigned kind = in_parent(e) ? e->parent->kind : e->kind;
    struct buf scratch = { 0 };
    struct span heading = in_row(e, name, &scratch);
    struct cell_place to;
    bool claimed = aet_outside_cells(heading) ||
                   aet_heading_field(r->row_headings, heading) != NO_FIELD;

    if (!claimed) {
        to = aet_document_place(r, kind, heading);
        claimed = to.kind >= 0 || (to.within && to.within != e->kind);
    }
    aet_buf_free(&scratch);
    return claimed;
}

static bool claimed_by_object(const struct element *e, struct span name)
{
    const struct shape *s = e->document->shape;

    return aet_document_part(s, e->kind, name) || aet_document_part_folded(s, e->kind, name) ||
           aet_heading_field(aet_document_headings(e->document->reader, e->kind), name) != NO_FIELD;
}

static bool claimed(const struct element *e, struct span name, enum record_shape by)
{
    return by == SHAPE_CELLS ? claimed_by_cells(e, name) : claimed_by_object(e, name);
}

static void rename_it(const struct element *e, const struct extra *x, enum record_shape to,
                      struct buf *out)
{
    enum record_shape from = aet_has_cells(e->document->layout) ? SHAPE_CELLS : SHAPE_OBJECT;
    struct outside o = aet_outside_of(x->name);

    if (from == to && !in_parent(e))
        aet_buf_span(out, x->name);
    else
        aet_outside_put(o, claimed(e, o.name, from), claimed(e, o.name, to), out);
}

struct span aet_extra_name(const struct element *e, const struct extra *x, enum record_shape to,
                           struct buf *scratch)
{
    struct buf name = { 0 };

    aet_buf_clear(scratch);
    rename_it(e, x, to, &name);
    if (to == SHAPE_CELLS && in_parent(e))
        (void)in_row(e, aet_buf_view(&name), scratch);
    else
        aet_buf_span(scratch, aet_buf_view(&name));
    aet_buf_free(&name);
    return aet_buf_view(scratch);
}

/* Where its value stands. */
static size_t place(const struct element *e, const struct extra *x)
{
    const struct layout *l = e->document->layout;
    const char *from = e->document->slice->raw.p;

    return aet_has_cells(l) ? (size_t)(x->row.p - from) + l->format->cell_at(l, x->row, x->column)
                            : (size_t)(x->text.p - from);
}

static void say(const struct element *e, const struct extra *x, enum record_shape to,
                struct diags *diags)
{
    struct buf name = { 0 };
    struct diag *d;

    rename_it(e, x, to, &name);
    if (aet_outside_of(aet_buf_view(&name)).n > aet_outside_of(x->name).n) {
        d = aet_diag_add(diags, &aet_rules_ent[ENT_OUTSIDE], AET_LIT(""));
        aet_diag_arg(diags, d, "valeur", x->name);
        aet_diag_arg(diags, d, "autre", aet_buf_view(&name));
        if (d) {
            aet_diag_at(d, AT_CELL, place(e, x));
            d->part = aet_about(e, -1, -1);
            aet_element_named(d, e, diags->arena);
        }
    }
    aet_buf_free(&name);
}

void aet_extras_say(const struct document *d, enum record_shape to, struct diags *diags)
{
    for (unsigned k = 0; k < d->shape->nest->n; k++)
        for (const struct element *e = d->first[k]; e; e = e->after)
            for (const struct extra *x = e->extras; x; x = x->next)
                if (!aet_extra_is_nothing(e, x))
                    say(e, x, to, diags);
}
