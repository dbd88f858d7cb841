/* How wide a table is, and whether it stands whole. */
#include "report/html/html.h"

#include "base/utf8.h"
#include "report/figure.h"
#include "report/render.h"
#include "report/wrap.h"

enum {
    GROUPED = 6,    /* rows, from which a name over several of them saves lines */
    FEW = 8,        /* columns, beyond which letters are small */
    MEASURED = 500, /* rows that are looked at */
    WORD = 14,      /* characters; a longer one is broken */
    LINE = 20,      /* a longer text takes lines before it takes width */
    NARROW = 8,     /* fewer are not read well, where a text has several lines */
    BETWEEN = 2,    /* from column to column */
    BARS = 11,
    HALF = 68,   /* that half of a paper holds */
    TWICE = 110, /* a line of this length takes two of a half, or more: row after row */
    ANNEX = 86,  /* in the letters of the annex */
    WHOLE = 150  /* and the whole of it, or a screen, in small letters */
};

static void measure(struct html_layout *l, size_t c, struct span text, bool whole)
{
    size_t width = aet_utf8_width(text), least = whole ? width : aet_wrap_least(text);

    if (!whole && width > LINE)
        width = LINE;
    if (!whole && least > WORD)
        least = WORD;
    if (!whole && least < NARROW && width > NARROW)
        least = NARROW;
    if (least > l->least[c])
        l->least[c] = least;
    if (width > l->wanted[c])
        l->wanted[c] = width;
}

static void measure_column(struct html_layout *l, size_t c)
{
    const struct section *s = l->s;
    enum cell_type type = s->kind->columns[c].type;
    struct span title = aet_span_z(aet_text(s->kind->columns[c].title, s->report->lang));
    struct buf text = { 0 };
    size_t longest = aet_utf8_width(title);

    l->least[c] = l->wanted[c] = 1;
    measure(l, c, title, false);
    l->wanted[c] = l->least[c]; /* a heading takes lines before it takes width */
    for (size_t row = 0; row < s->rows && row < MEASURED; row++) {
        aet_buf_clear(&text);
        aet_figure_in(&text, &s->cells[row * s->kind->n + c], type, l->decimals[c], s->report->lang,
                      "\n");
        measure(l, c, aet_buf_view(&text), aet_figure_right(type));
        if (aet_utf8_width(aet_buf_view(&text)) > longest)
            longest = aet_utf8_width(aet_buf_view(&text));
    }
    l->longest += longest + BETWEEN;
    aet_buf_free(&text);
}

static bool has_place(const struct html_layout *l, size_t c)
{
    return c != l->group && aet_section_shows(l->s, c) && !(l->s->kind->aside >> c & 1);
}

/* The first column, when it says the same for row after row. */
static size_t group_of(const struct section *s)
{
    size_t n = s->kind->n, c = 0, runs = 1;

    while (c < n && !aet_section_shows(s, c))
        c++;
    if (c == n || s->rows < GROUPED || s->kind->columns[c].type != CELL_TEXT || s->kind->single ||
        (aet_svg_bars_top(s) > 0 && (size_t)s->kind->view.label == c))
        return n;
    for (size_t row = 1; row < s->rows; row++)
        runs += aet_html_begins(s, c, row);
    return runs * 2 <= s->rows ? c : n;
}

bool aet_html_begins(const struct section *s, size_t column, size_t row)
{
    const struct cell *c = &s->cells[row * s->kind->n + column];
    const struct cell *above = row ? c - s->kind->n : NULL;

    return !above || c->known != above->known || (c->known && !aet_span_eq(c->u.s, above->u.s));
}

/* The column that says what a row is, of a wide table. */
static size_t first_of(const struct html_layout *l)
{
    const struct section *s = l->s;
    size_t c = (size_t)s->kind->view.label;

    if (!aet_html_small(l))
        return s->kind->n;
    if (s->kind->columns[c].type == CELL_TEXT && has_place(l, c))
        return c;
    for (c = 0; c < s->kind->n; c++)
        if (s->kind->columns[c].type == CELL_TEXT && has_place(l, c))
            break;
    return c;
}

void aet_html_layout_make(struct html_layout *l, const struct section *s)
{
    *l = (struct html_layout){ .s = s,
                               .rows = s->rows,
                               .decimals = aet_figure_decimals(s),
                               .least = aet_calloc(s->kind->n, sizeof *l->least),
                               .wanted = aet_calloc(s->kind->n, sizeof *l->wanted),
                               .group = group_of(s),
                               .top = aet_svg_bars_top(s) };
    for (size_t c = 0; c < s->kind->n; c++) {
        if (!has_place(l, c))
            continue;
        measure_column(l, c);
        l->shown++;
    }
    l->first = first_of(l);
}

void aet_html_layout_free(struct html_layout *l)
{
    aet_free(l->decimals);
    aet_free(l->least);
    aet_free(l->wanted);
}

bool aet_html_small(const struct html_layout *l)
{
    return l->shown + (l->top > 0) > FEW;
}

static size_t sum(const struct html_layout *l, const size_t *widths, size_t from)
{
    size_t n = 0;

    for (size_t c = from; c < l->s->kind->n; c++)
        if (widths[c] && (c != l->first || from == 0))
            n += widths[c] + BETWEEN;
    return n;
}

bool aet_html_large(const struct html_layout *l, bool annex)
{
    size_t width = sum(l, l->wanted, 0) + (l->top > 0 ? BARS : 0);

    return width > (annex ? ANNEX : HALF) || l->s->kind->aside || (!annex && l->longest > TWICE);
}

size_t aet_html_part(const struct html_layout *l, size_t from, bool *in)
{
    size_t n = l->s->kind->n, bars = l->top > 0 ? BARS : 0, c;
    size_t lead = l->first < n ? l->least[l->first] + BETWEEN : 0;
    size_t rest = sum(l, l->least, from) - (from == 0 ? lead : 0), room = WHOLE - lead - bars;
    size_t parts = rest / room + (rest % room > 0), used = 0;

    for (c = 0; c < n; c++)
        in[c] = c == l->first;
    for (c = from; c < n; c++) {
        size_t width = l->least[c] + BETWEEN;

        if (!l->least[c] || c == l->first)
            continue;
        if (used && (used + width > room || used * parts >= rest))
            break;
        in[c] = true;
        used += width;
    }
    while (c < n && (!l->least[c] || c == l->first))
        c++;
    return c;
}
