/* The record of aet-publics: one sharing activity (design, section 7.1). */
#ifndef AET_PUBLICS_ACTIVITE_H
#define AET_PUBLICS_ACTIVITE_H

#include "record/schema.h"

enum {
    ACT_ID,
    ACT_QUOI,
    ACT_BUT,
    ACT_PUBLIC,
    ACT_POURQUOI,
    ACT_RETOMBEES,
    ACT_COMMENT,
    ACT_EXEMPLES,
    ACT_ET_APRES,
    ACT_RELAIS,
    ACT_RESPONSABLE,
    ACT_ECHEANCE,
    ACT_BUDGET,
    ACT_DEPENSE,
    ACT_ETAT,
    ACT_DATE_REALISATION,
    ACT_RETOMBEES_OBSERVEES,
    ACT_NOTES,
    ACT_SUGGESTION_PUBLIC,
    ACT_SUGGESTION_POURQUOI,
    ACT_SUGGESTION_RETOMBEES,
    ACT_SUGGESTION_COMMENT,
    ACT_SUGGESTION_EXEMPLES,
    ACT_COUNT
};

/* The rows of table `etats`, which the code knows by id. */
enum etat { ETAT_PREVU, ETAT_EN_COURS, ETAT_REALISE, ETAT_REPORTE, ETAT_ABANDONNE, ETATS };

/* The fields by themselves: an action plan holds such activities (its communication plan). */
extern const struct field aet_activite_fields[ACT_COUNT];

extern const struct schema aet_activite;

#endif
