/* Heat-maps: a square for each cell, darker where there is more. */
#include "report/render.h"

#include <math.h>

#include "io/markup.h"
#include "report/figure.h"
#include "report/picture/svg.h"

enum {
    LABEL = 290, /* room for the names of the rows, ROW_NAME characters */
    ROW_NAME = 36,
    COLUMN_NAME = 46,
    CELL = 36,
    FEW_COLUMNS = 12
};

bool aet_svg_shade(double share, char colour[8])
{
    static const char hex[] = "0123456789abcdef";
    const int light[3] = { 0xE8, 0xF0, 0xF8 }, dark[3] = { 0x12, 0x3F, 0x6B };

    colour[0] = '#';
    for (int i = 0; i < 3; i++) {
        int c = (int)lround(light[i] + (dark[i] - light[i]) * share);

        colour[1 + 2 * i] = hex[c >> 4];
        colour[2 + 2 * i] = hex[c & 15];
    }
    colour[7] = '\0';
    return share > 0.68; /* 4.5 to 1 on both sides */
}

void aet_svg_heat_cell(const struct svg_matrix *m, size_t row, int column, double x, double y,
                       double w, double h, struct buf *out)
{
    enum cell_type type = m->s->kind->columns[column].type;
    struct cell shown = m->s->cells[row * m->s->kind->n + (size_t)column];
    double value = aet_svg_value(m->s, row, column);
    char colour[8], more[64] = " text-anchor=\"middle\" fill=\"";
    const char *ink = "#8a1c1c";

    if (value > 0)
        ink = aet_svg_shade(value / m->top, colour) ? "#ffffff" : "#000000";
    aet_svg_rectangle(out, x, y, w, h, value > 0 ? colour : "#ffffff");
    if (value <= 0 && shown.known) /* nothing there: a gap to see */
        aet_svg_box(out, x, y, w, h, " fill=\"none\" stroke=\"#8a1c1c\" stroke-dasharray=\"3 2\"");
    strcat(more, ink);
    strcat(more, "\"");
    aet_svg_text(out, x + w / 2, y + h / 2 + 5, more);
    if (type == CELL_NUMBER)
        shown.u.d = round(shown.u.d); /* decimals do not fit: the table beside has them */
    aet_figure(out, &shown, type, m->r->lang, ", ");
    aet_buf_str(out, "</text>");
}

static void column_names(const struct span *names, size_t n, double y, struct buf *out)
{
    for (size_t i = 0; i < n; i++) {
        aet_buf_str(out, "<text transform=\"translate(");
        aet_buf_int(out, LABEL + CELL * (int64_t)i + CELL / 2 + 2);
        aet_buf_char(out, ' ');
        aet_buf_int(out, (int64_t)y);
        aet_buf_str(out, ") rotate(-55)\" font-size=\"11\">");
        aet_svg_name_at(out, names[i], COLUMN_NAME, 0, 0, 12);
        aet_buf_str(out, "</text>\n");
    }
}

static void row_names(const struct span *names, size_t n, double top, struct buf *out)
{
    for (size_t i = 0; i < n; i++) {
        aet_buf_str(out, "<text text-anchor=\"end\">");
        aet_svg_name_at(out, names[i], ROW_NAME, LABEL - 8, top + CELL * (double)i + CELL / 2.0 + 4,
                        15);
        aet_buf_str(out, "</text>\n");
    }
}

static void heat_caption(const struct report *r, const struct section *s, struct buf *out)
{
    static const struct text key = { " : plus la case est foncée, plus il y en a; 0 dans un cadre "
                                     "tireté : aucune; sans case : hors du "
                                     "tableau.",
                                     ": the darker the square, the more there are; 0 in a dashed "
                                     "frame: none; no square: not in the "
                                     "table." };
    bool wide = s->kind->view.across < 0;

    aet_buf_str(out, "<figcaption>");
    aet_html_text(
        out, aet_span_z(aet_text(wide ? s->kind->title : s->kind->columns[s->kind->view.from].title,
                                 r->lang)));
    aet_buf_str(out, aet_text(key, r->lang));
    aet_buf_str(out, "</figcaption>");
}

