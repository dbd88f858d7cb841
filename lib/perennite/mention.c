/* The schema of a mention. The variants are headings that people who code write. */
#include "perennite/mention.h"

#include "perennite/rules.h"

static const struct field fields[MEN_COUNT] = {
    [MEN_MENTION] = { "mention", { "Mention", "Mention" },
                      "Identifiant|Id|No|Numéro|Nº|Code|No de mention|Mention no|Référence",
                      TYPE_TEXT, NULL, NULL, false },
    [MEN_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" },
                           "RLP|Regroupements|Regroupement local de partenaires|"
                           "Nom du regroupement|Groupe|Local partner group",
                           TYPE_TEXT, NULL, NULL, false },
    [MEN_PLAN] = { "plan", { "Plan d’action", "Action plan" },
                   "Plans|Plan no|No du plan|Identifiant du plan|Plan id", TYPE_TEXT, NULL, NULL,
                   false },
    [MEN_ANNEE] = { "annee", { "Année", "Year" }, "An|Année du plan|Exercice|Plan year", TYPE_TEXT,
                    NULL, NULL, false },
    [MEN_NIVEAU] = { "niveau", { "Niveau de mobilisation", "Mobilization level" },
                     "Niveau|Cote|Cote de mobilisation|Niveau d’Himmelman|Himmelman|Level",
                     TYPE_TERM, "niveaux", &aet_rules_per[PER_NIVEAU], false },
    [MEN_OBJET] = { "objet", { "Objet de pérennité", "Object to sustain" },
                    "Objets|Objet|Objet à pérenniser|Quoi pérenniser|Object", TYPE_TERM, "objets",
                    &aet_rules_per[PER_OBJET], false },
    [MEN_STRATEGIE] = { "strategie", { "Stratégie", "Strategy" },
                        "Stratégies|Stratégie de pérennisation|Strategies", TYPE_TERM, "strategies",
                        &aet_rules_per[PER_STRATEGIE], false },
    [MEN_SOUS_STRATEGIE] = { "sous_strategie", { "Sous-stratégie", "Sub-strategy" },
                             "Sous-stratégies|Sous stratégie|Substrategy|Sub strategies", TYPE_TERM,
                             "sous-strategies", &aet_rules_per[PER_SOUS_STRATEGIE], false },
    [MEN_MOYEN] = { "moyen", { "Moyen", "Means" }, "Moyens|Moyen concret|Comment", TYPE_TERM,
                    "moyens", &aet_rules_per[PER_MOYEN], false },
    [MEN_STATUT] = { "statut", { "Prévu ou appliqué", "Planned or applied" },
                     "Statuts|Statut|État|Status", TYPE_TERM, "statuts",
                     &aet_rules_per[PER_STATUT], false },
    [MEN_EXTRAIT] = { "extrait", { "Extrait", "Excerpt" },
                      "Extraits|Citation|Passage|Texte|Verbatim|Quote", TYPE_TEXT, NULL, NULL,
                      false },
    [MEN_CODEUR] = { "codeur", { "Codeur", "Coder" },
                     "Codeuse|Codeurs|Codé par|Codée par|Codificateur|Personne qui code|Coded by",
                     TYPE_TEXT, NULL, NULL, false },
    [MEN_SUGGESTION_STRATEGIES] = { "suggestion_strategies",
                                    { "Stratégies vues", "Strategies seen" }, NULL, TYPE_LIST,
                                    NULL, NULL, true },
    [MEN_SUGGESTION_SOUS_STRATEGIES] = { "suggestion_sous_strategies",
                                         { "Sous-stratégies vues", "Sub-strategies seen" }, NULL,
                                         TYPE_LIST, NULL, NULL, true },
    [MEN_SUGGESTION_MOYENS] = { "suggestion_moyens", { "Moyens vus", "Means seen" }, NULL,
                                TYPE_LIST, NULL, NULL, true },
    [MEN_SUGGESTION_PAS] = { "suggestion_pas", { "Prochain petit pas", "Next small step" }, NULL,
                             TYPE_LIST, NULL, NULL, true },
    [MEN_SUGGESTION_SOURCES] = { "suggestion_sources", { "Sources", "Sources" }, NULL, TYPE_LIST,
                                 NULL, NULL, true },
};

const struct schema aet_mention = {
    "perennite", "mention", { "Mention de pérennité", "Sustainability mention" }, fields, MEN_COUNT
};
