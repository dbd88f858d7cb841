/* The beginning of a file: opening it, its format, what stands above its heading line. */
#include "io/source_open.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/utf8.h"

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

/* Read on until the text holds a whole line (or ends); returns its length with the line end. */
bool aet_source_line(struct source *s, size_t *n, struct stop *stop)
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
    if (!aet_source_line(s, &line, stop))
        return false;
    aet_cutter_json(&values, false);
    *yes = aet_cut(&values, aet_span(s->text.p, line), true, &piece) == CUT_RECORD;
    return true;
}

/* People hand over the workbook itself: both kinds begin with a signature that no text does. */
static bool no_workbook(struct source *s, struct stop *stop)
{
    static const struct span signatures[] = { { "PK\x03\x04", 4 }, { "\xD0\xCF\x11\xE0", 4 } };

    while (s->text.n < 4 && !s->eof)
        if (!aet_source_read(s, stop))
            return false;
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
        if (aet_span_starts(aet_buf_view(&s->text), signatures[i])) {
            stop->fault = FAULT_WORKBOOK;
            stop->line = stop->column = 1;
            return false;
        }
    return true;
}

static bool detect(struct source *s, struct stop *stop)
{
    struct layout *l = s->layout;
    char byte;
    bool lines = false;

    if (!no_workbook(s, stop) || !first_byte(s, &byte, stop))
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
        if (!aet_source_line(s, &n, stop))
            return false;
        aet_source_drop(s, n);
    }
    return true;
}

/* `sep=;` alone on the first line: a hint for spreadsheets, and for us. */
static bool separator_line(struct source *s, char *delimiter, struct stop *stop)
{
    size_t n;

    if (!aet_source_line(s, &n, stop))
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

/* A row of empty cells, as spreadsheets leave them above a table: nothing but delimiters and pairs
 * of quotes. */
static bool is_blank_row(const struct source *s, struct span line)
{
    static const char delimiters[] = ",;\t|";

    for (size_t i = 0; i < line.n; i++) {
        char c = line.p[i];

        if (c == '"' && i + 1 < line.n && line.p[i + 1] == '"')
            i++;
        else if (!strchr(delimiters, c) && c != s->options.delimiter && c != ' ')
            return false;
        else if (!c)
            return false; /* a NUL is no delimiter, though strchr finds it */
    }
    return true;
}

static bool drop_blank_lines(struct source *s, struct stop *stop)
{
    size_t n;

    for (;;) {
        if (s->text.n == 0 && s->eof)
            return true;
        if (!aet_source_line(s, &n, stop))
            return false;
        if (n == 0 || !is_blank_row(s, aet_span_trim(aet_span(s->text.p, n))))
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
    if (s->text.n && !aet_source_header(s, delimiter, stop))
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
    s->held.n = 0;
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
