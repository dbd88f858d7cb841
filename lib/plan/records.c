/* The kinds of a plan and their fields. The variants are headings that staff write. */
#include "plan/records.h"

#include "plan/rules.h"
#include "kinds/activite.h"

/* A field of a type, and one whose values are rows of a table. */
#define FIELD(name, fr, en, headings, type)                 \
    {                                                       \
        name, { fr, en }, headings, type, NULL, NULL, false \
    }
#define TERM(name, fr, en, headings, table, rule)                                 \
    {                                                                             \
        name, { fr, en }, headings, TYPE_TERM, table, &aet_plan_rule[rule], false \
    }
#define ID FIELD("id", "Identifiant", "Identifier", "No|Numéro|Nº|Code", TYPE_TEXT)

/* clang-format off */
static const struct field plan_fields[PLN_COUNT] = {
    [PLN_ID] = ID,
    [PLN_LIBELLE] = FIELD("libelle", "Libellé", "Label", "Nom|Titre|Label", TYPE_TEXT),
    [PLN_ANNEE] = FIELD("annee", "Année", "Year", "An|Year", TYPE_INTEGER),
    [PLN_MISE_EN_CONTEXTE] = FIELD("mise_en_contexte", "Mise en contexte", "Context",
                                   "Contexte|Portrait", TYPE_TEXT),
    [PLN_REGLES_FONCTIONNEMENT] = FIELD("regles_fonctionnement", "Règles de fonctionnement", "Ground rules",
                                        "Règles", TYPE_LIST),
};

static const struct field regroupement_fields[RGP_COUNT] = {
    [RGP_ID] = ID,
    [RGP_NOM] = FIELD("nom", "Nom", "Name", "Libellé|libelle|Nom du regroupement", TYPE_NAME),
    [RGP_TERRITOIRE] = FIELD("territoire", "Territoire", "Territory", "Secteur|MRC", TYPE_TEXT),
    [RGP_PALIER] = TERM("palier", "Palier", "Level of territory", NULL, "paliers", PLA_PALIER),
    [RGP_NIVEAU] = FIELD("niveau", "Niveau de mobilisation", "Level of mobilisation",
                         "Niveau", TYPE_INTEGER),
};

static const struct field cycle_fields[CYC_COUNT] = {
    [CYC_DEBUT] = FIELD("debut", "Début", "Start", "Date de début|Début du cycle", TYPE_MONTH),
    [CYC_FIN] = FIELD("fin", "Fin", "End", "Date de fin|Fin du cycle", TYPE_MONTH),
};

static const struct field facteur_fields[FAC_COUNT] = {
    [FAC_ID] = ID,
    [FAC_LIBELLE] = FIELD("libelle", "Libellé", "Label", "Facteur|Nom", TYPE_TEXT),
    [FAC_SYSTEME] = TERM("systeme", "Système", "System", "Systèmes", "systemes", PLA_SYSTEME),
};

static const struct field analyse_fields[ANA_COUNT] = {
    [ANA_ID] = ID,
    [ANA_LIBELLE] = FIELD("libelle", "Libellé", "Label", "Nom|Titre|Label", TYPE_TEXT),
    [ANA_ANALYSE] = TERM("analyse", "Laquelle des trois analyses", "Which of the three analyses",
                         "Sorte d’analyse", "analyses", PLA_ANALYSE),
    [ANA_ORGANISME] = FIELD("organisme", "Organisme", "Organization",
                            "Organisation|Milieu", TYPE_NAME),
    [ANA_CONTENU] = FIELD("contenu", "Contenu", "Content", "Description|Observations", TYPE_TEXT),
    [ANA_FACTEURS] = FIELD("facteurs", "Facteurs", "Factors", NULL, TYPE_LIST),
};

