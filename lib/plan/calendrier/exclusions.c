/* Reading days and periods without a meeting. */
#include "plan/calendrier/exclusions.h"

#include <errno.h>

#include "base/fold.h"
#include "io/file.h"
#include "io/foreign.h"
#include "plan/rules.h"

enum { WORDS = 48, DATE_WORDS = 6, FAR = 2 };

/* What a word is. */
enum mot {
    M_OTHER,
    M_DIGITS, /* holds a figure, and is part of no date */
    M_DATE,   /* a date begins here */
    M_IN,     /* a later word of a date */
    M_TO,     /* from the date before to the one behind */
    M_AND,    /* the date before, and the one behind */
    M_BOUND,  /* an open end, or one of two dates */
    M_SMALL   /* `le`, `du` */
};

struct mots {
    struct span word[WORDS];
    enum mot kind[WORDS];
    struct span date[FAR]; /* the text of each date found */
    size_t at[FAR];        /* its first word */
    size_t n, dates;
};

/* The sign that stands for "to" at `s`, and is no part of a date: its length, or 0. */
static size_t to_sign(struct span s)
{
    static const char *const signs[] = { "..", "…", "–", "—", "→" };

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (aet_span_starts(s, aet_span_z(signs[i])))
            return strlen(signs[i]);
    return 0;
}

static bool is_blank(char c)
{
    return strchr(" \t,;\"", c) != NULL;
}

/* `2026-12-21/2027-01-08` (ISO 8601): the slash divides, as it does in no other date. */
static bool ends_iso(struct span word)
{
    return word.n >= 7 && word.p[4] == '-' && (word.n == 7 || (word.n == 10 && word.p[7] == '-'));
}

/* The next word of the line; empty at its end. */
static struct span next_word(struct span *line)
{
    struct span word;
    size_t n = 0;

    while (line->n && is_blank(line->p[0]))
        *line = aet_span_from(*line, 1);
    n = to_sign(*line);
    if (!n)
        while (n < line->n && !is_blank(line->p[n]) && !to_sign(aet_span_from(*line, n)) &&
               !(line->p[n] == '/' && ends_iso(aet_span(line->p, n))))
            n++;
    word = aet_span(line->p, n);
    *line = aet_span_from(*line, n);
    if (n && line->n && line->p[0] == '/' && ends_iso(word))
        *line = aet_span_from(*line, 1);
    return word;
}

static bool has_digit(struct span s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] >= '0' && s.p[i] <= '9')
            return true;
    return false;
}

static enum mot kind_of(struct span word)
{
    static const struct {
        const char *word;
        enum mot kind;
    } words[] = {
        { "au", M_TO },         { "a", M_TO },        { "to", M_TO },       { "through", M_TO },
        { "jusquau", M_TO },    { "jusqua", M_TO },   { "until", M_TO },    { "till", M_TO },
        { "et", M_AND },        { "and", M_AND },     { "le", M_SMALL },    { "the", M_SMALL },
        { "du", M_SMALL },      { "avant", M_BOUND }, { "apres", M_BOUND }, { "depuis", M_BOUND },
        { "partir", M_BOUND },  { "from", M_BOUND },  { "entre", M_BOUND }, { "before", M_BOUND },
        { "between", M_BOUND }, { "after", M_BOUND }, { "since", M_BOUND },
    };
    struct buf key = { 0 };
    enum mot kind = has_digit(word) ? M_DIGITS : M_OTHER;

    if (to_sign(word) || aet_span_eq(word, AET_LIT("-")))
        return M_TO;
    aet_fold_name(word, &key);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (aet_span_eq(aet_buf_view(&key), aet_span_z(words[i].word)))
            kind = words[i].kind;
    aet_buf_free(&key);
    return kind;
}

/* From the first byte of a word to the last of another. */
static struct span stretch(const struct mots *m, size_t from, size_t to)
{
    return aet_span(m->word[from].p, (size_t)(m->word[to].p + m->word[to].n - m->word[from].p));
}

