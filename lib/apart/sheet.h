/* Which lines of a sheet are no record. A line is known by its cells and the columns that they
 * stand in, never by its bytes. Whoever reads records of cells asks of each; nearly all are
 * answered by the first bytes of two cells. */
#ifndef AET_APART_SHEET_H
#define AET_APART_SHEET_H

#include "apart/aside.h"
#include "base/must.h"
#include "format/format.h"

/* What the cells of a column hold; those of the last three add up. */
enum holds {
    HOLDS_WORDS,
    HOLDS_OTHER, /* terms, dates, … */
    HOLDS_MONEY,
    HOLDS_HOURS,  /* durations; without a unit, hours or … */
    HOLDS_MINUTES /* minutes */
};

/* A column whose values add up. */
struct adding {
    size_t column;
    int field; /* of a flat record */
    enum holds holds;
    struct text title;
};

enum {
    APART_KNOWN = 3
}; /* with fewer columns that lead to a field, one cell is enough for a record */

/* What of the columns of a file is known. Belongs to one reader; all zero at first. */
struct apart_sheet {
    const struct layout *layout; /* NULL: no cells, and nothing to ask */
    struct number_form number;   /* what --decimal said */
    /* How many of these texts are headings that are known (see struct heading_options). */
    size_t (*knows)(void *context, const struct span *headings, size_t n);
    void *context;
    bool *other; /* by column: it holds other things than words */
    struct adding *adding;
    size_t adding_n;
    size_t known;       /* columns that lead to a field */
    size_t first;       /* the first of them */
    size_t said, brut;  /* columns of a file of --rejets, or layout->columns */
    struct row *row;    /* to read a line again */
    struct aside aside; /* that was looked at last */
    struct arena arena;
};

/* A file begins, with or without cells. Then each column that leads to a field is told, from left
 * to right: what it holds, under which caption; `field` is its number in a flat record. */
void aet_apart_file(struct apart_sheet *s, const struct layout *layout);
void aet_apart_column(struct apart_sheet *s, size_t column, enum holds holds, struct text title,
                      int field);
void aet_apart_free(struct apart_sheet *s);

/* Whether it is a file of --rejets: its lines are those of other files. */
static inline bool aet_apart_rejects(const struct apart_sheet *s)
{
    return s->brut < s->layout->columns;
}

/* What the line is that was read as `row`; when it is something, s->aside says more, until the next
 * one is looked at. It borrows from the row. */
enum apart aet_apart_look(struct apart_sheet *s, const struct row *row, struct span raw);

/* A line read again, until the next one; NULL: it cannot be. */
const struct row *aet_apart_again(struct apart_sheet *s, struct span raw);

/* Whether the line begins another table: two headings or more that are known, in other places than
 * those of the file, or one of two. `near` one that is no record. Looks at each cell: to be asked
 * of a line that follows such a one, or that cannot be read. */
bool aet_apart_second(struct apart_sheet *s, struct span raw, bool near);

/* What an amount or a duration says. False: it says none. */
AET_MUST bool aet_adding_read(const struct apart_sheet *s, const struct adding *a, struct span text,
                              int64_t *value);

/* Whether the values of a column add up. */
bool aet_apart_adds(const struct apart_sheet *s, size_t column);

/* Private to lib/apart: the second look, at a line of which all cells were read; a cell of it as it
 * is looked at. */
enum apart aet_apart_line(struct apart_sheet *s, const struct row *row, struct span raw);

static inline struct span aet_apart_cell(const struct apart_sheet *s, const struct row *row,
                                         size_t i)
{
    return aet_span_trim(aet_cell_bare(s->layout, row->cells[i]));
}

#endif
