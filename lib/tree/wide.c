/* Elements out of the rows of a wide sheet. */
#include "tree/wide.h"

#include "base/fold.h"
#include "record/items.h"
#include "tree/leave.h"

/* What a column of the row has for the kind as its name; empty: nothing. */
static struct span name_in_row(struct rows *w, unsigned kind)
{
    const struct layout *l = w->r->layout;

    for (size_t c = 0; c < l->columns && c < w->r->row->n; c++) {
        const struct wide_column *x = aet_wide_column(w->r, l->headings[c]);

        if (x && x->kind == kind && aet_wide_names(w->r, l->headings[c]))
            return aet_span_trim(aet_rows_cell(w, (int)c));
    }
    return AET_LIT("");
}

static bool cites(const struct wide_column *x, unsigned kind)
{
    return x->cited_by && x->cited_by == kind;
}

/* Whether anything of the row is the kind's own: what it merely cites does not make one. */
static bool has_own(struct rows *w, unsigned kind)
{
    const struct cell_place *to = aet_document_places(w->r, kind);
    const struct row *row = w->r->row;

    for (size_t c = 0; c < w->r->layout->columns && c < row->n; c++) {
        const struct wide_column *x = aet_wide_column(w->r, w->r->layout->headings[c]);

        if (row->cells[c].n && to[c].kind >= 0 && x && !cites(x, kind))
            return true;
    }
    return false;
}

/* Its kind, what holds it, and its name: two rows that have them in common speak of one element. */
static void key_of(unsigned kind, const struct element *above, struct span name, struct buf *key)
{
    aet_buf_char(key, (char)(kind + 1));
    aet_buf_add(key, (const char *)&above, sizeof above);
    aet_fold(name, key);
}

static struct element **met(struct rows *w, unsigned kind, const struct element *above,
                            struct span name)
{
    struct buf key = { 0 };
    size_t before = w->met.n;
    uint32_t id;

    key_of(kind, above, name, &key);
    id = aet_names_id(&w->met, aet_buf_view(&key));
    aet_buf_free(&key);
    if (w->met.n > before) {
        w->met_elements = aet_grow(w->met_elements, &w->met_cap, id, sizeof(struct element *));
        w->met_elements[id] = NULL;
    }
    return &w->met_elements[id];
}

/* From here on rows without a name of their own go on about it; what hung from another does not. */
static void set_last(struct rows *w, unsigned kind, struct element *e)
{
    const struct nest *nest = w->r->shape.nest;

    if (w->last[kind] == e)
        return;
    w->last[kind] = e;
    for (unsigned k = kind + 1; k < nest->n; k++)
        if (nest->kinds[k].parent == (int)kind)
            set_last(w, k, NULL);
}

static struct element *begin(struct rows *w, struct span row, unsigned kind)
{
    int parent = w->r->shape.nest->kinds[kind].parent;
    struct element *above = parent > 0 ? w->last[parent] : w->d->root, **there = NULL, *e;
    struct span name = name_in_row(w, kind);

    if (name.n)
        there = met(w, kind, above, name);
    e = there ? *there : w->last[kind];
    if (!e) {
        e = aet_element_new(w->d, kind);
        e->raw = row;
        aet_rows_await(w, e, parent > 0 ? above : NULL);
        w->n++;
    }
    if (there)
        *there = e;
    set_last(w, kind, e);
    return e;
}

/* Another value than the one that a row above has for the element. */
static void differs(struct rows *w, struct span row, struct element *in, int field, size_t column)
{
    struct element at = *in;
    struct diag *x;

    at.raw = row;
    x = aet_rows_fault(w, ENT_WIDE_DIFFERS, &at, (int)column,
                       (const char *[2]){ "valeur", "autre" },
                       (struct span[]){ aet_rows_cell(w, (int)column), in->values[field].text });
    aet_diag_about(x, &aet_element_schema(in)->fields[field].title);
    if (x)
        x->part = aet_about(in, field, -1);
}

