/* Opening, writing and committing the output. */
#include "cli/writing.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>

#include "format/formats.h"
#include "voice/say.h"

static bool ends_as_folder(const char *path)
{
    return *path && path[strlen(path) - 1] == '/';
}

bool aet_writing_folder(const struct writing *w)
{
    struct stat st;

    return w->path && (ends_as_folder(w->path) || (stat(w->path, &st) == 0 && S_ISDIR(st.st_mode)));
}

bool aet_writing_into_folder(const struct writing *w)
{
    return w->path && ends_as_folder(w->path);
}

static const char *out_name(const struct writing *w, enum lang lang)
{
    if (w->path && strcmp(w->path, "-") != 0)
        return w->path;
    return aet_phrase(PHRASE_STDOUT, lang);
}

/* What -o names is where a file would be, and the name of one that would do is said. */
static void a_folder(const struct writing *w, const struct voice *v)
{
    const char *to = aet_writing_format(w);
    struct buf name = { 0 };

    aet_buf_str(&name, w->path);
    if (!ends_as_folder(w->path))
        aet_buf_char(&name, '/');
    aet_buf_str(&name, v->verb);
    aet_buf_char(&name, '.');
    aet_buf_str(&name, to ? to : "csv");
    aet_voice_say(v, &aet_rules_opt[OPTION_FOLDER],
                  AET_WORDS(aet_word("fichier", w->path), aet_word("exemple", aet_buf_z(&name))));
    aet_buf_free(&name);
}

bool aet_writing_open(struct writing *w, const struct voice *v)
{
    if (aet_writing_folder(w)) {
        a_folder(w, v);
        return false;
    }
    w->out = aet_out_open(w->path, w->widest);
    if (!w->out)
        aet_voice_system(v, out_name(w, v->lang), errno);
    return w->out != NULL;
}

void aet_writing_put(struct writing *w, struct span text)
{
    if (text.n)
        fwrite(text.p, 1, text.n, aet_out_file(w->out)); /* a failure shows at the commit */
}

/* A reader that went away ends a filter without a word, even where SIGPIPE was inherited ignored.
 */
static void end_as_a_filter(void)
{
    signal(SIGPIPE, SIG_DFL);
    raise(SIGPIPE);
}

enum status aet_writing_close(struct writing *w, const struct voice *v, enum status status)
{
    struct out *out = w->out;

    w->out = NULL;
    if (!out)
        return status;
    if (status == STATUS_FAILED) {
        /* on standard output what was written goes out, so that a reader sees it end in mid-way */
        if (aet_out_file(out) == stdout)
            fflush(stdout);
        aet_out_abandon(out);
        return status;
    }
    if (aet_out_commit(out) == 0)
        return status;
    if (errno == EPIPE)
        end_as_a_filter();
    return aet_voice_system(v, out_name(w, v->lang), errno);
}

static const char *suffix_format(const char *path)
{
    static const char *const known[][2] = { { ".txt", "texte" },
                                            { ".md", "md" },
                                            { ".html", "html" },
                                            { ".htm", "html" },
                                            { ".ics", "ics" } };
    const struct format *records = aet_format_of_file(path);
    size_t n = path ? strlen(path) : 0;

    if (records)
        return records->name;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t k = strlen(known[i][0]);

        if (n > k && strcmp(path + n - k, known[i][0]) == 0)
            return known[i][1];
    }
    return NULL;
}

const char *aet_writing_format(const struct writing *w)
{
    if (w->excel)
        return "csv";
    return w->to ? w->to : suffix_format(w->path);
}
