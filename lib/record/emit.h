/* emit: a record on its way out. Where the format does not change, an unchanged record is its
 * slice, byte for byte; fields that a verb adds are spliced in. Otherwise it is converted, by the
 * types of the schema. */
#ifndef AET_RECORD_EMIT_H
#define AET_RECORD_EMIT_H

#include "record/emitter.h"

/* Prepare for a file; `first` is the layout of the first one. */
void aet_emitter_file(struct emitter *e, const struct layout *layout, const struct layout *first);
void aet_emitter_free(struct emitter *e);

enum emitted aet_emit(struct emitter *e, const struct record *record, const struct set *sets,
                      size_t n, struct buf *out, struct diags *diags);

/* The heading line of cells that are not converted, with the added fields. */
void aet_emit_header(const struct emitter *e, const struct mapping *m, struct buf *out);

/* Declare the columns that a sheet has whatever the records hold. */
void aet_emit_columns(const struct emitter *e, const struct mapping *m, const struct layout *layout,
                      struct sheet *sheet);

#endif
