/* The document of aet-plan: one nest of kinds says what a plan is made of; see THE PLAN in
 * aet-plan(1). The same fields drive JSON, CSV, forms, help and the published JSON Schema. */
#ifndef AET_PLAN_RECORDS_H
#define AET_PLAN_RECORDS_H

#include "tree/nest.h"

/* The kinds, parents before children. */
enum plan_kind {
    K_PLAN,
    K_REGROUPEMENT,
    K_CYCLE,
    K_FACTEUR,
    K_ANALYSE,
    K_CONSTAT,
    K_OBJECTIF,
    K_TRANSFORMATION,
    K_INDICATEUR,
    K_RELEVE,
    K_JALON,
    K_ACTION,
    K_RESSOURCES,
    K_BAILLEUR,
    K_SUIVI_ACTION,
    K_DECISION,
    K_MENTION,
    K_REVISION,
    K_COMMUNICATION,
    K_SUIVI,
    K_RENCONTRE,
    K_DIAGNOSTIC,
    K_REPONSES,
    KINDS
};

/* Concerted action plan. */
enum { PLN_ID, PLN_LIBELLE, PLN_ANNEE, PLN_MISE_EN_CONTEXTE, PLN_REGLES_FONCTIONNEMENT, PLN_COUNT };

/* Partner group. */
enum { RGP_ID, RGP_NOM, RGP_TERRITOIRE, RGP_PALIER, RGP_NIVEAU, RGP_COUNT };

/* Cycle. */
enum { CYC_DEBUT, CYC_FIN, CYC_COUNT };

/* Protective factor. */
enum { FAC_ID, FAC_LIBELLE, FAC_SYSTEME, FAC_COUNT };

/* Analysis. */
enum { ANA_ID, ANA_LIBELLE, ANA_ANALYSE, ANA_ORGANISME, ANA_CONTENU, ANA_FACTEURS, ANA_COUNT };

/* Finding. */
enum { CON_ID, CON_LIBELLE, CON_ANALYSE, CON_PRIORITAIRE, CON_FACTEURS, CON_COUNT };

/* Objective. */
enum { OBJ_ID, OBJ_LIBELLE, OBJ_CONSTATS, OBJ_FACTEURS, OBJ_COUNT };

/* Desired transformation. */
enum {
    TRA_ID,
    TRA_LIBELLE,
    TRA_SYSTEME,
    TRA_RESPONSABLE,
    TRA_PARTENAIRES,
    TRA_SANS_OBJET,
    TRA_COUNT
};

/* Indicator. */
enum {
    IND_ID,
    IND_LIBELLE,
    IND_MESURE,
    IND_DEPART,
    IND_DATE_DEPART,
    IND_CIBLE,
    IND_DATE_CIBLE,
    IND_OUTIL,
    IND_COUNT
};

/* Interim target. */
enum { JAL_ID, JAL_LIBELLE, JAL_DATE, JAL_VALEUR, JAL_COUNT };

/* Reading. */
enum { REL_ID, REL_LIBELLE, REL_DATE, REL_VALEUR, REL_CONFIANCE, REL_COMMENTAIRE, REL_COUNT };

/* Action. */
enum {
    ACN_ID,
    ACN_LIBELLE,
    ACN_CONTENU,
    ACN_RESPONSABLE,
    ACN_PARTENAIRES,
    ACN_DEBUT,
    ACN_FIN,
    ACN_BUDGET,
    ACN_COUNT
};

/* Resources. */
enum { RES_HUMAINES, RES_MATERIELLES, RES_FINANCIERES, RES_COUNT };

/* Funder. */
enum { BAI_ID, BAI_NOM, BAI_MONTANT, BAI_COUNT };

/* Follow-up of an action. */
enum {
    SUA_ID,
    SUA_LIBELLE,
    SUA_DATE,
    SUA_ETAT,
    SUA_AVANCEMENT,
    SUA_DEPENSE,
    SUA_COMMENTAIRE,
    SUA_COUNT
};

/* Decision. */
enum { DEC_ID, DEC_LIBELLE, DEC_DATE, DEC_CHOIX, DEC_RESULTATS, DEC_JUSTIFICATION, DEC_COUNT };

/* Sustainability mention. */
enum {
    MEN_ID,
    MEN_LIBELLE,
    MEN_OBJET,
    MEN_STRATEGIE,
    MEN_SOUS_STRATEGIE,
    MEN_MOYEN,
    MEN_STATUT,
    MEN_EXTRAIT,
    MEN_CODEUR,
    MEN_COUNT
};

/* Revision. */
enum { REV_ID, REV_LIBELLE, REV_DATE, REV_PORTE_SUR, REV_ELEMENT, REV_MOTIF, REV_COUNT };

/* Follow-up schedule. */
enum { SUI_FREQUENCE, SUI_DATES, SUI_COUNT };

/* Meeting. */
enum { REN_ID, REN_LIBELLE, REN_DATE, REN_ETAPE, REN_TENUE, REN_PRESENTS, REN_COUNT };

/* Answer to tool 13. */
enum { DIA_ID, DIA_LIBELLE, DIA_DATE, DIA_REPONDANT, DIA_COUNT };

/* Answers to tool 13. */
enum {
    REP_1,
    REP_2,
    REP_3,
    REP_4,
    REP_5,
    REP_6,
    REP_7,
    REP_8,
    REP_9,
    REP_10,
    REP_11,
    REP_12,
    REP_13,
    REP_14,
    REP_15,
    REP_16,
    REP_17,
    REP_18,
    REP_COUNT
};

extern const struct nest aet_plan_nest;
extern const struct schema aet_plan_schemas[KINDS];

#endif
