/* Cutting CSV and lines. The common record has no quote: three searches for a byte find its end.
 * A record with a quote is walked through the states of libcsv. */
#include "io/cut_csv.h"

enum { ROW_BEGIN, FIELD_BEGIN, FIELD, MAYBE_END };

/* Offset of the next `byte` at or after `pos`, or text.n. */
static size_t find(struct finder *f, char byte, struct span text, size_t pos)
{
    if (f->found && f->at >= pos)
        return f->at;

    size_t from = f->scanned > pos ? f->scanned : pos;
    const char *hit = from < text.n ? memchr(text.p + from, byte, text.n - from) : NULL;

    f->found = hit != NULL;
    f->at = hit ? (size_t)(hit - text.p) : text.n;
    f->scanned = hit ? f->at + 1 : text.n;
    return f->at;
}

static void consume(struct finder *f, size_t n)
{
    f->at = f->at > n ? f->at - n : 0;
    f->scanned = f->scanned > n ? f->scanned - n : 0;
    f->found = f->found && f->scanned > 0;
}

static enum cut record(struct csv_cutter *c, size_t end, struct piece *out)
{
    *out = (struct piece){ .end = end };
    consume(&c->lf, end);
    consume(&c->cr, end);
    consume(&c->quote, end);
    c->walked = c->slow;
    c->slow = c->quoted = c->blanks = c->bad = false;
    c->state = ROW_BEGIN;
    c->pos = 0;
    return CUT_RECORD;
}

/* The end of a line whose terminator stands at `at`; 0 when a CR may still be followed by its LF. */
static size_t line_end(struct span text, size_t at, bool eof)
{
    if (text.p[at] != '\r')
        return at + 1;
    if (at + 1 == text.n)
        return eof ? at + 1 : 0;
    return text.p[at + 1] == '\n' ? at + 2 : at + 1;
}

/* What a byte inside a cell does to the state. */
static void in_field(struct csv_cutter *c, char b)
{
    if (b == '"' && c->quoted)
        c->state = MAYBE_END;
    else if (b == c->delimiter && !c->quoted)
        c->state = FIELD_BEGIN;
    c->blanks = false;
}

static void at_begin(struct csv_cutter *c, char b, size_t at)
{
    if (b == c->delimiter) {
        c->state = FIELD_BEGIN;
    } else if (b != ' ' && b != '\t') {
        c->state = FIELD;
        c->quoted = b == '"';
        if (c->quoted)
            c->open_at = at;
    }
}

static void after_quote(struct csv_cutter *c, char b, size_t at)
{
    if (b == c->delimiter) {
        c->state = FIELD_BEGIN;
        c->blanks = false;
    } else if (b == ' ' || b == '\t') {
        c->blanks = true;
    } else if (b == '"' && !c->blanks) {
        c->state = FIELD;
    } else {
        if (!c->bad) {
            c->bad = true;
            c->bad_at = at;
            c->bad_end = 0;
        }
        c->state = b == '"' ? MAYBE_END : FIELD;
        c->blanks = false;
    }
}

/* A malformed quote has two readings: it is text of the cell, or the cell ended before it. Where
 * both end the record at the same line end, the next record is certain. */
static enum cut slow_end(struct csv_cutter *c, size_t end, struct piece *out)
{
    if (c->bad && c->bad_end != end) {
        *out = (struct piece){ .end = end, .fault = FAULT_QUOTE_LOST, .at = c->bad_at };
        return CUT_LOST;
    }
    return record(c, end, out);
}

static enum cut slow(struct csv_cutter *c, struct span text, bool eof, struct piece *out)
{
    for (; c->pos < text.n; c->pos++) {
        char b = text.p[c->pos];

        if (b == '\n' || b == '\r') {
            size_t end = line_end(text, c->pos, eof);

            if (!end)
                return CUT_MORE;
            if (c->bad && !c->bad_end)
                c->bad_end = end;
            if (!(c->state == FIELD && c->quoted))
                return slow_end(c, end, out);
        } else if (c->state == FIELD) {
            in_field(c, b);
        } else if (c->state == MAYBE_END) {
            after_quote(c, b, c->pos);
        } else {
            at_begin(c, b, c->pos);
        }
    }
    if (!eof)
        return CUT_MORE;
    if (c->state == FIELD && c->quoted) {
        *out = (struct piece){ .end = text.n, .fault = FAULT_QUOTE_OPEN, .at = c->open_at };
        if (c->bad) {
            out->fault = FAULT_QUOTE_LOST;
            out->at = c->bad_at;
        }
        return CUT_LOST;
    }
    if (c->bad && !c->bad_end)
        c->bad_end = text.n;
    return slow_end(c, text.n, out);
}

enum cut aet_cut_csv(struct csv_cutter *c, struct span text, bool eof, struct piece *out)
{
    if (text.n == 0)
        return eof ? CUT_END : CUT_MORE;
    if (!c->slow) {
        size_t lf = find(&c->lf, '\n', text, c->pos);
        size_t cr = find(&c->cr, '\r', text, c->pos);
        size_t at = lf < cr ? lf : cr;

        if (find(&c->quote, '"', text, c->pos) >= at) {
            size_t end = at < text.n ? line_end(text, at, eof) : eof ? text.n : 0;

            c->pos = at;
            return end ? record(c, end, out) : CUT_MORE;
        }
        c->slow = true;
        c->pos = 0;
    }
    return slow(c, text, eof, out);
}

enum cut aet_cut_line(struct csv_cutter *c, struct span text, bool eof, struct piece *out)
{
    if (text.n == 0)
        return eof ? CUT_END : CUT_MORE;

    size_t at = find(&c->lf, '\n', text, c->pos);

    c->pos = at;
    if (at < text.n)
        return record(c, at + 1, out);
    return eof ? record(c, text.n, out) : CUT_MORE;
}