static const struct field constat_fields[CON_COUNT] = {
    [CON_ID] = ID,
    [CON_LIBELLE] = FIELD("libelle", "Libellé", "Label", "Constat|Nom", TYPE_TEXT),
    [CON_ANALYSE] = TERM("analyse", "Analyse dont il vient", "Analysis it comes from",
                         NULL, "analyses", PLA_ANALYSE),
    [CON_PRIORITAIRE] = FIELD("prioritaire", "Prioritaire", "Priority",
                              "Priorité|Retenu", TYPE_BOOL),
    [CON_FACTEURS] = FIELD("facteurs", "Facteurs", "Factors", NULL, TYPE_LIST),
};

static const struct field objectif_fields[OBJ_COUNT] = {
    [OBJ_ID] = ID,
    [OBJ_LIBELLE] = FIELD("libelle", "Libellé", "Label", "Objectif|Nom", TYPE_TEXT),
    [OBJ_CONSTATS] = FIELD("constats", "Constats", "Findings", NULL, TYPE_LIST),
    [OBJ_FACTEURS] = FIELD("facteurs", "Facteurs", "Factors", NULL, TYPE_LIST),
};

static const struct field transformation_fields[TRA_COUNT] = {
    [TRA_ID] = ID,
    [TRA_LIBELLE] = FIELD("libelle", "Libellé", "Label",
                          "Transformation|Transformation souhaitée|Nom", TYPE_TEXT),
    [TRA_SYSTEME] = TERM("systeme", "Système", "System", "Systèmes", "systemes", PLA_SYSTEME),
    [TRA_RESPONSABLE] = FIELD("responsable", "Responsable", "Responsible",
                              "Responsables|Porteur|Porteuse|Resp", TYPE_NAME),
    [TRA_PARTENAIRES] = FIELD("partenaires", "Partenaires", "Partners",
                              "Partenaire|Collaborateurs", TYPE_NAMES),
    [TRA_SANS_OBJET] = FIELD("sans_objet", "Sans objet (raison)", "Not applicable (reason)",
                             "Sans objet|Raison", TYPE_TEXT),
};

static const struct field indicateur_fields[IND_COUNT] = {
    [IND_ID] = ID,
    [IND_LIBELLE] = FIELD("libelle", "Libellé", "Label", "Indicateur|Nom", TYPE_TEXT),
    [IND_MESURE] = TERM("mesure", "Mesure", "Measure",
                        "Sorte de mesure|Type de mesure", "mesures", PLA_MESURE),
    [IND_DEPART] = FIELD("depart", "Valeur de départ", "Baseline",
                         "Départ|Valeur initiale", TYPE_VALUE),
    [IND_DATE_DEPART] = FIELD("date_depart", "Date du départ", "Date of baseline",
                              NULL, TYPE_MONTH),
    [IND_CIBLE] = FIELD("cible", "Cible", "Target", "Valeur cible", TYPE_VALUE),
    [IND_DATE_CIBLE] = FIELD("date_cible", "Date de la cible", "Target date",
                             "Échéance de la cible", TYPE_MONTH),
    [IND_OUTIL] = FIELD("outil", "Outil de suivi", "Instrument",
                        "Outil de collecte|Instrument", TYPE_TEXT),
};

static const struct field releve_fields[REL_COUNT] = {
    [REL_ID] = ID,
    [REL_LIBELLE] = FIELD("libelle", "Libellé", "Label", "Nom|Titre|Label", TYPE_TEXT),
    [REL_DATE] = FIELD("date", "Date", "Date", "Date du relevé", TYPE_DATE),
    [REL_VALEUR] = FIELD("valeur", "Valeur", "Value", "Résultat", TYPE_VALUE),
    [REL_CONFIANCE] = FIELD("confiance", "Confiance", "Confidence",
                            "Degré de confiance", TYPE_TEXT),
    [REL_COMMENTAIRE] = FIELD("commentaire", "Commentaire", "Comment",
                              "Commentaires|Remarque", TYPE_TEXT),
};

