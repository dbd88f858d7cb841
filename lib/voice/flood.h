/* What is said too often: of each rule on each field, the first times are said and the others
 * counted, then told in one line. One flood is of one file, or of what belongs to none. */
#ifndef AET_VOICE_FLOOD_H
#define AET_VOICE_FLOOD_H

#include "voice/diag.h"
#include "voice/voice.h"

struct flooded;

/* Zero-initialised is none. */
struct flood {
    struct flooded *kinds; /* in the order in which they were met */
    size_t n, cap;
};

/* Count a diagnostic. Whether it is still to be said: always in JSON, and with a limit of 0. */
bool aet_flood_lets(struct flood *f, const struct voice *v, const struct diag *x);

/* Append a line for each kind that went on beyond the limit, and begin again. `file` is NULL for
 * what belongs to no file. */
void aet_flood_end(struct flood *f, const struct voice *v, const char *file, struct buf *to);
void aet_flood_free(struct flood *f);

#endif
