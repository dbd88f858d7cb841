/* Values of a document in their one form, as JSON and rows both write them. */
#include "record/normal.h"
#include "tree/document_write.h"

/* As it was written, or its label. */
static struct span term(const struct element *e, size_t field)
{
    struct matcher ***by_kind = e->document->labels;
    struct matcher *m = by_kind && by_kind[e->kind] ? by_kind[e->kind][field] : NULL;
    const struct fact *f = &e->facts.f[field];

    return m && f->good ? aet_normal_label(m, f->u.row) : e->values[field].text;
}

struct span aet_canonical(const struct element *e, size_t field, struct buf *scratch, bool *bare)
{
    const struct value *v = &e->values[field];
    const struct fact *f = &e->facts.f[field];

    *bare = false;
    aet_buf_clear(scratch);
    switch (aet_element_schema(e)->fields[field].type) {
    case TYPE_DATE:
    case TYPE_MONTH:
        if (!f->good)
            return v->text;
        aet_date_write(f->u.date, scratch);
        return aet_buf_view(scratch);
    case TYPE_NUMBER:
    case TYPE_INTEGER:
    case TYPE_VALUE:
        *bare = f->good;
        return f->u.number.text;
    case TYPE_MONEY:
        if (!f->good)
            return v->text;
        *bare = true;
        aet_money_write(f->u.cents, scratch);
        if (scratch->p[scratch->n - 1] == '0') {
            scratch->n -= scratch->p[scratch->n - 2] == '0' ? 3 : 1;
        }
        return aet_buf_view(scratch);
    case TYPE_BOOL:
        *bare = f->good;
        return f->good ? (f->u.yes ? AET_LIT("true") : AET_LIT("false")) : v->text;
    case TYPE_TERM:
        return term(e, field);
    default:
        return v->text;
    }
}

struct span aet_canonical_part(const struct parts *p, struct span part, struct buf *scratch)
{
    if (aet_element_schema(p->e)->fields[p->field].type != TYPE_DATES || !p->read ||
        p->read->row == NO_DAY)
        return part;
    aet_buf_clear(scratch);
    aet_date_write(aet_date_from_days(p->read->row), scratch);
    return aet_buf_view(scratch);
}

bool aet_extra_is_json(struct span cell)
{
    enum fault f;
    size_t at;
    json_t *v;

    if (!cell.n || !strchr("-0123456789tf[{\"", cell.p[0]))
        return false;
    v = aet_json_read(cell, &f, &at);
    json_decref(v);
    return v != NULL;
}
