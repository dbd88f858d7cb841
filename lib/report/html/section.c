/* Sections: what there is to see at once, and the tables that an annex holds. */
#include "report/html/html.h"

#include "base/message.h"
#include "io/markup.h"
#include "report/condense.h"
#include "report/render.h"

enum {
    FIRST = 5, /* rows of a folded table that are seen before it is unfolded */
    WHOLE = 8, /* rows; a table of no more is not parted on paper */
    LONG = 15, /* rows; a table of more is in the annex, folded, unless it is of findings */
    PAPER = 60 /* one of more still is printed when it is unfolded; such a picture says it all */
};

/* Lines, crossed, are a table of their own. */
static bool crosses_short(const struct section *s)
{
    size_t n = s->kind->view.kind == VIEW_LINES ? aet_html_crossed_rows(s) : 0;

    return n && n <= LONG;
}

/* Whether a table of a section is crossed where it stands. */
static bool crosses(const struct section *s)
{
    return crosses_short(s) || (aet_section_annexed(s) && s->rows > LONG);
}

/* A chain is drawn with its words: the table behind it is for those who cannot see it. */
static bool is_told(const struct section *s)
{
    return s->kind->view.kind == VIEW_CHAIN && s->rows > WHOLE && aet_svg_draws(s);
}

bool aet_html_folds(const struct section *s)
{
    return (s->rows > LONG || is_told(s)) && !crosses_short(s) && s->kind->view.kind != VIEW_FORM &&
           s->kind->view.kind != VIEW_SENTENCES && !s->kind->single && !s->kind->aside;
}

void aet_html_items(const char *class, const struct span *items, size_t n, struct buf *out)
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
    aet_html_items("resume", items, s->rows, out);
    aet_free(items);
}

static void put(const struct section *s, struct text words, struct buf *out)
{
    aet_words_put(out, words, s->report->lang,
                  AET_WORDS(aet_word("titre", aet_text(s->kind->title, s->report->lang)),
                            aet_word("section", s->kind->key), aet_word_uint("nombre", s->rows),
                            aet_word_uint("premieres", FIRST)));
}

/* What decides is seen where it stands, be it by its first rows; a picture shows it all. */
static bool begins(const struct section *s)
{
    return s->kind->brief && !aet_svg_draws(s);
}

static void html_link(const struct section *s, struct buf *out)
{
    static const struct text rows = { "Tableau\xC2\xA0: {nombre} rangées, en annexe",
                                      "Table: {nombre} rows, in the appendix" };
    static const struct text first = {
        "Les {premieres} premières rangées sur {nombre}; toutes, en annexe",
        "The first {premieres} of {nombre} rows; all of them, in the appendix"
    };

    aet_buf_str(out, "<p class=\"t\"><a href=\"#annexe-");
    aet_buf_str(out, s->kind->key);
    aet_buf_str(out, "\">");
    put(s, begins(s) ? first : rows, out);
    aet_buf_str(out, "</a></p>\n");
}

/* What is on the screen alone, as paper says it. */
static void html_elsewhere(const struct section *s, struct text words, struct buf *out)
{
    aet_buf_str(out, "<p class=\"q\">");
    put(s, words, out);
    aet_buf_str(out, "</p>\n");
}

static void html_rows(const struct section *s, bool folds, struct buf *out)
{
    static const struct text aside = {
        "D’où vient chaque chiffre\xC2\xA0: dans la page à l’écran, ou par --section {section}.",
        "Where each figure comes from: in the page on a screen, or by --section {section}."
    };

    aet_svg_figure(s->report, s, out);
    if (folds && begins(s))
        aet_html_table(s, FIRST, out);
    if (folds)
        html_link(s, out);
    else if (!crosses(s) || !aet_html_crossed(s, out))
        aet_html_table(s, s->rows, out);
    if (!folds && s->kind->aside)
        html_elsewhere(s, aside, out);
}