/* One more of what an element cites, once. */
static void cite(struct rows *w, struct value *v, struct span text)
{
    struct span rest = v->text, part;
    struct buf all = { 0 };

    while (aet_list_next(&rest, &part))
        if (aet_fold_same(part, text))
            return;
    aet_buf_span(&all, v->text);
    aet_buf_char(&all, '|');
    aet_buf_span(&all, text);
    v->text = aet_arena_copy(&w->d->arena, aet_buf_view(&all));
    aet_buf_free(&all);
}

static void fill(struct rows *w, struct span row, struct element *e)
{
    const struct cell_place *to = aet_document_places(w->r, e->kind);

    for (size_t c = 0; c < w->r->layout->columns && c < w->r->row->n; c++) {
        struct span cell = aet_span_trim(aet_rows_cell(w, (int)c));
        const struct wide_column *x = aet_wide_column(w->r, w->r->layout->headings[c]);
        struct element *in;
        struct value *v;

        if (!cell.n || to[c].kind < 0)
            continue;
        in = aet_rows_holder(w, e, (unsigned)to[c].kind);
        v = &in->values[to[c].field];
        if (v->kind == VALUE_NONE)
            *v = (struct value){ .kind = VALUE_TEXT, .text = aet_arena_copy(&w->d->arena, cell) };
        else if (cites(x, e->kind))
            cite(w, v, cell);
        else if (!aet_fold_same(v->text, cell))
            differs(w, row, in, to[c].field, c);
    }
}

/* What no column of the nest claims goes with the last element of its row. */
static void keep_rest(struct rows *w, struct span row, struct element *e)
{
    for (size_t c = 0; c < w->r->layout->columns && c < w->r->row->n; c++)
        if (w->r->row->cells[c].n && !aet_wide_column(w->r, w->r->layout->headings[c]) &&
            !aet_document_row_column(w->r, c)) {
            w->r->mapping.passed_over[c] = true;
            aet_rows_extra(w, e, c, row);
        }
}

static bool is_wide(const struct nest *nest, unsigned kind)
{
    for (size_t i = 0; i < nest->wide_n; i++)
        if (nest->wide[i].kind == kind)
            return nest->kinds[kind].part != PART_FIELDS;
    return false;
}

/* The fields that are the document's own parts: its cycle. */
static void take_root(struct rows *w, struct span row)
{
    if (!w->d->root->raw.p)
        w->d->root->raw = row;
    if (has_own(w, 0))
        fill(w, row, w->d->root);
}

void aet_wide_take(struct rows *w, struct span row)
{
    const struct nest *nest = w->r->shape.nest;
    struct element *last = NULL;

    take_root(w, row);
    for (unsigned k = 1; k < nest->n; k++) {
        if (!is_wide(nest, k) || !has_own(w, k))
            continue;
        last = begin(w, row, k);
        fill(w, row, last);
    }
    if (last)
        keep_rest(w, row, last);
    else
        aet_rows_unknown(w, row);
}

void aet_wide_name(struct rows *w)
{
    const struct nest *nest = w->r->shape.nest;
    uint64_t numbers[NEST_KINDS] = { 0 };

    for (struct pending *p = w->pending; p; p = p->next) {
        const struct schema *s = aet_element_schema(p->element);
        struct buf id = { 0 };

        if (nest->kinds[p->element->kind].part != PART_MANY)
            continue;
        aet_buf_char(&id, (char)(s->name[0] - 'a' + 'A'));
        aet_buf_uint(&id, ++numbers[p->element->kind]);
        for (size_t i = 0; i < s->n; i++)
            if (strcmp(s->fields[i].name, "id") == 0 && p->element->values[i].kind == VALUE_NONE)
                p->element->values[i] = (struct value){
                    .kind = VALUE_TEXT, .text = aet_arena_copy(&w->d->arena, aet_buf_view(&id))
                };
        aet_buf_free(&id);
    }
}
