/* The knowledge of aet-perennite in memory: tables, and which strategy a sub-strategy belongs to,
 * which band a level is in. Read only once loaded, but for the memos of the matchers: it belongs to
 * one worker. */
#ifndef AET_PERENNITE_KNOWLEDGE_H
#define AET_PERENNITE_KNOWLEDGE_H

#include "base/must.h"
#include "perennite/records.h"
#include "flow/records.h"
#include "tables/match.h"

enum bande { BANDE_NONE = -1, BANDE_1_2, BANDE_3_4, BANDES };
enum statut { STATUT_PREVU, STATUT_APPLIQUE, STATUT_NONE, STATUTS = STATUT_NONE };

struct constats;

/* The tables of the tool and how they stand to each other, worked out once: one member a table or
 * relation. */
struct perennite_knowledge {
    const struct table *objets, *strategies, *sous, *moyens, *niveaux, *statuts, *bandes;
    int32_t *strategie_of; /* by row of sous-strategies */
    int32_t *sous_of;      /* by row of moyens */
    enum bande *bande_of;  /* by row of niveaux */
    enum statut *statut_of;
    struct matcher *matchers[MEN_COUNT];
    struct arena arena;
    enum lang lang;
    bool accord;                     /* the records are to be compared between coders */
    const struct table *reperes;     /* NULL unless the verb needs it */
    const struct constats *constats; /* the same */
};

/* Load what all verbs need. False: complained. */
AET_MUST bool aet_perennite_knowledge_load(struct perennite_knowledge *k, struct session *s);
void aet_perennite_knowledge_free(struct perennite_knowledge *k);

/* The strategy of a record: as written, or that of its sub-strategy; NO_ROW. */
int32_t aet_perennite_strategie(const struct perennite_knowledge *k, const struct facts *f);

static inline enum statut aet_perennite_statut(const struct perennite_knowledge *k,
                                               const struct facts *f)
{
    int32_t row = aet_fact_row(f, MEN_STATUT);

    return row == NO_ROW ? STATUT_NONE : k->statut_of[row];
}

/* Ids of the bands, as reports write them. */
extern const char *const aet_perennite_bande_ids[BANDES];

#endif
