/* Private to the verb `table`: rows of a knowledge table as a report shows them (table_rows.c), and
 * which of them are asked for (table_filter.c). */
#ifndef AET_VERBS_TABLE_ROWS_H
#define AET_VERBS_TABLE_ROWS_H

#include "base/must.h"
#include "cli/session.h"
#include "tables/match.h"

/* The shape of a table as a section of a report; lives in the report. */
const struct section_kind *aet_table_kind(struct report *r, const struct table *t);

/* One row of such a section, references by their labels where people read. */
void aet_table_put(struct session *s, struct section *to, const struct table *t, size_t row,
                   enum lang lang);

/* Whether a row, as it is shown in either language, holds the folded text; its source and its note
 * are passed over. */
bool aet_table_holds(struct session *s, const struct table *t, size_t row, struct span folded);

/* `intitules` stands among the tables, though it is made of the schemas: which headings each field
 * is known by. */
#define AET_TABLE_HEADINGS "intitules"

extern const struct text aet_table_headings_title;

/* How many rows it has. */
size_t aet_table_headings_count(const struct tool *tool);

/* Print it: the rows of the field called `field`, or of all (NULL), that hold the folded text. */
AET_MUST enum status aet_table_headings(struct session *s, const char *field, struct span text);

/* What rows must hold to be shown. */
struct wanted {
    struct span text;   /* folded; empty: anything */
    const char *id;     /* NULL: any */
    size_t columns[16]; /* filters: a column, its target and the id of a row of it */
    const struct table *targets[16];
    struct span ids[16]; /* or of one of several, separated by | */
    size_t n;
};

bool aet_table_wanted(struct session *s, const struct table *t, size_t row, const struct wanted *w);

/* Read the filters that the options give. STATUS_CLEAN, or what was complained of. */
AET_MUST enum status aet_table_filters(struct session *s, const struct table *t, struct wanted *w);

/* Complain that nothing was found: STATUS_DATA. */
enum status aet_table_nothing(struct session *s);

/* Complain of a term that the table of `m` does not know, with the nearest ones; frees `m`. Data,
 * not usage: STATUS_DATA. */
enum status aet_table_unknown_term(struct session *s, struct matcher *m, const char *value);

#endif
