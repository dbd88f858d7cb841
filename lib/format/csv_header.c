/* The heading line of a CSV file: under which delimiter, with which cells. Nothing is guessed: no
 * heading known, one column only, or two delimiters that do as well are refused. */
#include "format/csv_header.h"

#include "base/utf8.h"
#include "format/csv_row.h"
#include "format/cut_csv.h"

static const char candidates[] = { ',', ';', '\t', '|' };
enum { CANDIDATES = sizeof candidates, HEADER_MAX = 1 << 20, LOOK_BELOW = 10 };

struct trial {
    char delimiter;
    enum cut cut;
    struct piece piece;
    size_t columns, known;
};

/* Cells of a heading line, in the arena. Trailing empty ones are what a spreadsheet leaves. */
static size_t heading_cells(struct input *in, struct span line, char delimiter, struct span **cells)
{
    struct row *row = aet_csv_row_new(delimiter);
    size_t at, columns = 0;

    if (row->read(row, line, &at) == FAULT_NONE) {
        *cells = aet_arena_alloc(in->arena, (row->n + 1) * sizeof **cells);
        for (size_t i = 0; i < row->n; i++) {
            (*cells)[i] = aet_arena_copy(in->arena, aet_span_trim(row->cells[i]));
            if ((*cells)[i].n)
                columns = i + 1;
        }
    }
    aet_row_free(row);
    return columns;
}

static size_t known(struct input *in, const struct span *cells, size_t n)
{
    return in->said.known ? in->said.known(in->said.context, cells, n) : n;
}

static void try_delimiter(struct input *in, struct span text, struct trial *t)
{
    struct cutter c;
    struct span *cells;

    aet_cutter_csv(&c, t->delimiter);
    t->cut = aet_cut(&c, text, in->eof, &t->piece);
    t->columns = t->known = 0;
    if (t->cut != CUT_RECORD)
        return;
    t->columns = heading_cells(in, aet_span(text.p, t->piece.end), t->delimiter, &cells);
    t->known = known(in, cells, t->columns);
}

/* The delimiter under which most headings are known, then most columns; a tie is ambiguous. */
static bool choose(struct input *in, struct trial *trials, size_t n, struct trial *best,
                   struct stop *stop)
{
    bool tie = false;

    *best = trials[0];
    for (size_t i = 1; i < n; i++) {
        struct trial t = trials[i];

        if (t.columns > 1 &&
            (t.known > best->known || best->columns < 2 ||
             (t.known == best->known && t.columns > best->columns && best->known == 0))) {
            *best = t;
            tie = false;
        } else if (t.columns > 1 && t.known == best->known && t.columns == best->columns) {
            tie = true;
        }
    }
    if (tie)
        return aet_input_stop(in, stop, FAULT_DELIMITERS);
    if (best->columns < 2)
        return aet_input_stop(in, stop, FAULT_ONE_COLUMN);
    return true;
}

/* A title above the table: does one of the next lines look like headings? */
static size_t look_below(struct input *in, struct span text, char delimiter)
{
    struct cutter c;
    struct piece piece;
    struct span *cells;

    aet_cutter_csv(&c, delimiter);
    for (size_t line = 0; line <= LOOK_BELOW; line++) {
        if (aet_cut(&c, text, true, &piece) != CUT_RECORD)
            break;

        size_t n = heading_cells(in, aet_span(text.p, piece.end), delimiter, &cells);

        if (line && known(in, cells, n) >= 2)
            return line;
        text = aet_span_from(text, piece.end);
    }
    return 0;
}

static size_t hint_below(struct input *in)
{
    size_t best = 0;

    for (size_t i = 0; i < CANDIDATES && !best; i++)
        best = look_below(in, aet_buf_view(&in->text), candidates[i]);
    return best;
}

static bool no_heading(struct input *in, struct stop *stop, enum fault fault)
{
    size_t skip = in->said.known ? hint_below(in) : 0;

    aet_input_stop(in, stop, skip ? FAULT_NO_HEADING : fault);
    stop->hint = skip ? skip + (size_t)in->line - 1 : 0;
    return false;
}

