/* Cutting at separators, words that hold them being whole. */
#include "base/listed.h"

enum { PARTS_MAX = 8, TEXT_MAX = 400 };

static bool knows(const struct lexicon *x, struct span text)
{
    return x->knows(x->of, aet_span_trim(text));
}

/* The separator of words that stands at `s`, with its blanks: its length, or 0. One that says "all
 * of these" is `certain`. */
static size_t separator(struct span s, bool certain)
{
    static const struct span words[] = {
        { " et ", 4 }, { " and ", 5 }, { " ou ", 4 }, { " or ", 4 }
    };
    enum { WORDS = sizeof words / sizeof *words, CERTAIN = 2 };

    if (s.n && s.p[0] && strchr(certain ? ",/;" : ",/;+&\n", s.p[0]))
        return 1;
    for (size_t i = 0; i < (certain ? CERTAIN : WORDS); i++)
        if (aet_span_starts(s, words[i]))
            return words[i].n;
    return 0;
}

/* A word may hold a comma itself: every cut is tried, the first part as long as it can be. */
static bool split_known(const struct lexicon *x, struct span text, bool certain, struct buf *parts,
                        unsigned depth)
{
    size_t before = parts->n;

    for (size_t i = text.n; i-- > 1;) {
        size_t n = separator(aet_span_from(text, i), certain);
        struct span head = aet_span_trim(aet_span(text.p, i));
        struct span tail = aet_span_trim(aet_span_from(text, i + n));

        if (!n || !tail.n || !knows(x, head))
            continue;
        aet_buf_span(parts, head);
        aet_buf_char(parts, '|');
        if (knows(x, tail)) {
            aet_buf_span(parts, tail);
            return true;
        }
        if (depth < PARTS_MAX && split_known(x, tail, certain, parts, depth + 1))
            return true;
        parts->n = before;
    }
    return false;
}

/* Where the longest known word that `text` begins with ends, at a separator; 0: there is none. */
static size_t known_head(const struct lexicon *x, struct span text)
{
    size_t i = text.n;

    while (i && ((i < text.n && !separator(aet_span_from(text, i), true)) ||
                 !knows(x, aet_span(text.p, i))))
        i--;
    return i;
}

/* Where the first part of `text` ends: a known word, or what stands before the next separator; a
 * word is none within what is not known, unless a known word follows it. */
static size_t part_end(const struct lexicon *x, struct span text)
{
    size_t end = known_head(x, text);

    for (size_t i = 1; !end && i < text.n; i++) {
        size_t n = separator(aet_span_from(text, i), true);

        if (n == 1 || (n && known_head(x, aet_span_trim(aet_span_from(text, i + n)))))
            end = i;
    }
    return end ? end : text.n;
}

bool aet_listed_next(const struct lexicon *x, struct span *rest, struct span *part)
{
    while (rest->n) {
        size_t end = part_end(x, *rest), n;

        *part = aet_span_trim(aet_span(rest->p, end));
        n = separator(aet_span_from(*rest, end), true);
        *rest = aet_span_trim(aet_span_from(*rest, end + n));
        if (part->n)
            return true;
    }
    return false;
}

bool aet_listed_may(struct span text)
{
    size_t i = 0;

    while (i < text.n && !separator(aet_span_from(text, i), true))
        i++;
    return i < text.n;
}

bool aet_listed(const struct lexicon *x, struct span text, bool certain, struct buf *parts)
{
    aet_buf_clear(parts);
    return text.n <= TEXT_MAX && split_known(x, text, certain, parts, 0);
}

bool aet_listed_partly(const struct lexicon *x, struct span text)
{
    struct span rest = text, part;
    bool known = false, unknown = false;

    while (text.n <= TEXT_MAX && aet_listed_next(x, &rest, &part)) {
        bool is = knows(x, part);

        known |= is;
        unknown |= !is;
    }
    return known && unknown;
}
