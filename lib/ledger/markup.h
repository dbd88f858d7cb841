/* Texts and places as the XML of a workbook has them. */
#ifndef AET_LEDGER_MARKUP_H
#define AET_LEDGER_MARKUP_H

#include <stdint.h>

#include "base/buf.h"

/* Text of an element or an attribute: what XML cannot hold as _xHHHH_ (ECMA-376, 22.9.2.19). */
void aet_markup_text(struct buf *out, struct span text);

/* The same without those, which elsewhere than in cells nobody reads: blanks in their place. */
void aet_markup_plain(struct buf *out, struct span text);

/* ` name="value"`. */
void aet_markup_attribute(struct buf *out, const char *name, struct span value);

/* `AB12`, counted from 0; `$AB$12`. */
void aet_markup_ref(struct buf *out, uint32_t row, uint32_t column, bool fixed);

/* UTF-16 units, in which the limits of a workbook are counted; the longest head of `text` that has
 * no more than `most`. */
size_t aet_markup_units(struct span text);
struct span aet_markup_head(struct span text, size_t most);

/* The text, or its head and an ellipsis where it is longer than `most`. */
void aet_markup_cut(struct buf *out, struct span text, size_t most);

#endif
