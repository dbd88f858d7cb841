/* What the options of a calendar ask for. */
#ifndef AET_PLAN_CALENDRIER_OPTIONS_H
#define AET_PLAN_CALENDRIER_OPTIONS_H

#include "cli/session.h"
#include "plan/calendrier/demande.h"

/* All that they say; its exclusions are freed by whoever asks. False: complained. */
AET_MUST bool aet_plan_demande_read(struct session *s, struct demande *d);

/* A whole number between two others; left as it is when the option is not given. False: complained.
 */
AET_MUST bool aet_plan_option_number(struct session *s, int option, int64_t low, int64_t high,
                                     int64_t *out);

/* The same of a date, which may be a month. */
AET_MUST bool aet_plan_option_date(struct session *s, int option, struct date *out, bool *has);

#endif
