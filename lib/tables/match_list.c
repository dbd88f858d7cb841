/* Terms of a table as the words of a list. */
#include "tables/match_list.h"

#include "base/listed.h"

static bool is_term(void *of, struct span text)
{
    return aet_match(of, text) != NO_ROW;
}

static struct lexicon terms(struct matcher *m)
{
    return (struct lexicon){ is_term, m };
}

bool aet_match_several(struct matcher *m, struct span text, struct buf *parts)
{
    struct lexicon x = terms(m);

    return aet_listed(&x, text, false, parts);
}

bool aet_match_list(struct matcher *m, struct span text, struct buf *parts)
{
    struct lexicon x = terms(m);

    return aet_listed(&x, text, true, parts);
}

bool aet_match_next(struct matcher *m, struct span *rest, struct span *part)
{
    struct lexicon x = terms(m);

    return aet_listed_next(&x, rest, part);
}

bool aet_match_mixed(struct matcher *m, struct span text)
{
    struct lexicon x = terms(m);
    struct span rest = text, part;
    int32_t whole;
    bool stands = false; /* the term of which the whole is a slip, as a part of it */

    if (!aet_listed_partly(&x, text))
        return false;
    whole = aet_match_slip(m, text);
    while (whole != NO_ROW && aet_match_next(m, &rest, &part))
        stands |= aet_match(m, part) == whole;
    return whole == NO_ROW || stands;
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
