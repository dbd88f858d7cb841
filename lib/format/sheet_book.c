/* Records as a workbook has them. */
#include "format/sheet_book.h"

#include "format/layout.h"

#define WIDTH_VALUE 12.0 /* of a date, a number */

struct sheet_book {
    struct ledger *ledger;
    struct buf packed; /* not yet handed over */
    struct text title;
    enum lang lang;
    const struct span *names;
    size_t n;
    double *widths;
    bool guarded;
    uint64_t sheets;
};

struct sheet_book *aet_sheet_book_new(enum lang lang, struct text title)
{
    struct sheet_book *b = aet_calloc(1, sizeof *b);

    b->ledger = aet_ledger_new(&b->packed, lang, NULL);
    b->title = title;
    b->lang = lang;
    return b;
}

void aet_sheet_book_free(struct sheet_book *b)
{
    if (!b)
        return;
    aet_ledger_free(b->ledger);
    aet_buf_free(&b->packed);
    aet_free(b->widths);
    aet_free(b);
}

bool aet_sheet_book_fits(struct span text)
{
    return text.n < LEDGER_TEXT || aet_ledger_fits(text);
}

void aet_sheet_book_columns(struct sheet_book *b, const struct span *names, size_t n, bool guarded)
{
    b->names = names;
    b->n = n < LEDGER_COLUMNS ? n : LEDGER_COLUMNS;
    b->guarded = guarded;
    b->widths = aet_calloc(b->n + 1, sizeof *b->widths);
    for (size_t i = 0; i < b->n; i++)
        b->widths[i] = aet_ledger_width(names[i]) + 2; /* the arrow of the filter */
}

void aet_sheet_book_measure(struct sheet_book *b, const struct span *cells,
                            const enum sheet_kind *kinds)
{
    for (size_t i = 0; i < b->n; i++) {
        double width = !cells[i].n              ? 0
                       : kinds[i] == SHEET_TEXT ? aet_ledger_width(cells[i])
                                                : WIDTH_VALUE;

        b->widths[i] = width > b->widths[i] ? width : b->widths[i];
    }
}

static void hand_over(struct sheet_book *b, struct buf *out)
{
    aet_buf_span(out, aet_buf_view(&b->packed));
    aet_buf_clear(&b->packed);
}

static void begin_sheet(struct sheet_book *b)
{
    const struct ledger_sheet sheet = { .name = aet_span_z(aet_text(b->title, b->lang)),
                                        .widths = b->widths,
                                        .widths_n = b->n,
                                        .frozen_rows = 1 };

    aet_ledger_sheet(b->ledger, &sheet);
    b->sheets++;
    if (!b->n)
        return;
    aet_ledger_row(b->ledger);
    for (size_t i = 0; i < b->n; i++)
        aet_ledger_text(b->ledger, (uint32_t)i, b->names[i],
                        (struct ledger_style){ LEDGER_AS_IS, LEDGER_HEADING });
}

static void end_sheet(struct sheet_book *b)
{
    if (b->n)
        aet_ledger_filter(
            b->ledger, (struct ledger_range){ 0, 0, aet_ledger_at(b->ledger), (uint32_t)b->n - 1 });
}

void aet_sheet_book_begin(struct sheet_book *b, struct buf *out)
{
    begin_sheet(b);
    hand_over(b, out);
}

/* What becomes something else when somebody edits it: `1/2`, `007`, `=1`. */
static bool is_delicate(struct span text)
{
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] >= '0' && text.p[i] <= '9')
            return true;
    return aet_is_formula(text) || aet_is_guarded(text);
}

static void put_text(struct ledger *l, uint32_t column, struct span text, bool guarded,
                     enum ledger_look look)
{
    struct ledger_style style = { is_delicate(text) ? LEDGER_IS_TEXT : LEDGER_AS_IS, look };
    struct buf cell = { 0 };

    if (look == LEDGER_PLAIN && memchr(text.p, '\n', text.n))
        style.look = LEDGER_WRAPPED;
    if (look == LEDGER_WRONG) /* what is typed there is read as what it is */
        style.format = LEDGER_AS_IS;
    if (guarded && aet_is_guarded(text)) {
        aet_buf_char(&cell, '\'');
        aet_buf_span(&cell, text);
        text = aet_buf_view(&cell);
    }
    aet_ledger_text(l, column, text, style);
    aet_buf_free(&cell);
}

void aet_sheet_book_cell(struct ledger *l, uint32_t column, struct span text, enum sheet_kind kind,
                         bool guarded, enum ledger_look look)
{
    static const enum ledger_format formats[] = { [SHEET_NUMBER] = LEDGER_AS_IS,
                                                  [SHEET_MONEY] = LEDGER_MONEY,
                                                  [SHEET_HOURS] = LEDGER_HOURS,
                                                  [SHEET_MINUTES] = LEDGER_MINUTES };
    struct date d;

    if (!text.n && look == LEDGER_WRONG)
        aet_ledger_blank(l, column, (struct ledger_style){ LEDGER_AS_IS, look });
    else if (kind >= SHEET_NUMBER)
        aet_ledger_number(l, column, text, (struct ledger_style){ formats[kind], look });
    else if (kind == SHEET_DATE && aet_date_read(text, DATES_ISO, true, &d) == DATE_OK)
        aet_ledger_date(l, column, d, look);
    else if (text.n)
        put_text(l, column, text, guarded, look);
}

/* Not all programs that open a workbook work out how high its rows are. */
static void begin_row(struct sheet_book *b, const struct span *cells)
{
    size_t most = 1;

    for (size_t i = 0; i < b->n; i++) {
        bool wraps = cells[i].n && memchr(cells[i].p, '\n', cells[i].n);
        size_t lines = wraps ? aet_ledger_lines(cells[i], b->widths[i]) : 1;

        most = lines > most ? lines : most;
    }
    aet_ledger_row_at(b->ledger, aet_ledger_at(b->ledger) + 1, aet_ledger_height(most));
}

void aet_sheet_book_row(struct sheet_book *b, const struct span *cells,
                        const enum sheet_kind *kinds, struct buf *out)
{
    if (aet_ledger_full(b->ledger)) {
        end_sheet(b);
        begin_sheet(b);
    }
    begin_row(b, cells);
    for (size_t i = 0; i < b->n; i++)
        aet_sheet_book_cell(b->ledger, (uint32_t)i, cells[i], cells[i].n ? kinds[i] : SHEET_TEXT,
                            b->guarded, LEDGER_PLAIN);
    hand_over(b, out);
}

bool aet_sheet_book_end(struct sheet_book *b, struct buf *out)
{
    struct ledger *l = b->ledger;
    bool fits;

    end_sheet(b);
    b->ledger = NULL;
    fits = aet_ledger_end(l);
    hand_over(b, out);
    return fits;
}

uint64_t aet_sheet_book_sheets(const struct sheet_book *b)
{
    return b->sheets;
}
