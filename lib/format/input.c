/* Text as it comes from one file. */
#include "format/input.h"

#include <errno.h>

#include "base/utf8.h"

/* What a workbook tells of itself as it is read. */
static void take_notes(struct input *in)
{
    struct book_notes *kept = in->layout->book, before = *kept;

    *kept = *aet_workbook_notes(in->book);
    kept->sheet = before.sheet;
    kept->others = before.others;
}

bool aet_input_read(struct input *in, struct stop *stop)
{
    char *to = aet_buf_room(&in->text, INPUT_READ);
    enum fault fault = FAULT_READ;
    ssize_t n = in->book ? aet_workbook_read(in->book, to, INPUT_READ, &fault)
                         : aet_decoder_read(in->decoder, to, INPUT_READ);

    if (n < 0 && in->book) { /* where is not known: the sheet is read ahead of its text */
        *stop = (struct stop){ .fault = fault, .file = in->layout->name, .error = errno };
        return false;
    }
    if (n < 0)
        return aet_input_stop(in, stop, aet_decoder_fault(in->decoder));
    in->eof = n == 0;
    if (in->book)
        take_notes(in);
    else
        in->layout->converted = aet_decoder_converts(in->decoder);
    in->text.n += (size_t)n;
    in->bytes += (uint64_t)n;
    return true;
}

void aet_input_drop(struct input *in, size_t n)
{
    aet_place_advance(aet_span(in->text.p, n), &in->line, &in->column);
    memmove(in->text.p, in->text.p + n, in->text.n - n);
    in->text.n -= n;
}

/* A cell that holds a line end has quotes, but which quotes are some the delimiter tells, and that
 * is known later: see csv_header.c. */
void aet_input_drop_line(struct input *in, size_t n)
{
    if (in->above.n || memchr(in->text.p, '"', n))
        aet_buf_add(&in->above, in->text.p, n);
    else
        in->row++;
    aet_input_drop(in, n);
}

bool aet_input_line(struct input *in, size_t *n, struct stop *stop)
{
    for (;;) {
        struct span text = aet_buf_view(&in->text);
        const char *lf = memchr(text.p, '\n', text.n);
        const char *cr = memchr(text.p, '\r', text.n);

        if (!lf && cr && (cr + 1 < text.p + text.n || in->eof)) {
            *n = (size_t)(cr - text.p) + 1;
            return true;
        }
        if (lf) {
            *n = (size_t)(lf - text.p) + 1;
            if (cr && cr + 1 < lf)
                *n = (size_t)(cr - text.p) + 1;
            return true;
        }
        if (in->eof || text.n > INPUT_CAP) {
            *n = text.n;
            return true;
        }
        if (!aet_input_read(in, stop))
            return false;
    }
}

bool aet_input_first(struct input *in, char *byte, struct stop *stop)
{
    size_t i = 0;

    *byte = '\0';
    for (;;) {
        for (; i < in->text.n; i++) {
            char c = in->text.p[i];

            if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
                *byte = c;
                return true;
            }
        }
        if (in->eof)
            return true;
        if (!aet_input_read(in, stop))
            return false;
    }
}

bool aet_input_stop(const struct input *in, struct stop *stop, enum fault fault)
{
    *stop = (struct stop){ .fault = fault,
                           .file = in->layout->name,
                           .line = in->line,
                           .column = in->column,
                           .sheet.row = in->above.n ? 0 : in->row,
                           .error = errno };
    if (in->layout->book)
        stop->sheet.sheet = in->layout->book->sheet;
    return false;
}

bool aet_stop_unless_text(struct stop *stop, struct span text, bool converted)
{
    const char *nul = text.p ? memchr(text.p, '\0', text.n) : NULL;
    size_t bad = aet_utf8_bad(text);
    size_t at = nul && (size_t)(nul - text.p) < bad ? (size_t)(nul - text.p) : bad;

    if (at == text.n)
        return true;
    stop->fault = at < bad ? FAULT_NUL : converted ? FAULT_CONVERTED : FAULT_UTF8;
    if (at == bad)
        stop->byte = (char)aet_decode_bad_byte(text, at, converted);
    aet_place_advance(aet_span(text.p, at), &stop->line, &stop->column);
    return false;
}
