/* Pictures of what moves in time: bars from start to end with the line of the report's date, and
 * shares on their way from baseline to target. */
#include "report/picture/svg.h"

#include <math.h>

#include "base/utf8.h"
#include "io/markup.h"
#include "report/figure.h"
#include "report/timeline.h"

enum { LABEL = 270, WIDTH = 520, MARGIN = 40, LINE = 28, TOP = 62 };
enum { DATE = 60 /* half of a long one: it is not cut at the margin */ };

static const double MOST = 1.15; /* of a way, that a track shows */

static const struct cell *cell(const struct section *s, size_t row, int column)
{
    return &s->cells[row * s->kind->n + (size_t)column];
}

struct span_of_time {
    int32_t from, to;
};

/* Everything that is shown, the report's date among it. */
static struct span_of_time whole(const struct report *r, const struct section *s)
{
    const struct view *v = &s->kind->view;
    struct span_of_time t = { aet_date_days(r->date), aet_date_days(r->date) };

    for (size_t row = 0; row < s->rows; row++) {
        const struct cell *from = cell(s, row, v->from), *to = cell(s, row, v->to);

        if (from->known && aet_date_days(from->u.date) < t.from)
            t.from = aet_date_days(from->u.date);
        if (to->known && aet_date_last_day(to->u.date) > t.to)
            t.to = aet_date_last_day(to->u.date);
    }
    if (t.to - t.from < 30)
        t.to = t.from + 30;
    return t;
}

static double x_of(struct span_of_time t, int32_t day)
{
    return LABEL + WIDTH * (double)(day - t.from) / (double)(t.to - t.from);
}

/* A line and a year at each first of January, quarters where there is room. */
static void axis(struct span_of_time t, double height, enum lang lang, struct buf *out)
{
    int months = t.to - t.from > 5 * 366 ? 12 : t.to - t.from > 500 ? 6 : 3;
    struct date d = aet_date_from_days(t.from);

    d = (struct date){ d.year, (int8_t)1, 1 };
    for (; aet_date_days(d) <= t.to;) {
        double x = x_of(t, aet_date_days(d));

        if (aet_date_days(d) >= t.from) {
            aet_svg_line(out, x, TOP - 12, x, height - 8,
                         d.month == 1 ? " stroke=\"#9aa0ad\"" : " stroke=\"#e3e5ea\"");
            if (d.month == 1 || months == 3) {
                aet_svg_text(out, x, TOP - 16, " font-size=\"11\" text-anchor=\"middle\"");
                if (d.month == 1)
                    aet_buf_int(out, d.year);
                else
                    aet_date_say((struct date){ d.year, d.month, 0 }, lang, out);
                aet_buf_str(out, "</text>\n");
            }
        }
        d.month = (int8_t)(d.month + months);
        if (d.month > 12)
            d = (struct date){ (int16_t)(d.year + 1), (int8_t)(d.month - 12), 1 };
    }
}

/* The hatching of a section's picture: its name is that of the section. */
static void hatching(const struct section *s, struct buf *out)
{
    aet_buf_str(out, "<defs><pattern id=\"hachures-");
    aet_buf_str(out, s->kind->key);
    aet_buf_str(out, "\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
                     "patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" "
                     "fill=\"#f6ddd3\"/><rect width=\"3\" height=\"6\" "
                     "fill=\"#b04a2f\"/></pattern></defs>\n");
}

static void box(const struct section *s, double x, double y, double w, double h, size_t state,
                struct buf *out)
{
    struct buf more = { 0 };

    aet_buf_str(&more, " fill=\"");
    if (aet_timeline_states[state].fill) {
        aet_buf_str(&more, aet_timeline_states[state].fill);
    } else {
        aet_buf_str(&more, "url(#hachures-");
        aet_buf_str(&more, s->kind->key);
        aet_buf_char(&more, ')');
    }
    aet_buf_char(&more, '"');
    aet_buf_str(&more, aet_timeline_states[state].stroke);
    aet_svg_box(out, x, y, w, h, aet_buf_z(&more));
    aet_buf_free(&more);
}

static void key(const struct report *r, const struct section *s, struct buf *out)
{
    double x = LABEL - 180;

    for (size_t i = 0; i < AET_TIMELINE_STATES; i++) {
        box(s, x, 4, 14, 11, i, out);
        aet_svg_text(out, x + 19, 14, " font-size=\"11\"");
        aet_html_text(out, aet_span_z(aet_text(aet_timeline_states[i].title, r->lang)));
        aet_buf_str(out, "</text>\n");
        x += 38 + 6.4 * (double)aet_utf8_width(
                            aet_span_z(aet_text(aet_timeline_states[i].title, r->lang)));
    }
}

