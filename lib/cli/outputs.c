/* The outputs that the options name, before anything is read or written. */
#include "cli/crossing.h"

#include <ctype.h>

#include "base/os/os.h"
#include "format/formats.h"
#include "io/out_path.h"

enum { SECTIONS_MAX = 64 };

/* A file that an option names, or standard output. */
struct named {
    const char *option; /* NULL: standard output */
    const char *path;
};

static bool is_dash(const char *path)
{
    return strcmp(path, "-") == 0;
}

static void show_name(const struct session *s, const struct named *f, struct buf *to)
{
    if (!f->option) {
        aet_buf_str(to, aet_phrase(PHRASE_THE_STDOUT, s->voice.lang));
        return;
    }
    aet_buf_str(to, strcmp(f->option, "output") == 0 ? "-o" : "--");
    if (strcmp(f->option, "output") != 0)
        aet_buf_str(to, f->option);
}

static enum status one_file(const struct session *s, const struct named *a, const struct named *b)
{
    struct buf names = { 0 };

    show_name(s, a, &names);
    aet_buf_str(&names, aet_phrase(PHRASE_AND, s->voice.lang));
    show_name(s, b, &names);
    aet_voice_say(&s->voice, &aet_rules_opt[OPTION_SAME_FILE],
                  AET_WORDS(aet_word("options", aet_buf_z(&names)), aet_word("fichier", b->path)));
    aet_buf_free(&names);
    return STATUS_FAILED;
}

/* Whether what goes to standard output would land in the file that an option names. */
static bool same_as_stdout(const char *path)
{
    struct os_file out, other;

    return is_dash(path) || (aet_os_look_at(OS_STDOUT, &out) && out.kind == OS_FILE &&
                             aet_os_look(path, &other) && aet_os_same(&out, &other));
}

static bool same(const struct named *a, const struct named *b)
{
    if (!a->option || is_dash(a->path))
        return same_as_stdout(b->path);
    return is_dash(b->path) ? same_as_stdout(a->path) : aet_out_same(a->path, b->path);
}

/* What an option reads (a calendar, the record of a draw, a key) is as lost as what another writes
 * when an output takes its name; the input may be written over, since nothing is renamed before all
 * is read. */
static enum status check_files(const struct session *s)
{
    struct named files[OPTIONS_MAX + 1] = { { NULL, "" } };
    size_t n = aet_given(s, OPT_OUTPUT) ? 0 : 1; /* it is there in any case */

    for (int i = 0; i < OPT_COMMON + (int)s->command.tool->options_n; i++) {
        const struct option *o = aet_option(s->command.tool, i);

        if (!aet_given(s, i) || !aet_option_names_file(o))
            continue;
        files[n] = (struct named){ o->name, s->command.values[i] };
        for (size_t k = 0; k < n; k++)
            if (same(&files[k], &files[n]))
                return one_file(s, &files[k], &files[n]);
        n++;
    }
    return STATUS_CLEAN;
}

/* The format that a suffix promises and that nobody here writes, or NULL. */
static const char *foreign_suffix(const char *path)
{
    static const char *const known[] = { "xls", "ods", "pdf", "doc", "odt" };
    const char *dot = path ? strrchr(path, '.') : NULL;

    for (size_t i = 0; dot && i < sizeof known / sizeof *known; i++) {
        size_t k = 0;

        while (known[i][k] && tolower((unsigned char)dot[k + 1]) == known[i][k])
            k++;
        if (!known[i][k] && !dot[k + 1])
            return known[i];
    }
    return NULL;
}

static enum status foreign(const struct session *s, const char *path, const char *suffix,
                           const char *choices)
{
    struct buf formats = { 0 };
    enum status st;
    bool sheet;

    for (; *choices; choices++) {
        if (*choices == '|')
            aet_buf_str(&formats, ", ");
        else
            aet_buf_char(&formats, *choices);
    }
    sheet = strcmp(suffix, "xls") == 0 || strcmp(suffix, "ods") == 0;
    st = aet_voice_usage(
        &s->voice, &aet_rules_opt[sheet ? OPTION_SUFFIX_SHEET : OPTION_SUFFIX],
        AET_WORDS(aet_word("fichier", path), aet_word("noms", aet_buf_z(&formats))));
    aet_buf_free(&formats);
    return st;
}

