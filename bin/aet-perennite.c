/* aet-perennite: code and analyse how groups mean to last. */
#include "accord/accord.h"
#include "perennite/bilan.h"
#include "perennite/records.h"
#include "perennite/rules.h"
#include "perennite/tirage.h"
#include "perennite/verbs.h"
#include "flow/records.h"
#include "verbs/singularite.h"

static const struct option options[] = {
    { "fraction",
      0,
      { "F", NULL },
      NULL,
      SCOPE_TIRAGE,
      { "part des plans à tirer : 0,4, 40 % ou 2/5 (40 %)",
        "share of the plans to draw: 0.4, 40% or 2/5 (40%)" } },
    { "taille",
      0,
      AET_NUMBER,
      NULL,
      SCOPE_TIRAGE,
      { "nombre de plans à tirer, au lieu d’une fraction",
        "how many plans to draw, instead of a fraction" } },
    { "strate",
      0,
      { "CHAMP", "FIELD" },
      NULL,
      SCOPE_TIRAGE,
      { "tirer à part, et en proportion, dans chaque groupe de plans de même CHAMP",
        "draw apart, and in proportion, within each set of plans of the same FIELD" } },
    { "graine",
      0,
      { "TEXTE", "TEXT" },
      NULL,
      SCOPE_TIRAGE | SCOPE_ACCORD,
      { "graine du tirage, publiée d’avance (aet); pour accord, celle du rééchantillonnage (bca)",
        "seed of the draw, published beforehand (aet); for accord, that of the bootstrap (bca)" } },
    { "tirage",
      0,
      { "QUOI", "WHAT" },
      "mention|plan",
      SCOPE_ACCORD,
      { "accord : ce que l’intervalle prend pour un (plan, dès 4 plans comparés)",
        "accord: what the interval takes for one (plan, from 4 plans compared on)" } },
    { "mesure",
      0,
      { "MESURE", "MEASURE" },
      ACCORD_MESURES,
      SCOPE_ACCORD,
      { "accord : le coefficient montré d’abord (kappa ou alpha, selon les données)",
        "accord: the coefficient shown first (kappa or alpha, as the data have it)" } },
    { "intervalle",
      0,
      { "MÉTHODE", "METHOD" },
      ACCORD_METHODS,
      SCOPE_ACCORD,
      { "accord : comment l’intervalle est fait (analytique)",
        "accord: how the interval is made (analytique)" } },
    { "proces-verbal",
      0,
      AET_FILE,
      NULL,
      SCOPE_TIRAGE | SCOPE_SOMME,
      { "écrire là de quoi refaire le tirage; pour bilan et constats, le lire (JSON)",
        "write there all that the draw can be redone with; for bilan and constats, read it "
        "(JSON)" } },
    { "prevoir",
      0,
      AET_FLAG,
      NULL,
      SCOPE_TIRAGE | SCOPE_ACCORD,
      { "ne rien tirer : dire à combien près ce tirage ferait connaître une part; pour accord, "
        "combien de mentions il faut",
        "draw nothing: tell how precise this draw would make a share; for accord, how many "
        "mentions it takes" } },
    { "population",
      0,
      AET_NUMBER,
      NULL,
      SCOPE_SOMME,
      { "nombre de plans dont l’échantillon est tiré : corrige les intervalles",
        "how many plans the sample was drawn from: corrects the intervals" } },
    { "codeur",
      0,
      AET_NAME,
      NULL,
      SCOPE_SOMME,
      { "les mentions de cette personne seulement", "the mentions of this coder only" } },
    { "objet",
      0,
      { "OBJET", "OBJECT" },
      NULL,
      SCOPE_TABLE,
      { "lignes de cet objet (reperes)", "rows of this object (reperes)" } },
    { "strategie",
      0,
      { "STRATÉGIE", "STRATEGY" },
      NULL,
      SCOPE_TABLE,
      { "lignes de cette stratégie (sous-strategies)",
        "rows of this strategy (sous-strategies)" } },
    { "sous-strategie",
      0,
      { "SOUS-STRATÉGIE", "SUB-STRATEGY" },
      NULL,
      SCOPE_TABLE,
      { "lignes de cette sous-stratégie (moyens)", "rows of this sub-strategy (moyens)" } },
};

static const struct table_filter filters[] = {
    { PERENNITE_OPT_OBJET, "objet", NULL, NULL },
    { PERENNITE_OPT_STRATEGIE, "strategie", NULL, NULL },
    { PERENNITE_OPT_SOUS_STRATEGIE, "sous_strategie", NULL, NULL },
};

