/* What bin/aet-plan.c declares: the verbs and the options of their own. */
#ifndef AET_PLAN_VERBS_H
#define AET_PLAN_VERBS_H

#include "cli/session.h"

enum {
    PLAN_OPT_CANONIQUE = OPT_COMMON,
    PLAN_OPT_DEBUT,
    PLAN_OPT_FIN,
    PLAN_OPT_FACTEURS,
    PLAN_OPT_PAR_FACTEUR,
    PLAN_OPT_RYTHME,
    PLAN_OPT_JOUR,
    PLAN_OPT_REGULIERES,
    PLAN_OPT_EXCLURE,
    PLAN_OPT_RENCONTRE,
    PLAN_OPT_FERIES,
    PLAN_OPT_NOM,
    PLAN_OPT_COMPTE_RENDU,
    PLAN_OPT_TOUS,
    PLAN_OPT_LARGE,
    PLAN_OPT_BAILLEUR,
    PLAN_OPT_ANNEE,
    PLAN_OPT_RAPPORT,
    PLAN_OPT_TERRITOIRE,
    PLAN_OPT_END
};

enum {
    SCOPE_CALENDRIER = SCOPE_OWN,
    SCOPE_GABARIT = SCOPE_OWN * 2,
    SCOPE_RAPPORT = SCOPE_OWN * 4,
    SCOPE_RENCONTRE = SCOPE_OWN * 8,
    SCOPE_DIAGNOSTIC = SCOPE_OWN * 16,
    SCOPE_REVISION = SCOPE_OWN * 32,
    SCOPE_TERRITOIRE = SCOPE_OWN * 64
};

/* The sections of `diagnostic`, for the published schema. */
extern const struct section_kind *const aet_plan_diagnostic_sections[];

enum status aet_plan_valider(struct session *s);
enum status aet_plan_vue(struct session *s);
enum status aet_plan_suivi(struct session *s);
enum status aet_plan_rapport(struct session *s);
enum status aet_plan_extraire(struct session *s);
enum status aet_plan_calendrier(struct session *s);
enum status aet_plan_rencontre(struct session *s);
enum status aet_plan_gabarit(struct session *s);
enum status aet_plan_diagnostic(struct session *s);

#endif
