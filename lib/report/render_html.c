/* One self-contained page: no script, no outside resource, readable on paper and by a screen
 * reader. Every picture has its table beside it. */
#include "report/render.h"

#include "io/markup.h"
#include "report/figure.h"

/* Colours are WCAG AA on their ground, in light and on paper. */
static const char style[] =
    "body{font:16px/1.5 system-ui,\"Segoe UI\",Arial,sans-serif;color:#1b1b1f;background:#fff;"
    "max-width:72rem;margin:2rem auto;padding:0 1rem}"
    "h1{font-size:1.7rem;margin:0 0 .2rem}h2{font-size:1.2rem;margin:2.2rem 0 .5rem;"
    "border-bottom:2px solid #1f4e79;padding-bottom:.2rem}"
    "p.legende{color:#4a4a55;margin:0 0 1rem}"
    "table{border-collapse:collapse;width:100%;margin:.6rem 0}"
    "th,td{padding:.3rem .6rem;border-bottom:1px solid #d3d6dd;text-align:left;vertical-align:top}"
    "th{background:#eef2f7;font-weight:600}td.d,th.d{text-align:right;font-variant-numeric:"
    "tabular-nums;white-space:nowrap}"
    "td.c{white-space:nowrap}td.b{width:9.5rem;vertical-align:middle}thead td{background:#eef2f7}"
    "td.b svg{display:block}table.bref{width:auto;min-width:24rem}"
    "td ul{margin:0;padding-left:1.1rem}nav ul{columns:2;padding-left:1.1rem}"
    "a{color:#1f4e79}figure{margin:.6rem 0;overflow-x:auto}"
    "figure svg{max-width:100%;height:auto}figcaption{color:#4a4a55;font-size:.92rem}"
    "ul.notes{color:#4a4a55;font-size:.92rem}"
    ".large{overflow-x:auto}"
    "@media "
    "print{*{print-color-adjust:exact;-webkit-print-color-adjust:exact}body{margin:0;max-width:"
    "none;font-size:10pt}nav{display:none}"
    "h2{break-after:avoid}tr,figure{break-inside:avoid}}";

static void html_cell(const struct report *r, const struct section *s, size_t i,
                      const int *decimals, struct buf *out)
{
    const struct cell *c = &s->cells[i];
    enum cell_type type = s->kind->columns[i % s->kind->n].type;
    struct span list = c->u.s, part;
    struct buf text = { 0 };

    aet_buf_str(out, aet_figure_right(type)                   ? "<td class=\"d\">"
                     : type == CELL_DATE || type == CELL_CODE ? "<td class=\"c\">"
                                                              : "<td>");
    if (type == CELL_LIST && c->known && c->u.s.n) {
        aet_buf_str(out, "<ul>");
        while (aet_list_part(&list, &part)) {
            aet_buf_str(out, "<li>");
            aet_html_text(out, part);
            aet_buf_str(out, "</li>");
        }
        aet_buf_str(out, "</ul>");
    } else {
        aet_figure_in(&text, c, type, decimals[i % s->kind->n], r->lang, ", ");
        aet_html_text(out, aet_buf_view(&text));
    }
    aet_buf_str(out, "</td>");
    aet_buf_free(&text);
}

static void html_heading(const struct report *r, const struct section *s, size_t column,
                         const char *scope, struct buf *out)
{
    const struct column *c = &s->kind->columns[column];

    aet_buf_str(out, "<th scope=\"");
    aet_buf_str(out, scope);
    aet_buf_str(out, aet_figure_right(c->type) && *scope == 'c' ? "\" class=\"d\">" : "\">");
    aet_svg_bars_key(s, (int)column, out);
    aet_html_text(out, aet_span_z(aet_text(c->title, r->lang)));
    aet_buf_str(out, "</th>");
}

static void html_single(const struct report *r, const struct section *s, struct buf *out)
{
    int *decimals = aet_figure_decimals(s);

    aet_buf_str(out, "<table class=\"bref\"><tbody>\n");
    for (size_t c = 0; s->rows && c < s->kind->n; c++) {
        aet_buf_str(out, "<tr>");
        html_heading(r, s, c, "row", out);
        html_cell(r, s, c, decimals, out);
        aet_buf_str(out, "</tr>\n");
    }
    aet_buf_str(out, "</tbody></table>\n");
    aet_free(decimals);
}

