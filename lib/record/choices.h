/* The value of a field that is spread over columns, one for each choice. */
#ifndef AET_RECORD_CHOICES_H
#define AET_RECORD_CHOICES_H

#include "record/mapping.h"
#include "voice/diag.h"

/* How many bytes the choices of a record take, beside those of its own cells. */
size_t aet_choices_room(const struct mapping *m);

/* Append the choices of a field that are ticked, as a list cell. False: a cell says nothing that is
 * certain. */
bool aet_choices_write(const struct mapping *m, const struct span *cells, int field,
                       struct buf *scratch, struct buf *out);

/* Report every such cell of a record. */
void aet_choices_refuse(const struct mapping *m, const struct span *cells, struct span raw,
                        struct buf *scratch, struct diags *d);

/* The column of the `index`th choice of the field that is ticked in a raw record; columns: there is
 * none. */
size_t aet_choices_column(const struct mapping *m, struct span raw, int field, size_t index,
                          struct buf *scratch);

#endif
