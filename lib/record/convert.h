/* Conversions of a record between formats; used by emit.c. */
#ifndef AET_RECORD_CONVERT_H
#define AET_RECORD_CONVERT_H

#include "record/emit.h"

/* The set for a field, or NULL. */
const struct set *aet_set_of(const struct set *sets, size_t n, int field);

/* The parts of a set as one list cell, in `scratch`; as a JSON array, appended to `out`. */
struct span aet_set_cell(struct buf *scratch, const struct set *s);
void aet_set_json(const struct set *s, struct buf *out);

/* A CSV record to a JSON object (text), or to a row of cells for a sheet. */
enum emitted aet_convert_csv(struct emitter *e, const struct record *r, const struct set *sets,
                             size_t n, struct buf *out);

/* A JSON object to a row of cells for a sheet. */
enum emitted aet_convert_json(struct emitter *e, const struct record *r, const struct set *sets,
                              size_t n, struct buf *out, struct diags *diags);

/* A JSON object member by member, its values as they were written. */
enum emitted aet_rewrite_json(struct emitter *e, const struct record *r, const struct set *sets,
                              size_t n, struct buf *out);

#endif
