/* aet-plan: plan the process, check and follow a concerted action plan. */
#include "plan/calendrier.h"
#include "plan/records.h"
#include "plan/extraits.h"
#include "plan/rules.h"
#include "plan/suivi.h"
#include "plan/verbs.h"
#include "plan/vue.h"
#include "flow/records.h"

static const struct option options[] = {
    { "canonique",
      0,
      AET_FLAG,
      NULL,
      SCOPE_CHECK,
      { "écrire les plans sous leur forme canonique, même sans changer de format",
        "write the plans in their canonical form, even without changing the format" } },
    { "debut",
      0,
      { "DATE", NULL },
      NULL,
      SCOPE_CALENDRIER,
      { "début du cycle (sinon celui du plan)", "start of the cycle (otherwise the plan’s)" } },
    { "fin",
      0,
      { "DATE", NULL },
      NULL,
      SCOPE_CALENDRIER,
      { "fin du cycle (sinon celle du plan)", "end of the cycle (otherwise the plan’s)" } },
    { "facteurs",
      0,
      AET_NUMBER,
      NULL,
      SCOPE_CALENDRIER,
      { "facteurs de protection choisis (sinon ceux du plan)",
        "protective factors chosen (otherwise the plan’s)" } },
    { "rencontres-par-facteur",
      0,
      AET_NUMBER,
      NULL,
      SCOPE_CALENDRIER,
      { "rencontres de planification pour chaque facteur (1)",
        "planning meetings for each factor (1)" } },
    { "rythme",
      0,
      { "SEMAINES", "WEEKS" },
      NULL,
      SCOPE_CALENDRIER,
      { "semaines entre deux rencontres de la démarche (3)",
        "weeks between two meetings of the process (3)" } },
    { "jour",
      0,
      { "JOUR", "DAY" },
      "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
      SCOPE_CALENDRIER,
      { "jour de la semaine (sinon celui du début)",
        "day of the week (otherwise that of the start)" } },
    { "regulieres",
      0,
      { "SEMAINES", "WEEKS" },
      NULL,
      SCOPE_CALENDRIER,
      { "semaines entre deux rencontres régulières (8)",
        "weeks between two regular meetings (8)" } },
    { "exclure",
      0,
      AET_FILE,
      NULL,
      SCOPE_CALENDRIER,
      { "jours et périodes sans rencontre, un par ligne; ou un seul, dit là",
        "days and periods without a meeting, one a line; or one, said there" } },
    { "rencontre",
      0,
      AET_NUMBER,
      NULL,
      SCOPE_CALENDRIER,
      { "cette rencontre seulement; avec -t md, son ordre du jour",
        "this meeting only; with -t md, its agenda" } },
};

static const struct verb verbs[] = {
    { "valider",
      AET_FILES,
      SCOPE_INPUT | SCOPE_RECORDS | SCOPE_REPORT | SCOPE_CHECK | SCOPE_NAMES,
      { "vérifier les plans; écrire ceux qui sont sans erreur",
        "check the plans; write those without an error" },
      aet_plan_valider,
      aet_sommaire_documents },
    { "vue",
      AET_FILES,
      SCOPE_INPUT | SCOPE_REPORT | SCOPE_BASE | SCOPE_NAMES | SCOPE_MASK,
      { "vue d’ensemble : actions, lacunes, budget, charge (outil 10)",
        "overview: actions, gaps, budget, load (tool 10)" },
      aet_plan_vue,
      aet_plan_vue_sections },
    { "suivi",
      AET_FILES,
      SCOPE_INPUT | SCOPE_REPORT | SCOPE_BASE | SCOPE_NAMES | SCOPE_MASK,
      { "alertes, actions, indicateurs et décisions à une date (outils 11 et 12)",
        "alerts, actions, indicators and decisions at a date (tools 11 and 12)" },
      aet_plan_suivi,
      aet_plan_suivi_sections },
    { "calendrier",
      AET_FILES,
      SCOPE_INPUT | SCOPE_RECORDS | SCOPE_REPORT | SCOPE_CALENDRIER | SCOPE_NAMES,
      { "dater toutes les rencontres de la démarche, d’après des plans ou les seules options",
        "date all meetings of the process, from plans or from options alone" },
      aet_plan_calendrier,
      aet_plan_calendrier_sections },
    { "extraire",
      { "QUOI [FICHIER…]", "WHAT [FILE…]" },
      SCOPE_INPUT | SCOPE_RECORDS | SCOPE_NAMES,
      { "en tirer plans, mentions, communication, actions, indicateurs, releves ou rencontres",
        "draw plans, mentions, communication, actions, indicateurs, releves or rencontres" },
      aet_plan_extraire,
      NULL },
    { "diagnostic",
      AET_FILES,
      SCOPE_INPUT | SCOPE_REPORT | SCOPE_BASE | SCOPE_NAMES | SCOPE_MASK,
      { "l’outil 13 : réponses par condition et par item, divergences entre partenaires",
        "tool 13: answers by condition and item, where partners differ" },
      aet_plan_diagnostic,
      aet_plan_diagnostic_sections },
    { "gabarit",
      AET_NUMBER,
      SCOPE_RECORDS,
      { "un formulaire vide pour l’outil N, de 5 à 13", "an empty form for tool N, from 5 to 13" },
      aet_plan_gabarit,
      NULL },
    AET_COMMON_VERBS,
};