static void html_row(const struct report *r, const struct section *s, size_t row,
                     const int *decimals, double top, struct buf *out)
{
    aet_buf_str(out, "<tr>");
    for (size_t c = 0; c < s->kind->n; c++) {
        if (s->kind->columns[c].plain)
            continue;
        html_cell(r, s, row * s->kind->n + c, decimals, out);
        if (top > 0 && (int)c == s->kind->view.label) {
            aet_buf_str(out, "<td class=\"b\">");
            aet_svg_bars(s, row, top, out);
            aet_buf_str(out, "</td>");
        }
    }
    aet_buf_str(out, "</tr>\n");
}

static void html_table(const struct report *r, const struct section *s, struct buf *out)
{
    int *decimals = aet_figure_decimals(s);
    double top = aet_svg_bars_top(s);

    aet_buf_str(out, "<div class=\"large\"><table><thead><tr>");
    for (size_t c = 0; c < s->kind->n; c++) {
        if (s->kind->columns[c].plain)
            continue;
        html_heading(r, s, c, "col", out);
        if (top > 0 && (int)c == s->kind->view.label)
            aet_buf_str(out, "<td class=\"b\"></td>");
    }
    aet_buf_str(out, "</tr></thead><tbody>\n");
    for (size_t row = 0; row < s->rows; row++)
        html_row(r, s, row, decimals, top, out);
    aet_buf_str(out, "</tbody></table></div>\n");
    aet_free(decimals);
}

static void html_section(const struct report *r, const struct section *s, struct buf *out)
{
    aet_buf_str(out, "<section aria-labelledby=\"");
    aet_buf_str(out, s->kind->key);
    aet_buf_str(out, "\"><h2 id=\"");
    aet_buf_str(out, s->kind->key);
    aet_buf_str(out, "\">");
    aet_html_text(out, aet_span_z(aet_text(s->kind->title, r->lang)));
    aet_buf_str(out, "</h2>\n");
    if (s->kind->single) {
        html_single(r, s, out);
    } else if (s->rows == 0) {
        aet_buf_str(out, r->lang == LANG_FR ? "<p>Rien.</p>\n" : "<p>Nothing.</p>\n");
    } else {
        aet_svg_figure(r, s, out);
        html_table(r, s, out);
    }
    if (s->notes_n)
        aet_buf_str(out, "<ul class=\"notes\">");
    for (size_t i = 0; i < s->notes_n; i++) {
        aet_buf_str(out, "<li>");
        aet_html_text(out, s->notes[i]);
        aet_buf_str(out, "</li>");
    }
    aet_buf_str(out, s->notes_n ? "</ul></section>\n" : "</section>\n");
}

static void contents(const struct report *r, const struct render_options *o, struct buf *out)
{
    aet_buf_str(out, r->lang == LANG_FR ? "<nav aria-label=\"Sections\"><ul>"
                                        : "<nav aria-label=\"Sections\"><ul>");
    for (size_t i = 0; i < r->n; i++) {
        if (!aet_render_wants(o, &r->sections[i]))
            continue;
        aet_buf_str(out, "<li><a href=\"#");
        aet_buf_str(out, r->sections[i].kind->key);
        aet_buf_str(out, "\">");
        aet_html_text(out, aet_span_z(aet_text(r->sections[i].kind->title, r->lang)));
        aet_buf_str(out, "</a></li>");
    }
    aet_buf_str(out, "</ul></nav>\n");
}

void aet_render_html(const struct report *r, const struct render_options *o, struct buf *out)
{
    struct span title = aet_span_z(aet_text(r->title, r->lang));
    struct buf caption = { 0 };

    aet_buf_str(out, r->lang == LANG_FR ? "<!DOCTYPE html>\n<html lang=\"fr\">"
                                        : "<!DOCTYPE html>\n<html lang=\"en\">");
    aet_buf_str(out, "<head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                     "content=\"width=device-width\"><title>");
    aet_html_text(out, title);
    aet_buf_str(out, "</title><style>");
    aet_buf_str(out, style);
    aet_buf_str(out, "</style></head>\n<body><main>\n<h1>");
    aet_html_text(out, title);
    aet_buf_str(out, "</h1>\n<p class=\"legende\">");
    aet_render_caption(r, &caption);
    aet_html_text(out, aet_buf_view(&caption));
    aet_buf_str(out, "</p>\n");
    if (r->n > 2)
        contents(r, o, out);
    for (size_t i = 0; i < r->n; i++)
        if (aet_render_wants(o, &r->sections[i]))
            html_section(r, &r->sections[i], out);
    aet_buf_str(out, "</main></body></html>\n");
    aet_buf_free(&caption);
}
