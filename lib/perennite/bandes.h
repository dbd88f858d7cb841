/* Bands 1-2 and 3-4 side by side: test, effect size, interval (section bandes). */
#ifndef AET_PERENNITE_BANDES_H
#define AET_PERENNITE_BANDES_H

#include "perennite/totaux.h"
#include "stats/cliff.h"
#include "stats/mann_whitney.h"

/* A measure of each group, divided by band; groups of neither band, or without a value, are left
 * out. Owned. */
struct partage {
    double *valeurs[BANDES];
    size_t n[BANDES];
};

void aet_partage(struct partage *p, const struct mesures *m, const double *valeurs,
                 const struct stat_value *ou_valeurs);
void aet_partage_free(struct partage *p);

/* Groups that have a trait, out of those of each band. */
struct porteurs {
    uint64_t avec[BANDES], n[BANDES];
};

/* delta is positive when band 1-2 is lower. */
struct comparaison {
    struct mann_whitney test;
    struct cliff effet;
};

struct comparaison aet_comparer(const struct partage *p);

void aet_bandes_report(const struct somme *b, const struct mesures *m, struct report *r);
extern const struct section_kind aet_bandes_kind;

#endif
