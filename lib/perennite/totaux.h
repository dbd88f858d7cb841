/* Totals over all groups, and which of them --masquer hides. */
#ifndef AET_PERENNITE_TOTAUX_H
#define AET_PERENNITE_TOTAUX_H

#include "perennite/bilan.h"

/* One printed count. */
struct compte {
    uint64_t mentions, regroupements;
    bool masque;  /* both are hidden */
    bool presque; /* how many groups is: all but a few */
    bool bandes;  /* of an object or a strategy: how many groups of a band have it is hidden */
};

struct totaux {
    size_t objets, strategies; /* rows; arrays have one more, for what is unknown */
    struct compte *cellules;   /* objet × strategie */
    struct compte *par_objet, *par_strategie, *par_sous, *par_moyen;
    struct compte *par_statut; /* strategie × (prevu, applique, none): mentions only */
    bool restes;               /* what is left of a total is small, and hidden */
    uint64_t avec_objet, avec_strategie, croisees; /* mentions where these are known */
};

void aet_perennite_totaux(struct totaux *t, const struct somme *b, const struct mesures *m);
void aet_perennite_totaux_free(struct totaux *t);

static inline struct compte *aet_perennite_cellule(const struct totaux *t, size_t objet,
                                                   size_t strategie)
{
    return &t->cellules[objet * (t->strategies + 1) + strategie];
}

/* Whether a count is one that --masquer hides. */
static inline bool aet_perennite_petit(const struct somme *b, uint64_t n)
{
    return n > 0 && (int64_t)n < b->options.masquer;
}

/* The same of a part of n, or of what is left of n. */
static inline bool aet_perennite_petite_part(const struct somme *b, uint64_t part, uint64_t n)
{
    return aet_perennite_petit(b, part) || aet_perennite_petit(b, n - part);
}

#endif
