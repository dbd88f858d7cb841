/* Reading the command line: the verb, options and their words, operands. */
#include "cli/regime.h"

#include <stdlib.h>

#include "base/fold.h"
#include "cli/habits.h"
#include "headings/choice.h"
#include "tables/match.h"
#include "tree/nest.h"

enum { FIELDS_MAX = 256 };

const struct option *aet_option(const struct tool *t, int id)
{
    if (id == OPT_TO && t->to)
        return t->to;
    return id < OPT_COMMON ? &aet_options[id] : &t->options[id - OPT_COMMON];
}

static int option_count(const struct tool *t)
{
    return OPT_COMMON + (int)t->options_n;
}

bool aet_verb_takes(const struct tool *t, const struct verb *v, const struct option *o)
{
    bool takes = false;

    if (v)
        return o->scopes & (v->scopes | SCOPE_ANY);
    for (size_t i = 0; i < t->verbs_n; i++)
        takes |= aet_verb_takes(t, &t->verbs[i], o);
    return takes;
}

const struct option *aet_option_next(const struct tool *t, int *id)
{
    while (*id < option_count(t)) {
        const struct option *o = aet_option(t, (*id)++);

        if (aet_verb_takes(t, NULL, o))
            return o;
    }
    return NULL;
}

static bool says_english(const char *s)
{
    return s && s[0] == 'e' && s[1] == 'n';
}

/* What is said of the command line itself depends on these options: they are looked for before it
 * is read. The value of the last one, or NULL. */
static const char *find_value(int argc, char **argv, const char *option)
{
    size_t n = strlen(option);
    const char *value = NULL;

    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strncmp(argv[i], option, n) != 0)
            continue;
        if (argv[i][n] == '=')
            value = argv[i] + n + 1;
        else if (!argv[i][n] && i + 1 < argc)
            value = argv[++i];
    }
    return value;
}

/* --lang, AET_LANG, or the locale. */
static enum lang find_lang(int argc, char **argv)
{
    static const char *const locale[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
    const char *said = find_value(argc, argv, "--lang"), *own = getenv("AET_LANG");

    if (said)
        return says_english(said) ? LANG_EN : LANG_FR;
    if (own && *own)
        return says_english(own) ? LANG_EN : LANG_FR;
    for (size_t i = 0; i < 3; i++) {
        const char *v = getenv(locale[i]);

        if (v && *v)
            return says_english(v) ? LANG_EN : LANG_FR;
    }
    return LANG_FR;
}

static bool find_json(int argc, char **argv)
{
    const char *said = find_value(argc, argv, "--diagnostics");

    return said && strcmp(said, "json") == 0;
}

static enum status unknown_option(const struct session *s, const char *word)
{
    const char *names[OPTIONS_MAX], *near;
    struct buf meant = { 0 };
    enum status st;
    int n = option_count(s->command.tool);

    for (int i = 0; i < n; i++)
        names[i] = aet_option(s->command.tool, i)->name;
    near = aet_nearest_name(word + strspn(word, "-"), names, (size_t)n);
    aet_buf_str(&meant, "--");
    aet_buf_str(&meant, near ? near : "");
    st = aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_UNKNOWN],
                         AET_WORDS(aet_word("valeur", word),
                                   aet_word("suggestion", near ? aet_buf_z(&meant) : NULL)));
    aet_buf_free(&meant);
    return st;
}

bool aet_option_choice(const struct option *o, struct span value)
{
    struct span list = aet_span_z(o->choices), part;

    while (aet_list_next(&list, &part))
        if (aet_span_eq(part, value))
            return true;
    return false;
}

bool aet_tool_has_field(const struct tool *t, struct span name)
{
    for (size_t k = 0; aet_tool_schema(t, k); k++)
        for (size_t i = 0; i < aet_tool_schema(t, k)->n; i++)
            if (aet_span_eq(aet_span_z(aet_tool_schema(t, k)->fields[i].name), name))
                return true;
    return false;
}

