/* Bands 1-2 and 3-4 side by side: test, effect size, interval. */
#ifndef AET_PERENNITE_BANDES_H
#define AET_PERENNITE_BANDES_H

#include "perennite/totaux.h"

void aet_perennite_bandes_report(const struct somme *b, const struct mesures *m, struct report *r);
extern const struct section_kind aet_perennite_bandes_kind;

#endif
