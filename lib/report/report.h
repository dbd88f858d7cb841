/* report: one model for every result. A report is named sections; a section is typed columns and
 * rows, with a hint of how it is best seen. Who fills it knows no format; who renders it knows no
 * domain. */
#ifndef AET_REPORT_REPORT_H
#define AET_REPORT_REPORT_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/text.h"

enum cell_type {
    CELL_TEXT,   /* words */
    CELL_CODE,   /* an id or a name of a field: never translated */
    CELL_LIST,   /* texts; see aet_put_list */
    CELL_COUNT,  /* a whole number */
    CELL_NUMBER, /* a measure */
    CELL_SHARE,  /* 0 to 1; a percentage where people read */
    CELL_MONEY,  /* cents */
    CELL_DATE,
    CELL_BOOL
};

struct column {
    const char *name; /* in JSON and CSV: part of the contract */
    struct text title;
    enum cell_type type;
    bool plain; /* for programs only: people see the label beside it */
};

/* How a section is best seen. Columns are given by their index. */
enum view_kind {
    VIEW_TABLE,
    VIEW_BARS,
    VIEW_HEATMAP,
    VIEW_TIMELINE,
    VIEW_LINES,
    VIEW_COMPARE,
    VIEW_PROGRESS /* shares on their way from 0 to 1 */
};

struct view {
    enum view_kind kind;
    int label;  /* what a row is; heat-map: its row */
    int across; /* heat-map: its column, or -1: the measures stand side by side; lines: the series
                   (label: the points); timeline: a column that says `fait`, `en-cours`,
                   `en-retard`, `a-venir` or `arrete` */
    int value;  /* the first measure; timeline: the start */
    int values; /* bars, compare, heat-map: how many measures from there (each row of a comparison
                   has its own scale, as its rows need not be of one unit); timeline: the end;
                   progress: what was expected at the report's date */
};

/* The view of a section that is a table and nothing else. */
#define AET_VIEW_TABLE         \
    {                          \
        VIEW_TABLE, 0, 0, 0, 0 \
    }

struct section_kind {
    const char *key;
    struct text title;
    const struct column *columns;
    size_t n;
    bool single; /* one object, not an array: `base` */
    struct view view;
};

struct cell {
    bool known;
    union {
        int64_t i;
        double d;
        struct span s;
        struct date date;
    } u;
};

struct section {
    const struct section_kind *kind;
    struct cell *cells; /* row after row */
    size_t rows, cells_n, cells_cap;
    struct span *notes; /* sentences under the section */
    size_t notes_n, notes_cap;
};

struct input_file {
    struct span name;
    uint64_t records, rejected;
    struct span sha256; /* empty: not asked for */
};

struct report {
    const char *tool, *verb, *version;
    struct text title;
    enum lang lang;
    struct date date;
    struct span seed; /* empty: none */
    struct input_file *inputs;
    size_t inputs_n, inputs_cap;
    struct section *sections;
    size_t n, cap;
    bool alert; /* there are alerts or late items */
    struct arena arena;
};

void aet_report_free(struct report *r);

/* Begin a section; the pointer holds until the next one is begun. */
struct section *aet_report_section(struct report *r, const struct section_kind *kind);

/* Fill rows from left to right; the next row begins by itself. Texts are copied into the report. */
void aet_put_text(struct report *r, struct section *s, struct span text);
void aet_put_count(struct section *s, int64_t n);
void aet_put_number(struct section *s, double v);
void aet_put_share(struct section *s, int64_t part, int64_t whole); /* unknown when whole is 0 */
void aet_put_money(struct section *s, int64_t cents);
void aet_put_date(struct section *s, struct date d); /* unknown when its year is 0 */
void aet_put_bool(struct section *s, bool yes);
void aet_put_unknown(struct section *s);

/* The same where a value may be missing: unknown unless `known`, or when the text is empty. */
void aet_put_text_if(struct report *r, struct section *s, struct span text);
void aet_put_count_if(struct section *s, bool known, int64_t n);
void aet_put_number_if(struct section *s, bool known, double v);

/* A list is one text whose parts are separated by U+001F, put together by aet_list_add. */
void aet_put_list(struct report *r, struct section *s, struct span joined);
void aet_list_add(struct buf *list, struct span part);
bool aet_list_part(struct span *joined, struct span *part);

/* A sentence under the section. */
void aet_section_note(struct report *r, struct section *s, struct span text);

void aet_report_input(struct report *r, struct span name, uint64_t records, uint64_t rejected,
                      const char *sha256);

const struct section *aet_report_find(const struct report *r, const char *key);

#endif
