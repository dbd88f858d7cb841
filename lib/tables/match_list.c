/* Cutting at separators, labels that hold them being whole. */
#include "tables/match_list.h"

enum { PARTS_MAX = 8, SEVERAL_MAX = 400 };

/* The separator of terms that stands at `s`, with its blanks: its length, or 0. One that says "all
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

/* A label may hold a comma itself: every cut is tried, the first part as long as it can be. */
static bool split_known(struct matcher *m, struct span text, bool certain, struct buf *parts,
                        unsigned depth)
{
    size_t before = parts->n;

    for (size_t i = text.n; i-- > 1;) {
        size_t n = separator(aet_span_from(text, i), certain);
        struct span head = aet_span_trim(aet_span(text.p, i));
        struct span tail = aet_span_trim(aet_span_from(text, i + n));

        if (!n || !tail.n || aet_match(m, head) == NO_ROW)
            continue;
        aet_buf_span(parts, head);
        aet_buf_char(parts, '|');
        if (aet_match(m, tail) != NO_ROW) {
            aet_buf_span(parts, tail);
            return true;
        }
        if (depth < PARTS_MAX && split_known(m, tail, certain, parts, depth + 1))
            return true;
        parts->n = before;
    }
    return false;
}

bool aet_match_several(struct matcher *m, struct span text, struct buf *parts)
{
    aet_buf_clear(parts);
    return text.n <= SEVERAL_MAX && split_known(m, text, false, parts, 0);
}

bool aet_match_list(struct matcher *m, struct span text, struct buf *parts)
{
    aet_buf_clear(parts);
    return text.n <= SEVERAL_MAX && split_known(m, text, true, parts, 0);
}

/* Where the longest known term that `text` begins with ends, at a separator; 0: there is none. */
static size_t known_head(struct matcher *m, struct span text)
{
    size_t i = text.n;

    while (i && ((i < text.n && !separator(aet_span_from(text, i), true)) ||
                 aet_match(m, aet_span_trim(aet_span(text.p, i))) == NO_ROW))
        i--;
    return i;
}

/* Where the first part of `text` ends: a known term, or what stands before the next separator; a
 * word is none within what is not known, unless a known term follows it. */
static size_t part_end(struct matcher *m, struct span text)
{
    size_t end = known_head(m, text);

    for (size_t i = 1; !end && i < text.n; i++) {
        size_t n = separator(aet_span_from(text, i), true);

        if (n == 1 || (n && known_head(m, aet_span_trim(aet_span_from(text, i + n)))))
            end = i;
    }
    return end ? end : text.n;
}

bool aet_match_next(struct matcher *m, struct span *rest, struct span *part)
{
    while (rest->n) {
        size_t end = part_end(m, *rest), n;

        *part = aet_span_trim(aet_span(rest->p, end));
        n = separator(aet_span_from(*rest, end), true);
        *rest = aet_span_trim(aet_span_from(*rest, end + n));
        if (part->n)
            return true;
    }
    return false;
}

bool aet_match_mixed(struct matcher *m, struct span text)
{
    struct span rest = text, part;
    bool known = false, unknown = false, slip;
    int32_t whole;

    if (text.n > SEVERAL_MAX)
        return false;
    whole = aet_match_slip(m, text);
    slip = whole != NO_ROW; /* unless that very term stands in it */
    while (aet_match_next(m, &rest, &part)) {
        int32_t row = aet_match(m, part);

        known |= row != NO_ROW;
        unknown |= row == NO_ROW;
        slip &= row != whole;
    }
    return known && unknown && !slip;
}

bool aet_match_within(struct matcher *m, struct span text, struct span *part)
{
    for (size_t from = 0, i = 0; i <= text.n; i++) {
        if (i < text.n && !(text.p[i] && strchr(",;/", text.p[i])))
            continue;
        *part = aet_span_trim(aet_span(text.p + from, i - from));
        if (part->n && aet_match(m, *part) != NO_ROW)
            return true;
        from = i + 1;
    }
    return false;
}

/* How many of one's words the label has; of two that have as many, the one that says little else
 * is nearer. */
