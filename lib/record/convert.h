/* Conversions of a record between formats; used by emit.c. */
#ifndef AET_RECORD_CONVERT_H
#define AET_RECORD_CONVERT_H

#include "record/emitter.h"

/* Cells to an object (text), or to a row of cells for a sheet. */
enum emitted aet_convert_cells(struct emitter *e, const struct record *r, const struct set *sets,
                               size_t n, struct buf *out);

/* An object to a row of cells for a sheet. */
enum emitted aet_convert_object(struct emitter *e, const struct record *r, const struct set *sets,
                                size_t n, struct buf *out, struct diags *diags);

/* An object member by member, its values as they were written. */
enum emitted aet_rewrite_object(struct emitter *e, const struct record *r, const struct set *sets,
                                size_t n, struct buf *out);

/* The canonical text of a cell of such a field, read as cells of that layout are, and what it is;
 * what cannot be read stays as it is. Lives in the emitter's scratch. */
struct span aet_convert_cell(struct emitter *e, const struct layout *l, enum type type,
                             struct span text, enum sheet_kind *kind);

/* What a cell of such a field is, where it is written: `number` when it is digits. */
enum sheet_kind aet_convert_kind(enum type type, bool number);

#endif
