/* What of a document is left out, so that one bad cell never empties a report.
 *
 * An error leaves out the smallest part that can go without making what stays uncertain: the
 * element that it is about, with all that hangs from it. An element is what has a row of its own in
 * a sheet; parts whose fields stand in the row of another (PART_FIELDS) go with that one. What
 * names the document cannot go (the head: the root, its single parts, and their fields): there it
 * is the value alone, and where the value is what names the document, or the error is about no
 * value, nothing of the document stands. A reference that leads nowhere is a value too.
 *
 * What is left out is no more in the tree, in the facts, nor in what is written of the document; it
 * is kept apart for the file of rejects. */
#ifndef AET_TREE_LEAVE_H
#define AET_TREE_LEAVE_H

#include "tree/element.h"

/* Leave out what the diagnostics from `from` on are about, those that are grave enough (d->least)
 * and were not heeded before. False: the document does not stand without, or did not before. */
bool aet_document_leave(struct document *d, const struct diags *diags, size_t from);

/* A value of an element that stands is to be left out, whatever was said of it; done by the next
 * call of aet_document_leave. `part`: of several that are written there, which one. */
void aet_document_lose(const struct element *e, int field, long position, struct span part);

/* Of a diagnostic on an element, which may be NULL: that the element stands without the value;
 * without what no field claims; or that the value alone is not to blame, but what holds it. */
void aet_diag_alone(struct diag *x, struct span part);
void aet_diag_extra(struct diag *x, const struct extra *extra);
void aet_diag_whole(struct diag *x);

/* Whether children of this kind were left out of an element, or may have been; the first of them,
 * or NULL: the next ones are among those that are chained to it. */
bool aet_element_lacks(const struct element *e, unsigned kind);
const struct element *aet_element_lost(const struct element *e, unsigned kind);

/* Whether a row that was left out before its place was known has this identifier. */
bool aet_document_strays_name(const struct document *d, struct span id);

/* While a document is read. A row that has no place in the tree, for its kind or the way to it
 * cannot be read (its kind is then that of the root, its cells are extras): it is left out from the
 * start. Once all are in: so is what hangs from them. And a part that is no object, under its
 * parent. */
void aet_document_stray(struct document *d, struct element *e);
void aet_document_strays_out(struct document *d);
void aet_element_lose(struct element *parent, struct element *e);

/* Once it was read: a row that is no element, and is wrong, as these diagnostics say. */
void aet_document_lose_row(struct document *d, struct span row, struct diags *diags, size_t from);

/* Whether a diagnostic is about what was left out. */
bool aet_document_lost(const struct diag *x);

#endif
