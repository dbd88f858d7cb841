/* Text for a terminal, aligned by display width: a table where one can be read, otherwise a block
 * of lines for each row. */
#include "report/render.h"

#include "base/message.h"
#include "base/utf8.h"
#include "report/figure.h"
#include "report/grid.h"
#include "report/wrap.h"

enum {
    GAP = 2,
    PAGE = 100,     /* columns, where no terminal says */
    NARROWEST = 12, /* no column is made narrower to spare another */
    TALLEST = 5     /* lines of a row, beyond which a table is no table any more */
};

/* How many, and the word for it: of one, of several. None is not said. */
static void counted(struct buf *out, uint64_t n, enum lang lang, struct text one, struct text many)
{
    if (!n)
        return;
    aet_buf_str(out, ", ");
    aet_buf_uint(out, n);
    aet_buf_char(out, ' ');
    aet_buf_str(out, aet_text(n > 1 ? many : one, lang));
}

void aet_render_caption(const struct report *r, struct buf *out)
{
    static const struct text records = { "{nombre} {nombre|enregistrement|enregistrements}",
                                         "{nombre} {nombre|record|records}" };
    const struct input_file all = aet_report_all(r);
    uint64_t read = all.records;

    if (r->upstream.file.n) /* what never came here was read too */
        read += r->upstream.rejected;
    aet_buf_span(out, r->author);
    aet_buf_str(out, r->author.n ? " · " : "");
    aet_buf_str(out, r->tool);
    aet_buf_char(out, ' ');
    aet_buf_str(out, r->verb);
    aet_buf_str(out, " · ");
    aet_date_say(r->date, r->lang, out);
    if (!r->inputs_n) /* a verb that reads no records: there is nothing to count */
        return;
    aet_buf_str(out, " · ");
    aet_words_put(out, records, r->lang, AET_WORDS(aet_word_uint("nombre", read)));
    counted(out, all.rejected, r->lang, (struct text){ "rejeté", "rejected" },
            (struct text){ "rejetés", "rejected" });
    counted(out, all.elements, r->lang, (struct text){ "élément rejeté", "element rejected" },
            (struct text){ "éléments rejetés", "elements rejected" });
    counted(out, all.values, r->lang, (struct text){ "valeur rejetée", "value rejected" },
            (struct text){ "valeurs rejetées", "values rejected" });
    counted(out, all.aside, r->lang, (struct text){ "ligne écartée", "line left out" },
            (struct text){ "lignes écartées", "lines left out" });
}

static void spaces(struct buf *out, size_t n)
{
    aet_buf_repeat(out, AET_LIT(" "), n);
}

/* The width that a column would take, and the least that breaks no word. */
static size_t wanted(const struct grid *g, size_t column)
{
    size_t most = 0;

    for (size_t row = 0; row < g->rows; row++) {
        struct span rest = aet_grid_cell(g, row, column);

        while (rest.n) {
            size_t w = aet_utf8_width(aet_wrap_line(&rest, SIZE_MAX));

            most = w > most ? w : most;
        }
    }
    return most;
}

static size_t least(const struct grid *g, size_t column)
{
    size_t most = 0;

    for (size_t row = 0; row < g->rows; row++) {
        size_t w = aet_wrap_least(aet_grid_cell(g, row, column));

        most = w > most ? w : most;
    }
    return most;
}

static size_t sum(const size_t *widths, size_t n)
{
    size_t total = 0;

    for (size_t c = 0; c < n; c++)
        total += widths[c] + (c ? GAP : 0);
    return total;
}

/* Take from the widest column that can spare it until the table fits. False: it cannot. */
static bool narrow(size_t *widths, const size_t *floor, size_t n, size_t width)
{
    while (sum(widths, n) > width) {
        size_t widest = n;

        for (size_t c = 0; c < n; c++)
            if (widths[c] > floor[c] && (widest == n || widths[c] > widths[widest]))
                widest = c;
        if (widest == n)
            return false;
        widths[widest]--;
    }
    return true;
}