/* The field of any record kind whose name is almost this one, or NULL. */
static const char *nearest_field(const struct tool *t, struct span name)
{
    const char *names[FIELDS_MAX], *near;
    char *word = aet_span_dup(name);
    size_t n = 0;

    for (size_t k = 0; aet_tool_schema(t, k); k++)
        for (size_t i = 0; i < aet_tool_schema(t, k)->n && n < FIELDS_MAX; i++)
            names[n++] = aet_tool_schema(t, k)->fields[i].name;
    near = aet_nearest_name(word, names, n);
    aet_free(word);
    return near;
}

/* One --map. What it leads to is a field, or a new name that is not almost one. */
static enum status add_map(struct session *s, const char *value)
{
    const char *equals = strrchr(value, '=');
    struct span to = aet_span_z(equals ? equals + 1 : ""), label;

    if (!equals || equals == value || !equals[1])
        return aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_MAP_FORM],
                               AET_WORDS(aet_word("valeur", value)));
    (void)aet_choice_parts(to, &to, &label); /* "public [Parents]" leads to a field, too */
    if (!aet_tool_has_field(s->command.tool, to)) {
        const char *near = nearest_field(s->command.tool, to);

        if (near &&
            !s->command.tool->nest) /* a document has so many names that any word is near one */
            return aet_voice_usage(
                &s->voice, &aet_rules_opt[OPTION_MAP_FIELD],
                AET_WORDS(aet_word("valeur", equals + 1), aet_word("suggestion", near)));
    }
    s->reading.renames.p = aet_grow(s->reading.renames.p, &s->reading.renames.cap,
                                    s->reading.renames.n, sizeof *s->reading.renames.p);
    s->reading.renames.p[s->reading.renames.n++] =
        (struct rename){ aet_span(value, (size_t)(equals - value)), aet_span_z(equals + 1), false };
    return STATUS_CLEAN;
}

enum status aet_session_option(struct session *s, int id, const char *value)
{
    const struct option *o = aet_option(s->command.tool, id);

    if (o->choices && !aet_option_choice(o, aet_span_z(value)))
        return aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_CHOICE],
                               AET_WORDS(aet_word("option", o->name), aet_word("noms", o->choices),
                                         aet_word("valeur", value)));
    if (id == OPT_MAP)
        return add_map(s, value);
    s->command.values[id] = value;
    return STATUS_CLEAN;
}

/* One name may be two options, each of its verbs. */
static int find_long(const struct tool *t, const struct verb *v, struct span name)
{
    int found = -1;

    if (aet_span_eq(name, AET_LIT("aide")))
        return OPT_HELP;
    for (int i = 0; i < option_count(t); i++) {
        if (!aet_span_eq(name, aet_span_z(aet_option(t, i)->name)))
            continue;
        if (!v || aet_verb_takes(t, v, aet_option(t, i)))
            return i;
        found = i;
    }
    return found;
}

static int find_letter(const struct tool *t, char letter)
{
    for (int i = 0; i < option_count(t); i++)
        if (aet_option(t, i)->letter == letter && letter)
            return i;
    return -1;
}

static enum status about(const struct session *s, int rule, const char *word)
{
    return aet_voice_usage(&s->voice, &aet_rules_opt[rule], AET_WORDS(aet_word("valeur", word)));
}

/* One argument that begins with a hyphen; may take the next one as its value. */
static enum status read_option(struct session *s, int argc, char **argv, int *i)
{
    const char *word = argv[*i];
    const char *value = NULL;
    int id;

    if (strcmp(word, "-help") == 0 || strcmp(word, "-aide") == 0 || strcmp(word, "-?") == 0)
        return aet_session_option(s, OPT_HELP, "");
    if (word[1] == '-') {
        const char *equals = strchr(word, '=');

        id = find_long(s->command.tool, s->command.verb,
                       aet_span(word + 2, equals ? (size_t)(equals - word) - 2 : strlen(word) - 2));
        value = equals ? equals + 1 : NULL;
    } else {
        id = find_letter(s->command.tool, word[1]);
        value = word[2] ? word + 2 : NULL;
    }
    if (id < 0)
        return unknown_option(s, word);
    if (!aet_takes(aet_option(s->command.tool, id)->argument))
        return value ? about(s, OPTION_FLAG, word) : aet_session_option(s, id, "");
    if (!value && ++*i < argc)
        value = argv[*i];
    if (!value)
        return about(s, OPTION_NEEDS, word);
    return aet_session_option(s, id, value);
}

