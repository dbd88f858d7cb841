/* Tables: of the rows of a section, of one object, of two keys that meet. */
#include "report/html/html.h"

#include "base/message.h"
#include "io/markup.h"
#include "report/condense.h"
#include "report/figure.h"
#include "report/render.h"
#include "report/chart/cross.h"

enum { SHORT_WORD = 12 /* bytes */ };

/* Said of each cell, too: what a page is pasted or mailed into drops its styles. */
#define RIGHT " style=\"text-align:right\""
#define LEFT " style=\"text-align:left\""

/* Of dates and short codes no line is broken; labels that stand for codes are text. */
static bool short_word(const struct cell *c, enum cell_type type)
{
    return type == CELL_DATE ||
           (type == CELL_CODE && (c->shown.n ? c->shown.n : c->u.s.n) <= SHORT_WORD);
}

static void html_list(struct span list, struct buf *out)
{
    struct span part;

    aet_buf_str(out, "<ul>");
    while (aet_list_part(&list, &part)) {
        aet_buf_str(out, "<li>");
        aet_html_text(out, part);
        aet_buf_str(out, "</li>");
    }
    aet_buf_str(out, "</ul>");
}

static void figure(const struct section *s, const struct cell *c, enum cell_type type, int decimals,
                   struct buf *out)
{
    struct buf text = { 0 };

    aet_figure_in(&text, c, type, decimals, s->report->lang, ", ");
    aet_html_text(out, aet_buf_view(&text));
    aet_buf_free(&text);
}

/* Whether a cell is that of the row above, which reaches over it; what stands between rows parts
 * them. */
static bool repeats(const struct section *s, size_t row, size_t column)
{
    return !s->kind->aside && aet_section_repeats(s, row, column);
}

/* The end of a tag: the cell goes on over the rows that say the same. */
static void html_span(const struct html_layout *l, size_t row, size_t column, struct buf *out)
{
    size_t n = 1;

    while (row + n < l->rows && repeats(l->s, row + n, column))
        n++;
    if (n > 1) {
        aet_buf_str(out, " rowspan=\"");
        aet_buf_uint(out, n);
        aet_buf_char(out, '"');
    }
    aet_buf_char(out, '>');
}

static void html_cell(const struct html_layout *l, size_t row, size_t column, struct buf *out)
{
    const struct section *s = l->s;
    const struct cell *c = &s->cells[row * s->kind->n + column];
    enum cell_type type = s->kind->columns[column].type;

    aet_buf_str(out, column == l->first       ? "<td class=\"f\""
                     : aet_figure_right(type) ? "<td class=\"d\"" RIGHT
                     : short_word(c, type)    ? "<td class=\"c\""
                                              : "<td");
    html_span(l, row, column, out);
    if (type == CELL_LIST && c->known && c->u.s.n)
        html_list(c->shown.n ? c->shown : c->u.s, out);
    else
        figure(s, c, type, l->decimals[column], out);
    aet_buf_str(out, "</td>");
}

/* A line may end within a heading, but not before a sign that French sets off with a space. */
static void heading_text(struct span title, struct buf *out)
{
    struct buf text = { 0 };

    for (size_t i = 0; i < title.n; i++)
        if (title.p[i] == ' ' && i + 1 < title.n && memchr(":;?!%", title.p[i + 1], 5))
            aet_buf_str(&text, "\xC2\xA0");
        else
            aet_buf_char(&text, title.p[i]);
    aet_html_text(out, aet_buf_view(&text));
    aet_buf_free(&text);
}

static void html_heading(const struct html_layout *l, size_t column, const char *scope,
                         struct buf *out)
{
    const struct column *c = &l->s->kind->columns[column];

    aet_buf_str(out, "<th scope=\"");
    aet_buf_str(out, scope);
    aet_buf_str(out, column == l->first                           ? "\" class=\"f\"" LEFT
                     : aet_figure_right(c->type) && *scope == 'c' ? "\" class=\"d\"" RIGHT
                                                                  : "\"" LEFT);
    aet_buf_char(out, '>');
    aet_svg_bars_key(l->s, (int)column, out);
    heading_text(aet_span_z(aet_text(c->title, l->s->report->lang)), out);
    aet_buf_str(out, "</th>");
}

void aet_html_single(const struct section *s, struct buf *out)
{
    struct html_layout l;

    aet_html_layout_make(&l, s);
    l.first = l.group = s->kind->n;
    aet_buf_str(out, "<table class=\"bref\"><tbody>\n");
    for (size_t c = 0; s->rows && c < s->kind->n; c++) {
        if (!aet_section_shows(s, c))
            continue;
        aet_buf_str(out, "<tr>");
        html_heading(&l, c, "row", out);
        html_cell(&l, 0, c, out);
        aet_buf_str(out, "</tr>\n");
    }
    aet_buf_str(out, "</tbody></table>\n");
    aet_html_layout_free(&l);
}

/* Bars stand behind what says whose they are. */
static bool bars_behind(const struct html_layout *l, size_t column)
{
    return l->top > 0 && (int)column == l->s->kind->view.label;
}