/* The width of a column of figures whose heading takes two lines. */
static size_t of_figures(const struct grid *g, size_t column)
{
    size_t w = least(g, column);

    while (aet_wrap_lines(aet_grid_cell(g, 0, column), w) > 2)
        w++;
    return w;
}

/* Widths in which the table fits: headings over figures give way first, then the widest columns; no
 * word is broken and no row grows out of hand. NULL: there are none, but for a table that is mostly
 * figures, which nothing shows better. The caller frees. */
static size_t *fit(const struct grid *g, size_t width)
{
    size_t *widths = aet_calloc(g->columns, sizeof *widths);
    size_t *floor = aet_calloc(g->columns, sizeof *floor);
    size_t figures = 0;
    bool good;

    for (size_t c = 0; c < g->columns; c++) {
        bool figure = aet_figure_right(g->of[c]->type);

        figures += figure;
        widths[c] = wanted(g, c);
        floor[c] = figure ? of_figures(g, c) : least(g, c);
        if (floor[c] < NARROWEST && !figure)
            floor[c] = widths[c] < NARROWEST ? widths[c] : NARROWEST;
    }
    for (size_t c = 0; c < g->columns && sum(widths, g->columns) > width; c++)
        if (aet_figure_right(g->of[c]->type))
            widths[c] = floor[c];
    good = narrow(widths, floor, g->columns, width) || 2 * figures > g->columns;
    for (size_t row = 1; good && row < g->rows; row++)
        for (size_t c = 0; good && c < g->columns; c++)
            good = aet_wrap_lines(aet_grid_cell(g, row, c), widths[c]) <= TALLEST;
    aet_free(floor);
    if (good)
        return widths;
    aet_free(widths);
    return NULL;
}

/* One row of cells, over as many lines as its longest cell needs. */
static void text_row(const struct grid *g, const size_t *widths, size_t row, struct buf *out)
{
    struct span *rest = aet_calloc(g->columns, sizeof *rest);
    bool more = true;

    for (size_t c = 0; c < g->columns; c++)
        rest[c] = aet_grid_cell(g, row, c);
    while (more) {
        size_t start = out->n;

        more = false;
        for (size_t c = 0; c < g->columns; c++) {
            struct span line = aet_wrap_line(&rest[c], widths[c]);
            size_t w = aet_utf8_width(line);
            size_t pad = widths[c] > w ? widths[c] - w : 0;
            bool right = aet_figure_right(g->of[c]->type);

            spaces(out, c ? GAP : 0);
            spaces(out, right ? pad : 0);
            aet_buf_span(out, line);
            spaces(out, right ? 0 : pad);
            more |= rest[c].n > 0;
        }
        while (out->n > start && out->p[out->n - 1] == ' ')
            out->n--;
        aet_buf_char(out, '\n');
    }
    aet_free(rest);
}

static void text_table(const struct grid *g, const size_t *widths, struct buf *out)
{
    for (size_t row = 0; row < g->rows; row++) {
        text_row(g, widths, row, out);
        if (row)
            continue;
        for (size_t c = 0; c < g->columns; c++) {
            spaces(out, c ? GAP : 0);
            aet_buf_repeat(out, AET_LIT("─"), widths[c]);
        }
        aet_buf_char(out, '\n');
    }
}

/* A value set in after its name; the parts of a list begin with a hyphen. */
static void block_value(struct span value, bool list, size_t indent, size_t width, struct buf *out)
{
    size_t room = width > indent + NARROWEST ? width - indent : NARROWEST;
    bool any = false;

    list = list && memchr(value.p, '\n', value.n);
    while (value.n) {
        const char *end = list ? memchr(value.p, '\n', value.n) : NULL;
        struct span part = end ? aet_span(value.p, (size_t)(end - value.p)) : value;

        value = end ? aet_span_from(value, part.n + 1) : aet_span_from(value, value.n);
        for (bool first = true; part.n; first = false) {
            spaces(out, any ? indent : 0);
            aet_buf_str(out, !list ? "" : first ? "- " : "  ");
            aet_buf_span(out, aet_wrap_line(&part, list ? room - 2 : room));
            aet_buf_char(out, '\n');
            any = true;
        }
    }
    if (!any)
        aet_buf_char(out, '\n');
}

