/* render: a report in a format. A format is a row of aet_renderers and a short file. */
#ifndef AET_REPORT_RENDER_H
#define AET_REPORT_RENDER_H

#include "report/report.h"

struct render_options {
    const char *section; /* only this one; NULL: all */
    bool excel;          /* CSV for Excel in French */
    bool colour;         /* text for a terminal */
    size_t width;        /* text: columns of the terminal, 0 when there is none */
    bool bare;           /* one section without title, meta or frame: `table NAME` */
};

struct renderer {
    const char *name;
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

/* Whether the options leave the section in. */
bool aet_render_wants(const struct render_options *o, const struct section *s);

/* "aet-publics bilan · 2026-03-31 · 42 enregistrements, 2 rejetés" for the head of a report. */
void aet_render_caption(const struct report *r, struct buf *out);

/* The heat-map or bars of a section as inline SVG; nothing when its view is a table. */
void aet_render_svg(const struct report *r, const struct section *s, struct buf *out);

/* Append text with & < > " made harmless. */
void aet_html_text(struct buf *out, struct span s);

#endif
