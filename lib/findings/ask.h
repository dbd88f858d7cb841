/* What the tests share: asking a measure, limits, sides, guards; private to findings. */
#ifndef AET_FINDINGS_ASK_H
#define AET_FINDINGS_ASK_H

#include "findings/figure.h"

/* Fill one measure for the run; aet_finding_data_free gives it back. */
struct finding_data aet_finding_ask(const struct finding_run *r, const struct finding_operand *o,
                                    const struct finding_pick *side, int by);
void aet_finding_data_free(struct finding_data *d);

/* The side (0 or 1) that comes first in its dimension: the order in which words say them. */
int aet_finding_first_side(const struct finding_pick sides[2]);

/* The index of a guard of the domain by its name; guards_n: none. */
size_t aet_finding_guard(const struct finding_domain *d, const char *name);

/* Set the guard that the test counts, and add those that the measure counted. */
void aet_finding_count(const struct finding_clause *c, const struct finding_run *r,
                       struct finding_figure *f, double n, const struct finding_data *d);

/* Whether a unit is within the limits of `parmi`: -1 yes, otherwise the first that it misses. */
struct finding_limits {
    struct finding_data of[FINDING_LIMITS];
};
struct finding_limits aet_finding_limits(const struct finding_run *r,
                                         const struct finding_clause *c);
int aet_finding_missed(const struct finding_limits *l, const struct finding_clause *c, size_t unit);
void aet_finding_limits_free(struct finding_limits *l, const struct finding_clause *c);
bool aet_finding_reaches(const struct finding_operand *o, struct finding_value v);

#endif
