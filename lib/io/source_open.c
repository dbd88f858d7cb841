/* The beginning of a file: its format, its delimiter, its heading line. */
#include "io/source_open.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/utf8.h"

static const char candidates[] = { ',', ';', '\t', '|' };
enum { CANDIDATES = sizeof candidates, HEADER_MAX = 1 << 20, LOOK_BELOW = 10 };

bool aet_source_read(struct source *s, struct stop *stop)
{
    char *to = aet_buf_room(&s->text, SOURCE_READ);
    ssize_t n = aet_decoder_read(s->decoder, to, SOURCE_READ);

    if (n < 0) {
        *stop = (struct stop){ .fault = FAULT_READ, .file = s->layout->name, .error = errno };
        return false;
    }
    s->eof = n == 0;
    s->text.n += (size_t)n;
    s->bytes += (uint64_t)n;
    return true;
}

void aet_source_drop(struct source *s, size_t n)
{
    aet_place_advance(aet_span(s->text.p, n), &s->line, &s->column);
    memmove(s->text.p, s->text.p + n, s->text.n - n);
    s->text.n -= n;
}

static bool stopped(struct source *s, struct stop *stop, enum fault fault)
{
    *stop = (struct stop){ .fault = fault, .file = s->layout->name, .line = s->line,
                           .column = s->column };
    return false;
}

/* Read on until the text holds a whole line (or ends); returns its length with the line end. */
static bool first_line(struct source *s, size_t *n, struct stop *stop)
{
    for (;;) {
        struct span text = aet_buf_view(&s->text);
        const char *lf = memchr(text.p, '\n', text.n);
        const char *cr = memchr(text.p, '\r', text.n);

        if (!lf && cr && (cr + 1 < text.p + text.n || s->eof)) {
            *n = (size_t)(cr - text.p) + 1;
            return true;
        }
        if (lf) {
            *n = (size_t)(lf - text.p) + 1;
            if (cr && cr + 1 < lf)
                *n = (size_t)(cr - text.p) + 1;
            return true;
        }
        if (s->eof || text.n > SOURCE_CAP) {
            *n = text.n;
            return true;
        }
        if (!aet_source_read(s, stop))
            return false;
    }
}

/* Whether the text begins with a JSON object or array; leading blanks are looked over. */
static bool first_byte(struct source *s, char *byte, struct stop *stop)
{
    size_t i = 0;

    *byte = '\0';
    for (;;) {
        for (; i < s->text.n; i++) {
            char c = s->text.p[i];

            if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
                *byte = c;
                return true;
            }
        }
        if (s->eof)
            return true;
        if (!aet_source_read(s, stop))
            return false;
    }
}

/* One object on the first line means a line for each; an object over several lines does not. */
static bool is_ndjson(struct source *s, bool *yes, struct stop *stop)
{
    struct cutter values;
    struct piece piece;
    size_t line;

    while (s->text.n && (s->text.p[0] == '\n' || s->text.p[0] == '\r' || s->text.p[0] == ' '))
        aet_source_drop(s, 1);
    if (!first_line(s, &line, stop))
        return false;
    aet_cutter_json(&values, false);
    *yes = aet_cut(&values, aet_span(s->text.p, line), true, &piece) == CUT_RECORD;
    return true;
}

static bool detect(struct source *s, struct stop *stop)
{
    struct layout *l = s->layout;
    char byte;
    bool lines = false;

    if (!first_byte(s, &byte, stop))
        return false;
    l->format = s->options.format;
    if (l->format == FORMAT_AUTO) {
        if (byte == '[')
            l->format = FORMAT_JSON;
        else if (byte == '{')
            l->format = is_ndjson(s, &lines, stop) && lines ? FORMAT_NDJSON : FORMAT_JSON;
        else
            l->format = FORMAT_CSV;
    }
    l->array = l->format == FORMAT_JSON && byte == '[';
    return stop->fault == FAULT_NONE;
}

static bool skip_lines(struct source *s, struct stop *stop)
{
    size_t n;

    for (size_t i = 0; i < s->options.skip && (s->text.n || !s->eof); i++) {
        if (!first_line(s, &n, stop))
            return false;
        aet_source_drop(s, n);
    }
    return true;
}

