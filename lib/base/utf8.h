/* UTF-8: checking, counting, display width. */
#ifndef AET_BASE_UTF8_H
#define AET_BASE_UTF8_H

#include <stdint.h>

#include "base/buf.h"

/* Offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), or s.n. */
size_t aet_utf8_bad(struct span s);

/* The same, or of the first NUL. */
size_t aet_utf8_bad_or_nul(struct span s);

/* Number of code points; bytes that begin none count one each. */
size_t aet_utf8_count(struct span s);

/* Columns on a terminal: wide characters count two, combining marks none. */
size_t aet_utf8_width(struct span s);

/* Bytes of the first character when it stands between words: no letter, mark, digit or invisible
 * sign. 0 otherwise. `s` is not empty. */
size_t aet_utf8_between(struct span s);

/* Bytes of the blank that `s` begins with, or ends with, or 0: a space or a tab, and the blanks of
 * French typography, U+00A0 and U+202F. */
size_t aet_utf8_blank(struct span s);
size_t aet_utf8_blank_end(struct span s);

/* Whether the first character is a capital letter. */
bool aet_utf8_capital(struct span s);

/* Append `s` as it stands within a sentence: its first letter small, unless the next is a capital
 * too ("RH"). */
void aet_utf8_within_sentence(struct span s, struct buf *out);

/* The longest head of `s` that fits in `width` columns, never cutting a character. */
struct span aet_utf8_fit(struct span s, size_t width);

#endif
