/* Letters that are written otherwise than they look: those of another alphabet, and those spelt as
 * an entity of HTML. */
#ifndef AET_PRIVACY_DISGUISE_H
#define AET_PRIVACY_DISGUISE_H

#include <stdbool.h>

#include "base/buf.h"

/* From `from` on, letters of `folded` that are Cyrillic or Greek and look like Latin ones become
 * these. */
void aet_liken(struct buf *folded, size_t from);

/* Append `text` with its letters that stand as entities (`&eacute;`, `&#233;`, `&#xE9;`) as
 * themselves. False when there is none; what was appended is then `text`. */
bool aet_letters_plain(struct span text, struct buf *out);

/* The next address of mail in *s, which then stands behind it; false: there is none. */
bool aet_next_mail(struct span *s, struct span *mail);

#endif
