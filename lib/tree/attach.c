/* Every element of a document of rows finds its parent: the one that column `parent` names, or else
 * the last one of the right kind above it. */
#include "tree/rows.h"

#include "tree/leave.h"

static void name_it(struct rows *w, struct span id, struct element *e)
{
    if (!id.n)
        return;
    w->named = aet_grow(w->named, &w->named_cap, w->named_n, sizeof(struct element *));
    w->named[w->named_n++] = e;
    aet_hash_add(&w->ids, aet_span_hash(id), w->named_n);
}

/* All identifiers; a row that cannot be read may have any of its cells for one. */
static void name_all(struct rows *w)
{
    for (const struct pending *p = w->pending; p; p = p->next) {
        name_it(w, aet_element_id(p->element), p->element);
        for (struct extra *x = p->element->extras; p->element->kind == 0 && x; x = x->next)
            name_it(w, aet_span_trim(x->text), p->element);
    }
}

static bool has_cell(const struct element *e, struct span text)
{
    for (const struct extra *x = e->extras; x; x = x->next)
        if (aet_span_eq(aet_span_trim(x->text), text))
            return true;
    return false;
}

/* The first element of a kind with an identifier; of kind 0: the row that cannot be read. */
static struct element *named(const struct rows *w, unsigned kind, struct span id)
{
    struct element *first = NULL;
    uint64_t *found, best = UINT64_MAX;

    for (uint32_t at = 0; (found = aet_hash_next(&w->ids, aet_span_hash(id), &at)) != NULL;) {
        struct element *e = w->named[*found - 1];
        bool same = kind == 0 ? has_cell(e, id) : aet_span_eq(aet_element_id(e), id);

        if (e->kind == kind && same && *found < best) {
            best = *found;
            first = e;
        }
    }
    return first;
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
    return named(w, kind, p->parent);
}

static bool same_extra(const struct element *a, const struct element *b)
{
    for (const struct extra *x = a->extras; x; x = x->next)
        for (const struct extra *y = b->extras; y; y = y->next)
            if (aet_span_eq(x->name, y->name))
                return true;
    return false;
}

/* A row of a PART_FIELDS kind, written by itself: its values go where those of its parent's row
 * are, and so does what no field claims. */
static bool merge_fields(struct element *e, struct element *there)
{
    struct extra **end = &there->extras;

    if (same_extra(e, there))
        return false;
    for (size_t i = 0; i < aet_element_schema(e)->n; i++)
        if (e->values[i].kind != VALUE_NONE && there->values[i].kind != VALUE_NONE)
            return false;
    for (size_t i = 0; i < aet_element_schema(e)->n; i++)
        if (e->values[i].kind != VALUE_NONE)
            there->values[i] = e->values[i];
    while (*end)
        end = &(*end)->next;
    *end = e->extras;
    return true;
}

/* A second row of what is there once: the first is not sure any more. */
static void second(struct rows *w, struct element *e, struct element *there)
{
    const struct kind *k = &w->r->shape.nest->kinds[e->kind];
    struct diag *x;

    e->also = there->also; /* the rows go where the element goes */
    there->also = e;
    if (k->part == PART_FIELDS && merge_fields(e, there)) {
        e->into = there;
        return;
    }
    x = aet_rows_fault(w, ENT_ELEMENT_TWICE, e, w->r->row_column[ROW_ELEMENT],
                       (const char *[2]){ "valeur", NULL },
                       (struct span[]){ aet_span_z(k->schema->name), AET_LIT("") });
    if (x)
        x->part = aet_about(there, -1, -1);
}

/* It has no certain place: said, but where it names a row that was said to be unreadable. */
static void no_place(struct rows *w, const struct pending *p, bool unsure, struct span wanted)
{
    const struct span one[2] = { wanted, AET_LIT("") };
    struct element *e = p->element;

    if (unsure)
        aet_rows_fault(w, ENT_PARENT_UNSURE, e, -1, (const char *[2]){ "autre", NULL }, one);
    else if (!p->parent.n)
        aet_rows_fault(w, ENT_PARENT_NONE, e, -1, (const char *[2]){ "autre", NULL }, one);
    else if (!named(w, 0, p->parent))
        aet_rows_fault(w, ENT_PARENT, e, w->r->row_column[ROW_PARENT],
                       (const char *[2]){ "valeur", "autre" },
                       (struct span[]){ p->parent, wanted });
    aet_document_stray(w->d, e);
}

/* A row that cannot be read, and names its parent: that one may lack it. */
static void parent_lacks(struct rows *w, const struct pending *p)
{
    const struct nest *nest = w->r->shape.nest;

    for (unsigned k = 1; p->parent.n && k < nest->n; k++) {
        struct element *parent = nest->kinds[k].parent > 0 && (p->element->unsure >> k & 1)
                                     ? named(w, (unsigned)nest->kinds[k].parent, p->parent)
                                     : NULL;

        if (parent)
            parent->unsure |= (uint64_t)1 << k;
    }
}

static void attach(struct rows *w, struct pending *p)
{
    const struct kind *k = &w->r->shape.nest->kinds[p->element->kind];
    struct element *parent, *there;
    bool unsure;

    if (p->element->kind == 0) {
        parent_lacks(w, p);
        return;
    }
    parent = find_parent(w, p, (unsigned)k->parent);
    unsure = p->unsure && !p->parent.n && k->parent > 0;
    if (unsure && parent)
        parent->unsure |= (uint64_t)1 << p->element->kind;
    if (unsure || !parent) {
        no_place(w, p, unsure, aet_span_z(w->r->shape.nest->kinds[k->parent].schema->name));
        return;
    }
    there = k->part == PART_MANY ? NULL : aet_child(parent, p->element->kind);
    if (there)
        second(w, p->element, there);
    else
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
        struct element at = { .document = w->d, .raw = aet_span(w->key_at, 0) };
        struct diag *x = aet_rows_fault(w, ENT_KEY_DIFFERS, &at, -1,
                                        (const char *[2]){ "valeur", "autre" },
                                        (struct span[]){ w->key, id });

        if (x)
            x->part = NULL; /* nothing tells which document it is */
        return;
    }
    for (size_t i = 0; i < s->n; i++)
        if (strcmp(s->fields[i].name, "id") == 0)
            root->values[i] = (struct value){ .kind = VALUE_TEXT, .text = w->key };
}

void aet_rows_attach(struct rows *w)
{
    name_all(w);
    for (struct pending *p = w->pending; p; p = p->next)
        attach(w, p);
    settle_key(w);
    aet_document_strays_out(w->d);
    aet_hash_free(&w->ids);
    aet_free(w->named);
}
