/* What the document leads to expect of a journal, tested: table attentes holds the rules,
 * attentes_mesures.c the measures that rules name, lib/findings the rest. */
#ifndef AET_REPA_BILAN_ATTENTES_H
#define AET_REPA_BILAN_ATTENTES_H

#include "base/must.h"
#include "findings/findings.h"
#include "repa/bilan/bilan.h"

enum {
    ATTENTE_FONCTION,
    ATTENTE_PHASE,
    ATTENTE_PALIER,
    ATTENTE_ETAPE,
    ATTENTE_NOMBRE, /* of strategies in an intervention */
    ATTENTE_POSTURE,
    ATTENTE_DIMENSIONS
};

/* Table attentes, read. Not to be moved once it is. */
struct attentes {
    struct finding_dimension dimensions[ATTENTE_DIMENSIONS];
    struct findings findings;
};

/* Read the rules of the table. False: complained. Free in any case. */
AET_MUST bool aet_repa_attentes_read(struct attentes *a, const struct repa_knowledge *k,
                                     struct session *s);
void aet_repa_attentes_free(struct attentes *a);

/* What the rules may name, but for the dimensions; in attentes_mesures.c. */
extern const struct finding_domain aet_repa_attentes_domain;

/* Private to attentes_*.c: measures of clusters. */
aet_finding_fill aet_repa_part_interventions, aet_repa_part_a_strategies, aet_repa_part_postures;

#endif
