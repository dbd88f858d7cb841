/* Echo, without the rows that are no element, or the canonical form. */
#include "tree/document_emit.h"

#include "tree/document_write.h"

/* A byte order mark stands before a row where files were joined: it goes with it. */
static struct span before(struct span rest, const struct aside *a)
{
    static const struct span mark = { "\xEF\xBB\xBF", 3 };
    size_t n = (size_t)(a->raw.p - rest.p);

    if (n >= mark.n && aet_span_eq(aet_span(rest.p + n - mark.n, mark.n), mark))
        n -= mark.n;
    return aet_span(rest.p, n);
}

static enum emitted echo(const struct document *d, struct buf *out)
{
    struct span rest = d->slice->raw;

    if (!d->asides_n)
        return EMITTED_RAW;
    for (size_t i = 0; i < d->asides_n; i++) {
        const struct aside *a = &d->asides[i];

        aet_buf_span(out, before(rest, a));
        rest = aet_span_from(rest, (size_t)(a->raw.p + a->raw.n - rest.p));
    }
    aet_buf_span(out, rest);
    return EMITTED_TEXT;
}

enum emitted aet_emit_document(struct emitter *e, const struct document *d, struct buf *out,
                               struct diags *diags)
{
    size_t start = out->n;

    if (!e->convert)
        return echo(d, out);
    if (e->to->shape == SHAPE_OBJECT && (aet_has_cells(d->layout) || e->anew || e->renaming))
        return aet_document_write_json(d, !e->to->one_line, out), EMITTED_TEXT;
    if (e->to->one_line)
        return aet_json_compact(out, d->slice->raw), EMITTED_TEXT;
    if (e->to->shape == SHAPE_OBJECT)
        return EMITTED_RAW;
    if (aet_document_write_rows(d, out, diags))
        return EMITTED_ROWS;
    out->n = start;
    return EMITTED_NOT;
}
