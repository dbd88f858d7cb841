#include "cli/crossing.h"

#include <sys/stat.h>
#include <unistd.h>

static bool is_dash(const char *path)
{
    return strcmp(path, "-") == 0;
}

/* A device or a pipe takes all that comes: only a file can be both. */
static bool is_one(const struct stat *a, const struct stat *b)
{
    return S_ISREG(a->st_mode) && a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static bool find_input(const char *path, struct stat *st)
{
    return (is_dash(path) ? fstat(STDIN_FILENO, st) : stat(path, st)) == 0;
}

/* The option whose output would take the place of this input, or NULL. */
static const struct option *written_over(const struct session *s, const struct stat *in)
{
    static const int beside[] = { OPT_REJETS, OPT_BILAN_DE_LECTURE };
    struct stat out;

    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        const char *path = s->command.values[beside[i]];

        if (path && !is_dash(path) && stat(path, &out) == 0 && is_one(in, &out))
            return &aet_options[beside[i]];
    }
    return NULL;
}

static enum status check_input(const struct session *s, const char *path)
{
    const struct option *o = NULL;
    const char *name = is_dash(path) ? aet_phrase(PHRASE_STDIN, s->voice.lang) : path;
    struct stat in, out;
    int rule;

    if (!find_input(path, &in))
        return STATUS_CLEAN; /* the reading says so */
    if (!aet_given(s, OPT_OUTPUT) && fstat(STDOUT_FILENO, &out) == 0 && is_one(&in, &out))
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

static mode_t granted(const char *path)
{
    struct stat st;

    return find_input(path, &st) && S_ISREG(st.st_mode) ? st.st_mode & 0777 : 0777;
}

mode_t aet_session_widest(const struct session *s)
{
    mode_t mode = 0777;

    if (!s->command.operands_n)
        mode &= granted("-");
    for (size_t i = 0; i < s->command.operands_n; i++)
        mode &= granted(s->command.operands[i]);
    return mode | 0600;
}
