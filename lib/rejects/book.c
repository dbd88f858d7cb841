/* Rejects in a workbook. */
#include "rejects/book.h"

#include "format/sheet_book.h"
#include "record/convert.h"

enum { REMARKS_MOST = 20000 }; /* comments on a sheet: with more of them it hardly opens */

#define WIDTH_SAID 100.0
#define WIDTH_RAW 40.0

void aet_reject_book_begin(struct reject_book *b, const struct emitter *like, enum lang lang)
{
    b->ledger = aet_ledger_new(&b->packed, lang, NULL);
    b->emitter = *like;
    b->lang = lang;
}

static bool same_columns(const struct reject_book *b, const struct span *names, size_t n)
{
    if (!b->names || n != b->n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (!aet_span_eq(b->names[i], names[i]))
            return false;
    return true;
}

static double width_of(const struct reject_book *b, size_t column)
{
    return column + 2 < b->n   ? aet_ledger_width(b->names[column]) + 6
           : column + 1 < b->n ? WIDTH_SAID
                               : WIDTH_RAW;
}

static void begin_sheet(struct reject_book *b)
{
    static const struct text name = { "Rejets", "Rejects" };
    double *widths = aet_calloc(b->n + 1, sizeof *widths);
    const struct ledger_sheet sheet = { .name = aet_span_z(aet_text(name, b->lang)),
                                        .widths = widths,
                                        .widths_n = b->n,
                                        .frozen_rows = 1 };

    for (size_t i = 0; i < b->n; i++)
        widths[i] = width_of(b, i);
    aet_ledger_sheet(b->ledger, &sheet);
    aet_ledger_row(b->ledger);
    for (size_t i = 0; i < b->n && i < LEDGER_COLUMNS; i++)
        aet_ledger_text(b->ledger, (uint32_t)i, b->names[i],
                        (struct ledger_style){ LEDGER_AS_IS, LEDGER_HEADING });
    aet_free(widths);
}

static void end_sheet(struct reject_book *b)
{
    if (b->names)
        aet_ledger_filter(
            b->ledger,
            (struct ledger_range){ 0, 0, aet_ledger_at(b->ledger),
                                   (uint32_t)(b->n < LEDGER_COLUMNS ? b->n : LEDGER_COLUMNS) - 1 });
}

void aet_reject_book_columns(struct reject_book *b, const struct span *names, size_t n)
{
    if (same_columns(b, names, n))
        return;
    end_sheet(b);
    aet_arena_reset(&b->arena);
    aet_free(b->names);
    b->names = aet_calloc(n, sizeof *b->names);
    for (size_t i = 0; i < n; i++)
        b->names[i] = aet_arena_copy(&b->arena, names[i]);
    b->n = n;
    for (; b->cap < n; b->cap++) {
        size_t cap = b->cap;

        b->cells = aet_grow(b->cells, &cap, b->cap, sizeof *b->cells);
        b->cells[b->cap] = (struct reject_cell){ 0 };
    }
    begin_sheet(b);
}

struct reject_cell *aet_reject_book_cell(struct reject_book *b, size_t column)
{
    struct reject_cell *c = &b->cells[column];

    c->text = AET_LIT("");
    c->type = TYPE_TEXT;
    c->wrong = false;
    aet_buf_clear(&c->remark);
    return c;
}

static void put(struct reject_book *b, const struct layout *l, uint32_t column)
{
    const struct reject_cell *c = &b->cells[column];
    enum sheet_kind kind;
    struct span text = aet_convert_cell(&b->emitter, l, c->type, c->text, &kind);
    enum ledger_look look = c->wrong             ? LEDGER_WRONG
                            : column + 2 == b->n ? LEDGER_WRAPPED
                            : column + 1 == b->n ? LEDGER_ONE_LINE
                                                 : LEDGER_PLAIN;

    b->cut += !aet_ledger_fits(text);
    aet_sheet_book_cell(b->ledger, column, text, kind, true, look);
    if (c->remark.n && aet_ledger_at(b->ledger) < REMARKS_MOST)
        aet_ledger_comment(b->ledger, aet_ledger_at(b->ledger), column, aet_buf_view(&c->remark));
}

/* As high as what was read wants, and what was said of it. */
static void begin_row(struct reject_book *b)
{
    size_t most = 1;

    for (size_t i = 0; i + 1 < b->n; i++) {
        struct span text = b->cells[i].text;
        bool wraps = i + 2 == b->n || (text.n && memchr(text.p, '\n', text.n));
        size_t lines = wraps ? aet_ledger_lines(text, width_of(b, i)) : 1;

        most = lines > most ? lines : most;
    }
    aet_ledger_row_at(b->ledger, aet_ledger_at(b->ledger) + 1, aet_ledger_height(most));
}

void aet_reject_book_row(struct reject_book *b, const struct layout *l)
{
    size_t n = b->n < LEDGER_COLUMNS ? b->n : LEDGER_COLUMNS;

    if (aet_ledger_full(b->ledger)) {
        end_sheet(b);
        begin_sheet(b);
    }
    begin_row(b);
    for (size_t i = 0; i < n; i++)
        put(b, l, (uint32_t)i);
    for (size_t i = n; i < b->n; i++)
        b->cut += b->cells[i].text.n > 0;
}

bool aet_reject_book_end(struct reject_book *b)
{
    struct ledger *l = b->ledger;

    if (!b->names) { /* nothing was rejected */
        b->n = 0;
        begin_sheet(b);
    }
    end_sheet(b);
    b->ledger = NULL;
    return aet_ledger_end(l);
}

void aet_reject_book_free(struct reject_book *b)
{
    for (size_t i = 0; i < b->cap; i++)
        aet_buf_free(&b->cells[i].remark);
    aet_free(b->cells);
    aet_free(b->names);
    aet_buf_free(&b->emitter.scratch);
    aet_arena_free(&b->emitter.arena);
    aet_arena_free(&b->arena);
    aet_buf_free(&b->packed);
    aet_ledger_free(b->ledger);
}
