/* Columns settled late; rows as CSV, or handed over to a workbook. */
#include "format/sheet.h"

#include "base/hash.h"
#include "base/number.h"
#include "format/csv_row.h"
#include "format/layout.h"
#include "format/sheet_book.h"
#include "format/sheet_headings.h"

enum { HOLD_ROWS = 1000, HOLD_BYTES = 8 << 20 };

struct sheet {
    struct sheet_form form;
    struct arena arena;
    struct span *names, *captions;
    struct hash by_name; /* 1 + the column */
    struct span *cells;  /* of the row being written */
    enum sheet_kind *kinds;
    bool *idle; /* declared in case, and not met yet */
    size_t n, cap;
    bool settled;
    struct buf held; /* rows, each behind its length */
    size_t held_rows;
    struct sheet_book *book; /* NULL: CSV */
};

struct sheet *aet_sheet_new(struct sheet_form form)
{
    struct sheet *s = aet_calloc(1, sizeof *s);

    s->form = form;
    s->book = form.book ? aet_sheet_book_new(form.lang, form.title) : NULL;
    return s;
}

void aet_sheet_free(struct sheet *s)
{
    if (!s)
        return;
    aet_free(s->names);
    aet_free(s->captions);
    aet_hash_free(&s->by_name);
    aet_free(s->cells);
    aet_free(s->kinds);
    aet_free(s->idle);
    aet_buf_free(&s->held);
    aet_arena_free(&s->arena);
    aet_sheet_book_free(s->book);
    aet_free(s);
}

/* The column of that name, or s->n; keys mostly come in the order of the columns, from `from` on.
 */
static size_t find(const struct sheet *s, struct span name, size_t from)
{
    const uint64_t *found;

    for (size_t k = from; k < s->n && k <= from + 1; k++)
        if (aet_span_eq(s->names[k], name))
            return k;
    for (uint32_t at = 0; (found = aet_hash_next(&s->by_name, aet_span_hash(name), &at)) != NULL;)
        if (aet_span_eq(s->names[*found - 1], name))
            return *found - 1;
    return s->n;
}

static void declare(struct sheet *s, struct span name, struct span caption, bool idle)
{
    size_t at = find(s, name, 0);

    if (at < s->n) {
        s->idle[at] &= idle;
        return;
    }
    if (s->n == s->cap) {
        s->cap = s->cap ? s->cap * 2 : 32;
        s->names = aet_reallocarray(s->names, s->cap, sizeof *s->names);
        s->captions = aet_reallocarray(s->captions, s->cap, sizeof *s->captions);
        s->cells = aet_reallocarray(s->cells, s->cap, sizeof *s->cells);
        s->kinds = aet_reallocarray(s->kinds, s->cap, sizeof *s->kinds);
        s->idle = aet_reallocarray(s->idle, s->cap, sizeof *s->idle);
    }
    s->idle[s->n] = idle;
    s->captions[s->n] = caption;
    s->names[s->n++] = aet_arena_copy(&s->arena, name);
    aet_hash_add(&s->by_name, aet_span_hash(name), s->n);
}

void aet_sheet_column(struct sheet *s, struct span name)
{
    declare(s, name, AET_LIT(""), false);
}

void aet_sheet_field(struct sheet *s, struct span name, struct text caption)
{
    bool people = s->form.book || s->form.excel;

    declare(s, name, people ? aet_span_z(aet_text(caption, s->form.lang)) : AET_LIT(""), false);
}

