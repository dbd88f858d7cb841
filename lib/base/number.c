/* Reading numbers written by people. */
#include "base/number.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Length of a blank that may group digits: space, U+00A0, U+202F, U+2009; 0 when none. */
static size_t blank_at(struct span s)
{
    static const char *const blanks[] = { " ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89" };

    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (aet_span_starts(s, aet_span_z(blanks[i])))
            return strlen(blanks[i]);
    return 0;
}

static struct span skip_blanks(struct span s)
{
    size_t n;

    while ((n = blank_at(s)))
        s = aet_span_from(s, n);
    return s;
}

static struct span drop_end_blanks(struct span s)
{
    for (;;) {
        if (s.n && s.p[s.n - 1] == ' ')
            s.n--;
        else if (s.n > 2 && blank_at(aet_span(s.p + s.n - 2, 2)) == 2)
            s.n -= 2;
        else if (s.n > 3 && blank_at(aet_span(s.p + s.n - 3, 3)) == 3)
            s.n -= 3;
        else
            return s;
    }
}

/* Take the sign and the dollar off; false when what is left cannot be a number. */
static bool strip(struct span *s, bool *negative)
{
    static const struct span minus = { "\xE2\x88\x92", 3 };
    struct span t = drop_end_blanks(skip_blanks(*s));

    *negative = false;
    if (t.n && (t.p[0] == '-' || t.p[0] == '+')) {
        *negative = t.p[0] == '-';
        t = skip_blanks(aet_span_from(t, 1));
    } else if (aet_span_starts(t, minus)) {
        *negative = true;
        t = skip_blanks(aet_span_from(t, minus.n));
    }
    if (t.n && t.p[0] == '$')
        t = skip_blanks(aet_span_from(t, 1));
    else if (t.n && t.p[t.n - 1] == '$')
        t = drop_end_blanks(aet_span(t.p, t.n - 1));
    *s = t;
    return t.n && (digit(t.p[0]) || t.p[0] == '.' || t.p[0] == ',');
}

/* The digits before the decimal sign, grouped or not, into `out`. The span advances past them.
 * `other` also groups when it is not 0. *groups counts the groups. */
static bool whole_part(struct span *s, char other, struct buf *out, size_t *groups)
{
    size_t run = 0;
    bool first = true;

    *groups = 0;
    for (;;) {
        if (s->n && digit(s->p[0])) {
            aet_buf_char(out, s->p[0]);
            *s = aet_span_from(*s, 1);
            run++;
            continue;
        }

        size_t sep = blank_at(*s);

        if (!sep && other && s->n && s->p[0] == other)
            sep = 1;
        if (!sep)
            break;
        if (run == 0 || run > 3 || (!first && run != 3))
            return false;
        first = false;
        run = 0;
        ++*groups;
        *s = aet_span_from(*s, sep);
    }
    return *groups == 0 || run == 3;
}

/* `1,234` and `1.234`: one to three digits, not a lone zero, then exactly three. */
static bool looks_grouped(struct span whole, struct span tail, size_t groups)
{
    return groups == 0 && whole.n >= 1 && whole.n <= 3 && whole.p[0] != '0' && tail.n == 3;
}

/* What follows the whole part: nothing, or a decimal sign and digits. */
static enum number_status fraction(struct span s, struct span whole, size_t groups,
                                   struct number_form form)
{
    struct span tail = aet_span_from(s, 1);

    if (s.n == 0)
        return whole.n ? NUMBER_OK : NUMBER_BAD;
    if (s.p[0] != '.' && s.p[0] != ',')
        return NUMBER_BAD;
    for (size_t i = 0; i < tail.n; i++)
        if (!digit(tail.p[i]))
            return NUMBER_BAD;
    if (tail.n == 0)
        return NUMBER_BAD;
    if (form.said)
        return s.p[0] == form.decimal ? NUMBER_OK : NUMBER_BAD;
    if (s.p[0] != form.decimal && looks_grouped(whole, tail, groups))
        return NUMBER_AMBIGUOUS;
    return NUMBER_OK;
}

/* `1,234.50` and `1.234.567` leave no doubt: of two signs the last is the decimal, and one that is
 * there twice groups. */
static struct number_form shown(struct span s, struct number_form form)
{
    const char *comma = memchr(s.p, ',', s.n), *point = memchr(s.p, '.', s.n);
    const char *first = comma && (!point || comma < point) ? comma : point;

    if (form.said || !first)
        return form;
    if ((comma && point) || memchr(first + 1, *first, s.n - (size_t)(first + 1 - s.p)))
        return (struct number_form){ *first == ',' ? '.' : ',', true };
    return form;
}

enum number_status aet_number_read(struct span s, struct number_form form, struct buf *out)
{
    size_t start = out->n;
    size_t groups;
    bool negative;
    char other;

    aet_buf_room(out, s.n + 1);
    if (!strip(&s, &negative))
        return NUMBER_BAD;
    form = shown(s, form);
    other = form.said ? (form.decimal == ',' ? '.' : ',') : 0;
    if (negative)
        aet_buf_char(out, '-');

    size_t digits = out->n;

    if (!whole_part(&s, other, out, &groups)) {
        out->n = start;
        return NUMBER_BAD;
    }

    enum number_status st = fraction(s, aet_span(out->p + digits, out->n - digits), groups, form);

