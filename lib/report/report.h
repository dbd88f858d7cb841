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
    CELL_LIST,   /* texts; see aet_row_list */
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

/* How a section is best seen. */
enum view_kind {
    VIEW_TABLE,
    VIEW_BARS,
    VIEW_HEATMAP,
    VIEW_TIMELINE,
    VIEW_LINES,
    VIEW_COMPARE,  /* bars, each row with its own scale, as rows need not be of one unit */
    VIEW_FORM,     /* a table that people write in: its empty cells have room */
    VIEW_CURVE,    /* steps: a bar for what each adds, a line for what there is then */
    VIEW_CHAIN,    /* what leads to what: a tree of columns, and what hangs from its leaves */
    VIEW_NETWORK,  /* who is tied to whom */
    VIEW_PROGRESS, /* shares on their way from 0 to 1 */
    VIEW_SENTENCES /* its one column is sentences, to be read one after the other */
};

/* Columns are named by the enumerators that the section's columns are declared with. */
enum { AET_SIDE_BY_SIDE = -1 };

struct view {
    enum view_kind kind;
    int label;    /* what a row is; heat-map: its row; lines: the points */
    int across;   /* chain: the last column of the tree; network: the other name; heat-map: its
                     column, or AET_SIDE_BY_SIDE: the measures are; lines: the series;   timeline: a
                     column that says `fait`, `en-cours`, `en-retard`, `a-venir` or   `arrete` */
    int from, to; /* the first measure and the last; chain: what hangs from its leaves; timeline:
                     start and end; progress: the way covered, and what was expected of it at the
                     report's date */
};

/* What --masquer makes of a section (masking/mask.h). */
enum mask_kind {
    MASK_LEFT_OUT, /* its rows are records, or what it says cannot be weighed: it is left out */
    MASK_OPEN,     /* it tells of no group of people: it stays */
    MASK_COUNTS,   /* it counts: small counts are hidden, and what would give them away */
    MASK_WORDS,    /* what was found, with its figures in words: these are left out */
    MASK_OWN       /* who fills it hides what must be */
};

/* A column that counts, and what: the same words in another section are the same records, which
 * its keys divide more or less finely. */
struct mask_count {
    int column;
    const char *of;
};

/* A column that columns `from` to `to` are parts of; what they leave is a part too. total may be
 * AET_MASK_ALL: it is not printed, but known. */
struct mask_sum {
    int total, from, to;
};

enum {
    AET_MASK_ALL = -1,
    AET_MASK_KEYS = 4,
    AET_MASK_COUNTS = 9,
    AET_MASK_SUMS = 3,
    AET_MASK_FEW = 3
};

/* Sums over rows that are not printed, but known by shares: of the rows that have a key in common,
 * or of all rows. */
#define AET_MARGIN(key) (1U << (key))
#define AET_MARGIN_ALL (1U << AET_MASK_KEYS)

struct section;

/* Hide in a section what is told of fewer than `under`. True: it is to be left out. */
typedef bool aet_few(struct section *s, int64_t under);

struct mask {
    enum mask_kind kind;
    int keys[AET_MASK_KEYS], keys_n; /* columns that say what a row counts; none: all there is */
    int also_n;                      /* of keys, behind them: what follows from them */
    struct mask_count counts[AET_MASK_COUNTS]; /* up to the first that counts nothing (of: NULL) */
    struct mask_sum sums[AET_MASK_SUMS];       /* up to the first that is all 0 */
    unsigned margins;
    const char *like; /* a section with the same keys: its rows are hidden here too */
    int persons[2];   /* columns of an open section that name people, up to the first 0 */
    int few[AET_MASK_FEW], few_n; /* columns that tell how many different things there are, which
                                     adds up to nothing: small ones are hidden */
    aet_few *also;                /* what else goes, once the counts are hidden; NULL: nothing */
};

/* Fill a section of what a verb has counted: its rows and its notes. */
typedef void aet_fill(void *sum, struct section *s);

#define AET_RESUME "resume" /* the key of a summary */

/* Say a sentence of it, or nothing (resume.h). */
struct resume;
typedef void aet_tell(struct resume *z);