static const struct field jalon_fields[JAL_COUNT] = {
    [JAL_ID] = ID,
    [JAL_LIBELLE] = FIELD("libelle", "Libellé", "Label", "Nom|Titre|Label", TYPE_TEXT),
    [JAL_DATE] = FIELD("date", "Date", "Date", "Pour le|Date du jalon", TYPE_MONTH),
    [JAL_VALEUR] = FIELD("valeur", "Valeur", "Value", "Cible|Cible intermédiaire", TYPE_VALUE),
};

static const struct field action_fields[ACN_COUNT] = {
    [ACN_ID] = ID,
    [ACN_LIBELLE] = FIELD("libelle", "Libellé", "Label", "Action|Nom", TYPE_TEXT),
    [ACN_CONTENU] = FIELD("contenu", "Contenu", "Content", "Description", TYPE_TEXT),
    [ACN_RESPONSABLE] = FIELD("responsable", "Responsable", "Responsible",
                              "Responsables|Porteur|Porteuse|Resp", TYPE_NAME),
    [ACN_PARTENAIRES] = FIELD("partenaires", "Partenaires", "Partners",
                              "Partenaire|Collaborateurs", TYPE_NAMES),
    [ACN_DEBUT] = FIELD("debut", "Début", "Start", "Date de début", TYPE_MONTH),
    [ACN_FIN] = FIELD("fin", "Fin", "End", "Date de fin|Échéance", TYPE_MONTH),
    [ACN_BUDGET] = FIELD("budget", "Budget", "Budget", "Budget prévu|Coût|Coût prévu", TYPE_MONEY),
};

static const struct field ressources_fields[RES_COUNT] = {
    [RES_HUMAINES] = FIELD("humaines", "Ressources humaines", "Human resources", NULL, TYPE_TEXT),
    [RES_MATERIELLES] = FIELD("materielles", "Ressources matérielles", "Material resources",
                              NULL, TYPE_TEXT),
    [RES_FINANCIERES] = FIELD("financieres", "Ressources financières", "Financial resources",
                              NULL, TYPE_TEXT),
};

static const struct field bailleur_fields[BAI_COUNT] = {
    [BAI_ID] = ID,
    [BAI_NOM] = FIELD("nom", "Nom", "Name",
                      "libelle|Bailleur|Bailleur de fonds|Source de financement", TYPE_NAME),
    [BAI_MONTANT] = FIELD("montant", "Montant", "Amount", "Somme", TYPE_MONEY),
};

static const struct field suivi_fields[SUA_COUNT] = {
    [SUA_ID] = ID,
    [SUA_LIBELLE] = FIELD("libelle", "Libellé", "Label", "Nom|Titre|Label", TYPE_TEXT),
    [SUA_DATE] = FIELD("date", "Date", "Date", "Date du suivi", TYPE_DATE),
    [SUA_ETAT] = TERM("etat", "État", "State", "Statut", "etats-action", PLA_ETAT),
    [SUA_AVANCEMENT] = FIELD("avancement", "Avancement (%)", "Progress (%)",
                             "Avancement|Progrès|% réalisé", TYPE_NUMBER),
    [SUA_DEPENSE] = FIELD("depense", "Dépense", "Spent",
                          "Dépenses|Dépensé|Montant dépensé", TYPE_MONEY),
    [SUA_COMMENTAIRE] = FIELD("commentaire", "Commentaire", "Comment",
                              "Commentaires|Remarque", TYPE_TEXT),
};

static const struct field decision_fields[DEC_COUNT] = {
    [DEC_ID] = ID,
    [DEC_LIBELLE] = FIELD("libelle", "Libellé", "Label", "Nom|Titre|Label", TYPE_TEXT),
    [DEC_DATE] = FIELD("date", "Date", "Date", "Date de la décision", TYPE_DATE),
    [DEC_CHOIX] = TERM("choix", "Choix", "Choice", "Décision", "decisions", PLA_CHOIX),
    [DEC_RESULTATS] = FIELD("resultats", "Résultats", "Results", "Résultat", TYPE_LIST),
    [DEC_JUSTIFICATION] = FIELD("justification", "Justification", "Justification",
                                "Motif", TYPE_TEXT),
};