static enum status take_operand(struct session *s, const char *word)
{
    if (!s->command.verb)
        return aet_session_verb(s, word);
    s->command.operands = aet_grow(s->command.operands, &s->command.operands_cap,
                                   s->command.operands_n, sizeof *s->command.operands);
    s->command.operands[s->command.operands_n++] = word;
    return STATUS_CLEAN;
}

/* An option that the verb would pass over in silence is refused. */
static enum status check_scopes(const struct session *s)
{
    for (int i = 0; i < option_count(s->command.tool); i++) {
        bool given = i == OPT_MAP ? s->reading.renames.n > 0 : aet_given(s, i);

        if (given &&
            !aet_verb_takes(s->command.tool, s->command.verb, aet_option(s->command.tool, i)))
            return aet_voice_usage(
                &s->voice, &aet_rules_opt[OPTION_USELESS],
                AET_WORDS(aet_word("option", aet_option(s->command.tool, i)->name),
                          aet_word("verbe", s->command.verb->name)));
    }
    return STATUS_CLEAN;
}

/* Whether the command line asks for CSV by its name. */
static bool writes_csv(const struct session *s)
{
    struct writing asked = { .path = s->command.values[OPT_OUTPUT],
                             .to = s->command.values[OPT_TO] };
    const char *format = aet_writing_format(&asked);

    return format && strcmp(format, "csv") == 0;
}

/* What files of habits say for the command line. A heading renamed there is in some sheets and not
 * in others: it is no fault that this one has it not. */
static enum status take_habits(struct session *s)
{
    if (aet_habits_read(s) != STATUS_CLEAN)
        return STATUS_FAILED;
    for (size_t i = 0; i < s->habits.n; i++) {
        const struct habit *h = &s->habits.p[i];

        if (aet_session_option(s, h->option, h->value) != STATUS_CLEAN)
            return STATUS_FAILED;
        if (h->option == OPT_MAP)
            s->reading.renames.p[s->reading.renames.n - 1].used = true;
        if (h->option == OPT_LANG)
            s->voice.lang = says_english(h->value) ? LANG_EN : LANG_FR;
    }
    if (!writes_csv(s)) /* as a habit it says how CSV is written, not that it is */
        (void)aet_habit_drop(s, OPT_EXCEL);
    if (!aet_given(s, OPT_PSEUDONYMES)) /* nothing is replaced */
        (void)aet_habit_drop(s, OPT_IDENTITES);
    return STATUS_CLEAN;
}

enum status aet_session_parse(struct session *s, int argc, char **argv)
{
    bool only_operands = false;

    s->voice.lang = find_lang(argc, argv);
    s->voice.json = find_json(argc, argv);
    aet_door_memory(&s->voice);
    for (int i = 1; i < argc; i++) {
        enum status st;

        if (!only_operands && strcmp(argv[i], "--") == 0) {
            only_operands = true;
            continue;
        }
        if (!only_operands && argv[i][0] == '-' && argv[i][1])
            st = read_option(s, argc, argv, &i);
        else
            st = take_operand(s, argv[i]);
        if (st != STATUS_CLEAN)
            return st;
    }
    if (aet_given(s, OPT_HELP))
        return STATUS_CLEAN;
    if (take_habits(s) != STATUS_CLEAN)
        return STATUS_FAILED;
    if (aet_given(s, OPT_VERSION))
        return STATUS_CLEAN;
    if (!s->command.verb)
        return aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_VERB_MISSING], NULL);
    if (s->command.values[OPT_TO] && aet_given(s, OPT_EXCEL) &&
        strcmp(s->command.values[OPT_TO], "csv") != 0)
        return about(s, OPTION_EXCEL_TO, s->command.values[OPT_TO]);
    if (check_scopes(s) != STATUS_CLEAN || aet_regime_options(s) != STATUS_CLEAN ||
        aet_regime_adopt(s) != STATUS_CLEAN)
        return STATUS_FAILED;
    if (aet_session_interpret(s) != STATUS_CLEAN) {
        aet_habits_say(s); /* the fault may be of a value that is not on the command line */
        return STATUS_FAILED;
    }
    return STATUS_CLEAN;
}
