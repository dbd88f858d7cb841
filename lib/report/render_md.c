/* CommonMark with tables. */
#include "report/render.h"

#include "report/condense.h"
#include "report/figure.h"
#include "report/grid.h"

/* What CommonMark would read as markup inside a table cell. */
static void md_text(struct buf *out, struct span s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '\n') {
            aet_buf_str(out, "<br>");
            continue;
        }
        if (strchr("|\\`*_[]<>#&~", s.p[i]) && s.p[i])
            aet_buf_char(out, '\\');
        aet_buf_char(out, s.p[i]);
    }
}

static void md_items(const struct span *items, size_t n, struct buf *out)
{
    for (size_t i = 0; i < n; i++) {
        aet_buf_str(out, "- ");
        md_text(out, items[i]);
        aet_buf_char(out, '\n');
    }
}

static void md_table(const struct report *r, const struct section *s, struct buf *out)
{
    struct grid g;

    aet_grid_make(&g, s, r->lang, "\n");
    for (size_t row = 0; row < g.rows; row++) {
        aet_buf_char(out, '|');
        for (size_t c = 0; c < g.columns; c++) {
            aet_buf_char(out, ' ');
            md_text(out, aet_grid_cell(&g, row, c));
            aet_buf_str(out, " |");
        }
        aet_buf_char(out, '\n');
        for (size_t c = 0; row == 0 && c < g.columns; c++)
            aet_buf_str(out, aet_figure_right(g.of[c]->type) ? c ? " ---: |" : "| ---: |"
                             : c                             ? " --- |"
                                                             : "| --- |");
        if (row == 0)
            aet_buf_char(out, '\n');
    }
    aet_grid_free(&g);
}

static void md_section(const struct report *r, const struct section *s, struct buf *out)
{
    if (s->kind->view.kind == VIEW_SENTENCES)
        for (size_t row = 0; row < s->rows; row++)
            md_items(&s->cells[row].u.s, 1, out);
    else
        md_table(r, s, out);
    if (s->notes_n)
        aet_buf_char(out, '\n');
    md_items(s->notes, s->notes_n, out);
}

void aet_render_md(const struct report *r, const struct render_options *o, struct buf *out)
{
    bool first = true;

    if (aet_render_headed(r, o)) {
        aet_buf_str(out, "# ");
        md_text(out, aet_span_z(aet_text(r->title, r->lang)));
        aet_buf_str(out, "\n\n");
        aet_render_caption(r, out);
        aet_buf_str(out, "\n");
        first = false;
    }
    for (size_t i = 0; i < r->n; i++) {
        struct section shown = aet_render_shown(&r->sections[i]);

        if (!aet_render_shows(o, &shown))
            continue;
        if (!first)
            aet_buf_char(out, '\n');
        first = false;
        if (aet_render_opens_annex(r, o, i)) {
            aet_buf_str(out, "## ");
            aet_buf_str(out, aet_text(aet_render_annex, r->lang));
            aet_buf_str(out, "\n\n");
        }
        if (!o->bare) {
            aet_buf_str(out, !o->section && aet_section_annexed(&shown) ? "### " : "## ");
            md_text(out, aet_span_z(aet_text(r->sections[i].kind->title, r->lang)));
            aet_buf_str(out, "\n\n");
        }
        md_section(r, &shown, out);
    }
}