void aet_sheet_maybe(struct sheet *s, struct span name)
{
    declare(s, name, AET_LIT(""), true);
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

void aet_sheet_cell(struct buf *row, struct span name, struct span text, enum sheet_kind kind)
{
    put_size(row, name.n);
    aet_buf_span(row, name);
    aet_buf_char(row, (char)kind);
    put_size(row, text.n);
    aet_buf_span(row, text);
}

static struct span take_cell(struct span *row, struct span *name, enum sheet_kind *kind)
{
    *name = take_text(row);
    *kind = (enum sheet_kind)row->p[0];
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

/* The cells of a row, each in its column. */
static void spread(struct sheet *s, struct span row)
{
    size_t at = 0;

    for (size_t i = 0; i < s->n; i++)
        s->cells[i] = AET_LIT("");
    while (row.n) {
        struct span name;
        enum sheet_kind kind;
        struct span text = take_cell(&row, &name, &kind);

        at = find(s, name, at);
        if (at == s->n) { /* an empty cell under a heading that came too late */
            at = 0;
            continue;
        }
        s->cells[at] = text;
        s->kinds[at] = kind;
    }
}

static void write_row(struct sheet *s, struct span row, struct buf *out)
{
    spread(s, row);
    if (s->book) {
        aet_sheet_book_row(s->book, s->cells, s->kinds, out);
        return;
    }
    for (size_t i = 0; i < s->n; i++) {
        if (i)
            aet_buf_char(out, s->form.delimiter);
        aet_sheet_guarded(out, s->cells[i], s->cells[i].n && s->kinds[i] >= SHEET_NUMBER, s->form);
    }
    line_end(s, out);
}

/* Columns that stayed without a value go. */
static void drop_idle(struct sheet *s)
{
    size_t n = 0;

    aet_hash_free(&s->by_name);
    for (size_t i = 0; i < s->n; i++) {
        if (s->idle[i])
            continue;
        s->idle[n] = false;
        s->captions[n] = s->captions[i];
        s->names[n++] = s->names[i];
        aet_hash_add(&s->by_name, aet_span_hash(s->names[n - 1]), n);
    }
    s->n = n;
}

static void begin_text(struct sheet *s, const struct span *headings, struct buf *out)
{
    if (s->form.excel && s->n)
        aet_buf_str(out, "\xEF\xBB\xBF");
    for (size_t i = 0; i < s->n; i++) {
        if (i)
            aet_buf_char(out, s->form.delimiter);
        aet_sheet_guarded(out, headings[i], false, s->form);
    }
    if (s->n)
        line_end(s, out);
}

/* The rows held back say how wide the columns of a workbook are. */
static void begin_book(struct sheet *s, const struct span *headings, struct buf *out)
{
    struct span rows = aet_buf_view(&s->held);

    aet_sheet_book_columns(s->book, headings, s->n, s->form.guarded);
    while (rows.n) {
        spread(s, take_text(&rows));
        aet_sheet_book_measure(s->book, s->cells, s->kinds);
    }
    aet_sheet_book_begin(s->book, out);
}

static void settle(struct sheet *s, struct buf *out)
{
    struct span rows = aet_buf_view(&s->held);
    struct span *headings = aet_arena_alloc(&s->arena, (s->n + 1) * sizeof *headings);

    aet_sheet_headings(s->names, s->captions, s->n, headings);
    s->settled = true;
    s->form.guarded |= aet_is_rejects(s->names, s->n); /* as it will be read back */
    if (s->book)
        begin_book(s, headings, out);
    else
        begin_text(s, headings, out);
    while (rows.n)
        write_row(s, take_text(&rows), out);
    aet_buf_free(&s->held);
}

static const struct sheet_misfit none = { { "", 0 }, SHEET_LATE };

/* What a workbook has no room for, whatever comes; `fresh` cells before this one have no column
 * yet.
 */
static bool misfits_book(struct span text, size_t at, size_t fresh, struct sheet_misfit *m)
{
    bool large = !aet_sheet_book_fits(text);

    m->why = large ? SHEET_LARGE : SHEET_WIDE;
    return large || (text.n && at + fresh >= SHEET_BOOK_COLUMNS);
}

/* Until columns are settled there is one for whatever comes. */
static struct sheet_misfit misfit(const struct sheet *s, struct span row)
{
    struct sheet_misfit m = none;
    enum sheet_kind kind;
    size_t at = 0, fresh = 0;

    while (row.n && (s->settled || s->book)) {
        struct span text = take_cell(&row, &m.name, &kind);

        at = find(s, m.name, at);
        if (s->book && misfits_book(text, at, at == s->n ? fresh++ : 0, &m))
            return m;
        m.why = SHEET_LATE;
        if (text.n && s->settled && at == s->n)
            return m;
        at = at == s->n ? 0 : at;
    }
    return none;
}

/* Keep a row back, its columns declared. */
static void hold(struct sheet *s, struct span row, struct buf *out)
{
    struct span rest = row, name, text;
    enum sheet_kind kind;

    while (rest.n) {
        text = take_cell(&rest, &name, &kind);
        declare(s, name, AET_LIT(""), !text.n && find(s, name, 0) < s->n);
    }
    put_size(&s->held, row.n);
    aet_buf_span(&s->held, row);
    if (++s->held_rows >= HOLD_ROWS || s->held.n >= HOLD_BYTES)
        settle(s, out);
}

static void add(struct sheet *s, struct span row, struct buf *out)
{
    if (s->settled)
        write_row(s, row, out);
    else
        hold(s, row, out);
}

struct sheet_misfit aet_sheet_row(struct sheet *s, struct span row, struct buf *out)
{
    struct sheet_misfit m = misfit(s, row);

    if (!m.name.n)
        add(s, row, out);
    return m;
}

struct sheet_misfit aet_sheet_rows(struct sheet *s, struct span rows, struct buf *out)
{
    struct span rest = rows;

    while (rest.n) {
        struct sheet_misfit m = misfit(s, take_text(&rest));

        if (m.name.n)
            return m;
    }
    while (rows.n)
        add(s, take_text(&rows), out);
    return none;
}

bool aet_sheet_end(struct sheet *s, struct buf *out)
{
    if (!s->settled) {
        drop_idle(s);
        settle(s, out);
    }
    return !s->book || aet_sheet_book_end(s->book, out);
}

uint64_t aet_sheet_sheets(const struct sheet *s)
{
    return s->book ? aet_sheet_book_sheets(s->book) : 1;
}
