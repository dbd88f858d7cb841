/* Durations as people note them, kept in whole minutes. */
#ifndef AET_BASE_DURATION_H
#define AET_BASE_DURATION_H

#include <stdint.h>

#include "base/must.h"
#include "base/number.h"

enum duration_status {
    DURATION_OK,
    DURATION_BAD,       /* no duration at all, or a negative one */
    DURATION_AMBIGUOUS, /* `1,250`: a decimal or a thousand? */
    DURATION_CLOCK,     /* `1.30` where the comma is the decimal sign: 1 h 30, or 1.3 hours? */
    DURATION_RANGE      /* a million hours or more */
};

/* Read `1,5` or `1.5` (hours), `1 h 30`, `1h30`, `1 h`, `1 h ½`, `½ h`, `1 1/2 h`, `1:30`,
 * `1:30:00`, `90 min`, `2 heures 15 minutes`, `2 heures et demie`, `une demi-heure`. A fraction is
 * rounded to the nearest minute, halves up. `form` is what is known of the decimal sign; `bare` the
 * minutes of one unit where none is written: 60 or 1.
 */
AET_MUST enum duration_status aet_duration_read(struct span s, struct number_form form,
                                                int64_t bare, int64_t *minutes);

/* The two ways to write what was DURATION_CLOCK without a doubt: `1:30` and `1,3`, appended. */
void aet_duration_clock(struct span s, struct buf *clock, struct buf *decimal);

/* Append `1 h 30`, `45 min`. */
void aet_duration_write(int64_t minutes, struct buf *out);

#endif
