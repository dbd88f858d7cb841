/* The places of what was left out. */
#include "tree/going.h"

#include <stdlib.h>

#include "tree/losses.h"
#include "tree/reader.h"

struct losing {
    struct going *g;
    const struct document *d;
};

static void add(struct going *g, struct gone x)
{
    g->list = aet_grow(g->list, &g->cap, g->n, sizeof *g->list);
    g->list[g->n++] = x;
}

static void whole(struct losing *f, const char *at, const struct element *e)
{
    if (at)
        add(f->g, (struct gone){ .at = at, .column = GONE_ALL, .whole = true, .e = e });
}

static void cell(struct losing *f, const struct element *row, size_t column, struct span text)
{
    struct buf scratch = { 0 };

    if (!row->raw.p)
        return;
    text = aet_arena_copy(&f->g->arena, aet_cell_guarded(f->d->layout, text, &scratch));
    aet_buf_free(&scratch);
    add(f->g, (struct gone){ .at = row->raw.p, .column = GONE_ALL, .e = row });
    add(f->g, (struct gone){ .at = row->raw.p, .column = column, .text = text });
}

/* Whether a column holds what no field claims of an element without a row. */
static bool is_within(const struct losing *f, const struct element *e, size_t column)
{
    return e->parent &&
           aet_document_places(f->d->reader, e->parent->kind)[column].within == e->kind;
}

/* The cells of the columns that lead to a field, or to any (-1) of an element. */
static void cells(struct losing *f, const struct element *e, int field, struct span text)
{
    const struct layout *l = f->d->layout;
    struct headings *h = f->d->headings[e->kind];

    for (size_t c = 0; h && c < l->columns; c++) {
        int to = l->headings[c].n ? aet_heading_field(h, l->headings[c]) : NO_FIELD;

        if (aet_document_says_where(f->d, c))
            continue;
        if (to != NO_FIELD ? field < 0 || to == field : field < 0 && is_within(f, e, c))
            cell(f, aet_element_row(e, field), c, text);
    }
}

/* Every row of an element and of what hangs from it. */
static void rows(struct losing *f, const struct element *e)
{
    whole(f, e->raw.p, e);
    for (const struct element *a = e->also; a; a = a->also)
        whole(f, a->raw.p, a);
    for (size_t s = 0; s < f->d->shape->slots[e->kind]; s++)
        for (const struct element *c = e->first[s]; c; c = c->next)
            rows(f, c);
    for (const struct element *c = e->lost; c; c = c->next)
        rows(f, c);
}

static void lost_element(struct losing *f, const struct element *e)
{
    if (!aet_has_cells(f->d->layout)) {
        whole(f, e->raw.p, e);
        return;
    }
    if (!e->raw.p) /* fields in the row of an element that stands */
        cells(f, e, -1, AET_LIT(""));
    rows(f, e);
}

/* What the cell or string of a list says without the parts that went. */
static struct span remains(struct losing *f, const struct element *e, int field)
{
    struct parts parts = aet_parts(e, (size_t)field, &f->g->arena);
    struct buf text = { 0 };
    struct span made, part;

    while (aet_parts_next(&parts, &part))
        aet_items_put(&text, part);
    made = aet_arena_copy(&f->g->arena, aet_buf_view(&text));
    aet_buf_free(&text);
    return made;
}

/* What an item of an array says without the parts that went, where --listes cut it. */
static struct span item_remains(struct losing *f, const struct about *a)
{
    struct parts parts = aet_parts(a->e, (size_t)a->field, &f->g->arena);
    struct buf text = { 0 };
    struct span made, part;

    while (aet_parts_next(&parts, &part)) {
        if ((long)parts.it.position != a->position)
            continue;
        if (text.n) {
            aet_buf_char(&text, parts.it.separators[0]);
            aet_buf_char(&text, ' ');
        }
        aet_buf_span(&text, part);
    }
    made = aet_arena_copy(&f->g->arena, aet_buf_view(&text));
    aet_buf_free(&text);
    return made;
}

