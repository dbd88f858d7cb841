/* How near two spellings are, for "did you mean". */
#include "tables/match.h"

enum { LONGEST = 160, WORD_MIN = 4, PREFIX_MIN = 5 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
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

static bool same_word(struct span a, struct span b)
{
    size_t common = 0;

    while (common < a.n && common < b.n && a.p[common] == b.p[common])
        common++;
    return (common == a.n && common == b.n) ||
           (common >= PREFIX_MIN && common + 3 >= a.n && common + 3 >= b.n);
}

/* The share of the long words of `a` that also stand in `b`. */
static double shared_words(struct span a, struct span b)
{
    size_t words = 0, shared = 0;
    struct span w, v;

    while (next_word(&a, &w)) {
        struct span rest = b;

        if (w.n < WORD_MIN)
            continue;
        words++;
        while (next_word(&rest, &v))
            if (same_word(w, v)) {
                shared++;
                break;
            }
    }
    return words ? (double)shared / (double)words : 0;
}

double aet_similarity(struct span a, struct span b)
{
    double by_words = 0.9 * shared_words(a, b);
    double by_letters = 0;

    if (a.n && b.n && a.n <= LONGEST && b.n <= LONGEST) {
        size_t longest = a.n > b.n ? a.n : b.n;

        by_letters = 1 - (double)distance(a, b) / (double)longest;
        if (by_letters < 0.6)
            by_letters = 0;
    }
    return by_letters > by_words ? by_letters : by_words;
}