static bool tells(const struct section *s, size_t row, size_t column)
{
    return aet_section_shows(s, column) && s->kind->aside >> column & 1 &&
           s->cells[row * s->kind->n + column].known;
}

/* How a figure came about, below its row; nothing where nothing says so. */
static void html_aside(const struct html_layout *l, size_t row, size_t width, struct buf *out)
{
    const struct section *s = l->s;
    size_t first = 0;

    while (first < s->kind->n && !tells(s, row, first))
        first++;
    if (first == s->kind->n)
        return;
    aet_buf_str(out, "<tr class=\"p\"><td colspan=\"");
    aet_buf_uint(out, width);
    aet_buf_str(out, "\">");
    for (size_t c = first; c < s->kind->n; c++) {
        if (!tells(s, row, c))
            continue;
        aet_buf_str(out, "<p><b>");
        heading_text(aet_span_z(aet_text(s->kind->columns[c].title, s->report->lang)), out);
        aet_buf_str(out, "</b>");
        aet_html_text(out, aet_span_z(aet_text(aet_text_colon, s->report->lang)));
        figure(s, &s->cells[row * s->kind->n + c], s->kind->columns[c].type, 0, out);
        aet_buf_str(out, "</p>");
    }
    aet_buf_str(out, "</td></tr>\n");
}

static size_t width_of(const struct html_layout *l, const bool *in)
{
    size_t width = 0;

    for (size_t c = 0; c < l->s->kind->n; c++)
        width += in[c] ? 1 + bars_behind(l, c) : 0;
    return width;
}

/* What the rows below have in common, once. */
static void html_group(const struct html_layout *l, size_t row, size_t width, struct buf *out)
{
    const struct section *s = l->s;

    if (l->group == s->kind->n || !aet_html_begins(s, l->group, row))
        return;
    aet_buf_str(out, row ? "</tbody><tbody>\n<tr class=\"g\"><th scope=\"rowgroup\" colspan=\""
                         : "<tr class=\"g\"><th scope=\"rowgroup\" colspan=\"");
    aet_buf_uint(out, width);
    aet_buf_str(out, "\"" LEFT ">");
    figure(s, &s->cells[row * s->kind->n + l->group], CELL_TEXT, 0, out);
    aet_buf_str(out, "</th></tr>\n");
}

static void html_row(const struct html_layout *l, size_t row, const bool *in, struct buf *out)
{
    aet_buf_str(out, "<tr>");
    for (size_t c = 0; c < l->s->kind->n; c++) {
        if (!in[c] || repeats(l->s, row, c))
            continue;
        html_cell(l, row, c, out);
        if (bars_behind(l, c)) {
            aet_buf_str(out, "<td class=\"b\">");
            aet_svg_bars(l->s, row, l->top, out);
            aet_buf_str(out, "</td>");
        }
    }
    aet_buf_str(out, "</tr>\n");
    if (l->s->kind->aside)
        html_aside(l, row, width_of(l, in), out);
}

/* A table scrolls within itself where it is wider than a screen. */
static void open_table(const struct section *s, const char *class, size_t part, struct buf *out)
{
    aet_buf_str(out, "<div class=\"large");
    aet_buf_str(out, class);
    aet_buf_str(out, "\" role=\"group\" tabindex=\"0\" aria-label=\"");
    aet_buf_str(out, aet_text((struct text){ "Tableau\xC2\xA0: ", "Table: " }, s->report->lang));
    aet_html_text(out, aet_span_z(aet_text(s->kind->title, s->report->lang)));
    if (part) {
        aet_buf_str(out, ", ");
        aet_buf_uint(out, part + 1);
    }
    aet_buf_str(out, "\"><table>");
}

static void html_part(const struct html_layout *l, const bool *in, size_t part, struct buf *out)
{
    const struct section *s = l->s;

    open_table(s,
               aet_html_small(l)                 ? " w"
               : s->kind->view.kind == VIEW_FORM ? " a"
                                                 : "",
               part, out);
    aet_buf_str(out, "<thead><tr>");
    for (size_t c = 0; c < s->kind->n; c++) {
        if (!in[c])
            continue;
        html_heading(l, c, "col", out);
        if (bars_behind(l, c))
            aet_buf_str(out, "<td class=\"b\"></td>");
    }
    aet_buf_str(out, "</tr></thead><tbody>\n");
    for (size_t row = 0; row < l->rows; row++) {
        html_group(l, row, width_of(l, in), out);
        html_row(l, row, in, out);
    }
    aet_buf_str(out, "</tbody></table></div>\n");
}

void aet_html_table(const struct section *s, size_t rows, struct buf *out)
{
    bool *in = aet_calloc(s->kind->n, sizeof *in);
    struct html_layout l;
    size_t part = 0;

    aet_html_layout_make(&l, s);
    l.rows = rows < s->rows ? rows : s->rows;
    for (size_t from = 0; from < s->kind->n;) {
        from = aet_html_part(&l, from, in);
        html_part(&l, in, part++, out);
    }
    aet_html_layout_free(&l);
    aet_free(in);
}

