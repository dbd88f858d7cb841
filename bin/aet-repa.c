/* aet-repa: code, check and analyse practice narratives and accompaniment journals. */
#include "accord/accord.h"
#include "repa/records.h"
#include "repa/rules.h"
#include "repa/suggerer.h"
#include "repa/verbs.h"
#include "run/records.h"

static const struct option options[] = {
    { "type", 0, "SORTE", "journal|segments|recits", REPA_SCOPE_KINDS,
      { "sorte d’enregistrements lus (sinon reconnue aux colonnes)",
        "kind of the records read (otherwise known by the columns)" } },
    { "etapes", 0, "FICHIER", NULL, REPA_SCOPE_KINDS,
      { "calendrier d’aet-plan : ses rencontres datent les étapes, au lieu de janvier à avril",
        "calendar of aet-plan: its meetings date the steps, in place of January to April" } },
    { "pseudonymes", 0, "FICHIER", NULL, SCOPE_RECORDS,
      { "remplacer agents, milieux et codeurs par des pseudonymes ; le fichier garde la clé",
        "replace agents, communities and coders by pseudonyms; the file holds the key" } },
    { "identites", 0, "CHAMP,…", NULL, SCOPE_RECORDS,
      { "autres colonnes qui portent un nom, pour --pseudonymes",
        "further columns that hold a name, for --pseudonymes" } },
    { "unite", 0, "COLONNE", NULL, SCOPE_OWN,
      { "accord : la colonne des unités, d’un tableau quelconque",
        "accord: the column of units, of any table" } },
    { "codeur", 0, "COLONNE", NULL, SCOPE_OWN,
      { "accord : la colonne des codeurs", "accord: the column of coders" } },
    { "valeur", 0, "COLONNE", NULL, SCOPE_OWN,
      { "accord : la colonne des valeurs", "accord: the column of values" } },
    { "echelle", 0, "ÉCHELLE", "nominale|ordinale|intervalle|rapport", SCOPE_OWN,
      { "accord : l’échelle des valeurs (nominale)", "accord: the scale of values (nominale)" } },
    { "graine", 0, "N", NULL, SCOPE_OWN,
      { "accord : graine du rééchantillonnage (1)", "accord: seed of the bootstrap (1)" } },
    { "repliques", 0, "N", NULL, SCOPE_OWN,
      { "accord : nombre de rééchantillons (1000 ; 0 : pas d’intervalle)",
        "accord: number of resamples (1000; 0: no interval)" } },
    { "sources", 0, "DOSSIER", NULL, REPA_SCOPE_SEGMENTS,
      { "segments : les textes extraits du projet (.qdpx)",
        "segments: the texts extracted from the project (.qdpx)" } },
    { "forme", 0, "FORME", "qdc|taguette|tables", REPA_SCOPE_CODEBOOK,
      { "codebook : forme écrite (sinon le suffixe de -o ; sinon qdc sans fichier, tables avec)",
        "codebook: form to write (otherwise the suffix of -o; otherwise qdc without a file, "
        "tables with one)" } },
    { "fonction", 0, "FONCTION", NULL, SCOPE_TABLE,
      { "lignes de cette fonction", "rows of this function" } },
    { "strategie", 0, "STRATÉGIE", NULL, SCOPE_TABLE,
      { "lignes de cette stratégie", "rows of this strategy" } },
    { "element", 0, "ÉLÉMENT", NULL, SCOPE_TABLE,
      { "lignes de cet élément", "rows of this element" } },
};

static const struct table_filter filters[] = {
    { REPA_OPT_FONCTION, "fonction" },
    { REPA_OPT_STRATEGIE, "strategie" },
    { REPA_OPT_ELEMENT, "element" },
};

