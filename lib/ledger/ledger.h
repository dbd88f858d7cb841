/* A workbook (.xlsx: Office Open XML, ECMA-376) on its way out: sheets one after the other, each
 * row after row and cell after cell, from left to right. What is settled is appended to a buffer
 * that its owner empties when he likes: memory does not grow with the rows, nothing is written
 * beside, and the same calls make the same bytes. It knows cells, no records, reports or forms.
 *
 * Rows and columns are counted from 0. Texts are UTF-8; what XML cannot hold goes in as a workbook
 * has it, and comes out again. Numbers are shown as the language has them. */
#ifndef AET_LEDGER_LEDGER_H
#define AET_LEDGER_LEDGER_H

#include <stdint.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/must.h"
#include "chart/chart.h"
#include "io/office.h"

/* What a sheet holds, and a cell: UTF-16 units (ECMA-376; Excel, specifications and limits). */
enum { LEDGER_ROWS = 1048576, LEDGER_COLUMNS = 16384, LEDGER_TEXT = 32767, LEDGER_NAME = 31 };

/* What a cell holds, and how it is shown. */
enum ledger_format {
    LEDGER_AS_IS,   /* text, or a number as it is */
    LEDGER_IS_TEXT, /* text that stays one when somebody types over it: `007`, `1/2` */
    LEDGER_COUNT,
    LEDGER_NUMBER_1, /* with so many decimals */
    LEDGER_NUMBER_2,
    LEDGER_NUMBER_3,
    LEDGER_SHARE, /* 0.125: 12,5 % */
    LEDGER_MONEY,
    LEDGER_DATE,  /* 2026-03-31, as both languages have it here */
    LEDGER_HOURS, /* 2.5: 2,5 h */
    LEDGER_MINUTES,
    LEDGER_FORMATS
};

enum ledger_look {
    LEDGER_PLAIN,
    LEDGER_ONE_LINE, /* whatever it is: its row stays low */
    LEDGER_WRAPPED,  /* on several lines where it is longer than its column */
    LEDGER_RIGHT,    /* what stands for a number */
    LEDGER_HEADING,
    LEDGER_HEADING_RIGHT, /* over numbers */
    LEDGER_TITLE,
    LEDGER_CAPTION, /* on one line, over the cells beside it */
    LEDGER_NOTE,
    LEDGER_WRONG,   /* coloured: what is to be mended */
    LEDGER_EXAMPLE, /* set apart: what is no value of anybody's */
    LEDGER_LOOKS
};

struct ledger_style {
    enum ledger_format format;
    enum ledger_look look;
};

struct ledger_range {
    uint32_t row, column, last_row, last_column;
};

struct ledger;

/* `out` is borrowed and outlives it. `about` is what the workbook says of itself; NULL: nothing. */
struct ledger *aet_ledger_new(struct buf *out, enum lang lang, const struct office_about *about);

/* End the last sheet and the workbook; one without a sheet gets an empty one. False: it is larger
 * than four gigabytes, and no workbook. Frees it. */
AET_MUST bool aet_ledger_end(struct ledger *l);

/* Forget one that was not ended; NULL is allowed. */
void aet_ledger_free(struct ledger *l);

/* --- sheets ---------------------------------------------------------------------------------- */

struct ledger_sheet {
    struct span name;     /* any: made of 31 units at most, legal, and unlike the others */
    const double *widths; /* of columns, in characters; 0: the usual one. Copied. */
    size_t widths_n;
    uint32_t frozen_rows;    /* stay in sight, and are printed on each page */
    uint32_t frozen_columns; /* stay in sight */
    bool hidden;
};

/* Begin a sheet; the one before is ended. */
void aet_ledger_sheet(struct ledger *l, const struct ledger_sheet *s);

/* The name that the sheet at hand was given. Good until the next one begins. */
struct span aet_ledger_name(const struct ledger *l);

/* Whether there is no room for another row on it. */
bool aet_ledger_full(const struct ledger *l);

/* The width, in characters, that suits this text of one or several lines: between 8 and 60. */
double aet_ledger_width(struct span text);

/* --- rows and cells -------------------------------------------------------------------------- */

