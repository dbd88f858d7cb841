/* Documents: records that are trees (see struct nest). Read from an object, or from cells with one
 * row for each element; the rows of one document stand together and are one record of the source.
 */
#ifndef AET_TREE_DOCUMENT_H
#define AET_TREE_DOCUMENT_H

#include "base/must.h"
#include "tree/reader.h"

/* Prepare a reader; `renames` are not owned. */
void aet_document_reader_init(struct document_reader *r, const struct nest *nest,
                              struct rename *renames, size_t n);
void aet_document_reader_free(struct document_reader *r);

/* Prepare for a file. False with what is wrong with its headings. */
bool aet_document_reader_file(struct document_reader *r, const struct layout *layout,
                              struct heading_fault *fault);

/* The field that a column leads to, of whatever kind, or NULL. */
const char *aet_document_leads(struct document_reader *r, size_t column);

/* The field that a heading nobody knows is near to, or NULL. */
const char *aet_document_near(struct document_reader *r, size_t column);

/* For format/source.h: which rows the headings are, and whether a row belongs to the document of
 * the row before it. `context` is the reader. */
void aet_document_open(void *context, const struct opening *o, struct opened *out);
bool aet_document_joins(void *context, const struct layout *layout, struct span row);

/* Parse a slice, resolve what stands in it. `d`, all zero at first, may be used again;
 * aet_document_free gives its memory back. What is in it borrows from the slice
 * and the reader's headings. What is wrong with a part is said of that part (struct about): what
 * is to be left out of the document is then decided by aet_document_leave. PARSED_BAD: it could not
 * be made a tree. */
AET_MUST enum parsed aet_document_read(struct document_reader *r, const struct slice *slice,
                                       struct document *d, struct diags *diags);
void aet_document_free(struct document *d);

#endif
