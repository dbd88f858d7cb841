/* A document from cells: one row for each element. Column `element` says what a row is, `parent`
 * which element holds it (the last one of the right kind above, when empty). */
#include "tree/document_cells.h"

#include "record/width.h"
#include "tables/match.h"
#include "tree/document_sheet.h"

/* A row made an element, its parent not looked up yet. */
struct pending {
    struct pending *next;
    struct element *element, *above; /* the last of the parent's kind above it */
    struct span parent;
};

/* A row that is no element. */
struct row_aside {
    struct row_aside *next;
    struct aside *aside;
};

struct rows {
    struct document_reader *r;
    struct document *d;
    struct diags *diags;
    struct element *last[NEST_KINDS]; /* met so far */
    struct pending *pending, **end;
    struct row_aside *asides, **asides_end;
    size_t n; /* elements that have a row */
    struct span key;
    const char *key_at;
    bool root_row, bad;
};

static struct diag *fault(struct rows *w, int rule, struct span row, int column,
                          const char *names[2], const struct span values[2])
{
    struct diag *x = aet_diag_add(w->diags, &aet_rules_ent[rule], AET_LIT(""));

    w->bad |= aet_rules_ent[rule].gravity == ERREUR;
    for (size_t i = 0; i < 2 && names[i]; i++)
        aet_diag_arg(w->diags, x, names[i], values[i]);
    aet_diag_at(x, column < 0 ? AT_ROW : AT_CELL, (size_t)(row.p - w->d->slice->raw.p));
    if (x && column >= 0)
        x->at += w->r->layout->format->cell_at(w->r->layout, row, (size_t)column);
    return x;
}

static struct span cell_of(const struct rows *w, int column)
{
    return column < 0 || (size_t)column >= w->r->row->n
               ? AET_LIT("")
               : aet_cell_bare(w->r->layout, w->r->row->cells[column]);
}

static void add_extra(struct rows *w, struct element *e, struct span name, struct span cell)
{
    struct extra *x = aet_arena_alloc(&w->d->arena, sizeof *x), **end = &e->extras;

    *x = (struct extra){ NULL, name, aet_arena_copy(&w->d->arena, cell) };
    while (*end)
        end = &(*end)->next;
    *end = x;
}

static struct element *holder(struct rows *w, struct element *e, unsigned kind)
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

/* The heading before column `c` that leads where it does, and holds something. */
static struct span other_heading(const struct rows *w, unsigned kind, size_t c,
                                 const struct cell_place *to)
{
    for (size_t k = 0; k < c; k++) {
        const struct cell_place *there = &w->r->places[kind][k];

        if (there->kind == to->kind && there->field == to->field && cell_of(w, (int)k).n)
            return w->r->names[k];
    }
    return AET_LIT("");
}

static void take_cell(struct rows *w, struct element *e, struct span row, size_t c,
                      const struct cell_place *to)
{
    struct span cell = cell_of(w, (int)c);
    struct element *in;

    if (to->kind < 0) {
        static const char *names[2] = { "champ", NULL };

        if (to->foreign)
            aet_diag_about(fault(w, ENT_CELL_FOREIGN, row, (int)c, names,
                                 (struct span[]){ w->r->names[c], AET_LIT("") }),
                           &aet_element_schema(e)->title);
        w->r->mapping.passed_over[c] |= !to->foreign;
        add_extra(w, e, w->r->names[c], cell);
        return;
    }
    in = holder(w, e, (unsigned)to->kind);
    if (in->values[to->field].kind != VALUE_NONE) {
        static const char *names[2] = { "valeur", "autre" };

        aet_diag_about(fault(w, ENT_FIELD_TWICE, row, (int)c, names,
                             (struct span[]){ w->r->names[c], other_heading(w, e->kind, c, to) }),
                       &aet_element_schema(in)->fields[to->field].title);
        return;
    }
    in->values[to->field] = (struct value){ VALUE_TEXT, aet_arena_copy(&w->d->arena, cell), NULL };
}

static void take_cells(struct rows *w, struct element *e, struct span row)
{
    const struct cell_place *to = aet_document_places(w->r, e->kind);
    const struct row_at at = { w->d->slice, row };

    for (size_t c = 0; c < w->r->layout->columns; c++) {
        if (!w->r->row->cells[c].n || aet_document_row_column(w->r, c))
            continue;
        if (!w->r->layout->headings[c].n) {
            aet_width_no_name(w->r->layout, w->r->row, &at, c, w->diags);
            w->bad = true;
            continue;
        }
        take_cell(w, e, row, c, &to[c]);
    }
}