static const struct field mention_fields[MEN_COUNT] = {
    [MEN_ID] = ID,
    [MEN_LIBELLE] = FIELD("libelle", "Libellé", "Label", "Nom|Titre|Label", TYPE_TEXT),
    [MEN_OBJET] = FIELD("objet", "Objet", "Object", "Objet de pérennité", TYPE_TEXT),
    [MEN_STRATEGIE] = FIELD("strategie", "Stratégie", "Strategy", NULL, TYPE_TEXT),
    [MEN_SOUS_STRATEGIE] = FIELD("sous_strategie", "Sous-stratégie", "Sub-strategy",
                                 NULL, TYPE_TEXT),
    [MEN_MOYEN] = FIELD("moyen", "Moyen", "Means", NULL, TYPE_TEXT),
    [MEN_STATUT] = FIELD("statut", "Statut", "Status", "Prévu ou appliqué", TYPE_TEXT),
    [MEN_EXTRAIT] = FIELD("extrait", "Extrait", "Excerpt", "Citation", TYPE_TEXT),
    [MEN_CODEUR] = FIELD("codeur", "Codeur", "Coder", "Codeuse", TYPE_NAME),
};

static const struct field revision_fields[REV_COUNT] = {
    [REV_ID] = ID,
    [REV_LIBELLE] = FIELD("libelle", "Libellé", "Label", "Nom|Titre|Label", TYPE_TEXT),
    [REV_DATE] = FIELD("date", "Date", "Date", "Date de la révision", TYPE_DATE),
    [REV_PORTE_SUR] = FIELD("porte_sur", "Porte sur", "About", "Sur quoi", TYPE_TEXT),
    [REV_ELEMENT] = FIELD("element", "Élément révisé", "Element revised",
                          "revision_element", TYPE_TEXT),
    [REV_MOTIF] = FIELD("motif", "Motif", "Reason", "Raison", TYPE_TEXT),
};

static const struct field echeancier_fields[SUI_COUNT] = {
    [SUI_FREQUENCE] = FIELD("frequence", "Fréquence du suivi", "Frequency of follow-up",
                            "Fréquence", TYPE_TEXT),
    [SUI_DATES] = FIELD("dates", "Dates de suivi", "Follow-up dates", "Dates du suivi", TYPE_DATES),
};

static const struct field rencontre_fields[REN_COUNT] = {
    [REN_ID] = ID,
    [REN_LIBELLE] = FIELD("libelle", "Libellé", "Label", "Nom|Titre|Label", TYPE_TEXT),
    [REN_DATE] = FIELD("date", "Date", "Date", "Date de la rencontre", TYPE_DATE),
    [REN_ETAPE] = TERM("etape", "Étape", "Step", NULL, "etapes", PLA_ETAPE),
    [REN_TENUE] = FIELD("tenue", "Tenue", "Held", "A eu lieu", TYPE_BOOL),
    [REN_PRESENTS] = FIELD("presents", "Présents", "Present", "Présences|Participants", TYPE_NAMES),
};

static const struct field diagnostic_fields[DIA_COUNT] = {
    [DIA_ID] = ID,
    [DIA_LIBELLE] = FIELD("libelle", "Libellé", "Label", "Nom|Titre|Label", TYPE_TEXT),
    [DIA_DATE] = FIELD("date", "Date", "Date", NULL, TYPE_DATE),
    [DIA_REPONDANT] = FIELD("repondant", "Répondant", "Respondent",
                            "Partenaire|Organisme", TYPE_NAME),
};

