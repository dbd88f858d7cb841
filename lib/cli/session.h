/* One run of one verb: the owners of what it says, reads and writes, and what they share. */
#ifndef AET_CLI_SESSION_H
#define AET_CLI_SESSION_H

#include "base/must.h"
#include "cli/command.h"
#include "cli/dress.h"
#include "cli/writing.h"
#include "record/reading.h"
#include "report/render.h"
#include "tables/table.h"
#include "voice/hint.h"
#include "voice/say.h"

struct session {
    struct command command;
    struct habits habits;
    struct voice voice;
    struct reading reading;
    struct writing writing;
    struct dress dress;
    struct date date;  /* what "today" is */
    bool strict;       /* warnings count as errors */
    uint64_t masks;    /* counts under this are hidden; 0: none */
    size_t jobs;       /* threads at most; 0: one a processor */
    uint64_t at_least; /* with fewer records that pass, the run has failed */
    struct tables *tables;
    struct arena arena;
    struct hiding *hiding; /* see privacy/hiding.h */
    struct buf first_part; /* of --fusion: read already, for its options */
};

static inline bool aet_given(const struct session *s, int option)
{
    return s->command.values[option] != NULL;
}

/* The definition of an option, common or own. */
const struct option *aet_option(const struct tool *t, int id);

/* Whether the verb takes it; NULL: whether some verb of the tool does. */
bool aet_verb_takes(const struct tool *t, const struct verb *v, const struct option *o);

/* From *id on (0 at first), the options that some verb of the tool takes; NULL: there are no more.
 */
const struct option *aet_option_next(const struct tool *t, int *id);

/* Whether the value is one of the option's choices. */
bool aet_option_choice(const struct option *o, struct span value);

/* outputs.c: what the options say of the outputs, judged before anything is read or written: no
 * file that is named twice, no suffix of a format that is not written, no section that the verb
 * has not. */
AET_MUST enum status aet_session_outputs(const struct session *s);

/* dressing.c: --titre, --auteur, --logo, --modele, read before anything else is. STATUS_CLEAN, or
 * complained. */
AET_MUST enum status aet_session_dress(struct session *s);

/* A --section that is none of these; returns STATUS_FAILED. */
AET_MUST enum status aet_session_no_section(const struct session *s, const char *const *names,
                                            size_t n);

/* Fill the session from the command line. STATUS_CLEAN with s->command.verb NULL: all was said
 * (help). */
AET_MUST enum status aet_session_parse(struct session *s, int argc, char **argv);

/* verb.c: the first word. A verb, or a question for help; otherwise complained. */
AET_MUST enum status aet_session_verb(struct session *s, const char *word);

/* Private to parse.c and regime.c: what the command line says of an option. STATUS_CLEAN, or
 * complained. */
AET_MUST enum status aet_session_option(struct session *s, int id, const char *value);

/* Private to parse.c: give the values of the options their types. STATUS_CLEAN, or complained. */
AET_MUST enum status aet_session_interpret(struct session *s);

/* lists.c, private to interpret.c: --listes. STATUS_CLEAN, or complained. */
AET_MUST enum status aet_session_lists(struct session *s);

/* report.c: render a report where and how the options ask, and answer with the final status. */
AET_MUST enum status aet_session_report(struct session *s, struct report *r, bool bare,
                                        enum status status);

/* The format of the report: the one that is asked for, or what suits who reads it. */
const char *aet_session_report_format(const struct session *s);

/* Set tool, verb, version, language, date and title. */
void aet_session_report_begin(const struct session *s, struct report *r, struct text title);

/* overlay.c: open the tool's tables, with the folder of local rows; false names in it are
 * complained of. */
AET_MUST enum status aet_session_tables(struct session *s);

/* The tool's tables, with --tables; what is wrong with a table is complained of by
 * aet_session_table, which then returns NULL. */
const struct table *aet_session_table(struct session *s, const char *name);

/* A matcher for each field of the schema that names a table and has none yet; the caller frees them
 * all. False: a table is missing (complained). */
struct matcher;
AET_MUST bool aet_session_matchers(struct session *s, const struct schema *schema,
                                   struct matcher **by_field);

void aet_session_free(struct session *s);

void aet_help(const struct session *s, struct buf *to);

#endif
