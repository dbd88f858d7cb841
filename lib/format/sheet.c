/* A CSV writer that settles its columns late. */
#include "format/sheet.h"

#include "base/number.h"
#include "format/csv_row.h"
#include "format/layout.h"

enum { HOLD_ROWS = 1000, HOLD_BYTES = 8 << 20 };

struct sheet {
    struct sheet_form form;
    struct arena arena;
    struct span *names;
    struct span *cells; /* of the row being written */
    bool *numbers;
    bool *idle; /* declared in case, and not met yet */
    size_t n, cap;
    bool settled;
    struct buf held; /* rows, each behind its length */
    size_t held_rows;
};

struct sheet *aet_sheet_new(struct sheet_form form)
{
    struct sheet *s = aet_calloc(1, sizeof *s);

    s->form = form;
    return s;
}

void aet_sheet_free(struct sheet *s)
{
    if (!s)
        return;
    aet_free(s->names);
    aet_free(s->cells);
    aet_free(s->numbers);
    aet_free(s->idle);
    aet_buf_free(&s->held);
    aet_arena_free(&s->arena);
    aet_free(s);
}

static size_t find(const struct sheet *s, struct span name, size_t from)
{
    for (size_t i = 0; i < s->n; i++) {
        size_t k = (from + i) % s->n; /* keys mostly come in the order of the columns */

        if (aet_span_eq(s->names[k], name))
            return k;
    }
    return s->n;
}

static void declare(struct sheet *s, struct span name, bool idle)
{
    size_t at = find(s, name, 0);

    if (at < s->n) {
        s->idle[at] &= idle;
        return;
    }
    if (s->n == s->cap) {
        s->cap = s->cap ? s->cap * 2 : 32;
        s->names = aet_reallocarray(s->names, s->cap, sizeof *s->names);
        s->cells = aet_reallocarray(s->cells, s->cap, sizeof *s->cells);
        s->numbers = aet_reallocarray(s->numbers, s->cap, sizeof *s->numbers);
        s->idle = aet_reallocarray(s->idle, s->cap, sizeof *s->idle);
    }
    s->idle[s->n] = idle;
    s->names[s->n++] = aet_arena_copy(&s->arena, name);
}

void aet_sheet_column(struct sheet *s, struct span name)
{
    declare(s, name, false);
}

void aet_sheet_maybe(struct sheet *s, struct span name)
{
    declare(s, name, true);
}

static void put_size(struct buf *b, size_t n)
{
    uint64_t v = n;

    aet_buf_add(b, &v, sizeof v);
}

static size_t take_size(struct span *s)
{
    uint64_t v;

    memcpy(&v, s->p, sizeof v);
    *s = aet_span_from(*s, sizeof v);
    return (size_t)v;
}

static struct span take_text(struct span *s)
{
    size_t n = take_size(s);
    struct span t = aet_span(s->p, n);

    *s = aet_span_from(*s, n);
    return t;
}

size_t aet_sheet_frame(struct buf *rows)
{
    put_size(rows, 0);
    return rows->n;
}

void aet_sheet_framed(struct buf *rows, size_t frame)
{
    uint64_t v = rows->n - frame;

    memcpy(rows->p + frame - sizeof v, &v, sizeof v);
}

struct span aet_sheet_next(struct span *rows)
{
    return take_text(rows);
}

void aet_sheet_cell(struct buf *row, struct span name, struct span text, bool number)
{
    put_size(row, name.n);
    aet_buf_span(row, name);
    aet_buf_char(row, number);
    put_size(row, text.n);
    aet_buf_span(row, text);
}

static struct span take_cell(struct span *row, struct span *name, bool *number)
{
    *name = take_text(row);
    *number = row->p[0] != 0;
    *row = aet_span_from(*row, 1);
    return take_text(row);
}

/* `1.234` would be refused as ambiguous when it is read back: a zero behind it says what it is. */
void aet_sheet_number(struct buf *out, struct span digits, char delimiter)
{
    struct buf again = { 0 };
    bool comma = delimiter == ';';

    for (size_t i = 0; i < digits.n; i++)
        aet_buf_char(out, comma && digits.p[i] == '.' ? ',' : digits.p[i]);
    if (!comma && aet_number_read(digits, (struct number_form){ 0 }, &again) == NUMBER_AMBIGUOUS)
        aet_buf_char(out, '0');
    aet_buf_free(&again);
}

static void number_cell(struct buf *out, struct span text, char delimiter)
{
    struct buf cell = { 0 };

    aet_sheet_number(&cell, text, delimiter);
    aet_csv_cell(out, aet_buf_view(&cell), delimiter);
    aet_buf_free(&cell);
}

static bool needs_guard(struct span text, struct sheet_form form)
{
    if (text.n && text.p[0] == '\'')
        return (form.delimiter == ';' || form.guarded) && aet_is_guarded(text);
    return (form.excel || form.guarded) && aet_is_formula(text);
}

