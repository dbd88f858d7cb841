/* The headings of a CSV file: under which delimiter, on which of the first rows. Nothing is
 * guessed: no heading known, one column only, or two delimiters that do as well are refused. */
#include "format/csv_header.h"

#include "format/csv_row.h"
#include "format/cut_csv.h"

static const char candidates[] = { ',', ';', '\t', '|' };
enum { CANDIDATES = sizeof candidates, HEADER_MAX = 1 << 20 };

/* The first rows under one delimiter. */
struct trial {
    char delimiter;
    enum cut cut;       /* of the first row */
    struct piece piece; /* of the row that ends them with CUT_LOST; its fault is none otherwise */
    size_t ends[OPENING_ROWS]; /* of the rows, in the text */
    struct opening opening;
    struct opened opened;
};

/* A row of the opening; its cells live as long as `scratch`. One that is malformed is one cell. */
static struct opening_row read_row(struct row *row, struct span line, struct arena *scratch)
{
    struct opening_row r = { NULL, 0, 0 };
    size_t at;

    if (row->read(row, line, &at) != FAULT_NONE) {
        r.cells = aet_arena_alloc(scratch, sizeof *r.cells);
        r.cells[0] = aet_arena_copy(scratch, aet_span_trim(line));
        r.n = r.width = r.cells[0].n > 0;
        return r;
    }
    r.width = row->n;
    r.cells = aet_arena_alloc(scratch, (row->n + 1) * sizeof *r.cells);
    for (size_t i = 0; i < row->n; i++) {
        r.cells[i] = aet_arena_copy(scratch, aet_span_trim(row->cells[i]));
        if (r.cells[i].n)
            r.n = i + 1;
    }
    return r;
}

/* Rows as far as they are wanted and the text goes: those that are whole within HEADER_MAX. */
static void read_rows(const struct input *in, struct trial *t, struct arena *scratch)
{
    struct span text = aet_buf_view(&in->text);
    struct row *row = aet_csv_row_new(t->delimiter);
    struct opening *o = &t->opening;
    struct cutter c;
    struct piece piece;
    enum cut cut = CUT_RECORD;
    size_t from = 0;

    aet_cutter_csv(&c, t->delimiter);
    while (o->n < OPENING_ROWS) {
        cut = aet_cut(&c, aet_span_from(text, from), in->eof, &piece);
        if (!o->n)
            t->cut = cut;
        if (cut == CUT_LOST)
            t->piece = (struct piece){ .fault = piece.fault, .at = from + piece.at };
        if (cut != CUT_RECORD || (o->n && from + piece.end > HEADER_MAX))
            break;
        o->rows[o->n] = read_row(row, aet_span(text.p + from, piece.end), scratch);
        from += piece.end;
        t->ends[o->n++] = from;
    }
    o->whole = cut != CUT_MORE || text.n > HEADER_MAX;
    aet_row_free(row);
}

/* Any first row will do. */
static void open_plain(const struct opening *o, struct opened *out)
{
    const struct opening_row *row = &o->rows[0];

    *out = (struct opened){ .lines = 1, .columns = row->n, .known = row->n };
    out->headings = aet_arena_alloc(o->arena, (row->n + 1) * sizeof *out->headings);
    for (size_t i = 0; i < row->n; i++)
        out->headings[i] = aet_arena_copy(o->arena, row->cells[i]);
}

static void try_delimiter(const struct input *in, struct trial *t, struct arena *scratch)
{
    t->opening = (struct opening){ .told = in->said.skips, .arena = in->arena };
    t->opened = (struct opened){ .more = true };
    t->piece = (struct piece){ .fault = FAULT_NONE };
    read_rows(in, t, scratch);
    if (!t->opening.n)
        t->opened.more = t->cut == CUT_MORE;
    else if (in->said.open)
        in->said.open(in->said.context, &t->opening, &t->opened);
    else
        open_plain(&t->opening, &t->opened);
}

/* Whether something in a line may divide it. A comma before a space is one of a name or a title;
 * what is between quotes is text. */
static bool may_divide(struct span line)
{
    bool quoted = line.n && line.p[0] == '"';

    for (size_t i = 0; i < line.n && !quoted; i++)
        if (line.p[i] == ';' || line.p[i] == '\t' || line.p[i] == '|' ||
            (line.p[i] == ',' && (i + 1 == line.n || line.p[i + 1] != ' ')))
            return true;
    return false;
}

/* Whether the first line is one heading that is known, and no row has more than its cell, whatever
 * divides. */
