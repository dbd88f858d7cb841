/* The CSV cutter and the row parser against strict libcsv fed with the whole text: the same rows,
 * cell by cell, up to its first error, and an error where it has one. Then, of each row: places
 * agree with the parse, and the cells written anew read back the same. */
#include "cutting.h"
#include <csv.h>

#include "format/csv_row.h"
#include "format/cut_csv.h"

static const char delimiters[] = { ',', ';', '\t', '|' };

/* All rows of the reference, cells after each other, each row ended by a span with p NULL. */
struct rows {
    struct span *cells;
    size_t n, cap;
};

static void add_cell(struct rows *r, struct span s)
{
    r->cells = aet_grow(r->cells, &r->cap, r->n, sizeof *r->cells);
    r->cells[r->n++] = s;
}

static void on_cell(void *text, size_t n, void *to)
{
    add_cell(to, aet_span(exact_copy(aet_span(text, n)), n));
}

static void on_row(int terminator, void *to)
{
    (void)terminator;
    add_cell(to, (struct span){ NULL, 0 });
}

/* Whole rows only: cells of a row that an error cut short are dropped. */
static bool reference(struct span text, char delimiter, struct rows *rows)
{
    struct csv_parser p;
    bool good;

    MUST(csv_init(&p, CSV_STRICT | CSV_STRICT_FINI) == 0);
    csv_set_delim(&p, (unsigned char)delimiter);
    good = csv_parse(&p, text.p, text.n, on_cell, on_row, rows) == text.n &&
           csv_fini(&p, on_cell, on_row, rows) == 0;
    csv_free(&p);
    while (rows->n && rows->cells[rows->n - 1].p)
        aet_free((void *)rows->cells[--rows->n].p);
    return good;
}

/* The cells of column `from` on, read from where aet_csv_cell_at says they begin. */
static void check_places(struct span record, const struct row *row, char delimiter)
{
    struct row *tail;
    size_t at, before = 0, step = row->n / 8 + 1;

    tail = aet_csv_row_new(delimiter);
    for (size_t k = 0; k < row->n; k += step) {
        size_t place = aet_csv_cell_at(record, delimiter, k);

        MUST(place >= before && place <= record.n);
        before = place;
        MUST(place == record.n || aet_csv_column_at(record, delimiter, place) == k);
        MUST(tail->read(tail, aet_span_from(record, place), &at) == FAULT_NONE);
        MUST(tail->n == row->n - k || (tail->n == 0 && k + 1 == row->n));
        for (size_t i = 0; i < tail->n; i++)
            MUST(aet_span_eq(tail->cells[i], row->cells[k + i]));
    }
    aet_row_free(tail);
}

static void check_written(const struct row *row, char delimiter)
{
    struct row *again;
    struct buf line = { 0 };
    size_t at;

    for (size_t i = 0; i < row->n; i++) {
        if (i)
            aet_buf_char(&line, delimiter);
        aet_csv_cell(&line, row->cells[i], delimiter);
    }
    aet_buf_char(&line, '\n');
    again = aet_csv_row_new(delimiter);
    MUST(again->read(again, aet_buf_view(&line), &at) == FAULT_NONE);
    MUST(again->n == row->n || (row->n == 1 && row->blank));
    for (size_t i = 0; i < again->n; i++)
        MUST(aet_span_eq(again->cells[i], row->cells[i]));
    aet_row_free(again);
    aet_buf_free(&line);
}

/* The next row of the reference is this one. */
static void same_row(const struct row *row, const struct rows *rows, size_t *next)
{
    for (size_t i = 0; i < row->n; i++, ++*next) {
        MUST(*next < rows->n && rows->cells[*next].p);
        MUST(aet_span_eq(rows->cells[*next], row->cells[i]));
    }
    MUST(*next < rows->n && !rows->cells[*next].p);
    ++*next;
}

static void check(struct span text, char delimiter)
{
    struct rows rows = { 0 };
    struct row *row;
    struct cutter cutter;
    size_t next = 0, at = 0, total = 0;
    bool good = reference(text, delimiter, &rows), ours = true;

    aet_cutter_csv(&cutter, delimiter);
    row = aet_csv_row_new(delimiter);

    struct cut_list cuts = cut_both_ways(&cutter, text);

    /* a byte order mark before a record is none of its bytes; libcsv takes it for some */
    bool marked = aet_span_find(text, AET_LIT("\xEF\xBB\xBF")) < text.n;

    for (size_t i = 0; i < cuts.n; i++) {
        enum fault f = row->read(row, cuts.records[i], &at);

        total += cuts.records[i].n;
        MUST(f != FAULT_ROWS); /* the cutter sees every line end that libcsv sees */
        if (f != FAULT_NONE) {
            MUST(at <= cuts.records[i].n);
            ours = false;
            continue;
        }
        if (ours && row->n && !marked)
            same_row(row, &rows, &next);
        check_places(cuts.records[i], row, delimiter);
        check_written(row, delimiter);
    }
    ours &= cuts.last == CUT_END;
    MUST(marked || (ours == good && next == rows.n));
    MUST(cuts.last == CUT_LOST || total == text.n || (marked && total < text.n));
    for (size_t i = 0; i < rows.n; i++)
        aet_free((void *)rows.cells[i].p);
    aet_free(rows.cells);
    aet_row_free(row);
    free_cuts(&cuts);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span in = aet_span((const char *)data, size);
    char delimiter = delimiters[take_choice(&in, sizeof delimiters)];

    if (in.n < 1 << 16)
        check(in, delimiter);
    return 0;
}