void aet_sheet_guarded(struct buf *out, struct span text, bool number, struct sheet_form form)
{
    if (number) {
        number_cell(out, text, form.delimiter);
    } else if (needs_guard(text, form)) {
        struct buf cell = { 0 };

        aet_buf_char(&cell, '\'');
        aet_buf_span(&cell, text);
        aet_csv_cell(out, aet_buf_view(&cell), form.delimiter);
        aet_buf_free(&cell);
    } else {
        aet_csv_cell(out, text, form.delimiter);
    }
}

static size_t digits_at(struct span s, size_t at)
{
    size_t n = 0;

    while (at + n < s.n && s.p[at + n] >= '0' && s.p[at + n] <= '9')
        n++;
    return n;
}

bool aet_sheet_dates(struct span text)
{
    size_t at = 0, numbers = 0;

    for (;;) {
        size_t n = digits_at(text, at);

        if (n < 1 || n > 4)
            return false;
        at += n;
        numbers++;
        if (at == text.n)
            return numbers == 2 || numbers == 3;
        if (!memchr("-/.", text.p[at++], 3))
            return false;
    }
}

static void line_end(const struct sheet *s, struct buf *out)
{
    aet_buf_str(out, s->form.excel ? "\r\n" : "\n");
}

static void write_row(struct sheet *s, struct span row, struct buf *out)
{
    size_t at = 0;

    for (size_t i = 0; i < s->n; i++)
        s->cells[i] = AET_LIT("");
    while (row.n) {
        struct span name;
        bool number;
        struct span text = take_cell(&row, &name, &number);

        at = find(s, name, at);
        if (at == s->n) { /* an empty cell under a heading that came too late */
            at = 0;
            continue;
        }
        s->cells[at] = text;
        s->numbers[at] = number;
    }
    for (size_t i = 0; i < s->n; i++) {
        if (i)
            aet_buf_char(out, s->form.delimiter);
        aet_sheet_guarded(out, s->cells[i], s->cells[i].n && s->numbers[i], s->form);
    }
    line_end(s, out);
}

/* Columns that stayed without a value go. */
static void drop_idle(struct sheet *s)
{
    size_t n = 0;

    for (size_t i = 0; i < s->n; i++) {
        if (s->idle[i])
            continue;
        s->idle[n] = false;
        s->names[n++] = s->names[i];
    }
    s->n = n;
}

static void settle(struct sheet *s, struct buf *out)
{
    struct span rows = aet_buf_view(&s->held);

    s->settled = true;
    s->form.guarded |= aet_is_rejects(s->names, s->n); /* as it will be read back */
    if (s->form.excel && s->n)
        aet_buf_str(out, "\xEF\xBB\xBF");
    for (size_t i = 0; i < s->n; i++) {
        if (i)
            aet_buf_char(out, s->form.delimiter);
        aet_sheet_guarded(out, s->names[i], false, s->form);
    }
    if (s->n)
        line_end(s, out);
    while (rows.n)
        write_row(s, take_text(&rows), out);
    aet_buf_free(&s->held);
}

static struct span without_column(const struct sheet *s, struct span row)
{
    struct span name;
    size_t at = 0;
    bool number;

    while (row.n) {
        struct span text = take_cell(&row, &name, &number);

        at = find(s, name, at);
        if (at == s->n && text.n)
            return name;
        at = at == s->n ? 0 : at;
    }
    return AET_LIT("");
}

/* Keep a row back, its columns declared. */
static void hold(struct sheet *s, struct span row, struct buf *out)
{
    struct span rest = row, name, text;
    bool number;

    while (rest.n) {
        text = take_cell(&rest, &name, &number);
        declare(s, name, !text.n && find(s, name, 0) < s->n);
    }
    put_size(&s->held, row.n);
    aet_buf_span(&s->held, row);
    if (++s->held_rows >= HOLD_ROWS || s->held.n >= HOLD_BYTES)
        settle(s, out);
}

struct span aet_sheet_row(struct sheet *s, struct span row, struct buf *out)
{
    struct span name = s->settled ? without_column(s, row) : AET_LIT("");

    if (!s->settled)
        hold(s, row, out);
    else if (!name.n)
        write_row(s, row, out);
    return name;
}

struct span aet_sheet_rows(struct sheet *s, struct span rows, struct buf *out)
{
    struct span rest = rows;

    while (s->settled && rest.n) {
        struct span name = without_column(s, take_text(&rest));

        if (name.n)
            return name;
    }
    while (rows.n) {
        struct span row = take_text(&rows);

        if (s->settled)
            write_row(s, row, out);
        else
            hold(s, row, out);
    }
    return AET_LIT("");
}

void aet_sheet_end(struct sheet *s, struct buf *out)
{
    if (s->settled)
        return;
    drop_idle(s);
    settle(s, out);
}
