/* One self-contained page: no script, no outside resource, readable on paper and by a screen
 * reader. Every picture has its table beside it. */
#include "report/render.h"

#include "base/message.h"
#include "io/markup.h"
#include "report/condense.h"
#include "report/figure.h"

/* A table of more columns than this is wide: its type is smaller and its page lies on its side; of
 * more than MANY, smaller still. */
enum { FEW = 8, MANY = 16 };

/* A table of more rows than this is folded on a screen; paper shows all of it. */
enum { LONG = 15, SHORT_WORD = 12 /* bytes */ };

/* Colours are WCAG AA on their ground, in light and on paper. A wide table scrolls within itself on
 * a screen, beside the column that says what a row is; paper shows all of it. */
static const char style[] =
    "body{font:16px/1.5 system-ui,\"Segoe UI\",Arial,sans-serif;color:#1b1b1f;background:#fff;"
    "max-width:72rem;margin:2rem auto;padding:0 1rem}"
    "h1{font-size:1.7rem;margin:0 0 .2rem}h2{font-size:1.2rem;margin:2.2rem 0 .5rem;"
    "border-bottom:2px solid #1f4e79;padding-bottom:.2rem}"
    "p.legende{color:#4a4a55;margin:0 0 1rem}p.logo{margin:0 0 1rem}p.logo img{max-width:100%}"
    "table{border-collapse:collapse;width:100%;margin:.6rem 0}"
    "th,td{padding:.3rem .6rem;border-bottom:1px solid #d3d6dd;text-align:left;vertical-align:top}"
    "th{background:#eef2f7;font-weight:600}td.d,th.d{text-align:right;font-variant-numeric:"
    "tabular-nums}td.d{white-space:nowrap}thead th{vertical-align:bottom}"
    "td.c{white-space:nowrap}td.b{width:9.5rem;vertical-align:middle}thead td{background:#eef2f7}"
    "td.b svg{display:block}table.bref{width:auto;min-width:24rem}"
    "td ul{margin:0;padding-left:1.1rem}nav ul{columns:2;padding-left:1.1rem}"
    "a{color:#1f4e79}figure{margin:.6rem 0;overflow-x:auto}"
    "figure svg{max-width:100%;height:auto}figure:focus-visible{outline:3px solid "
    "#1f4e79}figcaption{color:#4a4a55;font-size:.92rem}"
    "ul.resume{background:#eef2f7;border-left:4px solid #1f4e79;margin:.6rem 0;"
    "padding:.8rem 1rem .8rem 2.2rem;font-size:1.06rem}ul.resume li{margin:.25rem 0;"
    "break-inside:avoid}"
    "summary h3{display:inline;font-size:1.05rem}details.annexe{margin:.6rem 0}"
    "summary{cursor:pointer;color:#1f4e79}summary:focus-visible{outline:3px solid #1f4e79}"
    "ul.notes{color:#4a4a55;font-size:.92rem}"
    ".large{overflow-x:auto}.large:focus-visible{outline:3px solid #1f4e79;outline-offset:2px}"
    ".a table{table-layout:fixed}.a td{border-left:1px solid #d3d6dd;border-right:1px solid "
    "#d3d6dd}"
    ".a td:empty{height:2.4rem}"
    ".w{font-size:.84rem;line-height:1.35}.w.m{font-size:.76rem}.w th,.w td{padding:.25rem .35rem;"
    "overflow-wrap:break-word;hyphens:auto}.w td:not([class]){min-width:5em}.w td.f{min-width:8em}"
    ".w td.c{white-space:normal;min-width:5.5em}.w td ul{padding-left:.9em}"
    "@media screen{.w{max-height:90vh}.w thead>*>*{position:sticky;top:0;z-index:1}}"
    "@media screen and (max-width:48rem){figure svg{max-width:none}td.c{white-space:normal}}"
    "@media screen and (min-width:48rem){.w .f{position:sticky;left:0;box-shadow:inset -1px -1px "
    "#d3d6dd}.w td.f{background:#fff}.w thead .f{z-index:2}}"
    "@media "
    "print{*{print-color-adjust:exact;-webkit-print-color-adjust:exact}body{margin:0;padding:0;"
    "max-width:none;font-size:10pt}nav,summary{display:none}"
    "details.annexe>summary{display:block;color:#1b1b1f;break-after:avoid}"
    "h2.annexe{break-before:page}"
    "details::details-content{content-visibility:visible;block-size:auto}"
    "h2{break-after:avoid}tr,figure{break-inside:avoid}figure svg{max-height:80vh}"
    ".large{overflow:visible}"
    "th,td{padding:.2rem .4rem}"
    ".w{font-size:7.5pt;line-height:1.3}.w.m{font-size:6.5pt}.w th,.w td{padding:.2em .4em}"
    ".w td:not([class]){min-width:0}.w td.f{min-width:11em}}";

