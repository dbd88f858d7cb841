/* Words. */
#include "privacy/words.h"

#include "base/fold.h"
#include "base/utf8.h"

bool aet_next_word(struct span *s, struct span *gap, struct span *word)
{
    size_t n = 0, step;
    const char *from = s->p;

    while (s->n && (step = aet_utf8_between(*s)))
        *s = aet_span_from(*s, step);
    *gap = aet_span(from, (size_t)(s->p - from));
    while (n < s->n && !aet_utf8_between(aet_span_from(*s, n)))
        n++;
    *word = aet_span(s->p, n);
    *s = aet_span_from(*s, n);
    return n > 0;
}

void aet_fold_words(struct span s, struct buf *out)
{
    struct span gap, word;
    size_t from = out->n;

    while (aet_next_word(&s, &gap, &word)) {
        if (out->n > from)
            aet_buf_char(out, ' ');
        aet_fold(word, out);
    }
}

bool aet_name_is_short(struct span folded)
{
    return aet_utf8_count(folded) < 2;
}

bool aet_name_is_digits(struct span folded)
{
    for (size_t i = 0; i < folded.n; i++)
        if ((folded.p[i] < '0' || folded.p[i] > '9') && folded.p[i] != ' ')
            return false;
    return true;
}

bool aet_has_capital(struct span s)
{
    struct span gap, word;

    while (aet_next_word(&s, &gap, &word))
        if (aet_utf8_capital(word))
            return true;
    return false;
}
