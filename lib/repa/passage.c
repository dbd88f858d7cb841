/* Which passage of a narrative a coded segment is. */
#include "repa/passage.h"

bool aet_repa_passage_position(struct span text, uint64_t *at)
{
    *at = 0;
    text = aet_span_trim(text);
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] < '0' || text.p[i] > '9' || i > 17)
            return false;
        *at = *at * 10 + (uint64_t)(text.p[i] - '0');
    }
    return text.n > 0;
}

bool aet_repa_passage_read(const struct facts *f, struct passage *p)
{
    return aet_repa_passage_position(aet_fact_text(f, SEG_DEBUT), &p->from) &&
           aet_repa_passage_position(aet_fact_text(f, SEG_FIN), &p->to) && p->from <= p->to;
}

uint64_t aet_repa_passage_length(const struct facts *f)
{
    uint64_t n;

    return aet_repa_passage_position(aet_fact_text(f, SEG_LONGUEUR), &n) ? n : 0;
}

bool aet_repa_passage_known(const struct facts *f)
{
    struct passage p;

    return f->f[SEG_SEGMENT].present || aet_repa_passage_read(f, &p);
}

void aet_repa_passage_key(const struct facts *f, struct buf *out)
{
    struct passage p;

    if (aet_repa_passage_read(f, &p)) {
        aet_buf_uint(out, p.from);
        aet_buf_char(out, '-');
        aet_buf_uint(out, p.to);
    } else {
        aet_buf_span(out, aet_span_trim(aet_fact_text(f, SEG_SEGMENT)));
    }
}
