/* A text document that people write on in: a heading for each section, its table, its notes. */
#include "report/render.h"

#include "base/message.h"
#include "report/condense.h"
#include "report/docx.h"

enum {
    LONG = 6,   /* sections, from which a table of contents helps */
    CROSSED = 2 /* columns beside the keys, beyond which one table is read more easily */
};

static void say(struct paper *p, enum paper_style style, struct text words, enum lang lang)
{
    aet_paper_text(p, style, aet_span_z(aet_text(words, lang)));
}

/* A heading stands on the page of its table, and the picture with it; without one, on the page at
 * hand. The only section of a report may have its title. */
static void heading(struct paper *p, const struct section *s, const struct fit *fit)
{
    if (fit)
        aet_paper_turn(p, fit->sideways);
    if (strcmp(aet_text(s->kind->title, s->report->lang),
               aet_text(s->report->title, s->report->lang)) != 0)
        say(p, aet_section_annexed(s) ? PAPER_HEADING_2 : PAPER_HEADING_1, s->kind->title,
            s->report->lang);
    if (fit && s->kind->view.kind == VIEW_NETWORK)
        aet_docx_network(p, s);
    else if (fit)
        aet_docx_chart(p, s);
}

/* What people see of a section beside its two keys. */
static size_t beside_keys(const struct section *s, size_t *columns)
{
    size_t n = 0;

    for (size_t c = 0; c < s->kind->n; c++)
        if (aet_section_shows(s, c) && (int)c != s->kind->view.label &&
            (int)c != s->kind->view.across)
            columns[n++] = c;
    return n;
}

static void colours_say(struct paper *p, const struct section *s)
{
    static const struct text key = {
        "Plus la case est foncée, plus il y en a; vide : hors du tableau.",
        "The darker the cell, the more there are; empty: not in the "
        "table."
    };

    say(p, PAPER_NOTE, key, s->report->lang);
}

/* One key down, the other across, where that can be read, one way or the other. False: it cannot.
 * The first of several bears the heading, those behind it what they hold. */
static bool crossed_one(struct paper *p, const struct section *s, size_t column, bool first)
{
    struct leaf l;
    struct fit fit = { 0 };
    bool good = false;

    for (int turned = 0; turned < 2 && !good; turned++) {
        if (!aet_leaf_cross(&l, s, column, turned))
            return false;
        good = aet_leaf_fit(&l, p, &fit);
        if (good && first)
            heading(p, s, &fit);
        if (good) {
            aet_paper_turn(p, fit.sideways);
            say(p, PAPER_CAPTION, s->kind->columns[column].title, s->report->lang);
            aet_leaf_write(&l, p, &fit);
        }
        aet_free(fit.widths);
        aet_leaf_free(&l);
    }
    return good;
}

/* The crossed tables of a section. *all: they hold everything that its table would; false: there
 * are none. */
static bool crossed(struct paper *p, const struct section *s, bool *all)
{
    size_t *columns = aet_calloc(s->kind->n, sizeof *columns);
    size_t n = beside_keys(s, columns);
    bool good = s->kind->view.kind == VIEW_HEATMAP || s->kind->view.kind == VIEW_LINES;

    good = good && crossed_one(p, s, (size_t)s->kind->view.from, true);
    *all = good && n <= CROSSED;
    for (size_t i = 0; *all && i < n; i++)
        if ((int)columns[i] != s->kind->view.from)
            *all = crossed_one(p, s, columns[i], false);
    if (good)
        colours_say(p, s);
    aet_free(columns);
    return good;
}

static void table(struct paper *p, const struct section *s, bool headed)
{
    struct leaf l;
    struct fit fit = { 0 };

    if (s->kind->single)
        aet_leaf_single(&l, s);
    else if (s->kind->view.kind == VIEW_CHAIN)
        aet_leaf_chain(&l, s);
    else
        aet_leaf_table(&l, s);
    (void)aet_leaf_fit(&l, p, &fit);
    if (headed) {
        heading(p, s, &fit);
    } else {
        aet_paper_turn(p, fit.sideways);
        aet_paper_text(p, PAPER_CAPTION, l.title);
    }
    aet_leaf_write(&l, p, &fit);
    aet_free(fit.widths);
    aet_leaf_free(&l);
}