/* `sep=;` alone on the first line: a hint for spreadsheets, and for us. */
static bool separator_line(struct source *s, char *delimiter, struct stop *stop)
{
    size_t n;

    if (!first_line(s, &n, stop))
        return false;

    struct span line = aet_span_trim(aet_span(s->text.p, n));

    if (line.n == 4 && n > 4 && s->text.p[4] == '\t')
        line.n = 5; /* trimmed with the blanks: sep=<tab> */
    if (line.n >= 2 && line.p[0] == '"' && line.p[line.n - 1] == '"')
        line = aet_span(line.p + 1, line.n - 2);
    if (line.n == 5 && aet_span_starts(line, AET_LIT("sep="))) {
        *delimiter = line.p[4];
        aet_source_drop(s, n);
    }
    return true;
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
    stop->hint = skip ? skip + s->options.skip : 0;
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
    *stop = (struct stop){ .fault = at < bad ? FAULT_NUL : FAULT_UTF8, .file = s->layout->name,
                           .line = s->line, .column = s->column };
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

/* No heading line: a quote that was left open under one of the delimiters says more than `fault`. */
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
static bool read_header(struct source *s, char given, struct stop *stop)
{
    struct trial trials[CANDIDATES], best;
    size_t n = given ? 1 : CANDIDATES, line;

    if (!first_line(s, &line, stop) || !check_text(s, aet_span(s->text.p, line), stop))
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

static bool drop_blank_lines(struct source *s, struct stop *stop)
{
    size_t n;

    for (;;) {
        if (s->text.n == 0 && s->eof)
            return true;
        if (!first_line(s, &n, stop))
            return false;
        if (n == 0 || aet_span_trim(aet_span(s->text.p, n)).n)
            return true;
        aet_source_drop(s, n);
    }
}

static bool begin_csv(struct source *s, struct stop *stop)
{
    char delimiter = s->options.delimiter;

    if (!skip_lines(s, stop) || !drop_blank_lines(s, stop))
        return false;
    if (s->text.n && !separator_line(s, &delimiter, stop))
        return false;
    if (!drop_blank_lines(s, stop))
        return false;
    if (s->text.n && !read_header(s, delimiter, stop))
        return false;
    aet_cutter_csv(&s->cutter, s->layout->delimiter);
    return true;
}

static bool begin(struct source *s, struct stop *stop)
{
    if (!detect(s, stop))
        return false;
    switch (s->layout->format) {
    case FORMAT_CSV:
        return begin_csv(s, stop);
    case FORMAT_NDJSON:
        aet_cutter_lines(&s->cutter);
        return true;
    default:
        aet_cutter_json(&s->cutter, s->layout->array);
        return true;
    }
}

static int open_input(struct source *s, const char *name)
{
    struct stat st;
    int fd = strcmp(name, "-") == 0 ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC);

    if (fd >= 0 && fstat(fd, &st) == 0) {
        if (S_ISREG(st.st_mode))
            s->total += (uint64_t)st.st_size;
        if (S_ISDIR(st.st_mode)) {
            close(fd);
            errno = EISDIR;
            return -1;
        }
    }
    return fd;
}

static struct layout *new_layout(struct source *s, const char *name)
{
    struct layout *l = aet_arena_alloc(&s->arena, sizeof *l);

    *l = (struct layout){ .name = name, .index = s->n };
    s->layouts = aet_grow(s->layouts, &s->layouts_cap, s->n, sizeof(struct layout *));
    s->layouts[s->n++] = l;
    return l;
}

enum source_status aet_source_open(struct source *s, struct stop *stop)
{
    size_t files = s->options.n ? s->options.n : 1;

    if (s->next_file == files)
        return SOURCE_END;

    const char *name = s->options.n ? s->options.files[s->next_file] : "-";

    s->next_file++;
    s->layout = new_layout(s, name);
    s->line = s->column = 1;
    s->eof = false;
    s->fresh = true;
    aet_buf_clear(&s->text);
    aet_buf_room(&s->text, SOURCE_READ);

    int fd = open_input(s, name);

    if (fd < 0) {
        *stop = (struct stop){ .fault = FAULT_READ, .file = name, .error = errno };
        return SOURCE_STOP;
    }
    *stop = (struct stop){ .file = name };
    s->decoder = aet_decoder_new(fd, s->options.encoding, &stop->fault);
    if (!s->decoder)
        return SOURCE_STOP;
    if (s->options.digest)
        aet_decoder_hash(s->decoder);
    return begin(s, stop) ? SOURCE_BLOCK : SOURCE_STOP;
}
