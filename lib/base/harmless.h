/* Text from outside, as it may stand before people, on a terminal or on a page: nothing in it moves
 * the cursor, begins a line of its own or turns the direction of writing. All that is written for
 * people goes through here; what is written for programs keeps its value. */
#ifndef AET_BASE_HARMLESS_H
#define AET_BASE_HARMLESS_H

#include "base/buf.h"

/* Whether the character is one that a terminal or a reader obeys rather than shows: C0, DEL, C1,
 * marks of direction (U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069), separators of
 * lines and paragraphs. */
bool aet_obeyed(uint32_t c);

/* The first character and its length in bytes; a byte that begins none counts as itself, with
 * *good false. `s` is not empty. */
uint32_t aet_character(struct span s, size_t *length, bool *good);

/* Append `text`: controls and line ends as a space, the others that are obeyed as \u202E, likewise
 * those that no text may hold (U+FFFF), bytes that are no UTF-8 as \xE9. */
void aet_harmless(struct buf *out, struct span text);

/* The same for a text of several lines: its line ends stay. */
void aet_harmless_lines(struct buf *out, struct span text);

/* Append `text` as a JSON string with its quotes, in which what is obeyed is escaped, so that
 * nothing is lost; a byte that is no UTF-8 is written \\xE9, as nothing else can stand there. */
void aet_harmless_json(struct buf *out, struct span text);

#endif
