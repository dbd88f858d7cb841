/* What a section shows beside its table in a workbook: charts of the cells, colours on them. */
#include "report/xlsx/book.h"

#include "report/timeline.h"

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

static enum ledger_format axis_of(enum cell_type type)
{
    return type == CELL_SHARE ? LEDGER_SHARE : LEDGER_AS_IS;
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
                                  .axis = { .format = axis_of(columns[v->from].type) } };

    if (!b->section->rows || b->section->rows > AET_BOOK_BARS || !seen(b, v->label, &label))
        return;
    for (int i = v->from; i <= v->to && chart.series_n < SERIES_MOST; i++)
        if (seen(b, i, &at))
            series[chart.series_n++] =
                (struct ledger_series){ aet_span_z(aet_text(columns[i].title, b->lang)),
                                        { b->head + 1, at, b->last, at },
                                        NULL };
    if (!chart.series_n)
        return;
    chart.labels = (struct ledger_range){ b->head + 1, label, b->last, label };
    chart.place = beside(b, WIDE, b->section->rows * chart.series_n);
    aet_ledger_chart(b->ledger, &chart);
}

/* A chart of the cross, whose columns are its series. */
static void draw_cross(const struct book_sheet_of *b, struct ledger_chart chart)
{
    const struct cross *c = &b->cross;
    struct ledger_series series[SERIES_MOST];
    uint32_t last = b->head + (uint32_t)c->rows;

    chart.labels = (struct ledger_range){ b->head + 1, b->cross_at, last, b->cross_at };
    chart.series = series;
    for (size_t i = 0; i < c->columns && i < SERIES_MOST; i++) {
        uint32_t at = b->cross_at + 1 + (uint32_t)i;

        series[chart.series_n++] = (struct ledger_series){ c->column_names[i],
                                                           { b->head + 1, at, last, at },
                                                           c->colours[i] };
    }
    aet_ledger_chart(b->ledger, &chart);
}

static void lines(const struct book_sheet_of *b)
{
    const struct cross *c = &b->cross;
    uint32_t right = b->cross_at + (uint32_t)c->columns;
    struct ledger_chart chart = { .kind = LEDGER_LINES,
                                  .title = aet_span_z(aet_text(b->section->kind->title, b->lang)),
                                  .place = { b->head, right + 2, b->head + LINES_HIGH,
                                             right + 1 + AET_BOOK_WIDE } };

    if (c->rows < 2)
        return;
    chart.axis.format = axis_of(c->types[0]);
    draw_cross(b, chart);
}

static void compared(const struct book_sheet_of *b)
{
    static const struct text scale = { " (chaque rangée à son échelle)",
                                       " (each row at its own scale)" };
    const struct cross *c = &b->cross;
    struct buf title = { 0 };
    struct ledger_chart chart = { .kind = LEDGER_BARS,
                                  .axis = { LEDGER_SHARE, 0, 1, 0.25 },
                                  .place = beside(b, AET_BOOK_WIDE, c->rows * c->columns) };

    aet_buf_str(&title, aet_text(b->section->kind->title, b->lang));
    aet_buf_str(&title, aet_text(scale, b->lang));
    chart.title = aet_buf_view(&title);
    draw_cross(b, chart);
    aet_buf_free(&title);
}

/* Months at equal steps. Each begins at the third day, from which steps of a mean month never leave
 * the month that they are of. */
static struct ledger_axis months(const struct book_sheet_of *b)
{
    enum { THIRD = 3, MARKS = 10 };
    static const int steps[] = { 1, 2, 3, 6, 12 };
    const double month = 365.25 / 12;
    const struct section *s = b->section;
    int32_t from, to, first = INT32_MAX, last = INT32_MIN;
    size_t i = 0;

    for (size_t row = 0; row < s->rows; row++)
        if (aet_timeline_days(s, row, &from, &to)) {
            first = from < first ? from : first;
            last = to > last ? to : last;
        }
    struct date start = aet_date_from_days(first - THIRD);

    start.day = THIRD;
    while (i + 1 < sizeof steps / sizeof *steps && last - first > MARKS * month * steps[i])
        i++;
    return (struct ledger_axis){ LEDGER_DATE, aet_ledger_day(start),
                                 aet_ledger_day(aet_date_from_days(last)) + 1, month * steps[i] };
}

static void in_time(const struct book_sheet_of *b)
{
    static const struct text at = { ", au ", ", on " };
    struct buf title = { 0 };
    struct ledger_chart chart = { .kind = LEDGER_SPANS,
                                  .axis = months(b),
                                  .place = beside(b, AET_BOOK_WIDE, b->cross.rows * 2) };

    aet_buf_str(&title, aet_text(b->section->kind->title, b->lang));
    aet_buf_str(&title, aet_text(at, b->lang));
    aet_date_say(b->section->report->date, b->lang, &title);
    chart.title = aet_buf_view(&title);
    draw_cross(b, chart);
    aet_buf_free(&title);
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