static const struct verb verbs[] = {
    { "valider", "[FICHIER…]", SCOPE_INPUT | SCOPE_RECORDS | SCOPE_REPORT | SCOPE_CHECK | REPA_SCOPE_KINDS,
      { "vérifier un journal, des segments ou des validations ; écrire ce qui est sans erreur",
        "check a journal, segments or validations; write what has no error" },
      aet_repa_valider, aet_sommaire_sections },
    { "suggerer", "[FICHIER…]", SCOPE_INPUT | SCOPE_RECORDS,
      { "compléter un journal : stratégies et savoirs que les Tableaux 5 et 6 proposent",
        "complete a journal: strategies and knowledge that Tableaux 5 and 6 offer" },
      aet_repa_suggerer, NULL },
    { "fiche", "[FONCTION]", SCOPE_ANY | SCOPE_REPORT,
      { "la fiche d’une fonction, ou des six : stratégies, savoirs, inscription à remplir",
        "the sheet of a function, or of the six: strategies, knowledge, entry to fill in" },
      aet_repa_fiche_verb, aet_fiche_sections },
    { "bilan", "[FICHIER…]", SCOPE_INPUT | SCOPE_REPORT | REPA_SCOPE_KINDS,
      { "types et intensité du soutien, tendances, attentes ; codes, saturation, cooccurrences",
        "types and intensity of support, trends, expectations; codes, saturation, co-occurrence" },
      aet_repa_bilan, aet_repa_bilan_sections },
    { "accord", "[FICHIER…]", SCOPE_INPUT | SCOPE_REPORT | SCOPE_OWN,
      { "accord entre codeurs : κ, π, AC1, α et leurs intervalles ; désaccords",
        "agreement between coders: κ, π, AC1, α and their intervals; disagreements" },
      aet_repa_accord, aet_accord_sections },
    { "conditions", "[FICHIER…]", SCOPE_INPUT | SCOPE_REPORT,
      { "autoévaluation au Tableau 3 : ce qui manque, par condition",
        "self-assessment against Tableau 3: what is missing, by condition" },
      aet_repa_conditions, aet_conditions_sections },
    { "gabarit", "NOM", SCOPE_ANY | SCOPE_RECORDS,
      { "un formulaire à remplir : conditions, journal, segments, recits",
        "a form to fill in: conditions, journal, segments, recits" },
      aet_repa_gabarit, NULL },
    { "codebook", "[FICHIER]", SCOPE_ANY | SCOPE_RECORDS | REPA_SCOPE_CODEBOOK,
      { "le cadre en livre de codes REFI-QDA ou Taguette ; un livre lu devient une table",
        "the framework as a REFI-QDA or Taguette codebook; one that is read becomes a table" },
      aet_repa_codebook, NULL },
    { "segments", "[FICHIER]", SCOPE_ANY | SCOPE_RECORDS | REPA_SCOPE_SEGMENTS,
      { "les codages d’un projet REFI-QDA (.qde) en segments",
        "the codings of a REFI-QDA project (.qde) as segments" },
      aet_repa_segments, NULL },
    AET_COMMON_VERBS,
};

static const struct tool tool = {
    .name = "repa",
    .title = { "coder, vérifier et analyser des récits de pratique et des journaux d’accompagnement",
               "code, check and analyse practice narratives and accompaniment journals" },
    .examples = {
        "  aet-repa valider journal.csv > bon.csv\n"
        "  aet-repa bilan journal.csv -o bilan.html\n"
        "  aet-repa fiche coaching -t md\n"
        "  unzip -p projet.qdpx '*.qde' | aet-repa segments -t csv | aet-repa accord\n",
        "  aet-repa valider journal.csv > good.csv\n"
        "  aet-repa bilan journal.csv -o summary.html\n"
        "  aet-repa fiche coaching -t md\n"
        "  unzip -p project.qdpx '*.qde' | aet-repa segments -t csv | aet-repa accord\n" },
    .verbs = verbs,
    .verbs_n = sizeof verbs / sizeof *verbs,
    .options = options,
    .options_n = REPA_OPT_END - OPT_COMMON,
    .rules = &aet_catalogue_rep,
    .schemas = aet_repa_schemas,
    .filters = filters,
    .filters_n = sizeof filters / sizeof *filters,
};

int main(int argc, char **argv)
{
    return aet_main(&tool, argc, argv);
}
