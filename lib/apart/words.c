/* Words of totals and notes, and what is no word. */
#include "apart/words.h"

#include "base/duration.h"
#include "base/fold.h"
#include "base/stand_in.h"

enum { WORD_MAX = 24, THINGS_MAX = 40, LABEL_MAX = 40, ROW_DIGITS = 4 };

/* Folded, a longer one before those that it begins with. */
static const struct {
    const char *words;
    enum rank rank;
} heads[] = {
    { "grand total", RANK_OVERALL },
    { "grand-total", RANK_OVERALL },
    { "grands totaux", RANK_OVERALL },
    { "total general", RANK_OVERALL },
    { "totaux generaux", RANK_OVERALL },
    { "total global", RANK_OVERALL },
    { "total final", RANK_OVERALL },
    { "overall total", RANK_OVERALL },
    { "total partiel", RANK_PART },
    { "totaux partiels", RANK_PART },
    { "total intermediaire", RANK_PART },
    { "sous-total", RANK_PART },
    { "sous total", RANK_PART },
    { "sous - total", RANK_PART },
    { "soustotal", RANK_PART },
    { "sous-totaux", RANK_PART },
    { "sous totaux", RANK_PART },
    { "s/total", RANK_PART },
    { "s-total", RANK_PART },
    { "ss-total", RANK_PART },
    { "ss total", RANK_PART },
    { "subtotals", RANK_PART },
    { "subtotal", RANK_PART },
    { "sub-total", RANK_PART },
    { "sub total", RANK_PART },
    { "total", RANK_TOTAL },
    { "totaux", RANK_TOTAL },
    { "totals", RANK_TOTAL },
    { "t o t a l", RANK_TOTAL },
    { "somme", RANK_TOTAL },
    { "sum", RANK_TOTAL },
    { "moyenne", RANK_OTHER },
    { "moy", RANK_OTHER },
    { "average", RANK_OTHER },
    { "mean", RANK_OTHER },
    { "mediane", RANK_OTHER },
    { "median", RANK_OTHER },
    { "solde", RANK_OTHER },
    { "cumul", RANK_OTHER },
    { "cumulatif", RANK_OTHER },
    { "cumulative", RANK_OTHER },
};

static bool alphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static bool has_letters(struct span s)
{
    for (size_t i = 0; i < s.n; i++)
        if (alphanumeric(s.p[i]) && !(s.p[i] >= '0' && s.p[i] <= '9'))
            return true;
    return false;
}

/* Whether the text begins with these words, and not only with their letters. */
static bool begins(struct span text, struct span words)
{
    return aet_span_starts(text, words) && (text.n == words.n || !alphanumeric(text.p[words.n]));
}

/* The word of a total that stands further on: `Parents Total`, `Nombre total d'heures`. */
static enum rank rank_within(struct span text)
{
    static const struct span words[] = { { "total", 5 }, { "totaux", 6 }, { "totals", 6 } };

    for (size_t i = 1; i < text.n; i++)
        for (size_t k = 0; !alphanumeric(text.p[i - 1]) && k < sizeof words / sizeof *words; k++)
            if (begins(aet_span_from(text, i), words[k]))
                return i + words[k].n == text.n ? RANK_NAMED : RANK_OTHER;
    return RANK_NONE;
}

/* *rest: what follows the word, where the text begins with it. */
static enum rank rank_folded(struct span text, struct span *rest)
{
    *rest = AET_LIT("");
    while (text.n && !alphanumeric(text.p[0]))
        text = aet_span_from(text, 1);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        struct span words = aet_span_z(heads[i].words);

        if (!begins(text, words))
            continue;
        *rest = aet_span_from(text, words.n);
        return heads[i].rank == RANK_TOTAL && has_letters(*rest) ? RANK_NAMED : heads[i].rank;
    }
    return rank_within(text);
}

enum rank aet_rank_of(struct span cell)
{
    struct buf key = { 0 };
    struct span rest;
    enum rank rank;

    if (!aet_may_rank(cell))
        return RANK_NONE;
    aet_fold(cell, &key);
    rank = rank_folded(aet_buf_view(&key), &rest);
    aet_buf_free(&key);
    return rank;
}

/* `tot`, or the first letters of T O T A L. */
static bool says_total(struct span cell)
{
    for (size_t i = 0; i + 2 < cell.n; i++)
        if ((cell.p[i] | 0x20) == 't' &&
            (((cell.p[i + 1] | 0x20) == 'o' && (cell.p[i + 2] | 0x20) == 't') ||
             (cell.p[i + 1] == ' ' && (cell.p[i + 2] | 0x20) == 'o')))
            return true;
    return false;
}

bool aet_is_total_word(struct span cell)
{
    char first = cell.n ? (char)(cell.p[0] | 0x20) : '\0';
    struct buf key = { 0 };
    struct span rest;
    enum rank rank;
    bool is;

    if (cell.n > WORD_MAX || (first != 't' && first != 's' && first != 'g') || !says_total(cell))
        return false;
    aet_fold(cell, &key);
    rank = rank_folded(aet_buf_view(&key), &rest);
    is = rank >= RANK_PART && rank != RANK_NAMED && !has_letters(rest);
    aet_buf_free(&key);
    return is;
}

