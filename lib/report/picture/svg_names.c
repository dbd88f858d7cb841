/* Names of rows, columns and series in a picture: in one line or two, cut when they are too long.
 */
#include "report/picture/svg.h"

#include "base/utf8.h"
#include "io/markup.h"

enum {
    ROW_NAME = 36, /* characters, for aet_svg_name */
    SMALL = 6      /* pixels of a character at 11 pixels, roughly */
};

/* A name in one line, or in two of like length; what does not fit ends in an ellipsis. */
struct name_lines {
    struct span line[2];
    bool cut;
};

static struct name_lines in_lines(struct span name, size_t width)
{
    struct name_lines l = { .line = { name, { name.p, 0 } } };
    size_t best = SIZE_MAX;

    if (aet_utf8_width(name) <= width)
        return l;
    for (size_t i = 0; i < name.n; i++) {
        struct span head = aet_span(name.p, i), tail = aet_span_from(name, i + 1);
        size_t h = aet_utf8_width(head), t = aet_utf8_width(tail);

        if (name.p[i] != ' ' || h > width || (h > t ? h : t) > best)
            continue;
        best = h > t ? h : t;
        l.line[0] = head;
        l.line[1] = tail;
    }
    for (int i = 0; i < 2; i++) {
        struct span shown = aet_utf8_fit(l.line[i], width);

        l.cut |= shown.n < l.line[i].n;
        l.line[i] = shown;
    }
    return l;
}

/* A name whose first line has its baseline at y, or about y when there are two. */
static void name_at(struct buf *out, struct name_lines l, double x, double y, double leading)
{
    bool two = l.line[1].n > 0;

    for (int i = 0; i <= two; i++) {
        aet_buf_str(out, "<tspan");
        aet_svg_attribute(out, "x", x);
        aet_svg_attribute(out, "y", y + leading * (two ? i - 0.5 : 0));
        aet_buf_char(out, '>');
        aet_html_text(out, l.line[i]);
        aet_buf_str(out, l.cut && i == two ? "…</tspan>" : "</tspan>");
    }
}

void aet_svg_name_at(struct buf *out, struct span name, size_t width, double x, double y,
                     double leading)
{
    name_at(out, in_lines(name, width), x, y, leading);
}

void aet_svg_name(struct buf *out, struct span name, double x, double y)
{
    aet_buf_str(out, "<text text-anchor=\"end\" font-size=\"12\">");
    name_at(out, in_lines(name, ROW_NAME), x, y, 12);
    aet_buf_str(out, "</text>\n");
}

double aet_svg_names_width(const struct span *names, size_t n, size_t width)
{
    size_t most = 0;

    for (size_t i = 0; i < n; i++) {
        struct name_lines l = in_lines(names[i], width);

        for (int k = 0; k < 2; k++) {
            size_t w = aet_utf8_width(l.line[k]) + l.cut;

            most = w > most ? w : most;
        }
    }
    return SMALL * (double)most;
}

/* The words of a row's first column of words beside its name: whose it is. */
static struct span whose(const struct section *s, size_t row)
{
    for (int i = 0; i < (int)s->kind->n; i++)
        if (i != s->kind->view.label && aet_section_shows(s, (size_t)i) &&
            s->kind->columns[i].type == CELL_TEXT)
            return aet_svg_words(s, row, i);
    return AET_LIT("");
}

struct span aet_svg_row_name(const struct section *s, size_t row, struct arena *arena)
{
    int label = s->kind->view.label;
    struct span name = aet_svg_words(s, row, label), other = whose(s, row);
    struct buf told = { 0 };
    bool shared = false;

    for (size_t k = 0; k < s->rows && !shared && other.n; k++)
        shared = k != row && aet_span_eq(name, aet_svg_words(s, k, label));
    if (!shared)
        return name;
    aet_buf_span(&told, name);
    aet_buf_str(&told, " (");
    aet_buf_span(&told, other);
    aet_buf_char(&told, ')');
    name = aet_arena_copy(arena, aet_buf_view(&told));
    aet_buf_free(&told);
    return name;
}
