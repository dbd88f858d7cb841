/* Heat-maps: a square for each cell, darker where there is more. */
#include "report/render.h"

#include <math.h>

#include "io/markup.h"
#include "report/figure.h"
#include "report/picture/svg.h"
#include "report/wrap.h"

enum {
    LABEL = 290, /* the most room for the names of the rows, ROW_NAME characters */
    ROW_NAME = 36,
    COLUMN_NAME = 46, /* of a slanted name */
    CELL = 36,
    HIGH = 27, /* a square under an upright name */
    LOW = 24,  /* the height of rows that are many */
    MANY_ROWS = 12,
    WIDE = 960,  /* a picture, so that names stand upright above its columns */
    COLUMN = 88, /* one of them, unless a word takes more */
    LETTER = 6,  /* of such a name, in pixels with room around */
    LINE = 12,   /* of it, from line to line */
    FEW_COLUMNS = 12
};

/* Where the squares stand. */
struct squares {
    double w, h, left, head, right; /* a square; the room around them */
    bool upright;                   /* the names across */
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

/* The width of columns under upright names, in characters: of the longest word, and no less. */
static size_t name_width(const struct span *names, size_t n)
{
    size_t most = COLUMN / LETTER;

    for (size_t i = 0; i < n; i++) {
        size_t least = aet_wrap_least(names[i]);

        most = least > most ? least : most;
    }
    return most;
}

static double left_of(const struct span *rows, size_t n)
{
    double width = ceil(aet_svg_names_width(rows, n, ROW_NAME) * 1.25) + 16;

    return width < LABEL ? width : LABEL;
}

static struct squares squares_of(const struct span *columns, size_t columns_n,
                                 const struct span *rows, size_t rows_n)
{
    double left = left_of(rows, rows_n);
    size_t width = name_width(columns, columns_n), lines = 1;
    double slant = aet_svg_names_width(columns, columns_n, COLUMN_NAME);
    double h = rows_n > MANY_ROWS ? LOW : HIGH;

    if (left + (double)(LETTER * width * columns_n) > WIDE) /* slanted: sin and cos of 55° */
        return (struct squares){ CELL, CELL, left, ceil(slant * 0.82) + 24, ceil(slant * 0.58),
                                 false };
    for (size_t i = 0; i < columns_n; i++) {
        size_t n = aet_wrap_lines(columns[i], width);

        lines = n > lines ? n : lines;
    }
    return (
        struct squares){ (double)(LETTER * width), h, left, LINE * (double)lines + 12, 4, true };
}

static void upright_name(struct span name, size_t width, double x, double bottom, struct buf *out)
{
    double y = bottom - LINE * (double)(aet_wrap_lines(name, width) - 1);

    aet_buf_str(out, "<text text-anchor=\"middle\" font-size=\"11\">");
    do {
        struct span line = aet_wrap_line(&name, width);

        aet_buf_str(out, "<tspan");
        aet_svg_attribute(out, "x", x);
        aet_svg_attribute(out, "y", y);
        aet_buf_char(out, '>');
        aet_html_text(out, line);
        aet_buf_str(out, "</tspan>");
        y += LINE;
    } while (name.n);
    aet_buf_str(out, "</text>\n");
}

static void slanted_name(struct span name, double x, double y, struct buf *out)
{
    aet_buf_str(out, "<text transform=\"translate(");
    aet_buf_int(out, (int64_t)x + 2);
    aet_buf_char(out, ' ');
    aet_buf_int(out, (int64_t)y);
    aet_buf_str(out, ") rotate(-55)\" font-size=\"11\">");
    aet_svg_name_at(out, name, COLUMN_NAME, 0, 0, 12);
    aet_buf_str(out, "</text>\n");
}

static void column_names(const struct span *names, size_t n, struct squares q, struct buf *out)
{
    size_t width = name_width(names, n);

    for (size_t i = 0; i < n; i++) {
        double x = q.left + q.w * ((double)i + 0.5);

        if (q.upright)
            upright_name(names[i], width, x, q.head - 8, out);
        else
            slanted_name(names[i], x, q.head - 8, out);
    }
}

static void row_names(const struct span *names, size_t n, struct squares q, struct buf *out)
{
    for (size_t i = 0; i < n; i++) {
        aet_buf_str(out, q.h < HIGH ? "<text text-anchor=\"end\" font-size=\"11\">"
                                    : "<text text-anchor=\"end\" font-size=\"12\">");
        aet_svg_name_at(out, names[i], ROW_NAME, q.left - 8, q.head + q.h * ((double)i + 0.5) + 3,
                        12);
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

static void open_squares(const struct report *r, const struct section *s, struct squares q,
                         size_t columns, size_t rows, struct buf *out)
{
    aet_svg_open(out, r, s, q.left + q.w * (double)columns + q.right,
                 q.head + q.h * (double)rows + 4);
}

static void heatmap(const struct svg_matrix *m, struct buf *out)
{
    struct squares q = squares_of(m->columns, m->columns_n, m->rows, m->rows_n);

    open_squares(m->r, m->s, q, m->columns_n, m->rows_n, out);
    column_names(m->columns, m->columns_n, q, out);
    row_names(m->rows, m->rows_n, q, out);
    for (size_t row = 0; row < m->s->rows; row++)
        aet_svg_heat_cell(m, row, m->s->kind->view.from, q.left + q.w * (double)m->at_column[row],
                          q.head + q.h * (double)m->at_row[row], q.w - 2, q.h - 2, out);
}

/* Many columns, and most of the squares are none: slanted names would fill the page. */
static bool scattered(const struct svg_matrix *m)
{
    return m->columns_n > FEW_COLUMNS && 3 * m->s->rows < m->rows_n * m->columns_n;
}

static bool stands(const struct span *across, size_t n, const struct span *down, size_t down_n)
{
    return left_of(down, down_n) + (double)(LETTER * name_width(across, n) * n) <= WIDE;
}

/* More columns than upright names have room for, or a tall picture of few, where the names of the
 * rows would have it. */
static bool turns(const struct svg_matrix *m)
{
    return !scattered(m) && stands(m->rows, m->rows_n, m->columns, m->columns_n) &&
           (!stands(m->columns, m->columns_n, m->rows, m->rows_n) || m->rows_n > 2 * m->columns_n);
}

static void turn(struct svg_matrix *m)
{
    struct svg_matrix was = *m;

    m->rows = was.columns;
    m->columns = was.rows;
    m->at_row = was.at_column;
    m->at_column = was.at_row;
    m->rows_n = was.columns_n;
    m->columns_n = was.rows_n;
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
    if (turns(&m))
        turn(&m);
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
    struct squares q;

    for (size_t c = 0; c < n; c++)
        columns[c] = aet_span_z(aet_text(s->kind->columns[(size_t)v->from + c].title, r->lang));
    for (size_t row = 0; row < s->rows; row++) {
        rows[row] = aet_svg_words(s, row, v->label);
        for (size_t c = 0; c < n; c++)
            m.top = fmax(m.top, aet_svg_value(s, row, v->from + (int)c));
    }
    q = squares_of(columns, n, rows, s->rows);
    open_squares(r, s, q, n, s->rows, out);
    column_names(columns, n, q, out);
    row_names(rows, s->rows, q, out);
    for (size_t i = 0; i < s->rows * n; i++)
        aet_svg_heat_cell(&m, i / n, v->from + (int)(i % n), q.left + q.w * (double)(i % n),
                          q.head + q.h * (double)(i / n), q.w - 2, q.h - 2, out);
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
