/* The time that the next version of a plan covers.
 *
 * Plans are filed for a cycle (three years, document 003, context of the funder) and revised each
 * year from January to April. So from January of the year in which the cycle ends, what is drafted
 * is the next cycle; before that, the cycle goes on. The next one begins at the same time of year:
 * as many months later as the cycle covers, and where a few are lacking to whole years (a summer
 * between), whole years. The options say otherwise. */
#ifndef AET_PLAN_REVISION_PERIODE_H
#define AET_PLAN_REVISION_PERIODE_H

#include "plan/knowledge.h"

/* What the options say. */
struct demande_revision {
    bool has_annee, has_debut, has_fin;
    int64_t annee;
    struct date debut, fin;
};

/* Dates of year 0, and a year 0, are not known. */
struct nouveau_cycle {
    bool suivant; /* the next cycle; otherwise the same one goes on */
    bool fermee;  /* the end of the plan's cycle is known */
    int mois;     /* by which dates are moved */
    struct date avant_debut, avant_fin, debut, fin;
    int64_t avant_annee, annee;
};

/* Why there is no such time: a rule, and the two dates that contradict each other. */
struct contretemps {
    int rule;
    struct date valeur, autre;
};

/* False: there is none, see `why`. */
AET_MUST bool aet_plan_periode(struct nouveau_cycle *p, const struct demande_revision *ask,
                               const struct element *plan, int32_t today, struct contretemps *why);

/* So many months later, on the same day of the month, or its last one where it is shorter. */
struct date aet_plan_plus_tard(struct date d, int mois);

#endif
