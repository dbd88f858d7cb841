/* Deciding what goes, and taking it out of the tree. */
#include "tree/leave.h"

#include <stdlib.h>

#include "record/items.h"
#include "tree/losses.h"

static const struct kind *kind_of(const struct element *e)
{
    return &e->document->shape->nest->kinds[e->kind];
}

/* The root, its single parts, and the fields of these. */
static bool in_head(const struct element *e)
{
    while (e->parent && kind_of(e)->part == PART_FIELDS)
        e = e->parent;
    return !e->parent || (kind_of(e)->part == PART_ONE && !e->parent->parent);
}

static bool names_it(const struct element *e, int field)
{
    return kind_of(e)->part != PART_FIELDS &&
           strcmp(aet_element_schema(e)->fields[field].name, "id") == 0;
}

static void lose(struct document *d, const struct about *a)
{
    struct loss *l = aet_arena_alloc(&d->arena, sizeof *l);

    *l = (struct loss){ .next = d->losses, .of = *a };
    d->losses = l;
}

/* False: the document does not stand without. */
static bool leave_one(struct document *d, struct about *a)
{
    struct element *e;
    bool head;

    if (a->e->into && !a->extra)
        a->e = a->e->into;
    e = (struct element *)a->e; /* a check must not change it; we own it */
    a->heeded = true;
    if (e->left_out || e->leaves)
        return true;
    head = in_head(e);
    if (a->alone || (head && (a->extra || (a->field >= 0 && !names_it(e, a->field))))) {
        lose(d, a);
        return true;
    }
    if (head && kind_of(e)->part != PART_FIELDS)
        return false;
    while (!head && kind_of(e)->part == PART_FIELDS)
        e = e->parent;
    e->leaves = true;
    return true;
}

/* With all that hangs from it; how many elements they are. */
static uint64_t mark_out(struct element *e)
{
    uint64_t n = kind_of(e)->part != PART_FIELDS;

    e->left_out = true;
    for (size_t s = 0; s < e->document->shape->slots[e->kind]; s++)
        for (struct element *c = e->first[s]; c; c = c->next)
            n += mark_out(c);
    for (struct element *c = e->lost; c; c = c->next)
        c->left_out = true; /* counted when it was lost */
    return n;
}

static void add_lost(struct element *parent, struct element *e)
{
    *(parent->lost ? parent->lost_end : &parent->lost) = e;
    parent->lost_end = &e->next;
}

/* What leaves goes from the children of a slot to those that were lost. */
static void part(struct document *d, struct element *e, size_t slot)
{
    struct element *c = e->first[slot], *next;

    e->first[slot] = e->last[slot] = NULL;
    for (; c; c = next) {
        next = c->next;
        c->next = NULL;
        if (!c->leaves) {
            if (e->last[slot])
                e->last[slot]->next = c;
            else
                e->first[slot] = c;
            e->last[slot] = c;
            continue;
        }
        d->elements_out += mark_out(c) + (kind_of(c)->part == PART_FIELDS);
        add_lost(e, c);
    }
}

static void prune(struct document *d, struct element *e)
{
    for (size_t s = 0; s < d->shape->slots[e->kind]; s++) {
        part(d, e, s);
        for (struct element *c = e->first[s]; c; c = c->next)
            prune(d, c);
    }
}

bool aet_document_leave(struct document *d, const struct diags *diags, size_t from)
{
    bool any = false;

    for (size_t i = from; i < diags->n; i++) {
        struct about *a = (struct about *)diags->items[i].part;

        if (diags->items[i].rule->gravity < d->least || (a && a->heeded))
            continue;
        any = true;
        d->falls |= !a || d->whole || !leave_one(d, a);
    }
    if (any && !d->falls) {
        prune(d, d->root);
        aet_document_chain(d);
    }
    if (!d->falls)
        aet_losses_settle(d);
    return !d->falls;
}

void aet_document_lose(const struct element *e, int field, long position, struct span part)
{
    struct about *a = aet_about(e, field, position);

    a->part = part;
    lose(e->document, a);
}

void aet_document_stray(struct document *d, struct element *e)
{
    *(d->strays_end ? d->strays_end : &d->strays) = e;
    d->strays_end = &e->next;
}

void aet_document_lose_row(struct document *d, struct span row, struct diags *diags, size_t from)
{
    struct element *e = aet_element_new(d, 0);

    e->raw = row;
    e->left_out = true;
    aet_document_stray(d, e);
    d->elements_out++;
    for (size_t i = from; i < diags->n; i++)
        diags->items[i].part = aet_about(e, -1, -1);
}

void aet_document_strays_out(struct document *d)
{
    for (struct element *e = d->strays; e; e = e->next)
        d->elements_out += mark_out(e);
}

void aet_element_lose(struct element *parent, struct element *e)
{
    e->parent = parent;
    e->left_out = true;
    add_lost(parent, e);
    e->document->elements_out++;
}

/* Made by aet_element_diag: ours to change. */
static struct about *about_of(struct diag *x)
{
    return x ? (struct about *)x->part : NULL;
}

void aet_diag_alone(struct diag *x, struct span part)
{
    struct about *a = about_of(x);

    if (!a)
        return;
    a->alone = true;
    a->part = part;
}

void aet_diag_extra(struct diag *x, const struct extra *extra)
{
    struct about *a = about_of(x);

    if (a) {
        a->alone = true;
        a->extra = extra;
    }
}

void aet_diag_whole(struct diag *x)
{
    struct about *a = about_of(x);

    if (a)
        a->field = -1;
}

const struct element *aet_element_lost(const struct element *e, unsigned kind)
{
    const struct element *c = e->lost;

    while (c && c->kind != kind)
        c = c->next;
    return c;
}

bool aet_element_lacks(const struct element *e, unsigned kind)
{
    return (e->unsure >> kind & 1) || aet_element_lost(e, kind);
}

bool aet_document_lost(const struct diag *x)
{
    const struct about *a = x->part;

    return a && (a->heeded || a->alone || a->e->left_out);
}

static bool names(const struct element *e, struct span id)
{
    if (aet_span_eq(aet_element_id(e), id))
        return true;
    for (const struct extra *x = e->extras; e->kind == 0 && x; x = x->next)
        if (aet_span_eq(aet_span_trim(x->text), id))
            return true;
    for (size_t s = 0; s < e->document->shape->slots[e->kind]; s++)
        for (const struct element *c = e->first[s]; c; c = c->next)
            if (names(c, id))
                return true;
    return false;
}

bool aet_document_strays_name(const struct document *d, struct span id)
{
    for (const struct element *e = d->strays; e; e = e->next)
        if (names(e, id))
            return true;
    return false;
}
