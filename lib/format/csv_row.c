/* One CSV record: what is well-formed as it stands (csv_plain.c), anything else through libcsv. */
#include "format/csv_row.h"

#include <csv.h>

#include "format/csv_plain.h"

enum { LEAST_BLOCK = 1024 };

struct csv_row {
    struct row row; /* first: what others see of it */
    struct csv_parser parser;
    size_t rows;
    char delimiter;
};

static const unsigned char options = CSV_STRICT | CSV_STRICT_FINI;

/* libcsv grows its buffer by a block at a time: where moving memory costs, blocks of 128 bytes make
 * a cell of 10 MB quadratic. One block holds the record. */
static void expect(struct csv_parser *p, size_t record)
{
    csv_set_blk_size(p, record < LEAST_BLOCK ? LEAST_BLOCK : record);
}

static void begin(struct csv_parser *p, char delimiter)
{
    csv_init(p, options); /* cannot fail: it allocates nothing */
    csv_set_delim(p, (unsigned char)delimiter);
    csv_set_realloc_func(p, aet_realloc);
    csv_set_free_func(p, aet_free);
}

static void take_cell(void *text, size_t n, void *to)
{
    struct row *r = to; /* the row of a struct csv_row */

    if (r->n == r->cap)
        r->cells = aet_grow(r->cells, &r->cap, r->n, sizeof *r->cells);
    r->blank &= n == 0;
    r->cells[r->n] = (struct span){ r->text.p + r->text.n, n };
    memcpy(r->text.p + r->text.n, text, n); /* there is room: see read_row */
    r->text.n += n;
    r->n++;
}

static void take_row(int terminator, void *to)
{
    struct csv_row *r = to;

    (void)terminator;
    r->rows++;
}

/* After an error libcsv stays in the middle of the record: without this it swallows the next. */
static void reset(struct csv_row *r)
{
    csv_set_opts(&r->parser, 0);
    csv_fini(&r->parser, NULL, NULL, NULL);
    csv_set_opts(&r->parser, options);
}

static enum fault read_row(struct row *row, struct span record, size_t *at)
{
    struct csv_row *r = (struct csv_row *)row;
    size_t done;

    row->text.n = row->held;
    aet_buf_room(
        &row->text,
        aet_row_room(row, record.n, 1)); /* the cells together are no longer than the record */
    if (aet_csv_plain(row, record, r->delimiter))
        return FAULT_NONE;
    row->n = 0;
    row->blank = true;
    r->rows = 0;
    row->text.n = row->held;
    expect(&r->parser, record.n);
    done = csv_parse(&r->parser, record.p, record.n, take_cell, take_row, r);
    if (done < record.n) {
        *at = done;
        reset(r);
        return FAULT_QUOTE_STRAY;
    }
    if (csv_fini(&r->parser, take_cell, take_row, r) != 0) {
        *at = record.n;
        reset(r);
        return FAULT_QUOTE_OPEN;
    }
    if (r->rows > 1) {
        *at = 0;
        return FAULT_ROWS;
    }
    return FAULT_NONE;
}

static void free_row(struct row *row)
{
    struct csv_row *r = (struct csv_row *)row;

    csv_free(&r->parser);
    aet_buf_free(&row->text);
    aet_free(row->cells);
    aet_free(r);
}

struct row *aet_csv_row_new(char delimiter)
{
    struct csv_row *r = aet_calloc(1, sizeof *r);

    r->row.read = read_row;
    r->row.free = free_row;
    r->delimiter = delimiter;
    begin(&r->parser, delimiter);
    return &r->row;
}

struct count {
    size_t cells;
};

static void count_cell(void *text, size_t n, void *to)
{
    (void)text;
    (void)n;
    ((struct count *)to)->cells++;
}

/* The same walk as aet_csv_plain_walk where libcsv is the judge: it is asked, piece by piece, so
 * that place and parse cannot disagree. */
static size_t judged(struct span record, char delimiter, size_t column, size_t at, size_t *found)
{
    struct csv_parser p;
    struct count seen = { 0 };
    size_t from = 0;

    begin(&p, delimiter);
    expect(&p, record.n);
    while (from < record.n && seen.cells < column) {
        const char *d = memchr(record.p + from, delimiter, record.n - from);
        size_t to = d ? (size_t)(d - record.p) + 1 : record.n;

        if (at < to ||
            csv_parse(&p, record.p + from, to - from, count_cell, NULL, &seen) < to - from)
            break;
        from = to;
    }
    csv_free(&p);
    *found = seen.cells;
    return from;
}

static size_t walk(struct span record, char delimiter, size_t column, size_t at, size_t *found)
{
    size_t from;

    if (aet_csv_plain_walk(record, delimiter, column, at, &from, found))
        return from;
    return judged(record, delimiter, column, at, found);
}

size_t aet_csv_column_at(struct span record, char delimiter, size_t at)
{
    size_t column;

    walk(record, delimiter, SIZE_MAX, at, &column);
    return column;
}

size_t aet_csv_cell_at(struct span record, char delimiter, size_t column)
{
    size_t found, from = walk(record, delimiter, column, SIZE_MAX, &found);

    while (from < record.n && record.p[from] == ' ')
        from++;
    return from;
}

static bool needs_quotes(struct span cell, char delimiter)
{
    if (cell.n == 0)
        return false;
    if (cell.p[0] == ' ' || cell.p[0] == '\t' || cell.p[cell.n - 1] == ' ' ||
        cell.p[cell.n - 1] == '\t')
        return true; /* a reader would strip them */
    for (size_t i = 0; i < cell.n; i++) {
        char c = cell.p[i];

        if (c == delimiter || c == '"' || c == '\n' || c == '\r')
            return true;
    }
    return false;
}

void aet_csv_cell(struct buf *out, struct span cell, char delimiter)
{
    if (!needs_quotes(cell, delimiter)) {
        aet_buf_span(out, cell);
        return;
    }
    aet_buf_char(out, '"');
    for (size_t i = 0; i < cell.n; i++) {
        if (cell.p[i] == '"')
            aet_buf_char(out, '"');
        aet_buf_char(out, cell.p[i]);
    }
    aet_buf_char(out, '"');
}