/* Whether it takes the whole width of a paper. */
static bool is_large(const struct section *s, bool annex)
{
    struct html_layout l;
    bool large;

    if (s->kind->single || s->kind->view.kind == VIEW_SENTENCES || s->report->brief)
        return true;
    if (!s->rows)
        return false;
    aet_html_layout_make(&l, s);
    large = aet_html_large(&l, annex) || (!annex && aet_svg_draws(s));
    aet_html_layout_free(&l);
    return large;
}

static void html_content(const struct section *s, bool folds, struct buf *out)
{
    if (s->kind->single) {
        aet_html_single(s, out);
    } else if (s->rows == 0 && !s->withheld) {
        aet_buf_str(out, "<p>");
        aet_buf_str(out, aet_text((struct text){ "Rien.", "Nothing." }, s->report->lang));
        aet_buf_str(out, "</p>\n");
    } else if (s->kind->view.kind == VIEW_SENTENCES) {
        html_sentences(s, out);
    } else if (s->rows) {
        html_rows(s, folds && aet_html_folds(s), out);
    }
    aet_html_items("notes", s->notes, s->notes_n, out);
}

void aet_html_section(const struct section *s, bool folds, struct buf *out)
{
    aet_buf_str(out, !is_large(s, false)                     ? "<section aria-labelledby=\""
                     : s->rows <= WHOLE && !aet_svg_draws(s) ? "<section class=\"l k\" "
                                                               "aria-labelledby=\""
                                                             : "<section class=\"l\" "
                                                               "aria-labelledby=\"");
    aet_buf_str(out, s->kind->key);
    aet_buf_str(out, "\"><h2 id=\"");
    aet_buf_str(out, s->kind->key);
    aet_buf_str(out, "\">");
    aet_html_text(out, aet_span_z(aet_text(s->kind->title, s->report->lang)));
    aet_buf_str(out, "</h2>\n");
    html_content(s, folds, out);
    aet_buf_str(out, "</section>\n");
}

/* Under its title, folded: the table of a section, or the whole of one. */
static void html_summary(const struct section *s, bool whole, struct buf *out)
{
    static const struct text rows = { "{titre}\xC2\xA0: {nombre} rangées",
                                      "{titre}: {nombre} rows" };

    aet_buf_str(out, "<summary>");
    if (whole) {
        aet_buf_str(out, "<h3 id=\"");
        aet_buf_str(out, s->kind->key);
        aet_buf_str(out, "\">");
        aet_html_text(out, aet_span_z(aet_text(s->kind->title, s->report->lang)));
        aet_buf_str(out, "</h3>");
    } else {
        put(s, rows, out);
    }
    aet_buf_str(out, "</summary>\n");
}

static bool is_printed(const struct section *s, bool whole, size_t crossed)
{
    bool drawn = s->kind->view.kind == VIEW_HEATMAP || s->kind->view.kind == VIEW_CHAIN;

    return (whole || !drawn) && (crossed ? crossed : s->rows) <= PAPER;
}

void aet_html_folded(const struct section *s, struct buf *out)
{
    static const struct text unprinted = {
        "{titre}\xC2\xA0: {nombre} rangées, qui ne s’impriment que dépliées. On les a aussi par "
        "--section {section}, en page, en document ou en classeur.",
        "{titre}: {nombre} rows, printed only when they are unfolded. They are also to be had by "
        "--section {section}, as a page, a document or a workbook."
    };
    bool whole = aet_section_annexed(s);
    size_t crossed = aet_html_crossed_rows(s);
    bool printed = is_printed(s, whole, crossed);

    aet_buf_str(out, crossed || is_large(s, !whole) ? "<details class=\"l" : "<details class=\"e");
    aet_buf_str(out, !printed          ? " t\" id=\"annexe-"
                     : s->rows <= LONG ? " k\" id=\"annexe-"
                                       : "\" id=\"annexe-");
    aet_buf_str(out, s->kind->key);
    aet_buf_str(out, "\">");
    html_summary(s, whole, out);
    if (whole)
        html_content(s, false, out);
    else if (!aet_html_crossed(s, out))
        aet_html_table(s, s->rows, out);
    aet_buf_str(out, "</details>\n");
    if (!printed)
        html_elsewhere(s, unprinted, out);
}
