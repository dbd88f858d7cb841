/* The cells of a row, by the columns they stand in: own fields of the element, fields of its parts,
 * or what no field claims. */
#include "tree/rows.h"

#include "record/width.h"
#include "tree/leave.h"

struct span aet_rows_cell(const struct rows *w, int column)
{
    return column < 0 || (size_t)column >= w->r->row->n
               ? AET_LIT("")
               : aet_cell_bare(w->r->layout, w->r->row->cells[column]);
}

static struct extra *extra_of(struct rows *w, size_t column)
{
    struct extra *x = aet_arena_alloc(&w->d->arena, sizeof *x);

    *x = (struct extra){ .name = w->r->names[column],
                         .text = aet_arena_copy(&w->d->arena, aet_rows_cell(w, (int)column)),
                         .column = column };
    return x;
}

static void add_extra(struct rows *w, struct element *e, size_t column, struct span name,
                      struct span row)
{
    struct extra *x = extra_of(w, column), **end = &e->extras;

    x->name = name;
    x->row = row;
    while (*end)
        end = &(*end)->next;
    *end = x;
}

void aet_rows_extra(struct rows *w, struct element *e, size_t column, struct span row)
{
    add_extra(w, e, column, w->r->names[column], row);
}

void aet_rows_extras(struct rows *w, struct element *e)
{
    for (size_t c = 0; c < w->r->layout->columns && c < w->r->row->n; c++)
        if (w->r->row->cells[c].n)
            add_extra(w, e, c, w->r->names[c], e->raw);
}

struct element *aet_rows_holder(struct rows *w, struct element *e, unsigned kind)
{
    struct element *child;

    if (kind == e->kind)
        return e;
    child = aet_child(e, kind);
    if (!child) {
        child = aet_element_new(w->d, kind);
        aet_element_attach(child, e);
    }
    return child;
}

/* A value in a column that has no heading: it is no field of the element. */
static void no_name(struct rows *w, const struct element *e, size_t column)
{
    const struct row_at at = { w->d->slice, e->raw };
    size_t n = w->diags->n;
    struct about *a;

    aet_width_no_name(w->r->layout, w->r->row, &at, column, w->diags);
    if (w->diags->n == n)
        return;
    a = aet_about(e, -1, -1);
    a->extra = extra_of(w, column);
    w->diags->items[n].part = a;
}

static void foreign(struct rows *w, struct element *e, size_t c)
{
    aet_diag_about(aet_rows_fault(w, ENT_CELL_FOREIGN, e, (int)c,
                                  (const char *[2]){ "champ", NULL },
                                  (struct span[]){ w->r->names[c], AET_LIT("") }),
                   &aet_element_schema(e)->title);
}

/* Two columns with a value for one field. */
static void twice(struct rows *w, const struct element *e, const struct element *in, size_t c,
                  const struct cell_place *to)
{
    const struct cell_place *all = aet_document_places(w->r, e->kind);
    struct diag *x;
    size_t first = 0;

    while (first < c && (all[first].kind != to->kind || all[first].field != to->field ||
                         !w->r->row->cells[first].n))
        first++;
    x = aet_rows_fault(w, ENT_FIELD_TWICE, e, (int)c, (const char *[2]){ "valeur", "autre" },
                       (struct span[]){ w->r->names[c], w->r->names[first] });
    aet_diag_about(x, &aet_element_schema(in)->fields[to->field].title);
    if (x)
        x->part = aet_about(in, to->field, -1);
}

static void take_cell(struct rows *w, struct element *e, size_t c, const struct cell_place *to)
{
    struct span cell = aet_rows_cell(w, (int)c);
    struct element *in;

    if (to->kind < 0) {
        if (to->foreign)
            foreign(w, e, c);
        w->r->mapping.passed_over[c] |= !to->foreign;
        add_extra(w, to->within ? aet_rows_holder(w, e, to->within) : e, c,
                  to->within ? to->name : w->r->names[c], e->raw);
        return;
    }
    in = aet_rows_holder(w, e, (unsigned)to->kind);
    if (in->values[to->field].kind == VALUE_NONE) {
        in->values[to->field] = (struct value){ .kind = VALUE_TEXT,
                                                .text = aet_arena_copy(&w->d->arena, cell) };
        return;
    }
    twice(w, e, in, c, to);
}

void aet_rows_cells(struct rows *w, struct element *e)
{
    const struct cell_place *to = aet_document_places(w->r, e->kind);
    const struct row *row = w->r->row;

    for (size_t c = 0; c < w->r->layout->columns && c < row->n; c++) {
        if (!row->cells[c].n || aet_document_row_column(w->r, c))
            continue;
        if (w->r->layout->headings[c].n)
            take_cell(w, e, c, &to[c]);
        else
            no_name(w, e, c);
    }
}
