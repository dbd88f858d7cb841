/* Lines that are no record, on their way out: counted, kept in the file of rejects with the reason,
 * and said once a file and kind, when the file was read. Totals that are none are said at once. */
#ifndef AET_FLOW_ASIDE_H
#define AET_FLOW_ASIDE_H

#include "flow/run.h"

void aet_asides_init(struct asides *a);
void aet_asides_free(struct asides *a);

/* The lines of a record that are none, or the whole of it. */
void aet_asides_add(struct run *r, const struct held *h);

/* The file was read: say what was met, and forget it. */
void aet_asides_say(struct run *r);

#endif
