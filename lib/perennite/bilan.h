/* `bilan` and `constats`: an accumulator of integers (init, add, merge, finish). What is kept is
 * linear in groups and plans, whatever the number of mentions. */
#ifndef AET_PERENNITE_BILAN_H
#define AET_PERENNITE_BILAN_H

#include "base/names.h"
#include "partial/partial.h"
#include "perennite/knowledge.h"
#include "perennite/tirage.h"
#include "report/report.h"
#include "stats/value.h"

/* What the command line says of a summary. */
struct somme_options {
    const char *codeur;  /* only this coder's mentions; NULL: all, and then there may be but one */
    uint64_t population; /* of plans; 0: unknown */
    int64_t masquer;     /* counts under this are hidden; 0: none */
    const struct tirage *tirage; /* the sample, from a proces-verbal; NULL: unknown */
};

/* What counts "by group" count: a plan of a group, of a year. A group that goes on has several, and
 * a level in each. Counts stand in the accumulator's arrays, at its number. */
struct groupe {
    uint64_t mentions;
    uint32_t niveaux;                   /* bits of rows of niveaux */
    uint32_t regroupement, plan, annee; /* of names; AET_NO_NAME: the year is not told */
};

/* All that a report counts: one array a section, the lists of groups and plans that grow with the
 * data. */
struct somme {
    const struct perennite_knowledge *k;
    struct somme_options options;
    size_t objets, strategies, sous, moyens; /* rows of the tables */
    size_t stride, words, cell_words;
    struct names regroupements, plans, annees, codeurs;
    struct names unites; /* of groupes: by the numbers of its names */
    struct groupe *groupes;
    size_t groupes_cap;
    uint32_t *counts; /* by unit: objet × strategie (the last of each: unknown), then sous */
    size_t counts_cap;
    uint64_t *moyens_bits; /* by unit */
    size_t moyens_cap;
    uint64_t *cells_bits; /* by unit, for each status: its cells objet × strategie */
    size_t cells_cap;
    uint32_t *plan_groupe; /* by plan: the unit it was first met in */
    size_t plan_n, plan_cap;
    uint64_t *statuts; /* by strategie, and prevu, applique, none */
    uint64_t *moyens_n;
    uint64_t mentions, autres; /* of the coder, of others */
    struct names hors;         /* plans that the proces-verbal did not draw: left out */
    uint64_t hors_mentions;    /* mentions of these */
    uint64_t hors_sans_plan;   /* among them, those that name no plan */
    struct buf scratch;
    struct {
        struct buf names; /* as they were written, one after the other; empty: none yet */
        size_t regroupement, plan;
        size_t unit;
    } recent; /* the unit that was counted last: the mentions of a plan stand together */
};

void aet_perennite_somme_init(struct somme *b, const struct perennite_knowledge *k,
                              const struct somme_options *o);

/* struct sum.add */
void aet_perennite_somme_add(void *sum, const struct facts *f);

/* Add what `after`, fed with later records, has counted. */
void aet_perennite_somme_merge(struct somme *before, const struct somme *after);
void aet_perennite_somme_free(struct somme *b);

/* All that can be done to it besides; in partiel.c. */
extern const struct sum_kind aet_perennite_somme_kind;

/* Mentions that do not tell their plan or its year are of the only one of the group that agrees
 * with what they tell, where there is one. Once all are in. */
void aet_perennite_somme_date(struct somme *b);

/* Measure the units, and fill these sections: those of `bilan` or of `constats`. */
void aet_perennite_somme_finish(struct somme *b, struct report *r,
                                const struct section_kind *const *sections);

extern const struct section_kind *const aet_perennite_bilan_sections[];
extern const struct section_kind *const aet_perennite_constats_sections[];

/* Private to partiel.c: the unit of these names, given when it is new. */
size_t aet_perennite_somme_unite(struct somme *b, struct span regroupement, struct span plan,
                                 struct span annee);

/* Private to bilan*.c, bandes.c, constats*.c: reading the counts. */

/* Mentions of a group with these rows; the number of rows stands for "unknown". */
static inline uint32_t aet_perennite_groupe_cell(const struct somme *b, size_t g, size_t objet,
                                                 size_t strategie)
{
    return b->counts[g * b->stride + objet * (b->strategies + 1) + strategie];
}

static inline uint32_t aet_perennite_groupe_sous(const struct somme *b, size_t g, size_t sous)
{
    return b->counts[g * b->stride + (b->objets + 1) * (b->strategies + 1) + sous];
}

/* Whether a unit has a mention of that status in a cell. */
static inline bool aet_perennite_groupe_statut(const struct somme *b, size_t g, int statut,
                                               size_t objet, size_t strategie)
{
    size_t cell = objet * (b->strategies + 1) + strategie;

    return b->cells_bits[(g * STATUTS + (size_t)statut) * b->cell_words + cell / 64] >>
               (cell % 64) &
           1;
}

/* The units, group by group, in the order of years, then of plans; to be freed. */
uint32_t *aet_perennite_ordre(const struct somme *b);

/* The unit of the same group before the one at that place of the order, both with a year; SIZE_MAX:
 * there is none. */
size_t aet_perennite_avant(const struct somme *b, const uint32_t *order, size_t place);

/* The plan of a unit, and its year; empty: it has none. */
struct span aet_perennite_groupe_plan(const struct somme *b, size_t g);
struct span aet_perennite_groupe_annee(const struct somme *b, size_t g);

uint64_t aet_perennite_groupe_objet(const struct somme *b, size_t g, size_t objet);
uint64_t aet_perennite_groupe_strategie(const struct somme *b, size_t g, size_t strategie);

/* What is measured of each group, one value a group; owned by who asks. */
struct mesures {
    size_t n;
    double *objets, *strategies, *sous;
    struct stat_value *shannon; /* undefined without a strategy */
    enum bande *bande;          /* BANDE_NONE: no level, or levels of both bands */
    int32_t *niveau;            /* NO_ROW: none, or more than one */
};

void aet_perennite_mesures(struct mesures *m, const struct somme *b);
void aet_perennite_mesures_free(struct mesures *m);

/* Plans that the shares of groups are of: units, and the plans drawn that hold no mention. */
struct base {
    uint64_t n, population; /* population 0: no correction is made */
    uint64_t sans_mention;  /* drawn plans without a mention, counted in n */
    bool plans_differ;      /* plans have several years: shares are of these, not of plans */
};

struct base aet_perennite_somme_base(const struct somme *b);

#endif