/* --- crossed ------------------------------------------------------------------------------ */

enum { ACROSS_MOST = 12, MEASURES_MOST = 2, SHORT_NAME = 20 /* bytes */ };

/* What stands where two keys meet, and which of them goes across. */
struct crossed {
    const struct section *s;
    struct cross x;
    bool turned;
    size_t measures[MEASURES_MOST], measures_n; /* columns of the section */
};

/* Every column but the keys, as long as they are few. */
static bool find_measures(struct crossed *c)
{
    const struct section *s = c->s;
    const struct view *v = &s->kind->view;

    for (size_t i = 0; i < s->kind->n; i++) {
        if (!aet_section_shows(s, i) || (int)i == v->label || (int)i == v->across)
            continue;
        if (c->measures_n == MEASURES_MOST || !aet_figure_right(s->kind->columns[i].type))
            return false;
        c->measures[c->measures_n++] = i;
    }
    return c->measures_n > 0;
}

static bool cross_make(struct crossed *c, const struct section *s)
{
    const struct view *v = &s->kind->view;
    size_t met = 0;

    *c = (struct crossed){ .s = s };
    if (!(v->kind == VIEW_LINES || (v->kind == VIEW_HEATMAP && v->across != AET_SIDE_BY_SIDE)) ||
        !find_measures(c))
        return false;
    aet_cross_make(&c->x, s, s->report->lang);
    for (size_t i = 0; i < c->x.rows * c->x.columns; i++)
        met += c->x.cells[i] != NULL;
    c->turned = c->x.columns > ACROSS_MOST;
    return c->x.rows && met == s->rows && (c->turned ? c->x.rows : c->x.columns) <= ACROSS_MOST;
}

static void cross_head(const struct crossed *c, size_t measure, struct buf *out)
{
    const struct view *v = &c->s->kind->view;
    const struct column *columns = c->s->kind->columns;
    const struct span *names = c->turned ? c->x.row_names : c->x.column_names;
    enum lang lang = c->s->report->lang;

    aet_buf_str(out, "<caption>");
    heading_text(aet_span_z(aet_text(columns[measure].title, lang)), out);
    aet_buf_str(out, "</caption><thead><tr><th scope=\"col\"" LEFT ">");
    heading_text(aet_span_z(aet_text(columns[c->turned ? v->across : v->label].title, lang)), out);
    aet_buf_str(out, "</th>");
    for (size_t i = 0; i < (c->turned ? c->x.rows : c->x.columns); i++) {
        aet_buf_str(out, "<th scope=\"col\" class=\"d\"" RIGHT ">");
        aet_html_text(out, names[i]);
        aet_buf_str(out, "</th>");
    }
    aet_buf_str(out, "</tr></thead><tbody>\n");
}

static void cross_cell(const struct crossed *c, size_t row, size_t column, size_t measure,
                       int decimals, struct buf *out)
{
    const struct cell *cell = c->x.cells[row * c->x.columns + column];

    aet_buf_str(out, "<td class=\"d\"" RIGHT ">");
    if (cell) /* that of the view's measure, of the same row */
        figure(c->s, cell + ((ptrdiff_t)measure - c->s->kind->view.from),
               c->s->kind->columns[measure].type, decimals, out);
    aet_buf_str(out, "</td>");
}

static void cross_one(const struct crossed *c, size_t measure, int decimals, size_t part,
                      struct buf *out)
{
    size_t down = c->turned ? c->x.columns : c->x.rows;
    size_t across = c->turned ? c->x.rows : c->x.columns;

    open_table(c->s, across > 6 ? " w" : "", part, out);
    cross_head(c, measure, out);
    for (size_t i = 0; i < down; i++) {
        struct span name = c->turned ? c->x.column_names[i] : c->x.row_names[i];

        aet_buf_str(out, name.n <= SHORT_NAME ? "<tr><th scope=\"row\" class=\"c\"" LEFT ">"
                                              : "<tr><th scope=\"row\"" LEFT ">");
        aet_html_text(out, name);
        aet_buf_str(out, "</th>");
        for (size_t k = 0; k < across; k++)
            cross_cell(c, c->turned ? k : i, c->turned ? i : k, measure, decimals, out);
        aet_buf_str(out, "</tr>\n");
    }
    aet_buf_str(out, "</tbody></table></div>\n");
}

size_t aet_html_crossed_rows(const struct section *s)
{
    struct crossed c;
    size_t n = cross_make(&c, s) ? c.turned ? c.x.columns : c.x.rows : 0;

    aet_cross_free(&c.x);
    return n * c.measures_n;
}

bool aet_html_crossed(const struct section *s, struct buf *out)
{
    int *decimals = aet_figure_decimals(s);
    struct crossed c;
    bool good = cross_make(&c, s);

    for (size_t i = 0; good && i < c.measures_n; i++)
        cross_one(&c, c.measures[i], decimals[c.measures[i]], i, out);
    aet_cross_free(&c.x);
    aet_free(decimals);
    return good;
}