/* A section is a row of its verb's table: all that is ever said of it, and what fills it. */
struct section_kind {
    const char *key;
    struct text title;
    const struct column *columns; /* AET_COLUMNS gives these two */
    size_t n;
    bool single; /* one object, not an array: `base` */
    struct view view;
    aet_fill *fill;        /* NULL: the verb makes the report's only section itself */
    aet_tell *const *tell; /* the summary, the first of its table: filled last, by these */
    bool of_reading;       /* a summary of what was read and rejected: it says that itself */
    /* Where people read, the first so many rows; 0: all. What machines read holds every row. The
     * words that follow the number of the others under the table: of one, of several. */
    size_t shown;
    struct text rest[2];
    /* Where people read: so many columns lead to the others, and are said once where rows follow
     * one another that have the same; the section stands in the annex, behind all that decides. */
    size_t led;
    bool annex;
    bool if_any;    /* where people read, it is there when it has rows */
    uint64_t aside; /* columns that tell how the figures of a row came about, a bit each: on a page
                       below the row, and not on paper */
    size_t brief;   /* it decides: of a report on one page it is there, with so many rows at most */
    struct mask mask;
};

/* The columns of a kind: an array that is filled by designators, [COLUMN] = { … }, of an enum. */
#define AET_COLUMNS(array) .columns = (array), .n = sizeof(array) / sizeof *(array)

struct cell {
    bool put, known;
    union {
        int64_t i;
        double d;
        struct span s;
        struct date date;
    } u;
    struct span shown; /* of a code, of a list of codes: what people read in its place; empty: it */
};

struct section {
    const struct section_kind *kind;
    struct report *report; /* that it is of */
    struct cell *cells;    /* row after row */
    size_t rows, cells_cap;
    size_t more;        /* rows that were left out already, see aet_report_wants */
    uint64_t dropped;   /* columns that tell people nothing here, a bit each */
    bool absent;        /* it has nothing to tell people here, not even that there is nothing */
    bool withheld;      /* it had rows, and a note says why they are not there */
    bool open;          /* a row is begun, and not ended */
    struct span *notes; /* sentences under the section */
    size_t notes_n, notes_cap;
    uint64_t worded; /* by note: it is words alone, the same whatever was counted */
};

/* Whether a column is one that people are shown; and, for what fills a section, that it is not:
 * nothing stands in it, as where no record names a group. */
static inline bool aet_section_shows(const struct section *s, size_t column)
{
    return !s->kind->columns[column].plain && !(s->dropped >> column & 1);
}

static inline void aet_section_drop(struct section *s, int column)
{
    s->dropped |= (uint64_t)1 << column;
}

struct input_file {
    struct span name;
    uint64_t records, rejected; /* those read, and of them */
    uint64_t aside;             /* lines that are no records */
    uint64_t elements, values;  /* rejected of documents that passed */
    struct span sha256;         /* empty: not asked for */
    bool cells;                 /* its records are rows of a table; no report tells it */
};

/* What a run before this one left out of what is read here. */
struct upstream {
    struct span file; /* that says so; empty: nobody does */
    uint64_t read, passed, rejected, aside;
    uint64_t elements, values; /* of documents that passed */
};

/* An option that a file of habits gave: what a reader does not see on the command line. */
struct habit_used {
    const char *option, *value; /* "" for a flag */
};

/* What stands at the head of a report (meta), member by member, and its sections. */
struct report {
    const char *tool, *verb, *version;
    struct text title;
    struct span author; /* empty: nobody is said */
    bool named;         /* title or author were given: they are said of one section, too */
    enum lang lang;
    struct date date;
    struct span seed; /* empty: none */
    struct input_file *inputs;
    size_t inputs_n, inputs_cap;
    struct upstream upstream;
    struct habit_used *habits;
    size_t habits_n;
    struct section *sections;
    size_t n, cap;
    bool alert;       /* there are alerts or late items */
    bool people;      /* it is made for people: of a long section the first rows */
    bool brief;       /* it is on one page (brief.h) */
    bool masks;       /* small counts will be hidden: the whole of it is looked at */
    const char *only; /* the one section that is asked for; NULL: all */
    struct arena arena;
};

void aet_report_free(struct report *r);

/* Begin a section; the pointer holds until the next one is begun. The report stays where it is. */
struct section *aet_report_section(struct report *r, const struct section_kind *kind);

/* Begin and fill the sections of a table, ended by NULL, in its order. */
void aet_report_fill(struct report *r, const struct section_kind *const *kinds, void *sum);

/* How many rows of a section will be written, at most: for what would keep more of them than that
 * (it then says in `more` how many it left out). */
