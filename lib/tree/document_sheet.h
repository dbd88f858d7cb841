/* The rows of a document as lines of a sheet: which of them are no element, what they add up to. */
#ifndef AET_TREE_DOCUMENT_SHEET_H
#define AET_TREE_DOCUMENT_SHEET_H

#include "apart/sums.h"
#include "tree/reader.h"

/* Tell a sheet what the columns of a file hold. */
void aet_document_sheet(struct document_reader *r, struct apart_sheet *s,
                        const struct layout *layout, const int row_column[ROW_COLUMNS]);

/* What a row is. A comment is none of these, nor is a row that begins an element. */
enum apart aet_document_apart(const struct document_reader *r, struct apart_sheet *s,
                              const struct row *row, struct span raw, int element);

/* Add up what the elements of a document hold whose rows stand before its aside `part`, after the
 * one before. */
void aet_document_sum(struct document_reader *r, const struct document *d, size_t part,
                      struct sums *to);

#endif
