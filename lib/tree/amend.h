/* Amending a document that was read: what is then counted and written of it is what was set. Facts
 * and values go together, so that a report and the document say the same. Texts are copied into the
 * document, which lives until it is read into again. */
#ifndef AET_TREE_AMEND_H
#define AET_TREE_AMEND_H

#include "tree/element.h"

/* Set a field: of a text or a name; a whole number; a date; to what a field of the same type of
 * another element of the document says. Clear it: nothing is written there. */
void aet_element_set_text(struct element *e, int field, struct span text);
void aet_element_set_integer(struct element *e, int field, int64_t n);
void aet_element_set_date(struct element *e, int field, struct date date);
void aet_element_take(struct element *e, int field, const struct element *from, int of);
void aet_element_clear(struct element *e, int field);

/* Of a list, by its parts that were read: another day (TYPE_DATES); without the part. */
void aet_element_set_day(struct element *e, int field, size_t part, int32_t day);
void aet_element_drop_part(struct element *e, int field, size_t part);

/* A new element without a value, the last of its kind under the parent. */
struct element *aet_element_add(struct element *parent, unsigned kind);

/* Leave out the elements that go, with all that hangs from them, and what was left out in reading
 * is forgotten; the root never goes. What stands is chained anew. */
typedef bool aet_goes(const void *of, const struct element *e);
void aet_document_prune(struct document *d, aet_goes *goes, const void *of);

#endif
