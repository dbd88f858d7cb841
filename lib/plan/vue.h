/* `vue`: tool 10, the overview of plans: one line for each action, gaps by objective and system,
 * money by funder, system and objective, load by responsible. */
#ifndef AET_PLAN_VUE_H
#define AET_PLAN_VUE_H

#include "base/names.h"
#include "plan/knowledge.h"

struct territoire;

/* Amounts by name: planned, funded, and how many actions. */
struct poste {
    int64_t prevu, finance, actions, en_cours, en_retard, dites;
};

struct postes {
    struct names names;
    struct poste *of; /* by name */
    size_t cap;
};

/* Who acts with whom: names, and two of them for each action that has both. */
struct reseau {
    struct names noms;
    struct lien *liens;
    size_t n, cap;
};

/* All that the overview counts: one member a figure, one list a section. */
struct vue {
    const struct plan_knowledge *k;
    struct report kept; /* rows go into it as plans are read */
    int64_t plans, objectifs, transformations, actions, en_retard, indicateurs, lacunes, budget,
        finance;
    struct names groupes;
    struct postes bailleurs, systemes, objectifs_postes, responsables;
    struct reseau reseau;
    /* of a territory: which, and the overview of the other plans; NULL: of all plans */
    struct territoire *territoire;
    struct vue *ailleurs;
};

void aet_plan_vue_init(struct vue *v, const struct plan_knowledge *k);
/* Of the plans of a territory, borrowed; the others are counted apart. */
void aet_plan_vue_of(struct vue *v, struct territoire *t);
void aet_plan_vue_add(void *sum, const struct facts *f); /* struct sum.add */
void aet_plan_vue_free(struct vue *v);

/* The sections; what fills them takes a struct vue. */
extern const struct section_kind *const aet_plan_vue_sections[];

/* Private to vue*.c */
extern const struct section_kind aet_plan_kind_vue_apercu, aet_plan_kind_vue_matrice,
    aet_plan_kind_vue_lacunes, aet_plan_kind_vue_chaine, aet_plan_kind_vue_reseau,
    aet_plan_kind_vue_territoire;

/* The rows of an objective in section `chaine`. */
void aet_plan_vue_chaine(struct vue *v, const struct element *plan, const struct element *o);

void aet_plan_reseau_add(struct reseau *n, const struct element *action);
void aet_plan_reseau_free(struct reseau *n);

/* The amounts of a name, made when it is new. */
struct poste *aet_plan_poste(struct postes *p, struct span name);
void aet_plan_postes_free(struct postes *p);

#endif