/* The heading line is checked as every record is: what is no text is refused with its place. */
static bool check_text(struct input *in, struct span text, struct stop *stop)
{
    const char *nul = memchr(text.p, '\0', text.n);
    size_t bad = aet_utf8_bad(text);
    size_t at = nul && (size_t)(nul - text.p) < bad ? (size_t)(nul - text.p) : bad, length;

    if (at == text.n)
        return true;
    aet_input_stop(in, stop, at < bad ? FAULT_NUL : FAULT_UTF8);
    if (at == bad)
        stop->byte = (char)aet_decode_bad_byte(text, at, &length);
    aet_place_advance(aet_span(text.p, at), &stop->line, &stop->column);
    return false;
}

/* How many rows stand above the heading line: to its own. Where a quote leaves that open, no row of
 * the file is known. */
static void count_above(struct input *in, char delimiter)
{
    struct span above = aet_buf_view(&in->above);
    struct cutter c;
    struct piece piece;

    aet_cutter_csv(&c, delimiter);
    for (; above.n; above = aet_span_from(above, piece.end)) {
        if (aet_cut(&c, above, true, &piece) != CUT_RECORD) {
            in->row = 0;
            break;
        }
        in->row++;
    }
    aet_buf_free(&in->above);
}

static bool take_header(struct input *in, const struct trial *t, struct stop *stop)
{
    struct layout *l = in->layout;
    struct span line = aet_arena_copy(in->arena, aet_span(in->text.p, t->piece.end));

    if (!check_text(in, line, stop))
        return false;
    l->delimiter = t->delimiter;
    l->french = t->delimiter == ';';
    count_above(in, t->delimiter);
    l->header =
        (struct slice){ .raw = line, .line = in->line, .column = in->column, .row = in->row };
    l->crlf = line.n > 1 && line.p[line.n - 2] == '\r' && line.p[line.n - 1] == '\n';
    l->columns = heading_cells(in, line, t->delimiter, &l->headings);
    if (known(in, l->headings, l->columns) == 0)
        return no_heading(in, stop, FAULT_NO_HEADING);
    aet_input_drop(in, t->piece.end);
    in->row += in->row != 0;
    return true;
}

/* No heading line: a quote that was left open under one of the delimiters says more than `fault`.
 */
static bool open_header(struct input *in, const struct trial *trials, size_t n, struct stop *stop,
                        enum fault fault)
{
    for (size_t i = 0; i < n; i++)
        if (trials[i].cut == CUT_LOST) {
            aet_place_advance(aet_span(in->text.p, trials[i].piece.at), &in->line, &in->column);
            return aet_input_stop(in, stop, trials[i].piece.fault);
        }
    return aet_input_stop(in, stop, fault);
}

/* The heading line under each delimiter, reading on while one of them needs more text. */
bool aet_csv_header(struct input *in, char given, struct stop *stop)
{
    struct trial trials[CANDIDATES], best;
    size_t n = given ? 1 : CANDIDATES, line;

    if (!aet_input_line(in, &line, stop) || !check_text(in, aet_span(in->text.p, line), stop))
        return false;
    for (;;) {
        bool more = false;

        for (size_t i = 0; i < n; i++) {
            trials[i] = (struct trial){ .delimiter = given ? given : candidates[i] };
            try_delimiter(in, aet_buf_view(&in->text), &trials[i]);
            more |= trials[i].cut == CUT_MORE;
        }
        if (!more || in->eof || in->text.n > HEADER_MAX)
            break;
        if (!aet_input_read(in, stop))
            return false;
    }
    if (given && trials[0].cut != CUT_RECORD)
        return open_header(in, trials, n, stop, FAULT_QUOTE_OPEN);
    if (given) {
        best = trials[0];
    } else if (!choose(in, trials, n, &best, stop)) {
        if (stop->fault != FAULT_ONE_COLUMN)
            return false;
        no_heading(in, stop, FAULT_ONE_COLUMN);
        return stop->hint ? false : open_header(in, trials, n, stop, FAULT_ONE_COLUMN);
    }
    return take_header(in, &best, stop);
}
