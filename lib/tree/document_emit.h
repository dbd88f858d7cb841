/* emit, for documents: unchanged where the format does not change, otherwise in canonical form. */
#ifndef AET_TREE_DOCUMENT_EMIT_H
#define AET_TREE_DOCUMENT_EMIT_H

#include "record/emitter.h"
#include "tree/element.h"

/* See aet_emit; rows come as EMITTED_ROWS. */
enum emitted aet_emit_document(struct emitter *e, const struct document *d, struct buf *out,
                               struct diags *diags);

#endif
