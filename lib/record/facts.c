/* What facts are kept in. */
#include "record/facts.h"

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

struct span aet_path(struct buf *out, const char *field, long position)
{
    aet_buf_clear(out);
    aet_buf_str(out, field);
    if (position >= 0) {
        aet_buf_char(out, '[');
        aet_buf_uint(out, (uint64_t)position);
        aet_buf_char(out, ']');
    }
    return aet_buf_view(out);
}
