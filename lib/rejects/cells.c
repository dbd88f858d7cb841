/* Rejects as rows of cells. */
#include "rejects/cells.h"

#include "base/utf8.h"
#include "record/place.h"
#include "tree/document_rest.h"

/* A text as a spreadsheet may safely open it: what reads the file of rejects again takes the guard
 * off. */
static struct span guarded(struct reject_file *f, struct span text)
{
    struct buf cell = { 0 };

    if (!aet_is_formula(text) && !aet_is_guarded(text))
        return text;
    aet_buf_char(&cell, '\'');
    aet_buf_span(&cell, text);
    text = aet_arena_copy(&f->arena, aet_buf_view(&cell));
    aet_buf_free(&cell);
    return text;
}

/* A row of texts, as many as c->cells holds, and two more. */
static void put_row(struct reject_file *f, struct reject_cells *c, const struct format *to,
                    size_t n, struct span said, struct span brut)
{
    struct layout l = { .format = to,
                        .delimiter = c->layout->delimiter ? c->layout->delimiter : ',' };

    c->cells[n++] = said;
    c->cells[n++] = brut;
    for (size_t i = 0; i < n; i++)
        c->cells[i] = guarded(f, c->cells[i]);
    to->row_write(&l, c->cells, n, &f->text);
}

/* What was said of the row of which that is the raw text, on its cells; of a record of one row, all
 * of it. What is about none of them stands on the first; of a row that cannot be parsed, on `brut`
 * (SIZE_MAX: it can). */
static void remark(struct reject_file *f, struct reject_cells *c, struct span raw, size_t brut)
{
    const struct reject *x = c->reject;
    bool rows = f->nest && raw.p >= x->slice->raw.p && raw.p < x->slice->raw.p + x->slice->raw.n;
    struct spot spot = { rows ? (size_t)(raw.p - x->slice->raw.p) : 0, false };
    uint64_t row = rows ? aet_place_of(x->layout, x->slice, spot).sheet.row : 0;

    for (size_t i = 0; i < x->n; i++) {
        const struct diag_place *where = &c->shown->places[i];
        size_t column = where->sheet.column;
        struct reject_cell *cell;

        if ((row && where->sheet.row != row) || (x->part && !aet_document_lost(x->said[i])))
            continue;
        column = column && column <= c->layout->columns ? c->at[column - 1] : 0;
        column = brut != SIZE_MAX ? brut : column;
        cell = &c->book->cells[column == SIZE_MAX ? 0 : column];
        cell->wrong |= x->said[i]->rule->gravity == ERREUR;
        if (cell->remark.n)
            aet_buf_char(&cell->remark, '\n');
        aet_diag_message(&cell->remark, &c->shown->said[i], f->lang);
    }
}

/* The same row in a workbook. */
static void put_book_row(struct reject_file *f, struct reject_cells *c, size_t n, struct span raw,
                         struct span said, struct span brut)
{
    const struct mapping *m = c->reject->mapping;

    for (size_t i = 0; i < n; i++)
        aet_reject_book_cell(c->book, i)->text = c->cells[i];
    for (size_t i = 0; m->field_of && !f->nest && i < c->layout->columns; i++)
        if (c->at[i] != SIZE_MAX && m->field_of[i] != NO_FIELD)
            c->book->cells[c->at[i]].type = f->schema->fields[m->field_of[i]].type;
    aet_reject_book_cell(c->book, n)->text = said;
    aet_reject_book_cell(c->book, n + 1)->text = brut;
    remark(f, c, raw, brut.n ? n + 1 : SIZE_MAX);
    aet_reject_book_row(c->book, c->layout);
}

/* Columns of the file as read, then `diagnostics` and `brut`. */
static void header(struct reject_file *f, struct reject_cells *c, const struct format *to,
                   const struct reject *x)
{
    size_t n = 0;

    for (size_t i = 0; i < x->layout->columns; i++)
        if (!aet_reject_adds(f, x->layout->headings[i]))
            c->cells[n++] = aet_arena_copy(&f->arena,
                                           aet_cell_bare(x->layout, aet_reject_heading(f, x, i)));
    if (c->book) {
        c->cells[n++] = aet_span_z(aet_reject_name(f));
        c->cells[n++] = AET_LIT("brut");
        aet_reject_book_columns(c->book, c->cells, n);
        return;
    }
    put_row(f, c, to, n, aet_span_z(aet_reject_name(f)), AET_LIT("brut"));
}

