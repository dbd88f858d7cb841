/* The knowledge of aet-repa in memory: tables, Tableau 5 as a matrix, Tableau 6 as sets, and a
 * matcher for each field of each record kind. Read only once loaded, but for the memos of the
 * matchers and the room for suggestions: it belongs to one worker. */
#ifndef AET_REPA_KNOWLEDGE_H
#define AET_REPA_KNOWLEDGE_H

#include "base/must.h"
#include "base/date.h"
#include "repa/records.h"
#include "flow/records.h"
#include "tables/join.h"
#include "tables/match.h"

enum famille { SAVOIRS, SAVOIR_FAIRE, SAVOIR_ETRE, FAMILLES };

/* What is known of one function: the rows of its strategies, in the order of Tableau 5. */
struct fonction {
    int32_t *strategies;
    size_t n;
};

/* One row of Tableau 6: an element, and the strategies that call on it. */
struct mobilise {
    int32_t element; /* row of elements */
    enum famille famille;
    bool general;
    bool *strategies; /* by row of strategies */
};

struct attentes;

/* The tables of the tool, their matchers by kind of record, and how they stand to each other,
 * worked out once: one member a table, since each is asked for by its own name. */
struct repa_knowledge {
    const struct table *fonctions; /* the six, then the others: a join */
    const struct table *strategies, *elements, *postures, *paliers, *etapes, *phases, *contextes;
    const struct table *codes; /* the name space of segments: a join, or a codebook of one's own */
    int32_t *code_parent;      /* by row of codes: its parent; NULL for the document's own codes */
    const struct table *validations, *aupres, *conditions, *pratiques, *reponses, *provenances,
        *sujets;
    struct fonction *par_fonction; /* by row of fonctions */
    size_t six;                    /* rows of the six functions come first */
    struct mobilise *mobilisation;
    size_t mobilisation_n;
    int32_t etape_planification, etape_mise_en_oeuvre;                        /* rows of etapes */
    int32_t provenance_validation, provenance_entretiens, provenance_analyse; /* rows */
    const struct etapes *datees;     /* --etapes, or NULL */
    const struct attentes *attentes; /* NULL unless the verb needs it */
    struct matcher *journal[JOU_COUNT];
    struct matcher *segments[SEG_COUNT];
    struct matcher *recits[REC_COUNT];
    struct matcher *recommandations[RCM_COUNT];
    struct matcher *memos[MEM_COUNT];
    struct matcher *reponse[CON_COUNT];
    struct arena arena;
    /* of the run: */
    int32_t today; /* day number of --date */
    enum lang lang;
    struct span *parts[4]; /* room for suggestions */
};

/* Load what a record kind needs. False: complained. */
AET_MUST bool aet_repa_knowledge_load(struct repa_knowledge *k, struct session *s);
void aet_repa_knowledge_free(struct repa_knowledge *k);

/* Whether Tableau 5 gives the function this strategy; true for functions outside the six. */
bool aet_repa_strategie_attendue(const struct repa_knowledge *k, int32_t fonction,
                                 int32_t strategie);

/* Whether an entry's strategy serves one of its functions: Tableau 5 gives it to that one, or to
 * none of the entry's functions. */
bool aet_repa_strategie_sert(const struct repa_knowledge *k, const struct facts *f,
                             int32_t fonction, int32_t strategie);

/* The functions of an entry by row, whatever their order: the next one after `row`; NO_ROW for the
 * first, and when there are no more. */
int32_t aet_repa_fonction_next(const struct facts *f, int32_t row);

/* The step of an intervention: the one recorded; otherwise that of the dated meetings; otherwise
 * planning from January to April, implementation the rest of the year. NO_ROW without a date. */
int32_t aet_repa_etape(const struct repa_knowledge *k, const struct facts *f);

/* The duration of an intervention, in minutes: `duree`, otherwise `minutes`. False, and 0: none
 * that could be read. */
bool aet_repa_duree(const struct facts *f, int64_t *minutes);

#endif
