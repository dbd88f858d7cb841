/* Terms written one after another where | is meant, as the boxes ticked in a form come. */
#ifndef AET_TABLES_MATCH_LIST_H
#define AET_TABLES_MATCH_LIST_H

#include "tables/match.h"

/* Whether `text` is known terms one after another, written with commas, slashes, semicolons, "et"
 * or "and": then `parts` holds them as a list, `a|b`, as they were written. */
bool aet_match_several(struct matcher *m, struct span text, struct buf *parts);

/* The same where nothing else can be meant: not by "ou", "or", "+" and "&". */
bool aet_match_list(struct matcher *m, struct span text, struct buf *parts);

/* Whether `text` is a list of that kind of which some terms are known and some are not, and no slip
 * of the pen of one term that holds a separator itself. */
bool aet_match_mixed(struct matcher *m, struct span text);

/* Its parts one after the other: known terms, the longest first, and what stands between. False at
 * the end. `*rest` is the list at first. */
bool aet_match_next(struct matcher *m, struct span *rest, struct span *part);

/* Whether a part of `text`, between commas, semicolons or slashes, is a known term: the first. */
bool aet_match_within(struct matcher *m, struct span text, struct span *part);

#endif
