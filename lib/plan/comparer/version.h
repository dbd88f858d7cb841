/* A version of plans in memory: every element with its values in words, kept after its document is
 * gone. */
#ifndef AET_PLAN_COMPARER_VERSION_H
#define AET_PLAN_COMPARER_VERSION_H

#include "base/arena.h"
#include "plan/knowledge.h"

struct partie {
    unsigned kind;
    const struct element *element; /* that it was made of: gone with its document */
    struct span groupe, nom;       /* the group: what it is known by, its name */
    int64_t annee;                 /* of its plan; 0: not known */
    struct span id, libelle;       /* "" where it has none */
    struct span parent;            /* what the element above is called */
    struct span cle;               /* what it is known by where it has no id */
    struct span *valeurs;          /* by field of its schema */
    uint64_t perdues;              /* fields, a bit each: their value was left out, being wrong */
    struct partie *autre;          /* the same in the other version; NULL: it is not there */
    bool ecartee;                  /* it is there and was left out, being wrong */
    bool entrainee;                /* it hangs from such a one */
};

struct version {
    struct arena arena;
    struct partie *pieces;
    size_t n, cap;
    int64_t plans, budget;
    uint64_t rejetes;               /* plans of it that do not stand */
    const struct plan_knowledge *k; /* while it is read */
    int64_t annee;                  /* of the plan that is read */
};

/* struct sum.add */
void aet_plan_version_add(void *sum, const struct facts *f);

void aet_plan_version_free(struct version *v);

#endif
