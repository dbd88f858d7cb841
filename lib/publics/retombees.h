/* `retombees`: what means led to: outcomes aimed at, and observed once the activity was done. An
 * accumulator of integers. */
#ifndef AET_PUBLICS_RETOMBEES_H
#define AET_PUBLICS_RETOMBEES_H

#include "base/names.h"
#include "publics/knowledge.h"
#include "report/report.h"

/* Activities done that aimed at something, and those of them that observed it. */
struct issue {
    int64_t visees, observees;
};

/* Of an outcome: activities that aim at it, done or not; done ones; those that observed it, having
 * aimed at it or not. */
struct retombee {
    int64_t activites, realisees, observees, sans_visee;
};

/* Done in a year, or by a group. */
struct recolte {
    int64_t realisees, avec_observation;
    struct issue issue; /* over all the outcomes that they aimed at */
};

struct retombees {
    const struct publics_knowledge *p;
    struct recolte total;
    int64_t activites;
    struct retombee *retombees; /* by canonical row of termes */
    struct issue *issues;       /* by means, then outcome: rows of termes */
    struct names annees, regroupements;
    struct recolte *par_annee, *par_groupe;
    size_t annees_cap, groupes_cap;
};

void aet_publics_retombees_init(struct retombees *r, const struct publics_knowledge *p);
void aet_publics_retombees_add(void *sum, const struct facts *f); /* struct sum.add */
void aet_publics_retombees_free(struct retombees *r);

/* The sections; what fills them takes a struct retombees. */
extern const struct section_kind *const aet_publics_retombees_sections[];

#endif
