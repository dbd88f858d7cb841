/* aet-plan: plan the process, check and follow a concerted action plan. */
#include "plan/document.h"
#include "plan/rules.h"
#include "plan/suivi.h"
#include "plan/verbs.h"
#include "plan/vue.h"
#include "run/records.h"

static const struct option options[] = {
    { "canonique", 0, NULL, NULL, SCOPE_CHECK,
      { "écrire les plans sous leur forme canonique, même sans changer de format",
        "write the plans in their canonical form, even without changing the format" } },
};

static const struct verb verbs[] = {
    { "valider", "[FICHIER…]", SCOPE_INPUT | SCOPE_RECORDS | SCOPE_REPORT | SCOPE_CHECK,
      { "vérifier les plans ; écrire ceux qui sont sans erreur",
        "check the plans; write those without an error" },
      aet_plan_valider, aet_sommaire_sections },
    { "vue", "[FICHIER…]", SCOPE_INPUT | SCOPE_REPORT,
      { "vue d’ensemble : actions, lacunes, budget, charge (outil 10)",
        "overview: actions, gaps, budget, load (tool 10)" },
      aet_plan_vue, aet_vue_sections },
    { "suivi", "[FICHIER…]", SCOPE_INPUT | SCOPE_REPORT,
      { "alertes, actions, indicateurs et décisions à une date (outils 11 et 12)",
        "alerts, actions, indicators and decisions at a date (tools 11 and 12)" },
      aet_plan_suivi, aet_suivi_sections },
    { "extraire", "QUOI [FICHIER…]", SCOPE_INPUT | SCOPE_RECORDS,
      { "en tirer plans, mentions, communication, actions, indicateurs, releves ou rencontres",
        "draw plans, mentions, communication, actions, indicateurs, releves or rencontres" },
      aet_plan_extraire, NULL },
    AET_COMMON_VERBS,
};

static const struct schema *const schemas[] = { NULL };

static const struct tool tool = {
    .name = "plan",
    .title = { "planifier la démarche, vérifier et suivre un plan d’action concerté",
               "plan the process, check and follow a concerted action plan" },
    .examples = { "  aet-plan regles\n", "  aet-plan regles\n" },
    .verbs = verbs,
    .verbs_n = sizeof verbs / sizeof *verbs,
    .options = options,
    .options_n = 1,
    .rules = &aet_catalogue_pla,
    .schemas = schemas,
};

int main(int argc, char **argv)
{
    return aet_main(&tool, argc, argv);
}
