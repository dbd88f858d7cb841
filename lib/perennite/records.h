/* The record of aet-perennite: one mention of sustainability in a plan, by one coder:
 * aet-perennite(1), RECORDS. */
#ifndef AET_PERENNITE_RECORDS_H
#define AET_PERENNITE_RECORDS_H

#include "headings/schema.h"

enum {
    MEN_MENTION,
    MEN_REGROUPEMENT,
    MEN_PLAN,
    MEN_ANNEE,
    MEN_NIVEAU,
    MEN_OBJET,
    MEN_STRATEGIE,
    MEN_SOUS_STRATEGIE,
    MEN_MOYEN,
    MEN_STATUT,
    MEN_EXTRAIT,
    MEN_CODEUR,
    MEN_SUGGESTION_OBJET,
    MEN_SUGGESTION_STRATEGIE,
    MEN_SUGGESTION_SOUS_STRATEGIE,
    MEN_SUGGESTION_MOYEN,
    MEN_SUGGESTION_POURQUOI,
    MEN_SUGGESTION_SOURCES,
    MEN_COUNT
};

extern const struct schema aet_perennite_schema_mention;

#endif
