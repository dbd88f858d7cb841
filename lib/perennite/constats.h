/* The findings of the document, tested: table constats holds their rules, constats_mesures.c the
 * measures that rules name, lib/findings the rest. */
#ifndef AET_PERENNITE_CONSTATS_H
#define AET_PERENNITE_CONSTATS_H

#include "base/must.h"
#include "findings/findings.h"
#include "perennite/totaux.h"

enum {
    CONSTAT_OBJET,
    CONSTAT_STRATEGIE,
    CONSTAT_SOUS_STRATEGIE,
    CONSTAT_BANDE,
    CONSTAT_DIMENSIONS
};

/* Table constats, read. Not to be moved once it is. */
struct constats {
    struct finding_dimension dimensions[CONSTAT_DIMENSIONS];
    struct findings findings;
};

/* Read the rules of the table. False: complained. Free in any case. */
AET_MUST bool aet_perennite_constats_read(struct constats *c, const struct perennite_knowledge *k,
                                          struct session *s);
void aet_perennite_constats_free(struct constats *c);

/* What the measures are taken from. */
struct constats_donnees {
    const struct somme *b;
    const struct mesures *m;
    const struct totaux *t;
    uint64_t population; /* of plans; 0: unknown */
};

/* What the rules may name, but for the dimensions; in constats_mesures.c. */
extern const struct finding_domain aet_perennite_constats_domain;

#endif