bool aet_may_rank(struct span cell)
{
    static const char *const pairs[] = { "so", "su", "ss", "mo", "me", "av", "cu" };
    struct span s = aet_span_trim(cell);
    char two[] = { s.n ? (char)(s.p[0] | 0x20) : '\0', s.n > 1 ? (char)(s.p[1] | 0x20) : '\0' };

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (memcmp(two, pairs[i], 2) == 0)
            return true;
    return (two[0] == 'm' && s.p[1] & 0x80) || says_total(s); /* médiane */
}

/* Whether what stands before the first colon of a cell is one of these words. */
static bool announced(struct span cell, const char *const *words, size_t n)
{
    struct span s = aet_span_trim(cell);
    const char *colon = memchr(s.p, ':', s.n);
    struct buf key = { 0 };
    bool is = false;

    if (!colon)
        return false;
    aet_fold(aet_span(s.p, (size_t)(colon - s.p)), &key);
    for (size_t i = 0; !is && i < n; i++)
        is = aet_span_eq(aet_buf_view(&key), aet_span_z(words[i]));
    aet_buf_free(&key);
    return is;
}

bool aet_begins_note(struct span cell)
{
    static const char *const words[] = { "note",     "notes",     "nota",    "nota bene",
                                         "nb",       "n.b",       "source",  "sources",
                                         "remarque", "remarques", "legende", "attention",
                                         "important" };
    struct span s = aet_span_trim(cell);

    return (s.n && s.p[0] == '*') || announced(s, words, sizeof words / sizeof *words);
}

bool aet_begins_example(struct span cell)
{
    static const char *const words[] = { "exemple", "ex",          "par exemple", "p. ex",
                                         "example", "for example", "e.g",         "eg" };

    return announced(cell, words, sizeof words / sizeof *words);
}

bool aet_is_label(struct span cell)
{
    struct span s = aet_span_trim(cell);

    return s.n > 1 && s.p[s.n - 1] == ':';
}

bool aet_is_labelled(struct span cell)
{
    struct span s = aet_span_trim(cell);
    const char *colon = memchr(s.p, ':', s.n < LABEL_MAX ? s.n : LABEL_MAX);
    size_t at = colon ? (size_t)(colon - s.p) : 0;
    char after = at + 1 < s.n ? s.p[at + 1] : ' ';

    return at && aet_begins_words(s.p[0]) && (after == ' ' || (unsigned char)after >= 0x80);
}

bool aet_is_row_number(struct span cell)
{
    struct span s = aet_span_trim(cell);

    if (s.n > 1 && (s.p[s.n - 1] == '.' || s.p[s.n - 1] == ')'))
        s.n--;
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
    return s.n > 0 && s.n <= ROW_DIGITS;
}

bool aet_is_sign(struct span s)
{
    struct buf key = { 0 };
    bool is;

    aet_fold_name(s, &key);
    is = key.n == 0;
    aet_buf_free(&key);
    return is;
}

/* The unit of a number that stands in the cell before. */
static bool is_unit(struct span s)
{
    static const char *const units[] = { "h",       "hr",      "hrs",      "heure", "heures",
                                         "hour",    "hours",   "min",      "mn",    "minute",
                                         "minutes", "jour",    "jours",    "day",   "days",
                                         "dollar",  "dollars", "pourcent", "cad" };
    struct buf key = { 0 };
    bool is = false;

    aet_fold_name(s, &key);
    for (size_t i = 0; !is && i < sizeof units / sizeof *units; i++)
        is = aet_span_eq(aet_buf_view(&key), aet_span_z(units[i]));
    aet_buf_free(&key);
    return is;
}

/* `10 activités`: a number, and a few words of what it counts. */
static bool counts_things(struct span s, struct number_form form)
{
    const char *blank = memchr(s.p, ' ', s.n);
    struct buf digits = { 0 };
    bool is = false;

    if (!blank || s.n > THINGS_MAX)
        return false;

    struct span things = aet_span_trim(aet_span_from(s, (size_t)(blank - s.p)));

    for (size_t i = 0; i < things.n; i++)
        if (things.p[i] >= '0' && things.p[i] <= '9')
            return false;
    if (things.n && aet_begins_words(things.p[0]))
        is = aet_number_read(aet_span(s.p, (size_t)(blank - s.p)), form, &digits) == NUMBER_OK;
    aet_buf_free(&digits);
    return is;
}

static bool is_number(struct span s, struct number_form form)
{
    struct buf digits = { 0 };
    enum number_status st;

    if (s.n > 2 && s.p[0] == '(' && s.p[s.n - 1] == ')') /* a negative amount */
        s = aet_span(s.p + 1, s.n - 2);
    aet_number_percent(&s);
    st = aet_number_read(s, form, &digits);
    aet_buf_free(&digits);
    return st != NUMBER_BAD;
}

static bool is_date(struct span s)
{
    struct date d;
    enum date_status st = aet_date_read(s, DATES_ISO, true, &d);

    return st == DATE_OK || st == DATE_AMBIGUOUS || st == DATE_IMPOSSIBLE;
}

bool aet_is_figure(struct span cell, struct number_form form)
{
    struct span s = aet_span_trim(cell);
    int64_t minutes;

    if (s.n && (s.p[0] == '#' || s.p[0] == '=')) /* #REF!, =SOMME(I5:I14) */
        return !memchr(s.p, ' ', s.n);
    return is_number(s, form) || aet_duration_read(s, form, 60, &minutes) != DURATION_BAD ||
           counts_things(s, form) || is_date(s) || aet_stand_in(s) == STANDS_FOR_NOTHING ||
           aet_is_sign(s) || is_unit(s) || aet_is_row_number(s);
}
