/* The records of aet-repa(1): entries of an accompaniment journal, coded
 * segments of narratives, steps of a validation trail, recommendations, memos, answers to the
 * self-assessment of conditions. */
#ifndef AET_REPA_RECORDS_H
#define AET_REPA_RECORDS_H

#include "headings/schema.h"

enum {
    JOU_DATE,
    JOU_AGENT,
    JOU_MILIEU,
    JOU_PALIER,
    JOU_FONCTION,
    JOU_STRATEGIES,
    JOU_ELEMENTS,
    JOU_POSTURE,
    JOU_AUPRES,
    JOU_DUREE,
    JOU_MINUTES,
    JOU_ETAPE,
    JOU_PHASE,
    JOU_CONTEXTE,
    JOU_NOTES,
    JOU_SUGGESTION_STRATEGIES,
    JOU_SUGGESTION_SAVOIRS,
    JOU_SUGGESTION_SAVOIR_FAIRE,
    JOU_SUGGESTION_SAVOIR_ETRE,
    JOU_COUNT
};

enum {
    SEG_RECIT,
    SEG_SEGMENT,
    SEG_CODEUR,
    SEG_CODE,
    SEG_TEXTE,
    SEG_DEBUT,
    SEG_FIN,
    SEG_LONGUEUR,
    SEG_MEMO,
    SEG_COUNT
};

enum { REC_RECIT, REC_VALIDATION, REC_DATE, REC_PARTICIPANTS, REC_NOTES, REC_COUNT };

enum {
    RCM_ID,
    RCM_ENONCE,
    RCM_PARENT,
    RCM_PROVENANCES,
    RCM_RECITS,
    RCM_SEGMENTS,
    RCM_PAROLES,
    RCM_CODES,
    RCM_CONSTAT,
    RCM_DONNEES,
    RCM_ADRESSE,
    RCM_DATE,
    RCM_NOTES,
    RCM_COUNT
};

enum {
    MEM_SUJET,
    MEM_TITRE,
    MEM_MEMO,
    MEM_RECIT,
    MEM_PASSAGE,
    MEM_CITATION,
    MEM_CODE,
    MEM_AUTEUR,
    MEM_DATE,
    MEM_COUNT
};

enum { CON_ORGANISATION, CON_PRATIQUE, CON_LIBELLE, CON_REPONSE, CON_COMMENTAIRE, CON_COUNT };

/* Who coded, wherever a column says so. */
#define AET_REPA_FIELD_CODEUR                                                                      \
    {                                                                                              \
        "codeur", { "Codeur", "Coder" },                                                           \
            "Codeuse|Codé par|Codée par|Codeur(se)|Analyste|Utilisateur|Coded by|User", TYPE_NAME, \
            NULL, NULL, false                                                                      \
    }

/* The kinds that valider and bilan tell apart, in this order. */
enum repa_kind {
    KIND_JOURNAL,
    KIND_SEGMENTS,
    KIND_RECITS,
    KIND_RECOMMANDATIONS,
    KIND_MEMOS,
    KINDS
};

extern const struct schema aet_repa_schema_journal, aet_repa_schema_segments,
    aet_repa_schema_recits, aet_repa_schema_recommandations, aet_repa_schema_memos,
    aet_repa_schema_conditions;

/* The first KINDS of them, ended by NULL; and all of them. */
extern const struct schema *const aet_repa_kinds[];
extern const struct schema *const aet_repa_schemas[];

#endif
