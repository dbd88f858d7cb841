/* aet-publics: choose, check and follow a knowledge-sharing strategy. */
#include "publics/records.h"
#include "publics/bilan.h"
#include "publics/retombees.h"
#include "publics/rules.h"
#include "publics/verbs.h"
#include "flow/records.h"
#include "verbs/singularite.h"

static const struct option options[] = {
    { "max-publics",
      0,
      AET_NUMBER,
      NULL,
      SCOPE_INPUT,
      { "publics qu’un même moyen peut viser sans avertissement (3)",
        "audiences that one means may aim at without a warning (3)" } },
    { "public",
      0,
      { "PUBLIC", "AUDIENCE" },
      NULL,
      SCOPE_TABLE,
      { "blocs de ce public", "blocks of this audience" } },
    { "pourquoi",
      0,
      { "TERME", "TERM" },
      NULL,
      SCOPE_TABLE,
      { "blocs qui ont cette raison", "blocks with this purpose" } },
    { "retombee",
      0,
      { "TERME", "TERM" },
      NULL,
      SCOPE_TABLE,
      { "blocs qui ont cette retombée", "blocks with this outcome" } },
    { "comment",
      0,
      { "TERME", "TERM" },
      NULL,
      SCOPE_TABLE,
      { "blocs qui ont ce moyen", "blocks with this means" } },
    { "exemple",
      0,
      { "TERME", "TERM" },
      NULL,
      SCOPE_TABLE,
      { "blocs qui ont cet exemple", "blocks with this example" } },
    { "but",
      0,
      { "BUT", "AIM" },
      NULL,
      SCOPE_TABLE,
      { "blocs dont une raison sert ce but", "blocks of which a purpose serves this aim" } },
    { "experience",
      0,
      AET_FILE,
      NULL,
      PUBLICS_SCOPE_SUGGERER,
      { "suggerer : activités réalisées, dont les retombées observées ordonnent les suggestions",
        "suggerer: activities done, whose outcomes observed order the suggestions" } },
};

static const struct table_filter filters[] = {
    { PUBLICS_OPT_PUBLIC, "public", NULL, NULL },
    { PUBLICS_OPT_POURQUOI, "pourquoi", NULL, NULL },
    { PUBLICS_OPT_RETOMBEE, "retombees", NULL, NULL },
    { PUBLICS_OPT_COMMENT, "comment", NULL, NULL },
    { PUBLICS_OPT_EXEMPLE, "exemples", NULL, NULL },
    { PUBLICS_OPT_BUT, "pourquoi", "buts", "raisons" },
};

static const struct verb verbs[] = {
    { "valider",
      AET_FILES,
      SCOPE_INPUT | SCOPE_RECORDS | SCOPE_REPORT | SCOPE_CHECK | SCOPE_COARSE | SCOPE_NAMES,
      { "vérifier les activités; écrire celles qui sont sans erreur",
        "check the activities; write those without an error" },
      aet_publics_valider,
      aet_sommaire_sections },
    { "suggerer",
      AET_FILES,
      SCOPE_INPUT | SCOPE_RECORDS | SCOPE_NAMES | PUBLICS_SCOPE_SUGGERER,
      { "compléter chaque activité par ce que la matrice propose",
        "complete each activity with what the matrix offers" },
      aet_publics_suggerer,
      NULL },
    { "bilan",
      AET_FILES,
      SCOPE_INPUT | SCOPE_REPORT | SCOPE_BASE | SCOPE_NAMES | SCOPE_MASK | SCOPE_PARTS,
      { "faire le point : publics, raisons, moyens, retombées, charge, retards",
        "take stock: audiences, purposes, means, outcomes, load, delays" },
      aet_publics_bilan,
      aet_publics_bilan_sections },
    { "retombees",
      AET_FILES,
      SCOPE_INPUT | SCOPE_REPORT | SCOPE_BASE | SCOPE_NAMES,
      { "ce que les moyens ont donné : retombées visées, puis observées",
        "what means led to: outcomes aimed at, then observed" },
      aet_publics_retombees,
      aet_publics_retombees_sections },
    { "singularite",
      AET_FILES,
      SCOPE_INPUT | SCOPE_REPORT | SCOPE_BASE | SCOPE_ALONE,
      { "ce qui singularise les activités : k, seuls, par quelle combinaison de champs",
        "what singles activities out: k, those alone, by which combination of fields" },
      aet_publics_singularite,
      aet_singularite_sections },
    { "gabarit",
      AET_NO_OPERAND,
      SCOPE_ANY | SCOPE_RECORDS,
      { "un formulaire vide, à remplir et à redonner", "an empty form, to fill in and give back" },
      aet_verb_gabarit,
      NULL },
    AET_COMMON_VERBS,
};