static const struct field reponses_fields[REP_COUNT] = {
    [REP_1] = FIELD("1", "Item 1", "Item 1", "Q1|Question 1", TYPE_TEXT),
    [REP_2] = FIELD("2", "Item 2", "Item 2", "Q2|Question 2", TYPE_TEXT),
    [REP_3] = FIELD("3", "Item 3", "Item 3", "Q3|Question 3", TYPE_TEXT),
    [REP_4] = FIELD("4", "Item 4", "Item 4", "Q4|Question 4", TYPE_TEXT),
    [REP_5] = FIELD("5", "Item 5", "Item 5", "Q5|Question 5", TYPE_TEXT),
    [REP_6] = FIELD("6", "Item 6", "Item 6", "Q6|Question 6", TYPE_TEXT),
    [REP_7] = FIELD("7", "Item 7", "Item 7", "Q7|Question 7", TYPE_TEXT),
    [REP_8] = FIELD("8", "Item 8", "Item 8", "Q8|Question 8", TYPE_TEXT),
    [REP_9] = FIELD("9", "Item 9", "Item 9", "Q9|Question 9", TYPE_TEXT),
    [REP_10] = FIELD("10", "Item 10", "Item 10", "Q10|Question 10", TYPE_TEXT),
    [REP_11] = FIELD("11", "Item 11", "Item 11", "Q11|Question 11", TYPE_TEXT),
    [REP_12] = FIELD("12", "Item 12", "Item 12", "Q12|Question 12", TYPE_TEXT),
    [REP_13] = FIELD("13", "Item 13", "Item 13", "Q13|Question 13", TYPE_TEXT),
    [REP_14] = FIELD("14", "Item 14", "Item 14", "Q14|Question 14", TYPE_TEXT),
    [REP_15] = FIELD("15", "Item 15", "Item 15", "Q15|Question 15", TYPE_TEXT),
    [REP_16] = FIELD("16", "Item 16", "Item 16", "Q16|Question 16", TYPE_TEXT),
    [REP_17] = FIELD("17", "Item 17", "Item 17", "Q17|Question 17", TYPE_TEXT),
    [REP_18] = FIELD("18", "Item 18", "Item 18", "Q18|Question 18", TYPE_TEXT),
};

