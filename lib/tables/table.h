/* Knowledge tables: rows of text that somebody who knows the field can read and change.
 *
 * A table is share/tables/TOOL/NAME.csv, embedded at build time; its columns are described in
 * share/tables/TOOL/colonnes.csv, so that a new table is a file and no code. A folder given by
 * --tables adds rows, or replaces those of the same id. */
#ifndef AET_TABLES_TABLE_H
#define AET_TABLES_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"
#include "voice/diag.h"

enum column_kind {
    COLUMN_ID,
    COLUMN_TEXT,
    COLUMN_LIST,   /* texts separated by | */
    COLUMN_NUMBER, /* a whole number */
    COLUMN_REF,    /* an id of the target table (of one of them, when the target is `a|b`) */
    COLUMN_PARENT, /* the same, and never empty */
    COLUMN_REFS,   /* ids separated by | */
    COLUMN_LABELS  /* ids separated by |, shown by their labels */
};

struct table_column {
    struct span name;
    enum column_kind kind;
    struct span target;
    struct text title;
};

/* Where a row stands in the file of --tables that it comes from; zero of a row of ours. */
struct table_origin {
    uint64_t line, row;
};

struct table {
    const char *name;
    struct text title;
    const struct table_column *columns;
    size_t n_columns;
    struct span *cells; /* row after row; in the arena of the set */
    size_t rows, cap;
    uint32_t *by_id; /* 1 + the row, at the place that the hash of its id gives; 0: free */
    size_t places, taken;
    struct table_origin *origins; /* by row */
    size_t *said_at;              /* by column: which one of that file, from 1; 0: none */
    bool closed;        /* the program knows each row by its id: one's own can be aliases only */
    const char *extend; /* the table that takes rows of one's own: this one; of tables that were
                           joined, one of them, or NULL */
};

struct tables; /* the tables of one tool */

/* `overlay` NULL or a folder that holds TOOL/NAME.csv or NAME.csv. */
struct tables *aet_tables_new(const char *tool, const char *overlay);
void aet_tables_free(struct tables *t);

/* Names of the tool's tables in their order; the array belongs to the set. */
const char *const *aet_tables_names(struct tables *t, size_t *n);

/* The tools that have tables: how many, at most `max`. */
size_t aet_tables_tools(const char **tools, size_t max);

/* The first hexadecimal digits of the SHA-256 over the files of the tool's own tables, one behind
 * the other in the order of their names: as `cat share/tables/TOOL/` followed by `*.csv |
 * sha256sum`. */
enum { TABLES_DIGEST = 12 };
void aet_tables_digest(const char *tool, char out[TABLES_DIGEST + 1]);

/* The same of these tables with the rows of one's own; without any, the same digits. */
void aet_tables_whole_digest(struct tables *t, char out[TABLES_DIGEST + 1]);

/* Load a table with its overlay, references resolved to ids. NULL: no such table, or its overlay is
 * wrong: then aet_tables_faults holds why. The table belongs to the set. */
const struct table *aet_tables_get(struct tables *t, const char *name);

/* What is wrong with the tables read so far: text diagnostics, with file and line, or empty. */
struct fault_text {
    struct diag_place where;
    struct diag diag;
};
const struct fault_text *aet_tables_faults(const struct tables *t, size_t *n);

static inline struct span aet_cell(const struct table *t, size_t row, size_t column)
{
    return column < t->n_columns ? t->cells[row * t->n_columns + column] : (struct span){ "", 0 };
}

/* Index of a column, or t->n_columns. */
size_t aet_column(const struct table *t, const char *name);

/* Row of an exact id, or -1. */
int32_t aet_row_of_id(const struct table *t, struct span id);

/* A row whose id is written: it is found by it from now on, unless an earlier one has it. */
void aet_table_index(struct table *t, struct arena *arena, size_t row);

/* `libelle`, or `libelle_en` where asked for and known. */
struct span aet_label(const struct table *t, size_t row, enum lang lang);

/* Walk the parts of a list cell of a table: false at its end. */
bool aet_list_next(struct span *list, struct span *part);

#endif
