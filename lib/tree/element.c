/* The tree, its paths and its places. */
#include "tree/element.h"

#include "record/place.h"

void aet_shape_make(struct shape *shape, const struct nest *nest)
{
    *shape = (struct shape){ .nest = nest };
    for (unsigned k = 1; k < nest->n; k++) {
        unsigned p = (unsigned)nest->kinds[k].parent;

        shape->slot[k] = shape->slots[p];
        shape->children[p][shape->slots[p]++] = k;
    }
}

struct element *aet_element_new(struct document *d, unsigned kind)
{
    const struct schema *schema = d->shape->nest->kinds[kind].schema;
    size_t slots = d->shape->slots[kind];
    struct element *e = aet_arena_alloc(&d->arena, sizeof *e);

    *e = (struct element){ .document = d, .kind = kind };
    e->values = aet_arena_alloc(&d->arena, schema->n * sizeof *e->values);
    for (size_t i = 0; i < schema->n; i++)
        e->values[i] = (struct value){ .kind = VALUE_NONE };
    e->first = aet_arena_alloc(&d->arena, (2 * slots + 1) * sizeof *e->first);
    e->last = e->first + slots;
    for (size_t i = 0; i < 2 * slots; i++)
        e->first[i] = NULL;
    return e;
}

void aet_element_attach(struct element *e, struct element *parent)
{
    size_t slot = e->document->shape->slot[e->kind];

    e->parent = parent;
    if (parent->last[slot])
        parent->last[slot]->next = e;
    else
        parent->first[slot] = e;
    parent->last[slot] = e;
}

struct span aet_element_id(const struct element *e)
{
    const struct schema *s = aet_element_schema(e);

    for (size_t i = 0; i < s->n; i++)
        if (strcmp(s->fields[i].name, "id") == 0)
            return e->values[i].kind == VALUE_TEXT || e->values[i].kind == VALUE_NUMBER
                       ? aet_span_trim(e->values[i].text)
                       : AET_LIT("");
    return AET_LIT("");
}

struct span aet_document_key(const struct document *d)
{
    struct span id = aet_element_id(d->root);

    for (unsigned k = 1; !id.n && k < d->shape->nest->n; k++)
        if (d->shape->nest->kinds[k].part == PART_ONE && d->shape->nest->kinds[k].parent == 0 &&
            aet_child(d->root, k))
            id = aet_element_id(aet_child(d->root, k));
    return id;
}

static void link_element(struct document *d, struct element *e, bool number)
{
    if (d->last[e->kind])
        d->last[e->kind]->after = e;
    else
        d->first[e->kind] = e;
    d->last[e->kind] = e;
    e->after = NULL;
    for (size_t s = 0; s < d->shape->slots[e->kind]; s++) {
        uint32_t index = 0;

        for (struct element *c = e->first[s]; c; c = c->next) {
            if (number)
                c->index = index++; /* of objects it is known: the place in the array */
            link_element(d, c, number);
        }
    }
}

static void link_all(struct document *d, bool number)
{
    for (size_t k = 0; k < d->shape->nest->n; k++)
        d->first[k] = d->last[k] = NULL;
    if (d->root)
        link_element(d, d->root, number);
}

void aet_document_link(struct document *d)
{
    link_all(d, aet_has_cells(d->layout));
}

void aet_document_chain(struct document *d)
{
    link_all(d, false);
}

static void path_of(const struct element *e, struct buf *out)
{
    const struct kind *k = &e->document->shape->nest->kinds[e->kind];

    if (!e->parent)
        return;
    path_of(e->parent, out);
    if (out->n)
        aet_buf_char(out, '.');
    aet_buf_str(out, k->key);
    if (k->part != PART_MANY)
        return;
    aet_buf_char(out, '[');
    aet_buf_uint(out, e->index);
    aet_buf_char(out, ']');
}

struct span aet_element_path(const struct element *e, const char *field, long position,
                             struct buf *out)
{
    aet_buf_clear(out);
    path_of(e, out);
    if (field) {
        if (out->n)
            aet_buf_char(out, '.');
        aet_buf_str(out, field);
    }
    if (field && position >= 0) {
        aet_buf_char(out, '[');
        aet_buf_uint(out, (uint64_t)position);
        aet_buf_char(out, ']');
    }
    return aet_buf_view(out);
}

/* The raw value of a member, by the field that its key names. */
static bool object_member(const struct element *e, int field, struct span *value)
{
    struct span inside = aet_json_inside(e->raw), key;
    struct headings *h = e->document->headings[e->kind];

    while (h && aet_json_next(&inside, &key, value))
        if (key.n > 2 && aet_heading_field(h, aet_span(key.p + 1, key.n - 2)) == field)
            return true;
    return false;
}