static const struct verb verbs[] = {
    { "echantillon",
      AET_FILES,
      SCOPE_INPUT | SCOPE_RECORDS | SCOPE_REPORT | SCOPE_TIRAGE,
      { "tirer des plans au hasard, de façon que chacun puisse refaire le tirage",
        "draw plans at random, so that anyone can make the draw again" },
      aet_perennite_echantillon,
      aet_perennite_echantillon_sections },
    { "valider",
      AET_FILES,
      SCOPE_INPUT | SCOPE_RECORDS | SCOPE_REPORT | SCOPE_CHECK | SCOPE_NAMES,
      { "vérifier les mentions; écrire celles qui sont sans erreur",
        "check the mentions; write those without an error" },
      aet_perennite_valider,
      aet_sommaire_sections },
    { "suggerer",
      AET_FILES,
      SCOPE_INPUT | SCOPE_RECORDS | SCOPE_NAMES,
      { "ajouter à chaque mention ce que l’analyse a vu, et le prochain petit pas",
        "add to each mention what the analysis saw, and the next small step" },
      aet_perennite_suggerer,
      NULL },
    { "bilan",
      AET_FILES,
      SCOPE_INPUT | SCOPE_REPORT | SCOPE_BASE | SCOPE_NAMES | SCOPE_MASK | SCOPE_SOMME |
          SCOPE_PARTS,
      { "faire le point : objets, stratégies, croisement, niveaux, constats",
        "take stock: objects, strategies, cross-table, levels, findings" },
      aet_perennite_bilan,
      aet_perennite_bilan_sections },
    { "constats",
      AET_FILES,
      SCOPE_INPUT | SCOPE_REPORT | SCOPE_BASE | SCOPE_NAMES | SCOPE_MASK | SCOPE_SOMME |
          SCOPE_PARTS,
      { "éprouver les constats du document sur ces données",
        "test the findings of the document on this data" },
      aet_perennite_constats,
      aet_perennite_constats_sections },
    { "accord",
      AET_FILES,
      SCOPE_INPUT | SCOPE_REPORT | SCOPE_BASE | SCOPE_NAMES | SCOPE_MASK | SCOPE_ACCORD,
      { "mesurer l’accord de deux codeurs ou plus sur les mêmes mentions",
        "measure the agreement of two coders or more on the same mentions" },
      aet_perennite_accord,
      aet_accord_sections },
    { "singularite",
      AET_FILES,
      SCOPE_INPUT | SCOPE_REPORT | SCOPE_BASE | SCOPE_ALONE,
      { "ce qui singularise les mentions : k, seuls, par quelle combinaison de champs",
        "what singles mentions out: k, those alone, by which combination of fields" },
      aet_perennite_singularite,
      aet_singularite_sections },
    { "gabarit",
      AET_NO_OPERAND,
      SCOPE_ANY | SCOPE_RECORDS,
      { "un formulaire vide, à remplir et à redonner", "an empty form, to fill in and give back" },
      aet_verb_gabarit,
      NULL },
    AET_COMMON_VERBS,
};

static const struct schema *const schemas[] = { &aet_perennite_schema_mention, NULL };

/* The example row of the form, and the lists of columns that no table is the list of. */
static const struct form_field form[] = {
    { "mention", "mention", { "M1", "M1" }, NULL },
    { "mention", "regroupement", { "RLP de l’Anse", "RLP de l’Anse" }, NULL },
    { "mention", "plan", { "Anse 2024-2027", "Anse 2024-2027" }, NULL },
    { "mention", "annee", { "2024", "2024" }, NULL },
    { "mention", "niveau", { "2", "2" }, NULL },
    { "mention", "objet", { "activites", "activites" }, NULL },
    { "mention", "strategie", { "institutionnalisation", "institutionnalisation" }, NULL },
    { "mention", "sous_strategie", { "expertise", "expertise" }, NULL },
    { "mention", "moyen", { "expertise-evaluation", "expertise-evaluation" }, NULL },
    { "mention", "statut", { "prevu", "prevu" }, NULL },
    { "mention",
      "extrait",
      { "Former les partenaires à l’évaluation.", "Train the partners in evaluation." },
      NULL },
    { "mention", "codeur", { "Prénom", "First name" }, NULL },
    { NULL, NULL, { NULL, NULL }, NULL },
};

static const struct tool tool = {
    .name = "perennite",
    .title = { "coder et analyser comment les regroupements comptent durer",
               "code and analyse how groups mean to last" },
    .examples = { "  aet-perennite echantillon --prevoir --fraction 40% plans.csv\n"
                  "  aet-perennite echantillon --graine 2026 --proces-verbal tirage.json plans.csv "
                  "> tires.csv\n"
                  "  aet-perennite valider mentions.csv > bonnes.csv\n"
                  "  aet-perennite accord codage-a.csv codage-b.csv\n"
                  "  aet-perennite bilan mentions.csv --proces-verbal tirage.json -o bilan.html\n"
                  "  aet-perennite constats mentions.csv -t texte\n",
                  "  aet-perennite echantillon --prevoir --fraction 40% plans.csv\n"
                  "  aet-perennite echantillon --graine 2026 --proces-verbal draw.json plans.csv > "
                  "drawn.csv\n"
                  "  aet-perennite valider mentions.csv > good.csv\n"
                  "  aet-perennite accord coding-a.csv coding-b.csv\n"
                  "  aet-perennite bilan mentions.csv --proces-verbal draw.json -o summary.html\n"
                  "  aet-perennite constats mentions.csv -t texte\n" },
    .form = form,
    .verbs = verbs,
    .verbs_n = sizeof verbs / sizeof *verbs,
    .options = options,
    .options_n = PERENNITE_OPT_END - OPT_COMMON,
    .rules = &aet_perennite_catalogue,
    .schemas = schemas,
    .filters = filters,
    .filters_n = sizeof filters / sizeof *filters,
};

int main(int argc, char **argv)
{
    return aet_main(&tool, argc, argv);
}
