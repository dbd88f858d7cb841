/* What facts are kept in. */
#include "record/facts.h"

const struct item aet_no_item = { { "", 0 }, NO_ROW, 0 };

void aet_facts_init(struct facts *facts, const struct schema *schema)
{
    *facts = (struct facts){ .schema = schema };
    facts->f = aet_calloc(schema->n, sizeof *facts->f);
    facts->items = aet_grow(NULL, &facts->cap, 0, sizeof *facts->items); /* never NULL */
}

void aet_facts_free(struct facts *facts)
{
    aet_free(facts->f);
    aet_free(facts->items);
    *facts = (struct facts){ 0 };
}

bool aet_naming_next(struct span *rest, bool named, struct span *field)
{
    while (rest->n) {
        bool joined = *rest->p == '+';

        *rest = aet_span_from(*rest, joined);
        *field = aet_span(rest->p, 0);
        while (field->n < rest->n && !strchr("|+", field->p[field->n]))
            field->n++;
        *rest = aet_span_from(*rest, field->n);
        if (rest->n && *rest->p == '|')
            *rest = aet_span_from(*rest, 1);
        if (!named || joined)
            return true;
    }
    return false;
}

/* The text of a field as a name: of a date, its day. */
static void put_name(const struct facts *f, struct span field, struct buf *out)
{
    for (size_t i = 0; i < f->schema->n; i++) {
        const struct fact *x = &f->f[i];
        enum type type = f->schema->fields[i].type;

        if (!x->present || !x->good || !aet_span_eq(field, aet_span_z(f->schema->fields[i].name)))
            continue;
        aet_buf_str(out, out->n ? ", " : "");
        if (type == TYPE_DATE)
            aet_date_write(x->u.date, out);
        else if (aet_type_is_text(type))
            aet_buf_span(out, aet_span_trim(x->u.text));
    }
}

struct span aet_facts_name(const struct facts *f, struct arena *arena)
{
    struct span rest = aet_span_z(f->schema->named_by ? f->schema->named_by : ""), field, name;
    struct buf out = { 0 };

    while (aet_naming_next(&rest, out.n > 0, &field))
        put_name(f, field, &out);
    name = aet_arena_copy(arena, aet_buf_view(&out));
    aet_buf_free(&out);
    return name;
}

struct diag *aet_field_diag(struct diags *d, const struct rule *rule, const struct schema *schema,
                            int field, long position)
{
    struct buf path = { 0 };
    struct diag *x;

    if (rule->gravity < d->least || field < 0) /* not kept: spare the path */
        return aet_diag_add(d, rule, AET_LIT(""));
    aet_buf_str(&path, schema->fields[field].name);
    if (position >= 0) {
        aet_buf_char(&path, '[');
        aet_buf_uint(&path, (uint64_t)position);
        aet_buf_char(&path, ']');
    }
    x = aet_diag_add(d, rule, aet_buf_view(&path));
    aet_diag_about(x, &schema->fields[field].title);
    aet_buf_free(&path);
    return x;
}