static enum status check_suffixes(const struct session *s)
{
    static const char records[] = "csv|json|ndjson|xlsx";
    const char *all = aet_option(s->command.tool, OPT_TO)->choices;
    const char *rejects = s->command.values[OPT_REJETS], *path = s->writing.path, *suffix;

    if ((suffix = foreign_suffix(rejects)) != NULL)
        return foreign(s, rejects, suffix, records);
    if ((suffix = foreign_suffix(path)) != NULL)
        return foreign(s, path, suffix, s->command.verb->scopes & SCOPE_REPORT ? all : records);
    return STATUS_CLEAN;
}

enum status aet_session_no_section(const struct session *s, const char *const *names, size_t n)
{
    return aet_voice_unknown(&s->voice, &aet_rules_opt[OPTION_SECTION], s->writing.section, names,
                             n);
}

/* A verb that declares its sections may still leave some out: the report judges again. */
static enum status check_section(const struct session *s)
{
    const struct section_kind *const *kinds = s->command.verb->sections;
    const char *names[SECTIONS_MAX];
    size_t n = 0;

    if (!kinds || !aet_given(s, OPT_SECTION))
        return STATUS_CLEAN;
    for (; kinds[n] && n < SECTIONS_MAX; n++) {
        names[n] = kinds[n]->key;
        if (strcmp(names[n], s->writing.section) == 0)
            return STATUS_CLEAN;
    }
    return aet_session_no_section(s, names, n);
}

/* A report goes into a folder by a final slash only: that is known before anything is read. */
static enum status check_folder(const struct session *s)
{
    unsigned reads_and_reports = SCOPE_INPUT | SCOPE_REPORT;
    struct buf name = { 0 };

    if ((s->command.verb->scopes & reads_and_reports) != reads_and_reports ||
        (s->command.verb->scopes & SCOPE_RECORDS && !aet_given(s, OPT_SOMMAIRE)) ||
        !aet_writing_folder(&s->writing) || aet_writing_into_folder(&s->writing))
        return STATUS_CLEAN;
    aet_buf_str(&name, s->writing.path);
    aet_buf_char(&name, '/');
    aet_voice_say(
        &s->voice, &aet_rules_opt[OPTION_FOLDER_REPORT],
        AET_WORDS(aet_word("fichier", s->writing.path), aet_word("exemple", aet_buf_z(&name))));
    aet_buf_free(&name);
    return STATUS_FAILED;
}

/* What an office program alone opens: a workbook, a text document. */
static bool is_office(const char *format)
{
    const struct format *f = aet_format_named(format);

    return (f && f->typed) || (format && strcmp(format, "docx") == 0);
}

/* Such a file under the name of a text, a text under that of one of these, or one of these under
 * the name of another, opens in nothing. */
static enum status check_office(const struct session *s)
{
    const struct writing by_name = { .path = s->writing.path };
    const char *named = aet_writing_format(&by_name), *written = aet_writing_format(&s->writing);

    if (!named || !written || strcmp(named, written) == 0 ||
        (!is_office(named) && !is_office(written)))
        return STATUS_CLEAN;
    return aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_OFFICE_SUFFIX],
                           AET_WORDS(aet_word("fichier", s->writing.path), aet_word("autre", named),
                                     aet_word("valeur", written)));
}

/* What no terminal can show. */
static enum status check_terminal(const struct session *s)
{
    const char *format = aet_writing_format(&s->writing);

    if (!is_office(format) || (s->writing.path && !is_dash(s->writing.path)) ||
        !aet_os_terminal(OS_STDOUT))
        return STATUS_CLEAN;
    return aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_OFFICE_TERMINAL],
                           AET_WORDS(aet_word("valeur", format)));
}

enum status aet_session_outputs(const struct session *s)
{
    if (check_suffixes(s) != STATUS_CLEAN || check_office(s) != STATUS_CLEAN ||
        check_terminal(s) != STATUS_CLEAN || check_folder(s) != STATUS_CLEAN ||
        check_section(s) != STATUS_CLEAN)
        return STATUS_FAILED;
    return check_files(s) == STATUS_CLEAN ? aet_session_crossing(s) : STATUS_FAILED;
}