size_t aet_report_wants(const struct report *r, const struct section_kind *kind);

/* Rows that are kept while records are read: a report of its own that holds the sections of a
 * table, empty at first (who began it frees it), and the section of a kind among them. */
void aet_kept_begin(struct report *kept, enum lang lang, const struct section_kind *const *kinds);
struct section *aet_kept_section(struct report *kept, const struct section_kind *kind);

/* For what fills a section: the rows and notes that were kept in one of its kind. */
void aet_section_fill_kept(struct section *s, const struct report *kept);

/* What is wrong with a kind, NULL when nothing is: a column that has no name or caption, a view of
 * columns that it has not or that cannot be seen so. Asked of every declared section at start-up,
 * and of each when it is begun. */
const char *aet_section_fault(const struct section_kind *kind);

/* A mistake of ours in filling a section: one line, and the process ends. */
_Noreturn void aet_section_broken(const struct section_kind *kind, const char *column,
                                  const char *what);

/* A row: begun, then every column put once, in any order, then ended. A cell that is put twice, is
 * not of its column's type or is left out is a mistake of ours that ends the process: what is not
 * known is put as unknown. Texts are copied into the report. */
void aet_row_begin(struct section *s);
void aet_row_end(struct section *s);

void aet_row_text(struct section *s, int column, struct span text);
void aet_row_word(struct section *s, int column, const char *text);
/* A text that may be a date as ISO 8601 has it: people read it in the form of the language. */
void aet_row_dated(struct section *s, int column, struct span text);
/* A code, and what people read in its place. */
void aet_row_coded(struct section *s, int column, struct span code, struct span label);
void aet_row_coded_words(struct section *s, int column, const char *code, struct text label);
void aet_row_words(struct section *s, int column, struct text text); /* in the report's language */
void aet_row_count(struct section *s, int column, int64_t n);
void aet_row_number(struct section *s, int column, double v);
void aet_row_share(struct section *s, int column, int64_t part, int64_t whole); /* unknown of 0 */
void aet_row_money(struct section *s, int column, int64_t cents);
void aet_row_date(struct section *s, int column, struct date d); /* unknown when its year is 0 */
void aet_row_bool(struct section *s, int column, bool yes);
void aet_row_unknown(struct section *s, int column);

/* The same where a value may be missing: unknown unless `known`, or when the text is empty. */
void aet_row_text_if(struct section *s, int column, struct span text);
void aet_row_count_if(struct section *s, int column, bool known, int64_t n);
void aet_row_number_if(struct section *s, int column, bool known, double v);
void aet_row_money_if(struct section *s, int column, bool known, int64_t cents);

/* What the numbers beside them are without: records rejected and lines that are no records, the
 * first as the language calls such records; of documents, what was rejected of those that passed.
 */
#define AET_COLUMNS_REJECTED(REJETES, ECARTES, FR)                                             \
    [REJETES] = { "rejetes", { FR, "Rejected on reading" }, CELL_COUNT, false }, [ECARTES] = { \
        "ecartes", { "Lignes écartées", "Lines left out" }, CELL_COUNT, false                  \
    }
void aet_row_rejected(struct section *s, int rejetes, int ecartes);
void aet_row_rejected_parts(struct section *s, int elements, int values);

/* A list is one text whose parts are separated by U+001F, put together by aet_list_add. */
void aet_row_list(struct section *s, int column, struct span joined);

/* The same of codes, with what people read in their place: the labels, in their order. */
void aet_row_list_coded(struct section *s, int column, struct span codes, struct span labels);
void aet_list_add(struct buf *list, struct span part);
bool aet_list_part(struct span *joined, struct span *part);

/* A sentence under the section; in the report's language; after a number, and only when that is
 * not 0. */
void aet_section_note(struct section *s, struct span text);
void aet_section_say(struct section *s, struct text words);
void aet_section_say_count(struct section *s, int64_t n, struct text one, struct text many);

/* Rows that are left out where people read. */
size_t aet_section_rest(const struct section *s);

/* `of`: all but the name and the digest. `sha256` may be NULL. */
void aet_report_input(struct report *r, struct span name, const struct input_file *of,
                      const char *sha256);

/* All inputs as one without a name: records read here; those rejected, here and upstream, lines
 * that are no records, elements and values rejected of documents that passed. */
struct input_file aet_report_all(const struct report *r);

const struct section *aet_report_find(const struct report *r, const char *key);

#endif
