/* The four schemas. The variants are headings that agents, coders and form exports write. */
#include "repa/records.h"

#include "repa/rules.h"

static const struct field journal_fields[JOU_COUNT] = {
    [JOU_DATE] = { "date", { "Date", "Date" },
                   "Jour|Le|Date de l’intervention|Date d’intervention|Date de la rencontre|Day",
                   TYPE_DATE, NULL, NULL, false },
    [JOU_AGENT] = { "agent", { "Agent", "Agent" },
                    "Agente|Agent d’accompagnement|Agente d’accompagnement|Agent(e)|Accompagnateur|"
                    "Accompagnatrice|Conseiller|Conseillère|Qui",
                    TYPE_TEXT, NULL, NULL, false },
    [JOU_MILIEU] = { "milieu", { "Milieu", "Community" },
                     "Milieux|Regroupement|RLP|Communauté|Territoire|Milieu accompagné|Groupe|"
                     "Instance|Partenariat|Regroupement local de partenaires",
                     TYPE_TEXT, NULL, NULL, false },
    [JOU_PALIER] = { "palier", { "Palier", "Level" }, "Paliers|Niveau|Échelle", TYPE_TERM,
                     "paliers", &aet_rules_rep[REP_PALIER], false },
    [JOU_FONCTION] = { "fonction", { "Fonction", "Function" },
                       "Fonctions|Fonction d’accompagnement|Type de soutien|Type d’intervention|"
                       "Type d’accompagnement|Intervention",
                       TYPE_TERM, "fonctions", &aet_rules_rep[REP_FONCTION], false },
    [JOU_STRATEGIES] = { "strategies", { "Stratégies", "Strategies" },
                         "Stratégie|Stratégie d’intervention|Stratégies d’intervention|Strategy",
                         TYPE_TERMS, "strategies", &aet_rules_rep[REP_STRATEGIE], false },
    [JOU_ELEMENTS] = { "elements", { "Savoirs mobilisés", "Knowledge called on" },
                       "Éléments clés|Éléments|Savoirs|Savoirs, savoir-faire et savoir-être|"
                       "Compétences|Elements",
                       TYPE_TERMS, "elements", &aet_rules_rep[REP_ELEMENT], false },
    [JOU_POSTURE] = { "posture", { "Posture", "Posture" }, "Posture de l’agent|Postures", TYPE_TERM,
                      "postures", &aet_rules_rep[REP_POSTURE], false },
    [JOU_DUREE] = { "duree", { "Durée", "Duration" },
                    "Durée (h)|Durée (heures)|Heures|Nombre d’heures|Nb heures|Temps|Temps (h)|"
                    "Hours",
                    TYPE_DURATION, NULL, NULL, false },
    [JOU_ETAPE] = { "etape", { "Étape du cycle", "Step of the cycle" },
                    "Étape|Étapes|Étape du cycle de planification|Step", TYPE_TERM, "etapes",
                    &aet_rules_rep[REP_ETAPE], false },
    [JOU_PHASE] = { "phase", { "Phase", "Phase" }, "Phase du mandat|Phases", TYPE_TERM, "phases",
                    &aet_rules_rep[REP_PHASE], false },
    [JOU_CONTEXTE] = { "contexte", { "Contexte", "Context" }, "Contextes|Context", TYPE_TERMS,
                       "contextes", &aet_rules_rep[REP_CONTEXTE], false },
    [JOU_NOTES] = { "notes", { "Notes", "Notes" },
                    "Note|Remarque|Remarques|Commentaire|Commentaires|Description|Comments",
                    TYPE_TEXT, NULL, NULL, false },
    [JOU_SUGGESTION_STRATEGIES] = { "suggestion_strategies",
                                    { "Stratégies suggérées", "Strategies suggested" }, NULL,
                                    TYPE_LIST, NULL, NULL, true },
    [JOU_SUGGESTION_SAVOIRS] = { "suggestion_savoirs",
                                 { "Savoirs suggérés", "Knowledge suggested" }, NULL, TYPE_LIST,
                                 NULL, NULL, true },
    [JOU_SUGGESTION_SAVOIR_FAIRE] = { "suggestion_savoir_faire",
                                      { "Savoir-faire suggérés", "Skills suggested" }, NULL,
                                      TYPE_LIST, NULL, NULL, true },
    [JOU_SUGGESTION_SAVOIR_ETRE] = { "suggestion_savoir_etre",
                                     { "Savoir-être suggérés", "Attitudes suggested" }, NULL,
                                     TYPE_LIST, NULL, NULL, true },
};