static bool is_day(struct span s)
{
    return s.n && s.n <= 2 && s.p[0] >= '0' && s.p[0] <= '9' &&
           (s.n == 1 || (s.p[1] >= '0' && s.p[1] <= '9'));
}

/* Words that are a date, or the beginning of one whose rest the other date says. */
static bool reads(struct span text, enum date_form form)
{
    struct date d;
    enum date_status st = aet_date_read(text, form, true, &d);

    return st == DATE_OK || st == DATE_NO_YEAR || is_day(text) || aet_span_eq(text, AET_LIT("1er"));
}

/* The longest date that begins at a word: how many words it has, or 0. */
static size_t date_at(const struct mots *m, size_t i, enum date_form form)
{
    size_t n = 0;

    while (n < DATE_WORDS && i + n < m->n && m->kind[i + n] != M_TO && m->kind[i + n] != M_AND)
        n++;
    while (n && !reads(stretch(m, i, i + n - 1), form))
        n--;
    return n;
}

/* False: more words or dates than a line can have. */
static bool cut(struct mots *m, struct span line, enum date_form form)
{
    struct span word;

    while ((word = next_word(&line)).n) {
        if (m->n == WORDS)
            return false;
        m->word[m->n] = word;
        m->kind[m->n++] = kind_of(word);
    }
    for (size_t i = 0; i < m->n; i++) {
        size_t n = date_at(m, i, form);

        if (!n)
            continue;
        if (m->dates == FAR)
            return false;
        m->date[m->dates] = stretch(m, i, i + n - 1);
        m->at[m->dates++] = i;
        m->kind[i] = M_DATE;
        for (; n > 1; n--)
            m->kind[++i] = M_IN;
    }
    return true;
}

static bool is_dash(struct span word)
{
    return aet_span_eq(word, AET_LIT("-")) || aet_span_eq(word, AET_LIT("–")) ||
           aet_span_eq(word, AET_LIT("—"));
}

static bool has(const struct mots *m, enum mot kind)
{
    for (size_t i = 0; i < m->n; i++)
        if (m->kind[i] == kind)
            return true;
    return false;
}

/* `21`, `21 décembre`: with what `whole` says of month and year; in the year before, when that
 * alone puts it first. False: it stays no date. */
static bool complete(struct span part, struct date whole, enum date_form form, struct date *out)
{
    struct buf text = { 0 };
    enum date_status st = DATE_BAD;

    if (is_day(part) || aet_span_eq(part, AET_LIT("1er"))) {
        *out = (struct date){ whole.year, whole.month, (int8_t)(part.p[0] - '0') };
        if (is_day(part) && part.n == 2)
            out->day = (int8_t)(out->day * 10 + part.p[1] - '0');
        return whole.day && out->day && out->day <= whole.day;
    }
    for (int year = whole.year; year >= whole.year - 1; year--) {
        aet_buf_clear(&text);
        aet_buf_span(&text, part);
        aet_buf_char(&text, ' ');
        aet_buf_int(&text, year);
        st = aet_date_read(aet_buf_view(&text), form, true, out);
        if (st == DATE_OK && aet_date_days(*out) <= aet_date_days(whole))
            break;
        st = DATE_BAD;
    }
    aet_buf_free(&text);
    return st == DATE_OK;
}

/* What stands between two dates says what they are to each other: M_TO, M_AND, or M_OTHER for what
 * nobody could tell. */
static enum mot between(const struct mots *m)
{
    enum mot link = M_TO;

    for (size_t i = m->at[0] + 1; i < m->at[1]; i++) {
        if (m->kind[i] == M_AND)
            link = M_AND;
        else if (m->kind[i] != M_TO && m->kind[i] != M_SMALL && m->kind[i] != M_IN)
            return M_OTHER;
    }
    return link == M_AND && has(m, M_BOUND) ? M_TO : link;
}

/* Always true. */
static bool add(struct exclusions *x, struct date from, struct date to)
{
    x->items = aet_grow(x->items, &x->cap, x->n, sizeof *x->items);
    x->items[x->n++] = (struct periode){ aet_date_days(from), aet_date_last_day(to) };
    return true;
}

