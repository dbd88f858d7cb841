/* Files one after the other, opened and cut into blocks of records. */
#include "format/source.h"

#include <errno.h>

#include "base/os/os.h"
#include "format/formats.h"
#include "format/sheet_place.h"

/* What reads on from file to file: the options, the file that is open with its decoder and cutter,
 * and where in it the next record begins. */
struct source {
    struct source_options options;
    struct layout **layouts;
    size_t n, layouts_cap;
    size_t next_file;
    struct arena arena;
    uint64_t total;
    /* of the file being read: */
    struct input in; /* in.text: what the last block left over */
    struct layout *layout;
    struct cutter cutter;
    bool fresh;
    struct {
        size_t n; /* bytes of rows that were cut and may be joined by the next one */
        uint64_t line, column, row;
        bool below_blank;
    } held;
    bool blank;  /* the last line was */
    bool packed; /* a file was packed, or a workbook: its size tells nothing of its text */
};

struct source *aet_source_new(const struct source_options *options)
{
    struct source *s = aet_calloc(1, sizeof *s);

    s->options = *options;
    s->in.said = options->headings;
    s->in.arena = &s->arena;
    return s;
}

static int open_input(struct source *s, const char *name)
{
    struct os_file f;
    int fd = strcmp(name, "-") == 0 ? OS_STDIN : aet_os_open(name, OS_READ);
    int error;

    if (fd < 0)
        return -1;
    error = !aet_os_look_at(fd, &f) ? errno : f.kind == OS_FOLDER ? EISDIR : 0;
    if (error) {
        if (fd != OS_STDIN)
            (void)aet_os_close(fd);
        errno = error;
        return -1;
    }
    if (f.kind == OS_FILE)
        s->total += f.size;
    return fd;
}

/* Whether the file that stands open is still what it was, where it is read again. */
static bool is_same(struct source *s, struct stop *stop)
{
    if (!s->options.again ||
        aet_again_same(s->options.again, s->layout->index, aet_decoder_fd(s->in.decoder)))
        return true;
    *stop = (struct stop){ .fault = errno ? FAULT_READ : FAULT_CHANGED,
                           .file = s->layout->name,
                           .error = errno };
    return false;
}

static bool begin(struct source *s, struct stop *stop)
{
    const struct format *f = aet_format_find(&s->in, s->options.format, stop);

    s->layout->format = f;
    s->packed |= s->in.book || aet_decoder_packed(s->in.decoder);
    return f && f->begin(&s->in, &s->cutter, stop);
}

static struct layout *new_layout(struct source *s, const char *name)
{
    struct layout *l = aet_arena_alloc(&s->arena, sizeof *l);

    *l = (struct layout){ .name = name, .index = s->n };
    s->layouts = aet_grow(s->layouts, &s->layouts_cap, s->n, sizeof(struct layout *));
    s->layouts[s->n++] = l;
    return l;
}

static enum source_status open_next(struct source *s, struct stop *stop)
{
    size_t files = s->options.n ? s->options.n : 1;

    if (s->next_file == files)
        return SOURCE_END;

    const char *name = s->options.n ? s->options.files[s->next_file] : "-";

    s->next_file++;
    s->layout = new_layout(s, name);
    s->held.n = 0;
    s->blank = false;
    s->fresh = true;
    s->in.layout = s->layout;
    s->in.line = s->in.column = 1;
    s->in.row = 0;
    s->in.eof = false;
    aet_buf_clear(&s->in.text);
    aet_buf_clear(&s->in.above);
    aet_buf_room(&s->in.text, INPUT_READ);

    int fd = open_input(s, name);

    if (fd < 0) {
        *stop = (struct stop){ .fault = FAULT_READ, .file = name, .error = errno };
        return SOURCE_STOP;
    }
    *stop = (struct stop){ .file = name };
    s->in.decoder = aet_decoder_new(fd, s->options.encoding, &stop->fault);
    if (!s->in.decoder) {
        stop->error = errno;
        return SOURCE_STOP;
    }
    if (s->options.digest)
        aet_decoder_hash(s->in.decoder);
    return is_same(s, stop) && begin(s, stop) ? SOURCE_BLOCK : SOURCE_STOP;
}

static void close_file(struct source *s)
{
    aet_workbook_free(s->in.book);
    s->in.book = NULL;
    aet_decoder_digest(s->in.decoder, s->layout->sha256);
    aet_decoder_free(s->in.decoder);
    s->in.decoder = NULL;
}

/* What is held becomes a record of the block. */
static void release(struct source *s, struct block *b, size_t *used)
{
    struct span raw = aet_span(b->memory + *used, s->held.n);

    if (!s->held.n)
        return;
    b->slices = aet_grow(b->slices, &b->slices_cap, b->n, sizeof *b->slices);
    b->slices[b->n++] = (struct slice){ .raw = raw,
                                        .line = s->held.line,
                                        .column = s->held.column,
                                        .number = ++s->layout->records,
                                        .row = s->held.row,
                                        .below_blank = s->held.below_blank };
    *used += s->held.n;
    s->held.n = 0;
}

/* The line of a record mostly ends with it: then no character needs counting. */
static void advance(struct source *s, struct span raw, bool one_line)
{
    if (!one_line)
        aet_place_advance(raw, &s->in.line, &s->in.column);
    else
        s->in.line++, s->in.column = 1;
}

/* Nothing but its end. A line of JSON may begin with a lone CR and still hold a record. */
static bool is_blank_line(struct span raw)
{
    while (raw.n && (raw.p[0] == '\n' || raw.p[0] == '\r'))
        raw = aet_span_from(raw, 1);
    return raw.n == 0;
}