/* One row with what was said of it, or raw when it cannot be parsed (`cells` NULL). */
static void line(struct reject_file *f, struct reject_cells *c, const struct format *to,
                 const struct span *cells, struct span raw, struct span said)
{
    const struct layout *l = c->layout;
    struct span brut;
    size_t n = 0;

    for (size_t i = 0; i < l->columns; i++)
        if (!aet_reject_adds(f, l->headings[i]))
            c->cells[n++] = cells ? aet_hider_cell(&f->hider, l->headings[i],
                                                   aet_cell_bare(l, cells[i]), &f->arena)
                                  : AET_LIT("");
    brut = cells ? AET_LIT("") : aet_reject_readable(f, raw);
    if (c->book)
        put_book_row(f, c, n, raw, said, brut);
    else
        put_row(f, c, to, n, said, brut);
}

/* Why a row of a document is no element of it; nothing for one that is. */
static struct span reason(struct reject_file *f, const struct reject *x, struct span row)
{
    struct spot spot = { (size_t)(row.p - x->slice->raw.p), false };
    struct diag_place where = aet_place_of(x->layout, x->slice, spot);
    struct diags d = { .arena = &f->arena };
    struct buf text = { 0 };
    struct span said;
    size_t i = 0;

    while (i < x->asides_n && x->asides[i].raw.p != row.p)
        i++;
    if (i == x->asides_n)
        return AET_LIT("");
    aet_diag_text(&text, aet_aside_say(&d, aet_aside_rule(&x->asides[i]), 1, x->asides[i].text),
                  &where, f->lang, false);
    said = aet_arena_copy(&f->arena, aet_span(text.p, text.n - 1)); /* without the line end */
    aet_buf_free(&text);
    aet_diags_free(&d);
    return said;
}

/* Whether every row of a document can be parsed. */
static bool parses(struct reject_cells *c, struct span rest)
{
    struct cutter cutter;
    struct piece piece;
    size_t at;

    c->layout->format->row_cutter(c->layout, &cutter);
    while (aet_cut(&cutter, rest, true, &piece) == CUT_RECORD) {
        struct span one = aet_span(rest.p + piece.start, piece.end - piece.start);

        rest = aet_span_from(rest, piece.end);
        if (aet_utf8_bad(one) < one.n || memchr(one.p, '\0', one.n) ||
            c->row->read(c->row, one, &at) != FAULT_NONE ||
            (c->row->n < c->layout->columns && !c->row->blank))
            return false;
    }
    return true;
}

/* Every row of a document; its diagnostics stand on the first one. False: a row cannot be parsed.
 */
static bool document(struct reject_file *f, struct reject_cells *c, const struct format *to,
                     const struct reject *x)
{
    struct span said = aet_buf_view(&c->said), rest = x->slice->raw, own;
    struct cutter cutter;
    struct piece piece;
    size_t at;

    if (!parses(c, rest))
        return false;
    c->layout->format->row_cutter(c->layout, &cutter);
    while (aet_cut(&cutter, rest, true, &piece) == CUT_RECORD) {
        struct span one = aet_span(rest.p + piece.start, piece.end - piece.start);

        rest = aet_span_from(rest, piece.end);
        (void)c->row->read(c->row, one, &at); /* as it was a moment ago */
        if (!c->row->n || c->row->blank)
            continue;
        own = reason(f, x, one);
        line(f, c, to, c->row->cells, one, own.n ? own : said);
        said = own.n ? said : AET_LIT("");
    }
    return true;
}

/* Another file: its columns are written when it has any. */
static void enter(struct reject_file *f, struct reject_cells *c, const struct format *to,
                  const struct reject *x)
{
    bool first = !c->layout, cells = aet_has_cells(x->layout);
    size_t n = 0;

    c->layout = x->layout;
    c->cells = aet_reallocarray(c->cells, x->layout->columns + 2, sizeof *c->cells);
    c->at = aet_reallocarray(c->at, x->layout->columns + 1, sizeof *c->at);
    for (size_t i = 0; i < x->layout->columns; i++)
        c->at[i] = aet_reject_adds(f, x->layout->headings[i]) ? SIZE_MAX : n++;
    aet_row_free(c->row);
    c->row = cells ? x->layout->format->row_new(x->layout) : NULL;
    if (first || cells)
        header(f, c, to, x);
}

