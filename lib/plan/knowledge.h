/* What aet-plan knows in memory: its tables, a matcher for each, and how their rows stand to what
 * the code calls by name. Read only once loaded, but for the memos of the matchers: it belongs to
 * one worker. And the reading of a plan's elements that check, vue, suivi and extraire share. */
#ifndef AET_PLAN_KNOWLEDGE_H
#define AET_PLAN_KNOWLEDGE_H

#include "base/must.h"
#include "plan/records.h"
#include "tree/element.h"
#include "flow/records.h"
#include "tables/match.h"

/* The rows of table `etats-action`, of `decisions`, of `mesures` that the code knows by id. */
enum etat_action {
    EA_PREVUE,
    EA_EN_COURS,
    EA_RETARDEE,
    EA_REALISEE,
    EA_SUSPENDUE,
    EA_ABANDONNEE,
    ETATS_ACTION,
    EA_INCONNU = ETATS_ACTION /* what may be its last follow-up was left out */
};

/* Their ids in table etats-action. */
extern const char *const aet_plan_etats[ETATS_ACTION];

enum choix { CHOIX_MAINTIEN, CHOIX_ADAPTATION, CHOIX_ABANDON };
enum mesure { MES_NOMBRE, MES_POURCENTAGE, MES_RATIO, MES_ECHELLE, MES_QUALITATIF };

/* The tables; those of the calendar come last. */
enum plan_table {
    T_SYSTEMES,
    T_MESURES,
    T_ETATS,
    T_DECISIONS,
    T_ANALYSES,
    T_PALIERS,
    T_ETAPES,
    T_CONDITIONS,
    T_RENCONTRES,
    T_OBJECTIFS,
    T_OUTILS,
    T_TABLES
};

/* The columns of section `base` that say what was left out of plans. */
#define AET_PLAN_PARTS(ELEMENTS, VALUES)                                                 \
    [ELEMENTS] = { "elements_rejetes",                                                   \
                   { "Éléments rejetés, avec ce qui en dépend",                          \
                     "Elements rejected, with what hangs from them" },                   \
                   CELL_COUNT,                                                           \
                   false },                                                              \
    [VALUES] = {                                                                         \
        "valeurs_rejetees", { "Valeurs rejetées", "Values rejected" }, CELL_COUNT, false \
    }

struct plan_knowledge {
    const struct table *tables[T_TABLES];
    struct matcher *matchers[T_TABLES];
    struct matcher **by_kind[KINDS];
    int *etat_of, *choix_of, *mesure_of; /* by row: the name above, or -1 */
    int32_t today;
    enum lang lang;
    struct arena arena;
};

/* Load the first `n` tables. False: complained. */
AET_MUST bool aet_plan_knowledge_load(struct plan_knowledge *k, struct session *s, size_t n);
void aet_plan_knowledge_free(struct plan_knowledge *k);

static inline struct span aet_plan_text(const struct element *e, int field)
{
    return aet_fact_text(&e->facts, (size_t)field);
}

static inline const struct fact *aet_plan_fact(const struct element *e, int field)
{
    return &e->facts.f[field];
}

/* The first and last day that a date field means; false when it is not readable. */
bool aet_plan_first_day(const struct element *e, int field, int32_t *day);
bool aet_plan_last_day(const struct element *e, int field, int32_t *day);

/* A number: as it is, or before a percent sign. False: words, or nothing. */
bool aet_plan_number(const struct element *e, int field, double *value);

/* What people call an element: its label, else its identifier, else its path (in `scratch`). */
struct span aet_plan_name(const struct element *e, int libelle, int id, struct buf *scratch);

/* The group's name, and the identifiers of group and plan. */
struct span aet_plan_group(const struct element *plan);
struct span aet_plan_group_id(const struct element *plan);
struct span aet_plan_id(const struct element *plan);
/* Whether the identifier of a plan says no more than which group it is of. */
bool aet_plan_is_of_group(const struct element *plan);
/* The plan's year: as written, else the one its cycle begins in; 0 when unknown. */
int64_t aet_plan_year(const struct element *plan);

/* The last follow-up of an action, or reading with a value of an indicator, up to a day; NULL:
 * none. */
const struct element *aet_plan_last_suivi(const struct element *action, int32_t day);
const struct element *aet_plan_last_releve(const struct element *indicateur, int32_t day);

/* The state that a follow-up says; prevue before any. That of an action, by its last one. */
enum etat_action aet_plan_etat(const struct plan_knowledge *k, const struct element *suivi);
enum etat_action aet_plan_etat_action(const struct plan_knowledge *k, const struct element *action);

/* Whether a follow-up, or a reading, that was left out may have come after the last one. */
bool aet_plan_suivi_lost(const struct element *action, int32_t day);
bool aet_plan_releve_lost(const struct element *indicateur, int32_t day);

/* A state as the table calls it. */
struct span aet_plan_etat_label(const struct plan_knowledge *k, enum etat_action etat);

/* The measure of an indicator, or -1. */
int aet_plan_mesure(const struct plan_knowledge *k, const struct element *indicateur);

#endif
