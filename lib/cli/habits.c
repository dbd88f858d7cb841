/* Where files of habits stand, and which of them is heard. */
#include "cli/habits.h"

#include <errno.h>
#include <stdlib.h>

#include "base/os/os.h"
#include "base/path.h"
#include "cli/conf.h"
#include "io/file.h"

#define CONF_NAME "aet.conf"

/* Options that the environment says, too. */
static const struct {
    int option;
    const char *variable;
} by_environment[] = { { OPT_LANG, "AET_LANG" },
                       { OPT_TABLES, "AET_TABLES" },
                       { OPT_ENCODING, "AET_ENCODING" } };

static enum status no_habits(const struct session *s, const char *path)
{
    aet_voice_say(&s->voice, &aet_rules_opt[CONF_LONG], AET_WORDS(aet_word("fichier", path)));
    return STATUS_FAILED;
}

/* A file that is there and cannot be read; in a folder that is closed to us there is none. */
static enum status unreadable(const struct session *s, const char *path, int error)
{
    struct os_file file;

    return aet_os_look(path, &file) ? aet_voice_system(&s->voice, path, error) : STATUS_CLEAN;
}

/* One file; that there is none is no fault. */
static enum status read_file(struct session *s, struct span folder, bool *before)
{
    bool here[OPTIONS_MAX] = { false };
    struct buf path = { 0 }, text = { 0 };
    struct os_file file;
    struct conf c = { .s = s, .ours = true, .before = before, .here = here };
    enum status st = STATUS_CLEAN;

    aet_buf_span(&path, folder);
    aet_buf_str(&path, CONF_NAME);
    c.path = aet_arena_copy(&s->arena, aet_buf_view(&path)).p;
    c.folder = aet_arena_copy(&s->arena, folder);
    if (aet_os_look(c.path, &file) && file.kind == OS_OTHER) /* a pipe would be waited for */
        st = no_habits(s, c.path);
    else if (aet_file_read(c.path, &text))
        st = aet_conf_read(&c, aet_buf_view(&text));
    else
        st = unreadable(s, c.path, errno);
    for (size_t i = 0; i < OPTIONS_MAX; i++)
        before[i] |= here[i] && i != OPT_MAP; /* renames of all files add up */
    aet_buf_free(&path);
    aet_buf_free(&text);
    return st;
}

/* The folder of the first file that is read; where we are, for standard input. */
static struct span beside_data(const struct session *s)
{
    const char *file = s->command.operands_n ? s->command.operands[0] : "";

    return aet_span(file, (size_t)(aet_path_name(file).p - file));
}

/* As the XDG Base Directory Specification says, or Windows. */
static void own_folder(struct buf *path)
{
    static const struct {
        const char *variable, *below;
    } places[] = { { "XDG_CONFIG_HOME", "/aet/" },
                   { "HOME", "/.config/aet/" },
                   { "APPDATA", "/aet/" } };

    for (size_t i = 0; !path->n && i < sizeof places / sizeof *places; i++) {
        const char *base = getenv(places[i].variable);

        if (!base || !*base)
            continue;
        aet_buf_str(path, base);
        aet_buf_str(path, places[i].below);
    }
}

static void said_before(const struct session *s, bool *before)
{
    for (size_t i = 0; i < OPTIONS_MAX; i++)
        before[i] = i != OPT_MAP && s->command.values[i];
    for (size_t i = 0; i < sizeof by_environment / sizeof *by_environment; i++) {
        const char *value = getenv(by_environment[i].variable);

        before[by_environment[i].option] |= value && *value;
    }
}

enum status aet_habits_read(struct session *s)
{
    bool before[OPTIONS_MAX];
    struct buf own = { 0 };
    enum status st;

    if (aet_given(s, OPT_SANS_CONF))
        return STATUS_CLEAN;
    said_before(s, before);
    own_folder(&own);
    st = read_file(s, beside_data(s), before);
    if (st == STATUS_CLEAN && own.n)
        st = read_file(s, aet_buf_view(&own), before);
    aet_buf_free(&own);
    return st;
}

/* Where the option stands among the habits, or how many there are. */
static size_t place_of(const struct habits *h, int option)
{
    size_t i = 0;

    while (i < h->n && h->p[i].option != option)
        i++;
    return i;
}

bool aet_habit_gave(const struct session *s, int option)
{
    return place_of(&s->habits, option) < s->habits.n;
}

bool aet_habit_drop(struct session *s, int option)
{
    struct habits *h = &s->habits;
    size_t i = place_of(h, option);

    if (i == h->n)
        return false;
    memmove(&h->p[i], &h->p[i + 1], (--h->n - i) * sizeof *h->p);
    s->command.values[option] = NULL;
    return true;
}

static void tell(const struct session *s, const char *file, struct buf *out)
{
    const struct habits *h = &s->habits;

    aet_buf_clear(out);
    for (size_t i = 0; i < h->n; i++) {
        if (h->p[i].file != file)
            continue;
        aet_buf_str(out, out->n ? " --" : "--");
        aet_buf_str(out, aet_option(s->command.tool, h->p[i].option)->name);
        aet_buf_str(out, *h->p[i].value ? " " : "");
        aet_buf_str(out, h->p[i].value);
    }
}

/* The next file that gave something, and what; false: there are no more. */
static bool next_file(const struct session *s, size_t *at, const char **file, struct buf *told)
{
    const struct habits *h = &s->habits;

    if (*at == h->n)
        return false;
    *file = h->p[*at].file;
    tell(s, *file, told);
    while (*at < h->n && h->p[*at].file == *file)
        (*at)++;
    return true;
}

void aet_habits_say(const struct session *s)
{
    struct buf told = { 0 };
    const char *file;
    size_t at = 0;

    while (next_file(s, &at, &file, &told))
        aet_voice_note(
            &s->voice, &aet_rules_bil[BIL_HABITS],
            AET_WORDS(aet_word("fichier", file), aet_word_span("options", aet_buf_view(&told))));
    aet_buf_free(&told);
}

void aet_habits_list(const struct session *s, struct buf *to)
{
    struct buf told = { 0 };
    const char *file;
    size_t at = 0;

    while (next_file(s, &at, &file, &told)) {
        aet_buf_str(to, file);
        aet_buf_str(to, ": ");
        aet_buf_span(to, aet_buf_view(&told));
        aet_buf_char(to, '\n');
    }
    aet_buf_free(&told);
}