const struct schema aet_plan_schemas[KINDS] = {
    [K_PLAN] = { "plan", "plan", { "Plan d’action concerté", "Concerted action plan" },
                 plan_fields, PLN_COUNT,
        .noun = { "plan", "plan" }, .named_by = "libelle|id" },
    [K_REGROUPEMENT] = { "plan", "regroupement", { "Regroupement", "Partner group" },
                         regroupement_fields, RGP_COUNT,
        .noun = { "regroupement", "group" }, .named_by = "nom|id" },
    [K_CYCLE] = { "plan", "cycle", { "Cycle", "Cycle" }, cycle_fields, CYC_COUNT,
        .noun = { "cycle", "cycle" } },
    [K_FACTEUR] = { "plan", "facteur", { "Facteur de protection", "Protective factor" },
                    facteur_fields, FAC_COUNT,
        .noun = { "facteur", "factor" }, .named_by = "libelle|id" },
    [K_ANALYSE] = { "plan", "analyse", { "Analyse", "Analysis" }, analyse_fields, ANA_COUNT,
        .noun = { "analyse", "analysis" }, .named_by = "libelle|id|organisme" },
    [K_CONSTAT] = { "plan", "constat", { "Constat", "Finding" }, constat_fields, CON_COUNT,
        .noun = { "constat", "finding" }, .named_by = "libelle|id" },
    [K_OBJECTIF] = { "plan", "objectif", { "Objectif", "Objective" }, objectif_fields, OBJ_COUNT,
        .noun = { "objectif", "objective" }, .named_by = "libelle|id" },
    [K_TRANSFORMATION] = { "plan", "transformation", { "Transformation souhaitée", "Desired transformation" },
                           transformation_fields, TRA_COUNT,
        .noun = { "transformation", "transformation" }, .named_by = "libelle|id" },
    [K_INDICATEUR] = { "plan", "indicateur", { "Indicateur", "Indicator" },
                       indicateur_fields, IND_COUNT,
        .noun = { "indicateur", "indicator" }, .named_by = "libelle|id" },
    [K_RELEVE] = { "plan", "releve", { "Relevé", "Reading" }, releve_fields, REL_COUNT,
        .noun = { "relevé", "reading" }, .named_by = "libelle|date|id" },
    [K_JALON] = { "plan", "jalon", { "Cible intermédiaire", "Interim target" }, jalon_fields,
                  JAL_COUNT,
        .noun = { "cible intermédiaire", "interim target" }, .named_by = "libelle|date|id" },
    [K_ACTION] = { "plan", "action", { "Action", "Action" }, action_fields, ACN_COUNT,
        .noun = { "action", "action" }, .named_by = "libelle|id|contenu" },
    [K_RESSOURCES] = { "plan", "ressources", { "Ressources", "Resources" },
                       ressources_fields, RES_COUNT, .named_by = NULL },
    [K_BAILLEUR] = { "plan", "bailleur", { "Bailleur de fonds", "Funder" },
                     bailleur_fields, BAI_COUNT,
        .noun = { "bailleur de fonds", "funder" }, .named_by = "nom|id" },
    [K_SUIVI_ACTION] = { "plan", "suivi", { "Suivi d’une action", "Follow-up of an action" },
                         suivi_fields, SUA_COUNT,
        .noun = { "suivi", "follow-up" }, .named_by = "libelle|date|id" },
    [K_DECISION] = { "plan", "decision", { "Décision", "Decision" }, decision_fields, DEC_COUNT,
        .noun = { "décision", "decision" }, .named_by = "libelle|date|id" },
    [K_MENTION] = { "plan", "mention", { "Mention de pérennité", "Sustainability mention" },
                    mention_fields, MEN_COUNT,
        .noun = { "mention", "mention" }, .named_by = "libelle|id" },
    [K_REVISION] = { "plan", "revision", { "Révision", "Revision" }, revision_fields, REV_COUNT,
        .noun = { "révision", "revision" }, .named_by = "libelle|date|id" },
    [K_COMMUNICATION] = { "plan", "communication", { "Activité de communication", "Communication activity" },
                          aet_kinds_activite, ACT_COUNT,
        .noun = { "activité", "activity" }, .named_by = "id|quoi" },
    [K_SUIVI] = { "plan", "echeancier", { "Échéancier de suivi", "Follow-up schedule" },
                  echeancier_fields, SUI_COUNT, .named_by = NULL },
    [K_RENCONTRE] = { "plan", "rencontre", { "Rencontre", "Meeting" },
                      rencontre_fields, REN_COUNT,
        .noun = { "rencontre", "meeting" }, .named_by = "libelle|date|id" },
    [K_DIAGNOSTIC] = { "plan", "diagnostic", { "Réponse à l’outil 13", "Answer to tool 13" },
                       diagnostic_fields, DIA_COUNT,
        .noun = { "réponse à l’outil 13", "answer to tool 13" }, .named_by = "repondant+date" },
    [K_REPONSES] = { "plan", "reponses", { "Réponses de l’outil 13", "Answers to tool 13" },
                     reponses_fields, REP_COUNT, .named_by = NULL },
};