static bool add_two(struct exclusions *x, const struct mots *m, enum date_form form)
{
    enum mot link = between(m);
    struct date from, to;

    if (link == M_OTHER || aet_date_read(m->date[1], form, true, &to) != DATE_OK ||
        (aet_date_read(m->date[0], form, true, &from) != DATE_OK &&
         !complete(m->date[0], to, form, &from)))
        return false;
    if (link == M_AND)
        return add(x, from, from) && add(x, to, to);
    return aet_date_days(from) <= aet_date_last_day(to) && add(x, from, to);
}

/* `jusqu'au 8 janvier 2027`, `2026-12-21 au`: a word beside the date says that another is missing;
 * a dash in front of a name does not. */
static bool is_half(const struct mots *m)
{
    size_t from = m->at[0], to = from + 1;

    while (to < m->n && m->kind[to] == M_IN)
        to++;
    if (from && m->kind[from - 1] == M_SMALL)
        from--;
    return has(m, M_BOUND) || (from && m->kind[from - 1] == M_TO) ||
           (to < m->n && m->kind[to] == M_TO && (to + 1 == m->n || !is_dash(m->word[to])));
}

static bool add_one(struct exclusions *x, const struct mots *m, enum date_form form)
{
    struct date d;

    return !is_half(m) && aet_date_read(m->date[0], form, true, &d) == DATE_OK && add(x, d, d);
}

bool aet_plan_exclusion(struct exclusions *x, struct span line, enum date_form form)
{
    struct mots m = { .n = 0 };

    return x->n < EXCLUSIONS_MAX && cut(&m, line, form) && m.dates && !has(&m, M_DIGITS) &&
           (m.dates == FAR ? add_two(x, &m, form) : add_one(x, &m, form));
}

/* Without its comment, and without blanks at either side. */
static struct span bare(struct span row)
{
    const char *hash = memchr(row.p, '#', row.n);

    return aet_span_trim(hash ? aet_span(row.p, (size_t)(hash - row.p)) : row);
}

static bool read_text(struct exclusions *x, struct span text, enum date_form form,
                      struct exclusions_fault *why)
{
    bool first = true;

    if (aet_span_starts(text, AET_LIT("\xEF\xBB\xBF")))
        text = aet_span_from(text, 3);
    for (why->line = 1; text.n; ++why->line) {
        const char *lf = memchr(text.p, '\n', text.n);
        struct span row = bare(aet_span(text.p, lf ? (size_t)(lf - text.p) : text.n));
        bool heading = first && !has_digit(row);

        text = aet_span_from(text, lf ? (size_t)(lf - text.p) + 1 : text.n);
        first &= !row.n;
        if (!row.n || heading || aet_plan_exclusion(x, row, form))
            continue;
        why->rule = PLA_EXCLURE;
        aet_buf_span(&why->text, row);
        return false;
    }
    why->rule = PLA_EXCLURE_RIEN;
    return x->n > 0;
}

bool aet_plan_exclusions_read(struct exclusions *x, const char *value, enum date_form form,
                              struct exclusions_fault *why)
{
    struct buf text = { 0 };
    bool ok = false;

    *why = (struct exclusions_fault){ .line = 0 };
    if (aet_file_read(value, &text)) {
        why->foreign = aet_foreign(aet_buf_view(&text));
        ok = why->foreign == FAULT_NONE && read_text(x, aet_buf_view(&text), form, why);
    } else if (errno == ENOENT) {
        ok = aet_plan_exclusion(x, aet_span_z(value), form);
        why->rule = PLA_EXCLURE_NI;
    } else {
        why->error = errno;
    }
    aet_buf_free(&text);
    return ok;
}

bool aet_plan_excluded(const struct exclusions *x, int32_t day)
{
    for (size_t i = 0; i < x->n; i++)
        if (day >= x->items[i].from && day <= x->items[i].to)
            return true;
    return false;
}

void aet_plan_exclusions_free(struct exclusions *x)
{
    aet_free(x->items);
}
