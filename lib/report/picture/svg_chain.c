/* What leads to what, from left to right: the columns view.label to view.across are a tree, each
 * value under those before it; those of view.from to view.to hang from its leaves, side by side. */
#include "report/picture/svg.h"

#include <math.h>

#include "io/markup.h"
#include "report/wrap.h"

enum {
    BOX = 190,
    GAP = 22,
    HEAD = 26,
    LINE = 14,
    PAD = 8,
    LETTERS = 26,
    LEAST = 30,
    COLUMNS = 8,
    LINES = 12,
    MOST = 80
};

struct chain {
    const struct section *s;
    struct arena arena;
    size_t tree, n;  /* columns of the tree; all of them */
    int of[COLUMNS]; /* the section's */
    struct span *names[COLUMNS];
    size_t *at[COLUMNS]; /* by row: the place of its name */
    double *high;        /* by row */
};

static double x_of(size_t column)
{
    return (BOX + GAP) * (double)column;
}

static bool blank(const struct chain *c, size_t column, size_t row)
{
    return c->names[column][c->at[column][row]].n == 0;
}

/* Whether another box begins at a row of a column of the tree. */
static bool begins(const struct chain *c, size_t column, size_t row)
{
    if (row == 0)
        return true;
    for (size_t k = 0; k <= column; k++)
        if (c->at[k][row] != c->at[k][row - 1])
            return true;
    return false;
}

/* The first row behind the box that holds a row. */
static size_t end_of(const struct chain *c, size_t column, size_t row)
{
    size_t end = row + 1;

    while (end < c->s->rows && !begins(c, column, end))
        end++;
    return end;
}

static double height(const struct chain *c, size_t from, size_t to)
{
    double sum = 0;

    for (size_t row = from; row < to; row++)
        sum += c->high[row];
    return sum;
}

/* What the words of a box take, with its edges. */
static double wanted(const struct chain *c, size_t column, size_t row)
{
    size_t lines = aet_wrap_lines(c->names[column][c->at[column][row]], LETTERS);

    return LINE * (double)(lines < LINES ? lines : LINES) + 2 * PAD;
}

/* Rows as high as what hangs from the leaves; then a box of the tree pushes down what follows it.
 */
static void set_heights(struct chain *c)
{
    for (size_t row = 0; row < c->s->rows; row++) {
        c->high[row] = LEAST;
        for (size_t k = c->tree; k < c->n; k++)
            c->high[row] = fmax(c->high[row], wanted(c, k, row));
    }
    for (size_t k = c->tree; k-- > 0;)
        for (size_t row = 0, end; row < c->s->rows; row = end) {
            end = end_of(c, k, row);
            c->high[end - 1] += fmax(0, wanted(c, k, row) - height(c, row, end));
        }
}

static void words(struct span text, double x, double y, struct buf *out)
{
    aet_buf_str(out, "<text font-size=\"12\">");
    for (int i = 0; text.n && i < LINES; i++) {
        struct span line = aet_wrap_line(&text, LETTERS);

        aet_buf_str(out, "<tspan");
        aet_svg_attribute(out, "x", x + PAD);
        aet_svg_attribute(out, "y", y + PAD + LINE * i + 10);
        aet_buf_char(out, '>');
        aet_html_text(out, line);
        aet_buf_str(out, i == LINES - 1 && text.n ? "…</tspan>" : "</tspan>");
    }
    aet_buf_str(out, "</text>\n");
}

/* A box over some rows; a dashed one where there should be something. */
static void box(const struct chain *c, size_t column, size_t row, size_t end, struct buf *out)
{
    double y = HEAD + height(c, 0, row), high = height(c, row, end) - 6;

    aet_svg_box(out, x_of(column), y, BOX, high,
                blank(c, column, row)
                    ? " fill=\"#ffffff\" stroke=\"#8a1c1c\" stroke-dasharray=\"3 2\""
                : column % 2 ? " fill=\"#ffffff\" stroke=\"#1f4e79\""
                             : " fill=\"#eef2f7\" stroke=\"#1f4e79\"");
    words(blank(c, column, row) ? AET_LIT("–") : c->names[column][c->at[column][row]], x_of(column),
          y, out);
}

