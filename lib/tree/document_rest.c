/* Writing what was left out: as a document of its own, or as rows that find their place again. */
#include "tree/document_rest.h"

#include "format/json_text.h"
#include "tree/document_write.h"
#include "tree/reader.h"

struct rest {
    const struct document *d;
    struct buf *out;
};

static void comma(struct rest *w)
{
    aet_buf_char(w->out, ',');
}

/* An object ends, in place of its last comma. */
static void close(struct rest *w)
{
    w->out->n -= w->out->p[w->out->n - 1] == ',';
    aet_buf_str(w->out, "},");
}

static void key(struct rest *w, const char *name)
{
    aet_json_string(w->out, aet_span_z(name));
    aet_buf_char(w->out, ':');
}

/* What others call the element: its identifier, or else the field behind it. */
static void name_it(struct rest *w, const struct element *e)
{
    const struct schema *s = aet_element_schema(e);

    for (size_t i = 0; i < s->n && i < 2 && strcmp(s->fields[0].name, "id") == 0; i++) {
        if (e->values[i].kind != VALUE_TEXT && e->values[i].kind != VALUE_NUMBER)
            continue;
        key(w, s->fields[i].name);
        aet_json_string(w->out, e->values[i].text);
        comma(w);
        return;
    }
}

/* As it was written: of an object, every member that stands for it. */
static void lost_field(struct rest *w, const struct loss *l)
{
    const struct element *e = l->of.e;
    struct headings *h = w->d->headings[e->kind];
    struct span inside, name, value;
    struct buf scratch = { 0 };

    if (aet_has_cells(w->d->layout)) {
        key(w, aet_element_schema(e)->fields[l->of.field].name);
        aet_json_string(w->out, l->was);
        comma(w);
        return;
    }
    inside = aet_json_inside(e->raw);
    while (aet_json_next(&inside, &name, &value)) {
        if (aet_heading_field(h, aet_json_spelt(name, &scratch)) != l->of.field)
            continue;
        aet_buf_span(w->out, name);
        aet_buf_char(w->out, ':');
        aet_json_compact(w->out, value);
        comma(w);
    }
    aet_buf_free(&scratch);
}

/* Parts of one list, which follow each other; how many they are. */
static size_t lost_parts(struct rest *w, struct loss *const *list, size_t n)
{
    const struct about *of = &list[0]->of;
    size_t k = 0;

    key(w, aet_element_schema(of->e)->fields[of->field].name);
    aet_buf_char(w->out, '[');
    for (; k < n && list[k]->of.field == of->field && list[k]->of.position >= 0; k++) {
        if (k)
            comma(w);
        aet_json_string(w->out, list[k]->was);
    }
    aet_buf_str(w->out, "],");
    return k;
}

static void lost_extra(struct rest *w, const struct extra *x)
{
    aet_json_string(w->out, x->name);
    aet_buf_char(w->out, ':');
    if (aet_has_cells(w->d->layout))
        aet_json_string(w->out, x->text);
    else
        aet_json_compact(w->out, x->text);
    comma(w);
}

static void lost_values(struct rest *w, const struct element *e)
{
    for (size_t i = 0; i < e->losses_n;) {
        const struct loss *l = e->losses[i];

        if (l->of.position >= 0) {
            i += lost_parts(w, e->losses + i, e->losses_n - i);
            continue;
        }
        if (l->of.extra)
            lost_extra(w, l->of.extra);
        else
            lost_field(w, l);
        i++;
    }
}

static void lost_element(struct rest *w, const struct element *e)
{
    if (aet_has_cells(w->d->layout))
        aet_element_write_json(e, w->out);
    else
        aet_json_compact(w->out, e->raw);
}

static bool write_rest(struct rest *w, const struct element *e);

/* The parts of one kind that went, or hold what went. False: none. */
static bool rest_of_kind(struct rest *w, const struct element *e, size_t slot)
{
    unsigned kind = w->d->shape->children[e->kind][slot];
    const struct kind *k = &w->d->shape->nest->kinds[kind];
    size_t start = w->out->n;
    bool many = k->part == PART_MANY, any = false;

    key(w, k->key);
    aet_buf_str(w->out, many ? "[" : "");
    for (const struct element *c = e->first[slot]; c; c = c->next) {
        size_t before = w->out->n;

        aet_buf_char(w->out, '{');
        if (!write_rest(w, c)) {
            w->out->n = before;
            continue;
        }
        close(w);
        any = true;
    }
    for (const struct element *c = e->lost; c; c = c->next)
        if (c->kind == kind) {
            lost_element(w, c);
            comma(w);
            any = true;
        }
    if (!any) {
        w->out->n = start;
        return false;
    }
    if (many) {
        w->out->p[w->out->n - 1] = ']';
        comma(w);
    }
    return true;
}

/* The members of an element that holds something that went. False: it holds nothing. */
static bool write_rest(struct rest *w, const struct element *e)
{
    size_t start = w->out->n;
    bool any = e->losses_n > 0;

    name_it(w, e);
    lost_values(w, e);
    for (size_t s = 0; s < w->d->shape->slots[e->kind]; s++) {
        /* the group that the plan is of: whose it is must be told */
        bool names = !e->parent && e->first[s] && !e->first[s]->losses_n &&
                     w->d->shape->nest->kinds[w->d->shape->children[e->kind][s]].part == PART_ONE;

        any |= rest_of_kind(w, e, s);
        if (names) {
            key(w, w->d->shape->nest->kinds[w->d->shape->children[e->kind][s]].key);
            aet_buf_char(w->out, '{');
            name_it(w, e->first[s]);
            close(w);
        }
    }
    if (!any)
        w->out->n = start;
    return any;
}

void aet_document_rest_json(const struct document *d, struct buf *out)
{
    struct rest w = { d, out };

    (void)write_rest(&w, d->root);
}

static void fill(const struct document *d, enum row_column which, struct span text,
                 struct span *cells, size_t n)
{
    int column = d->row_column[which];

    if (column >= 0 && (size_t)column < n && !cells[column].n)
        cells[column] = text;
}

bool aet_document_row_names(const struct document *d, const struct element *e, size_t column)
{
    int field;

    if (aet_document_says_where(d, column))
        return true;
    if (!e || !d->headings[e->kind] || !d->layout->headings[column].n)
        return false;
    field = aet_heading_field(d->headings[e->kind], d->layout->headings[column]);
    return field != NO_FIELD && strcmp(aet_element_schema(e)->fields[field].name, "id") == 0;
}

void aet_document_rest_row(const struct document *d, const struct gone *g, struct span *cells,
                           size_t n)
{
    if (!g->e || g->e->askew)
        return;
    fill(d, ROW_KEY, aet_document_key(d), cells, n);
    if (g->e->parent && g->e->parent->parent)
        fill(d, ROW_PARENT, aet_element_id(g->e->parent), cells, n);
}