/* The item at a position of an array, by the raw text. */
static void lost_item(struct losing *f, struct span array, const struct about *a)
{
    struct span inside = aet_json_inside(array), item, rest;

    for (long i = 0; aet_json_next(&inside, NULL, &item); i++) {
        if (i != a->position)
            continue;
        rest = item_remains(f, a);
        if (rest.n)
            add(f->g, (struct gone){ .at = item.p, .column = GONE_ALL, .text = rest });
        else
            whole(f, item.p, NULL);
    }
}

static void lost_members(struct losing *f, const struct about *a)
{
    struct span inside = aet_json_inside(a->e->raw), key, value;
    struct headings *h = f->d->headings[a->e->kind];
    struct buf scratch = { 0 };

    while (aet_json_next(&inside, &key, &value)) {
        if (aet_heading_field(h, aet_json_spelt(key, &scratch)) != a->field)
            continue;
        if (a->position >= 0 && value.p[0] == '[')
            lost_item(f, value, a);
        else if (a->position >= 0)
            add(f->g, (struct gone){
                          .at = value.p, .column = GONE_ALL, .text = remains(f, a->e, a->field) });
        else
            whole(f, value.p, NULL);
    }
    aet_buf_free(&scratch);
}

static void lost_value(struct losing *f, const struct about *a)
{
    bool in_cells = aet_has_cells(f->d->layout);

    if (a->extra && in_cells)
        cell(f, aet_element_row(a->e, -1), a->extra->column, AET_LIT(""));
    else if (a->extra)
        whole(f, a->extra->text.p, NULL);
    else if (in_cells)
        cells(f, a->e, a->field, a->position < 0 ? AET_LIT("") : remains(f, a->e, a->field));
    else
        lost_members(f, a);
}

static void lost_of(struct losing *f, const struct element *e)
{
    for (const struct element *c = e->lost; c; c = c->next)
        lost_element(f, c);
    for (size_t s = 0; s < f->d->shape->slots[e->kind]; s++)
        for (const struct element *c = e->first[s]; c; c = c->next)
            lost_of(f, c);
}

static int in_order(const void *x, const void *y)
{
    const struct gone *a = x, *b = y;

    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    if (a->whole != b->whole)
        return a->whole ? -1 : 1;
    if (a->column != b->column) /* the row before its cells */
        return a->column + 1 < b->column + 1 ? -1 : 1;
    return 0;
}

void aet_going_make(struct going *g, const struct document *d)
{
    struct losing f = { g, d };

    *g = (struct going){ .n = 0 };
    lost_of(&f, d->root);
    for (const struct element *e = d->strays; e; e = e->next)
        rows(&f, e);
    for (const struct loss *l = d->losses; l; l = l->next)
        lost_value(&f, &l->of);
    if (g->n)
        qsort(g->list, g->n, sizeof *g->list, in_order);
}

void aet_going_free(struct going *g)
{
    aet_free(g->list);
    aet_arena_free(&g->arena);
}

/* The first one that begins here or behind. */
static size_t first_from(const struct going *g, const char *at)
{
    size_t low = 0, high = g->n;

    while (low < high) {
        size_t mid = low + (high - low) / 2;

        if (g->list[mid].at < at)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

const struct gone *aet_going_at(const struct going *g, const char *at)
{
    size_t i = first_from(g, at);

    return i < g->n && g->list[i].at == at ? &g->list[i] : NULL;
}

const struct gone *aet_going_cell(const struct going *g, const char *row, size_t column)
{
    for (size_t i = first_from(g, row); i < g->n && g->list[i].at == row; i++)
        if (g->list[i].column == column)
            return &g->list[i];
    return NULL;
}

bool aet_going_within(const struct going *g, struct span text)
{
    size_t i = first_from(g, text.p);

    return i < g->n && g->list[i].at < text.p + text.n;
}