static struct spot object_at(const struct element *e, int field, long position)
{
    struct span value = e->raw, inside, part;

    if (field >= 0 && object_member(e, field, &value) && position >= 0 && value.p[0] == '[') {
        inside = aet_json_inside(value);
        for (long i = 0; aet_json_next(&inside, NULL, &part); i++)
            if (i == position)
                value = part;
    }
    return (struct spot){ (size_t)(value.p - e->document->slice->raw.p), true };
}

bool aet_document_says_where(const struct document *d, size_t column)
{
    for (size_t i = 0; i < ROW_COLUMNS; i++)
        if (d->row_column[i] == (int)column)
            return true;
    return false;
}

const struct element *aet_element_row(const struct element *e, int field)
{
    for (const struct element *a = e->also; a && field >= 0; a = a->also)
        if (a->into && a->values[field].kind != VALUE_NONE)
            return a;
    while (!e->raw.p && e->parent) /* fields that stand in their parent's row */
        e = e->parent;
    return e;
}

static struct spot cells_at(const struct element *e, int field, long position)
{
    const struct layout *l = e->document->layout;
    struct headings *h = e->document->headings[e->kind];
    const struct element *row = aet_element_row(e, field);
    size_t from, found = (size_t)-1;

    if (!row->raw.p)
        return (struct spot){ 0, false };
    from = (size_t)(row->raw.p - e->document->slice->raw.p);
    for (size_t c = 0; field >= 0 && h && c < l->columns; c++) {
        size_t at, end;

        if (!l->headings[c].n || aet_document_says_where(e->document, c) ||
            aet_heading_field(h, l->headings[c]) != field)
            continue;
        at = l->format->cell_at(l, row->raw, c);
        end = l->format->cell_at(l, row->raw, c + 1);
        if (found < row->raw.n && end <= at + 1)
            continue; /* empty: a variant of the heading that holds the value comes before */
        found = at;
        if (end > at + 1) {
            if (position >= 0)
                found += aet_place_item(aet_span(row->raw.p + at, end - at), (size_t)position);
            break;
        }
    }
    return found < row->raw.n ? (struct spot){ from + found, true } : (struct spot){ from, false };
}

struct spot aet_element_at(const struct element *e, int field, long position)
{
    return aet_has_cells(e->document->layout) ? cells_at(e, field, position)
                                              : object_at(e, field, position);
}

void aet_element_named(struct diag *x, const struct element *e, struct arena *arena)
{
    const struct schema *s;
    struct span rest, field;
    struct buf out = { 0 };

    while (e->parent && !aet_element_schema(e)->noun.fr)
        e = e->parent;
    s = aet_element_schema(e);
    x->noun = &s->noun;
    rest = aet_span_z(s->named_by ? s->named_by : "");
    while (aet_naming_next(&rest, out.n > 0, &field))
        for (size_t i = 0; i < s->n; i++) {
            const struct value *v = &e->values[i];

            if ((v->kind != VALUE_TEXT && v->kind != VALUE_NUMBER) ||
                !aet_span_eq(field, aet_span_z(s->fields[i].name)))
                continue;
            aet_buf_str(&out, out.n ? ", " : "");
            aet_buf_span(&out, aet_span_trim(v->text));
        }
    x->name = aet_arena_copy(arena, aet_buf_view(&out));
    aet_buf_free(&out);
}

struct about *aet_about(const struct element *e, int field, long position)
{
    struct about *a = aet_arena_alloc(&e->document->arena, sizeof *a);

    *a = (struct about){ .e = e, .field = field, .position = position };
    return a;
}

struct diag *aet_element_diag(struct diags *d, const struct rule *rule, const struct element *e,
                              int field, long position)
{
    const char *name = field < 0 ? NULL : aet_element_schema(e)->fields[field].name;
    struct buf path = { 0 };
    struct diag *x;

    if (e->askew && rule->gravity < ERREUR)
        return NULL;
    if (rule->gravity < d->least)
        return aet_diag_add(d, rule, AET_LIT("")); /* counted, not kept: spare the path */
    x = aet_diag_add(d, rule, aet_element_path(e, name, position, &path));
    aet_buf_free(&path);
    if (x) {
        struct spot spot = aet_element_at(e, field, position);

        aet_diag_at(x, spot.cell ? AT_CELL : AT_ROW, spot.at);
        x->part = aet_about(e, field, position);
        aet_element_named(x, e, d->arena);
        if (field >= 0)
            aet_diag_about(x, &aet_element_schema(e)->fields[field].title);
    }
    return x;
}