    if (st != NUMBER_OK) {
        out->n = start;
        return st;
    }

    size_t zeros = 0;

    while (digits + zeros + 1 < out->n && out->p[digits + zeros] == '0')
        zeros++;
    memmove(out->p + digits, out->p + digits + zeros, out->n - digits - zeros);
    out->n -= zeros;
    if (out->n == digits)
        aet_buf_char(out, '0');
    if (s.n) {
        aet_buf_char(out, '.');
        aet_buf_span(out, aet_span_from(s, 1));
    }
    return NUMBER_OK;
}

bool aet_number_percent(struct span *s)
{
    struct span t = drop_end_blanks(*s);

    if (!t.n || t.p[t.n - 1] != '%')
        return false;
    *s = drop_end_blanks(aet_span(t.p, t.n - 1));
    return true;
}

/* Whether no digit before the exponent is other than 0. */
static bool is_zero(struct span s)
{
    for (size_t i = 0; i < s.n && s.p[i] != 'e' && s.p[i] != 'E'; i++)
        if (s.p[i] >= '1' && s.p[i] <= '9')
            return false;
    return true;
}

/* Exponents are rare in money: the double is right when two decimals hold it exactly. */
static enum number_status cents_of_double(struct span s, int64_t *cents)
{
    char *copy = aet_span_dup(s);
    double v = strtod(copy, NULL);

    aet_free(copy);
    if (!(fabs(v) < 1e13))
        return NUMBER_RANGE;
    if (v == 0 && !is_zero(s))
        return NUMBER_PRECISION; /* 1e-400 */
    *cents = (int64_t)llround(v * 100);
    return (double)*cents / 100.0 == v ? NUMBER_OK : NUMBER_PRECISION;
}

enum number_status aet_money_cents(struct span s, int64_t *cents)
{
    struct span whole = s;
    bool negative = s.n && s.p[0] == '-';
    int64_t v = 0;
    size_t i = negative;
    size_t decimals = 0;

    for (size_t k = 0; k < whole.n; k++)
        if (s.p[k] == 'e' || s.p[k] == 'E')
            return cents_of_double(s, cents);
    if (i >= s.n)
        return NUMBER_BAD;
    for (; i < s.n && digit(s.p[i]); i++) {
        if (v > INT64_C(99999999999999))
            return NUMBER_RANGE;
        v = v * 10 + (s.p[i] - '0');
    }
    v *= 100;
    if (i < s.n && s.p[i] != '.')
        return NUMBER_BAD;
    for (i++; i < s.n; i++, decimals++) {
        if (!digit(s.p[i]))
            return NUMBER_BAD;
        if (decimals >= 2 && s.p[i] != '0')
            return NUMBER_PRECISION;
        if (decimals < 2)
            v += (s.p[i] - '0') * (decimals == 0 ? 10 : 1);
    }
    *cents = negative ? -v : v;
    return NUMBER_OK;
}

bool aet_number_in_range(struct span lexeme)
{
    if (lexeme.n < 300) {
        bool exponent = false;

        for (size_t i = 0; i < lexeme.n; i++)
            exponent |= lexeme.p[i] == 'e' || lexeme.p[i] == 'E';
        if (!exponent)
            return true;
    }

    char *copy = aet_span_dup(lexeme);
    double v = strtod(copy, NULL);

    aet_free(copy);
    return isfinite(v);
}

bool aet_number_like(struct span s)
{
    struct buf out = { 0 };
    enum number_status st = aet_number_read(s, (struct number_form){ 0 }, &out);

    aet_buf_free(&out);
    return st == NUMBER_OK || st == NUMBER_AMBIGUOUS;
}

void aet_money_write(int64_t cents, struct buf *out)
{
    uint64_t v = cents < 0 ? (uint64_t)0 - (uint64_t)cents : (uint64_t)cents;

    if (cents < 0)
        aet_buf_char(out, '-');
    aet_buf_uint(out, v / 100);
    aet_buf_char(out, '.');
    aet_buf_char(out, (char)('0' + v / 10 % 10));
    aet_buf_char(out, (char)('0' + v % 10));
}

void aet_digits_group(struct span digits, enum lang lang, struct buf *out)
{
    static const struct text between = { "\xE2\x80\xAF", "," };

    for (size_t i = 0; i < digits.n; i++) {
        if (i && (digits.n - i) % 3 == 0)
            aet_buf_str(out, aet_text(between, lang));
        aet_buf_char(out, digits.p[i]);
    }
}

void aet_money_show(int64_t cents, enum lang lang, struct buf *out)
{
    static const struct text before = { "", "$" }, point = { ",", "." },
                             after = { "\xC2\xA0$", "" };
    uint64_t v = cents < 0 ? (uint64_t)0 - (uint64_t)cents : (uint64_t)cents;
    struct buf whole = { 0 };

    if (cents < 0)
        aet_buf_str(out, "\xE2\x88\x92");
    aet_buf_str(out, aet_text(before, lang));
    aet_buf_uint(&whole, v / 100);
    aet_digits_group(aet_buf_view(&whole), lang, out);
    aet_buf_free(&whole);
    aet_buf_str(out, aet_text(point, lang));
    aet_buf_char(out, (char)('0' + v / 10 % 10));
    aet_buf_char(out, (char)('0' + v % 10));
    aet_buf_str(out, aet_text(after, lang));
}
