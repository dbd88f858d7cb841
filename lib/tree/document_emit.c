/* Echo, or the canonical form. */
#include "tree/document_emit.h"

#include "tree/document_write.h"

enum emitted aet_emit_document(struct emitter *e, const struct document *d, struct buf *out,
                               struct diags *diags)
{
    size_t start = out->n;

    if (!e->convert)
        return EMITTED_RAW;
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