static const struct operand operands[] = {
    { "gabarit", "5|6|7|8|9|10|11|12|13", NULL },
};

static const struct schema *const schemas[] = {
    &aet_plan_extrait_schemas[X_PLANS],         &aet_plan_extrait_schemas[X_MENTIONS],
    &aet_plan_extrait_schemas[X_COMMUNICATION], &aet_plan_extrait_schemas[X_ACTIONS],
    &aet_plan_extrait_schemas[X_INDICATEURS],   &aet_plan_extrait_schemas[X_RELEVES],
    &aet_plan_extrait_schemas[X_RENCONTRES],    NULL,
};

static const struct option to = {
    "to",
    't',
    { "FORMAT", NULL },
    "csv|json|ndjson|xlsx|texte|md|html|ics",
    SCOPE_RECORDS | SCOPE_REPORT,
    { "format écrit (sinon le suffixe de -o; sinon, pour des enregistrements, celui qui est lu, "
      "et "
      "pour un rapport texte au terminal, json ailleurs); ics pour un calendrier",
      "format to write (otherwise the suffix of -o; otherwise, for records, the one read, and for "
      "a "
      "report texte on a terminal, json elsewhere); ics for a calendar" }
};

static const struct tool tool = {
    .name = "plan",
    .title = { "planifier la démarche, vérifier et suivre un plan d’action concerté",
               "plan the process, check and follow a concerted action plan" },
    .examples = { "  aet-plan calendrier --debut 2026-09-10 --fin 2027-08-31 --facteurs 3 -o "
                  "rencontres.ics\n"
                  "  aet-plan gabarit 9 -o plan.csv\n"
                  "  aet-plan valider plan.csv -t json -o plan.json\n"
                  "  aet-plan suivi plan.json --date 2027-01-31 -o suivi.html\n"
                  "  aet-plan extraire communication plans/*.json | aet-publics bilan\n",
                  "  aet-plan calendrier --debut 2026-09-10 --fin 2027-08-31 --facteurs 3 -o "
                  "meetings.ics\n"
                  "  aet-plan gabarit 9 -o plan.csv\n"
                  "  aet-plan valider plan.csv -t json -o plan.json\n"
                  "  aet-plan suivi plan.json --date 2027-01-31 -o follow-up.html\n"
                  "  aet-plan extraire communication plans/*.json | aet-publics bilan\n" },
    .verbs = verbs,
    .verbs_n = sizeof verbs / sizeof *verbs,
    .options = options,
    .options_n = PLAN_OPT_END - OPT_COMMON,
    .rules = &aet_plan_catalogue,
    .schemas = schemas,
    .operands = operands,
    .operands_n = sizeof operands / sizeof *operands,
    .nest = &aet_plan_nest,
    .to = &to,
};

int main(int argc, char **argv)
{
    return aet_main(&tool, argc, argv);
}
