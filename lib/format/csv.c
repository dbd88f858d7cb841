/* CSV: cells divided by a delimiter under a heading line. What may stand above that line is passed
 * over here; the line itself is csv_header.c. */
#include "format/csv.h"

#include "format/csv_header.h"
#include "format/csv_plain.h"
#include "format/csv_row.h"
#include "format/cut_csv.h"

/* `sep=;` alone on the first line: a hint for spreadsheets, which do not show it, and for us. */
static bool separator_line(struct input *in, char *delimiter, struct stop *stop)
{
    size_t n;

    if (!aet_input_line(in, &n, stop))
        return false;

    struct span line = aet_span_trim(aet_span(in->text.p, n));

    if (line.n == 4 && n > 4 && in->text.p[4] == '\t')
        line.n = 5; /* trimmed with the blanks: sep=<tab> */
    if (line.n >= 2 && line.p[0] == '"' && line.p[line.n - 1] == '"')
        line = aet_span(line.p + 1, line.n - 2);
    if (line.n == 5 && aet_span_starts(line, AET_LIT("sep="))) {
        *delimiter = line.p[4];
        aet_input_drop(in, n);
    }
    return true;
}

/* Lines that are said to stand above the heading line, of which the first may be that one. */
static bool skip_lines(struct input *in, char *delimiter, struct stop *stop)
{
    size_t skip = in->said.skip, n;
    uint64_t first = in->line;

    if (skip && !separator_line(in, delimiter, stop))
        return false;
    for (skip -= in->line > first; skip && (in->text.n || !in->eof); skip--) {
        if (!aet_input_line(in, &n, stop))
            return false;
        aet_input_drop_line(in, n);
    }
    return true;
}

/* A row of empty cells, as spreadsheets leave them above a table: nothing but delimiters and pairs
 * of quotes. */
static bool is_blank_row(const struct input *in, struct span line)
{
    static const char delimiters[] = ",;\t|";

    for (size_t i = 0; i < line.n; i++) {
        char c = line.p[i];

        if (c == '"' && i + 1 < line.n && line.p[i + 1] == '"')
            i++;
        else if (!strchr(delimiters, c) && c != in->said.delimiter && c != ' ')
            return false;
        else if (!c)
            return false; /* a NUL is no delimiter, though strchr finds it */
    }
    return true;
}

static bool drop_blank_lines(struct input *in, struct stop *stop)
{
    size_t n;

    for (;;) {
        if (in->text.n == 0 && in->eof)
            return true;
        if (!aet_input_line(in, &n, stop))
            return false;
        if (n == 0 || !is_blank_row(in, aet_span_trim(aet_span(in->text.p, n))))
            return true;
        aet_input_drop_line(in, n);
    }
}

static bool begin(struct input *in, struct cutter *c, struct stop *stop)
{
    char delimiter = in->book ? ',' : in->said.delimiter; /* as workbook/cells.h writes them */

    in->row = 1;
    if (!skip_lines(in, &delimiter, stop) || !drop_blank_lines(in, stop))
        return false;
    if (in->text.n && !in->book && !separator_line(in, &delimiter, stop))
        return false;
    if (!drop_blank_lines(in, stop))
        return false;
    if (in->text.n && !aet_csv_header(in, delimiter, stop))
        return false;
    aet_cutter_csv(c, in->layout->delimiter);
    return true;
}

static struct row *row_new(const struct layout *l)
{
    return aet_csv_row_new(l->delimiter);
}

static void row_cutter(const struct layout *l, struct cutter *c)
{
    aet_cutter_csv(c, l->delimiter);
}

static size_t cell_at(const struct layout *l, struct span record, size_t column)
{
    return aet_csv_cell_at(record, l->delimiter, column);
}

static struct span cell_whole(const struct layout *l, struct span record, struct span cell)
{
    return aet_csv_whole(record, cell, l->delimiter);
}

static size_t column_at(const struct layout *l, struct span record, size_t at)
{
    return aet_csv_column_at(record, l->delimiter, at);
}

static struct span line_end(bool crlf)
{
    return crlf ? AET_LIT("\r\n") : AET_LIT("\n");
}

static void row_write(const struct layout *l, const struct span *cells, size_t n, struct buf *out)
{
    for (size_t i = 0; i < n; i++) {
        if (i)
            aet_buf_char(out, l->delimiter);
        aet_csv_cell(out, cells[i], l->delimiter);
    }
    aet_buf_span(out, line_end(l->crlf));
}

static bool ends_line(struct span record)
{
    return record.n && (record.p[record.n - 1] == '\n' || record.p[record.n - 1] == '\r');
}

/* Neither the line end of the record goes along, nor the empty cells beyond the last heading; those
 * that it lacks are added. */
static void row_extend(const struct layout *l, struct span record, size_t cells,
                       const struct span *more, size_t n, struct buf *out)
{
    while (ends_line(record))
        record.n--;
    if (cells > l->columns)
        record.n = aet_csv_cell_at(record, l->delimiter, l->columns) - 1;
    aet_buf_span(out, record);
    for (; cells < l->columns; cells++)
        aet_buf_char(out, l->delimiter);
    for (size_t i = 0; i < n; i++) {
        aet_buf_char(out, l->delimiter);
        aet_csv_cell(out, more[i], l->delimiter);
    }
    aet_buf_span(out, line_end(l->crlf));
}

/* A record as it was written has its line end, but for the last one of a file. */
static struct framed list_item(const struct list *l, struct span text)
{
    bool ended = !text.n || ends_line(text);

    return (struct framed){ AET_LIT(""), text, ended ? AET_LIT("") : line_end(l->crlf) };
}

static const char *const suffixes[] = { ".csv", NULL };

const struct format aet_format_csv = { .name = "csv",
                                       .suffixes = suffixes,
                                       .shape = SHAPE_CELLS,
                                       .begin = begin,
                                       .row_new = row_new,
                                       .row_cutter = row_cutter,
                                       .cell_at = cell_at,
                                       .cell_whole = cell_whole,
                                       .column_at = column_at,
                                       .row_write = row_write,
                                       .row_extend = row_extend,
                                       .list_item = list_item };
