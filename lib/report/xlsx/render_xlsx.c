/* A workbook: a sheet for each section, its title above, its notes below. */
#include "report/render.h"

#include <math.h>

#include "report/xlsx/book.h"
#include "report/figure.h"

enum { NOTE_LEAST = 60, UNSAID = 8 /* how wide a column is that nobody said */ };

static struct ledger_style style_of(enum cell_type type, int decimals)
{
    static const enum ledger_format numbers[] = { LEDGER_COUNT, LEDGER_NUMBER_1, LEDGER_NUMBER_2,
                                                  LEDGER_NUMBER_3 };

    switch (type) {
    case CELL_COUNT:
        return (struct ledger_style){ LEDGER_COUNT, LEDGER_PLAIN };
    case CELL_NUMBER:
        return (struct ledger_style){ numbers[decimals], LEDGER_PLAIN };
    case CELL_SHARE:
        return (struct ledger_style){ LEDGER_SHARE, LEDGER_PLAIN };
    case CELL_MONEY:
        return (struct ledger_style){ LEDGER_MONEY, LEDGER_PLAIN };
    default:
        return (struct ledger_style){ LEDGER_AS_IS, LEDGER_WRAPPED };
    }
}

/* A measure that its decimals would show as nothing is shown as it is. */
static void put_double(struct ledger *l, uint32_t column, double v, struct ledger_style s)
{
    if (s.format != LEDGER_SHARE && v != 0 && fabs(v) < 0.0005)
        s.format = LEDGER_AS_IS;
    aet_ledger_double(l, column, v, s);
}

static void put_words(struct ledger *l, uint32_t column, const struct cell *c, enum cell_type type,
                      enum lang lang)
{
    struct buf text = { 0 };
    struct ledger_style s = { LEDGER_AS_IS,
                              aet_figure_right(type) ? LEDGER_RIGHT : LEDGER_WRAPPED };

    aet_figure(&text, c, type, lang, "\n");
    aet_ledger_text(l, column, aet_buf_view(&text), s);
    aet_buf_free(&text);
}

static void put_cell(struct ledger *l, uint32_t column, const struct cell *c, enum cell_type type,
                     int decimals, enum lang lang)
{
    struct ledger_style s = style_of(type, decimals);
    struct buf digits = { 0 };

    if (!c->known || (!aet_figure_right(type) && type != CELL_DATE)) {
        put_words(l, column, c, type, lang);
    } else if (type == CELL_DATE) {
        aet_ledger_date(l, column, c->u.date, LEDGER_PLAIN);
    } else if (type == CELL_NUMBER || type == CELL_SHARE) {
        put_double(l, column, c->u.d, s);
    } else {
        aet_figure_plain(&digits, c, type);
        aet_ledger_number(l, column, aet_buf_view(&digits), s);
    }
    aet_buf_free(&digits);
}

static struct ledger_style heading(enum cell_type type)
{
    return (struct ledger_style){ LEDGER_AS_IS,
                                  aet_figure_right(type) ? LEDGER_HEADING_RIGHT : LEDGER_HEADING };
}

static void put_line(const struct book_sheet_of *b, struct span text, enum ledger_look look)
{
    aet_ledger_text(b->ledger, 0, text, (struct ledger_style){ LEDGER_AS_IS, look });
}

/* The title, and what the report is of; above the first section, the title that somebody gave the
 * report. */
static void put_title(const struct book_sheet_of *b, const char *title)
{
    struct buf caption = { 0 };

    aet_render_caption(b->section->report, &caption);
    aet_ledger_row_at(b->ledger, 0, 24);
    put_line(
        b, b->opens ? aet_span_z(aet_text(b->section->report->title, b->lang)) : aet_span_z(title),
        LEDGER_TITLE);
    aet_ledger_row(b->ledger);
    put_line(b, aet_span_trim(aet_buf_view(&caption)), LEDGER_CAPTION);
    if (b->opens) {
        aet_ledger_row_at(b->ledger, 2, 24);
        put_line(b, aet_span_z(title), LEDGER_TITLE);
    }
    if (b->cross.rows && b->cross.caption.fr)
        aet_ledger_text(b->ledger, b->cross_at, aet_span_z(aet_text(b->cross.caption, b->lang)),
                        (struct ledger_style){ LEDGER_AS_IS, LEDGER_CAPTION });
    aet_buf_free(&caption);
}

