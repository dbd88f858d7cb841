/* `suivi`: tools 11 and 12 at a day: actions late, spent, stalled; indicators against their target;
 * decisions due and made; alerts first. */
#ifndef AET_PLAN_SUIVI_H
#define AET_PLAN_SUIVI_H

#include "plan/knowledge.h"
#include "voice/say.h"

struct territoire;

/* How grave an alert is: rows are sorted by it, then by the order of the input. */
enum urgence { HAUTE, MOYENNE, BASSE };

struct alerte {
    enum urgence urgence;
    uint64_t rang;
    const struct schema *of;                        /* what it is about */
    struct span regroupement, id, message, libelle; /* in the arena of what is kept */
    struct span regles;                             /* codes, a list */
};

struct suivi {
    const struct plan_knowledge *k;
    struct report kept;          /* rows go into it as plans are read */
    const struct element *about; /* of the last alert, while its plan is read */
    int64_t hautes;
    int64_t plans, actions, realisees, en_retard, dites, budget, depense, indicateurs, atteints,
        decisions;
    struct alerte *alertes;
    size_t alertes_n, alertes_cap;
    /* of a territory: which, and the follow-up of the other plans; NULL: of all plans */
    struct territoire *territoire;
    struct suivi *ailleurs;
};

void aet_plan_suivi_init(struct suivi *s, const struct plan_knowledge *k);
/* Of the plans of a territory, borrowed; the others are counted apart. */
void aet_plan_suivi_of(struct suivi *s, struct territoire *t);
void aet_plan_suivi_add(void *sum, const struct facts *f); /* struct sum.add */
void aet_plan_suivi_free(struct suivi *s);

/* The sections; what fills them takes a struct suivi. */
extern const struct section_kind *const aet_plan_suivi_sections[];

/* Whether an indicator has reached its target at the day. */
bool aet_plan_atteint(const struct plan_knowledge *k, const struct element *indicateur);

/* The figures of an indicator beside its target, or beside an interim one (at its date), behind
 * what is said of it: " (57 on May 19, 2026; target: 65, June 2027)"; "": it has none. */
void aet_plan_chiffres(const struct plan_knowledge *k, const struct element *cible,
                       struct buf *out);

/* Whether a decision is due on an action: results, of which this is the day of the last, came after
 * the last decision, and the action's end has come or it is said delayed, suspended or over. Where
 * a follow-up or a decision was left out it is not known, and not due. */
bool aet_plan_decision_due(const struct plan_knowledge *k, const struct element *action,
                           int32_t *result);

/* Private to this folder */
enum { SUIVI_ECART = 30, SUIVI_MONTRES = 100 }; /* days by which a follow-up may miss its date */

extern const struct section_kind aet_plan_kind_suivi_actions, aet_plan_kind_suivi_indicateurs,
    aet_plan_kind_suivi_decisions, aet_plan_kind_suivi_groupes, aet_plan_kind_suivi_transformations,
    aet_plan_kind_suivi_cibles, aet_plan_kind_suivi_territoire;
/* What people are told of the rows that they are not shown. */
#define AET_PLAN_SUIVI_REST                                                    \
    {                                                                          \
        { "autre ligne : json, ndjson, csv et xlsx les portent toutes.",       \
          "other row: json, ndjson, csv and xlsx carry them all." },           \
            { "autres lignes : json, ndjson, csv et xlsx les portent toutes.", \
              "other rows: json, ndjson, csv and xlsx carry them all." },      \
    }
/* Fills a section whose rows were kept as plans were read. */
void aet_plan_suivi_kept(void *sum, struct section *s);
/* What an alert is about: an element, and which of its fields name it. */
struct sujet {
    const struct element *e;
    int libelle, id;
};

/* An alert by a row of the catalogue; {libelle} is filled with the name of its subject. `words` may
 * be NULL. Those of one element that follow one another are one alert, the gravest of them. */
void aet_plan_suivi_alert(struct suivi *s, enum urgence u, struct sujet of, int rule,
                          const struct word *words);
/* A day as people write it, in `b`. */
struct span aet_plan_suivi_day(struct buf *b, int32_t day, enum lang lang);
/* The rows of an action and of the decisions on it; of the indicators of a plan. */
void aet_plan_suivi_action(struct suivi *s, const struct element *plan,
                           const struct element *action);
void aet_plan_suivi_decisions(struct suivi *s, const struct element *plan,
                              const struct element *action);
void aet_plan_suivi_indicateurs(struct suivi *s, const struct element *plan);
/* The rows of an indicator that has interim targets: these and its last one. */
void aet_plan_suivi_cibles(struct suivi *s, const struct element *indicateur);
/* The row of a plan, by what was counted before it; of its transformations. */
void aet_plan_suivi_groupe(struct suivi *s, const struct element *plan, const struct suivi *before);
void aet_plan_suivi_transformations(struct suivi *s, const struct element *plan);

#endif
