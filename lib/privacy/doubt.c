/* Family names and initials alone. */
#include "privacy/doubt.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "privacy/disguise.h"
#include "privacy/terms.h"
#include "privacy/words.h"

enum { GAP = 2, LETTERS_MIN = 3, LETTERS_MAX = 60 };

/* Letters set apart, each with its capital: "A. C.", "C ô t é". */
static bool spelt(struct pseudonyms *p, struct span word, struct span rest)
{
    struct span gap;
    bool capitals = true, dots = false;
    size_t n = 0;

    aet_buf_clear(&p->second);
    while (n < LETTERS_MAX && aet_utf8_width(word) == 1) {
        size_t from = p->second.n;

        aet_fold(word, &p->second);
        aet_liken(&p->second, from);
        capitals &= aet_utf8_capital(word);
        dots |= rest.n && rest.p[0] == '.';
        n++;
        if (n >= LETTERS_MIN && aet_terms_family(p, aet_buf_view(&p->second)))
            return true;
        if (!aet_next_word(&rest, &gap, &word) || gap.n > GAP)
            break;
    }
    return n > 1 && capitals && dots && aet_terms_initials(p, aet_buf_view(&p->second));
}

bool aet_name_doubtful(struct pseudonyms *p, struct span word, struct span rest)
{
    if (aet_utf8_width(word) == 1) /* the rest of a run of letters was looked at */
        return !(aet_utf8_width(p->before) == 1 &&
                 (size_t)(word.p - (p->before.p + p->before.n)) <= GAP) &&
               spelt(p, word, rest);
    if (!aet_utf8_capital(word))
        return false;
    aet_buf_clear(&p->second);
    aet_fold(word, &p->second);
    aet_liken(&p->second, 0);
    return aet_terms_family(p, aet_buf_view(&p->second));
}
