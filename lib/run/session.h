/* One run of one verb: what the command line said, where words go, and the way out. */
#ifndef AET_RUN_SESSION_H
#define AET_RUN_SESSION_H

#include "base/date.h"
#include "base/number.h"
#include "io/out.h"
#include "io/source.h"
#include "record/headings.h"
#include "report/render.h"
#include "run/tool.h"
#include "tables/table.h"

enum { OPTIONS_MAX = OPT_COMMON + 32 };

struct session {
    const struct tool *tool;
    const struct verb *verb;
    enum lang lang;
    const char *values[OPTIONS_MAX]; /* by option; "" for a flag; NULL: not given */
    struct rename *renames;
    size_t renames_n, renames_cap;
    const char **operands;
    size_t operands_n, operands_cap;
    struct date date;
    struct number_form number;
    enum date_form dates;
    enum format from;
    size_t skip;
    char delimiter;
    bool strict, quiet, json_diagnostics, excel;
    bool err_tty, colour;
    struct tables *tables;
    struct arena arena;
    struct out *out;
    struct peek *peek;     /* see run/kinds.h */
    struct hiding *hiding; /* see run/pseudonymes.h */
};

static inline bool aet_given(const struct session *s, int option)
{
    return s->values[option] != NULL;
}

/* The definition of an option, common or own. */
const struct option *aet_option(const struct tool *t, int id);

/* One line on standard error: `aet-publics: erreur: …`. `{valeur}` is filled, cut
 * where it is long, and so is `{autre}`; `{noms}` is `other` whole. */
void aet_complain(const struct session *s, struct text message, const char *value,
                  const char *other);

/* `aet-publics: avertissement: …`: something about the run as a whole that is no error. */
void aet_session_warn(const struct session *s, struct text message, const char *value);

/* The same for a system error with a file; returns STATUS_FAILED. */
enum status aet_complain_system(const struct session *s, const char *file, int error);

/* A usage error: the line, and where help is; returns STATUS_FAILED. */
enum status aet_complain_usage(const struct session *s, struct text message, const char *value,
                               const char *other);

/* Our own words for an errno; an empty string when there are none. */
const char *aet_system_text(int error, enum lang lang);

/* The nearest of `n` names to `word`, or NULL. */
const char *aet_nearest_name(const char *word, const char *const *names, size_t n);

/* hint.c: " (voulait-on dire « bilan » ?)". */
void aet_hint_near(const struct session *s, struct span near, struct buf *to);

/* hint.c: complain of a column that a CSV file lacks, with the nearest heading when one is near. */
void aet_complain_column(const struct session *s, const char *name, const struct layout *l);

/* hint.c: " (voulait-on dire « bilan » ?) ; il y a : bilan, valider": the nearest of the names that
 * `word` may be, when one is near, then all of them. */
void aet_hint_names(const struct session *s, const char *word, const char *const *names, size_t n,
                    struct buf *to);

/* outputs.c: what the options say of the outputs, judged before anything is read or written: no
 * file that is named twice, no suffix of a format that is not written, no section that the verb
 * has not. */
enum status aet_session_outputs(const struct session *s);

/* A --section that is none of these; returns STATUS_FAILED. */
enum status aet_complain_section(const struct session *s, const char *const *names, size_t n);

/* Fill the session from the command line. STATUS_CLEAN with s->verb NULL: all was said (help). */
enum status aet_session_parse(struct session *s, int argc, char **argv);

/* Private to parse.c: give the values of the options their types. STATUS_CLEAN, or complained. */
enum status aet_session_interpret(struct session *s);

/* The format that the options ask for, or NULL when they leave it open. */
const char *aet_session_format(const struct session *s);

/* Open what -o names, or standard output. False: complained. */
bool aet_session_open(struct session *s);

/* Write; a failure is kept until aet_session_close. */
void aet_session_write(struct session *s, struct span text);

/* Commit the output and answer with the final status: `status`, or STATUS_FAILED (complained). */
enum status aet_session_close(struct session *s, enum status status);

/* Render a report where and how the options ask, commit it, and answer with the final status. */
enum status aet_session_report(struct session *s, struct report *r, bool bare, enum status status);

/* Set tool, verb, version, language, date and title. */
void aet_session_report_begin(const struct session *s, struct report *r, struct text title);

/* overlay.c: open the tool's tables, with the folder of local rows; false names in it are
 * complained of. */
enum status aet_session_tables(struct session *s);

/* The tool's tables, with --tables; what is wrong with a table is complained of by
 * aet_session_table, which then returns NULL. */
const struct table *aet_session_table(struct session *s, const char *name);

/* A matcher for each field of the schema that names a table and has none yet; the caller frees them
 * all. False: a table is missing (complained). */
struct matcher;
bool aet_session_matchers(struct session *s, const struct schema *schema,
                          struct matcher **by_field);

void aet_session_free(struct session *s);

void aet_help(const struct session *s, FILE *to);

#endif