static void put_headings(const struct book_sheet_of *b)
{
    const struct column *columns = b->section->kind->columns;

    aet_ledger_row_at(b->ledger, b->head, aet_book_heading_height(b));
    for (size_t i = 0; i < b->columns; i++)
        aet_ledger_text(b->ledger, (uint32_t)i,
                        aet_span_z(aet_text(columns[b->of[i]].title, b->lang)),
                        heading(columns[b->of[i]].type));
    if (!b->cross.rows)
        return;
    aet_ledger_blank(b->ledger, b->cross_at, heading(CELL_TEXT));
    for (size_t i = 0; i < b->cross.columns; i++)
        aet_ledger_text(b->ledger, b->cross_at + 1 + (uint32_t)i, b->cross.column_names[i],
                        heading(b->cross.types[i]));
}

static void put_cross_row(const struct book_sheet_of *b, size_t row)
{
    const struct cross *c = &b->cross;

    if (row >= c->rows)
        return;
    aet_ledger_text(b->ledger, b->cross_at, c->row_names[row], style_of(CELL_TEXT, 0));
    for (size_t i = 0; i < c->columns; i++) {
        const struct cell *cell = c->cells[row * c->columns + i];

        if (cell)
            put_cell(b->ledger, b->cross_at + 1 + (uint32_t)i, cell, c->types[i], b->cross_decimals,
                     b->lang);
    }
}

static void put_rows(struct book_sheet_of *b, const int *decimals)
{
    const struct section_kind *k = b->section->kind;

    for (size_t row = 0; row < b->section->rows; row++) {
        aet_ledger_row_at(b->ledger, aet_ledger_at(b->ledger) + 1, aet_book_row_height(b, row));
        for (size_t i = 0; i < b->columns; i++)
            put_cell(b->ledger, (uint32_t)i, &b->section->cells[row * k->n + b->of[i]],
                     k->columns[b->of[i]].type, decimals[b->of[i]], b->lang);
        put_cross_row(b, row);
    }
    b->last = aet_ledger_at(b->ledger);
}

/* Sentences under the table, each over its whole width, as high as it needs. */
static void put_notes(const struct book_sheet_of *b, double wide)
{
    const struct section *s = b->section;
    uint32_t right = b->columns ? (uint32_t)b->columns - 1 : 0;

    for (; wide < NOTE_LEAST; wide += UNSAID)
        right++;

    for (size_t i = 0; i < s->notes_n; i++) {
        uint32_t row = aet_ledger_at(b->ledger) + (i ? 1 : 2);

        aet_ledger_row_at(b->ledger, row, aet_book_height(aet_ledger_lines(s->notes[i], wide)));
        aet_ledger_text(b->ledger, 0, s->notes[i],
                        (struct ledger_style){ LEDGER_AS_IS, LEDGER_NOTE });
        if (right)
            aet_ledger_merge(b->ledger, (struct ledger_range){ row, 0, row, right });
    }
}

/* One thing of which much is said: a line for each. */
static void put_single(struct book_sheet_of *b, const int *decimals)
{
    const struct section_kind *k = b->section->kind;

    for (size_t i = 0; b->section->rows && i < b->columns; i++) {
        const struct column *c = &k->columns[b->of[i]];

        aet_ledger_row(b->ledger);
        aet_ledger_text(b->ledger, 0, aet_span_z(aet_text(c->title, b->lang)),
                        style_of(CELL_TEXT, 0));
        put_cell(b->ledger, 1, &b->section->cells[b->of[i]], c->type, decimals[b->of[i]], b->lang);
    }
}

static void single_sheet(struct book_sheet_of *b, const int *decimals, const char *title)
{
    static const double widths[] = { 48, 24 };
    const struct ledger_sheet sheet = { .name = aet_span_z(title),
                                        .widths = widths,
                                        .widths_n = 2 };

    aet_ledger_sheet(b->ledger, &sheet);
    put_title(b, title);
    aet_ledger_row(b->ledger);
    put_single(b, decimals);
    b->columns = 2;
    put_notes(b, widths[0] + widths[1]);
}

