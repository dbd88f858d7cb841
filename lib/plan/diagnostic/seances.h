/* Tool 13, counted: the items of each condition, and what partners answered in one session, which
 * is the answers of one date. */
#ifndef AET_PLAN_DIAGNOSTIC_SEANCES_H
#define AET_PLAN_DIAGNOSTIC_SEANCES_H

#include "plan/knowledge.h"

enum { ITEMS = REP_COUNT, ANSWERS = 3 };

/* The row of table conditions, by item; NO_ROW: it is of none. */
struct questions {
    int32_t condition[ITEMS];
};

/* The sessions of a plan, in the order of time; what has no date comes first, as nobody knows that
 * it is the latest. */
struct seances_tenues {
    int32_t *jours; /* NO_DAY: without a date */
    size_t n, cap;
};

/* What was answered in one session. */
struct tableau {
    int32_t jour; /* NO_DAY: without a date */
    int64_t repondants, reponses;
    int64_t by[ITEMS][ANSWERS]; /* A, B, C */
};

void aet_plan_questions(const struct table *conditions, struct questions *q);

/* What was found before is forgotten; its owner frees `jours`. */
void aet_plan_seances_tenues(const struct element *plan, struct seances_tenues *out);

void aet_plan_tableau(const struct element *plan, int32_t day, struct tableau *t);

/* The answers to all items of a condition, a row of table conditions. */
void aet_plan_tableau_condition(const struct tableau *t, const struct questions *q, size_t row,
                                int64_t sum[ANSWERS]);

/* Some answered A and some C. */
static inline bool aet_plan_diverge(const int64_t answers[ANSWERS])
{
    return answers[0] > 0 && answers[2] > 0;
}

#endif
