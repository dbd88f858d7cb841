/* Text for a terminal, aligned by display width; and CommonMark. */
#include "report/render.h"

#include "base/utf8.h"
#include "report/figure.h"

enum { GAP = 2, NARROWEST = 12, WIDEST = 60 };

void aet_render_caption(const struct report *r, struct buf *out)
{
    uint64_t read = 0, rejected = 0;

    for (size_t i = 0; i < r->inputs_n; i++) {
        read += r->inputs[i].records;
        rejected += r->inputs[i].rejected;
    }
    aet_buf_str(out, r->tool);
    aet_buf_char(out, ' ');
    aet_buf_str(out, r->verb);
    aet_buf_str(out, " · ");
    aet_date_write(r->date, out);
    aet_buf_str(out, " · ");
    aet_buf_uint(out, read);
    aet_buf_str(out, r->lang == LANG_FR ? (read > 1 ? " enregistrements" : " enregistrement")
                                        : (read == 1 ? " record" : " records"));
    if (!rejected)
        return;
    aet_buf_str(out, ", ");
    aet_buf_uint(out, rejected);
    aet_buf_str(out, r->lang == LANG_FR ? (rejected > 1 ? " rejetés" : " rejeté") : " rejected");
}

/* Cells of a section as texts, the headings first; columns for programs only are left out. */
struct grid {
    struct buf text;
    size_t *ends;
    size_t columns, rows; /* rows with the heading */
    size_t *widths;
    const struct column **of; /* by column */
};

static struct span grid_cell(const struct grid *g, size_t row, size_t column)
{
    size_t i = row * g->columns + column;
    size_t from = i ? g->ends[i - 1] : 0;

    return aet_span(g->text.p + from, g->ends[i] - from);
}

static void grid_make(struct grid *g, const struct section *s, enum lang lang, const char *between)
{
    *g = (struct grid){ .rows = s->rows + 1 };
    g->of = aet_calloc(s->kind->n, sizeof(struct column *));
    for (size_t c = 0; c < s->kind->n; c++)
        if (!s->kind->columns[c].plain)
            g->of[g->columns++] = &s->kind->columns[c];
    g->ends = aet_calloc(g->rows * g->columns, sizeof *g->ends);
    g->widths = aet_calloc(g->columns, sizeof *g->widths);
    aet_buf_room(&g->text, 1);
    for (size_t i = 0; i < g->rows * g->columns; i++) {
        const struct column *c = g->of[i % g->columns];
        size_t row = i / g->columns;

        if (row == 0)
            aet_buf_str(&g->text, aet_text(c->title, lang));
        else
            aet_figure(&g->text,
                       &s->cells[(row - 1) * s->kind->n + (size_t)(c - s->kind->columns)],
                       c->type, lang, between);
        g->ends[i] = g->text.n;
    }
    for (size_t i = 0; i < g->rows * g->columns; i++) {
        size_t w = aet_utf8_width(grid_cell(g, i / g->columns, i % g->columns));

        if (w > g->widths[i % g->columns])
            g->widths[i % g->columns] = w;
    }
}

static void grid_free(struct grid *g)
{
    aet_buf_free(&g->text);
    aet_free(g->ends);
    aet_free(g->widths);
    aet_free(g->of);
}

/* Narrow the widest columns until the table fits the terminal (or each is bearable). */
static void fit(struct grid *g, size_t width)
{
    for (;;) {
        size_t total = 0, widest = 0;

        for (size_t c = 0; c < g->columns; c++) {
            total += g->widths[c] + (c ? GAP : 0);
            if (g->widths[c] > g->widths[widest])
                widest = c;
        }
        if (g->widths[widest] <= NARROWEST || (width ? total <= width : g->widths[widest] <= WIDEST))
            return;
        g->widths[widest]--;
    }
}

static void spaces(struct buf *out, size_t n)
{
    aet_buf_repeat(out, AET_LIT(" "), n);
}

/* The head of a text that fits the width, cut at a word; the rest stays in *s. */
static struct span take_line(struct span *s, size_t width)
{
    struct span line = aet_utf8_fit(*s, width);
    size_t n = line.n;

    for (size_t i = 0; i < line.n; i++)
        if (line.p[i] == '\n') {
            *s = aet_span_from(*s, i + 1);
            return aet_span(line.p, i);
        }
    if (n < s->n && s->p[n] != ' ' && s->p[n] != '\n') {
        while (n && line.p[n - 1] != ' ')
            n--;
        n = n ? n : line.n;
    }
    if (n == 0)
        n = s->n; /* narrower than one character */
    line = aet_span(s->p, n);
    *s = aet_span_from(*s, n);
    while (s->n && (s->p[0] == ' ' || s->p[0] == '\n'))
        *s = aet_span_from(*s, 1);
    while (line.n && line.p[line.n - 1] == ' ')
        line.n--;
    return line;
}