static void one(const struct section *s, size_t row, struct span name, struct span_of_time t,
                struct buf *out)
{
    double y = TOP + LINE * (double)row, x;
    int32_t from, to;

    aet_svg_name(out, name, LABEL - 8, y + LINE / 2.0 + 4);
    if (!aet_timeline_days(s, row, &from, &to))
        return;
    x = x_of(t, from);
    box(s, x, y + 4, fmax(x_of(t, to) - x, 3), LINE - 9, aet_timeline_state(s, row), out);
}

static void today(const struct report *r, struct span_of_time t, double height, struct buf *out)
{
    double x = x_of(t, aet_date_days(r->date));

    aet_svg_line(out, x, TOP - 12, x, height - 8, " stroke=\"#8a1c1c\" stroke-width=\"2\"");
    aet_svg_text(out, fmin(x, LABEL + WIDTH + MARGIN - DATE), TOP - 30,
                 " font-size=\"11\" fill=\"#8a1c1c\" text-anchor=\"middle\"");
    aet_date_say(r->date, r->lang, out);
    aet_buf_str(out, "</text>\n");
}

void aet_svg_timeline(const struct report *r, const struct section *s, struct buf *out)
{
    struct span_of_time t = whole(r, s);
    double height = TOP + LINE * (double)s->rows + 14;
    struct arena names = { 0 };

    if (s->rows > AET_SVG_ROWS)
        return;
    aet_svg_open(out, r, s, LABEL + WIDTH + MARGIN, height);
    hatching(s, out);
    key(r, s, out);
    axis(t, height, r->lang, out);
    for (size_t row = 0; row < s->rows; row++)
        one(s, row, aet_svg_row_name(s, row, &names), t, out);
    aet_arena_free(&names);
    today(r, t, height, out);
    aet_buf_str(out, "</svg></figure>\n");
}

static double place(double share)
{
    return LABEL + 40 + (WIDTH - 120) * fmin(fmax(share, -0.1), MOST);
}

/* A track from baseline to target, the way covered, and where time alone would have led; the figure
 * stands behind all that is drawn, where no mark crosses it. */
static void track(const struct report *r, const struct section *s, size_t row, struct span name,
                  double y, struct buf *out)
{
    const struct view *v = &s->kind->view;
    const struct cell *now = cell(s, row, v->from), *expected = cell(s, row, v->to);
    double middle = y + LINE / 2.0, zero = place(0);

    aet_svg_name(out, name, LABEL - 8, middle + 4);
    aet_svg_rectangle(out, zero, middle - 4, place(1) - zero, 8, "#e3e8ef");
    if (now->known) {
        double x = place(now->u.d);

        aet_svg_rectangle(out, fmin(zero, x), middle - 4, fmax(fabs(x - zero), 2), 8,
                          now->u.d < 0    ? "#b04a2f"
                          : now->u.d >= 1 ? "#3a7d44"
                                          : "#1f4e79");
        aet_svg_text(out, place(MOST) + 8, middle + 4, " font-size=\"11\"");
        aet_figure(out, now, CELL_SHARE, r->lang, "");
        aet_buf_str(out, "</text>\n");
    }
    if (expected->known)
        aet_svg_line(out, place(expected->u.d), middle - 8, place(expected->u.d), middle + 8,
                     " stroke=\"#8a1c1c\" stroke-width=\"2\"");
}

void aet_svg_progress(const struct report *r, const struct section *s, struct buf *out)
{
    static const struct text ends[] = { { "départ", "baseline" }, { "cible", "target" } };
    static const struct text mark = { "trait : où mène le temps écoulé",
                                      "mark: where the time elapsed leads" };
    double height = TOP + LINE * (double)s->rows + 8;
    struct arena names = { 0 };

    if (s->rows > AET_SVG_ROWS)
        return;
    aet_svg_open(out, r, s, LABEL + WIDTH + MARGIN, height);
    for (int i = 0; i < 2; i++) {
        aet_svg_text(out, place(i), TOP - 14, " font-size=\"11\" text-anchor=\"middle\"");
        aet_html_text(out, aet_span_z(aet_text(ends[i], r->lang)));
        aet_buf_str(out, "</text>\n");
    }
    aet_svg_text(out, LABEL + 40, 14, " font-size=\"11\" fill=\"#8a1c1c\"");
    aet_html_text(out, aet_span_z(aet_text(mark, r->lang)));
    aet_buf_str(out, "</text>\n");
    for (size_t row = 0; row < s->rows; row++)
        track(r, s, row, aet_svg_row_name(s, row, &names), TOP + LINE * (double)row, out);
    aet_arena_free(&names);
    aet_buf_str(out, "</svg></figure>\n");
}
