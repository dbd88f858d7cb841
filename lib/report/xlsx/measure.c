/* How wide the columns of a section's sheet are, and how high its rows. */
#include "report/xlsx/book.h"
#include "report/figure.h"

enum {
    MEASURED = 1000,
    HEADING_WIDE = 18,
    TEXT_WIDE = 60,
    LINE_HIGH = 15,
    HEADING_ROOM = 6,
    MOST_HIGH = 405 /* of a row, in points */
};

static double at_most(double width, double most)
{
    return width < most ? width : most;
}

static double wider(double a, double b)
{
    return a > b ? a : b;
}

static double width_of(const struct cell *c, enum cell_type type, int decimals, enum lang lang)
{
    struct buf text = { 0 };
    double width;

    if (type == CELL_DATE) /* a cell of its own kind, shown in figures */
        aet_figure_plain(&text, c, type);
    else
        aet_figure_in(&text, c, type, decimals, lang, "\n");
    width = aet_ledger_width(aet_buf_view(&text));
    aet_buf_free(&text);
    return at_most(width, TEXT_WIDE);
}

static double heading_width(const char *title)
{
    return at_most(aet_ledger_width(aet_span_z(title)) + 2, HEADING_WIDE);
}

static double cross_width(const struct book_sheet_of *b, size_t column)
{
    const struct cross *c = &b->cross;
    double width = at_most(aet_ledger_width(c->column_names[column]) + 1, HEADING_WIDE);

    for (size_t row = 0; row < c->rows; row++) {
        const struct cell *cell = c->cells[row * c->columns + column];

        if (cell)
            width = wider(width, width_of(cell, c->types[column], b->cross_decimals, b->lang));
    }
    return width;
}

/* Of the table and of what stands beside it. */
double *aet_book_widths(const struct book_sheet_of *b, const int *decimals, size_t n)
{
    const struct section_kind *k = b->section->kind;
    double *widths = aet_calloc(n + 1, sizeof *widths);
    size_t rows = b->section->rows < MEASURED ? b->section->rows : MEASURED;

    for (size_t i = 0; i < b->columns; i++) {
        const struct column *c = &k->columns[b->of[i]];

        widths[i] = heading_width(aet_text(c->title, b->lang));
        for (size_t row = 0; row < rows; row++)
            widths[i] = wider(widths[i], width_of(&b->section->cells[row * k->n + b->of[i]],
                                                  c->type, decimals[b->of[i]], b->lang));
    }
    for (size_t i = 0; i < b->cross.rows; i++)
        widths[b->cross_at] = wider(widths[b->cross_at],
                                    at_most(aet_ledger_width(b->cross.row_names[i]), TEXT_WIDE));
    for (size_t i = 0; i < b->cross.columns; i++)
        widths[b->cross_at + 1 + i] = cross_width(b, i);
    return widths;
}

double aet_book_height(size_t lines)
{
    return lines * LINE_HIGH < MOST_HIGH ? (double)(lines * LINE_HIGH) : MOST_HIGH;
}

/* Of a record; 0 where it is of one line. */
double aet_book_row_height(const struct book_sheet_of *b, size_t row)
{
    const struct section_kind *k = b->section->kind;
    size_t most = 1;
    struct buf text = { 0 };

    for (size_t i = 0; i < b->columns; i++) {
        enum cell_type type = k->columns[b->of[i]].type;
        size_t lines;

        if (aet_figure_right(type) || type == CELL_DATE)
            continue;
        aet_buf_clear(&text);
        aet_figure(&text, &b->section->cells[row * k->n + b->of[i]], type, b->lang, "\n");
        lines = aet_ledger_lines(aet_buf_view(&text), b->widths[i]);
        most = lines > most ? lines : most;
    }
    aet_buf_free(&text);
    return most > 1 ? aet_book_height(most) : 0;
}

double aet_book_heading_height(const struct book_sheet_of *b)
{
    const struct column *columns = b->section->kind->columns;
    size_t most = 1, lines;

    for (size_t i = 0; i < b->columns; i++) {
        lines = aet_ledger_lines(aet_span_z(aet_text(columns[b->of[i]].title, b->lang)),
                                 b->widths[i] - 2); /* the arrow of the filter */
        most = lines > most ? lines : most;
    }
    for (size_t i = 0; i < b->cross.columns; i++) {
        lines = aet_ledger_lines(b->cross.column_names[i], b->widths[b->cross_at + 1 + i]);
        most = lines > most ? lines : most;
    }
    return aet_book_height(most) + HEADING_ROOM;
}

double *aet_book_bare_widths(const struct section *s, enum lang lang)
{
    double *widths = aet_calloc(s->kind->n + 1, sizeof *widths);

    for (size_t i = 0; i < s->kind->n; i++) {
        widths[i] = heading_width(s->kind->columns[i].name);
        for (size_t row = 0; row < s->rows && row < MEASURED; row++)
            widths[i] = wider(widths[i], width_of(&s->cells[row * s->kind->n + i],
                                                  s->kind->columns[i].type, 0, lang));
    }
    return widths;
}
