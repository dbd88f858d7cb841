/* The knowledge tables of a run, with the folder of local rows. What stands in that folder and
 * would be passed over in silence is refused: people misspell names. */
#include "cli/session.h"

#include <errno.h>
#include <stdlib.h>

#include "base/os/os.h"
#include "base/similar.h"

enum { TOOLS_MAX = 8 };

/* The folder DIR/TOOL, or DIR itself: then a table of another tool is none of our business. */
struct folder {
    struct session *session;
    const char *path;
    bool shared;
    size_t tables; /* files found */
    enum status status;
};

static bool is_name(struct tables *t, struct span name)
{
    size_t n;
    const char *const *names = aet_tables_names(t, &n);

    for (size_t i = 0; i < n; i++)
        if (aet_span_eq(name, aet_span_z(names[i])))
            return true;
    return false;
}

static bool is_any_name(struct span name)
{
    const char *tools[TOOLS_MAX];
    size_t n = aet_tables_tools(tools, TOOLS_MAX);
    bool found = false;

    for (size_t i = 0; i < n && !found; i++) {
        struct tables *t = aet_tables_new(tools[i], NULL);

        found = is_name(t, name);
        aet_tables_free(t);
    }
    return found;
}

static enum status no_table(struct session *s, const char *folder, const char *file)
{
    struct buf path = { 0 }, all = { 0 };
    char *name = aet_span_dup(aet_span(file, strlen(file) - 4));
    size_t n;
    const char *const *names = aet_tables_names(s->tables, &n);
    enum status st;

    aet_buf_str(&path, folder);
    aet_buf_char(&path, '/');
    aet_buf_str(&path, file);
    st = aet_voice_usage(&s->voice, &aet_rules_sys[SYS_TABLE_NAME],
                         AET_WORDS(aet_word("fichier", aet_buf_z(&path)),
                                   aet_word("suggestion", aet_nearest_name(name, names, n)),
                                   aet_word_span("noms", aet_hint_list(names, n, &all))));
    aet_free(name);
    aet_buf_free(&path);
    aet_buf_free(&all);
    return st;
}

static bool check_name(void *to, const char *name_of_file)
{
    struct folder *f = to;
    struct span file = aet_span_z(name_of_file);
    struct span name = aet_span(file.p, file.n < 4 ? 0 : file.n - 4);

    if (!name.n || name.p[0] == '.' || !aet_span_eq(aet_span_from(file, name.n), AET_LIT(".csv")))
        return true;
    f->tables++;
    if (!is_name(f->session->tables, name) && !(f->shared && is_any_name(name)))
        f->status = no_table(f->session, f->path, name_of_file);
    return f->status == STATUS_CLEAN;
}

/* A folder that is not there has no tables. */
static enum status check_names(struct folder *f)
{
    (void)aet_os_each(f->path, check_name, f);
    return f->status;
}

/* A folder of another tool's tables is no empty one: AET_TABLES serves all tools. */
static bool has_folder(const char *overlay)
{
    const char *tools[TOOLS_MAX];
    size_t n = aet_tables_tools(tools, TOOLS_MAX);
    struct buf path = { 0 };
    struct os_file info;
    bool found = false;

    for (size_t i = 0; i < n && !found; i++) {
        aet_buf_clear(&path);
        aet_buf_str(&path, overlay);
        aet_buf_char(&path, '/');
        aet_buf_str(&path, tools[i]);
        found = aet_os_look(aet_buf_z(&path), &info);
    }
    aet_buf_free(&path);
    return found;
}

static enum status check_overlay(struct session *s, const char *overlay)
{
    struct folder top = { .session = s, .path = overlay, .shared = true };
    struct folder own = { .session = s };
    struct buf path = { 0 };
    size_t n;
    enum status st;

    aet_buf_str(&path, overlay);
    aet_buf_char(&path, '/');
    aet_buf_str(&path, s->command.tool->name);
    own.path = aet_buf_z(&path);
    st = check_names(&top);
    if (st == STATUS_CLEAN)
        st = check_names(&own);
    if (st == STATUS_CLEAN && !top.tables && !own.tables && !has_folder(overlay)) {
        aet_voice_say(&s->voice, &aet_rules_sys[SYS_TABLE_NONE],
                      AET_WORDS(aet_word("fichier", overlay),
                                aet_word("exemple", aet_tables_names(s->tables, &n)[0])));
        st = STATUS_FAILED;
    }
    aet_buf_free(&path);
    return st;
}

enum status aet_session_tables(struct session *s)
{
    const char *overlay = s->command.values[OPT_TABLES];
    struct os_file info;

    if (!overlay)
        overlay = getenv("AET_TABLES");
    overlay = overlay && *overlay ? overlay : NULL;
    s->tables = aet_tables_new(s->command.tool->name, overlay);
    if (!overlay)
        return STATUS_CLEAN;
    if (!aet_os_look(overlay, &info))
        return aet_voice_system(&s->voice, overlay, errno);
    if (info.kind != OS_FOLDER)
        return aet_voice_system(&s->voice, overlay, ENOTDIR);
    return check_overlay(s, overlay);
}