/* One row of cells, over as many lines as its longest cell needs. */
static void text_row(const struct grid *g, size_t row, struct buf *out)
{
    struct span *rest = aet_calloc(g->columns, sizeof *rest);
    bool more = true;

    for (size_t c = 0; c < g->columns; c++)
        rest[c] = grid_cell(g, row, c);
    while (more) {
        size_t start = out->n;

        more = false;
        for (size_t c = 0; c < g->columns; c++) {
            struct span line = take_line(&rest[c], g->widths[c]);
            size_t w = aet_utf8_width(line);
            size_t pad = g->widths[c] > w ? g->widths[c] - w : 0;
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

/* One object: a line for each of its fields. */
static void text_single(const struct section *s, enum lang lang, struct buf *out)
{
    size_t widest = 0;

    for (size_t c = 0; c < s->kind->n; c++) {
        size_t w = aet_utf8_width(aet_span_z(aet_text(s->kind->columns[c].title, lang)));

        widest = w > widest ? w : widest;
    }
    for (size_t c = 0; s->rows && c < s->kind->n; c++) {
        const char *title = aet_text(s->kind->columns[c].title, lang);

        aet_buf_str(out, title);
        spaces(out, widest - aet_utf8_width(aet_span_z(title)) + GAP);
        aet_figure(out, &s->cells[c], s->kind->columns[c].type, lang, ", ");
        aet_buf_char(out, '\n');
    }
}

static void text_section(const struct report *r, const struct section *s,
                         const struct render_options *o, struct buf *out)
{
    struct grid g;

    if (s->kind->single) {
        text_single(s, r->lang, out);
    } else if (s->rows == 0) {
        aet_buf_str(out, r->lang == LANG_FR ? "(rien)\n" : "(nothing)\n");
    } else {
        grid_make(&g, s, r->lang, o->width ? "\n" : "; ");
        fit(&g, o->width);
        for (size_t row = 0; row < g.rows; row++) {
            text_row(&g, row, out);
            if (row)
                continue;
            for (size_t c = 0; c < g.columns; c++) {
                spaces(out, c ? GAP : 0);
                aet_buf_repeat(out, AET_LIT("─"), g.widths[c]);
            }
            aet_buf_char(out, '\n');
        }
        grid_free(&g);
    }
    for (size_t i = 0; i < s->notes_n; i++) {
        aet_buf_str(out, "  * ");
        aet_buf_span(out, s->notes[i]);
        aet_buf_char(out, '\n');
    }
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
    if (!o->bare && !o->section) {
        underlined(out, aet_text(r->title, r->lang), "═", o->colour);
        aet_render_caption(r, out);
        aet_buf_char(out, '\n');
    }
    for (size_t i = 0; i < r->n; i++) {
        if (!aet_render_wants(o, &r->sections[i]))
            continue;
        if (!o->bare && !o->section) {
            aet_buf_char(out, '\n');
            underlined(out, aet_text(r->sections[i].kind->title, r->lang), "─", o->colour);
        }
        text_section(r, &r->sections[i], o, out);
    }
}

/* What CommonMark would read as markup inside a table cell. */
static void md_text(struct buf *out, struct span s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '\n') {
            aet_buf_str(out, "<br>");
            continue;
        }
        if (strchr("|\\`*_[]<>#", s.p[i]) && s.p[i])
            aet_buf_char(out, '\\');
        aet_buf_char(out, s.p[i]);
    }
}

static void md_section(const struct report *r, const struct section *s, struct buf *out)
{
    struct grid g;

    grid_make(&g, s, r->lang, "\n");
    for (size_t row = 0; row < g.rows; row++) {
        aet_buf_char(out, '|');
        for (size_t c = 0; c < g.columns; c++) {
            aet_buf_char(out, ' ');
            md_text(out, grid_cell(&g, row, c));
            aet_buf_str(out, " |");
        }
        aet_buf_char(out, '\n');
        for (size_t c = 0; row == 0 && c < g.columns; c++)
            aet_buf_str(out, aet_figure_right(g.of[c]->type) ? c ? " ---: |" : "| ---: |"
                        : c                                             ? " --- |"
                                                                        : "| --- |");
        if (row == 0)
            aet_buf_char(out, '\n');
    }
    grid_free(&g);
    for (size_t i = 0; i < s->notes_n; i++) {
        aet_buf_str(out, i ? "- " : "\n- ");
        md_text(out, s->notes[i]);
        aet_buf_char(out, '\n');
    }
}

void aet_render_md(const struct report *r, const struct render_options *o, struct buf *out)
{
    bool first = true;

    if (!o->bare && !o->section) {
        aet_buf_str(out, "# ");
        md_text(out, aet_span_z(aet_text(r->title, r->lang)));
        aet_buf_str(out, "\n\n");
        aet_render_caption(r, out);
        aet_buf_str(out, "\n");
        first = false;
    }
    for (size_t i = 0; i < r->n; i++) {
        if (!aet_render_wants(o, &r->sections[i]))
            continue;
        if (!first)
            aet_buf_char(out, '\n');
        first = false;
        if (!o->bare) {
            aet_buf_str(out, "## ");
            md_text(out, aet_span_z(aet_text(r->sections[i].kind->title, r->lang)));
            aet_buf_str(out, "\n\n");
        }
        md_section(r, &r->sections[i], out);
    }
}
