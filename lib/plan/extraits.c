/* The schemas of what `extraire` writes. Those of mentions and communication are what aet-perennite
 * and aet-publics read. */
#include "plan/extraits.h"

#define FIELD(name, fr, en, type)                       \
    {                                                   \
        name, { fr, en }, NULL, type, NULL, NULL, false \
    }

/* Rows that several kinds have: whose it is, what it is called, where in the plan it stands. */
#define GROUPE                                                 \
    FIELD("regroupement", "Regroupement", "Group", TYPE_NAME), \
        FIELD("plan", "Plan", "Plan", TYPE_TEXT), FIELD("niveau", "Niveau", "Level", TYPE_INTEGER)
#define ELEMENT                                          \
    FIELD("id", "Identifiant", "Identifier", TYPE_TEXT), \
        FIELD("libelle", "Libellé", "Label", TYPE_TEXT)
#define PLACE                                                                   \
    FIELD("objectif", "Objectif", "Objective", TYPE_TEXT),                      \
        FIELD("transformation", "Transformation", "Transformation", TYPE_TEXT), \
        FIELD("systeme", "Système", "System", TYPE_TEXT)

/* clang-format off */
static const struct field plans[XPL_COUNT] = {
    GROUPE,
    FIELD("nom", "Nom", "Name", TYPE_NAME),
    FIELD("territoire", "Territoire", "Territory", TYPE_TEXT),
    FIELD("palier", "Palier", "Level of territory", TYPE_TEXT),
    FIELD("libelle", "Libellé", "Label", TYPE_TEXT),
    FIELD("annee", "Année", "Year", TYPE_INTEGER),
    FIELD("debut", "Début du cycle", "Start of the cycle", TYPE_MONTH),
    FIELD("fin", "Fin du cycle", "End of the cycle", TYPE_MONTH),
    FIELD("facteurs", "Facteurs", "Factors", TYPE_INTEGER),
    FIELD("objectifs", "Objectifs", "Objectives", TYPE_INTEGER),
    FIELD("transformations", "Transformations", "Transformations", TYPE_INTEGER),
    FIELD("indicateurs", "Indicateurs", "Indicators", TYPE_INTEGER),
    FIELD("actions", "Actions", "Actions", TYPE_INTEGER),
    FIELD("mentions", "Mentions", "Mentions", TYPE_INTEGER),
    FIELD("communication", "Activités de communication", "Communication activities", TYPE_INTEGER),
    FIELD("budget", "Budget", "Budget", TYPE_MONEY),
};
static const struct field mentions[XME_COUNT] = {
    FIELD("mention", "Mention", "Mention", TYPE_TEXT),
    FIELD("regroupement", "Regroupement", "Group", TYPE_NAME),
    FIELD("plan", "Plan", "Plan", TYPE_TEXT),
    FIELD("annee", "Année", "Year", TYPE_INTEGER),
    FIELD("niveau", "Niveau", "Level", TYPE_INTEGER),
    FIELD("objet", "Objet", "Object", TYPE_TEXT),
    FIELD("strategie", "Stratégie", "Strategy", TYPE_TEXT),
    FIELD("sous_strategie", "Sous-stratégie", "Sub-strategy", TYPE_TEXT),
    FIELD("moyen", "Moyen", "Means", TYPE_TEXT),
    FIELD("statut", "Statut", "Status", TYPE_TEXT),
    FIELD("extrait", "Extrait", "Excerpt", TYPE_TEXT),
    FIELD("codeur", "Codeur", "Coder", TYPE_NAME),
};
static const struct field actions[XAC_COUNT] = {
    GROUPE,
    ELEMENT,
    PLACE,
    FIELD("responsable", "Responsable", "Responsible", TYPE_NAME),
    FIELD("partenaires", "Partenaires", "Partners", TYPE_NAMES),
    FIELD("debut", "Début", "Start", TYPE_MONTH),
    FIELD("fin", "Fin", "End", TYPE_MONTH),
    FIELD("budget", "Budget", "Budget", TYPE_MONEY),
    FIELD("finance", "Financé", "Funded", TYPE_MONEY),
    FIELD("bailleurs", "Bailleurs de fonds", "Funders", TYPE_LIST),
    FIELD("etat", "État", "State", TYPE_TEXT),
    FIELD("avancement", "Avancement (%)", "Progress (%)", TYPE_NUMBER),
    FIELD("depense", "Dépense", "Spent", TYPE_MONEY),
    FIELD("date_suivi", "Dernier suivi", "Last follow-up", TYPE_DATE),
    FIELD("decision", "Dernière décision", "Last decision", TYPE_TEXT),
};
static const struct field indicateurs[XIN_COUNT] = {
    GROUPE,
    ELEMENT,
    PLACE,
    FIELD("mesure", "Mesure", "Measure", TYPE_TEXT),
    FIELD("depart", "Départ", "Baseline", TYPE_VALUE),
    FIELD("date_depart", "Date du départ", "Date of baseline", TYPE_MONTH),
    FIELD("cible", "Cible", "Target", TYPE_VALUE),
    FIELD("date_cible", "Date de la cible", "Target date", TYPE_MONTH),
    FIELD("outil", "Outil de suivi", "Instrument", TYPE_TEXT),
    FIELD("valeur", "Dernière valeur", "Last value", TYPE_VALUE),
    FIELD("date", "Date de la valeur", "Date of the value", TYPE_DATE),
    FIELD("releves", "Relevés", "Readings", TYPE_INTEGER),
};
static const struct field releves[XRE_COUNT] = {
    GROUPE,
    FIELD("indicateur", "Indicateur", "Indicator", TYPE_TEXT),
    FIELD("libelle", "Libellé de l’indicateur", "Label of the indicator", TYPE_TEXT),
    FIELD("mesure", "Mesure", "Measure", TYPE_TEXT),
    FIELD("id", "Identifiant", "Identifier", TYPE_TEXT),
    FIELD("date", "Date", "Date", TYPE_DATE),
    FIELD("valeur", "Valeur", "Value", TYPE_VALUE),
    FIELD("confiance", "Confiance", "Confidence", TYPE_TEXT),
    FIELD("commentaire", "Commentaire", "Comment", TYPE_TEXT),
};
static const struct field rencontres[XRN_COUNT] = {
    GROUPE,
    FIELD("nom", "Nom du regroupement", "Name of the group", TYPE_NAME),
    ELEMENT,
    FIELD("date", "Date", "Date", TYPE_DATE),
    FIELD("etape", "Étape", "Step", TYPE_TEXT),
    FIELD("tenue", "Tenue", "Held", TYPE_TEXT),
    FIELD("presents", "Présents", "Present", TYPE_NAMES),
};
/* clang-format on */

