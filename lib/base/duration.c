/* Reading durations. */
#include "base/duration.h"

#include "base/fold.h"
#include "base/utf8.h"

enum { HOURS_MAX = 1000000, UNIT_MAX = 8 };

/* A number in front of a unit; `unit` is 'h', 'm', 's' (seconds), ':' or 0 at the end. */
struct part {
    struct span number;
    char unit;
};

static struct span skip_blanks(struct span s)
{
    size_t n;

    while ((n = aet_utf8_blank(s)))
        s = aet_span_from(s, n);
    return s;
}

static struct span drop_end_blanks(struct span s)
{
    size_t n;

    while ((n = aet_utf8_blank_end(s)))
        s.n -= n;
    return s;
}

static char unit_of(struct span word)
{
    static const struct {
        const char *word;
        char unit;
    } units[] = { { "h", 'h' },     { "hr", 'h' },     { "hrs", 'h' },    { "hre", 'h' },
                  { "hres", 'h' },  { "heure", 'h' },  { "heures", 'h' }, { "hour", 'h' },
                  { "hours", 'h' }, { "m", 'm' },      { "mn", 'm' },     { "min", 'm' },
                  { "mins", 'm' },  { "minute", 'm' }, { "minutes", 'm' } };
    char lower[UNIT_MAX];

    if (word.n && word.p[word.n - 1] == '.')
        word.n--;
    if (!word.n || word.n >= UNIT_MAX)
        return 0;
    for (size_t i = 0; i < word.n; i++)
        lower[i] = word.p[i] >= 'A' && word.p[i] <= 'Z' ? (char)(word.p[i] | 0x20) : word.p[i];
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (aet_span_eq(aet_span(lower, word.n), aet_span_z(units[i].word)))
            return units[i].unit;
    return 0;
}

static bool letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A run of digits, blanks between them and decimal signs, then its unit. False: neither. */
static bool next_part(struct span *s, struct part *p)
{
    size_t n = 0, word = 0;

    *s = skip_blanks(*s);
    while (n < s->n && !letter(s->p[n]) && s->p[n] != ':')
        n++;
    p->number = drop_end_blanks(aet_span(s->p, n));
    *s = aet_span_from(*s, n);
    p->unit = 0;
    if (s->n && s->p[0] == ':') {
        p->unit = ':';
        *s = aet_span_from(*s, 1);
    } else if (s->n) {
        while (word < s->n && (letter(s->p[word]) || s->p[word] == '.'))
            word++;
        p->unit = unit_of(aet_span(s->p, word));
        if (!p->unit)
            return false;
        *s = aet_span_from(*s, word);
    }
    return p->number.n > 0;
}

/* A whole number of at most seven digits. */
static bool whole(struct span s, int64_t *v)
{
    *v = 0;
    if (!s.n || s.n > 7)
        return false;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
        *v = *v * 10 + (s.p[i] - '0');
    }
    return true;
}

/* Minutes of a canonical decimal number of units of `each` minutes, rounded half up. */
static bool scaled(struct span canonical, int64_t each, int64_t *minutes)
{
    const char *dot = memchr(canonical.p, '.', canonical.n);
    size_t n = dot ? (size_t)(dot - canonical.p) : canonical.n;
    int64_t whole_part, numerator = 0, denominator = 1;

    if (!whole(aet_span(canonical.p, n), &whole_part))
        return false;
    for (size_t i = n + 1; i < canonical.n && i < n + 10; i++) {
        numerator = numerator * 10 + (canonical.p[i] - '0');
        denominator *= 10;
    }
    *minutes = whole_part * each + (numerator * each * 2 + denominator) / (denominator * 2);
    return *minutes < (int64_t)HOURS_MAX * 60;
}

/* Take `½`, `¼`, `¾` off the end of a number, or `1/2` that stands by itself before hours: how many
 * quarters it is, 0 where none stands. */
