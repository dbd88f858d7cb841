/* From the command line to a verb. */
#include "run/session.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/json.h"

/* With a standard descriptor closed, the next file opened would take its place: occupy it with one
 * on which any use fails. */
static void guard_descriptors(void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
            if (open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) < 0)
                _exit(STATUS_FAILED);
}

static enum status show(struct session *s)
{
    if (aet_given(s, OPT_VERSION))
        printf("aet-%s %s\n", s->tool->name, AET_VERSION);
    else
        aet_help(s, stdout);
    if (fflush(stdout) != 0 || ferror(stdout))
        return aet_complain_system(s, s->lang == LANG_FR ? "sortie standard" : "standard output",
                                   errno);
    return STATUS_CLEAN;
}

static bool is_table(struct session *s, struct span file)
{
    size_t n;
    const char *const *names = aet_tables_names(s->tables, &n);

    for (size_t i = 0; i < n; i++)
        if (aet_span_eq(aet_span(file.p, file.n - 4), aet_span_z(names[i])))
            return true;
    return false;
}

/* A file DIR/TOOL/NAME.csv that is no table would be passed over in silence. */
static enum status check_names(struct session *s, const char *folder)
{
    static const struct text unknown = { "{valeur} : il n’y a pas de table de ce nom",
                                         "{valeur}: there is no table of that name" };
    DIR *d = opendir(folder);
    struct dirent *e;
    enum status st = STATUS_CLEAN;

    while (d && st == STATUS_CLEAN && (e = readdir(d))) {
        struct span file = aet_span_z(e->d_name);
        struct buf path = { 0 };

        if (file.n < 5 || !aet_span_eq(aet_span_from(file, file.n - 4), AET_LIT(".csv")) ||
            is_table(s, file))
            continue;
        aet_buf_str(&path, folder);
        aet_buf_char(&path, '/');
        aet_buf_span(&path, file);
        st = aet_complain_usage(s, unknown, aet_buf_z(&path), "");
        aet_buf_free(&path);
    }
    if (d)
        closedir(d);
    return st;
}

/* The tables, with the folder of local rows, which must be there. */
static enum status open_tables(struct session *s)
{
    const char *overlay = s->values[OPT_TABLES];
    struct buf folder = { 0 };
    struct stat info;
    enum status st = STATUS_CLEAN;

    if (!overlay)
        overlay = getenv("AET_TABLES");
    overlay = overlay && *overlay ? overlay : NULL;
    s->tables = aet_tables_new(s->tool->name, overlay);
    if (!overlay)
        return STATUS_CLEAN;
    if (stat(overlay, &info) < 0)
        return aet_complain_system(s, overlay, errno);
    if (!S_ISDIR(info.st_mode))
        return aet_complain_system(s, overlay, ENOTDIR);
    aet_buf_str(&folder, overlay);
    aet_buf_char(&folder, '/');
    aet_buf_str(&folder, s->tool->name);
    st = check_names(s, aet_buf_z(&folder));
    aet_buf_free(&folder);
    return st;
}

int aet_main(const struct tool *tool, int argc, char **argv)
{
    struct session s = { .tool = tool };
    enum status st;

    guard_descriptors();
    aet_json_init();
    if (sodium_init() < 0)
        return STATUS_FAILED;
    st = aet_session_parse(&s, argc, argv);
    if (st == STATUS_CLEAN && (aet_given(&s, OPT_HELP) || aet_given(&s, OPT_VERSION))) {
        st = show(&s);
    } else if (st == STATUS_CLEAN) {
        st = aet_session_outputs(&s);
        if (st == STATUS_CLEAN)
            st = open_tables(&s);
        if (st == STATUS_CLEAN)
            st = s.verb->run(&s);
    }
    aet_session_free(&s);
    return (int)st;
}
