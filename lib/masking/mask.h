/* mask: what --masquer hides of a report, taken as a whole: what one section hides, no other
 * prints. Sections say what they count (struct mask, report/report.h); stats/suppression.h chooses
 * the cells. */
#ifndef AET_MASKING_MASK_H
#define AET_MASKING_MASK_H

#include "report/report.h"

/* What was hidden. */
struct masked {
    size_t counts;   /* cells that count */
    struct buf left; /* titles of the sections that were left out, a comma between; to be freed */
};

/* Hide counts from 1 to under - 1, those that would give one away, what is made of them (shares,
 * hours, sums of money), sentences with figures; leave out sections that cannot be weighed. Before
 * the report is rendered, when all of its sections are filled. */
void aet_mask_report(struct report *r, int64_t under, struct masked *done);

#endif
