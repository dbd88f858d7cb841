/* Canonical digits: exponents worked out, needless zeros left out. */
#include "record/digits.h"

#include <stdlib.h>

/* A JSON number with its exponent worked out: the point moves, no digit is lost. */
static bool without_exponent(struct span s, struct buf *out)
{
    struct buf digits = { 0 };
    bool minus = s.n && s.p[0] == '-';
    size_t i = minus;
    long point = -1, shift = 0;

    for (; i < s.n && s.p[i] != 'e' && s.p[i] != 'E'; i++) {
        if (s.p[i] == '.')
            point = (long)digits.n;
        else
            aet_buf_char(&digits, s.p[i]);
    }
    if (i < s.n)
        shift = strtol(s.p + i + 1, NULL, 10);
    point = (point < 0 ? (long)digits.n : point) + shift;
    if (minus)
        aet_buf_char(out, '-');
    for (long k = point < 0 ? point : 0; shift >= -400 && shift <= 400 && k < point; k++)
        aet_buf_char(out, k < (long)digits.n ? digits.p[k] : '0');
    aet_buf_str(out, point <= 0 ? "0." : ".");
    for (long k = point; shift >= -400 && k < (long)digits.n; k++)
        aet_buf_char(out, k < 0 ? '0' : digits.p[k]);
    aet_buf_free(&digits);
    return shift >= -400 && shift <= 400;
}

/* No needless zero at either end, no sign before nothing. */
static struct span bare_digits(struct buf *b)
{
    size_t from = b->p[0] == '-', zeros = from;

    if (memchr(b->p, '.', b->n)) {
        while (b->p[b->n - 1] == '0')
            b->n--;
        b->n -= b->p[b->n - 1] == '.';
    }
    while (zeros + 1 < b->n && b->p[zeros] == '0' && b->p[zeros + 1] != '.')
        zeros++;
    if (from && b->n == zeros + 1 && b->p[zeros] == '0')
        return AET_LIT("0");
    if (from)
        b->p[zeros - 1] = '-';
    return aet_span(b->p + zeros - from, b->n - zeros + from);
}

enum number_status aet_digits(const struct value *v, struct number_form form, struct arena *arena,
                              struct span *out)
{
    struct buf b = { 0 };
    enum number_status st = NUMBER_OK;

    if (v->kind == VALUE_TEXT)
        st = aet_number_read(v->text, form, &b);
    else if (!aet_number_in_range(v->text) || !without_exponent(v->text, &b))
        st = NUMBER_RANGE;
    if (st == NUMBER_OK)
        *out = aet_arena_copy(arena, bare_digits(&b));
    aet_buf_free(&b);
    return st;
}
