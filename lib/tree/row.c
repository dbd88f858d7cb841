/* A row becomes an element, by what its column `element` says. */
#include "tree/rows.h"

#include "base/utf8.h"
#include "record/width.h"
#include "tables/match.h"
#include "tree/document_sheet.h"
#include "tree/leave.h"
#include "tree/wide.h"

struct diag *aet_rows_fault(struct rows *w, int rule, const struct element *e, int column,
                            const char *const names[2], const struct span values[2])
{
    struct diag *x = aet_diag_add(w->diags, &aet_rules_ent[rule], AET_LIT(""));

    for (size_t i = 0; i < 2 && names[i]; i++)
        aet_diag_arg(w->diags, x, names[i], values[i]);
    aet_diag_at(x, column < 0 ? AT_ROW : AT_CELL, (size_t)(e->raw.p - w->d->slice->raw.p));
    if (x && column >= 0)
        x->at += w->r->layout->format->cell_at(w->r->layout, e->raw, (size_t)column);
    if (x)
        x->part = aet_about(e, -1, -1);
    return x;
}

/* The kinds whose names a word is near to, and the nearest; all of them where it is near to none.
 */
static uint64_t kinds_near(const struct nest *nest, struct span name, const char **best)
{
    uint64_t near = 0;
    double most = 0.5;

    *best = NULL;
    for (size_t k = 0; name.n && k < nest->n; k++) {
        const char *word = nest->kinds[k].schema->name;
        double s = aet_similarity(name, aet_span_z(word));

        near |= (uint64_t)(s > 0.5) << k;
        if (s > most) {
            most = s;
            *best = word;
        }
    }
    return near ? near : UINT64_MAX;
}

/* What may be of this kind, under the last element above: that one may lack it. */
static void may_lack(struct rows *w, unsigned kind)
{
    int parent = w->r->shape.nest->kinds[kind].parent;
    struct element *above = parent > 0 ? w->last[parent] : w->d->root;

    w->unsure[kind] = true;
    if (above)
        above->unsure |= (uint64_t)1 << kind;
}

/* A row that cannot be read, or says not what it is. */
static struct element *stray(struct rows *w, struct span row, uint64_t kinds)
{
    struct element *e = aet_element_new(w->d, 0);
    struct span parent = aet_span_trim(aet_rows_cell(w, w->r->row_column[ROW_PARENT]));

    e->raw = row;
    e->unsure = kinds;
    aet_document_stray(w->d, e);
    for (unsigned k = 0; k < w->r->shape.nest->n; k++) {
        if (!(kinds >> k & 1))
            continue;
        w->unsure[k] = true;
        if (!parent.n)
            may_lack(w, k);
    }
    return e;
}

/* Its parent is looked up once all rows are known. */
static void await(struct rows *w, struct element *e, struct element *above, bool unsure)
{
    struct pending *p = aet_arena_alloc(&w->d->arena, sizeof *p);

    *p = (struct pending){ .element = e, .above = above, .unsure = unsure };
    p->parent = aet_arena_copy(&w->d->arena,
                               aet_span_trim(aet_rows_cell(w, w->r->row_column[ROW_PARENT])));
    *w->end = p;
    w->end = &p->next;
}

void aet_rows_await(struct rows *w, struct element *e, struct element *above)
{
    await(w, e, above, false);
}

static void unknown_row(struct rows *w, struct span row, struct span name)
{
    const char *near;
    struct element *e = stray(w, row, kinds_near(w->r->shape.nest, name, &near));

    aet_rows_fault(w, name.n ? ENT_ELEMENT : ENT_ELEMENT_NONE, e, w->r->row_column[ROW_ELEMENT],
                   (const char *[2]){ "valeur", near ? "suggestion" : NULL },
                   (struct span[]){ name, aet_span_z(near) });
    aet_rows_extras(w, e);
    await(w, e, NULL, false);
}

void aet_rows_unknown(struct rows *w, struct span row)
{
    unknown_row(w, row, AET_LIT(""));
}

/* A row that has not the length of the others, and may stand askew. */
static void width(struct rows *w, struct element *e)
{
    const struct row_at at = { w->d->slice, e->raw };
    size_t n = w->diags->n;

    if (aet_width_check(&w->r->mapping, w->r->row, &at, w->diags))
        return;
    e->askew = true;
    for (size_t i = n; i < w->diags->n; i++)
        w->diags->items[i].part = aet_about(e, -1, -1);
}

