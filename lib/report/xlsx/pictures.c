/* What a section shows beside its table in a workbook: charts of the cells, colours on them. */
#include "report/xlsx/book.h"

enum { SERIES_MOST = 12, WIDE = 8, LINES_HIGH = 24, LEAST_HIGH = 14, MOST_HIGH = 64 };

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

/* As high as its bars want, to the right of the table. */
static struct ledger_range beside(const struct book_sheet_of *b, uint32_t wide, size_t bars)
{
    size_t high = 4 + bars + bars / 4;
    uint32_t column = (uint32_t)b->columns + 1;

    high = high < LEAST_HIGH ? LEAST_HIGH : high > MOST_HIGH ? MOST_HIGH : high;
    return (struct ledger_range){ b->head, column, b->head + (uint32_t)high, column + wide - 1 };
}

/* Under the title of its section, what the picture says of itself. */
static void put_title(const struct book_sheet_of *b, struct buf *title)
{
    struct buf more = { 0 };

    aet_buf_str(title, aet_text(b->section->kind->title, b->lang));
    aet_cross_says(b->section, b->lang, &more);
    aet_buf_str(title, more.n ? ", " : "");
    aet_buf_span(title, aet_buf_view(&more));
    aet_buf_free(&more);
}

/* What its view makes of a chart: its kind and its axis. */
static void put_kind(const struct book_sheet_of *b, enum cell_type type, struct ledger_chart *chart)
{
    struct chart as = { 0 };

    aet_cross_chart(b->section, type, &as);
    chart->kind = as.kind;
    chart->axis = as.axis;
}

static void bars(const struct book_sheet_of *b)
{
    const struct view *v = &b->section->kind->view;
    const struct column *columns = b->section->kind->columns;
    struct ledger_series series[SERIES_MOST];
    uint32_t label, at;
    struct ledger_chart chart = { .title = aet_span_z(aet_text(b->section->kind->title, b->lang)),
                                  .series = series };

    if (!b->section->rows || b->section->rows > AET_CROSS_BARS || !seen(b, v->label, &label))
        return;
    put_kind(b, columns[v->from].type, &chart);
    for (int i = v->from; i <= v->to && chart.series_n < SERIES_MOST; i++)
        if (seen(b, i, &at))
            series[chart.series_n++] =
                (struct ledger_series){ aet_span_z(aet_text(columns[i].title, b->lang)),
                                        { b->head + 1, at, b->last, at },
                                        { 0 } };
    if (!chart.series_n)
        return;
    chart.labels = (struct ledger_range){ b->head + 1, label, b->last, label };
    chart.place = beside(b, WIDE, b->section->rows * chart.series_n);
    aet_ledger_chart(b->ledger, &chart);
}

/* A chart of the cross, whose columns are its series. */
static void draw_cross(const struct book_sheet_of *b, struct ledger_range place)
{
    const struct cross *c = &b->cross;
    struct ledger_series series[SERIES_MOST];
    struct ledger_chart chart = { .series = series, .place = place };
    struct buf title = { 0 };
    uint32_t last = b->head + (uint32_t)c->rows;

    put_title(b, &title);
    put_kind(b, c->types[0], &chart);
    chart.title = aet_buf_view(&title);
    chart.labels = (struct ledger_range){ b->head + 1, b->cross_at, last, b->cross_at };
    for (size_t i = 0; i < c->columns && i < SERIES_MOST; i++) {
        uint32_t at = b->cross_at + 1 + (uint32_t)i;

        series[chart.series_n++] = (struct ledger_series){ c->column_names[i],
                                                           { b->head + 1, at, last, at },
                                                           c->looks[i] };
    }
    aet_ledger_chart(b->ledger, &chart);
    aet_buf_free(&title);
}

static void lines(const struct book_sheet_of *b)
{
    uint32_t right = b->cross_at + (uint32_t)b->cross.columns;

    if (b->cross.rows > 1)
        draw_cross(b, (struct ledger_range){ b->head, right + 2, b->head + LINES_HIGH,
                                             right + 1 + AET_BOOK_WIDE });
}

static void compared(const struct book_sheet_of *b)
{
    draw_cross(b, beside(b, AET_BOOK_WIDE, b->cross.rows * b->cross.columns));
}

static void in_time(const struct book_sheet_of *b)
{
    draw_cross(b, beside(b, AET_BOOK_WIDE, b->cross.rows * 2));
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
    case VIEW_CURVE:
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
    case VIEW_COMPARE:
        if (b->cross.rows)
            compared(b);
        break;
    case VIEW_TIMELINE:
        if (b->cross.rows)
            in_time(b);
        break;
    default:
        break;
    }
}
