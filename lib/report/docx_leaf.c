/* Sections as tables of cells, each with its text, its ground and its bars. */
#include "report/docx.h"

#include <math.h>

#include "report/condense.h"
#include "report/figure.h"
#include "report/grid.h"
#include "report/render.h"
#include "report/picture/svg.h"

static struct paper_cell *cell_at(const struct leaf *l, size_t row, size_t column)
{
    return &l->cells[row * l->columns + column];
}

void aet_leaf_begin(struct leaf *l, const struct section *s, size_t rows, size_t columns)
{
    *l = (struct leaf){ .rows = rows, .columns = columns };
    l->cells = aet_calloc(rows * columns, sizeof *l->cells);
    l->figures = aet_calloc(columns, sizeof *l->figures);
    l->title = aet_span_z(aet_text(s->kind->title, s->report->lang));
}

struct paper_cell *aet_leaf_put(struct leaf *l, size_t row, size_t column, struct span text)
{
    struct paper_cell *c = cell_at(l, row, column);

    c->text = aet_arena_copy(&l->arena, text);
    c->right = l->figures[column];
    c->heading = l->headed && row == 0;
    return c;
}

void aet_leaf_join(struct leaf *l, size_t row, size_t column)
{
    struct paper_cell *above = cell_at(l, row - 1, column);

    if (above->over == PAPER_ONE_ROW)
        above->over = PAPER_FIRST_ROW;
    cell_at(l, row, column)->over = PAPER_NEXT_ROW;
}

void aet_leaf_shade(struct paper_cell *c, double share)
{
    char colour[8];

    if (!(share > 0))
        return;
    c->light = aet_svg_shade(share, colour);
    memcpy(c->ground, colour + 1, sizeof c->ground);
}

/* --- the table of a section ------------------------------------------------------------------ */

/* A way covered, and what was expected of it, are bars of the whole way. */
static int bars_of(const struct section *s)
{
    int n = s->kind->view.to - s->kind->view.from + 1;

    if (s->kind->view.kind != VIEW_PROGRESS)
        return aet_svg_bars_n(s);
    return n < PAPER_BARS ? n : PAPER_BARS;
}

static double bars_top(const struct section *s)
{
    return s->kind->view.kind == VIEW_PROGRESS ? s->rows > 0 : aet_svg_bars_top(s);
}

/* Where its bars stand: behind the column that says what a row is; none: past the last. */
static size_t bars_at(const struct grid *g, const struct section *s)
{
    if (bars_top(s) > 0)
        for (size_t c = 0; c < g->columns; c++)
            if (g->of[c] == &s->kind->columns[s->kind->view.label])
                return c + 1;
    return g->columns;
}

static void put_bars(struct leaf *l, const struct section *s, size_t at)
{
    double top = bars_top(s);

    for (size_t row = 0; row < s->rows; row++) {
        struct paper_cell *c = cell_at(l, row + 1, at);

        c->bars_n = (size_t)bars_of(s);
        for (size_t m = 0; m < c->bars_n; m++) {
            c->bars[m] = aet_svg_bar(s, row, (int)m, top);
            c->colours[m] = aet_svg_bar_colour((int)m) + 1;
        }
    }
}

/* Of what is measured by colours: the greatest, at least 1. */
double aet_leaf_darkest(const struct section *s)
{
    double top = 1;

    for (size_t row = 0; row < s->rows; row++)
        for (int c = s->kind->view.from; c <= s->kind->view.to; c++)
            top = fmax(top, aet_svg_value(s, row, c));
    return top;
}

static bool is_measure(const struct section *s, int column)
{
    return column >= s->kind->view.from && column <= s->kind->view.to;
}

static void put_looks(struct leaf *l, const struct section *s, const struct column *of,
                      size_t column)
{
    int at = (int)(of - s->kind->columns);
    double top;

    if (bars_of(s) > 1 && bars_top(s) > 0 && is_measure(s, at) &&
        at - s->kind->view.from < bars_of(s))
        cell_at(l, 0, column)->key = aet_svg_bar_colour(at - s->kind->view.from) + 1;
    if (s->kind->view.kind != VIEW_HEATMAP || !is_measure(s, at))
        return;
    top = aet_leaf_darkest(s);
    for (size_t row = 0; row < s->rows; row++)
        aet_leaf_shade(cell_at(l, row + 1, column), aet_svg_value(s, row, at) / top);
}

/* What a cell repeats of the one above it is the same cell. */
static void put_over(struct leaf *l, const struct section *s, size_t at, size_t column)
{
    for (size_t row = 1; row < s->rows; row++)
        if (aet_section_repeats(s, row, at))
            aet_leaf_join(l, row + 1, column);
}

void aet_leaf_table(struct leaf *l, const struct section *s)
{
    struct grid g;
    size_t bars;

    aet_grid_make(&g, s, s->report->lang, "\n");
    bars = bars_at(&g, s);
    aet_leaf_begin(l, s, g.rows, g.columns + (bars < g.columns));
    l->headed = true;
    l->gridded = s->kind->view.kind == VIEW_FORM;
    for (size_t c = 0; c < g.columns; c++) {
        size_t to = c + (bars < g.columns && c >= bars);

        l->figures[to] = aet_figure_right(g.of[c]->type);
        for (size_t row = 0; row < g.rows; row++)
            (void)aet_leaf_put(l, row, to, aet_grid_cell(&g, row, c));
        put_over(l, s, (size_t)(g.of[c] - s->kind->columns), to);
        put_looks(l, s, g.of[c], to);
    }
    if (bars < g.columns)
        put_bars(l, s, bars);
    aet_grid_free(&g);
}

/* One under the other, what is short is read at the edge. */
static bool is_short(enum cell_type type)
{
    return aet_figure_right(type) || type == CELL_DATE;
}

void aet_leaf_single(struct leaf *l, const struct section *s)
{
    struct grid g;

    aet_grid_make(&g, s, s->report->lang, "\n");
    aet_leaf_begin(l, s, s->rows ? g.columns : 0, 2);
    for (size_t c = 0; c < l->rows; c++) {
        aet_leaf_put(l, c, 0, aet_grid_cell(&g, 0, c))->heading = true;
        aet_leaf_put(l, c, 1, aet_grid_cell(&g, 1, c))->right = is_short(g.of[c]->type);
    }
    aet_grid_free(&g);
}

void aet_leaf_free(struct leaf *l)
{
    aet_free(l->cells);
    aet_free(l->figures);
    aet_arena_free(&l->arena);
}
