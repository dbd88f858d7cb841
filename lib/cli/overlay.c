/* The knowledge tables of a run, with the folder of local rows. What stands in that folder and
 * would be passed over in silence is refused: people misspell names. */
#include "cli/session.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/similar.h"

enum { TOOLS_MAX = 8 };

/* The folder DIR/TOOL, or DIR itself: then a table of another tool is none of our business. */
struct folder {
    const char *path;
    bool shared;
    size_t tables; /* files found */
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

static enum status check_names(struct session *s, struct folder *f)
{
    DIR *d = opendir(f->path);
    struct dirent *e;
    enum status st = STATUS_CLEAN;

    while (d && st == STATUS_CLEAN && (e = readdir(d))) {
        struct span file = aet_span_z(e->d_name);
        struct span name = aet_span(file.p, file.n < 4 ? 0 : file.n - 4);

        if (!name.n || name.p[0] == '.' ||
            !aet_span_eq(aet_span_from(file, name.n), AET_LIT(".csv")))
            continue;
        f->tables++;
        if (!is_name(s->tables, name) && !(f->shared && is_any_name(name)))
            st = no_table(s, f->path, e->d_name);
    }
    if (d)
        closedir(d);
    return st;
}

/* A folder of another tool's tables is no empty one: AET_TABLES serves all tools. */
static bool has_folder(const char *overlay)
{
    const char *tools[TOOLS_MAX];
    size_t n = aet_tables_tools(tools, TOOLS_MAX);
    struct buf path = { 0 };
    struct stat info;
    bool found = false;

    for (size_t i = 0; i < n && !found; i++) {
        aet_buf_clear(&path);
        aet_buf_str(&path, overlay);
        aet_buf_char(&path, '/');
        aet_buf_str(&path, tools[i]);
        found = stat(aet_buf_z(&path), &info) == 0;
    }
    aet_buf_free(&path);
    return found;
}

static enum status check_overlay(struct session *s, const char *overlay)
{
    struct folder top = { overlay, true, 0 }, own = { 0 };
    struct buf path = { 0 };
    size_t n;
    enum status st;

    aet_buf_str(&path, overlay);
    aet_buf_char(&path, '/');
    aet_buf_str(&path, s->command.tool->name);
    own.path = aet_buf_z(&path);
    st = check_names(s, &top);
    if (st == STATUS_CLEAN)
        st = check_names(s, &own);
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
    struct stat info;

    if (!overlay)
        overlay = getenv("AET_TABLES");
    overlay = overlay && *overlay ? overlay : NULL;
    s->tables = aet_tables_new(s->command.tool->name, overlay);
    if (!overlay)
        return STATUS_CLEAN;
    if (stat(overlay, &info) < 0)
        return aet_voice_system(&s->voice, overlay, errno);
    if (!S_ISDIR(info.st_mode))
        return aet_voice_system(&s->voice, overlay, ENOTDIR);
    return check_overlay(s, overlay);
}