static const struct schema *const schemas[] = { &aet_publics_schema_activite, NULL };

/* The example row of the form, and the lists of columns that no table is the list of. */
static const struct form_field form[] = {
    { "activite", "id", { "A1", "A1" }, NULL },
    { "activite",
      "quoi",
      { "Soirée d’information sur les services", "Information evening about services" },
      NULL },
    { "activite", "but", { "maximiser", "maximiser" }, NULL },
    { "activite", "public", { "parents", "parents" }, NULL },
    { "activite",
      "pourquoi",
      { "faire-connaitre-les-services-offerts", "faire-connaitre-les-services-offerts" },
      "matrice:pourquoi" },
    { "activite",
      "retombees",
      { "faire-connaitre-les-services-existants", "faire-connaitre-les-services-existants" },
      "matrice:retombees" },
    { "activite",
      "comment",
      { "adapter-l-information-pour-la-diffuser|consulter-les-parents",
        "adapter-l-information-pour-la-diffuser|consulter-les-parents" },
      "matrice:comment" },
    { "activite",
      "exemples",
      { "rencontres-d-information", "rencontres-d-information" },
      "matrice:exemples" },
    { "activite",
      "et_apres",
      { "Reprendre les questions des parents à la rencontre de mai",
        "Take up the parents’ questions at the May meeting" },
      NULL },
    { "activite", "relais", { "Comité de parents", "Parents’ committee" }, NULL },
    { "activite", "responsable", { "Prénom Nom", "First name Last name" }, NULL },
    { "activite", "echeance", { "2026-04-15", "2026-04-15" }, NULL },
    { "activite", "budget", { "250", "250" }, NULL },
    { "activite", "etat", { "prevu", "prevu" }, NULL },
    { "activite", "retombees_observees", { NULL, NULL }, "matrice:retombees" },
    { NULL, NULL, { NULL, NULL }, NULL },
};

static const struct tool tool = {
    .name = "publics",
    .title = { "choisir, vérifier et suivre une stratégie de partage des connaissances",
               "choose, check and follow a knowledge-sharing strategy" },
    .examples = { "  aet-publics table matrice --public parents\n"
                  "  aet-publics valider strategie.csv > bonnes.csv\n"
                  "  aet-publics suggerer strategie.csv --excel -o suggestions.csv\n"
                  "  aet-publics bilan strategie.csv -o bilan.html\n",
                  "  aet-publics table matrice --public parents\n"
                  "  aet-publics valider strategie.csv > good.csv\n"
                  "  aet-publics suggerer strategie.csv --excel -o suggestions.csv\n"
                  "  aet-publics bilan strategie.csv -o summary.html\n" },
    .form = form,
    .verbs = verbs,
    .verbs_n = sizeof verbs / sizeof *verbs,
    .options = options,
    .options_n = PUBLICS_OPT_END - OPT_COMMON,
    .rules = &aet_publics_catalogue,
    .schemas = schemas,
    .filters = filters,
    .filters_n = sizeof filters / sizeof *filters,
};

int main(int argc, char **argv)
{
    return aet_main(&tool, argc, argv);
}
