/* Echo, or the canonical form. */
#include "tree/document_emit.h"

#include "tree/document_without.h"
#include "tree/document_write.h"
#include "tree/extra.h"

/* As it was written, or what stands of it. */
static enum emitted echo(const struct document *d, struct buf *out)
{
    size_t start = out->n;
    struct span text = aet_document_without(d, out);

    return out->n > start && text.p == out->p + start ? EMITTED_TEXT : EMITTED_RAW;
}

/* The same on one line. */
static enum emitted echo_compact(const struct document *d, struct buf *out)
{
    struct buf text = { 0 };

    aet_json_compact(out, aet_document_without(d, &text));
    aet_buf_free(&text);
    return EMITTED_TEXT;
}

static enum emitted written(const struct document *d, const struct emitter *e, struct buf *out,
                            struct diags *diags)
{
    aet_extras_say(d, SHAPE_OBJECT, diags);
    aet_document_write_json(d, !e->to->one_line, out);
    return EMITTED_TEXT;
}

enum emitted aet_emit_document(struct emitter *e, const struct document *d, struct buf *out,
                               struct diags *diags)
{
    size_t start = out->n;

    if (!e->convert)
        return echo(d, out);
    if (e->to->shape == SHAPE_OBJECT && (aet_has_cells(d->layout) || e->anew || e->renaming))
        return written(d, e, out, diags);
    if (e->to->one_line)
        return echo_compact(d, out);
    if (e->to->shape == SHAPE_OBJECT)
        return echo(d, out);
    aet_extras_say(d, SHAPE_CELLS, diags);
    if (aet_document_write_rows(d, out, diags))
        return EMITTED_ROWS;
    out->n = start;
    return EMITTED_NOT;
}
