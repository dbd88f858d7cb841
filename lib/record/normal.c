/* Working out what is to be written otherwise. */
#include "record/normal.h"

#include "base/duration.h"
#include "base/stand_in.h"
#include "format/sheet.h"
#include "record/items.h"

/* One field on its way. */
struct normalising {
    const struct normal *w;
    const struct facts *facts;
    size_t field;
    struct value written; /* VALUE_TEXT also where it stands in a cell */
    struct set *set;
};

struct span aet_normal_label(struct matcher *m, int32_t row)
{
    const struct table *t = aet_matcher_table(m);
    struct span label = aet_label(t, (size_t)row, LANG_FR);

    return label.n && aet_match(m, label) == row ? label : aet_cell(t, (size_t)row, 0);
}

/* Set one part; false when it is what stands there. */
static bool set_one(struct normalising *n, struct span text, enum set_form form)
{
    struct span *part = aet_arena_alloc(n->w->arena, sizeof *part);

    if (form == SET_TEXT && n->written.kind == VALUE_TEXT &&
        aet_span_eq(text, aet_span_trim(n->written.text)))
        return false;
    *part = aet_arena_copy(n->w->arena, text);
    *n->set = (struct set){ .field = n->field, .parts = part, .n = 1, .form = form };
    return true;
}

static enum coarse coarse_of(const struct normalising *n)
{
    return n->w->coarse ? (enum coarse)n->w->coarse[n->field] : COARSE_NONE;
}

/* The first day of the month, quarter or year; of a field that takes months, its first month. */
static struct date coarser(const struct normalising *n, struct date d)
{
    enum coarse by = coarse_of(n);

    if (by == COARSE_NONE)
        return d;
    if (by == COARSE_TRIMESTRE)
        d.month = (int8_t)((d.month - 1) / 3 * 3 + 1);
    if (by == COARSE_ANNEE)
        d.month = 1;
    d.day = n->w->schema->fields[n->field].type != TYPE_MONTH;
    return d;
}

static bool set_date(struct normalising *n)
{
    struct buf text = { 0 };
    bool set;

    aet_date_write(coarser(n, n->facts->f[n->field].u.date), &text);
    set = set_one(n, aet_buf_view(&text), SET_TEXT);
    aet_buf_free(&text);
    return set;
}

/* Whether the digits stand in the cell as we would write them, but for zeros at either end. */
static bool is_plain(const struct normal *w, struct span written)
{
    char sign = w->delimiter == ';' ? ',' : '.';
    struct buf digits = { 0 }, cell = { 0 };
    bool plain = written.n > 0;

    for (size_t i = 0; i < written.n; i++) {
        char c = written.p[i] == sign ? '.' : written.p[i] == '.' ? 'x' : written.p[i];

        plain &= (c >= '0' && c <= '9') || (c == '.' && i > 0 && i + 1 < written.n) ||
                 (c == '-' && i == 0 && written.n > 1);
        aet_buf_char(&digits, c);
    }
    aet_sheet_number(&cell, aet_buf_view(&digits), w->delimiter);
    plain &= aet_span_eq(aet_buf_view(&cell), written);
    aet_buf_free(&digits);
    aet_buf_free(&cell);
    return plain;
}

static bool set_number(struct normalising *n, struct span digits)
{
    struct span written = aet_span_trim(n->written.text);

    if (n->w->delimiter ? n->written.kind == VALUE_TEXT && is_plain(n->w, written)
                        : n->written.kind == VALUE_NUMBER)
        return false;
    return set_one(n, digits, SET_NUMBER);
}

static bool set_money(struct normalising *n)
{
    struct buf text = { 0 };
    bool set;

    aet_money_write(n->facts->f[n->field].u.cents, &text);
    set = set_number(n, aet_buf_view(&text));
    aet_buf_free(&text);
    return set;
}

/* Hours, where two decimals say them: three minutes are a twentieth. Otherwise `1:40`. */
static bool set_hours(struct normalising *n)
{
    int64_t minutes = n->facts->f[n->field].u.minutes;
    struct buf text = { 0 };
    bool set;

    if (minutes % 3 == 0) {
        aet_money_write(minutes / 3 * 5, &text); /* a twentieth is five hundredths */
        while (text.p[text.n - 1] == '0')
            text.n--;
        text.n -= text.p[text.n - 1] == '.';
        set = set_number(n, aet_buf_view(&text));
    } else {
        aet_buf_int(&text, minutes / 60);
        aet_buf_str(&text, minutes % 60 < 10 ? ":0" : ":");
        aet_buf_int(&text, minutes % 60);
        set = set_one(n, aet_buf_view(&text), SET_TEXT);
    }
    aet_buf_free(&text);
    return set;
}

