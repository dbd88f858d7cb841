/* Blocks of records out of files. */
#include "io/source_open.h"

void aet_place_advance(struct span text, uint64_t *line, uint64_t *column)
{
    size_t from = 0; /* where the last line of the text begins */
    bool ended = false;

    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];

        if (c != '\n' && c != '\r')
            continue;
        if (c == '\r' && i + 1 < text.n && text.p[i + 1] == '\n')
            i++;
        ++*line;
        from = i + 1;
        ended = true;
    }

    size_t characters = 0;

    for (size_t i = from; i < text.n; i++)
        characters += ((unsigned char)text.p[i] & 0xC0) != 0x80;
    *column = (ended ? 1 : *column) + characters;
}

bool aet_layout_same(const struct layout *a, const struct layout *b)
{
    if (a->format != b->format || a->array != b->array || a->columns != b->columns ||
        a->delimiter != b->delimiter)
        return false;
    for (size_t i = 0; i < a->columns; i++)
        if (!aet_span_eq(a->headings[i], b->headings[i]))
            return false;
    return true;
}

struct source *aet_source_new(const struct source_options *options)
{
    struct source *s = aet_calloc(1, sizeof *s);

    s->options = *options;
    return s;
}

static void close_file(struct source *s)
{
    aet_decoder_digest(s->decoder, s->layout->sha256);
    aet_decoder_free(s->decoder);
    s->decoder = NULL;
}

/* What is held becomes a record of the block. */
static void release(struct source *s, struct block *b, size_t *used)
{
    struct span raw = aet_span(b->memory + *used, s->held.n);

    if (!s->held.n)
        return;
    b->slices = aet_grow(b->slices, &b->slices_cap, b->n, sizeof *b->slices);
    b->slices[b->n++] = (struct slice){ raw, s->held.line, s->held.column, ++s->layout->records };
    *used += s->held.n;
    s->held.n = 0;
}

/* The line of a record mostly ends with it: then no character needs counting. */
static void advance(struct source *s, struct span raw)
{
    size_t n = raw.n;

    while (n && (raw.p[n - 1] == '\n' || raw.p[n - 1] == '\r'))
        n--;
    if (s->cutter.kind != CUTTER_JSON && raw.n - n && raw.n - n < 3 && !memchr(raw.p, '\n', n) &&
        !memchr(raw.p, '\r', n))
        s->line++;
    else
        aet_place_advance(raw, &s->line, &s->column);
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
    aet_place_advance(aet_span(text.p, piece->at), &s->line, &s->column);
    *stop = (struct stop){
        .fault = piece->fault, .file = s->layout->name, .line = s->line, .column = s->column
    };
    return SOURCE_STOP;
}

/* One piece: held until it is known that nothing joins it. Blank lines are passed over. */
static void take_piece(struct source *s, struct block *b, size_t *used, const struct piece *piece)
{
    bool rows = s->options.joins && s->layout->format == FORMAT_CSV;
    size_t from = *used + s->held.n;
    struct span raw = aet_span(b->memory + from + piece->start, piece->end - piece->start);

    if (is_blank_line(raw)) {
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
        s->held.line = s->line;
        s->held.column = s->column;
        s->held.n = raw.n;
    } else {
        s->held.n += piece->end;
    }
    if (!rows)
        release(s, b, used);
}

/* Cut what is in the block's memory; `*used` bytes of it are consumed. */
static enum cut cut_block(struct source *s, struct block *b, size_t *used, struct piece *piece)
{
    bool json = s->cutter.kind == CUTTER_JSON;

    for (;;) {
        size_t from = *used + s->held.n;
        struct span text = aet_span(b->memory + from, b->len - from);
        enum cut c = aet_cut(&s->cutter, text, s->eof, piece);

        if (c != CUT_RECORD) {
            if (c != CUT_MORE)
                release(s, b, used);
            return c;
        }
        if (json)
            aet_place_advance(aet_span(text.p, piece->start), &s->line, &s->column);
        take_piece(s, b, used, piece);
        advance(s, aet_span(text.p + piece->start, piece->end - piece->start));
    }
}

/* Take over what was left, and read until the block holds a record, an end or a fault. */
static enum source_status fill(struct source *s, struct block *b, struct stop *stop)
{
    struct buf swap = { b->memory, 0, b->cap };
    size_t used = 0;
    struct piece piece;

    aet_buf_room(&s->text, 1); /* a place to point to, be it empty */
    b->memory = s->text.p;
    b->len = s->text.n;
    b->cap = s->text.cap;
    s->text = swap;
    b->layout = s->layout;
    for (;;) {
        enum cut c = cut_block(s, b, &used, &piece);

        if (b->n || c == CUT_END) {
            aet_buf_add(&s->text, b->memory + used, b->len - used);
            return c == CUT_END ? SOURCE_END : SOURCE_BLOCK;
        }
        if (c == CUT_LOST)
            return cut_stop(s, aet_span(b->memory + used, b->len - used), &piece, stop);
        if (b->len - used > SOURCE_CAP) {
            piece = (struct piece){ .fault = FAULT_TOO_LONG,
                                    .at = s->held.n ? 0 : aet_cut_open_at(&s->cutter) };
            return cut_stop(s, aet_span(b->memory + used, b->len - used), &piece, stop);
        }

        struct buf grown = { b->memory, b->len, b->cap };

        swap = s->text;
        s->text = grown;

        bool ok = aet_source_read(s, stop);

        b->memory = s->text.p;
        b->len = s->text.n;
        b->cap = s->text.cap;
        s->text = swap;
        if (!ok)
            return SOURCE_STOP;
    }
}

enum source_status aet_source_next(struct source *s, struct block *b, struct stop *stop)
{
    b->n = 0;
    *stop = (struct stop){ 0 };
    for (;;) {
        if (!s->decoder) {
            enum source_status opened = aet_source_open(s, stop);

            if (opened != SOURCE_BLOCK)
                return opened;
        }

        bool fresh = s->fresh;
        enum source_status st = fill(s, b, stop);

        s->fresh = false;
        if (st == SOURCE_STOP)
            return st;
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
    return s->bytes;
}

uint64_t aet_source_total(const struct source *s)
{
    return s->total;
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
    aet_decoder_free(s->decoder);
    aet_buf_free(&s->text);
    aet_free(s->layouts);
    aet_arena_free(&s->arena);
    aet_free(s);
}
