/* `bilan` of a journal, of coded segments, of a validation trail: accumulators of integers (init,
 * add, merge, finish), all on counts by group. */
#ifndef AET_REPA_BILAN_BILAN_H
#define AET_REPA_BILAN_BILAN_H

#include "partial/partial.h"
#include "repa/bilan/comptes.h"
#include "repa/bilan/partage.h"

/* The dimensions of the counts. Coordinates that are unknown are -1; "functions" is a function or a
 * set of them (partage.h). */
enum {
    DIM_TYPE,      /* month, functions, phase, level, step */
    DIM_DUREE,     /* functions, minutes: durations that are known */
    DIM_STRATEGIE, /* strategy */
    DIM_CONFORME,  /* function, strategy that serves it */
    DIM_POSTURE,   /* level, community, posture */
    DIM_AUPRES,    /* whom it is for */
    DIM_CONTEXTE,  /* context */
    DIM_ELEMENT,   /* element */
    DIM_MILIEU,    /* community, month */
    DIM_AGENT,     /* agent, community */
    DIM_ETAPE,     /* step, community, functions */
    DIM_NOMBRE,    /* function, community, how many strategies serve it */
    DIM_CODAGE,    /* segment, coder, code (-1: none) */
    DIM_PARCOURS,  /* narrative, rank, day */
    AET_REPA_DIMS
};

/* What the numbers of a coordinate are. */
enum coordonnee {
    C_NONE,
    C_MOIS,
    C_FONCTIONS, /* a function, or a set of them */
    C_FONCTION,
    C_STRATEGIE,
    C_PHASE,
    C_PALIER,
    C_ETAPE,
    C_POSTURE,
    C_AUPRES,
    C_CONTEXTE,
    C_ELEMENT,
    C_VALIDATION,
    C_CODE,
    C_MINUTES,
    C_NOMBRE,
    C_JOUR,
    C_MILIEU,
    C_AGENT,
    C_RECIT,
    C_CODEUR,
    C_UNITE
};

/* By dimension, what its coordinates are: how they are renamed when sums are added up, and what
 * they may be in a part, follow from it. */
extern const enum coordonnee aet_repa_coordinates[AET_REPA_DIMS][CLES];

struct bilan_repa {
    const struct repa_knowledge *k;
    enum repa_kind kind;
    struct comptes comptes;
    struct names agents, milieux;         /* of a journal */
    struct ensembles ensembles;           /* of functions, in a journal */
    struct names recits, codeurs, unites; /* of segments and trails */
    uint32_t *recit_of;                   /* by unit */
    size_t recit_cap;
    int64_t n, minutes;
    int32_t first, last; /* days; first > last: none */
};

void aet_repa_bilan_init(struct bilan_repa *b, const struct repa_knowledge *k, enum repa_kind kind);

/* struct sum.add */
void aet_repa_bilan_add(void *sum, const struct facts *f);

/* Add what `after`, fed with later records, has counted. */
void aet_repa_bilan_merge(struct bilan_repa *before, const struct bilan_repa *after);

void aet_repa_bilan_free(struct bilan_repa *b);

/* All that can be done to it besides; in partiel.c. */
extern const struct sum_kind aet_repa_bilan_kind;

/* Private to bilan*.c and attentes*.c: counts sorted, as the report needs them. */
struct summed {
    const struct bilan_repa *b;
    struct compte *all;
    size_t n;
    struct partage partage;
    struct report *r;
};

static inline const struct compte *aet_repa_summed_of(const struct summed *v, int32_t dim,
                                                      size_t *n)
{
    return aet_repa_comptes_of(v->all, v->n, dim, n);
}

/* Month of a day: year × 12 + month - 1. */
int32_t aet_repa_mois(struct date d);
struct date aet_repa_mois_date(int32_t mois);

/* The sections, each beside what fills it: those of a journal take a struct journal, of segments a
 * struct lecture, of a trail a struct summed. */
extern const struct section_kind aet_repa_kind_jou_base, aet_repa_kind_jou_fonctions,
    aet_repa_kind_jou_strategies, aet_repa_kind_jou_mois, aet_repa_kind_jou_courbes,
    aet_repa_kind_jou_etapes, aet_repa_kind_jou_paliers, aet_repa_kind_jou_annees,
    aet_repa_kind_jou_tendances, aet_repa_kind_jou_postures, aet_repa_kind_jou_phases,
    aet_repa_kind_jou_contextes, aet_repa_kind_jou_postures_paliers, aet_repa_kind_jou_aupres,
    aet_repa_kind_jou_milieux, aet_repa_kind_jou_agents, aet_repa_kind_jou_conformite,
    aet_repa_kind_seg_corpus, aet_repa_kind_seg_codes, aet_repa_kind_seg_familles,
    aet_repa_kind_seg_recits, aet_repa_kind_seg_codeurs, aet_repa_kind_seg_frequences,
    aet_repa_kind_seg_saturation, aet_repa_kind_seg_regle, aet_repa_kind_seg_cooccurrences,
    aet_repa_kind_par_validation, aet_repa_kind_par_parcours, aet_repa_kind_jou_attentes;

#endif