static int64_t take_quarters(struct span *text, bool hours)
{
    static const struct {
        const char *sign;
        size_t n;
        int64_t quarters;
    } signs[] = { { "\xC2\xBC", 2, 1 }, { "\xC2\xBD", 2, 2 }, { "\xC2\xBE", 2, 3 },
                  { "1/4", 3, 1 },      { "1/2", 3, 2 },      { "3/4", 3, 3 } };

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t n = signs[i].n, before = text->n - n;

        if (text->n < n || memcmp(text->p + before, signs[i].sign, n) != 0)
            continue;
        if (n == 3 && (!hours || (before && !aet_utf8_blank(aet_span(text->p + before - 1, 1)))))
            return 0; /* 11/2, or who knows what */
        *text = drop_end_blanks(aet_span(text->p, before));
        return signs[i].quarters;
    }
    return 0;
}

/* `½` and `1 ½` units of `each` minutes, rounded half up. */
static enum duration_status with_quarters(struct span text, int64_t quarters, int64_t each,
                                          int64_t *minutes)
{
    int64_t n = 0;

    if (text.n && !whole(text, &n))
        return DURATION_BAD;
    if (n >= HOURS_MAX)
        return DURATION_RANGE;
    *minutes = n * each + (quarters * each * 2 + 4) / 8;
    return DURATION_OK;
}

/* `1.30` where the comma is the decimal sign, and nobody said so: 1 h 30, or 1.3 hours? `2.00` is
 * two hours either way. */
static bool like_clock(struct span text, struct number_form form)
{
    int64_t hours;

    return form.decimal == ',' && !form.said && text.n >= 4 && text.p[text.n - 3] == '.' &&
           text.p[text.n - 2] >= '0' && text.p[text.n - 2] <= '5' && text.p[text.n - 1] >= '0' &&
           text.p[text.n - 1] <= '9' && (text.p[text.n - 2] != '0' || text.p[text.n - 1] != '0') &&
           whole(aet_span(text.p, text.n - 3), &hours);
}

static enum duration_status decimal(struct span text, struct number_form form, int64_t each,
                                    int64_t *minutes)
{
    struct buf canonical = { 0 };
    enum duration_status st = DURATION_OK;

    switch (memchr(text.p, '$', text.n) ? NUMBER_BAD : aet_number_read(text, form, &canonical)) {
    case NUMBER_OK:
        if (canonical.p[0] == '-')
            st = DURATION_BAD;
        else if (!scaled(aet_buf_view(&canonical), each, minutes))
            st = DURATION_RANGE;
        break;
    case NUMBER_AMBIGUOUS:
        st = DURATION_AMBIGUOUS;
        break;
    default:
        st = DURATION_BAD;
    }
    aet_buf_free(&canonical);
    return st;
}

static enum duration_status hours_minutes(int64_t h, int64_t m, int64_t *minutes)
{
    if (h >= HOURS_MAX)
        return DURATION_RANGE;
    *minutes = h * 60 + m;
    return DURATION_OK;
}

/* Hours and minutes (and seconds, which round) that follow one another: 1 h 30, 1:30:00. */
static enum duration_status composed(const struct part *p, size_t n, int64_t *minutes)
{
    int64_t h, m, s = 0;
    bool clock = p[0].unit == ':';
    struct span after = p[1].number;
    int64_t quarters = take_quarters(&after, p[0].unit == 'h');

    if (quarters) /* 1 h ½ */
        return p[0].unit == 'h' && n == 2 && !after.n && !p[1].unit
                   ? with_quarters(p[0].number, quarters, 60, minutes)
                   : DURATION_BAD;
    if (!whole(p[0].number, &h) || !whole(p[1].number, &m) || m > 59)
        return DURATION_BAD;
    if (clock && n == 2 && p[1].unit == 'h') /* 1:30 h */
        return p[1].number.n == 2 ? hours_minutes(h, m, minutes) : DURATION_BAD;
    if (clock ? p[n - 1].unit != 0 || p[1].number.n != 2 : p[0].unit != 'h' || n != 2)
        return DURATION_BAD;
    if (!clock && p[1].unit != 'm' && p[1].unit != 0)
        return DURATION_BAD;
    if (n == 3 && (p[1].unit != ':' || p[2].number.n != 2 || !whole(p[2].number, &s) || s > 59))
        return DURATION_BAD;
    return hours_minutes(h, m + (s >= 30), minutes);
}