/* The kind whose name is nearest to a word, or NULL. */
static const char *near_kind(const struct shape *shape, struct span name)
{
    const char *best = NULL;
    double score = 0.5;

    for (size_t k = 0; k < shape->nest->n; k++) {
        const char *word = shape->nest->kinds[k].schema->name;
        double s = aet_similarity(name, aet_span_z(word));

        if (s > score) {
            score = s;
            best = word;
        }
    }
    return best;
}

/* What a row is; NULL: reported. */
static struct element *begin_element(struct rows *w, struct span row)
{
    struct span name = aet_span_trim(cell_of(w, w->r->row_column[ROW_ELEMENT]));
    int kind = name.n ? aet_document_kind(&w->r->shape, name) : -1;
    struct element *e;

    if (kind < 0 && aet_apart_second(&w->r->sheet, row, true)) {
        fault(w, ENT_SECOND_TABLE, row, -1, (const char *[2]){ NULL, NULL },
              (struct span[]){ AET_LIT(""), AET_LIT("") });
        w->d->second = true;
        return NULL;
    }
    if (kind < 0) {
        const char *near = name.n ? near_kind(&w->r->shape, name) : NULL;

        fault(w, name.n ? ENT_ELEMENT : ENT_ELEMENT_NONE, row, w->r->row_column[ROW_ELEMENT],
              (const char *[2]){ "valeur", near ? "suggestion" : NULL },
              (struct span[]){ name, aet_span_z(near) });
        return NULL;
    }
    if (kind == 0) {
        if (w->root_row)
            fault(w, ENT_ELEMENT_TWICE, row, w->r->row_column[ROW_ELEMENT],
                  (const char *[2]){ "valeur", NULL }, (struct span[]){ name, AET_LIT("") });
        w->root_row = true;
        e = w->d->root;
    } else {
        e = aet_element_new(w->d, (unsigned)kind);
    }
    e->raw = row;
    return e;
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
        fault(w, ENT_TOTAL_DOUBT, row, (int)s->aside.column, (const char *[2]){ "valeur", NULL },
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

static void take_row(struct rows *w, struct span row)
{
    const struct row_at at = { w->d->slice, row };
    struct element *e;
    struct pending *p;
    struct span key;

    if (w->r->row->n == 0 || w->r->row->blank || w->d->second || is_apart(w, row))
        return;
    if (cell_of(w, w->r->row_column[ROW_ELEMENT]).n &&
        cell_of(w, w->r->row_column[ROW_ELEMENT]).p[0] == '#')
        return; /* a comment: forms say there what goes where */
    if (!aet_width_check(&w->r->mapping, w->r->row, &at, w->diags)) {
        w->bad = true;
        return;
    }
    key = aet_span_trim(cell_of(w, w->r->row_column[ROW_KEY]));
    if (key.n && !w->key.n) {
        w->key = aet_arena_copy(&w->d->arena, key);
        w->key_at = row.p;
    }
    e = begin_element(w, row);
    if (!e)
        return;
    take_cells(w, e, row);
    w->n++;
    if (e->kind == 0)
        return;
    p = aet_arena_alloc(&w->d->arena, sizeof *p);
    *p = (struct pending){ .element = e,
                           .above = w->last[w->r->shape.nest->kinds[e->kind].parent] };
    p->parent = aet_arena_copy(&w->d->arena,
                               aet_span_trim(cell_of(w, w->r->row_column[ROW_PARENT])));
    *w->end = p;
    w->end = &p->next;
    w->last[e->kind] = e;
}

/* The element of a kind with this id: the one just above, else any of the document. */
static struct element *find_parent(const struct rows *w, const struct pending *p, unsigned kind)
{
    if (kind == 0)
        return w->d->root;
    if (!p->parent.n)
        return p->above;
    if (p->above && aet_span_eq(aet_element_id(p->above), p->parent))
        return p->above;
    for (const struct pending *q = w->pending; q; q = q->next)
        if (q->element->kind == kind && aet_span_eq(aet_element_id(q->element), p->parent))
            return q->element;
    return NULL;
}

/* A row of a PART_FIELDS kind, written by itself: its values go where those of its parent's row
 * are. */
static bool merge_fields(struct rows *w, struct element *e, struct element *parent)
{
    struct element *there = aet_child(parent, e->kind);

    if (!there)
        return false;
    for (size_t i = 0; i < aet_element_schema(e)->n; i++)
        if (e->values[i].kind != VALUE_NONE) {
            if (there->values[i].kind != VALUE_NONE)
                return false;
            there->values[i] = e->values[i];
        }
    (void)w;
    return true;
}

static void attach(struct rows *w, struct pending *p)
{
    const struct kind *k = &w->r->shape.nest->kinds[p->element->kind];
    struct element *parent = find_parent(w, p, (unsigned)k->parent);
    const char *wanted = w->r->shape.nest->kinds[k->parent].schema->name;

    if (!parent) {
        fault(w, p->parent.n ? ENT_PARENT : ENT_PARENT_NONE, p->element->raw,
              p->parent.n ? w->r->row_column[ROW_PARENT] : -1,
              (const char *[2]){ "valeur", "autre" },
              (struct span[]){ p->parent, aet_span_z(wanted) });
        return;
    }
    if (k->part != PART_MANY && aet_child(parent, p->element->kind)) {
        if (k->part == PART_FIELDS && merge_fields(w, p->element, parent))
            return;
        fault(w, ENT_ELEMENT_TWICE, p->element->raw, w->r->row_column[ROW_ELEMENT],
              (const char *[2]){ "valeur", NULL },
              (struct span[]){ aet_span_z(k->schema->name), AET_LIT("") });
        return;
    }
    aet_element_attach(p->element, parent);
}

/* The key that groups the rows is the document's name where it has no other. */
static void settle_key(struct rows *w)
{
    struct element *root = w->d->root;
    struct span id = aet_element_id(root), other = aet_document_key(w->d);
    const struct schema *s = aet_element_schema(root);

    if (!w->key.n || aet_span_eq(w->key, other))
        return;
    for (unsigned k = 1; k < w->r->shape.nest->n; k++)
        if (w->r->shape.nest->kinds[k].part == PART_ONE && w->r->shape.nest->kinds[k].parent == 0 &&
            aet_child(root, k) && aet_span_eq(w->key, aet_element_id(aet_child(root, k))))
            return;
    if (id.n) {
        fault(w, ENT_KEY_DIFFERS, aet_span(w->key_at, 0), -1,
              (const char *[2]){ "valeur", "autre" }, (struct span[]){ w->key, id });
        return;
    }
    for (size_t i = 0; i < s->n; i++)
        if (strcmp(s->fields[i].name, "id") == 0)
            root->values[i] = (struct value){ VALUE_TEXT, w->key, NULL };
}

/* The elements in the order of their rows, and the rows that are none. */
static void settle_rows(struct rows *w)
{
    struct document *d = w->d;
    struct element *root = w->root_row ? d->root : NULL;
    size_t n = 0;

    d->rows = aet_arena_alloc(&d->arena, (w->n + 1) * sizeof(struct element *));
    for (struct pending *p = w->pending; p; p = p->next) {
        if (root && root->raw.p < p->element->raw.p)
            d->rows[d->rows_n++] = root, root = NULL;
        d->rows[d->rows_n++] = p->element;
    }
    if (root)
        d->rows[d->rows_n++] = root;
    d->asides = aet_arena_alloc(&d->arena, (d->asides_n + 1) * sizeof *d->asides);
    for (struct row_aside *x = w->asides; x; x = x->next)
        d->asides[n++] = *x->aside;
}

enum parsed aet_document_cells(struct document_reader *r, struct document *d, struct diags *diags)
{
    struct rows w = { .r = r, .d = d, .diags = diags };
    struct span rest = d->slice->raw;
    struct cutter cutter;
    struct piece piece;

    w.end = &w.pending;
    w.asides_end = &w.asides;
    d->root = aet_element_new(d, 0);
    r->layout->format->row_cutter(r->layout, &cutter);
    while (aet_cut(&cutter, rest, true, &piece) == CUT_RECORD) {
        struct span row = aet_span(rest.p + piece.start, piece.end - piece.start);
        size_t at = 0;
        enum fault f = r->row->read(r->row, row, &at);

        if (f != FAULT_NONE)
            return aet_record_bad(diags, f, (size_t)(row.p - d->slice->raw.p) + at);
        take_row(&w, row);
        rest = aet_span_from(rest, piece.end);
    }
    for (struct pending *p = w.pending; p; p = p->next)
        attach(&w, p);
    settle_key(&w);
    settle_rows(&w);
    if (!w.pending && !w.root_row && !w.bad)
        return PARSED_BLANK;
    return w.bad ? PARSED_BAD : PARSED;
}
