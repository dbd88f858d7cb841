/* Breaking a text into lines: at spaces, as French wants it. */
#include "report/wrap.h"

#include "base/utf8.h"

/* Whether a line may end at the space (or line break) at s.p[i]. */
static bool may_break(struct span s, size_t i)
{
    struct span before = aet_span(s.p, i), after = aet_span_from(s, i + 1);
    bool alone = after.n == 1 || (after.n > 1 && (after.p[1] == ' ' || after.p[1] == '\n'));

    if (s.p[i] == '\n')
        return true;
    if (s.p[i] != ' ' || aet_span_starts(after, AET_LIT("»")))
        return false;
    if (after.n && alone && strchr(":;?!", after.p[0]))
        return false;
    return i < 2 || memcmp(before.p + i - 2, "«", 2) != 0;
}

static struct span without_blanks(struct span s)
{
    while (s.n && s.p[s.n - 1] == ' ')
        s.n--;
    return s;
}

struct span aet_wrap_line(struct span *rest, size_t width)
{
    struct span s = *rest, fit = aet_utf8_fit(s, width);
    const char *end = memchr(fit.p, '\n', fit.n);
    size_t n = fit.n;

    if (end || (fit.n < s.n && s.p[fit.n] == '\n')) {
        n = end ? (size_t)(end - s.p) : fit.n;
        *rest = aet_span_from(s, n + 1);
        return without_blanks(aet_span(s.p, n));
    }
    if (fit.n < s.n) {
        while (n && !may_break(s, n))
            n--;
        n = n ? n : fit.n ? fit.n : s.n; /* s.n: narrower than one character */
    }
    *rest = aet_span_from(s, n);
    while (rest->n && rest->p[0] == ' ')
        *rest = aet_span_from(*rest, 1);
    return without_blanks(aet_span(s.p, n));
}

size_t aet_wrap_lines(struct span text, size_t width)
{
    size_t n = 0;

    do {
        aet_wrap_line(&text, width);
        n++;
    } while (text.n);
    return n;
}

size_t aet_wrap_least(struct span text)
{
    size_t least = 0, from = 0;

    for (size_t i = 0; i <= text.n; i++) {
        if (i < text.n && !may_break(text, i))
            continue;

        size_t w = aet_utf8_width(aet_span(text.p + from, i - from));

        least = w > least ? w : least;
        from = i + 1;
    }
    return least;
}
