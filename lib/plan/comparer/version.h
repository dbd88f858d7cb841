/* A version of plans in memory: every element with its values in words, kept after its document is
 * gone. */
#ifndef AET_PLAN_COMPARER_VERSION_H
#define AET_PLAN_COMPARER_VERSION_H

#include "base/arena.h"
#include "plan/knowledge.h"

enum { CHAMPS_MAX = 24 };

struct partie {
    unsigned kind;
    struct span groupe, nom;         /* the group: what it is known by, its name */
    struct span id, libelle;         /* "" where it has none */
    struct span parent;              /* what the element above is called */
    struct span cle;                 /* what it is known by where it has no id */
    struct span valeurs[CHAMPS_MAX]; /* by field of its schema */
    struct partie *autre;            /* the same in the other version; NULL: it is not there */
};

struct version {
    struct arena arena;
    struct partie *pieces;
    size_t n, cap;
    int64_t plans, budget;
    const struct plan_knowledge *k; /* while it is read */
};

/* struct sum.add */
void aet_plan_version_add(void *sum, const struct facts *f);

/* Find what is the same in both: of one group and kind, by id, otherwise by label under the same
 * element. Where each has one plan, they are of one group. */
void aet_plan_versions_match(struct version *before, struct version *after);

void aet_plan_version_free(struct version *v);

#endif