static bool is_list(const struct input *in, const struct trial *t)
{
    const struct opened *o = &t->opened;

    if (o->fault || o->at || o->columns != 1 || o->known != 1)
        return false;
    for (size_t i = 0; i < t->opening.n; i++) {
        size_t from = i ? t->ends[i - 1] : 0;
        struct span line = aet_span_trim(aet_span(in->text.p + from, t->ends[i] - from));

        if (t->opening.rows[i].width > 1 || may_divide(line) || (!i && aet_span_has_any(line, ",")))
            return false;
    }
    return true;
}

/* A list in one column has no delimiter to be found by. Of those that leave its rows whole the
 * semicolon goes first, as spreadsheets in French write: commas stand in names and titles. */
static bool choose_list(const struct input *in, struct trial *trials, size_t n, struct trial **best)
{
    *best = NULL;
    for (size_t i = 0; i < n; i++)
        if (is_list(in, &trials[i]) && (!*best || trials[i].delimiter == ';'))
            *best = &trials[i];
    return *best;
}

/* The delimiter under which most headings are known, then most columns; a tie is ambiguous. */
static bool choose(struct input *in, struct trial *trials, size_t n, struct trial **best,
                   struct stop *stop)
{
    bool tie = false;

    *best = &trials[0];
    for (size_t i = 1; i < n; i++) {
        const struct opened *t = &trials[i].opened, *b = &(*best)->opened;

        if (t->columns > 1 &&
            (t->known > b->known || b->columns < 2 ||
             (t->known == b->known && t->columns > b->columns && b->known == 0))) {
            *best = &trials[i];
            tie = false;
        } else if (t->columns > 1 && t->known == b->known && t->columns == b->columns) {
            tie = true;
        }
    }
    if (tie)
        return aet_input_stop(in, stop, FAULT_DELIMITERS);
    if ((*best)->opened.columns < 2 && !choose_list(in, trials, n, best))
        return aet_input_stop(in, stop, FAULT_ONE_COLUMN);
    return true;
}

