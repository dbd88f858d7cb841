/* Texts as cells, names and notes of a workbook that is written, and read again: whatever they
 * hold, each cell is what it was (but for carriage returns, which no sheet has), no name is one
 * that a workbook refuses, and the same texts make the same bytes. */
#include "ledger/ledger.h"

#include <unistd.h>

#include "base/utf8.h"
#include "format/csv_row.h"
#include "format/cut_csv.h"
#include "ledger/markup.h"
#include "target.h"
#include "workbook/workbook.h"

enum { CELL_END = 0x1F, ROW_END = 0x1E, COLUMNS_MOST = 40 };

/* Up to a sign, which is passed over. */
static struct span take_until(struct span *in, char sign)
{
    const char *end = in->n ? memchr(in->p, sign, in->n) : NULL;
    struct span s = aet_span(in->p, end ? (size_t)(end - in->p) : in->n);

    *in = aet_span_from(*in, s.n + 1);
    return s;
}

static void write_row(struct ledger *l, struct span row)
{
    aet_ledger_row(l);
    for (uint32_t i = 0; row.n && i < COLUMNS_MOST; i++) {
        struct span cell = take_until(&row, CELL_END);

        aet_ledger_text(l, i, cell, (struct ledger_style){ i % LEDGER_FORMATS, i % LEDGER_LOOKS });
        if (i % 3 == 1)
            aet_ledger_comment(l, aet_ledger_at(l), i, cell);
    }
}

static void write_book(struct span in, struct span name, struct buf *made)
{
    struct ledger *l = aet_ledger_new(made, LANG_FR, NULL);
    const struct ledger_rule rule = { .kind = LEDGER_WHOLE, .prompt = name, .error_title = name };

    for (int i = 0; i < 2; i++) { /* the name is taken, then */
        struct span rest = in;

        aet_ledger_sheet(l, &(struct ledger_sheet){ .name = name, .frozen_rows = 1 });
        MUST(aet_markup_units(aet_ledger_name(l)) <= LEDGER_NAME);
        MUST(!aet_span_has_any(aet_ledger_name(l), "[]:*?/\\"));
        while (rest.n)
            write_row(l, take_until(&rest, ROW_END));
        aet_ledger_rule(l, &rule);
    }
    MUST(aet_ledger_end(l));
}

static void read_book(const struct buf *made, struct buf *text)
{
    enum fault fault = FAULT_NONE;
    int fd = dup(input_file(aet_buf_view(made)));
    struct decoder *d = aet_decoder_new(fd, NULL, &fault);
    struct workbook *w = aet_workbook_open(d, &fault);
    size_t sheets;
    ssize_t n = 1;

    MUST(w && aet_workbook_sheets(w, &sheets) && sheets == 2);
    MUST(aet_workbook_begin(w, 1) == FAULT_NONE);
    while (n > 0) {
        n = aet_workbook_read(w, aet_buf_room(text, 4096), 4096, &fault);
        MUST(n >= 0);
        text->n += (size_t)n;
    }
    aet_workbook_free(w);
    aet_decoder_free(d);
}

/* The cell as it must be read: without carriage returns, and cut where it is too long. */
static bool is_cell(struct span written, struct span read)
{
    struct buf want = { 0 };
    bool same;

    if (!aet_ledger_fits(written))
        return aet_ledger_fits(read);
    for (size_t i = 0; i < written.n; i++)
        if (written.p[i] != '\r')
            aet_buf_char(&want, written.p[i]);
    same = aet_span_eq(aet_buf_view(&want), read);
    aet_buf_free(&want);
    return same;
}

static void check_row(struct span written, const struct row *row)
{
    for (size_t i = 0; i < COLUMNS_MOST; i++) {
        struct span cell = written.n ? take_until(&written, CELL_END) : AET_LIT("");

        MUST(is_cell(cell, i < row->n ? row->cells[i] : AET_LIT("")));
    }
}

/* Rows of which nothing is left say nothing, in the middle or at the end. */
static void check_rows(struct span in, struct span text)
{
    struct cutter c;
    struct row *row = aet_csv_row_new(',');
    struct piece piece;
    size_t at;

    aet_cutter_csv(&c, ',');
    while (in.n && aet_cut(&c, text, true, &piece) == CUT_RECORD) {
        MUST(row->read(row, aet_span(text.p + piece.start, piece.end - piece.start), &at) ==
             FAULT_NONE);
        text = aet_span_from(text, piece.end);
        check_row(take_until(&in, ROW_END), row);
    }
    row->n = 0;
    while (in.n)
        check_row(take_until(&in, ROW_END), row);
    aet_row_free(row);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span in = aet_span((const char *)data, size), name;
    struct buf made = { 0 }, again = { 0 }, text = { 0 };

    if (!size || aet_utf8_bad(in) < in.n || memchr(in.p, '\0', in.n))
        return 0;
    name = take_until(&in, ROW_END);
    write_book(in, name, &made);
    write_book(in, name, &again);
    MUST(aet_span_eq(aet_buf_view(&made), aet_buf_view(&again)));
    read_book(&made, &text);
    check_rows(in, aet_buf_view(&text));
    aet_buf_free(&made);
    aet_buf_free(&again);
    aet_buf_free(&text);
    return 0;
}
