/* Cutting at separators, words that hold them being whole. */
#include "base/listed.h"

#include "base/utf8.h"

/* Parts of a list, bytes of one and of a word: beyond, it is no such list. */
enum { PARTS_MAX = 64, TEXT_MAX = 4000, WORD_MAX = 400 };

/* Without the blanks around it, those that do not break too. */
static struct span trim(struct span s)
{
    size_t n;

    s = aet_span_trim(s);
    while ((n = aet_utf8_blank(s)))
        s = aet_span_from(s, n);
    n = aet_utf8_blank_end(s);
    return n ? trim(aet_span(s.p, s.n - n)) : s;
}

static bool knows(const struct lexicon *x, struct span text)
{
    return text.n <= WORD_MAX && x->knows(x->of, trim(text));
}

static bool begins(struct span s, const char *word, size_t n)
{
    size_t i = 0;

    while (i < n && i < s.n && (s.p[i] == word[i] || (s.p[i] | 32) == word[i]))
        i++;
    return i == n;
}

/* A word or a dash between blanks that joins: its length with them, or 0. */
static size_t joint(struct span s, bool certain)
{
    static const char *const words[] = { "et", "and", "ou", "or", "-", "\xE2\x80\x93" };
    enum { WORDS = sizeof words / sizeof *words, CERTAIN = 2 };
    size_t before = aet_utf8_blank(s);

    for (size_t i = 0; before && i < (certain ? CERTAIN : WORDS); i++) {
        size_t n = before + strlen(words[i]);
        size_t after = aet_utf8_blank(aet_span_from(s, n));

        if (after && begins(aet_span_from(s, before), words[i], n - before))
            return n + after;
    }
    return 0;
}

static bool is_sign(char c, bool certain)
{
    return c && strchr(certain ? ",/;" : ",/;+&\n", c);
}

/* The separator of words that stands at `s`, with its blanks: its length, or 0. One that says "all
 * of these" is `certain`; a sign and a word may be one (« A, B, et C »). */
static size_t separator(struct span s, bool certain)
{
    if (s.n && is_sign(s.p[0], certain))
        return 1 + joint(aet_span_from(s, 1), certain);
    return joint(s, certain);
}

/* The separator at `i`: a word behind a sign is a part of that one. */
static size_t cut_at(struct span text, size_t i, bool certain)
{
    if (i >= text.n || (i && is_sign(text.p[i - 1], certain) && !is_sign(text.p[i], certain)))
        return 0;
    return separator(aet_span_from(text, i), certain);
}

/* A word may hold a comma itself: every cut is tried, the first part as long as it can be. */
static bool split_known(const struct lexicon *x, struct span text, bool certain, struct buf *parts,
                        unsigned depth)
{
    size_t before = parts->n;

    for (size_t i = text.n < WORD_MAX ? text.n : WORD_MAX + 1; i-- > 1;) {
        size_t n = cut_at(text, i, certain);
        struct span head = trim(aet_span(text.p, i));
        struct span tail = trim(aet_span_from(text, i + n));

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
    size_t i = text.n < WORD_MAX ? text.n : WORD_MAX;

    while (i && ((i < text.n && !cut_at(text, i, true)) || !knows(x, aet_span(text.p, i))))
        i--;
    return i;
}

/* Where the first part of `text` ends: a known word, or what stands before the next separator; a
 * word is none within what is not known, unless a known word follows it. */
static size_t part_end(const struct lexicon *x, struct span text)
{
    size_t end = known_head(x, text);

    for (size_t i = 1; !end && i < text.n; i++) {
        size_t n = cut_at(text, i, true);

        if (n && (is_sign(text.p[i], true) || known_head(x, trim(aet_span_from(text, i + n)))))
            end = i;
    }
    return end ? end : text.n;
}

bool aet_listed_next(const struct lexicon *x, struct span *rest, struct span *part)
{
    while (rest->n) {
        size_t end = part_end(x, *rest), n;

        *part = trim(aet_span(rest->p, end));
        n = cut_at(*rest, end, true);
        *rest = trim(aet_span_from(*rest, end + n));
        if (part->n)
            return true;
    }
    return false;
}

struct span aet_listed_bare(struct span text)
{
    static const char *const bullets[] = { "-",
                                           "*",
                                           "\xE2\x80\x93",
                                           "\xE2\x80\x94",
                                           "\xE2\x80\xA2",
                                           "\xC2\xB7",
                                           "\xE2\x96\xAA",
                                           "\xE2\x97\x8F" };

    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
        size_t n = strlen(bullets[i]);

        if (aet_span_starts(text, aet_span_z(bullets[i])) && aet_utf8_blank(aet_span_from(text, n)))
            return trim(aet_span_from(text, n + aet_utf8_blank(aet_span_from(text, n))));
    }
    return text;
}

bool aet_listed_may(struct span text)
{
    size_t i = 0;

    while (i < text.n && !cut_at(text, i, true))
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
