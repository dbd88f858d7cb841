/* The picture of a section as a chart, with the workbook that it is changed in: what moves in time,
 * what comes in steps, lines over time. Bars and heat-maps stand in the cells of tables. */
#include "report/docx.h"

#include <math.h>

#include "ledger/ledger.h"
#include "report/chart/cross.h"
#include "report/picture/svg.h"
#include "report/render.h"
#include "report/timeline.h"

enum {
    LINES_MOST = 6, /* that are told from each other in black and white */
    BAR_HIGH = 360, /* twentieths of a point */
    AROUND = 1400,  /* axis and legend */
    HEADING = 1400, /* what stands above the first, on the same page */
    CURVE_HIGH = 5000,
    LEAST = HEADING + AROUND + BAR_HIGH
};

/* Some rows of a cross. */
struct piece {
    const struct section *s;
    const struct cross *x;
    size_t from, n;
};

/* What a chart has at a row and a column, as a workbook counts. */
static double value_at(const struct piece *c, size_t row, size_t column)
{
    const struct cell *cell = c->x->cells[(c->from + row) * c->x->columns + column];

    if (!cell || !cell->known)
        return NAN;
    return c->x->types[column] == CELL_DATE ? aet_ledger_day(cell->u.date)
                                            : aet_svg_number(cell, c->x->types[column]);
}

static struct ledger_style style_of(enum cell_type type)
{
    return (struct ledger_style){ type == CELL_DATE    ? LEDGER_DATE
                                  : type == CELL_SHARE ? LEDGER_SHARE
                                                       : LEDGER_AS_IS,
                                  LEDGER_PLAIN };
}

/* The cells that a chart is of, for whoever changes them. */
static void workbook(const struct piece *c, struct span sheet, struct buf *out)
{
    struct ledger *l = aet_ledger_new(out, c->s->report->lang, NULL);
    const struct ledger_style heading = { LEDGER_AS_IS, LEDGER_HEADING };

    aet_ledger_sheet(l, &(struct ledger_sheet){ .name = sheet });
    aet_ledger_row(l);
    for (size_t k = 0; k < c->x->columns; k++)
        aet_ledger_text(l, (uint32_t)k + 1, c->x->column_names[k], heading);
    for (size_t row = 0; row < c->n; row++) {
        aet_ledger_row(l);
        aet_ledger_text(l, 0, c->x->row_names[c->from + row], style_of(CELL_TEXT));
        for (size_t k = 0; k < c->x->columns; k++) {
            double v = value_at(c, row, k);

            if (!isnan(v))
                aet_ledger_double(l, (uint32_t)k + 1, v, style_of(c->x->types[k]));
        }
    }
    (void)!aet_ledger_end(l); /* far below what a workbook can be */
}

/* Its cells of one column: `Feuille!$B$2:$B$9`; the sheet is called by a word. */
static struct span place_of(const struct piece *c, struct span sheet, size_t column,
                            struct arena *arena)
{
    struct buf name = { 0 };
    struct span place;

    aet_buf_span(&name, sheet);
    for (int last = 0; last < 2; last++) {
        aet_buf_str(&name, last ? ":$" : "!$");
        aet_buf_char(&name, (char)('A' + column));
        aet_buf_char(&name, '$');
        aet_buf_uint(&name, last ? c->n + 1 : 2);
    }
    place = aet_arena_copy(arena, aet_buf_view(&name));
    aet_buf_free(&name);
    return place;
}

static struct chart_series series_of(const struct piece *c, struct span sheet, size_t column,
                                     struct arena *arena)
{
    double *values = aet_arena_alloc(arena, c->n * sizeof *values);

    for (size_t row = 0; row < c->n; row++)
        values[row] = value_at(c, row, column);
    return (struct chart_series){ .name = c->x->column_names[column],
                                  .place = place_of(c, sheet, column + 1, arena),
                                  .values = values,
                                  .look = c->x->looks[column] };
}

static uint32_t height_of(const struct piece *c)
{
    return c->s->kind->view.kind == VIEW_TIMELINE ? AROUND + BAR_HIGH * (uint32_t)c->n : CURVE_HIGH;
}

static void draw(struct paper *p, const struct piece *c)
{
    static const struct text data = { "Données", "Data" };
    struct span sheet = aet_span_z(aet_text(data, c->s->report->lang));
    struct chart_series *series = aet_calloc(c->x->columns, sizeof *series);
    struct arena arena = { 0 };
    struct buf says = { 0 }, book = { 0 };
    struct chart chart = { .place = place_of(c, sheet, 0, &arena),
                           .labels = c->x->row_names + c->from,
                           .labels_n = c->n,
                           .series = series,
                           .series_n = c->x->columns };

    for (size_t i = 0; i < chart.series_n; i++)
        series[i] = series_of(c, sheet, i, &arena);
    aet_cross_says(c->s, c->s->report->lang, &says);
    chart.title = aet_buf_view(&says);
    aet_cross_chart(c->s, c->x->types[0], &chart);
    workbook(c, sheet, &book);
    aet_paper_chart(p, &(struct paper_chart){
                           .chart = &chart,
                           .workbook = &book,
                           .name = aet_span_z(aet_text(c->s->kind->title, c->s->report->lang)),
                           .says = aet_span_z(aet_picture_says(c->s)),
                           .high = height_of(c) });
    aet_buf_free(&says);
    aet_free(series);
    aet_arena_free(&arena);
}

/* Bars that one page cannot hold are shared out to several, as many to each. */
static void draw_all(struct paper *p, const struct section *s, const struct cross *x)
{
    uint32_t room = aet_paper_height(p, aet_paper_sideways(p));
    size_t most = room > LEAST ? (room - HEADING - AROUND) / BAR_HIGH : 1;
    size_t pieces = s->kind->view.kind == VIEW_TIMELINE ? (x->rows + most - 1) / most : 1;

    for (size_t i = 0; i < pieces; i++) {
        size_t from = x->rows * i / pieces;

        draw(p, &(struct piece){ s, x, from, x->rows * (i + 1) / pieces - from });
    }
}

/* A line that lies on the axis from end to end says what its absence does. */
static void drop_empty(struct cross *x)
{
    size_t kept = 0, columns = x->columns;

    for (size_t k = 0; k < columns; k++) {
        bool any = false;

        for (size_t row = 0; row < x->rows && !any; row++) {
            const struct cell *c = x->cells[row * columns + k];

            any = c && c->known && fabs(aet_svg_number(c, x->types[k])) > 0;
        }
        if (!any)
            continue;
        x->column_names[kept] = x->column_names[k];
        x->types[kept] = x->types[k];
        for (size_t row = 0; row < x->rows; row++)
            x->cells[row * columns + kept] = x->cells[row * columns + k];
        kept++;
    }
    for (size_t row = 1; row < x->rows; row++)
        for (size_t k = 0; k < kept; k++)
            x->cells[row * kept + k] = x->cells[row * columns + k];
    x->columns = kept;
}

void aet_docx_chart(struct paper *p, const struct section *s)
{
    struct cross x = { 0 };

    switch (s->kind->view.kind) {
    case VIEW_CURVE:
        aet_cross_measures(&x, s, s->report->lang);
        break;
    case VIEW_LINES:
        aet_cross_make(&x, s, s->report->lang);
        drop_empty(&x);
        break;
    case VIEW_TIMELINE:
        aet_cross_make(&x, s, s->report->lang);
        break;
    default:
        return;
    }
    if (x.rows > 1 && x.columns && (s->kind->view.kind != VIEW_LINES || x.columns <= LINES_MOST))
        draw_all(p, s, &x);
    aet_cross_free(&x);
}
