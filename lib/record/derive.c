/* Making records. */
#include "record/derive.h"

#include "base/number.h"
#include "format/json_text.h"
#include "record/convert.h"
#include "record/items.h"

void aet_derived_free(struct derived *d)
{
    aet_buf_free(&d->text);
}

void aet_derived_to(struct derived *d, const struct format *to, struct sheet_form form)
{
    d->to = to;
    d->people = form.book || form.excel;
    d->lang = form.lang;
}

static void set(struct derived *d, size_t field, enum derived_kind kind, struct span text)
{
    d->cells[field] = (struct derived_cell){ kind, d->text.n, text.n };
    aet_buf_span(&d->text, text);
}

void aet_derive_text(struct derived *d, size_t field, struct span text)
{
    if (text.n)
        set(d, field, DERIVED_TEXT, text);
}

void aet_derive_digits(struct derived *d, size_t field, struct span digits)
{
    if (digits.n)
        set(d, field, DERIVED_DIGITS, digits);
}

void aet_derive_count(struct derived *d, size_t field, int64_t n)
{
    struct buf b = { 0 };

    aet_buf_int(&b, n);
    set(d, field, DERIVED_DIGITS, aet_buf_view(&b));
    aet_buf_free(&b);
}

void aet_derive_money(struct derived *d, size_t field, int64_t cents)
{
    struct buf b = { 0 };

    aet_money_write(cents, &b);
    set(d, field, DERIVED_DIGITS, aet_buf_view(&b));
    aet_buf_free(&b);
}

void aet_derive_date(struct derived *d, size_t field, struct date date)
{
    struct buf b = { 0 };

    if (!date.year)
        return;
    aet_date_write(date, &b);
    set(d, field, DERIVED_TEXT, aet_buf_view(&b));
    aet_buf_free(&b);
}

void aet_derive_part(struct derived *d, size_t field, struct span part)
{
    struct derived_cell *c = &d->cells[field];
    uint64_t n = part.n;

    if (c->kind == DERIVED_NONE) {
        *c = (struct derived_cell){ DERIVED_LIST, d->text.n, 0 };
    }
    aet_buf_add(&d->text, &n, sizeof n);
    aet_buf_span(&d->text, part);
    c->n = d->text.n - c->from;
}

void aet_derive_yes(struct derived *d, size_t field, bool yes)
{
    static const struct text words[] = { { "non", "no" }, { "oui", "yes" } };

    aet_derive_text(d, field, aet_span_z(aet_text(words[yes], d->people ? d->lang : LANG_FR)));
}

static struct span said(const struct derived *d, const struct table *t, size_t row)
{
    return d->people ? aet_label(t, row, d->lang) : aet_cell(t, row, 0);
}

void aet_derive_term(struct derived *d, size_t field, const struct table *t, size_t row)
{
    aet_derive_text(d, field, said(d, t, row));
}

void aet_derive_id(struct derived *d, size_t field, const struct table *t, struct span id)
{
    int32_t row = aet_row_of_id(t, id);

    if (row < 0)
        aet_derive_text(d, field, id);
    else
        aet_derive_term(d, field, t, (size_t)row);
}

void aet_derive_part_term(struct derived *d, size_t field, const struct table *t, size_t row)
{
    aet_derive_part(d, field, said(d, t, row));
}

static bool next_part(struct span *list, struct span *part)
{
    uint64_t n;

    if (!list->n)
        return false;
    memcpy(&n, list->p, sizeof n);
    *part = aet_span(list->p + sizeof n, (size_t)n);
    *list = aet_span_from(*list, sizeof n + (size_t)n);
    return true;
}

static void json_value(struct derived *d, const struct derived_cell *c)
{
    struct span text = aet_buf_slice(&d->text, c->from, c->n), part;
    bool first = true;

    switch (c->kind) {
    case DERIVED_TEXT:
        aet_json_string(d->out, text);
        break;
    case DERIVED_DIGITS:
        aet_buf_span(d->out, text);
        break;
    case DERIVED_LIST:
        aet_buf_char(d->out, '[');
        while (next_part(&text, &part)) {
            aet_buf_str(d->out, first ? "" : ",");
            aet_json_string(d->out, part);
            first = false;
        }
        aet_buf_char(d->out, ']');
        break;
    default:
        aet_buf_str(d->out, "null");
    }
}

static void list_cell(struct span list, struct buf *cell)
{
    struct span part;

    while (next_part(&list, &part))
        aet_items_put(cell, part);
}

static void sheet_cells(struct derived *d)
{
    for (size_t i = 0; i < d->schema->n; i++) {
        const struct derived_cell *c = &d->cells[i];
        struct span text = aet_buf_slice(&d->text, c->from, c->n);
        struct buf cell = { 0 };

        if (c->kind == DERIVED_LIST) {
            list_cell(text, &cell);
            text = aet_buf_view(&cell);
        }
        aet_sheet_cell(d->out, aet_span_z(d->schema->fields[i].name), text,
                       aet_convert_kind(d->schema->fields[i].type, c->kind == DERIVED_DIGITS));
        aet_buf_free(&cell);
    }
}

static void object(struct derived *d)
{
    for (size_t i = 0; i < d->schema->n; i++) {
        aet_buf_char(d->out, i ? ',' : '{');
        aet_json_string(d->out, aet_span_z(d->schema->fields[i].name));
        aet_buf_char(d->out, ':');
        json_value(d, &d->cells[i]);
    }
    aet_buf_char(d->out, '}');
}

void aet_derive_end(struct derived *d)
{
    size_t frame = aet_sheet_frame(d->out);

    if (d->to->shape == SHAPE_CELLS)
        sheet_cells(d);
    else
        object(d);
    aet_sheet_framed(d->out, frame);
    aet_buf_clear(&d->text);
    memset(d->cells, 0, sizeof d->cells);
}

void aet_derive_raw(struct derived *d, struct span text)
{
    size_t frame = aet_sheet_frame(d->out);

    aet_buf_span(d->out, text);
    aet_sheet_framed(d->out, frame);
}
