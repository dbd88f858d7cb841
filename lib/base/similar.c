/* How near two spellings are, for "did you mean". */
#include "base/similar.h"

#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/fold.h"

enum { LONGEST = 160, SHORT = 8, WORD_MIN = 4, PREFIX_MIN = 5, WORDS_PER_HIT = 5 };

static const double STEM = 0.8;

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* No less than that: what either has and the other has not (the bag distance; Bartolini, Ciaccia &
 * Patella 2002, SPIRE, LNCS 2476: 271-283). A swap changes nothing of it, any other edit 1 at most.
 */
static size_t bag_distance(struct span a, struct span b)
{
    int counts[256] = { 0 };
    size_t more = 0, fewer = 0;

    for (size_t i = 0; i < a.n; i++)
        counts[(unsigned char)a.p[i]]++;
    for (size_t i = 0; i < b.n; i++)
        counts[(unsigned char)b.p[i]]--;
    for (size_t i = 0; i < 256; i++) {
        more += counts[i] > 0 ? (size_t)counts[i] : 0;
        fewer += counts[i] < 0 ? (size_t)-counts[i] : 0;
    }
    return more > fewer ? more : fewer;
}

/* Optimal string alignment distance over bytes of folded keys (mostly ASCII by then). */
static size_t distance(struct span a, struct span b)
{
    size_t rows[3][LONGEST + 1];
    size_t *before = rows[0], *last = rows[1], *now = rows[2];

    for (size_t j = 0; j <= b.n; j++)
        last[j] = j;
    for (size_t i = 1; i <= a.n; i++) {
        now[0] = i;
        for (size_t j = 1; j <= b.n; j++) {
            size_t cost = a.p[i - 1] != b.p[j - 1];

            now[j] = least(least(last[j] + 1, now[j - 1] + 1), last[j - 1] + cost);
            if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] && a.p[i - 2] == b.p[j - 1])
                now[j] = least(now[j], before[j - 2] + 1);
        }

        size_t *spare = before;

        before = last;
        last = now;
        now = spare;
    }
    return last[b.n];
}

static bool next_word(struct span *s, struct span *word)
{
    size_t i = 0, n = 0;

    while (i < s->n && !((s->p[i] >= 'a' && s->p[i] <= 'z') || (unsigned char)s->p[i] >= 0x80))
        i++;
    while (i + n < s->n &&
           ((s->p[i + n] >= 'a' && s->p[i + n] <= 'z') || (unsigned char)s->p[i + n] >= 0x80))
        n++;
    *word = aet_span(s->p + i, n);
    *s = aet_span_from(*s, i + n);
    return n > 0;
}

/* Words that say nothing of what a term is about. */
static bool is_small_word(struct span w)
{
    static const char *const words[] = { "pour",  "avec",  "dans",  "sans",   "leur",
                                         "leurs", "entre", "autre", "autres", "lors",
                                         "with",  "from",  "their", "other",  "others" };

    if (w.n < WORD_MIN)
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (aet_span_eq(w, aet_span_z(words[i])))
            return true;
    return false;
}

/* 1 for a word and its plural or feminine, less for two words of one stem, otherwise 0. */
static double same_word(struct span a, struct span b)
{
    size_t common = 0;

    while (common < a.n && common < b.n && a.p[common] == b.p[common])
        common++;
    if (common == a.n && common == b.n)
        return 1;
    if (common < PREFIX_MIN || common + 3 < a.n || common + 3 < b.n)
        return 0;
    return common == least(a.n, b.n) ? 1 : STEM;
}

static size_t count_words(struct span s)
{
    struct span w;
    size_t n = 0;

    while (next_word(&s, &w))
        n += !is_small_word(w);
    return n;
}

/* The share of the long words of `a` that also stand in `b`; one word out of a long sentence is
 * chance, and so is a small word alone ("Autre") unless it is half of what `b` says. */
static double shared_words(struct span a, struct span b)
{
    bool small = count_words(a) == 0;
    size_t words = 0, others = count_words(b);
    double shared = 0;
    struct span w, v;

    while (next_word(&a, &w)) {
        struct span rest = b;
        double best = 0;

        if (w.n < WORD_MIN || (!small && is_small_word(w)))
            continue;
        words++;
        while (next_word(&rest, &v)) {
            double s = same_word(w, v);

            best = s > best ? s : best;
        }
        shared += best;
    }
    if (small ? shared < (double)others : shared < 2 && shared * WORDS_PER_HIT < (double)others)
        return 0;
    return words ? shared / (double)words : 0;
}

static double share_left(size_t edits, size_t longest)
{
    return 1 - (double)edits / (double)longest;
}

double aet_similar_letters_least(struct span a, struct span b, double least_wanted)
{
    size_t longest = a.n > b.n ? a.n : b.n, shortest = least(a.n, b.n);
    double bar = longest < SHORT ? 0.7 : 0.6, s;

    bar = least_wanted > bar ? least_wanted : bar;
    if (!a.n || !b.n || longest > LONGEST || share_left(longest - shortest, longest) < bar ||
        share_left(bag_distance(a, b), longest) < bar)
        return 0;
    s = share_left(distance(a, b), longest);
    return s < bar ? 0 : s;
}

double aet_similar_letters(struct span a, struct span b)
{
    return aet_similar_letters_least(a, b, 0);
}

double aet_similar_words(struct span a, struct span b)
{
    return 0.9 * shared_words(a, b);
}

double aet_similarity(struct span a, struct span b)
{
    double by_words = aet_similar_words(a, b), by_letters = aet_similar_letters(a, b);

    return by_letters > by_words ? by_letters : by_words;
}

const char *aet_nearest_name(const char *word, const char *const *names, size_t n)
{
    struct buf a = { 0 }, b = { 0 };
    const char *best = NULL;
    double score = 0.5;

    aet_fold_name(aet_span_z(word), &a);
    for (size_t i = 0; i < n; i++) {
        double s;

        aet_buf_clear(&b);
        aet_fold_name(aet_span_z(names[i]), &b);
        s = aet_span_starts(aet_buf_view(&b), aet_buf_view(&a)) && a.n > 1
                ? 0.9
                : aet_similarity(aet_buf_view(&a), aet_buf_view(&b));
        if (s > score) {
            score = s;
            best = names[i];
        }
    }
    aet_buf_free(&a);
    aet_buf_free(&b);
    return best;
}
