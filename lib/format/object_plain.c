/* A flat object without a detour: one walk that proves what it accepts. What it proves not, jansson
 * is asked: values within values, long or odd numbers, surrogates, names with escapes, a name
 * twice, whatever is wrong. */
#include "base/lanes.h"
#include "format/object.h"

enum {
    DIGITS_MAX = 15, /* any number of so many digits fits where jansson puts it */
    APART_MAX = 32   /* names that are compared with one another */
};

/* The text is looked at through a window: where in it a string ends, or is no plain letter. */
struct walk {
    const char *at, *end;
    const char *from, *window; /* NULL: not yet looked */
    uint64_t stops;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void skip_blanks(struct walk *w)
{
    while (w->at < w->end && is_blank(*w->at))
        w->at++;
}

static bool take(struct walk *w, char c)
{
    if (w->at == w->end || *w->at != c)
        return false;
    w->at++;
    return true;
}

static int hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Behind the backslash. */
static bool escape(struct walk *w)
{
    unsigned value = 0;

    if (w->at == w->end || !*w->at || !strchr("\"\\/bfnrtu", *w->at))
        return false;
    if (*w->at++ != 'u')
        return true;
    if (w->end - w->at < 4)
        return false;
    for (int i = 0; i < 4; i++) {
        int digit = hex(*w->at++);

        if (digit < 0)
            return false;
        value = value << 4 | (unsigned)digit;
    }
    return value && (value < 0xD800 || value > 0xDFFF);
}

/* Have w->at in the window. */
static void look(struct walk *w)
{
    struct lanes l = aet_lanes_within(w->from, w->at, w->end, &w->window);

    w->stops = aet_lanes_is(&l, '"') | aet_lanes_is(&l, '\\') | aet_lanes_upto(&l, 0x1F);
}

/* On to the next quote, backslash or control character, or the end. */
static void skip_letters(struct walk *w)
{
    while (w->at < w->end) {
        uint64_t ahead;

        if (!w->window || w->at - w->window >= LANES)
            look(w);
        ahead = w->stops >> (w->at - w->window);
        if (ahead) {
            w->at += aet_lanes_first(ahead);
            return;
        }
        w->at = w->end - w->window > LANES ? w->window + LANES : w->end;
    }
}

static bool string(struct walk *w, bool *escaped)
{
    *escaped = false;
    if (!take(w, '"'))
        return false;
    for (;;) {
        skip_letters(w);
        if (take(w, '"'))
            return true;
        if (!take(w, '\\') || !escape(w))
            return false;
        *escaped = true;
    }
}

static size_t digits(struct walk *w)
{
    const char *from = w->at;

    while (w->at < w->end && *w->at >= '0' && *w->at <= '9')
        w->at++;
    return (size_t)(w->at - from);
}

static bool number(struct walk *w)
{
    size_t whole, part = 0;
    const char *first;

    (void)take(w, '-');
    first = w->at;
    whole = digits(w);
    if (!whole || (whole > 1 && *first == '0'))
        return false;
    if (take(w, '.') && !(part = digits(w)))
        return false;
    return whole + part <= DIGITS_MAX && (w->at == w->end || (*w->at != 'e' && *w->at != 'E'));
}

static bool word(struct walk *w, struct span of)
{
    if ((size_t)(w->end - w->at) < of.n || memcmp(w->at, of.p, of.n) != 0)
        return false;
    w->at += of.n;
    return true;
}

static bool scalar(struct walk *w)
{
    bool escaped;

    if (w->at == w->end)
        return false;
    switch (*w->at) {
    case '"':
        return string(w, &escaped);
    case 't':
        return word(w, AET_LIT("true"));
    case 'f':
        return word(w, AET_LIT("false"));
    case 'n':
        return word(w, AET_LIT("null"));
    default:
        return number(w);
    }
}

/* Behind the opening bracket. */
static bool list(struct walk *w)
{
    skip_blanks(w);
    if (take(w, ']'))
        return true;
    do {
        skip_blanks(w);
        if (!scalar(w))
            return false;
        skip_blanks(w);
    } while (take(w, ','));
    return take(w, ']');
}

static bool value(struct walk *w)
{
    return take(w, '[') ? list(w) : scalar(w);
}

/* The next name of the pattern, as it stands there: it was proven once. */
static bool expected(const struct object *o, struct walk *w, size_t *next, struct member *m)
{
    struct span name = *next < o->pattern_n ? o->pattern[*next] : AET_LIT("");

    if (!name.n || (size_t)(w->end - w->at) < name.n || memcmp(w->at, name.p, name.n) != 0)
        return false;
    m->name = aet_span(w->at, name.n);
    m->place = (*next)++;
    w->at += name.n;
    return true;
}

/* The place of a name in the pattern, from `*next` on. */
static size_t place_of(const struct object *o, struct span name, size_t *next)
{
    while (*next < o->pattern_n)
        if (aet_span_eq(o->pattern[(*next)++], name))
            return *next - 1;
    return NO_PLACE;
}

/* A name and where it stands in the pattern; *follows: they all did so far, in order. */
static bool name_of(const struct object *o, struct walk *w, size_t *next, bool *follows,
                    struct member *m)
{
    const char *from = w->at;
    bool escaped;