/* An activity of aet-publics, then its group. */
#define ACTIVITE(f, n, fr, en, t) [f] = FIELD(n, fr, en, t)
static const struct field communication[XCO_COUNT] = {
    ACTIVITE(ACT_ID, "id", "Identifiant", "Identifier", TYPE_TEXT),
    ACTIVITE(ACT_QUOI, "quoi", "Quoi", "What", TYPE_TEXT),
    ACTIVITE(ACT_BUT, "but", "But", "Aim", TYPE_LIST),
    ACTIVITE(ACT_PUBLIC, "public", "Public cible", "Target audience", TYPE_LIST),
    ACTIVITE(ACT_POURQUOI, "pourquoi", "Pourquoi", "Why", TYPE_LIST),
    ACTIVITE(ACT_RETOMBEES, "retombees", "Retombées visées", "Outcomes aimed at", TYPE_LIST),
    ACTIVITE(ACT_COMMENT, "comment", "Comment", "How", TYPE_LIST),
    ACTIVITE(ACT_EXEMPLES, "exemples", "Exemples", "Examples", TYPE_LIST),
    ACTIVITE(ACT_ET_APRES, "et_apres", "Et après", "What next", TYPE_TEXT),
    ACTIVITE(ACT_RELAIS, "relais", "Relais", "Messenger", TYPE_TEXT),
    ACTIVITE(ACT_MESSAGE, "message_cle", "Message clé", "Key message", TYPE_TEXT),
    ACTIVITE(ACT_RESPONSABLE, "responsable", "Responsable", "Responsible", TYPE_NAME),
    ACTIVITE(ACT_ECHEANCE, "echeance", "Échéance", "Due date", TYPE_MONTH),
    ACTIVITE(ACT_BUDGET, "budget", "Budget", "Budget", TYPE_MONEY),
    ACTIVITE(ACT_DEPENSE, "depense", "Dépense", "Expense", TYPE_MONEY),
    ACTIVITE(ACT_ETAT, "etat", "État", "State", TYPE_TEXT),
    ACTIVITE(ACT_DATE_REALISATION, "date_realisation", "Date de réalisation", "Date of completion",
             TYPE_MONTH),
    ACTIVITE(ACT_RETOMBEES_OBSERVEES, "retombees_observees", "Retombées observées",
             "Outcomes observed", TYPE_LIST),
    ACTIVITE(ACT_NOTES, "notes", "Notes", "Notes", TYPE_TEXT),
    [XCO_REGROUPEMENT] = FIELD("regroupement", "Regroupement", "Group", TYPE_NAME),
    [XCO_PLAN] = FIELD("plan", "Plan", "Plan", TYPE_TEXT),
    [XCO_NIVEAU] = FIELD("niveau", "Niveau", "Level", TYPE_INTEGER),
};

const struct schema aet_plan_extrait_schemas[EXTRAITS] = {
    [X_PLANS] = { "plan", "plans", { "Plans", "Plans" }, plans, XPL_COUNT, .named_by = NULL },
    [X_MENTIONS] = { "plan",
                     "mentions",
                     { "Mentions de pérennité", "Sustainability mentions" },
                     mentions,
                     XME_COUNT,
                     .named_by = NULL },
    [X_COMMUNICATION] = { "plan",
                          "communication",
                          { "Activités de communication", "Communication activities" },
                          communication,
                          XCO_COUNT,
                          .named_by = NULL },
    [X_ACTIONS] = { "plan",
                    "actions",
                    { "Actions", "Actions" },
                    actions,
                    XAC_COUNT,
                    .named_by = NULL },
    [X_INDICATEURS] = { "plan",
                        "indicateurs",
                        { "Indicateurs", "Indicators" },
                        indicateurs,
                        XIN_COUNT,
                        .named_by = NULL },
    [X_RELEVES] = { "plan",
                    "releves",
                    { "Relevés", "Readings" },
                    releves,
                    XRE_COUNT,
                    .named_by = NULL },
    [X_RENCONTRES] = { "plan",
                       "rencontres",
                       { "Rencontres", "Meetings" },
                       rencontres,
                       XRN_COUNT,
                       .named_by = NULL },
};
