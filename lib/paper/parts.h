/* A document being written, for the files of this folder alone. */
#ifndef AET_PAPER_PARTS_H
#define AET_PAPER_PARTS_H

#include "io/office.h"
#include "io/zip.h"
#include "paper/paper.h"

/* A part of the package that the text leans on: styles, a header, a picture. */
struct paper_part {
    char *path;           /* within word/ */
    const char *type;     /* of its content; NULL: its suffix says it */
    const char *relation; /* how the text leans on it; NULL: another part does */
    struct buf bytes;
    struct buf relations; /* of its own; empty: none */
};

/* One kind of page, as w:sectPr has it; lengths in twentieths of a point. */
struct paper_page {
    uint32_t wide, high; /* upright */
    uint32_t top, right, bottom, left, header, footer, gutter;
};

struct paper {
    struct buf *out, body;
    struct paper_setup setup;
    struct buf title, author;
    char *ids[PAPER_STYLES]; /* of its styles */
    bool bullets;            /* lists have no sign of their own: it is written */
    struct paper_part *parts;
    size_t n, cap;
    struct paper_page page;
    struct buf frame;     /* references to headers and footers, as each section has them */
    bool own_first;       /* the first page has headers of its own */
    bool sideways, begun; /* the pages at hand; more than a title stands on them */
    size_t headings;      /* of the first level, so far */
    size_t drawings;      /* and pictures of all kinds */
    size_t charts;        /* those of them that are charts */
    size_t shapes;        /* in the picture at hand */
    size_t sections;      /* that are closed */

    const struct paper_table *table; /* at hand */
    size_t row, column;
};

/* A part more; the bytes become its own. Its number, from 1: how the text refers to it (rIdN). */
size_t aet_paper_part(struct paper *p, const char *path, const char *type, const char *relation,
                      struct buf *bytes);

void aet_paper_parts_free(struct paper_part *parts, size_t n);

/* drawing.c: begin a drawing, on a line of its own, what is drawn appended to the body; its lengths
 * are those of drawings. */
enum { PAPER_LENGTH = 635 /* of drawings, to a twentieth of a point */, PAPER_SHAPES = 10000 };

struct paper_drawing {
    struct span name, says;
    const char *uri;    /* what it is */
    const char *before; /* stands around it, NULL: nothing */
    uint64_t wide, high;
};

void aet_paper_drawing(struct paper *p, const struct paper_drawing *d);
void aet_paper_drawing_end(struct paper *p, const char *behind);
void aet_paper_extent(struct buf *xml, const char *element, uint64_t wide, uint64_t high);

/* styles.c: the id by which a style is referred to, its name, and the part that defines all of
 * them. */
const char *aet_paper_style(const struct paper *p, enum paper_style style);
const char *aet_paper_style_name(enum paper_style style);
void aet_paper_styles(struct paper *p);

/* Which language words are of, as a property of a run. */
const char *aet_paper_tongue(enum lang lang);

/* frame.c: settings, lists, header and footers. */
void aet_paper_frame(struct paper *p);

/* Letter, as paper is in Québec, with margins of two centimetres. */
extern const struct paper_page aet_paper_letter;

/* A run of text: `properties` are children of w:rPr, in their order. */
void aet_paper_run(const struct paper *p, struct buf *xml, struct span text,
                   const char *properties);

/* package.c: all parts, and how they hang together. */
AET_MUST bool aet_paper_package(struct paper *p);

#define XML_WORDS "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define WORDS_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

#endif
