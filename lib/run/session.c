/* Words on standard error, and the way out. */
#include "run/session.h"

#include <errno.h>
#include <stdlib.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diag/diag.h"
#include "run/kinds.h"
#include "run/pseudonymes.h"
#include "tables/match.h"

/* The texts of the system come in the system's language: these are ours. */
const char *aet_system_text(int error, enum lang lang)
{
    static const struct {
        int error;
        struct text text;
    } known[] = {
        { ENOENT, { "fichier ou dossier introuvable", "no such file or folder" } },
        { EACCES, { "permission refusée", "permission denied" } },
        { EPERM, { "opération non permise", "operation not permitted" } },
        { EISDIR, { "c’est un dossier", "it is a folder" } },
        { ENOTDIR, { "un des dossiers du chemin n’en est pas un", "not a folder on the way" } },
        { ENOSPC, { "disque plein", "disk full" } },
        { EDQUOT, { "quota dépassé", "quota exceeded" } },
        { EFBIG, { "fichier trop gros", "file too large" } },
        { ENOMEM, { "mémoire insuffisante", "out of memory" } },
        { EIO, { "erreur d’entrée-sortie", "input/output error" } },
        { EROFS, { "système de fichiers en lecture seule", "read-only file system" } },
        { EBADF, { "descripteur fermé", "closed descriptor" } },
        { EMFILE, { "trop de fichiers ouverts", "too many open files" } },
        { ENAMETOOLONG, { "nom de fichier trop long", "file name too long" } },
        { ELOOP, { "trop de liens symboliques", "too many symbolic links" } },
        { ENXIO,
          { "périphérique ou tube sans lecteur", "no such device, or pipe without a reader" } },
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].error == error)
            return aet_text(known[i].text, lang);
    return "";
}

void aet_complain(const struct session *s, struct text message, const char *value,
                  const char *other)
{
    const struct diag_arg args[] = { { "valeur", aet_span_z(value) },
                                     { "autre", aet_span_z(other) },
                                     { "noms", aet_span_z(other) } };
    struct buf line = { 0 };

    aet_buf_str(&line, "aet-");
    aet_buf_str(&line, s->tool->name);
    aet_buf_str(&line, ": ");
    aet_buf_str(&line, aet_gravity_name(ERREUR, s->lang));
    aet_buf_str(&line, ": ");
    aet_message(&line, aet_text(message, s->lang), args, 3);
    aet_buf_char(&line, '\n');
    fwrite(line.p, 1, line.n, stderr);
    aet_buf_free(&line);
}

enum status aet_complain_usage(const struct session *s, struct text message, const char *value,
                               const char *other)
{
    aet_complain(s, message, value, other);
    fprintf(stderr, "%saet-%s%s --help\n", s->lang == LANG_FR ? "Aide : " : "Help: ", s->tool->name,
            "");
    return STATUS_FAILED;
}

enum status aet_complain_system(const struct session *s, const char *file, int error)
{
    static const struct text known = { "{valeur} : {autre}", "{valeur}: {autre}" };
    static const struct text unknown = { "{valeur} : erreur {autre} du système",
                                         "{valeur}: system error {autre}" };
    const char *text = aet_system_text(error, s->lang);
    char number[16];

    snprintf(number, sizeof number, "%d", error);
    if (file && strcmp(file, "-") == 0)
        file = s->lang == LANG_FR ? "entrée standard" : "standard input";
    aet_complain(s, *text ? known : unknown, file, *text ? text : number);
    return STATUS_FAILED;
}

static const char *out_name(const struct session *s)
{
    const char *o = s->values[OPT_OUTPUT];

    if (o && strcmp(o, "-") != 0)
        return o;
    return s->lang == LANG_FR ? "sortie standard" : "standard output";
}

bool aet_session_open(struct session *s)
{
    s->out = aet_out_open(s->values[OPT_OUTPUT]);
    if (!s->out)
        aet_complain_system(s, out_name(s), errno);
    return s->out != NULL;
}