/* A block of lines for each row: name, value. What is empty or unknown is left out unless `all`. */
static void text_blocks(const struct grid *g, size_t width, bool all, struct buf *out)
{
    size_t indent = 0;

    for (size_t c = 0; c < g->columns; c++) {
        size_t w = aet_utf8_width(aet_grid_cell(g, 0, c)) + GAP;

        indent = w > indent ? w : indent;
    }
    for (size_t row = 1; row < g->rows; row++) {
        if (row > 1)
            aet_buf_char(out, '\n');
        for (size_t c = 0; c < g->columns; c++) {
            struct span name = aet_grid_cell(g, 0, c), value = aet_grid_cell(g, row, c);

            if (!all && (value.n == 0 || aet_span_eq(value, AET_LIT("–"))))
                continue;
            aet_buf_span(out, name);
            spaces(out, indent - aet_utf8_width(name));
            block_value(value, g->of[c]->type == CELL_LIST, indent, width, out);
        }
    }
}

static void text_item(struct span text, size_t width, struct buf *out)
{
    aet_buf_str(out, "  * ");
    block_value(text, false, 4, width, out);
}

static void text_section(const struct report *r, const struct section *s,
                         const struct render_options *o, struct buf *out)
{
    size_t width = o->width ? o->width : PAGE;
    size_t *widths = NULL;
    struct grid g;

    if (s->rows == 0) {
        aet_buf_str(out, aet_text((struct text){ "(rien)\n", "(nothing)\n" }, r->lang));
    } else if (s->kind->view.kind == VIEW_SENTENCES) {
        for (size_t row = 0; row < s->rows; row++)
            text_item(s->cells[row].u.s, width, out);
    } else {
        aet_grid_make(&g, s, r->lang, "\n");
        if (!s->kind->single)
            widths = fit(&g, width);
        if (widths)
            text_table(&g, widths, out);
        else
            text_blocks(&g, width, s->kind->single, out);
        aet_free(widths);
        aet_grid_free(&g);
    }
    for (size_t i = 0; i < s->notes_n; i++)
        text_item(s->notes[i], width, out);
}

static void underlined(struct buf *out, const char *title, const char *line, bool colour)
{
    if (colour)
        aet_buf_str(out, "\x1b[1m");
    aet_buf_str(out, title);
    if (colour)
        aet_buf_str(out, "\x1b[0m");
    aet_buf_char(out, '\n');
    aet_buf_repeat(out, aet_span_z(line), aet_utf8_width(aet_span_z(title)));
    aet_buf_char(out, '\n');
}

void aet_render_texte(const struct report *r, const struct render_options *o, struct buf *out)
{
    if (aet_render_headed(r, o)) {
        underlined(out, aet_text(r->title, r->lang), "═", o->colour);
        aet_render_caption(r, out);
        aet_buf_char(out, '\n');
    }
    for (size_t i = 0; i < r->n; i++) {
        struct section shown = aet_render_shown(&r->sections[i]);

        if (!aet_render_shows(o, &shown))
            continue;
        if (aet_render_headed(r, o))
            aet_buf_char(out, '\n');
        if (aet_render_opens_annex(r, o, i)) {
            underlined(out, aet_text(aet_render_annex, r->lang), "═", o->colour);
            aet_buf_char(out, '\n');
        }
        if (!o->bare && !o->section)
            underlined(out, aet_text(r->sections[i].kind->title, r->lang), "─", o->colour);
        text_section(r, &shown, o, out);
    }
}
