/* The first word of the command line: a verb, or what is said to whoever gave another word. */
#include "cli/session.h"

#include "base/fold.h"
#include "base/os/os.h"
#include "base/similar.h"
#include "tables/table.h"

enum { VERBS_MAX = 32, MEANT_MAX = 4 };

/* The verbs of each tool, for whoever gives one to another: a case holds them to bin/. */
static const char *const of_tools[][2] = {
    { "aet-publics", "valider|suggerer|bilan|retombees|singularite|gabarit" },
    { "aet-plan",
      "valider|vue|suivi|rapport|comparer|revision|calendrier|rencontre|extraire|diagnostic|"
      "gabarit" },
    { "aet-perennite", "echantillon|valider|suggerer|bilan|constats|accord|singularite|gabarit" },
    { "aet-repa",
      "valider|suggerer|fiche|bilan|extraits|accord|conditions|singularite|gabarit|codebook|"
      "segments|memos|indices" },
};

/* What people say instead, and the verbs that are meant by it: the first ones that a tool has. */
static const char *const heard[][2] = {
    { "reddition|bailleur|bailleurs|accounting|funder|funders", "rapport" },
    { "bilan|rapport|resume|synthese|analyse|analyser|sommaire|statistiques|report|summary|"
      "summarise|summarize|stats",
      "bilan|vue|suivi" },
    { "vue|apercu|ensemble|overview", "vue|bilan" },
    { "suivi|suivre|retards|alertes|followup|followingup|late", "suivi|bilan" },
    { "verifier|verification|validation|controler|convertir|conversion|validate|check|convert",
      "valider" },
    { "ordre|odj|reunion|compterendu|procesverbal|minutes|meeting", "rencontre|calendrier" },
    { "comparaison|compare|diff|difference|changements|versions", "comparer" },
    { "reviser|brouillon|reconduire|reconduction|nouveauplan|revise|draft|renew", "revision" },
    { "suggestions|completer|proposer|suggest|complete", "suggerer" },
    { "modele|formulaire|form|template", "gabarit" },
    { "chercher|recherche|termes|search|lookup", "table" },
    { "regle|expliquer|codes|rules|explain", "regles" },
    { "anonymat|anonymite|kanonymat|uniques|identification|anonymity", "singularite" },
    { "kappa|fidelite|agreement", "accord" },
    { "tirage|tirer|sample|draw", "echantillon" },
    { "agenda|rencontres|calendar", "calendrier" },
    { "couper|diviser|scinder|split|cut", "decouper" },
    { "extract|exporter|export", "extraire|extraits" },
    { "passages|citations|verbatim|quotes|excerpts", "extraits" },
    { "memo|annotations|notes", "memos" },
    { "motscles|autocoder|autocodage|precoder|precodage|keywords|autocode|hints", "indices" },
};

static bool has_verb(const struct tool *t, struct span name)
{
    for (size_t i = 0; i < t->verbs_n; i++)
        if (aet_span_eq(name, aet_span_z(t->verbs[i].name)))
            return true;
    return false;
}

static bool in_list(const char *names, struct span name)
{
    struct span list = aet_span_z(names), part;

    while (aet_list_next(&list, &part))
        if (aet_span_eq(part, name))
            return true;
    return false;
}

/* The verbs of this tool that the word stands for, as words {suggestion}; how many. */
static size_t meant(const struct session *s, const char *word, struct word *to)
{
    const struct tool *t = s->command.tool;
    const char *names[VERBS_MAX], *near;
    struct buf key = { 0 };
    size_t n = 0;

    aet_fold_name(aet_span_z(word), &key);
    for (size_t i = 0; i < sizeof heard / sizeof *heard; i++) {
        struct span list = aet_span_z(heard[i][1]), verb;

        if (!in_list(heard[i][0], aet_buf_view(&key)))
            continue;
        while (n < MEANT_MAX && aet_list_next(&list, &verb))
            if (has_verb(t, verb))
                to[n++] = aet_word_span("suggestion", verb);
    }
    aet_buf_free(&key);
    if (n)
        return n;
    for (size_t i = 0; i < t->verbs_n && i < VERBS_MAX; i++)
        names[n++] = t->verbs[i].name;
    near = aet_nearest_name(word, names, n);
    to[0] = aet_word("suggestion", near);
    return near ? 1 : 0;
}

/* The tools whose verb it is: "aet-perennite, aet-repa". */
static void owners(const char *word, struct buf *names)
{
    for (size_t i = 0; i < sizeof of_tools / sizeof *of_tools; i++)
        if (in_list(of_tools[i][1], aet_span_z(word))) {
            aet_buf_str(names, names->n ? ", " : "");
            aet_buf_str(names, of_tools[i][0]);
        }
}

static enum status no_verb(const struct session *s, const char *word)
{
    struct word words[MEANT_MAX + 4] = { aet_word("valeur", word),
                                         aet_word("outil", s->command.tool->name) };
    struct buf names = { 0 };
    int rule = OPTION_VERB;
    enum status st;

    owners(word, &names);
    if (names.n) {
        words[2] = aet_word_span("noms", aet_buf_view(&names));
        rule = OPTION_VERB_ELSEWHERE;
        meant(s, word, words + 3);
    } else if (!meant(s, word, words + 2) && aet_os_may_read(word)) {
        rule = OPTION_VERB_FILE;
    }
    st = aet_voice_usage(&s->voice, &aet_rules_opt[rule], words);
    aet_buf_free(&names);
    return st;
}

/* A word in place of a verb that is a question: then it is an option. */
static bool asks(struct session *s, const char *word)
{
    static const struct {
        const char *word;
        int option;
    } questions[] = { { "help", OPT_HELP }, { "aide", OPT_HELP }, { "version", OPT_VERSION } };
    struct buf key = { 0 };
    int option = strcmp(word, "?") == 0 || strcmp(word, "/?") == 0 ? OPT_HELP : -1;

    aet_fold_name(aet_span_z(word), &key);
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
        if (aet_span_eq(aet_buf_view(&key), aet_span_z(questions[i].word)))
            option = questions[i].option;
    aet_buf_free(&key);
    if (option >= 0)
        s->command.values[option] = "";
    return option >= 0;
}

enum status aet_session_verb(struct session *s, const char *word)
{
    const struct tool *t = s->command.tool;

    if (asks(s, word))
        return STATUS_CLEAN;
    for (size_t i = 0; i < t->verbs_n; i++)
        if (strcmp(t->verbs[i].name, word) == 0) {
            s->command.verb = &t->verbs[i];
            s->voice.verb = word;
            return STATUS_CLEAN;
        }
    return no_verb(s, word);
}
