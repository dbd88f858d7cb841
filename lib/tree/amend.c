/* Setting fields, adding elements, leaving some out. */
#include "tree/amend.h"

void aet_element_clear(struct element *e, int field)
{
    e->values[field] = (struct value){ .kind = VALUE_NONE };
    e->facts.f[field] = (struct fact){ .present = false };
    e->cut &= ~((uint32_t)1 << field);
}

/* The value as it will be written, and its fact, still without what it says. */
static struct fact *put(struct element *e, int field, struct span text)
{
    struct fact *f = &e->facts.f[field];

    aet_element_clear(e, field);
    e->values[field] = (struct value){ .kind = VALUE_TEXT,
                                       .text = aet_arena_copy(&e->document->arena, text) };
    *f = (struct fact){ .present = true, .good = true };
    return f;
}

void aet_element_set_text(struct element *e, int field, struct span text)
{
    if (text.n)
        put(e, field, text)->u.text = e->values[field].text;
    else
        aet_element_clear(e, field);
}

void aet_element_set_integer(struct element *e, int field, int64_t n)
{
    struct buf text = { 0 };
    struct fact *f;

    aet_buf_int(&text, n);
    f = put(e, field, aet_buf_view(&text));
    f->u.number.text = e->values[field].text;
    f->u.number.value = (double)n;
    aet_buf_free(&text);
}

void aet_element_set_date(struct element *e, int field, struct date date)
{
    struct buf text = { 0 };

    aet_date_write(date, &text);
    put(e, field, aet_buf_view(&text))->u.date = date;
    aet_buf_free(&text);
}

void aet_element_take(struct element *e, int field, const struct element *from, int of)
{
    aet_element_clear(e, field);
    e->values[field] = from->values[of];
    e->values[field].raw = AET_LIT("");
    e->facts.f[field] = from->facts.f[of];
}

static struct item *parts_of(struct element *e, int field)
{
    e->cut |= (uint32_t)1 << field; /* they go out by the facts */
    return e->facts.items + e->facts.f[field].u.list.from;
}

void aet_element_set_day(struct element *e, int field, size_t part, int32_t day)
{
    struct item *it = parts_of(e, field) + part;
    struct buf text = { 0 };

    aet_date_write(aet_date_from_days(day), &text);
    it->row = day;
    it->text = aet_arena_copy(&e->document->arena, aet_buf_view(&text));
    aet_buf_free(&text);
}

void aet_element_drop_part(struct element *e, int field, size_t part)
{
    struct item *it = parts_of(e, field);
    struct fact *f = &e->facts.f[field];

    memmove(it + part, it + part + 1, (f->u.list.n - part - 1) * sizeof *it);
    if (--f->u.list.n == 0)
        aet_element_clear(e, field);
}

struct element *aet_element_add(struct element *parent, unsigned kind)
{
    struct document *d = parent->document;
    struct element *e = aet_element_new(d, kind);
    const struct schema *s = aet_element_schema(e);

    e->facts = (struct facts){ .schema = s, .element = e };
    e->facts.f = aet_arena_alloc(&d->arena, s->n * sizeof *e->facts.f);
    memset(e->facts.f, 0, s->n * sizeof *e->facts.f);
    aet_element_attach(e, parent);
    return e;
}

/* --- leaving out ------------------------------------------------------------------------------ */

static void prune_slot(struct element *e, size_t slot, aet_goes *goes, const void *of)
{
    struct element *c = e->first[slot], *next;

    e->first[slot] = e->last[slot] = NULL;
    for (; c; c = next) {
        next = c->next;
        c->next = NULL;
        if (!goes(of, c))
            aet_element_attach(c, e);
    }
}

static void prune(struct element *e, aet_goes *goes, const void *of)
{
    e->lost = NULL;
    for (size_t s = 0; s < e->document->shape->slots[e->kind]; s++) {
        prune_slot(e, s, goes, of);
        for (struct element *c = e->first[s]; c; c = c->next)
            prune(c, goes, of);
    }
}

void aet_document_prune(struct document *d, aet_goes *goes, const void *of)
{
    prune(d->root, goes, of);
    d->strays = NULL;
    aet_document_chain(d);
}
