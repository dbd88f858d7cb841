/* Private to the sections of bilan and constats: what they are filled of, and what they share. */
#ifndef AET_PERENNITE_SECTIONS_H
#define AET_PERENNITE_SECTIONS_H

#include "perennite/strates.h"

/* What fills a section takes one of these. */
struct summed {
    const struct somme *b;
    const struct mesures *m;
    const struct totaux *t;
    struct base base;
    struct strates strates;
    enum lang lang;
};

enum { BILAN_PETIT = 5 }; /* under so many, figures are to be read with caution */

/* Two cells from `column` on: the id and the label of a row. */
void aet_perennite_put_term(struct section *s, int column, const struct table *t, size_t row);

/* That --masquer leaves a whole table out. */
extern const struct text aet_perennite_masque;

/* trajectoires.c: groups seen more than once; strates_report.c: the strata of the draw; parts.c:
 * objects, strategies and sub-strategies with the share of groups that have them, means;
 * croisement.c: strategies by objects; bandes.c: levels side by side; constats.c: findings. */
extern const struct section_kind aet_perennite_kind_strates, aet_perennite_kind_objets,
    aet_perennite_kind_strategies, aet_perennite_kind_sous, aet_perennite_kind_moyens,
    aet_perennite_kind_trajectoires, aet_perennite_kind_croisement, aet_perennite_kind_bandes,
    aet_perennite_kind_constats;

#endif
