/* The time behind a date: `10:30`, `9:05:00 AM UTC-5`, `10 h 30`. A date is a day: it is left out.
 */
#include "base/date_private.h"

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Blanks, those of typography too: newer exports put U+202F before AM. */
static size_t blanks_at(struct span s)
{
    size_t n = 0;

    for (;;) {
        struct span rest = aet_span_from(s, n);

        if (rest.n && rest.p[0] == ' ')
            n++;
        else if (aet_span_starts(rest, AET_LIT("\xC2\xA0")))
            n += 2;
        else if (aet_span_starts(rest, AET_LIT("\xE2\x80\xAF")))
            n += 3;
        else
            return n;
    }
}

/* Take one or two digits; -1 when there are none, or more. */
static int take_two(struct span *s)
{
    size_t n = 0;
    int v = 0;

    while (n < s->n && n < 3 && digit(s->p[n]))
        v = v * 10 + (s->p[n++] - '0');
    *s = aet_span_from(*s, n);
    return n == 1 || n == 2 ? v : -1;
}

/* Take `AM`, `pm`, `a.m.` off the front. */
static bool take_half(struct span *s)
{
    size_t n = 0, seen = 0;
    struct span t = aet_span_from(*s, blanks_at(*s));

    for (; n < t.n && seen < 2; n++) {
        char c = (char)(t.p[n] | 0x20);

        if (seen == 0 ? c == 'a' || c == 'p' : c == 'm')
            seen++;
        else if (t.p[n] != '.' || seen != 1)
            return false;
    }
    if (seen < 2)
        return false;
    *s = aet_span_from(t, n + (n < t.n && t.p[n] == '.'));
    return true;
}

/* What may end a time: nothing, `Z`, `EST`, `+02:00`, `UTC-5`. */
static bool is_zone(struct span s)
{
    size_t n = blanks_at(s), letters = 0, digits = 0;

    while (n + letters < s.n && s.p[n + letters] >= 'A' && s.p[n + letters] <= 'Z')
        letters++;
    n += letters;
    if (letters > 5 || n == s.n)
        return letters <= 5;
    if (s.p[n] == '+' || s.p[n] == '-')
        n++;
    else if (aet_span_starts(aet_span_from(s, n), AET_LIT("\xE2\x88\x92"))) /* U+2212 */
        n += 3;
    else
        return false;
    for (; n < s.n; n++) {
        if (!digit(s.p[n]) && (s.p[n] != ':' || !digits))
            return false;
        digits += digit(s.p[n]);
    }
    return digits >= 1 && digits <= 4;
}

/* `10:30`, `10:30:00.000Z`, `9:05:00 AM`. */
static bool is_time(struct span s)
{
    int h = take_two(&s), m = -1, sec = 0;
    bool half;

    if (s.n && s.p[0] == ':') {
        s = aet_span_from(s, 1);
        m = s.n >= 2 && digit(s.p[1]) ? take_two(&s) : -1;
    }
    if (s.n && s.p[0] == ':') {
        s = aet_span_from(s, 1);
        sec = take_two(&s);
        if (s.n > 1 && s.p[0] == '.' && digit(s.p[1]))
            for (s = aet_span_from(s, 1); s.n && digit(s.p[0]);)
                s = aet_span_from(s, 1);
    }
    half = take_half(&s);
    return h >= (half ? 1 : 0) && h <= (half ? 12 : 24) && m >= 0 && m < 60 && sec >= 0 &&
           sec <= 60 && is_zone(s);
}

/* Where the date ends that stands before a time: blanks, a comma, `à`, `at` left out. */
static size_t date_end(struct span s, size_t end)
{
    static const char *const words[] = { " \xC3\xA0", " a", " at" };

    while (end && s.p[end - 1] == ' ')
        end--;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i]);

        if (end > n && memcmp(s.p + end - n, words[i], n) == 0)
            end -= n;
    }
    while (end && s.p[end - 1] == ' ')
        end--;
    return end - (end && s.p[end - 1] == ',');
}

/* A form's `2026-03-31 10:30` names a day: the time behind it is left out. */
struct span aet_date_drop_time(struct span s)
{
    const char *colon = memchr(s.p, ':', s.n);
    size_t start = colon ? (size_t)(colon - s.p) : 0, end;

    while (start && digit(s.p[start - 1]))
        start--;
    end = start;
    if (end > 1 && s.p[end - 1] == 'T') {
        end--;
    } else {
        end = date_end(s, start);
        if (end == start)
            return s;
    }
    return is_time(aet_span_from(s, start)) ? aet_span(s.p, end) : s;
}
