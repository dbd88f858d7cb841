/* The heading line of a CSV file: under which delimiter, with which cells. Nothing is guessed: no
 * heading known, one column only, or two delimiters that do as well are refused. */
#include "io/source_open.h"

#include "base/utf8.h"

static const char candidates[] = { ',', ';', '\t', '|' };
enum { CANDIDATES = sizeof candidates, HEADER_MAX = 1 << 20, LOOK_BELOW = 10 };

static bool stopped(struct source *s, struct stop *stop, enum fault fault)
{
    *stop = (struct stop){
        .fault = fault, .file = s->layout->name, .line = s->line, .column = s->column
    };
    return false;
}

struct trial {
    char delimiter;
    enum cut cut;
    struct piece piece;
    size_t columns, known;
};

/* Cells of a heading line, in the arena. Trailing empty ones are what a spreadsheet leaves. */
static size_t heading_cells(struct source *s, struct span line, char delimiter, struct span **cells)
{
    struct csv_row row;
    size_t at, columns = 0;

    aet_csv_row_init(&row, delimiter);
    if (aet_csv_row_parse(&row, line, &at) == FAULT_NONE) {
        *cells = aet_arena_alloc(&s->arena, (row.n + 1) * sizeof **cells);
        for (size_t i = 0; i < row.n; i++) {
            (*cells)[i] = aet_arena_copy(&s->arena, aet_span_trim(row.cells[i]));
            if ((*cells)[i].n)
                columns = i + 1;
        }
    }
    aet_csv_row_free(&row);
    return columns;
}

static size_t known(struct source *s, const struct span *cells, size_t n)
{
    return s->options.known ? s->options.known(s->options.context, cells, n) : n;
}

static void try_delimiter(struct source *s, struct span text, struct trial *t)
{
    struct cutter c;
    struct span *cells;

    aet_cutter_csv(&c, t->delimiter);
    t->cut = aet_cut(&c, text, s->eof, &t->piece);
    t->columns = t->known = 0;
    if (t->cut != CUT_RECORD)
        return;
    t->columns = heading_cells(s, aet_span(text.p, t->piece.end), t->delimiter, &cells);
    t->known = known(s, cells, t->columns);
}

/* The delimiter under which most headings are known, then most columns; a tie is ambiguous. */
static bool choose(struct source *s, struct trial *trials, size_t n, struct trial *best,
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
        return stopped(s, stop, FAULT_DELIMITERS);
    if (best->columns < 2)
        return stopped(s, stop, FAULT_ONE_COLUMN);
    return true;
}

/* A title above the table: does one of the next lines look like headings? */
static size_t look_below(struct source *s, struct span text, char delimiter)
{
    struct cutter c;
    struct piece piece;
    struct span *cells;

    aet_cutter_csv(&c, delimiter);
    for (size_t line = 0; line <= LOOK_BELOW; line++) {
        if (aet_cut(&c, text, true, &piece) != CUT_RECORD)
            break;

        size_t n = heading_cells(s, aet_span(text.p, piece.end), delimiter, &cells);

        if (line && known(s, cells, n) >= 2)
            return line;
        text = aet_span_from(text, piece.end);
    }
    return 0;
}

static size_t hint_below(struct source *s)
{
    size_t best = 0;

    for (size_t i = 0; i < CANDIDATES && !best; i++)
        best = look_below(s, aet_buf_view(&s->text), candidates[i]);
    return best;
}

static bool no_heading(struct source *s, struct stop *stop, enum fault fault)
{
    size_t skip = s->options.known ? hint_below(s) : 0;

    stopped(s, stop, skip ? FAULT_NO_HEADING : fault);
    stop->hint = skip ? skip + (size_t)s->line - 1 : 0;
    return false;
}

/* The heading line is checked as every record is: what is no text is refused with its place. */
static bool check_text(struct source *s, struct span text, struct stop *stop)
{
    const char *nul = memchr(text.p, '\0', text.n);
    size_t bad = aet_utf8_bad(text);
    size_t at = nul && (size_t)(nul - text.p) < bad ? (size_t)(nul - text.p) : bad;

    if (at == text.n)
        return true;
    *stop = (struct stop){ .fault = at < bad ? FAULT_NUL : FAULT_UTF8,
                           .file = s->layout->name,
                           .line = s->line,
                           .column = s->column };
    if (at == bad)
        stop->byte = (char)aet_decode_bad_byte(text, at);
    aet_place_advance(aet_span(text.p, at), &stop->line, &stop->column);
    return false;
}

static bool take_header(struct source *s, const struct trial *t, struct stop *stop)
{
    struct layout *l = s->layout;
    struct span line = aet_arena_copy(&s->arena, aet_span(s->text.p, t->piece.end));

    if (!check_text(s, line, stop))
        return false;
    l->delimiter = t->delimiter;
    l->header = (struct slice){ line, s->line, s->column, 0 };
    l->crlf = line.n > 1 && line.p[line.n - 2] == '\r' && line.p[line.n - 1] == '\n';
    l->columns = heading_cells(s, line, t->delimiter, &l->headings);
    if (known(s, l->headings, l->columns) == 0)
        return no_heading(s, stop, FAULT_NO_HEADING);
    aet_source_drop(s, t->piece.end);
    return true;
}

/* No heading line: a quote that was left open under one of the delimiters says more than `fault`.
 */
static bool open_header(struct source *s, const struct trial *trials, size_t n, struct stop *stop,
                        enum fault fault)
{
    for (size_t i = 0; i < n; i++)
        if (trials[i].cut == CUT_LOST) {
            aet_place_advance(aet_span(s->text.p, trials[i].piece.at), &s->line, &s->column);
            return stopped(s, stop, trials[i].piece.fault);
        }
    return stopped(s, stop, fault);
}

/* The heading line under each delimiter, reading on while one of them needs more text. */
bool aet_source_header(struct source *s, char given, struct stop *stop)
{
    struct trial trials[CANDIDATES], best;
    size_t n = given ? 1 : CANDIDATES, line;

    if (!aet_source_line(s, &line, stop) || !check_text(s, aet_span(s->text.p, line), stop))
        return false;
    for (;;) {
        bool more = false;

        for (size_t i = 0; i < n; i++) {
            trials[i] = (struct trial){ .delimiter = given ? given : candidates[i] };
            try_delimiter(s, aet_buf_view(&s->text), &trials[i]);
            more |= trials[i].cut == CUT_MORE;
        }
        if (!more || s->eof || s->text.n > HEADER_MAX)
            break;
        if (!aet_source_read(s, stop))
            return false;
    }
    if (given && trials[0].cut != CUT_RECORD)
        return open_header(s, trials, n, stop, FAULT_QUOTE_OPEN);
    if (given) {
        best = trials[0];
    } else if (!choose(s, trials, n, &best, stop)) {
        if (stop->fault != FAULT_ONE_COLUMN)
            return false;
        no_heading(s, stop, FAULT_ONE_COLUMN);
        return stop->hint ? false : open_header(s, trials, n, stop, FAULT_ONE_COLUMN);
    }
    return take_header(s, &best, stop);
}
