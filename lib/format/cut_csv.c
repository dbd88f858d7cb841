/* Cutting CSV and lines. The common record has no quote: three searches for a byte find its end.
 * A record with a quote goes through the states of libcsv, in leaps from quote to quote.
 * Files that were joined (`cat a.csv b.csv`) leave a byte order mark before a record: it is no part
 * of it, and a quote behind it opens a cell. */
#include "format/cut_csv.h"

#include <stdint.h>

enum { OUTSIDE, INSIDE, AFTER }; /* of quotes; after one that may have closed */
enum { MARK = 3 };               /* bytes of a byte order mark */

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

/* The record ends at `end`; its line end stands at c->pos, if it has one. */
static enum cut record(struct csv_cutter *c, size_t end, struct piece *out)
{
    *out = (struct piece){ .start = c->mark ? MARK : 0, .end = end, .one_line = c->line == c->pos };
    consume(&c->lf, end);
    consume(&c->cr, end);
    consume(&c->quote, end);
    c->slow = c->mark = c->blanks = c->bad = false;
    c->state = OUTSIDE;
    c->pos = c->stretch = 0;
    return CUT_RECORD;
}

/* The end of a line whose terminator stands at `at`; 0 when a CR may still be followed by its LF.
 */
static size_t line_end(struct span text, size_t at, bool eof)
{
    if (text.p[at] != '\r')
        return at + 1;
    if (at + 1 == text.n)
        return eof ? at + 1 : 0;
    return text.p[at + 1] == '\n' ? at + 2 : at + 1;
}

/* Whether a quote met outside of quoted cells begins one: only blanks stand between it and the
 * delimiter, or the beginning of the stretch, before it. */
static bool opens_cell(const struct csv_cutter *c, struct span text, size_t at)
{
    while (at > c->stretch) {
        char b = text.p[--at];

        if (b == c->delimiter)
            return true;
        if (b != ' ' && b != '\t')
            return false;
    }
    return true;
}

/* A byte after what may be the closing quote. */
static void after_quote(struct csv_cutter *c, char b, size_t at)
{
    if (b == c->delimiter) {
        c->state = OUTSIDE;
        c->stretch = at + 1;
        c->blanks = false;
    } else if (b == ' ' || b == '\t') {
        c->blanks = true;
    } else if (b == '"' && !c->blanks) {
        c->state = INSIDE;
    } else {
        if (!c->bad)
            c->bad_at = at;
        c->bad = true;
        c->state = b == '"' ? AFTER : INSIDE;
        c->blanks = false;
    }
}

/* The end of the first line that ends at or after `at`. */
static size_t first_end(struct span text, size_t at, size_t last)
{
    while (at < last && text.p[at] != '\n' && text.p[at] != '\r')
        at++;
    return at < last ? line_end(text, at, true) : last;
}

/* A malformed quote has two readings: it is text of the cell, or the cell ended before it. Where
 * both end the record at the same line end, the next record is certain. */
static enum cut slow_end(struct csv_cutter *c, struct span text, size_t end, struct piece *out)
{
    if (c->bad && first_end(text, c->bad_at, end) != end) {
        *out = (struct piece){ .end = end, .fault = FAULT_QUOTE_LOST, .at = c->bad_at };
        return CUT_LOST;
    }
    return record(c, end, out);
}

/* Outside of quotes: on to the next quote or line end. CUT_RECORD: `*end` is the record's. */
static enum cut outside(struct csv_cutter *c, struct span text, bool eof, size_t *end)
{
    size_t lf = find(&c->lf, '\n', text, c->pos);
    size_t cr = find(&c->cr, '\r', text, c->pos);
    size_t quote = find(&c->quote, '"', text, c->pos);
    size_t at = lf < cr ? lf : cr;

    if (quote < at) {
        c->pos = quote + 1;
        if (opens_cell(c, text, quote)) {
            c->state = INSIDE;
            c->open_at = quote;
        }
        return CUT_MORE;
    }
    c->pos = at;
    *end = at < text.n ? line_end(text, at, eof) : eof ? text.n : 0;
    return *end ? CUT_RECORD : CUT_END;
}

