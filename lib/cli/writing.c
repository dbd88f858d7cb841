/* Opening, writing and committing the output. */
#include "cli/writing.h"

#include <errno.h>
#include <string.h>

#include "base/os/os.h"
#include "format/formats.h"
#include "voice/say.h"

static bool ends_as_folder(const char *path)
{
    return *path && aet_os_separates(path[strlen(path) - 1]);
}

bool aet_writing_folder(const struct writing *w)
{
    struct os_file f;

    return w->path &&
           (ends_as_folder(w->path) || (aet_os_look(w->path, &f) && f.kind == OS_FOLDER));
}

bool aet_writing_into_folder(const struct writing *w)
{
    return w->path && ends_as_folder(w->path);
}

static const char *out_name(const char *path, enum lang lang)
{
    return path && strcmp(path, "-") != 0 ? path : aet_phrase(PHRASE_STDOUT, lang);
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
        aet_voice_system(v, out_name(w->path, v->lang), errno);
    return w->out != NULL;
}

struct out *aet_writing_beside(struct writing *w, const char *path, const struct voice *v)
{
    struct out *o = aet_out_open(path, w->widest);

    if (o)
        aet_outs_add(&w->beside, o);
    else
        aet_voice_system(v, out_name(path, v->lang), errno);
    return o;
}

bool aet_writing_make_folder(struct writing *w, const struct voice *v)
{
    if (aet_os_make_folder(w->path)) {
        aet_free(w->made);
        w->made = aet_span_dup(aet_span_z(w->path));
    } else if (errno != EEXIST) {
        aet_voice_system(v, w->path, errno);
        return false;
    }
    return true;
}

void aet_writing_join(struct writing *w, struct writing *from)
{
    aet_outs_move(&w->beside, &from->beside);
    if (from->out)
        aet_outs_add(&w->beside, from->out);
    from->out = NULL;
    if (!w->made) {
        w->made = from->made;
        from->made = NULL;
    }
}

void aet_writing_put(struct writing *w, struct span text)
{
    aet_out_put(w->out, text); /* a failure shows when all is closed */
}

/* What is not in place goes, and what could not go is said. */
static void forget(struct writing *w, const struct voice *v)
{
    struct buf left = { 0 };

    aet_outs_free(&w->beside, &left);
    if (w->made)
        aet_os_remove_folder(w->made); /* unless somebody wrote there */
    if (left.n)
        aet_voice_say(v, &aet_rules_sys[SYS_LEFT], AET_WORDS(aet_word("noms", aet_buf_z(&left))));
    aet_buf_free(&left);
}

/* Some are in their places, all that come after the one at fault are as they were. */
static void say_placed(const struct outs *u, const struct voice *v)
{
    struct buf names = { 0 };

    for (size_t i = 0; i < u->placed; i++) {
        if (aet_out_direct(u->items[i]))
            continue;
        aet_buf_str(&names, names.n ? ", " : "");
        aet_buf_str(&names, aet_out_path(u->items[i]));
    }
    if (names.n)
        aet_voice_say(v, &aet_rules_sys[SYS_PLACED],
                      AET_WORDS(aet_word("noms", aet_buf_z(&names))));
    aet_buf_free(&names);
}

/* False: complained, or nobody hears us. */
static bool keep(struct writing *w, const struct voice *v)
{
    struct outs *u = &w->beside;
    const struct out *fault = aet_outs_settle(u);
    int e = errno;

    if (fault && e == EPIPE && aet_out_direct(fault)) {
        forget(w, v);
        aet_os_end_as_a_filter(); /* without a word */
    }
    if (!fault) {
        if (!aet_door_holds())
            return false;
        fault = aet_outs_place(u);
        e = errno;
    }
    if (!fault)
        return true;
    aet_voice_system(v, out_name(aet_out_path(fault), v->lang), e);
    say_placed(u, v);
    return false;
}

enum status aet_writing_close(struct writing *w, const struct voice *v, enum status status)
{
    /* on standard output what was written goes out, so that a reader sees it end in mid-way */
    if (status == STATUS_FAILED && w->out && aet_out_direct(w->out))
        aet_out_flush(w->out);
    if (w->out)
        aet_outs_add(&w->beside, w->out);
    w->out = NULL;
    if (status == STATUS_FAILED || !keep(w, v)) {
        forget(w, v);
        status = STATUS_FAILED;
    }
    aet_writing_free(w);
    return status;
}

void aet_writing_free(struct writing *w)
{
    aet_out_free(w->out, NULL);
    aet_outs_free(&w->beside, NULL);
    aet_free(w->made);
    w->out = NULL;
    w->made = NULL;
}

static const char *suffix_format(const char *path)
{
    static const char *const known[][2] = { { ".txt", "texte" }, { ".md", "md" },
                                            { ".html", "html" }, { ".htm", "html" },
                                            { ".docx", "docx" }, { ".ics", "ics" },
                                            { ".qde", "qde" },   { ".qdpx", "qdpx" } };
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