/* The heading line is checked as every record is: what is no text is refused with its place. */
static bool check_text(struct input *in, struct span text, struct stop *stop)
{
    struct stop found;

    aet_input_stop(in, &found, FAULT_NONE);
    if (aet_stop_unless_text(&found, text, in->layout->converted))
        return true;
    *stop = found;
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

/* The line on which a row of the opening begins. */
static uint64_t line_of(const struct input *in, const struct trial *t, size_t row)
{
    uint64_t line = in->line, column = in->column;

    aet_place_advance(aet_span(in->text.p, row ? t->ends[row - 1] : 0), &line, &column);
    return line;
}

/* No headings: a byte that is no text says more, and so does a quote after which no row is certain;
 * a heading that was seen below is told. */
static bool no_heading(struct input *in, const struct trial *trials, size_t n, enum fault fault,
                       struct stop *stop)
{
    for (size_t i = 0; i < n; i++) {
        const struct trial *t = &trials[i];
        size_t seen = t->opening.n ? t->ends[t->opening.n - 1] : 0;

        if (!check_text(in, aet_span(in->text.p, seen), stop))
            return false;
    }
    for (size_t i = 0; i < n; i++)
        if (trials[i].piece.fault) {
            aet_place_advance(aet_span(in->text.p, trials[i].piece.at), &in->line, &in->column);
            aet_input_stop(in, stop, trials[i].piece.fault);
            stop->sheet.row += stop->sheet.row ? trials[i].opening.n : 0;
            return false;
        }
    for (size_t i = 0; i < n; i++)
        if (trials[i].opened.other) {
            aet_input_stop(in, stop, FAULT_NO_HEADING);
            stop->other = line_of(in, &trials[i], trials[i].opened.other);
            return false;
        }
    return aet_input_stop(in, stop, fault);
}

static bool unsure(struct input *in, const struct trial *t, struct stop *stop)
{
    uint64_t line = line_of(in, t, t->opened.at);

    aet_input_stop(in, stop, FAULT_HEADING_UNSURE);
    stop->line = line;
    stop->sheet.row += stop->sheet.row ? t->opened.at : 0;
    stop->other = line_of(in, t, t->opened.other);
    return false;
}

/* The rows above the headings that are not blank. */
static void take_titles(struct input *in, const struct trial *t)
{
    struct layout *l = in->layout;

    l->titles = aet_arena_alloc(in->arena, (t->opened.at + 1) * sizeof *l->titles);
    for (size_t i = 0; i < t->opened.at; i++) {
        const struct opening_row *r = &t->opening.rows[i];
        size_t from = i ? t->ends[i - 1] : 0, c = 0;
        struct span raw = aet_span(in->text.p + from, t->ends[i] - from);

        while (c < r->n && !r->cells[c].n)
            c++;
        if (c == r->n)
            continue;
        l->titles[l->titles_n++] = (struct title){ .row = { .raw = aet_arena_copy(in->arena, raw),
                                                            .line = line_of(in, t, i),
                                                            .column = 1,
                                                            .row = in->row ? in->row + i : 0 },
                                                   .words = aet_arena_copy(in->arena,
                                                                           r->cells[c]) };
    }
}

static bool take_header(struct input *in, const struct trial *t, struct stop *stop)
{
    struct layout *l = in->layout;
    size_t at = t->opened.at, from = at ? t->ends[at - 1] : 0;
    size_t to = t->ends[at + t->opened.lines - 1];
    struct span line = aet_arena_copy(in->arena, aet_span(in->text.p + from, to - from));

    if (!check_text(in, aet_span(in->text.p, to), stop))
        return false;
    count_above(in, t->delimiter);
    take_titles(in, t);
    aet_input_drop(in, from);
    in->row += in->row ? at : 0;
    l->delimiter = t->delimiter;
    l->french = t->delimiter == ';';
    l->guarded = l->french || aet_is_rejects(t->opened.headings, t->opened.columns);
    l->header =
        (struct slice){ .raw = line, .line = in->line, .column = in->column, .row = in->row };
    l->crlf = line.n > 1 && line.p[line.n - 2] == '\r' && line.p[line.n - 1] == '\n';
    l->headings = t->opened.headings;
    l->columns = t->opened.columns;
    for (size_t i = 0; i < l->columns; i++)
        l->headings[i] = aet_cell_bare(l, l->headings[i]);
    l->joined = t->opened.lines > 1;
    aet_input_drop(in, to - from);
    in->row += in->row ? t->opened.lines : 0;
    return true;
}

/* The first rows under each delimiter, reading on while it takes more of them to tell. False when
 * the system refuses. */
static bool try_all(struct input *in, struct trial *trials, size_t n, struct arena *scratch,
                    struct stop *stop)
{
    for (;;) {
        bool more = false, settled = false;

        aet_arena_reset(scratch);
        for (size_t i = 0; i < n; i++) {
            const struct opened *o = &trials[i].opened;

            try_delimiter(in, &trials[i], scratch);
            more |= o->more;
            settled |= !o->more && !o->fault && !o->at && o->known > 1;
        }
        if (!more || settled || in->eof || in->text.n > HEADER_MAX)
            return true;
        if (!aet_input_read(in, stop))
            return false;
    }
}

/* Whether the first row is known headings for the most part, several of them. */
static bool opens_at_once(const struct opened *o)
{
    size_t filled = 0;

    if (o->fault || o->at || o->known < 2)
        return false;
    for (size_t i = 0; i < o->columns; i++)
        filled += o->headings[i].n > 0;
    return o->known * 2 > filled;
}

/* Under another delimiter the first row may be the headings as well as the row below that was
 * chosen. */
static bool doubted(const struct trial *trials, size_t n, struct trial *best)
{
    for (size_t i = 0; i < n && best->opened.at; i++)
        if (opens_at_once(&trials[i].opened)) {
            best->opened.other = 0;
            return true;
        }
    return false;
}

static bool find_header(struct input *in, struct trial *trials, size_t n, struct stop *stop)
{
    struct trial *best = &trials[0];

    if (n == 1 && best->cut != CUT_RECORD)
        return no_heading(in, trials, n, FAULT_QUOTE_OPEN, stop);
    if (n > 1 && !choose(in, trials, n, &best, stop))
        return stop->fault == FAULT_ONE_COLUMN ? no_heading(in, trials, n, FAULT_ONE_COLUMN, stop)
                                               : false;
    if (doubted(trials, n, best) || best->opened.fault == FAULT_HEADING_UNSURE)
        return unsure(in, best, stop);
    if (best->opened.fault)
        return no_heading(in, best, 1, best->opened.fault, stop);
    return take_header(in, best, stop);
}

bool aet_csv_header(struct input *in, char given, struct stop *stop)
{
    struct trial *trials = aet_calloc(CANDIDATES, sizeof *trials);
    struct arena scratch = { 0 };
    size_t n = given ? 1 : CANDIDATES, line;
    bool ok = aet_input_line(in, &line, stop) && check_text(in, aet_span(in->text.p, line), stop);

    for (size_t i = 0; i < n; i++)
        trials[i].delimiter = given ? given : candidates[i];
    ok = ok && try_all(in, trials, n, &scratch, stop) && find_header(in, trials, n, stop);
    aet_arena_free(&scratch);
    aet_free(trials);
    return ok;
}