static const struct kind kinds[KINDS] = {
    [K_PLAN] = { &aet_plan_schemas[K_PLAN], -1, NULL, PART_ROOT },
    [K_REGROUPEMENT] = { &aet_plan_schemas[K_REGROUPEMENT], K_PLAN, "regroupement", PART_ONE },
    [K_CYCLE] = { &aet_plan_schemas[K_CYCLE], K_PLAN, "cycle", PART_FIELDS },
    [K_FACTEUR] = { &aet_plan_schemas[K_FACTEUR], K_PLAN, "facteurs", PART_MANY },
    [K_ANALYSE] = { &aet_plan_schemas[K_ANALYSE], K_PLAN, "analyses", PART_MANY },
    [K_CONSTAT] = { &aet_plan_schemas[K_CONSTAT], K_PLAN, "constats", PART_MANY },
    [K_OBJECTIF] = { &aet_plan_schemas[K_OBJECTIF], K_PLAN, "objectifs", PART_MANY },
    [K_TRANSFORMATION] = { &aet_plan_schemas[K_TRANSFORMATION], K_OBJECTIF, "transformations",
                           PART_MANY },
    [K_INDICATEUR] = { &aet_plan_schemas[K_INDICATEUR], K_TRANSFORMATION, "indicateurs",
                       PART_MANY },
    [K_RELEVE] = { &aet_plan_schemas[K_RELEVE], K_INDICATEUR, "releves", PART_MANY },
    [K_JALON] = { &aet_plan_schemas[K_JALON], K_INDICATEUR, "jalons", PART_MANY },
    [K_ACTION] = { &aet_plan_schemas[K_ACTION], K_TRANSFORMATION, "actions", PART_MANY },
    [K_RESSOURCES] = { &aet_plan_schemas[K_RESSOURCES], K_ACTION, "ressources", PART_FIELDS },
    [K_BAILLEUR] = { &aet_plan_schemas[K_BAILLEUR], K_ACTION, "bailleurs", PART_MANY },
    [K_SUIVI_ACTION] = { &aet_plan_schemas[K_SUIVI_ACTION], K_ACTION, "suivis", PART_MANY },
    [K_DECISION] = { &aet_plan_schemas[K_DECISION], K_ACTION, "decisions", PART_MANY },
    [K_MENTION] = { &aet_plan_schemas[K_MENTION], K_ACTION, "mentions", PART_MANY },
    [K_REVISION] = { &aet_plan_schemas[K_REVISION], K_PLAN, "revisions", PART_MANY },
    [K_COMMUNICATION] = { &aet_plan_schemas[K_COMMUNICATION], K_PLAN, "communication", PART_MANY },
    [K_SUIVI] = { &aet_plan_schemas[K_SUIVI], K_PLAN, "suivi", PART_FIELDS },
    [K_RENCONTRE] = { &aet_plan_schemas[K_RENCONTRE], K_PLAN, "rencontres", PART_MANY },
    [K_DIAGNOSTIC] = { &aet_plan_schemas[K_DIAGNOSTIC], K_PLAN, "diagnostics", PART_MANY },
    [K_REPONSES] = { &aet_plan_schemas[K_REPONSES], K_DIAGNOSTIC, "reponses", PART_FIELDS },
};

/* clang-format on */

static const struct reference refs[] = {
    { K_ANALYSE, ANA_FACTEURS, { K_FACTEUR }, 1, FAC_LIBELLE },
    { K_CONSTAT, CON_FACTEURS, { K_FACTEUR }, 1, FAC_LIBELLE },
    { K_OBJECTIF, OBJ_FACTEURS, { K_FACTEUR }, 1, FAC_LIBELLE },
    { K_OBJECTIF, OBJ_CONSTATS, { K_CONSTAT }, 1, CON_LIBELLE },
    { K_DECISION, DEC_RESULTATS, { K_RELEVE, K_SUIVI_ACTION }, 2, -1 },
};