static void table_sheet(struct book_sheet_of *b, const int *decimals, const char *title)
{
    size_t n = b->cross.rows ? b->cross_at + 1 + b->cross.columns : b->columns;
    double *widths = aet_book_widths(b, decimals, n), wide = 0;
    const struct ledger_sheet sheet = {
        .name = aet_span_z(title), .widths = widths, .widths_n = n, .frozen_rows = b->head + 1
    };

    for (size_t i = 0; i < b->columns; i++)
        wide += widths[i];
    b->widths = widths;
    aet_ledger_sheet(b->ledger, &sheet);
    put_title(b, title);
    put_headings(b);
    put_rows(b, decimals);
    if (b->section->rows && b->columns)
        aet_ledger_filter(b->ledger,
                          (struct ledger_range){ b->head, 0, b->last, (uint32_t)b->columns - 1 });
    put_notes(b, wide);
    aet_book_pictures(b);
    aet_free(widths);
}

static void section_sheet(struct ledger *l, const struct section *s, bool opens)
{
    enum lang lang = s->report->lang;
    size_t *of = aet_calloc(s->kind->n, sizeof *of);
    int *decimals = aet_figure_decimals(s);
    const char *title = aet_text(s->kind->title, lang);
    struct book_sheet_of b = {
        .ledger = l, .section = s, .lang = lang, .of = of, .opens = opens, .head = opens ? 3 : 2
    };

    for (size_t i = 0; i < s->kind->n; i++)
        if (aet_section_shows(s, i))
            of[b.columns++] = i;
    aet_cross_make(&b.cross, s, lang);
    b.cross_at = (uint32_t)b.columns + 1 + (b.cross.before ? AET_BOOK_WIDE + 1 : 0);
    b.cross_decimals = b.cross.rows ? decimals[s->kind->view.from] : 0;
    if (s->kind->single)
        single_sheet(&b, decimals, title);
    else
        table_sheet(&b, decimals, title);
    aet_cross_free(&b.cross);
    aet_free(decimals);
    aet_free(of);
}

/* A knowledge table may come back as one's own rows: its columns keep their names, its cells what
 * they hold. */
static void bare_sheet(struct ledger *l, const struct section *s, const struct report *r)
{
    struct ledger_sheet sheet = { .name = aet_span_z(aet_text(s->kind->title, r->lang)),
                                  .frozen_rows = 1 };
    double *widths = aet_book_bare_widths(s, r->lang);
    struct buf text = { 0 };

    sheet.widths = widths;
    sheet.widths_n = s->kind->n;
    aet_ledger_sheet(l, &sheet);
    aet_ledger_row(l);
    for (size_t i = 0; i < s->kind->n; i++)
        aet_ledger_text(l, (uint32_t)i, aet_span_z(s->kind->columns[i].name), heading(CELL_TEXT));
    for (size_t row = 0; row < s->rows; row++) {
        aet_ledger_row(l);
        for (size_t i = 0; i < s->kind->n; i++) {
            const struct cell *c = &s->cells[row * s->kind->n + i];
            enum cell_type type = s->kind->columns[i].type;

            aet_buf_clear(&text);
            aet_figure_plain(&text, c, type);
            if (aet_figure_right(type) && c->known)
                put_cell(l, (uint32_t)i, c, type, 3, r->lang);
            else if (text.n)
                aet_ledger_text(l, (uint32_t)i, aet_buf_view(&text),
                                (struct ledger_style){ LEDGER_IS_TEXT, LEDGER_PLAIN });
        }
    }
    aet_ledger_filter(l, (struct ledger_range){ 0, 0, aet_ledger_at(l), (uint32_t)s->kind->n - 1 });
    aet_free(widths);
    aet_buf_free(&text);
}

void aet_render_xlsx(const struct report *r, const struct render_options *o, struct buf *out)
{
    struct ledger *l = aet_ledger_new(
        out, r->lang,
        &(struct office_about){ r->lang, aet_span_z(aet_text(r->title, r->lang)), r->author,
                                r->date });
    bool opens = r->named;

    for (size_t i = 0; i < r->n; i++) {
        if (!aet_render_shows(o, &r->sections[i]))
            continue;
        if (o->bare)
            bare_sheet(l, &r->sections[i], r);
        else
            section_sheet(l, &r->sections[i], opens);
        opens = false;
    }
    (void)!aet_ledger_end(l); /* far below what a workbook can be */
}
