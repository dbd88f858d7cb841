/* A text document (.docx: Office Open XML, ECMA-376) as it is written: a title, headings,
 * paragraphs and tables, one after the other. It knows words and cells, no reports. Everything
 * wears a named style, the built-in one of its kind, so that a house template dresses it
 * (paper/template.h); what the template has not comes from here. The same calls make the same
 * bytes: no clock is asked.
 *
 * Texts are UTF-8 and made harmless (base/harmless.h); a line end in one is a line end on paper. */
#ifndef AET_PAPER_PAPER_H
#define AET_PAPER_PAPER_H

#include <stdint.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/must.h"
#include "base/text.h"
#include "chart/chart.h"
#include "io/picture.h"

struct paper;
struct paper_template; /* paper/template.h */

enum paper_style {
    PAPER_BODY,
    PAPER_TITLE,
    PAPER_SUBTITLE,
    PAPER_HEADING_1,
    PAPER_HEADING_2,
    PAPER_HEADING_3,
    PAPER_CAPTION,
    PAPER_BULLET,
    PAPER_NOTE,
    PAPER_CONTENTS, /* an entry of the table of contents */
    PAPER_CELL,     /* what stands in tables */
    PAPER_HEADER,
    PAPER_FOOTER,
    PAPER_TABLE, /* the tables themselves */
    PAPER_STYLES
};

/* What the document says of itself, and what it wears. All is copied. */
struct paper_setup {
    enum lang lang;
    struct span title, author; /* author: may be empty */
    struct date date;
    const struct paper_template *dress; /* NULL: its own */
};

/* `out` is borrowed and outlives it; all of the document is appended at its end. */
struct paper *aet_paper_new(struct buf *out, const struct paper_setup *setup);

/* Write the document. False: it is larger than four gigabytes, and none. Frees it. */
AET_MUST bool aet_paper_end(struct paper *p);

/* A paragraph; empty texts leave none. */
void aet_paper_text(struct paper *p, enum paper_style style, struct span text);

/* A picture by itself, PNG or JPEG, as small as a sign of a house is; `says`: in its place. */
void aet_paper_picture(struct paper *p, const struct picture *picture, struct span says);

/* A chart as wide as the page at hand, so many twentieths of a point high. `chart` says no
 * workbook: `workbook` is the one that its cells stand in, for whoever changes them; the bytes
 * become the document's own. */
struct paper_chart {
    const struct chart *chart;
    struct buf *workbook;
    struct span name, says; /* its title, and what is said of it, for who does not see it */
    uint32_t high;
};
void aet_paper_chart(struct paper *p, const struct paper_chart *c);

/* A picture of lines, dots and words, begun and ended; lengths are twentieths of a point, from its
 * top left. */
struct paper_shapes {
    struct span name, says; /* as of a chart */
    uint32_t wide, high;
};
struct paper_point {
    uint32_t x, y;
};
struct paper_box {
    uint32_t x, y, wide, high;
};
void aet_paper_shapes(struct paper *p, const struct paper_shapes *s);
void aet_paper_line(struct paper *p, struct paper_point a, struct paper_point b, uint32_t thick,
                    const char *colour);
void aet_paper_dot(struct paper *p, struct paper_point at, uint32_t radius, const char *colour);
/* Words in the middle of the height of a box, at a side: left, right or center. */
void aet_paper_label(struct paper *p, struct paper_box box, const char *side, struct span text);
void aet_paper_shapes_end(struct paper *p);

/* The headings of the first level that will follow, in their order, each leading there. */
void aet_paper_contents(struct paper *p, const struct span *headings, size_t n);

/* What follows stands on pages that lie on their side, or not; a page is left for it only where
 * more than a title stands on it. Whether the page at hand lies; how wide such a page is between
 * its margins, and how high, in twentieths of a point. */
void aet_paper_turn(struct paper *p, bool sideways);
bool aet_paper_sideways(const struct paper *p);
uint32_t aet_paper_width(const struct paper *p, bool sideways);
uint32_t aet_paper_height(const struct paper *p, bool sideways);

/* How wide a letter is, in hundredths of its height: what words take is known only to who sets
 * them, in letters that a house has chosen less than in ours. */
uint32_t aet_paper_letters(const struct paper *p);

/* --- tables ---------------------------------------------------------------------------------- */

enum { PAPER_BARS = 3, PAPER_MARGIN = 80 /* left and right in a cell, twentieths of a point */ };

struct paper_table {
    const uint32_t *widths; /* of columns, twentieths of a point */
    size_t columns;
    bool headed;       /* the first row is headings, again on each page */
    bool gridded;      /* lines between columns, for what is filled in by hand */
    uint32_t size;     /* of its letters, in half points */
    struct span title; /* what a screen reader says of it */
    struct span says;  /* and how it is read; may be empty */
};

/* A cell over several rows: the first of them holds what it says. */
enum paper_over { PAPER_ONE_ROW, PAPER_FIRST_ROW, PAPER_NEXT_ROW };

enum paper_edges { PAPER_STYLED, PAPER_BOXED, PAPER_EDGELESS };

struct paper_cell {
    struct span text;
    bool right;   /* flush right */
    bool heading; /* of its column or row */
    enum paper_over over;
    enum paper_edges edges;
    bool kept;               /* on the page of the row below */
    char ground[7];          /* RRGGBB; empty: none */
    bool light;              /* its letters, on a dark ground */
    const char *key;         /* the colour of its column's bars, before its text; NULL: none */
    double bars[PAPER_BARS]; /* 0 to 1, one under the other, in place of the text */
    const char *colours[PAPER_BARS];
    size_t bars_n;
};

/* Begin a table; `t` is borrowed until its end. Rows, their cells from left to right. */
void aet_paper_table(struct paper *p, const struct paper_table *t);
void aet_paper_row(struct paper *p);
void aet_paper_cell(struct paper *p, const struct paper_cell *c);
void aet_paper_table_end(struct paper *p);

#endif