static enum duration_status read_parts(struct span s, struct number_form form, int64_t bare,
                                       int64_t *minutes)
{
    struct part parts[3];
    size_t n = 0;
    int64_t each, quarters;

    for (s = skip_blanks(aet_span_trim(s)); s.n && n < 3; s = skip_blanks(s))
        if (!next_part(&s, &parts[n++]))
            return DURATION_BAD;
    if (s.n || n == 0)
        return DURATION_BAD;
    if (n > 1)
        return composed(parts, n, minutes);
    if (parts[0].unit == ':')
        return DURATION_BAD;
    each = parts[0].unit == 'm' ? 1 : parts[0].unit == 'h' ? 60 : bare;
    quarters = take_quarters(&parts[0].number, parts[0].unit == 'h');
    if (quarters)
        return with_quarters(parts[0].number, quarters, each, minutes);
    if (parts[0].unit != 'm' && like_clock(parts[0].number, form))
        return DURATION_CLOCK;
    return decimal(parts[0].number, form, each, minutes);
}

/* `2 heures et demie`, folded. */
static bool and_half(struct span key, int64_t *minutes)
{
    static const struct {
        const char *words;
        int64_t minutes;
    } ends[] = { { " et demie", 30 }, { " et demi", 30 }, { " et quart", 15 } };

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t n = strlen(ends[i].words);
        struct span head = aet_span(key.p, key.n > n ? key.n - n : 0);
        struct part hours;
        int64_t h;

        if (head.n && aet_span_eq(aet_span_from(key, head.n), aet_span_z(ends[i].words)))
            return next_part(&head, &hours) && !head.n && hours.unit == 'h' &&
                   whole(hours.number, &h) &&
                   hours_minutes(h, ends[i].minutes, minutes) == DURATION_OK;
    }
    return false;
}

/* What people say in words. */
static bool read_words(struct span s, int64_t *minutes)
{
    static const struct {
        const char *words;
        int64_t minutes;
    } all[] = { { "demi-heure", 30 },
                { "une demi-heure", 30 },
                { "demi heure", 30 },
                { "une demi heure", 30 },
                { "half an hour", 30 },
                { "un quart d'heure", 15 },
                { "trois quarts d'heure", 45 },
                { "une heure", 60 },
                { "an hour", 60 },
                { "one hour", 60 },
                { "une heure et quart", 75 },
                { "une heure et demie", 90 } };
    struct buf key = { 0 };
    bool found = false;

    if (memchr(s.p, '?', s.n)) /* the fold drops it: a doubt */
        return false;
    aet_fold(s, &key);
    for (size_t i = 0; !found && i < sizeof all / sizeof *all; i++)
        if ((found = aet_span_eq(aet_buf_view(&key), aet_span_z(all[i].words))))
            *minutes = all[i].minutes;
    found = found || and_half(aet_buf_view(&key), minutes);
    aet_buf_free(&key);
    return found;
}

enum duration_status aet_duration_read(struct span s, struct number_form form, int64_t bare,
                                       int64_t *minutes)
{
    enum duration_status st;

    *minutes = 0;
    st = read_parts(s, form, bare, minutes);
    return st == DURATION_BAD && read_words(s, minutes) ? DURATION_OK : st;
}

void aet_duration_clock(struct span s, struct buf *clock, struct buf *decimal)
{
    const char *dot = memchr(s.p, '.', s.n);
    size_t end, from = 0;

    if (!dot)
        return;
    end = (size_t)(dot - s.p) + 3; /* two digits after the point: DURATION_CLOCK said so */
    while (from < end && (s.p[from] < '0' || s.p[from] > '9'))
        from++;
    for (size_t i = from; i < end; i++) {
        aet_buf_char(clock, s.p[i] == '.' ? ':' : s.p[i]);
        aet_buf_char(decimal, s.p[i] == '.' ? ',' : s.p[i]);
    }
    while (decimal->p[decimal->n - 1] == '0') /* not all: 2.00 is no such thing */
        decimal->n--;
}

void aet_duration_write(int64_t minutes, struct buf *out)
{
    if (minutes >= 60) {
        aet_buf_int(out, minutes / 60);
        aet_buf_str(out, " h");
        if (minutes % 60 == 0)
            return;
        aet_buf_char(out, ' ');
        if (minutes % 60 < 10)
            aet_buf_char(out, '0');
        aet_buf_int(out, minutes % 60);
        return;
    }
    aet_buf_int(out, minutes);
    aet_buf_str(out, " min");
}