/* What a row is; NULL: reported. */
static struct element *begin_element(struct rows *w, struct span row)
{
    struct span name = aet_span_trim(aet_rows_cell(w, w->r->row_column[ROW_ELEMENT]));
    int kind = name.n ? aet_document_kind(&w->r->shape, name) : -1;
    struct element *e;

    if (kind < 0) {
        unknown_row(w, row, name);
        return NULL;
    }
    e = kind == 0 ? w->d->root : aet_element_new(w->d, (unsigned)kind);
    e->raw = row;
    if (kind == 0 && w->root_row) {
        aet_rows_fault(w, ENT_ELEMENT_TWICE, e, w->r->row_column[ROW_ELEMENT],
                       (const char *[2]){ "valeur", NULL }, (struct span[]){ name, AET_LIT("") });
        return NULL;
    }
    w->root_row |= kind == 0;
    return e;
}

static void note_key(struct rows *w, struct span row)
{
    struct span key = aet_span_trim(aet_rows_cell(w, w->r->row_column[ROW_KEY]));

    if (!key.n || w->key.n)
        return;
    w->key = aet_arena_copy(&w->d->arena, key);
    w->key_at = row.p;
}

/* Whether the row is no element: kept aside, or said to be who knows what. */
static bool is_apart(struct rows *w, struct span row)
{
    struct apart_sheet *s = &w->r->sheet;
    enum apart kind = aet_document_apart(w->r, s, w->r->row, row, w->r->row_column[ROW_ELEMENT]);
    struct row_aside *x;

    if (kind == APART_NOT)
        return false;
    if (kind == APART_DOUBT) {
        aet_rows_fault(w, ENT_TOTAL_DOUBT, stray(w, row, 0), (int)s->aside.column,
                       (const char *[2]){ "valeur", NULL },
                       (struct span[]){ s->aside.text, AET_LIT("") });
        return true;
    }
    x = aet_arena_alloc(&w->d->arena, sizeof *x);
    *x = (struct row_aside){ NULL, aet_aside_keep(&s->aside, &w->d->arena) };
    *w->asides_end = x;
    w->asides_end = &x->next;
    w->d->asides_n++;
    return true;
}

/* Whether another table begins here: nothing of it is of this document. */
static bool is_second(struct rows *w, struct span row, struct span name)
{
    if (aet_document_kind(&w->r->shape, aet_span_trim(name)) >= 0 ||
        !aet_apart_second(&w->r->sheet, row, true))
        return false;
    aet_rows_fault(w, ENT_SECOND_TABLE, stray(w, row, 0), -1, (const char *[2]){ NULL, NULL },
                   (const struct span[2]){ AET_LIT(""), AET_LIT("") });
    w->d->second = true;
    return true;
}

void aet_rows_take(struct rows *w, struct span row)
{
    struct span name = aet_rows_cell(w, w->r->row_column[ROW_ELEMENT]);
    struct element *e;
    unsigned above;

    if (w->r->row->n == 0 || w->r->row->blank)
        return;
    if (w->d->second) {
        (void)stray(w, row, 0);
        return;
    }
    if (is_apart(w, row) || is_second(w, row, name))
        return;
    if (name.n && name.p[0] == '#')
        return; /* a comment: forms say there what goes where */
    note_key(w, row);
    if (w->r->wide) {
        aet_wide_take(w, row);
        return;
    }
    e = begin_element(w, row);
    if (!e)
        return;
    width(w, e);
    aet_rows_cells(w, e);
    w->n++;
    if (e->kind == 0)
        return;
    above = (unsigned)w->r->shape.nest->kinds[e->kind].parent;
    await(w, e, w->last[above], w->unsure[above]);
    w->last[e->kind] = e;
    w->unsure[e->kind] = false;
}

void aet_rows_take_bad(struct rows *w, struct span row, enum fault f, size_t at)
{
    struct element *e;
    struct diag *x;

    /* a bad byte spoils one cell: the others still say what hangs from the row */
    if (f != FAULT_UTF8 || w->r->row->read(w->r->row, row, &at) != FAULT_NONE)
        w->r->row->n = 0;
    e = stray(w, row, UINT64_MAX);
    aet_rows_extras(w, e);

    if (f == FAULT_UTF8)
        aet_raw_text(w->r->layout, row, w->diags);
    else
        aet_raw_fault(w->diags, f, at);
    x = &w->diags->items[w->diags->n - 1];
    x->at += (size_t)(row.p - w->d->slice->raw.p);
    x->part = aet_about(e, -1, -1);
    await(w, e, NULL, false);
}
