/* What the decisions on an action come to, at the day of the revision. */
#ifndef AET_PLAN_REVISION_DECISION_H
#define AET_PLAN_REVISION_DECISION_H

#include "plan/knowledge.h"

/* Why the decisions alone do not say what becomes of an action. */
enum doute {
    SANS_DOUTE,
    DOUTE_ECARTEE,    /* one was left out, being wrong */
    DOUTE_CONTRAIRE,  /* two of one day say two things */
    DOUTE_SANS_DATE,  /* one has no date and says another thing: which one is the last? */
    DOUTE_SANS_CHOIX, /* the last one does not say what was chosen, or not in words of the table */
    DOUTE_DEMENTIE,   /* dropped, and followed up as going on or done since */
    DOUTE_A_VENIR     /* it is dated after the day */
};

struct verdict {
    const struct element *decision; /* the last one; NULL: none */
    int choix;                      /* enum choix; -1: none, or in doubt */
    enum doute doute;
    const struct element *autre; /* of the doubt: the other decision, or the follow-up */
};

struct verdict aet_plan_verdict(const struct plan_knowledge *k, const struct element *action);

#endif