/* Begin the next row, or one further down; the height is in points, 0: as what stands there. */
void aet_ledger_row(struct ledger *l);
void aet_ledger_row_at(struct ledger *l, uint32_t row, double height);

/* Lines of a text in a column so wide, in which it is wrapped; 0: as many as it has itself. */
size_t aet_ledger_lines(struct span text, double wide);

/* How high a row is that shows so many lines, but no page; 0 of one, which needs no word. */
double aet_ledger_height(size_t lines);

/* The row at hand. */
uint32_t aet_ledger_at(const struct ledger *l);

/* Whether a text is short enough for a cell: a longer one is cut, and ends in `…`. */
bool aet_ledger_fits(struct span text);

/* Cells of the row at hand, from left to right. A text is a text whatever it looks like: `=1+1`. */
void aet_ledger_text(struct ledger *l, uint32_t column, struct span text, struct ledger_style s);

/* Digits with a decimal point, `-` before them or not (a number of JSON). More than fifteen of them
 * are a text, as no spreadsheet keeps them. */
void aet_ledger_number(struct ledger *l, uint32_t column, struct span digits,
                       struct ledger_style s);
void aet_ledger_double(struct ledger *l, uint32_t column, double v, struct ledger_style s);

/* The number of a day, as a workbook counts them; 0: none that it can hold (a month, years before
 * 1901). */
int32_t aet_ledger_day(struct date d);

/* A day; a text where it is none that a workbook can hold. */
void aet_ledger_date(struct ledger *l, uint32_t column, struct date d, enum ledger_look look);

/* An empty cell that shows its look. */
void aet_ledger_blank(struct ledger *l, uint32_t column, struct ledger_style s);

/* --- what a sheet has beside cells: any time before the next one begins ------------------------
 */

/* Arrows that sort and choose on the first row of the range; one for each sheet. */
void aet_ledger_filter(struct ledger *l, struct ledger_range r);

/* One cell of many; its text is that of the first. */
void aet_ledger_merge(struct ledger *l, struct ledger_range r);

/* What is said of a cell when one points at it: kept until the sheet ends. One for each cell. */
void aet_ledger_comment(struct ledger *l, uint32_t row, uint32_t column, struct span text);

/* Colours from the least to the greatest number. */
void aet_ledger_scale(struct ledger *l, struct ledger_range r);

/* What may stand in cells that somebody fills. */
enum ledger_rule_kind { LEDGER_LIST, LEDGER_DAYS, LEDGER_DECIMALS, LEDGER_WHOLE };

/* What the hidden sheet is called that holds the lists of a form, and whether a name is that: who
 * reads the form back need not be told of it. */
extern const struct text aet_ledger_lists;
bool aet_ledger_is_lists(struct span name);

struct ledger_rule {
    enum ledger_rule_kind kind;
    struct ledger_range cells;
    bool strict; /* nothing else can stand there; otherwise one is asked, and may go on */
    bool open;   /* anything else can, without a word */

    /* Of a list: cells of a sheet (named as it will be), or words: of `words_n`, without commas and
     * of 255 units together, which aet_ledger_words tells. */
    struct span from;
    struct ledger_range source;
    const struct span *words;
    size_t words_n;

    /* Of days and numbers: at least, and at most where that is more. */
    double least, most;
    struct date first, last; /* no year: 1901 to 9999 */

    struct span prompt_title, prompt; /* shown in the cell; empty: nothing */
    struct span error_title, error;   /* what is said of anything else */
};

void aet_ledger_rule(struct ledger *l, const struct ledger_rule *r);

/* Whether a list of words is short enough to stand in the rule itself. */
bool aet_ledger_words(const struct span *words, size_t n);

/* A chart of cells of the sheet at hand. */
struct ledger_series {
    struct span name;
    struct ledger_range values; /* of one column */
    struct chart_look look;
};

struct ledger_chart {
    enum chart_kind kind;
    struct span title;
    struct ledger_range labels; /* of one column: of the bars or points */
    const struct ledger_series *series;
    size_t series_n;
    struct chart_axis axis;
    struct ledger_range place; /* the cells that it covers */
};

void aet_ledger_chart(struct ledger *l, const struct ledger_chart *c);

#endif