/* The names across stand slanted above their columns. */
static void heatmap(const struct svg_matrix *m, struct buf *out)
{
    double slant = aet_svg_names_width(m->columns, m->columns_n, COLUMN_NAME);
    double head = ceil(slant * 0.82) + 24; /* sin 55° */

    aet_svg_open(out, m->r, m->s, LABEL + CELL * (double)m->columns_n + ceil(slant * 0.58),
                 head + CELL * (double)m->rows_n + 4);
    column_names(m->columns, m->columns_n, head - 8, out);
    row_names(m->rows, m->rows_n, head, out);
    for (size_t row = 0; row < m->s->rows; row++)
        aet_svg_heat_cell(m, row, m->s->kind->view.from, LABEL + CELL * (double)m->at_column[row],
                          head + CELL * (double)m->at_row[row], CELL - 2, CELL - 2, out);
}

/* Many columns, and most of the squares are none: slanted names would fill the page. */
static bool scattered(const struct svg_matrix *m)
{
    return m->columns_n > FEW_COLUMNS && 3 * m->s->rows < m->rows_n * m->columns_n;
}

static void matrix(const struct report *r, const struct section *s, struct buf *out)
{
    const struct view *v = &s->kind->view;
    struct svg_matrix m = { .r = r, .s = s, .top = 1 };
    struct arena arena = { 0 };

    m.rows = aet_calloc(s->rows, sizeof *m.rows);
    m.columns = aet_calloc(s->rows, sizeof *m.columns);
    m.at_row = aet_calloc(s->rows, sizeof *m.at_row);
    m.at_column = aet_calloc(s->rows, sizeof *m.at_column);
    m.rows_n = aet_svg_distinct(s, v->label, r->lang, &arena, m.rows, m.at_row);
    m.columns_n = aet_svg_distinct(s, v->across, r->lang, &arena, m.columns, m.at_column);
    for (size_t row = 0; row < s->rows; row++)
        m.top = fmax(m.top, aet_svg_value(s, row, v->from));
    if (scattered(&m))
        aet_svg_groups(&m, out);
    else
        heatmap(&m, out);
    aet_buf_str(out, "</svg>");
    heat_caption(r, s, out);
    aet_buf_str(out, "</figure>\n");
    aet_free(m.rows);
    aet_free(m.columns);
    aet_free(m.at_row);
    aet_free(m.at_column);
    aet_arena_free(&arena);
}

/* The same where each measure has a column of its own: a row of the section is a row of the
 * picture. */
static void wide_heatmap(const struct report *r, const struct section *s, struct buf *out)
{
    const struct view *v = &s->kind->view;
    size_t n = (size_t)(v->to - v->from) + 1;
    struct span *columns = aet_calloc(n, sizeof *columns);
    struct span *rows = aet_calloc(s->rows, sizeof *rows);
    struct svg_matrix m = { .r = r, .s = s, .top = 1 };
    double slant, head;

    for (size_t c = 0; c < n; c++)
        columns[c] = aet_span_z(aet_text(s->kind->columns[(size_t)v->from + c].title, r->lang));
    for (size_t row = 0; row < s->rows; row++) {
        rows[row] = aet_svg_words(s, row, v->label);
        for (size_t c = 0; c < n; c++)
            m.top = fmax(m.top, aet_svg_value(s, row, v->from + (int)c));
    }
    slant = aet_svg_names_width(columns, n, COLUMN_NAME);
    head = ceil(slant * 0.82) + 24;
    aet_svg_open(out, r, s, LABEL + CELL * (double)n + ceil(slant * 0.58),
                 head + CELL * (double)s->rows + 4);
    column_names(columns, n, head - 8, out);
    row_names(rows, s->rows, head, out);
    for (size_t i = 0; i < s->rows * n; i++)
        aet_svg_heat_cell(&m, i / n, v->from + (int)(i % n), LABEL + CELL * (double)(i % n),
                          head + CELL * (double)(i / n), CELL - 2, CELL - 2, out);
    aet_buf_str(out, "</svg>");
    heat_caption(r, s, out);
    aet_buf_str(out, "</figure>\n");
    aet_free(columns);
    aet_free(rows);
}

void aet_svg_heatmap(const struct report *r, const struct section *s, struct buf *out)
{
    if (s->kind->view.across >= 0)
        matrix(r, s, out);
    else if (s->rows <= AET_SVG_ROWS)
        wide_heatmap(r, s, out);
}
