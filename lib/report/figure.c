/* Cells to text. */
#include "report/figure.h"

#include <math.h>
#include <stdio.h>

#include "base/alloc.h"
#include "base/harmless.h"
#include "base/number.h"
#include "base/real.h"
#include "format/json_text.h"
#include "format/sheet.h"

enum { DECIMALS = 3 }; /* the most that anything is read with */

/* How figures are written: in French a comma, and a no-break space before a unit; in English a
 * point. */
static const struct text point = { ",", "." };
static const struct text percent = { "\xC2\xA0%", "%" };

static void grouped_uint(struct buf *out, uint64_t v, enum lang lang)
{
    struct buf digits = { 0 };

    aet_buf_uint(&digits, v);
    aet_digits_group(aet_buf_view(&digits), lang, out);
    aet_buf_free(&digits);
}

static void whole(struct buf *out, int64_t v, enum lang lang)
{
    if (v < 0)
        aet_buf_str(out, "−");
    grouped_uint(out, v < 0 ? (uint64_t)0 - (uint64_t)v : (uint64_t)v, lang);
}

/* A decimal number with `digits` decimals in the manner of the language. */
static void decimal(struct buf *out, double v, int digits, enum lang lang)
{
    char text[400]; /* any double */
    const char *p = text;
    size_t n;

    snprintf(text, sizeof text, "%.*f", digits, v);
    if (*p == '-') {
        aet_buf_str(out, "−");
        p++;
    }
    n = strcspn(p, ".");
    aet_digits_group(aet_span(p, n), lang, out);
    if (p[n]) {
        aet_buf_str(out, aet_text(point, lang));
        aet_buf_str(out, p + n + 1);
    }
}

/* Not nothing, and yet nothing with the decimals there are: a p-value, most often. */
static bool tiny(double v)
{
    return fabs(v) > 0 && fabs(v) < 0.0005;
}

/* The decimals of a number by itself. */
static int alone(double v)
{
    double size = fabs(v);

    return size == floor(size) && size < 1e15 ? 0 : size < 10 ? DECIMALS : size < 100 ? 2 : 1;
}

/* Those of them that are not zeros at its end. */
static int needed(double v)
{
    char text[400];
    int digits = alone(v);
    size_t n = (size_t)snprintf(text, sizeof text, "%.*f", digits, tiny(v) ? 0.001 : v);

    for (; digits && text[n - 1] == '0'; n--)
        digits--;
    return digits;
}

static void number(struct buf *out, double v, int digits, enum lang lang)
{
    if (tiny(v)) {
        aet_buf_str(out, v > 0 ? "<\xC2\xA0" : ">\xC2\xA0");
        v = v > 0 ? 0.001 : -0.001;
    }
    decimal(out, v == 0 ? 0 : v, digits, lang); /* no sign before nothing */
}

static void list(struct buf *out, struct span joined, const char *between)
{
    struct span part;
    bool first = true;

    while (aet_list_part(&joined, &part)) {
        if (!first)
            aet_buf_str(out, between);
        aet_harmless_lines(out, part);
        first = false;
    }
}

int *aet_figure_decimals(const struct section *s)
{
    int *decimals = aet_calloc(s->kind->n, sizeof *decimals);

    for (size_t i = 0; i < s->rows * s->kind->n; i++) {
        size_t column = i % s->kind->n;
        int n = 0;

        if (s->kind->columns[column].type == CELL_NUMBER && s->cells[i].known)
            n = needed(s->cells[i].u.d);
        decimals[column] = n > decimals[column] ? n : decimals[column];
    }
    return decimals;
}

void aet_figure(struct buf *out, const struct cell *c, enum cell_type type, enum lang lang,
                const char *between)
{
    aet_figure_in(out, c, type, type == CELL_NUMBER ? alone(c->u.d) : 0, lang, between);
}

void aet_figure_in(struct buf *out, const struct cell *c, enum cell_type type, int decimals,
                   enum lang lang, const char *between)
{
    static const struct text yes_no[] = { { "non", "no" }, { "oui", "yes" } };

    if (!c->known) {
        aet_buf_str(out, "–");
        return;
    }
    switch (type) {
    case CELL_COUNT:
        whole(out, c->u.i, lang);
        break;
    case CELL_MONEY:
        aet_money_show(c->u.i, lang, out);
        break;
    case CELL_NUMBER:
        number(out, c->u.d, decimals, lang);
        break;
    case CELL_SHARE:
        decimal(out, c->u.d * 100, 1, lang);
        aet_buf_str(out, aet_text(percent, lang));
        break;
    case CELL_DATE:
        aet_date_say(c->u.date, lang, out);
        break;
    case CELL_BOOL:
        aet_buf_str(out, aet_text(yes_no[c->u.i != 0], lang));
        break;
    case CELL_LIST:
        list(out, c->shown.n ? c->shown : c->u.s, between);
        break;
    default:
        aet_harmless_lines(out, c->shown.n ? c->shown : c->u.s);
    }
}

/* A list as one cell of a file. */
static void cell_list(struct buf *out, struct span joined)
{
    size_t start = out->n;
    struct span part;

    while (aet_list_part(&joined, &part)) {
        if (out->n > start)
            aet_buf_char(out, '|');
        aet_buf_part(out, part);
    }
}

void aet_figure_sheet(struct buf *out, const struct cell *c, enum cell_type type, bool people)
{
    struct cell shown = *c;

    if (c->shown.n && (people || (type == CELL_CODE && aet_sheet_dates(c->u.s))))
        shown.u.s = c->shown;
    aet_figure_plain(out, &shown, type);
}

void aet_figure_plain(struct buf *out, const struct cell *c, enum cell_type type)
{
    if (!c->known)
        return;
    switch (type) {
    case CELL_COUNT:
        aet_buf_int(out, c->u.i);
        break;
    case CELL_MONEY:
        aet_money_write(c->u.i, out);
        break;
    case CELL_NUMBER:
    case CELL_SHARE:
        aet_real_write(out, c->u.d);
        break;
    case CELL_DATE:
        aet_date_write(c->u.date, out);
        break;
    case CELL_BOOL:
        aet_buf_str(out, c->u.i ? "true" : "false");
        break;
    case CELL_LIST:
        cell_list(out, c->u.s);
        break;
    default:
        aet_buf_span(out, c->u.s);
    }
}

bool aet_figure_right(enum cell_type type)
{
    return type == CELL_COUNT || type == CELL_MONEY || type == CELL_NUMBER || type == CELL_SHARE;
}