/* The plan as people keep it: an action a row. */
static const struct wide_column wide[] = {
    { K_REGROUPEMENT, RGP_NOM, 0, 0, { "Regroupement", "Group" }, "RLP|Nom du regroupement" },
    { K_REGROUPEMENT, RGP_TERRITOIRE, 0, 0, { "Territoire", "Territory" }, NULL },
    { K_REGROUPEMENT,
      RGP_NIVEAU,
      0,
      0,
      { "Niveau de mobilisation", "Mobilization level" },
      "Niveau" },
    { K_CYCLE, CYC_DEBUT, 0, 0, { "Début du cycle", "Start of the cycle" }, "Cycle du" },
    { K_CYCLE, CYC_FIN, 0, 0, { "Fin du cycle", "End of the cycle" }, "Cycle au" },
    { K_FACTEUR,
      FAC_LIBELLE,
      K_OBJECTIF,
      OBJ_FACTEURS,
      { "Facteur de protection", "Protective factor" },
      "Facteur|Facteurs|Facteurs de protection" },
    { K_CONSTAT,
      CON_LIBELLE,
      K_OBJECTIF,
      OBJ_CONSTATS,
      { "Constat prioritaire", "Priority finding" },
      "Constat|Constats|Constats prioritaires|Priorité|Priorités" },
    { K_OBJECTIF, OBJ_LIBELLE, 0, 0, { "Objectif", "Objective" }, "Objectifs" },
    { K_TRANSFORMATION,
      TRA_LIBELLE,
      0,
      0,
      { "Transformation souhaitée", "Desired transformation" },
      "Transformation|Transformations souhaitées|Résultat attendu|Changement souhaité" },
    { K_TRANSFORMATION, TRA_SYSTEME, 0, 0, { "Système", "System" }, "Systèmes" },
    { K_TRANSFORMATION,
      TRA_RESPONSABLE,
      0,
      0,
      { "Responsable de la transformation", "Responsible for the transformation" },
      NULL },
    { K_TRANSFORMATION,
      TRA_PARTENAIRES,
      0,
      0,
      { "Partenaires de la transformation", "Partners of the transformation" },
      NULL },
    { K_INDICATEUR, IND_LIBELLE, 0, 0, { "Indicateur", "Indicator" }, "Indicateurs" },
    { K_INDICATEUR, IND_MESURE, 0, 0, { "Mesure", "Measure" }, "Type de mesure" },
    { K_INDICATEUR, IND_DEPART, 0, 0, { "Valeur de départ", "Baseline" }, "Départ" },
    { K_INDICATEUR, IND_DATE_DEPART, 0, 0, { "Date du départ", "Date of baseline" }, NULL },
    { K_INDICATEUR, IND_CIBLE, 0, 0, { "Cible", "Target" }, "Valeur cible" },
    { K_INDICATEUR, IND_DATE_CIBLE, 0, 0, { "Date de la cible", "Target date" }, NULL },
    { K_INDICATEUR, IND_OUTIL, 0, 0, { "Outil de suivi", "Instrument" }, "Outil de collecte" },
    { K_ACTION, ACN_LIBELLE, 0, 0, { "Action", "Action" }, "Actions|Activité|Activités" },
    { K_ACTION, ACN_CONTENU, 0, 0, { "Contenu", "Content" }, "Description" },
    { K_ACTION,
      ACN_RESPONSABLE,
      0,
      0,
      { "Responsable", "Responsible" },
      "Responsables|Porteur|Porteuse|Resp" },
    { K_ACTION, ACN_PARTENAIRES, 0, 0, { "Partenaires", "Partners" }, "Partenaire|Collaborateurs" },
    { K_ACTION, ACN_DEBUT, 0, 0, { "Début", "Start" }, "Date de début" },
    { K_ACTION, ACN_FIN, 0, 0, { "Fin", "End" }, "Date de fin|Échéance|Échéancier" },
    { K_ACTION, ACN_BUDGET, 0, 0, { "Budget", "Budget" }, "Budget prévu|Coût|Coût prévu" },
    { K_RESSOURCES, RES_HUMAINES, 0, 0, { "Ressources humaines", "Human resources" }, NULL },
    { K_RESSOURCES,
      RES_MATERIELLES,
      0,
      0,
      { "Ressources matérielles", "Material resources" },
      NULL },
    { K_RESSOURCES,
      RES_FINANCIERES,
      0,
      0,
      { "Ressources financières", "Financial resources" },
      NULL },
    { K_BAILLEUR,
      BAI_NOM,
      0,
      0,
      { "Bailleur de fonds", "Funder" },
      "Bailleur|Bailleurs de fonds|Source de financement" },
    { K_BAILLEUR,
      BAI_MONTANT,
      0,
      0,
      { "Montant du bailleur", "Amount from the funder" },
      "Montant|Montant accordé" },
};

const struct nest aet_plan_nest = { kinds,   KINDS,
                                    "plan",  "Regroupement|RLP|Id du plan|Plan id",
                                    refs,    sizeof refs / sizeof *refs,
                                    wide,    sizeof wide / sizeof *wide,
                                    K_CYCLE, CYC_DEBUT };