static double middle(const struct chain *c, size_t row, size_t end)
{
    return HEAD + height(c, 0, row) + (height(c, row, end) - 6) / 2;
}

/* A line along the gap behind a column, and to it a line from, or towards, a box. */
static void stub(size_t column, double y, bool towards, struct buf *out)
{
    double edge = x_of(column) + BOX, half = edge + GAP / 2.0;

    aet_svg_line(out, towards ? half : edge, y, towards ? edge + GAP : half, y,
                 " stroke=\"#4a4a55\"");
}

static void bus(size_t column, double from, double to, struct buf *out)
{
    double x = x_of(column) + BOX + GAP / 2.0;

    aet_svg_line(out, x, from, x, to, " stroke=\"#4a4a55\"");
}

/* The lines of a gap between the boxes of one leaf, or of one box of the tree, and those behind. */
static void join(const struct chain *c, size_t column, size_t row, size_t end, struct buf *out)
{
    bool tree = column + 1 < c->tree;
    double low = 1e9, high = -1;

    if (column < c->tree) {
        low = high = middle(c, row, end);
        stub(column, low, false, out);
    }
    for (size_t r = row, to; r < end; r = to) {
        double y;

        to = tree ? end_of(c, column + 1, r) : r + 1;
        y = middle(c, r, to);
        if (column >= c->tree && (r == row || !blank(c, column, r)))
            stub(column, y, false, out);
        else if (column >= c->tree)
            y = blank(c, column + 1, r) ? low : y;
        if (tree || r == row || !blank(c, column + 1, r))
            stub(column, y, true, out);
        low = fmin(low, y);
        high = fmax(high, y);
    }
    bus(column, low, high, out);
}

static void column(const struct chain *c, const struct report *r, size_t k, struct buf *out)
{
    size_t leaf = c->tree - 1;

    aet_svg_text(out, x_of(k), 14, " font-weight=\"600\"");
    aet_html_text(out, aet_span_z(aet_text(c->s->kind->columns[c->of[k]].title, r->lang)));
    aet_buf_str(out, "</text>\n");
    for (size_t row = 0, end; row < c->s->rows; row = end) {
        end = k < c->tree ? end_of(c, k, row) : row + 1;
        if (k < c->tree || begins(c, leaf, row) || !blank(c, k, row))
            box(c, k, row, end, out);
    }
    for (size_t row = 0, end; k + 1 < c->n && row < c->s->rows; row = end) {
        end = end_of(c, k < c->tree ? k : leaf, row);
        join(c, k, row, end, out);
    }
}

static void begin(struct chain *c, const struct report *r, const struct section *s)
{
    const struct view *v = &s->kind->view;

    c->s = s;
    for (int k = v->label; k <= v->to && c->n < COLUMNS; k++)
        if (k <= v->across || k >= v->from)
            c->of[c->n++] = k;
    c->tree = (size_t)(v->across - v->label) + 1;
    c->high = aet_calloc(s->rows, sizeof *c->high);
    for (size_t k = 0; k < c->n; k++) {
        c->names[k] = aet_calloc(s->rows, sizeof *c->names[k]);
        c->at[k] = aet_calloc(s->rows, sizeof *c->at[k]);
        aet_svg_distinct(s, c->of[k], r->lang, &c->arena, c->names[k], c->at[k]);
    }
    set_heights(c);
}

void aet_svg_chain(const struct report *r, const struct section *s, struct buf *out)
{
    struct chain c = { 0 };

    if (s->rows > MOST)
        return;
    begin(&c, r, s);
    aet_svg_open(out, r, s, x_of(c.n) - GAP + 1, HEAD + height(&c, 0, s->rows));
    for (size_t k = 0; k < c.n; k++)
        column(&c, r, k, out);
    aet_buf_str(out, "</svg></figure>\n");
    for (size_t k = 0; k < c.n; k++) {
        aet_free(c.names[k]);
        aet_free(c.at[k]);
    }
    aet_free(c.high);
    aet_arena_free(&c.arena);
}