void aet_session_write(struct session *s, struct span text)
{
    if (text.n)
        fwrite(text.p, 1, text.n, aet_out_file(s->out)); /* a failure shows at the commit */
}

/* A reader that went away ends a filter without a word, even where SIGPIPE was inherited ignored.
 */
static void end_as_a_filter(void)
{
    signal(SIGPIPE, SIG_DFL);
    raise(SIGPIPE);
}

enum status aet_session_close(struct session *s, enum status status)
{
    struct out *out = s->out;

    s->out = NULL;
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
    return aet_complain_system(s, out_name(s), errno);
}

const struct table *aet_session_table(struct session *s, const char *name)
{
    const struct table *t = aet_tables_get(s->tables, name);
    const struct fault_text *faults;
    size_t n;

    if (t)
        return t;
    faults = aet_tables_faults(s->tables, &n);
    for (size_t i = 0; i < n; i++) {
        struct buf line = { 0 };

        aet_diag_text(&line, &faults[i].diag, &faults[i].where, s->lang, s->colour);
        fwrite(line.p, 1, line.n, stderr);
        aet_buf_free(&line);
    }
    return NULL;
}

bool aet_session_matchers(struct session *s, const struct schema *schema, struct matcher **by_field)
{
    for (size_t i = 0; i < schema->n; i++) {
        const struct table *t;

        if (!schema->fields[i].table || by_field[i])
            continue;
        t = aet_session_table(s, schema->fields[i].table);
        if (!t)
            return false;
        by_field[i] = aet_matcher_new(t, NULL, 0);
    }
    return true;
}

void aet_session_report_begin(const struct session *s, struct report *r, struct text title)
{
    struct buf name = { 0 };

    *r = (struct report){ .verb = s->verb->name,
                          .version = AET_VERSION,
                          .title = title,
                          .lang = s->lang,
                          .date = s->date };
    aet_buf_str(&name, "aet-");
    aet_buf_str(&name, s->tool->name);
    r->tool = aet_arena_copy(&r->arena, aet_buf_view(&name)).p;
    aet_buf_free(&name);
}

static const char *suffix_format(const char *path)
{
    static const char *const known[][2] = { { ".csv", "csv" },       { ".json", "json" },
                                            { ".ndjson", "ndjson" }, { ".jsonl", "ndjson" },
                                            { ".txt", "texte" },     { ".md", "md" },
                                            { ".html", "html" },     { ".htm", "html" },
                                            { ".ics", "ics" } };
    size_t n = path ? strlen(path) : 0;

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t k = strlen(known[i][0]);

        if (n > k && strcmp(path + n - k, known[i][0]) == 0)
            return known[i][1];
    }
    return NULL;
}

const char *aet_session_format(const struct session *s)
{
    if (s->excel)
        return "csv";
    if (s->values[OPT_TO])
        return s->values[OPT_TO];
    return suffix_format(s->values[OPT_OUTPUT]);
}

static enum status no_section(const struct session *s, const struct report *r)
{
    const char **names = aet_calloc(r->n + 1, sizeof *names);
    enum status st;

    for (size_t i = 0; i < r->n; i++)
        names[i] = r->sections[i].kind->key;
    st = aet_complain_section(s, names, r->n);
    aet_free(names);
    return st;
}

static void section_names(const struct report *r, struct buf *names)
{
    for (size_t i = 0; i < r->n; i++) {
        if (i)
            aet_buf_str(names, ", ");
        aet_buf_str(names, r->sections[i].kind->key);
    }
}

/* --section names a section of this report; CSV needs one. */
static enum status check_section(const struct session *s, const struct report *r,
                                 const char *format, bool folder)
{
    static const struct text one = {
        "le CSV porte une seule section : donner --section NOM ou -o DOSSIER/ ; il y a : {noms}",
        "CSV carries one section: give --section NAME or -o FOLDER/; there are: {noms}"
    };
    const char *wanted = s->values[OPT_SECTION];
    struct buf names = { 0 };
    enum status st = STATUS_CLEAN;

    section_names(r, &names);
    if (wanted && !aet_report_find(r, wanted))
        st = no_section(s, r);
    else if (!wanted && !folder && r->n > 1 &&
             (strcmp(format, "csv") == 0 || strcmp(format, "ndjson") == 0))
        st = aet_complain_usage(s, one, "", aet_buf_z(&names));
    aet_buf_free(&names);
    return st;
}

