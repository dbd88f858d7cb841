/* What a section shows beside its table in a workbook: charts of the cells, colours on them. */
#include "report/book.h"

#include "report/svg.h"

enum {
    FILLED = 4, /* one in so many, at least, of a cross */
    CROSS_MOST = 60,
    BARS_MOST = 60,
    SERIES_MOST = 12,
    WIDE = 8,
    LINES_WIDE = 12,
    LINES_HIGH = 24,
    LEAST_HIGH = 14,
    MOST_HIGH = 60
};

static bool is_long(const struct view *v)
{
    return v->kind == VIEW_LINES || (v->kind == VIEW_HEATMAP && v->across != AET_SIDE_BY_SIDE);
}

void aet_book_cross_make(struct cross *c, const struct section *s, enum lang lang)
{
    const struct view *v = &s->kind->view;
    size_t *row, *column;

    *c = (struct cross){ 0 };
    if (!is_long(v) || !s->rows)
        return;
    c->row_names = aet_calloc(s->rows, sizeof *c->row_names);
    c->column_names = aet_calloc(s->rows, sizeof *c->column_names);
    row = aet_calloc(s->rows, sizeof *row);
    column = aet_calloc(s->rows, sizeof *column);
    c->rows = aet_svg_distinct(s, v->label, lang, &c->arena, c->row_names, row);
    c->columns = aet_svg_distinct(s, v->across, lang, &c->arena, c->column_names, column);
    c->type = s->kind->columns[v->from].type;
    if (c->columns > CROSS_MOST || s->rows * FILLED < c->rows * c->columns)
        c->rows = c->columns = 0;
    c->cells = aet_calloc(c->rows * c->columns + 1, sizeof *c->cells);
    for (size_t i = 0; c->rows && i < s->rows; i++)
        c->cells[row[i] * c->columns + column[i]] = &s->cells[i * s->kind->n + (size_t)v->from];
    aet_free(row);
    aet_free(column);
}

void aet_book_cross_free(struct cross *c)
{
    aet_free(c->row_names);
    aet_free(c->column_names);
    aet_free(c->cells);
    aet_arena_free(&c->arena);
}

/* The sheet column of one of the section's; false when people do not see it. */
static bool seen(const struct book_sheet_of *b, int column, uint32_t *at)
{
    for (size_t i = 0; i < b->columns; i++)
        if ((int)b->of[i] == column) {
            *at = (uint32_t)i;
            return true;
        }
    return false;
}

/* As high as its bars or points want, to the right of what stands there. */
static struct ledger_range beside(const struct book_sheet_of *b, uint32_t column, size_t bars)
{
    size_t high = 4 + bars + bars / 4;

    high = high < LEAST_HIGH ? LEAST_HIGH : high > MOST_HIGH ? MOST_HIGH : high;
    return (struct ledger_range){ b->head, column, b->head + (uint32_t)high, column + WIDE - 1 };
}

static void bars(const struct book_sheet_of *b)
{
    const struct view *v = &b->section->kind->view;
    const struct column *columns = b->section->kind->columns;
    struct ledger_series series[SERIES_MOST];
    uint32_t label, at;
    struct ledger_chart chart = { .kind = LEDGER_BARS,
                                  .title = aet_span_z(aet_text(b->section->kind->title, b->lang)),
                                  .series = series,
                                  .share = columns[v->from].type == CELL_SHARE };

    if (!b->section->rows || b->section->rows > BARS_MOST || !seen(b, v->label, &label))
        return;
    for (int i = v->from; i <= v->to && chart.series_n < SERIES_MOST; i++)
        if (seen(b, i, &at))
            series[chart.series_n++] = (struct ledger_series){
                aet_span_z(aet_text(columns[i].title, b->lang)), { b->head + 1, at, b->last, at }
            };
    if (!chart.series_n)
        return;
    chart.labels = (struct ledger_range){ b->head + 1, label, b->last, label };
    chart.place = beside(b, (uint32_t)b->columns + 1, b->section->rows * chart.series_n);
    aet_ledger_chart(b->ledger, &chart);
}

static void lines(const struct book_sheet_of *b)
{
    const struct cross *c = &b->cross;
    struct ledger_series series[SERIES_MOST];
    uint32_t last = b->head + (uint32_t)c->rows, right = b->cross_at + (uint32_t)c->columns;
    struct ledger_chart chart = { .kind = LEDGER_LINES,
                                  .title = aet_span_z(aet_text(b->section->kind->title, b->lang)),
                                  .labels = { b->head + 1, b->cross_at, last, b->cross_at },
                                  .series = series,
                                  .share = c->type == CELL_SHARE,
                                  .place = { b->head, right + 2, b->head + LINES_HIGH,
                                             right + 1 + LINES_WIDE } };

    if (c->rows < 2)
        return;
    for (; chart.series_n < c->columns && chart.series_n < SERIES_MOST; chart.series_n++) {
        uint32_t at = b->cross_at + 1 + (uint32_t)chart.series_n;

        series[chart.series_n] = (struct ledger_series){ c->column_names[chart.series_n],
                                                         { b->head + 1, at, last, at } };
    }
    aet_ledger_chart(b->ledger, &chart);
}

static void heat_map(const struct book_sheet_of *b)
{
    const struct view *v = &b->section->kind->view;
    uint32_t from, to;

    if (b->cross.rows)
        aet_ledger_scale(b->ledger,
                         (struct ledger_range){ b->head + 1, b->cross_at + 1,
                                                b->head + (uint32_t)b->cross.rows,
                                                b->cross_at + (uint32_t)b->cross.columns });
    else if (b->section->rows && seen(b, v->from, &from) && seen(b, v->to, &to) && from <= to)
        aet_ledger_scale(b->ledger, (struct ledger_range){ b->head + 1, from, b->last, to });
}

void aet_book_pictures(const struct book_sheet_of *b)
{
    switch (b->section->kind->view.kind) {
    case VIEW_BARS:
    case VIEW_PROGRESS:
        bars(b);
        break;
    case VIEW_LINES:
        if (b->cross.rows)
            lines(b);
        break;
    case VIEW_HEATMAP:
        heat_map(b);
        break;
    default:
        break;
    }
}
