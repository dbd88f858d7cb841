/* Which chart shows a section, and how far its axis goes. */
#include "report/chart/cross.h"

#include "ledger/ledger.h"
#include "report/timeline.h"

/* Months at equal steps. Each begins at the third day, from which steps of a mean month never leave
 * the month that they are of. */
static struct chart_axis months(const struct section *s)
{
    enum { THIRD = 3, MARKS = 10 };
    static const int steps[] = { 1, 2, 3, 6, 12 };
    const double month = 365.25 / 12;
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
    return (struct chart_axis){ CHART_MONTHS, aet_ledger_day(start),
                                aet_ledger_day(aet_date_from_days(last)) + 1, month * steps[i] };
}

void aet_cross_chart(const struct section *s, enum cell_type type, struct chart *c)
{
    static const enum chart_kind kinds[] = { [VIEW_LINES] = CHART_LINES,
                                             [VIEW_TIMELINE] = CHART_SPANS,
                                             [VIEW_CURVE] = CHART_STEPS,
                                             [VIEW_SENTENCES] = CHART_BARS };

    c->kind = kinds[s->kind->view.kind];
    c->axis = s->kind->view.kind == VIEW_TIMELINE ? months(s)
              : s->kind->view.kind == VIEW_COMPARE
                  ? (struct chart_axis){ CHART_SHARE, 0, 1, 0.25 }
                  : (struct chart_axis){ .unit = type == CELL_SHARE ? CHART_SHARE : CHART_NUMBER };
}

void aet_cross_says(const struct section *s, enum lang lang, struct buf *out)
{
    static const struct text scale = { "chaque rangée à son échelle", "each row at its own scale" };
    static const struct text at = { "au ", "on " };

    if (s->kind->view.kind == VIEW_COMPARE) {
        aet_buf_str(out, aet_text(scale, lang));
    } else if (s->kind->view.kind == VIEW_TIMELINE) {
        aet_buf_str(out, aet_text(at, lang));
        aet_date_say(s->report->date, lang, out);
    }
}
