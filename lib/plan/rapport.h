/* `rapport`: what funders paid for: actions, money granted and spent, results, decisions: the draft
 * of an accounting, from the same facts for every funder. */
#ifndef AET_PLAN_RAPPORT_H
#define AET_PLAN_RAPPORT_H

#include "base/names.h"
#include "plan/knowledge.h"
#include "report/report.h"

/* What one funder pays for. */
struct bailleur {
    int64_t actions, realisees, en_retard, dites, accorde;
};

struct rapport {
    const struct plan_knowledge *k;
    struct span demande; /* the funder asked for; empty: all */
    struct span nom;     /* as the first plan writes it */
    struct report kept;  /* rows go into it as plans are read */
    int64_t plans, actions, realisees, en_retard, dites, accorde, budget, depense;
    struct names bailleurs;
    struct bailleur *comptes; /* by funder */
    size_t comptes_cap;
};

/* `demande` is borrowed. */
void aet_plan_rapport_init(struct rapport *r, const struct plan_knowledge *k, struct span demande);
void aet_plan_rapport_add(void *sum, const struct facts *f); /* struct sum.add */
void aet_plan_rapport_free(struct rapport *r);

/* The sections; what fills them takes a struct rapport. */
extern const struct section_kind *const aet_plan_rapport_sections[];

#endif