/* How many columns the table of a section has; bars are one. */
static size_t width_of(const struct section *s)
{
    size_t n = aet_svg_bars_top(s) > 0;

    for (size_t c = 0; c < s->kind->n; c++)
        n += aet_section_shows(s, c);
    return s->kind->single || !s->rows ? 0 : n;
}

/* The column of a wide table that says what a row is, and stays in sight; none: s->kind->n. */
static size_t first_of(const struct section *s)
{
    const struct column *columns = s->kind->columns;
    size_t c = (size_t)s->kind->view.label;

    if (width_of(s) <= FEW)
        return s->kind->n;
    if (columns[c].type == CELL_TEXT && aet_section_shows(s, c))
        return c;
    for (c = 0; c < s->kind->n; c++)
        if (columns[c].type == CELL_TEXT && aet_section_shows(s, c))
            break;
    return c;
}

/* What is the same for every row of a table. */
struct table {
    int *decimals; /* by column */
    size_t first;  /* the column that stays in sight */
    double top;    /* of the bars */
};

/* Said of each cell, too: what a page is pasted or mailed into drops its styles. */
#define RIGHT " style=\"text-align:right\""
#define LEFT " style=\"text-align:left\""

/* Of dates and short codes no line is broken; labels that stand for codes are text. */
static bool short_word(const struct cell *c, enum cell_type type)
{
    return type == CELL_DATE ||
           (type == CELL_CODE && (c->shown.n ? c->shown.n : c->u.s.n) <= SHORT_WORD);
}

/* The end of a tag: the cell goes on over the rows that say the same. */
static void html_span(const struct section *s, size_t i, struct buf *out)
{
    size_t row = i / s->kind->n, n = 1;

    while (row + n < s->rows && aet_section_repeats(s, row + n, i % s->kind->n))
        n++;
    if (n > 1) {
        aet_buf_str(out, " rowspan=\"");
        aet_buf_uint(out, n);
        aet_buf_char(out, '"');
    }
    aet_buf_char(out, '>');
}

