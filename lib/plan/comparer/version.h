/* A version of plans in memory: every element with its values in words, kept after its document is
 * gone. */
#ifndef AET_PLAN_COMPARER_VERSION_H
#define AET_PLAN_COMPARER_VERSION_H

#include "base/arena.h"
#include "plan/knowledge.h"

struct partie {
    unsigned kind;
    struct span groupe, nom; /* the group: what it is known by, its name */
    struct span id, libelle; /* "" where it has none */
    struct span parent;      /* what the element above is called */
    struct span cle;         /* what it is known by where it has no id */
    struct span *valeurs;    /* by field of its schema */
    uint64_t perdues;        /* fields, a bit each: their value was left out, being wrong */
    struct partie *autre;    /* the same in the other version; NULL: it is not there */
    bool ecartee;            /* it is there and was left out, being wrong */
    bool entrainee;          /* it hangs from such a one */
};

struct version {
    struct arena arena;
    struct partie *pieces;
    size_t n, cap;
    int64_t plans, budget;
    uint64_t rejetes;               /* plans of it that do not stand */
    const struct plan_knowledge *k; /* while it is read */
};

/* struct sum.add */
void aet_plan_version_add(void *sum, const struct facts *f);

/* Find what is the same in both: of one group and kind, by id, otherwise by label under the same
 * element; what a plan has once is the same thing, whatever it is called. Where each has one plan,
 * they are of one group. */
void aet_plan_versions_match(struct version *before, struct version *after);

void aet_plan_version_free(struct version *v);

#endif