static size_t terminal_width(void)
{
    struct winsize w;
    const char *columns = getenv("COLUMNS");

    if (columns && atoi(columns) > 20)
        return (size_t)atoi(columns);
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) == 0 && w.ws_col > 20)
        return w.ws_col;
    return 80;
}

/* One file for each section, in the folder that -o names. */
static enum status write_folder(struct session *s, const struct report *r, const struct renderer *f,
                                struct render_options o, const char *suffix)
{
    const char *folder = s->values[OPT_OUTPUT];

    if (mkdir(folder, 0777) < 0 && errno != EEXIST)
        return aet_complain_system(s, folder, errno);
    for (size_t i = 0; i < r->n; i++) {
        struct buf path = { 0 }, text = { 0 };
        struct out *out;
        int failed = 0;

        if (s->values[OPT_SECTION] && strcmp(s->values[OPT_SECTION], r->sections[i].kind->key) != 0)
            continue;
        o.section = r->sections[i].kind->key;
        aet_buf_str(&path, folder);
        aet_buf_str(&path, o.section);
        aet_buf_char(&path, '.');
        aet_buf_str(&path, suffix);
        f->render(r, &o, &text);
        out = aet_out_open(aet_buf_z(&path));
        if (out) {
            fwrite(text.p, 1, text.n, aet_out_file(out));
            failed = aet_out_commit(out) < 0;
        }
        if (!out || failed) {
            enum status st = aet_complain_system(s, aet_buf_z(&path), errno);

            aet_buf_free(&path);
            aet_buf_free(&text);
            return st;
        }
        aet_buf_free(&path);
        aet_buf_free(&text);
    }
    return STATUS_CLEAN;
}

enum status aet_session_report(struct session *s, struct report *r, bool bare, enum status status)
{
    static const struct text no_renderer = { "« {valeur} » n’est pas un format de rapport",
                                             "“{valeur}” is no report format" };
    const char *path = s->values[OPT_OUTPUT];
    bool tty = !path && isatty(STDOUT_FILENO);
    const char *format = aet_session_format(s);
    bool folder = path && *path && path[strlen(path) - 1] == '/';
    struct render_options o = { .section = s->values[OPT_SECTION],
                                .excel = s->excel,
                                .bare = bare };
    struct buf text = { 0 };

    if (!format)
        format = tty ? "texte" : "json";

    const struct renderer *f = aet_renderer_find(format);

    if (!f)
        return aet_complain_usage(s, no_renderer, format, "");
    if (check_section(s, r, format, folder) != STATUS_CLEAN)
        return STATUS_FAILED;
    if (r->alert && aet_given(s, OPT_ALERTE) && status == STATUS_CLEAN)
        status = STATUS_DATA;
    o.colour = tty && s->colour;
    o.width = tty ? terminal_width() : 0;
    if (folder) {
        enum status st = write_folder(s, r, f, o, strcmp(format, "texte") == 0 ? "txt" : format);

        return st == STATUS_CLEAN ? status : st;
    }
    if (!s->out && !aet_session_open(s))
        return STATUS_FAILED;
    f->render(r, &o, &text);
    aet_session_write(s, aet_buf_view(&text));
    aet_buf_free(&text);
    return aet_session_close(s, status);
}

void aet_session_free(struct session *s)
{
    aet_out_abandon(s->out);
    aet_peek_free(s->peek);
    aet_hiding_free(s);
    aet_tables_free(s->tables);
    aet_free(s->renames);
    aet_free(s->operands);
    aet_arena_free(&s->arena);
}