static void html_cell(const struct report *r, const struct section *s, size_t i,
                      const struct table *t, struct buf *out)
{
    const struct cell *c = &s->cells[i];
    enum cell_type type = s->kind->columns[i % s->kind->n].type;
    struct span list = c->shown.n ? c->shown : c->u.s, part;
    struct buf text = { 0 };

    aet_buf_str(out, i % s->kind->n == t->first ? "<td class=\"f\""
                     : aet_figure_right(type)   ? "<td class=\"d\"" RIGHT
                     : short_word(c, type)      ? "<td class=\"c\""
                                                : "<td");
    html_span(s, i, out);
    if (type == CELL_LIST && c->known && c->u.s.n) {
        aet_buf_str(out, "<ul>");
        while (aet_list_part(&list, &part)) {
            aet_buf_str(out, "<li>");
            aet_html_text(out, part);
            aet_buf_str(out, "</li>");
        }
        aet_buf_str(out, "</ul>");
    } else {
        aet_figure_in(&text, c, type, t->decimals[i % s->kind->n], r->lang, ", ");
        aet_html_text(out, aet_buf_view(&text));
    }
    aet_buf_str(out, "</td>");
    aet_buf_free(&text);
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

static void html_heading(const struct report *r, const struct section *s, size_t column,
                         const struct table *t, const char *scope, struct buf *out)
{
    const struct column *c = &s->kind->columns[column];

    aet_buf_str(out, "<th scope=\"");
    aet_buf_str(out, scope);
    aet_buf_str(out, column == t->first                           ? "\" class=\"f\"" LEFT
                     : aet_figure_right(c->type) && *scope == 'c' ? "\" class=\"d\"" RIGHT
                                                                  : "\"" LEFT);
    aet_buf_char(out, '>');
    aet_svg_bars_key(s, (int)column, out);
    heading_text(aet_span_z(aet_text(c->title, r->lang)), out);
    aet_buf_str(out, "</th>");
}

static void html_single(const struct report *r, const struct section *s, struct buf *out)
{
    struct table t = { .decimals = aet_figure_decimals(s), .first = s->kind->n };

    aet_buf_str(out, "<table class=\"bref\"><tbody>\n");
    for (size_t c = 0; s->rows && c < s->kind->n; c++) {
        if (!aet_section_shows(s, c))
            continue;
        aet_buf_str(out, "<tr>");
        html_heading(r, s, c, &t, "row", out);
        html_cell(r, s, c, &t, out);
        aet_buf_str(out, "</tr>\n");
    }
    aet_buf_str(out, "</tbody></table>\n");
    aet_free(t.decimals);
}

static void html_row(const struct report *r, const struct section *s, size_t row,
                     const struct table *t, struct buf *out)
{
    aet_buf_str(out, "<tr>");
    for (size_t c = 0; c < s->kind->n; c++) {
        if (!aet_section_shows(s, c) || aet_section_repeats(s, row, c))
            continue;
        html_cell(r, s, row * s->kind->n + c, t, out);
        if (t->top > 0 && (int)c == s->kind->view.label) {
            aet_buf_str(out, "<td class=\"b\">");
            aet_svg_bars(s, row, t->top, out);
            aet_buf_str(out, "</td>");
        }
    }
    aet_buf_str(out, "</tr>\n");
}

static void html_table(const struct report *r, const struct section *s, struct buf *out)
{
    struct table t = { aet_figure_decimals(s), first_of(s), aet_svg_bars_top(s) };
    size_t width = width_of(s);

    aet_buf_str(out, width > MANY                      ? "<div class=\"large w m\""
                     : width > FEW                     ? "<div class=\"large w\""
                     : s->kind->view.kind == VIEW_FORM ? "<div class=\"large a\""
                                                       : "<div class=\"large\"");
    aet_buf_str(out, " role=\"group\" tabindex=\"0\" aria-label=\"");
    aet_buf_str(out, aet_text((struct text){ "Tableau : ", "Table: " }, r->lang));
    aet_html_text(out, aet_span_z(aet_text(s->kind->title, r->lang)));
    aet_buf_str(out, "\"><table><thead><tr>");
    for (size_t c = 0; c < s->kind->n; c++) {
        if (!aet_section_shows(s, c))
            continue;
        html_heading(r, s, c, &t, "col", out);
        if (t.top > 0 && (int)c == s->kind->view.label)
            aet_buf_str(out, "<td class=\"b\"></td>");
    }
    aet_buf_str(out, "</tr></thead><tbody>\n");
    for (size_t row = 0; row < s->rows; row++)
        html_row(r, s, row, &t, out);
    aet_buf_str(out, "</tbody></table></div>\n");
    aet_free(t.decimals);
}

/* Text in list items, of a class. */
static void html_items(const char *class, const struct span *items, size_t n, struct buf *out)
{
    if (!n)
        return;
    aet_buf_str(out, "<ul class=\"");
    aet_buf_str(out, class);
    aet_buf_str(out, "\">");
    for (size_t i = 0; i < n; i++) {
        aet_buf_str(out, "<li>");
        aet_html_text(out, items[i]);
        aet_buf_str(out, "</li>");
    }
    aet_buf_str(out, "</ul>\n");
}

static void html_sentences(const struct section *s, struct buf *out)
{
    struct span *items = aet_calloc(s->rows + 1, sizeof *items);

    for (size_t row = 0; row < s->rows; row++)
        items[row] = s->cells[row].u.s;
    html_items("resume", items, s->rows, out);
    aet_free(items);
}

static void html_folded(const struct report *r, const struct section *s, struct buf *out)
{
    static const struct text rows = { "Tableau\xC2\xA0: {nombre} rangées", "Table: {nombre} rows" };

    if (s->rows <= LONG || s->kind->view.kind == VIEW_FORM || aet_section_annexed(s)) {
        html_table(r, s, out);
        return;
    }
    aet_buf_str(out, "<details><summary>");
    aet_words_put(out, rows, r->lang, AET_WORDS(aet_word_uint("nombre", s->rows)));
    aet_buf_str(out, "</summary>\n");
    html_table(r, s, out);
    aet_buf_str(out, "</details>\n");
}

/* In the annex a section is folded as a whole, under its title. */
static void html_title(const struct report *r, const struct section *s, bool annex, struct buf *out)
{
    aet_buf_str(out, "<section aria-labelledby=\"");
    aet_buf_str(out, s->kind->key);
    aet_buf_str(out, annex ? "\"><details class=\"annexe\"><summary><h3 id=\"" : "\"><h2 id=\"");
    aet_buf_str(out, s->kind->key);
    aet_buf_str(out, "\">");
    aet_html_text(out, aet_span_z(aet_text(s->kind->title, r->lang)));
    aet_buf_str(out, annex ? "</h3></summary>\n" : "</h2>\n");
}

static void html_section(const struct report *r, const struct section *s, bool annex,
                         struct buf *out)
{
    html_title(r, s, annex, out);
    if (s->kind->single) {
        html_single(r, s, out);
    } else if (s->rows == 0 && !s->withheld) {
        aet_buf_str(out, "<p>");
        aet_buf_str(out, aet_text((struct text){ "Rien.", "Nothing." }, r->lang));
        aet_buf_str(out, "</p>\n");
    } else if (s->kind->view.kind == VIEW_SENTENCES) {
        html_sentences(s, out);
    } else if (s->rows) {
        aet_svg_figure(r, s, out);
        html_folded(r, s, out);
    }
    html_items("notes", s->notes, s->notes_n, out);
    aet_buf_str(out, annex ? "</details></section>\n" : "</section>\n");
}

static void contents(const struct report *r, const struct render_options *o, struct buf *out)
{
    aet_buf_str(out, "<nav aria-label=\"Sections\"><ul>");
    for (size_t i = 0; i < r->n; i++) {
        if (!aet_render_shows(o, &r->sections[i]))
            continue;
        aet_buf_str(out, "<li><a href=\"#");
        aet_buf_str(out, r->sections[i].kind->key);
        aet_buf_str(out, "\">");
        aet_html_text(out, aet_span_z(aet_text(r->sections[i].kind->title, r->lang)));
        aet_buf_str(out, "</a></li>");
    }
    aet_buf_str(out, "</ul></nav>\n");
}

static void html_author(const struct report *r, struct buf *out)
{
    if (!r->author.n)
        return;
    aet_buf_str(out, "<meta name=\"author\" content=\"");
    aet_html_text(out, r->author);
    aet_buf_str(out, "\">");
}

/* Within the page, as high as two lines of its title at most. */
static void html_logo(const struct report *r, const struct render_options *o, struct buf *out)
{
    enum { HIGH = 72 };

    if (!o->logo)
        return;
    aet_buf_str(out, "<p class=\"logo\"><img alt=\"");
    aet_html_text(out, aet_render_logo(r));
    aet_buf_str(out, "\" height=\"");
    aet_buf_uint(out, o->logo->high && o->logo->high < HIGH ? o->logo->high : HIGH);
    aet_buf_str(out, "\" src=\"");
    aet_picture_inline(o->logo, out);
    aet_buf_str(out, "\"></p>\n");
}

void aet_render_html(const struct report *r, const struct render_options *o, struct buf *out)
{
    struct span title = aet_span_z(aet_text(r->title, r->lang));
    struct buf caption = { 0 };
    bool wide = false;

    for (size_t i = 0; i < r->n; i++)
        wide |= aet_render_shows(o, &r->sections[i]) && width_of(&r->sections[i]) > FEW;
    aet_buf_str(out, "<!DOCTYPE html>\n<html lang=\"");
    aet_buf_str(out, aet_lang_code(r->lang));
    aet_buf_str(out, "\">");
    aet_buf_str(out, "<head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                     "content=\"width=device-width\"><title>");
    aet_html_text(out, title);
    aet_buf_str(out, "</title>");
    html_author(r, out);
    aet_buf_str(out, "<style>");
    aet_buf_str(out, style);
    if (wide)
        aet_buf_str(out, "@page{size:landscape;margin:12mm}");
    aet_buf_str(out, "</style></head>\n<body><main>\n");
    html_logo(r, o, out);
    aet_buf_str(out, "<h1>");
    aet_html_text(out, title);
    aet_buf_str(out, "</h1>\n<p class=\"legende\">");
    aet_render_caption(r, &caption);
    aet_html_text(out, aet_buf_view(&caption));
    aet_buf_str(out, "</p>\n");
    if (r->n > 2)
        contents(r, o, out);
    for (size_t i = 0; i < r->n; i++) {
        struct section shown = aet_render_shown(&r->sections[i]);

        if (!aet_render_shows(o, &shown))
            continue;
        if (aet_render_opens_annex(r, o, i)) {
            aet_buf_str(out, "<h2 class=\"annexe\">");
            aet_buf_str(out, aet_text(aet_render_annex, r->lang));
            aet_buf_str(out, "</h2>\n");
        }
        html_section(r, &shown, !o->section && aet_section_annexed(&shown), out);
    }
    aet_buf_str(out, "</main></body></html>\n");
    aet_buf_free(&caption);
}
