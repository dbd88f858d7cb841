/* Words written one after another where | is meant, as the boxes ticked in a form come: « A, B et
 * C ». What is a word is asked of somebody else: it may hold a comma itself, and the longest wins.
 */
#ifndef AET_BASE_LISTED_H
#define AET_BASE_LISTED_H

#include "base/buf.h"

struct lexicon {
    bool (*knows)(void *of, struct span text);
    void *of;
};

/* The text without the bullet that people put before the lines of a cell: « - Parents ». */
struct span aet_listed_bare(struct span text);

/* Whether a comma or the like stands in it: without one it is no list. */
bool aet_listed_may(struct span text);

/* Whether `text`, which is no word, is known words with commas, semicolons, slashes, "et" or "and"
 * between; unless `certain`, with "ou", "or", "+", "&" and line breaks too. Then `parts` holds them
 * as `a|b`. */
bool aet_listed(const struct lexicon *x, struct span text, bool certain, struct buf *parts);

/* Whether some of its parts are known and some are not. */
bool aet_listed_partly(const struct lexicon *x, struct span text);

/* The parts one after the other: known words, the longest first, and what stands between. False at
 * the end. `*rest` is the text at first. */
bool aet_listed_next(const struct lexicon *x, struct span *rest, struct span *part);

#endif