static bool set_minutes(struct normalising *n)
{
    struct buf text = { 0 };
    bool set;

    aet_buf_int(&text, n->facts->f[n->field].u.minutes);
    set = set_number(n, aet_buf_view(&text));
    aet_buf_free(&text);
    return set;
}

static bool set_term(struct normalising *n)
{
    struct matcher *m = n->w->matchers ? n->w->matchers[n->field] : NULL;

    return m && set_one(n, aet_normal_label(m, n->facts->f[n->field].u.row), SET_TEXT);
}

/* What a part of a list is to be: its label, its date, or itself. */
static struct span part_of(const struct normalising *n, const struct item *it)
{
    struct matcher *m = n->w->matchers ? n->w->matchers[n->field] : NULL;
    struct buf date = { 0 };
    struct span kept = it->text;

    if (n->w->schema->fields[n->field].type == TYPE_DATES) {
        if (it->row == NO_DAY)
            return kept;
        aet_date_write(aet_date_from_days(it->row), &date);
        kept = aet_arena_copy(n->w->arena, aet_buf_view(&date));
        aet_buf_free(&date);
    } else if (m && it->row != NO_ROW) {
        kept = aet_normal_label(m, it->row);
    }
    return kept;
}

/* Whether the parts are those that stand there, and none of them is left out of the facts because
 * it says that there is no value. *kept: nothing may be written over. */
static bool same_parts(const struct normalising *n, const struct span *parts, size_t count,
                       bool *kept)
{
    struct items it = aet_items(&n->written, n->w->arena);
    struct span part;
    size_t i = 0;
    bool same = true;

    *kept = false;
    for (; aet_items_next(&it, &part); i++) {
        same &= i < count && aet_span_eq(part, parts[i]);
        *kept |= aet_stand_in(part) != STANDS_FOR_ITSELF;
    }
    for (size_t k = 0; n->w->delimiter && k < count; k++) /* the conversion says why it cannot be */
        *kept |= memchr(parts[k].p, '\n', parts[k].n) != NULL;
    return same && i == count;
}

static bool set_list(struct normalising *n)
{
    const struct item *items = aet_fact_items(n->facts, n->field);
    size_t count = aet_fact_count(n->facts, n->field);
    struct span *parts = aet_arena_alloc(n->w->arena, (count + 1) * sizeof *parts);
    bool kept;

    for (size_t i = 0; i < count; i++)
        parts[i] = part_of(n, &items[i]);
    if (same_parts(n, parts, count, &kept) || kept)
        return false;
    *n->set = (struct set){ .field = n->field, .parts = parts, .n = count };
    return true;
}

static bool set_field(struct normalising *n)
{
    const struct fact *f = &n->facts->f[n->field];

    if (!n->w->whole && coarse_of(n) == COARSE_NONE)
        return false;
    if (!f->present || !f->good || n->w->schema->fields[n->field].generated)
        return false;
    switch (n->w->schema->fields[n->field].type) {
    case TYPE_TEXT:
    case TYPE_NAME: /* that of the row above, where it is to be filled down */
        return n->written.kind == VALUE_TEXT && set_one(n, aet_span_trim(f->u.text), SET_TEXT);
    case TYPE_DATE:
    case TYPE_MONTH:
        return set_date(n);
    case TYPE_MONEY:
        return set_money(n);
    case TYPE_NUMBER:
    case TYPE_INTEGER:
    case TYPE_VALUE:
        return set_number(n, f->u.number.text);
    case TYPE_DURATION:
        return set_hours(n);
    case TYPE_MINUTES:
        return set_minutes(n);
    case TYPE_TERM:
        return set_term(n);
    case TYPE_LIST:
    case TYPE_NAMES: /* that --listes may have cut */
    case TYPE_TERMS:
    case TYPE_DATES:
        return set_list(n);
    default:
        return false;
    }
}

size_t aet_normal(const struct normal *w, const struct record *r, const struct facts *f,
                  struct set *sets)
{
    struct normalising n = { .w = w, .facts = f, .set = sets };
    struct span inside = r->cells ? AET_LIT("") : aet_json_inside(r->slice->raw), key, value;

    for (size_t i = 0; r->cells && i < r->layout->columns; i++) {
        if (r->mapping->field_of[i] == NO_FIELD)
            continue;
        n.field = (size_t)r->mapping->field_of[i];
        n.written = (struct value){ .kind = VALUE_TEXT,
                                    .text = aet_cell_bare(r->layout, r->cells[i]) };
        n.set += set_field(&n);
    }
    while (aet_json_next(&inside, &key, &value)) {
        int field = aet_heading_field(w->headings, aet_json_text(key, w->arena));

        if (field == NO_FIELD)
            continue;
        n.field = (size_t)field;
        n.written = aet_value_of(value, w->arena);
        n.set += set_field(&n);
    }
    return (size_t)(n.set - sets);
}
