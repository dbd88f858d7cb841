/* What is read beside what is written. */
#include "cli/crossing.h"

#include "base/os/os.h"

static bool is_dash(const char *path)
{
    return strcmp(path, "-") == 0;
}

/* A device or a pipe takes all that comes: only a file can be both. */
static bool is_one(const struct os_file *a, const struct os_file *b)
{
    return a->kind == OS_FILE && aet_os_same(a, b);
}

static bool find_input(const char *path, struct os_file *f)
{
    return is_dash(path) ? aet_os_look_at(OS_STDIN, f) : aet_os_look(path, f);
}

/* The option whose output would take the place of this input, or NULL. */
static const struct option *written_over(const struct session *s, const struct os_file *in)
{
    static const int beside[] = { OPT_REJETS, OPT_BILAN_DE_LECTURE };
    struct os_file out;

    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        const char *path = s->command.values[beside[i]];

        if (path && !is_dash(path) && aet_os_look(path, &out) && is_one(in, &out))
            return &aet_options[beside[i]];
    }
    return NULL;
}

static enum status check_input(const struct session *s, const char *path)
{
    const struct option *o = NULL;
    const char *name = is_dash(path) ? aet_phrase(PHRASE_STDIN, s->voice.lang) : path;
    struct os_file in, out;
    int rule;

    if (!find_input(path, &in))
        return STATUS_CLEAN; /* the reading says so */
    if (!aet_given(s, OPT_OUTPUT) && aet_os_look_at(OS_STDOUT, &out) && is_one(&in, &out))
        rule = OPTION_INTO_INPUT;
    else if ((o = written_over(s, &in)) != NULL)
        rule = OPTION_REJECTS_INPUT;
    else
        return STATUS_CLEAN;
    aet_voice_say(&s->voice, &aet_rules_opt[rule],
                  AET_WORDS(aet_word("fichier", name), aet_word("option", o ? o->name : NULL)));
    return STATUS_FAILED;
}

enum status aet_session_crossing(const struct session *s)
{
    if (!(s->command.verb->scopes & SCOPE_INPUT))
        return STATUS_CLEAN;
    if (!s->command.operands_n)
        return check_input(s, "-");
    for (size_t i = 0; i < s->command.operands_n; i++)
        if (check_input(s, s->command.operands[i]) != STATUS_CLEAN)
            return STATUS_FAILED;
    return STATUS_CLEAN;
}

static unsigned granted(const char *path)
{
    struct os_file f;

    return find_input(path, &f) && f.kind == OS_FILE ? f.mode : 0777;
}

unsigned aet_session_widest(const struct session *s)
{
    unsigned mode = 0777;

    if (!s->command.operands_n)
        mode &= granted("-");
    for (size_t i = 0; i < s->command.operands_n; i++)
        mode &= granted(s->command.operands[i]);
    return mode | 0600;
}
