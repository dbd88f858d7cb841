/* `bilan` of a strategy: an accumulator of integers (init, add, merge, finish). */
#ifndef AET_PUBLICS_BILAN_H
#define AET_PUBLICS_BILAN_H

#include "base/names.h"
#include "partial/partial.h"
#include "publics/knowledge.h"
#include "publics/messages.h"
#include "report/report.h"

/* A count by state, and how many are late. */
struct avancement {
    int64_t activites, par_etat[ETATS], en_retard;
};

struct charge {
    struct avancement a;
    int64_t budget;
};

/* What one group does, and whom it serves. */
struct groupe {
    struct charge charge;
    uint64_t publics; /* bits of rows of table publics */
};

/* Activities of an aim: those that name it, and those that say none and serve it by a purpose. */
struct visee {
    struct avancement nommee;
    int64_t servie;
};

/* One late activity; texts are the accumulator's. */
struct retard {
    int32_t jours;
    uint64_t rang; /* in the input: ties keep its order */
    struct span regroupement, id, quoi, responsable;
    uint64_t publics; /* bits of rows of table publics */
    struct date echeance;
};

/* One's own words in a field: how many activities, and the last one that had them (from 1). */
struct hors_compte {
    int64_t activites;
    uint64_t dernier;
};

struct hors {
    struct names mots;
    struct hors_compte *comptes; /* by number of the words */
    size_t cap;
};

enum { HORS_CHAMPS = 5 };
extern const int aet_publics_hors_champs[HORS_CHAMPS]; /* fields in which one's own words will do */

/* All that a report of a strategy counts: one array a section, and the lists that grow with names
 * and months. */
struct bilan {
    const struct publics_knowledge *p;
    uint64_t rang;
    struct avancement total;
    int64_t budget, depense;
    uint64_t publics_servis;    /* bits */
    struct avancement *publics; /* by row of publics */
    struct avancement *couples; /* by block and purpose, in the order of the matrix */
    size_t *first_couple;       /* by block */
    size_t couples_n;
    int64_t couples_hors, sans_pourquoi;
    struct hors hors_matrice[HORS_CHAMPS];
    int64_t *moyens, *visees, *observees; /* by canonical row of termes */
    uint64_t *moyens_publics;             /* bits, by the same */
    struct names responsables;
    struct charge *charges; /* by responsible */
    size_t charges_cap;
    struct names regroupements;
    struct groupe *groupes; /* by group */
    size_t groupes_cap;
    int64_t *servis; /* by group, then audience */
    size_t servis_cap;
    int64_t groupes_dits; /* activities that name one */
    struct messages messages;
    struct visee *buts; /* by row of buts */
    int64_t sans_but;   /* activities that name none, and serve none */
    struct mois *mois;  /* sorted by month */
    size_t mois_n, mois_cap;
    struct retard *retards; /* the longest ones: as many as are written, at most twice that */
    size_t retards_n, retards_cap, retards_max;
    int32_t plus_court; /* the shortest delay kept, once as many as are written were found */
    uint64_t retards_total;
    struct arena textes; /* of retards */
};

/* `retards`: how many of the longest delays are to be written; SIZE_MAX: all of them, and then what
 * is kept is linear in those that are late. */
void aet_publics_bilan_init(struct bilan *b, const struct publics_knowledge *p, size_t retards);

/* struct sum.add */
void aet_publics_bilan_add(void *sum, const struct facts *f);

/* Add what `after`, fed with later records, has counted. */
void aet_publics_bilan_merge(struct bilan *before, const struct bilan *after);

void aet_publics_bilan_free(struct bilan *b);

/* All that can be done to it besides; in partiel.c. */
extern const struct sum_kind aet_publics_bilan_kind;

/* The sections; what fills them takes a struct bilan. */
extern const struct section_kind *const aet_publics_bilan_sections[];

/* Private to bilan*.c */
struct mois {
    int32_t mois; /* year × 12 + month − 1 */
    struct charge charge;
};

/* The number of a group, given when it is new. */
uint32_t aet_publics_bilan_groupe(struct bilan *b, struct span name);

/* Sort the delays, the longest first, and forget those that are not to be written. */
void aet_publics_bilan_trim_retards(struct bilan *b);

static inline int64_t aet_publics_bits(uint64_t v)
{
    int64_t n = 0;

    for (; v; v &= v - 1)
        n++;
    return n;
}

extern const struct section_kind aet_publics_kind_retards, aet_publics_kind_publics,
    aet_publics_kind_matrice, aet_publics_kind_lacunes, aet_publics_kind_moyens,
    aet_publics_kind_retombees, aet_publics_kind_hors_matrice, aet_publics_kind_buts,
    aet_publics_kind_regroupements, aet_publics_kind_servis, aet_publics_kind_messages;

#endif
