/* Dates in words: months in letters, in French and English, whole or short, weekdays, articles.
 * The text is folded, then cut into numbers and words, each of a class; the classes in a row say
 * what it is. */
#include "base/date_private.h"

#include "base/fold.h"

enum { TOKENS = 10, TEXT_MAX = 80, SHORT_MAX = 68 /* 69 is 1969 to some */ };

/* A run of digits or of letters, and the mark that stands before it: 0 none, ' ' blanks only, one
 * of `-/.,'`, or '?' for several. */
struct token {
    struct span text;
    int value; /* of digits */
    char mark;
    char class; /* D one or two digits, Y four, N another number; M a month, W a weekday, o an
                   ordinal's ending, l an article, e `of`, v what names no day, x any other word */
};

static const char *const months[2][12] = {
    { "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
      "octobre", "novembre", "decembre" },
    { "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december" }
};

static const char *const weekdays[2][7] = {
    { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" },
    { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" }
};

static bool is_one_of(struct span word, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (words[i][0] == word.p[0] && aet_span_eq(word, aet_span_z(words[i])))
            return true;
    return false;
}

static bool begins(const char *name, struct span word)
{
    return name[0] == word.p[0] && aet_span_starts(aet_span_z(name), word);
}

/* Which of `n` names a word is, or begins with three letters or more: `janv`, `dec`. -1 when it is
 * none, or may be two (`jui`). */
static int named(struct span word, const char *const *fr, const char *const *en, int n)
{
    int found = -1;

    for (int i = 0; word.n >= 3 && i < n; i++) {
        if (!begins(fr[i], word) && !begins(en[i], word))
            continue;
        if (found >= 0)
            return -1;
        found = i;
    }
    return found;
}

static int month_of(struct span word)
{
    return named(word, months[0], months[1], 12);
}

static int weekday_of(struct span word)
{
    return named(word, weekdays[0], weekdays[1], 7);
}

const char *aet_date_weekday_name(struct date d, enum lang lang)
{
    static const struct text days[] = {
        { "lundi", "Monday" },    { "mardi", "Tuesday" },   { "mercredi", "Wednesday" },
        { "jeudi", "Thursday" },  { "vendredi", "Friday" }, { "samedi", "Saturday" },
        { "dimanche", "Sunday" },
    };

    return aet_text(days[aet_date_weekday(d)], lang);
}

void aet_date_say(struct date d, enum lang lang, struct buf *out)
{
    static const struct text names[] = {
        { "janvier", "January" }, { "février", "February" },  { "mars", "March" },
        { "avril", "April" },     { "mai", "May" },           { "juin", "June" },
        { "juillet", "July" },    { "août", "August" },       { "septembre", "September" },
        { "octobre", "October" }, { "novembre", "November" }, { "décembre", "December" },
    };
    /* D, M and Y stand for what they say */
    static const struct text first = { "Der\xC2\xA0"
                                       "M Y",
                                       "M\xC2\xA0"
                                       "D, Y" };
    static const struct text day = { "D\xC2\xA0"
                                     "M Y",
                                     "M\xC2\xA0"
                                     "D, Y" };
    static const struct text month = { "M Y", "M Y" };

    if (!d.month)
        return;
    for (const char *p = aet_text(d.day == 0 ? month : d.day == 1 ? first : day, lang); *p; p++)
        if (*p == 'D')
            aet_buf_int(out, d.day);
        else if (*p == 'M')
            aet_buf_str(out, aet_text(names[d.month - 1], lang));
        else if (*p == 'Y')
            aet_buf_int(out, d.year);
        else
            aet_buf_char(out, *p);
}

static char class_of_word(struct span w)
{
    static const char *const endings[] = { "er", "e", "st", "nd", "rd", "th" };
    static const char *const articles[] = { "le", "the", "en", "in" };
    static const char *const of[] = { "de", "d", "of" };
    /* seasons, what recurs or lasts, from one to another, about */
    static const char *const vague[] = {
        "automne", "hiver",   "printemps", "ete",      "fall",         "autumn",    "winter",
        "spring",  "summer",  "chaque",    "tous",     "toutes",       "toute",     "every",
        "each",    "all",     "continu",   "continue", "ongoing",      "permanent", "annee",
        "annees",  "year",    "annuel",    "annuelle", "mensuel",      "mensuelle", "monthly",
        "weekly",  "semaine", "semaines",  "week",     "hebdomadaire", "trimestre", "quarter",
        "session", "debut",   "fin",       "mi",       "end",          "early",     "late",
        "mid",     "du",      "au",        "a",        "to",           "from",      "entre",
        "between", "et",      "and",       "ou",       "or",           "avant",     "apres",
        "before",  "after",   "by",        "d'ici",    "ici",          "vers",      "environ",
        "courant", "about",   "around",    "jusqu",    "until",        "depuis",    "since",
    };

    if (month_of(w) >= 0)
        return 'M';
    if (is_one_of(w, endings, sizeof endings / sizeof *endings))
        return 'o';
    if (is_one_of(w, articles, sizeof articles / sizeof *articles))
        return 'l';
    if (is_one_of(w, of, sizeof of / sizeof *of))
        return 'e';
    if (is_one_of(w, vague, sizeof vague / sizeof *vague))
        return 'v';
    return weekday_of(w) >= 0 ? 'W' : 'x';
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool letter(char c)
{
    return c >= 'a' && c <= 'z';
}

/* Marks and blanks off the front; what they were. */
static char take_mark(struct span *s)
{
    char mark = 0;

    for (; s->n && strchr(" -/.,'", s->p[0]); *s = aet_span_from(*s, 1)) {
        if (s->p[0] == ' ')
            mark = mark ? mark : ' ';
        else
            mark = mark && mark != ' ' ? '?' : s->p[0];
    }
    return mark;
}

static struct span take_run(struct span *s, bool (*is)(char c))
{
    size_t n = 0;

    while (n < s->n && is(s->p[n]))
        n++;

    struct span run = aet_span(s->p, n);

    *s = aet_span_from(*s, n);
    return run;
}

static void classify(struct token *t)
{
    if (letter(t->text.p[0])) {
        t->class = class_of_word(t->text);
        return;
    }
    t->class = t->text.n <= 2 ? 'D' : t->text.n == 4 ? 'Y' : 'N';
    for (size_t i = 0; i < t->text.n && i < 5; i++)
        t->value = t->value * 10 + (t->text.p[i] - '0');
}

/* How many tokens a folded text is; 0 when it holds something else, or too many. */
static size_t cut(struct span s, struct token *t)
{
    size_t n = 0;

    while (s.n) {
        if (n == TOKENS)
            return 0;
        t[n] = (struct token){ .mark = take_mark(&s) };
        if (!s.n || (n == 0 && t[n].mark))
            return 0;
        t[n].text = take_run(&s, digit(s.p[0]) ? digit : letter);
        if (!t[n].text.n)
            return 0;
        classify(&t[n++]);
    }
    return n;
}

/* `à 10 h 30`, `13h` at the end: how many tokens are left without it. */
static size_t drop_hour(const struct token *t, size_t n)
{
    size_t h = n;

    for (size_t back = 1; back <= 2 && back < n; back++)
        if (aet_span_eq(t[n - back].text, AET_LIT("h")))
            h = n - back;
    if (h == n || h < 2 || t[h - 1].class != 'D' || t[h - 1].value > 24 ||
        (h + 2 == n && (t[h + 1].text.n != 2 || t[h + 1].value > 59)))
        return n;
    h--;
    return aet_span_eq(t[h - 1].text, AET_LIT("a")) ? h - 1 : h;
}

static size_t drop(struct token *t, size_t n, size_t at)
{
    memmove(t + at, t + at + 1, (n - at - 1) * sizeof *t);
    return n - 1;
}

/* `mar` is a weekday where another month or only figures follow. */
static bool is_weekday(const struct token *t, size_t n)
{
    size_t figures = 0, months_after = 0;

    if (t[0].class == 'W')
        return true;
    for (size_t i = 1; i < n; i++) {
        figures += t[i].class == 'D' || t[i].class == 'Y';
        months_after += t[i].class == 'M';
    }
    return t[0].class == 'M' && weekday_of(t[0].text) >= 0 && (months_after || figures == 3);
}

/* Take off what stands around a date: `le`, `lundi`, `1er`, `3rd of`. */
static size_t bare(struct token *t, size_t n, int *weekday)
{
    for (int turn = 0; turn < 3 && n > 1; turn++) {
        if (is_weekday(t, n)) {
            if (*weekday >= 0)
                return n;
            *weekday = weekday_of(t[0].text);
            n = drop(t, n, 0);
        } else if (t[0].class == 'l') {
            n = drop(t, n, 0);
        }
    }
    for (size_t i = 0; i + 1 < n; i++) {
        if (t[i].class == 'D' && t[i + 1].class == 'o' && (!t[i + 1].mark || t[i + 1].mark == ' '))
            n = drop(t, n, i + 1);
        if (i + 2 < n && t[i].class == 'D' && t[i + 1].class == 'e' && t[i + 2].class == 'M')
            n = drop(t, n, i + 1);
    }
    return n;
}

/* Only figures are left: as runs, when one mark divides them. */
static bool to_runs(const struct token *t, size_t n, struct runs *r)
{
    *r = (struct runs){ .count = n, .sep = n > 1 ? t[1].mark : 0 };
    if (n < 2 || n > 3 || !r->sep || !strchr(" -/.", r->sep) || (n == 3 && t[2].mark != r->sep))
        return false;
    for (size_t i = 0; i < n; i++) {
        if (t[i].class != 'D' && t[i].class != 'Y')
            return false;
        r->value[i] = t[i].value;
        r->digits[i] = t[i].text.n;
    }
    return true;
}

/* The forms of a date with its month in letters, as classes; a digit says which token holds day,
 * month, year (from 1; 0: none). */
static enum date_status read_form(const struct token *t, size_t n, struct date *out)
{
    static const struct {
        const char *classes;
        int day, month, year;
    } forms[] = {
        { "DMY", 1, 2, 3 }, { "MDY", 2, 1, 3 }, { "YMD", 3, 2, 1 }, { "DMD", 1, 2, 3 },
        { "MDD", 2, 1, 3 }, { "MY", 0, 1, 2 },  { "YM", 0, 2, 1 },  { "DM", 1, 2, 0 },
        { "MD", 2, 1, 0 },  { "M", 0, 1, 0 },
    };
    char classes[TOKENS + 1] = "";
    enum date_status st;
    size_t f = 0;
    int year;

    for (size_t i = 0; i < n; i++)
        classes[i] = t[i].class;
    while (f < sizeof forms / sizeof *forms && strcmp(forms[f].classes, classes) != 0)
        f++;
    if (f == sizeof forms / sizeof *forms)
        return DATE_BAD;
    if (!forms[f].year)
        return DATE_NO_YEAR;
    year = t[forms[f].year - 1].value;
    if (t[forms[f].year - 1].class == 'D') {
        if (t[forms[f].year - 1].text.n != 2 || year > SHORT_MAX)
            return DATE_SHORT_YEAR;
        year += 2000;
    }
    st = aet_date_make(year, month_of(t[forms[f].month - 1].text) + 1,
                       forms[f].day ? t[forms[f].day - 1].value : 1, out);
    if (!forms[f].day)
        out->day = 0;
    return st;
}

/* A word that names no day, or more than one day or month: `3-5 mars 2026`, `mars-avril 2026`. */
static bool is_vague(const struct token *t, size_t n)
{
    size_t months_named = 0, others = 0;

    for (size_t i = 0; i < n; i++) {
        if (t[i].class == 'v')
            return true;
        months_named += t[i].class == 'M';
        others += t[i].class != 'M' && t[i].class != 'D' && t[i].class != 'Y';
    }
    return months_named && !others;
}

struct words aet_date_words(struct span s)
{
    struct words w = { .weekday = -1, .st = DATE_BAD };
    struct token t[TOKENS];
    struct buf key = { 0 };
    size_t n;

    if (s.n > TEXT_MAX ||
        memchr(s.p, '?', s.n)) /* the fold drops it: `15 mars 2026 ?` is a doubt */
        return w;
    aet_fold(s, &key);
    n = cut(aet_buf_view(&key), t);
    if (n) {
        n = bare(t, drop_hour(t, n), &w.weekday);
        w.figures = to_runs(t, n, &w.runs);
        w.st = w.figures ? DATE_OK : read_form(t, n, &w.date);
        if (w.st == DATE_BAD && is_vague(t, n))
            w.st = DATE_VAGUE;
    }
    aet_buf_free(&key);
    return w;
}