/* The diagnostics of a record as lines of one cell; of a part, those about it that stand within a
 * stretch of the record. */
static void say(struct reject_file *f, struct reject_cells *c, const struct reject *x,
                const struct shown *shown, struct span within)
{
    size_t from = (size_t)(within.p - x->slice->raw.p);

    aet_buf_clear(&c->said);
    for (size_t i = 0; i < x->n; i++) {
        if (x->part && (!aet_document_lost(x->said[i]) || x->said[i]->at < from ||
                        x->said[i]->at >= from + within.n))
            continue;
        if (c->said.n)
            aet_buf_char(&c->said, '\n');
        aet_diag_text(&c->said, &shown->said[i], &shown->places[i], f->lang, false);
        c->said.n--; /* the line end */
    }
}

/* A row that loses values: those, and what says whose they are. */
static void bare(const struct reject *x, const struct going *g, const struct gone *of,
                 struct row *row)
{
    const struct layout *l = x->layout;

    for (size_t i = 0; i < row->n; i++)
        if (i >= l->columns ||
            (!aet_going_cell(g, of->at, i) && !aet_document_row_names(x->part, of->e, i)))
            row->cells[i] = AET_LIT("");
}

static void add_empty(struct row *row)
{
    if (row->n == row->cap)
        row->cells = aet_grow(row->cells, &row->cap, row->n, sizeof *row->cells);
    row->cells[row->n++] = AET_LIT("");
}

/* The rows of a document that were left out, each with its own diagnostics. */
static void part(struct reject_file *f, struct reject_cells *c, const struct format *to,
                 const struct reject *x, const struct shown *shown)
{
    const struct layout *l = x->layout;
    struct span rest = x->slice->raw;
    struct cutter cutter;
    struct piece piece;
    struct going g;
    size_t at;

    aet_going_make(&g, x->part);
    l->format->row_cutter(l, &cutter);
    while (aet_cut(&cutter, rest, true, &piece) == CUT_RECORD) {
        struct span raw = aet_span(rest.p + piece.start, piece.end - piece.start);
        const struct gone *of = aet_going_at(&g, raw.p);
        bool good;

        rest = aet_span_from(rest, piece.end);
        if (!of)
            continue;
        good = aet_utf8_bad(raw) == raw.n && !memchr(raw.p, '\0', raw.n) &&
               c->row->read(c->row, raw, &at) == FAULT_NONE && !(of->e && of->e->askew);
        while (good && c->row->n < l->columns)
            add_empty(c->row);
        if (good && of->whole)
            aet_document_rest_row(x->part, of, c->row->cells, l->columns);
        else if (good)
            bare(x, &g, of, c->row);
        say(f, c, x, shown, raw);
        line(f, c, to, good ? c->row->cells : NULL, good ? raw : aet_reject_unread(f, raw),
             aet_buf_view(&c->said));
    }
    aet_going_free(&g);
}

void aet_reject_cells(struct reject_file *f, struct reject_cells *c, const struct format *to,
                      const struct reject *x, const struct shown *shown)
{
    c->reject = x;
    c->shown = shown;
    if (c->layout != x->layout)
        enter(f, c, to, x);
    if (x->part && aet_has_cells(x->layout)) {
        part(f, c, to, x, shown);
        return;
    }
    say(f, c, x, shown, x->slice->raw);
    if (x->part) {
        aet_buf_char(&c->rest, '{');
        aet_document_rest_json(x->part, &c->rest);
        c->rest.p[c->rest.n - 1] = '}'; /* in place of the last comma */
        line(f, c, to, NULL, aet_reject_json(f, aet_buf_view(&c->rest)), aet_buf_view(&c->said));
        aet_buf_clear(&c->rest);
        return;
    }
    if (f->nest && aet_has_cells(x->layout) && !x->title && shown->slice.raw.n &&
        document(f, c, to, x))
        return;
    line(f, c, to, shown->parsed ? shown->record.cells : NULL, shown->slice.raw,
         aet_buf_view(&c->said));
}

void aet_reject_cells_free(struct reject_cells *c)
{
    aet_row_free(c->row);
    aet_free(c->cells);
    aet_free(c->at);
    aet_buf_free(&c->said);
    aet_buf_free(&c->rest);
}