    if (*follows && expected(o, w, next, m))
        return true;
    if (!string(w, &escaped) || escaped)
        return false;
    m->name = aet_span(from, (size_t)(w->at - from));
    m->place = *follows ? place_of(o, m->name, next) : NO_PLACE;
    *follows = m->place != NO_PLACE;
    return true;
}

/* Behind the name. */
static bool value_of(struct walk *w, struct member *m)
{
    const char *from;

    skip_blanks(w);
    if (!take(w, ':'))
        return false;
    skip_blanks(w);
    from = w->at;
    if (!value(w))
        return false;
    m->value = aet_span(from, (size_t)(w->at - from));
    return true;
}

static bool twice(const struct object *o)
{
    for (size_t i = 1; i < o->n; i++)
        for (size_t k = 0; k < i; k++)
            if (aet_span_eq(o->members[i].name, o->members[k].name))
                return true;
    return false;
}

static void renew(struct object *o)
{
    aet_arena_reset(&o->names);
    o->pattern_n = 0;
    o->pattern_signs = 0;
    o->patterns++;
    for (size_t i = 0; i < o->n; i++) {
        if (o->pattern_n == o->pattern_cap)
            o->pattern = aet_grow(o->pattern, &o->pattern_cap, o->pattern_n, sizeof *o->pattern);
        o->pattern[o->pattern_n++] = aet_arena_copy(&o->names, o->members[i].name);
        o->pattern_signs |= aet_object_sign(o->members[i].name.n,
                                            (unsigned char)o->members[i].name.p[1]);
        o->members[i].place = i;
    }
}

/* The members up to the closing brace; *follows: their names are some of the pattern, in order, and
 * so distinct. */
static bool members(struct object *o, struct walk *w, bool *follows)
{
    size_t next = 0;

    o->n = 0;
    *follows = true;
    skip_blanks(w);
    if (take(w, '}'))
        return true;
    do {
        if (o->n == o->cap)
            o->members = aet_grow(o->members, &o->cap, o->n, sizeof *o->members);

        struct member *m = &o->members[o->n++];

        skip_blanks(w);
        if (!name_of(o, w, &next, follows, m) || !value_of(w, m))
            return false;
        skip_blanks(w);
    } while (take(w, ','));
    return take(w, '}');
}

bool aet_object_plain(struct object *o, struct span text)
{
    struct walk w = { .at = text.p, .end = text.p + text.n, .from = text.p };
    bool follows;

    o->follows = false;
    skip_blanks(&w);
    if (!take(&w, '{') || !members(o, &w, &follows))
        return false;
    skip_blanks(&w);
    if (w.at != w.end)
        return false;
    if (!follows) {
        if (o->n > APART_MAX || twice(o))
            return false;
        renew(o);
    }
    return o->follows = true;
}
