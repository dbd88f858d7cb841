/* A heat-map that is mostly empty, as where each row has columns of its own: row by row, a square
 * for each of its columns with the name beside it, in two halves of the page. */
#include "report/picture/svg.h"

#include "io/markup.h"

enum {
    HALF = 450,  /* from one half of the page to the other */
    NAME = 60,   /* characters of a name's line */
    SQUARE = 30, /* wide */
    ENTRY = 28,  /* high, with what parts it from the next */
    TITLE = 24,
    GAP = 12
};

/* The row's own rows of the section, in their order. */
static size_t entries(const struct svg_matrix *m, size_t group)
{
    size_t n = 0;

    for (size_t row = 0; row < m->s->rows; row++)
        n += m->at_row[row] == group;
    return n;
}

static double height_of(const struct svg_matrix *m, size_t group)
{
    return TITLE + ENTRY * (double)entries(m, group) + GAP;
}

static void entry(const struct svg_matrix *m, size_t row, double x, double y, struct buf *out)
{
    aet_svg_heat_cell(m, row, m->s->kind->view.from, x, y, SQUARE, ENTRY - 4, out);
    aet_buf_str(out, "<text font-size=\"12\">");
    aet_svg_name_at(out, m->columns[m->at_column[row]], NAME, x + SQUARE + 8, y + 17, 13);
    aet_buf_str(out, "</text>\n");
}

static void group(const struct svg_matrix *m, size_t which, double x, double y, struct buf *out)
{
    aet_buf_str(out, "<text font-weight=\"600\">");
    aet_svg_name_at(out, m->rows[which], NAME, x, y + 15, 12);
    aet_buf_str(out, "</text>\n");
    y += TITLE;
    for (size_t row = 0; row < m->s->rows; row++) {
        if (m->at_row[row] != which)
            continue;
        entry(m, row, x, y, out);
        y += ENTRY;
    }
}

/* The first row of the second half, so that both are of like height. */
static size_t half_of(const struct svg_matrix *m, double *height)
{
    double whole = 0, left = 0;
    size_t g = 0;

    for (size_t i = 0; i < m->rows_n; i++)
        whole += height_of(m, i);
    while (g < m->rows_n && left + height_of(m, g) / 2 < whole / 2)
        left += height_of(m, g++);
    *height = left > whole - left ? left : whole - left;
    return g;
}

void aet_svg_groups(const struct svg_matrix *m, struct buf *out)
{
    double height, y = 0;
    size_t half = half_of(m, &height);

    aet_svg_open(out, m->r, m->s, 2 * HALF, height);
    for (size_t g = 0; g < m->rows_n; g++) {
        if (g == half)
            y = 0;
        group(m, g, g < half ? 0 : HALF, y, out);
        y += height_of(m, g);
    }
}