static enum source_status cut_stop(struct source *s, struct span text, const struct piece *piece,
                                   struct stop *stop)
{
    const struct slice lost = { .raw = text, .row = s->in.row };

    aet_place_advance(aet_span(text.p, piece->at), &s->in.line, &s->in.column);
    *stop = (struct stop){ .fault = piece->fault,
                           .file = s->layout->name,
                           .line = s->in.line,
                           .column = s->in.column,
                           .sheet = aet_sheet_at(s->layout, &lost, piece->at) };
    return SOURCE_STOP;
}

/* One piece: held until it is known that nothing joins it. Blank lines are passed over. */
static void take_piece(struct source *s, struct block *b, size_t *used, const struct piece *piece)
{
    bool rows = s->options.joins && aet_has_cells(s->layout);
    size_t from = *used + s->held.n;
    struct span raw = aet_span(b->memory + from + piece->start, piece->end - piece->start);

    if (is_blank_line(raw)) {
        s->blank = true;
        if (s->held.n)
            s->held.n += piece->end;
        else
            *used += piece->end;
        return;
    }
    if (rows && !s->options.joins(s->options.join_context, s->layout, raw))
        release(s, b, used);
    if (!s->held.n) {
        *used += piece->start;
        s->held.line = s->in.line;
        s->held.column = s->in.column;
        s->held.row = s->in.row;
        s->held.below_blank = s->blank;
        s->held.n = raw.n;
    } else {
        s->held.n += piece->end;
    }
    s->blank = false;
    if (!rows)
        release(s, b, used);
}

/* Cut what is in the block's memory; `*used` bytes of it are consumed. */
static enum cut cut_block(struct source *s, struct block *b, size_t *used, struct piece *piece)
{
    for (;;) {
        size_t from = *used + s->held.n;
        struct span text = aet_span(b->memory + from, b->len - from);
        enum cut c = aet_cut(&s->cutter, text, s->in.eof, piece);

        if (c != CUT_RECORD) {
            if (c != CUT_MORE)
                release(s, b, used);
            return c;
        }
        if (piece->start)
            aet_place_advance(aet_span(text.p, piece->start), &s->in.line, &s->in.column);
        take_piece(s, b, used, piece);
        advance(s, aet_span(text.p + piece->start, piece->end - piece->start), piece->one_line);
        s->in.row += s->in.row != 0;
    }
}

/* Take over what was left, and read until the block holds a record, an end or a fault. */
static enum source_status fill(struct source *s, struct block *b, struct stop *stop)
{
    struct buf swap = { b->memory, 0, b->cap };
    size_t used = 0;
    struct piece piece;

    aet_buf_room(&s->in.text, 1); /* a place to point to, be it empty */
    b->memory = s->in.text.p;
    b->len = s->in.text.n;
    b->cap = s->in.text.cap;
    s->in.text = swap;
    b->layout = s->layout;
    for (;;) {
        enum cut c = cut_block(s, b, &used, &piece);

        if (b->n || c == CUT_END) {
            aet_buf_add(&s->in.text, b->memory + used, b->len - used);
            return c == CUT_END ? SOURCE_END : SOURCE_BLOCK;
        }
        if (c == CUT_LOST)
            return cut_stop(s, aet_span(b->memory + used, b->len - used), &piece, stop);
        if (b->len - used > INPUT_CAP) {
            piece = (struct piece){ .fault = FAULT_TOO_LONG,
                                    .at = s->held.n ? 0 : aet_cut_open_at(&s->cutter) };
            return cut_stop(s, aet_span(b->memory + used, b->len - used), &piece, stop);
        }

        struct buf grown = { b->memory, b->len, b->cap };

        swap = s->in.text;
        s->in.text = grown;

        bool ok = aet_input_read(&s->in, stop);

        b->memory = s->in.text.p;
        b->len = s->in.text.n;
        b->cap = s->in.text.cap;
        s->in.text = swap;
        if (!ok)
            return SOURCE_STOP;
    }
}

enum source_status aet_source_next(struct source *s, struct block *b, struct stop *stop)
{
    b->n = 0;
    *stop = (struct stop){ 0 };
    for (;;) {
        if (!s->in.decoder) {
            enum source_status opened = open_next(s, stop);

            if (opened != SOURCE_BLOCK)
                return opened;
        }

        bool fresh = s->fresh;
        enum source_status st = fill(s, b, stop);

        s->fresh = false;
        if (st == SOURCE_STOP)
            return st;
        if (st == SOURCE_END && !is_same(s, stop))
            return SOURCE_STOP;
        if (st == SOURCE_END)
            close_file(s);
        if (b->n || fresh)
            return SOURCE_BLOCK;
    }
}

const struct layout *const *aet_source_layouts(const struct source *s, size_t *n)
{
    *n = s->n;
    return (const struct layout *const *)s->layouts;
}

uint64_t aet_source_bytes(const struct source *s)
{
    return s->in.bytes;
}

uint64_t aet_source_total(const struct source *s)
{
    return s->packed ? 0 : s->total;
}

void aet_block_free(struct block *b)
{
    aet_free(b->memory);
    aet_free(b->slices);
    *b = (struct block){ 0 };
}

void aet_source_free(struct source *s)
{
    if (!s)
        return;
    aet_workbook_free(s->in.book);
    aet_decoder_free(s->in.decoder);
    aet_buf_free(&s->in.text);
    aet_buf_free(&s->in.above);
    aet_free(s->layouts);
    aet_arena_free(&s->arena);
    aet_free(s);
}
