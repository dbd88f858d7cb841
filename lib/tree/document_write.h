/* The canonical document, in JSON and as rows: fields in the order of the schema, then the parts,
 * then what no field claims; what is empty left out; dates, numbers, yes and no in one form. Both
 * forms hold the same: either is read back as the other. */
#ifndef AET_TREE_DOCUMENT_WRITE_H
#define AET_TREE_DOCUMENT_WRITE_H

#include "base/must.h"
#include "tree/document.h"
#include "tree/losses.h"
#include "format/sheet.h"

/* Append the document as JSON; `indented` for people, otherwise on one line. */
void aet_document_write_json(const struct document *d, bool indented, struct buf *out);

/* Append an element that was left out, with what hangs from it, on one line. */
void aet_element_write_json(const struct element *e, struct buf *out);

/* Append the rows of the document, each a run of cells behind its length (see
 * aet_sheet_rows). False: a part of a list holds a line end, which a cell cannot keep; reported. */
AET_MUST bool aet_document_write_rows(const struct document *d, struct buf *out,
                                      struct diags *diags);

/* Declare the columns that rows of this nest may have. */
void aet_document_columns(const struct nest *nest, struct sheet *sheet);

/* The column under which a field of a kind stands: its name, unless a row column has that name. */
void aet_document_column(const struct nest *nest, unsigned kind, size_t field, struct buf *out);

/* Private to document_write.c and document_rows.c: the canonical text of a single value (*bare:
 * JSON writes it without quotes), and of the part of a list that was read last. Both may be made in
 * `scratch`. */
struct span aet_canonical(const struct element *e, size_t field, struct buf *scratch, bool *bare);
struct span aet_canonical_part(const struct parts *p, struct span part, struct buf *scratch);

/* What no field claims: whether a cell under an unknown heading is JSON rather than text, so that a
 * number, a list or an object that nobody declared comes back as what it was. A lone `null` is
 * text. */
bool aet_extra_is_json(struct span cell);

#endif