/* Taguette's export of highlights is read as it is: id, document, tag, content. */
static const struct field segments_fields[SEG_COUNT] = {
    [SEG_RECIT] = { "recit", { "Récit", "Narrative" },
                    "Récits|Document|Source|Entretien|Entrevue|Transcription|Interview", TYPE_TEXT,
                    NULL, NULL, false },
    [SEG_SEGMENT] = { "segment", { "Segment", "Segment" },
                      "Segments|Id|No|Numéro|Nº|Unité|Passage|Citation", TYPE_TEXT, NULL, NULL,
                      false },
    [SEG_CODEUR] = { "codeur", { "Codeur", "Coder" },
                     "Codeuse|Codé par|Codée par|Codeur(se)|Analyste|Utilisateur|Coded by|User",
                     TYPE_TEXT, NULL, NULL, false },
    [SEG_CODE] = { "code", { "Code", "Code" }, "Tag|Étiquette|Nœud|Catégorie|Thème|Node",
                   TYPE_TERM, "codes", &aet_rules_rep[REP_CODE], false },
    [SEG_TEXTE] = { "texte", { "Texte", "Text" }, "Extrait|Contenu|Verbatim|Content|Excerpt",
                    TYPE_TEXT, NULL, NULL, false },
    [SEG_DEBUT] = { "debut", { "Début", "Start" },
                    "Position de début|Start position|StartPosition", TYPE_TEXT, NULL, NULL,
                    false },
    [SEG_FIN] = { "fin", { "Fin", "End" }, "Position de fin|End position|EndPosition", TYPE_TEXT,
                  NULL, NULL, false },
};

static const struct field recits_fields[REC_COUNT] = {
    [REC_RECIT] = { "recit", { "Récit", "Narrative" }, "Récits|Cas|Document|Titre du récit",
                    TYPE_TEXT, NULL, NULL, false },
    [REC_VALIDATION] = { "validation", { "Étape de validation", "Validation step" },
                         "Validations|Type de validation|Séance de validation|Séance", TYPE_TERM,
                         "validations", &aet_rules_rep[REP_VALIDATION], false },
    [REC_DATE] = { "date", { "Date", "Date" }, "Date de la séance|Date de validation|Le", TYPE_DATE,
                   NULL, NULL, false },
    [REC_PARTICIPANTS] = { "participants", { "Participants", "Participants" },
                           "Participantes|Personnes présentes|Présences|Avec qui|Répondant|"
                           "Répondants",
                           TYPE_LIST, NULL, NULL, false },
    [REC_NOTES] = { "notes", { "Notes", "Notes" },
                    "Note|Remarques|Commentaires|Modifications|Changements", TYPE_TEXT, NULL, NULL,
                    false },
};

static const struct field conditions_fields[CON_COUNT] = {
    [CON_ORGANISATION] = { "organisation", { "Organisation", "Organisation" },
                           "Organisme|Nom de l’organisation|Organization", TYPE_TEXT, NULL, NULL,
                           false },
    [CON_PRATIQUE] = { "pratique", { "Pratique", "Practice" }, "Pratiques|Id|Practice", TYPE_TERM,
                       "conditions", &aet_rules_rep[REP_PRATIQUE], false },
    [CON_LIBELLE] = { "libelle", { "Énoncé", "Statement" }, "Libellé|Pratique favorable|Label",
                      TYPE_TEXT, NULL, NULL, false },
    [CON_REPONSE] = { "reponse", { "Réponse", "Answer" }, "Réponses|État|Constat|Answer",
                      TYPE_TERM, "reponses", &aet_rules_rep[REP_REPONSE], false },
    [CON_COMMENTAIRE] = { "commentaire", { "Commentaire", "Comment" },
                          "Commentaires|Notes|Note|Remarques", TYPE_TEXT, NULL, NULL, false },
};

const struct schema aet_journal = { "repa", "journal",
                                    { "Inscription au journal d’accompagnement",
                                      "Entry of an accompaniment journal" },
                                    journal_fields, JOU_COUNT };
const struct schema aet_segments = { "repa", "segments",
                                     { "Segment codé d’un récit", "Coded segment of a narrative" },
                                     segments_fields, SEG_COUNT };
const struct schema aet_recits = { "repa", "recits",
                                   { "Étape de la validation d’un récit",
                                     "Step of the validation of a narrative" },
                                   recits_fields, REC_COUNT };
const struct schema aet_conditions = { "repa", "autoevaluation",
                                       { "Réponse à l’autoévaluation des conditions",
                                         "Answer to the self-assessment of conditions" },
                                       conditions_fields, CON_COUNT };

const struct schema *const aet_repa_kinds[] = { &aet_journal, &aet_segments, &aet_recits, NULL };
const struct schema *const aet_repa_schemas[] = { &aet_journal, &aet_segments, &aet_recits,
                                                  &aet_conditions, NULL };
