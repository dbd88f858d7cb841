/* render: a report in a format. A format is a row of aet_renderers and a short file. */
#ifndef AET_REPORT_RENDER_H
#define AET_REPORT_RENDER_H

#include "io/picture.h"
#include "report/report.h"

struct paper_template; /* paper/template.h */

struct render_options {
    const char *section; /* only this one; NULL: all */
    bool excel;          /* CSV for Excel in French */
    bool colour;         /* text for a terminal */
    size_t width;        /* text: columns of the terminal, 0 when there is none: then a page */
    bool bare;           /* one section without title, meta or frame: `table NAME` */
    const struct picture *logo;         /* at the head of a page or document; NULL: none */
    const struct paper_template *house; /* whose styles a document wears; NULL: its own */
};

struct renderer {
    const char *name;
    bool people; /* for people: of a long section the first rows */
    void (*render)(const struct report *r, const struct render_options *o, struct buf *out);
};

/* NULL when no renderer has that name. */
const struct renderer *aet_renderer_find(const char *name);

void aet_render_json(const struct report *r, const struct render_options *o, struct buf *out);
void aet_render_ndjson(const struct report *r, const struct render_options *o, struct buf *out);
void aet_render_csv(const struct report *r, const struct render_options *o, struct buf *out);
void aet_render_texte(const struct report *r, const struct render_options *o, struct buf *out);
void aet_render_md(const struct report *r, const struct render_options *o, struct buf *out);
void aet_render_html(const struct report *r, const struct render_options *o, struct buf *out);
void aet_render_xlsx(const struct report *r, const struct render_options *o, struct buf *out);
void aet_render_docx(const struct report *r, const struct render_options *o, struct buf *out);

/* Whether the options leave the section in. */
bool aet_render_wants(const struct render_options *o, const struct section *s);

/* The same where people read: one that has nothing to tell them here is asked for, or not shown. */
bool aet_render_shows(const struct render_options *o, const struct section *s);

/* The heading over the annex, and whether a section that is shown is the first under it. */
extern const struct text aet_render_annex;
bool aet_render_opens_annex(const struct report *r, const struct render_options *o, size_t i);

/* The section as far as people are shown it; what it holds stays the section's. */
struct section aet_render_shown(const struct section *s);

/* "aet-publics bilan · 2026-03-31 · 42 enregistrements, 2 rejetés" for the head of a report, behind
 * who made it where that is said; without the count when no input was read. */
void aet_render_caption(const struct report *r, struct buf *out);

/* Whether text is headed by the title: one section that is asked for, or a table, needs none,
 * unless somebody gave it. */
bool aet_render_headed(const struct report *r, const struct render_options *o);

/* What is said in the place of the logo: whose it is. */
struct span aet_render_logo(const struct report *r);

/* The picture that stands above the table of a section, or nothing; whether there is one. */
bool aet_svg_draws(const struct section *s);
void aet_svg_figure(const struct report *r, const struct section *s, struct buf *out);

/* How the picture of a section is read, for whoever does not see it; empty where none is drawn. */
const char *aet_picture_says(const struct section *s);

/* Bars stand within the table, so that no label is cut. The greatest of their values, 0 when the
 * section has no bars or nothing to show; the bars of one row; before the heading of a column, the
 * colour of its bars when there are several. */
double aet_svg_bars_top(const struct section *s);
void aet_svg_bars(const struct section *s, size_t row, double top, struct buf *out);
size_t aet_svg_bars_lines(const struct section *s); /* lines of text, as high as those of a row */
void aet_svg_bars_key(const struct section *s, int column, struct buf *out);

#endif