static enum cut at_eof(struct csv_cutter *c, struct span text, struct piece *out)
{
    if (c->state == INSIDE) {
        *out = (struct piece){ .end = text.n,
                               .fault = c->bad ? FAULT_QUOTE_LOST : FAULT_QUOTE_OPEN,
                               .at = c->bad ? c->bad_at : c->open_at };
        return CUT_LOST;
    }
    return slow_end(c, text, text.n, out);
}

/* A record that holds a quote: through the states of libcsv, in leaps. */
static enum cut slow(struct csv_cutter *c, struct span text, bool eof, struct piece *out)
{
    size_t end = 0;

    for (;;) {
        if (c->state == OUTSIDE) {
            enum cut r = outside(c, text, eof, &end);

            if (r == CUT_RECORD)
                return slow_end(c, text, end, out);
            if (r == CUT_END)
                return CUT_MORE;
        } else if (c->pos == text.n) {
            return eof ? at_eof(c, text, out) : CUT_MORE;
        } else if (c->state == INSIDE) {
            size_t quote = find(&c->quote, '"', text, c->pos);

            c->pos = quote < text.n ? quote + 1 : text.n;
            c->state = quote < text.n ? AFTER : INSIDE;
        } else {
            char b = text.p[c->pos];

            if (b == '\n' || b == '\r') {
                end = line_end(text, c->pos, eof);
                return end ? slow_end(c, text, end, out) : CUT_MORE;
            }
            after_quote(c, b, c->pos++);
        }
    }
}

/* Step over a mark at the beginning of a record. False: more text is needed to know. */
static bool pass_mark(struct csv_cutter *c, struct span text, bool eof)
{
    static const char mark[] = "\xEF\xBB\xBF";
    size_t n = text.n < MARK ? text.n : MARK;

    if (c->pos || text.p[0] != mark[0] || memcmp(text.p, mark, n) != 0)
        return true;
    if (n < MARK)
        return eof;
    c->mark = true;
    c->pos = c->stretch = MARK;
    return true;
}

static enum cut cut_csv(struct csv_cutter *c, struct span text, bool eof, struct piece *out)
{
    if (text.n == 0)
        return eof ? CUT_END : CUT_MORE;
    if (!pass_mark(c, text, eof))
        return CUT_MORE;
    if (!c->slow) {
        size_t lf = find(&c->lf, '\n', text, c->pos);
        size_t cr = find(&c->cr, '\r', text, c->pos);
        size_t at = lf < cr ? lf : cr;

        c->line = at < text.n ? at : SIZE_MAX;
        if (find(&c->quote, '"', text, c->pos) >= at) {
            size_t end = at < text.n ? line_end(text, at, eof) : eof ? text.n : 0;

            c->pos = at;
            return end ? record(c, end, out) : CUT_MORE;
        }
        c->slow = true;
    }
    return slow(c, text, eof, out);
}

static enum cut cut_line(struct csv_cutter *c, struct span text, bool eof, struct piece *out)
{
    if (text.n == 0)
        return eof ? CUT_END : CUT_MORE;

    size_t at = find(&c->lf, '\n', text, c->pos);

    c->pos = at;
    c->line = at < text.n && find(&c->cr, '\r', text, 0) + 1 >= at ? at : SIZE_MAX;
    if (at < text.n)
        return record(c, at + 1, out);
    return eof ? record(c, text.n, out) : CUT_MORE;
}

static enum cut next_row(struct cutter *c, struct span text, bool eof, struct piece *out)
{
    return cut_csv(&c->csv, text, eof, out);
}

static enum cut next_line(struct cutter *c, struct span text, bool eof, struct piece *out)
{
    return cut_line(&c->csv, text, eof, out);
}

static size_t open_at(const struct cutter *c)
{
    return c->csv.slow && c->csv.state ? c->csv.open_at : 0;
}

void aet_cutter_csv(struct cutter *c, char delimiter)
{
    *c = (struct cutter){ .next = next_row, .open_at = open_at, .csv = { .delimiter = delimiter } };
}

void aet_cutter_lines(struct cutter *c)
{
    *c = (struct cutter){ .next = next_line, .open_at = open_at };
}