static void sentences(struct paper *p, const struct section *s)
{
    heading(p, s, NULL);
    for (size_t row = 0; row < s->rows; row++)
        aet_paper_text(p, PAPER_BULLET, s->cells[row].u.s);
}

/* Columns that tell how figures came about are asked for by themselves. */
static void elsewhere_say(struct paper *p, const struct section *s)
{
    static const struct text words = { "D’où vient chaque chiffre\xC2\xA0: --section {section}.",
                                       "Where each figure comes from: --section {section}." };
    struct buf said = { 0 };

    aet_words_put(&said, words, s->report->lang, AET_WORDS(aet_word("section", s->kind->key)));
    aet_paper_text(p, PAPER_NOTE, aet_buf_view(&said));
    aet_buf_free(&said);
}

static void rows_of(struct paper *p, const struct section *s)
{
    bool all = false, seen = crossed(p, s, &all);

    if (!all)
        table(p, s, !seen);
    if (s->kind->aside & s->dropped)
        elsewhere_say(p, s);
}

static void section(struct paper *p, const struct section *s)
{
    if (s->rows && s->kind->view.kind == VIEW_SENTENCES)
        sentences(p, s);
    else if (s->rows)
        rows_of(p, s);
    else
        heading(p, s, NULL);
    if (!s->rows && !s->withheld)
        say(p, PAPER_BODY, (struct text){ "Rien.", "Nothing." }, s->report->lang);
    for (size_t i = 0; i < s->notes_n; i++)
        aet_paper_text(p, PAPER_NOTE, s->notes[i]);
}

/* From a section on. */
static void contents(struct paper *p, const struct report *r, const struct render_options *o,
                     size_t from)
{
    struct span *titles = aet_calloc(r->n + 1, sizeof *titles);
    size_t n = 0;

    for (size_t i = from; i < r->n; i++)
        if (aet_render_opens_annex(r, o, i))
            titles[n++] = aet_span_z(aet_text(aet_render_annex, r->lang));
        else if (aet_render_shows(o, &r->sections[i]) && !aet_section_annexed(&r->sections[i]))
            titles[n++] = aet_span_z(aet_text(r->sections[i].kind->title, r->lang));
    if (n >= LONG) {
        say(p, PAPER_CAPTION, (struct text){ "Dans ce document", "In this document" }, r->lang);
        aet_paper_contents(p, titles, n);
    }
    aet_free(titles);
}

/* What there is to know stands before anything else, the contents behind it. */
static void body(struct paper *p, const struct report *r, const struct render_options *o)
{
    size_t from = r->n && r->sections[0].kind->view.kind == VIEW_SENTENCES ? 1 : 0;

    if (from == 0)
        contents(p, r, o, 0);
    for (size_t i = 0; i < r->n; i++) {
        struct section shown = aet_render_shown(&r->sections[i]);

        if (aet_render_opens_annex(r, o, i))
            say(p, PAPER_HEADING_1, aet_render_annex, r->lang);
        if (!o->section)
            shown.dropped |= shown.kind->aside;
        if (aet_render_shows(o, &shown))
            section(p, &shown);
        if (i + 1 == from)
            contents(p, r, o, from);
    }
}

void aet_render_docx(const struct report *r, const struct render_options *o, struct buf *out)
{
    const struct paper_setup setup = { .lang = r->lang,
                                       .title = aet_span_z(aet_text(r->title, r->lang)),
                                       .author = r->author,
                                       .date = r->date,
                                       .dress = o->house };
    struct paper *p = aet_paper_new(out, &setup);
    struct buf caption = { 0 };

    if (o->logo)
        aet_paper_picture(p, o->logo, aet_render_logo(r));
    aet_paper_text(p, PAPER_TITLE, setup.title);
    aet_render_caption(r, &caption);
    aet_paper_text(p, PAPER_SUBTITLE, aet_buf_view(&caption));
    body(p, r, o);
    aet_buf_free(&caption);
    (void)!aet_paper_end(p); /* far below what a document can be */
}
