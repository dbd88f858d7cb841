/* What the two readings of verb `accord` share. */
#ifndef AET_REPA_ACCORD_ACCORD_H
#define AET_REPA_ACCORD_ACCORD_H

#include "base/must.h"
#include "accord/accord.h"
#include "cli/session.h"

extern const struct text aet_repa_accord_title;

/* How intervals are made, the seed and number of resamples that the options say; the report says
 * the seed where it matters. False: complained. */
AET_MUST bool aet_repa_accord_intervals(struct session *s, struct accord_options *o,
                                        struct report *r);

/* One value a unit and coder, from any table. */
enum status aet_repa_accord_of_values(struct session *s);

/* Each code, present or absent, by segment or by character. */
enum status aet_repa_accord_of_segments(struct session *s);

#endif
