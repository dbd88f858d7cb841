/* Elision and contraction in French, by how a name begins. */
#include "base/elide.h"

#include "base/fold.h"

/* Beginnings with an h that is no vowel, folded: of the names of places and of common words. */
static const char *const aspirated[] = { "haut", "hull",  "harricana", "hameau", "hangar", "hors",
                                         "huit", "halte", "handicap",  "hibou",  "heros" };

/* Before these, which begin with a vowel, nothing is elided. */
static const char *const whole[] = { "onz", "oui", "ouat" };

static bool begins_as(struct span folded, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (aet_span_starts(folded, aet_span_z(words[i])))
            return true;
    return false;
}

/* « Yves » is said with a vowel, « Yamaska » is not. */
static bool vowel_y(struct span folded)
{
    return folded.n > 1 && folded.p[0] == 'y' && !strchr("aeiou", folded.p[1]);
}

/* Whether a name is said with a vowel at first. */
static bool opens(struct span name)
{
    struct buf folded = { 0 };
    struct span f;
    bool yes;

    aet_fold(name, &folded);
    f = aet_buf_view(&folded);
    if (!f.n || begins_as(f, whole, sizeof whole / sizeof *whole))
        yes = false;
    else if (f.p[0] == 'h')
        yes = !begins_as(f, aspirated, sizeof aspirated / sizeof *aspirated);
    else
        yes = strchr("aeiou", f.p[0]) || vowel_y(f);
    aet_buf_free(&folded);
    return yes;
}

/* « du Bic » and « des Escoumins ». */
static bool contracted(struct buf *out, struct span *name)
{
    static const struct {
        const char *article, *with;
    } articles[] = { { "Le ", "du " }, { "Les ", "des " } };

    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        struct span article = aet_span_z(articles[i].article);

        if (!aet_span_starts(*name, article))
            continue;
        aet_buf_str(out, articles[i].with);
        *name = aet_span_from(*name, article.n);
        return true;
    }
    return false;
}

void aet_elide(struct buf *out, const char *word, struct span *name)
{
    size_t n = strlen(word);

    if (strcmp(word, "de") == 0 && contracted(out, name))
        return;
    aet_buf_span(out, aet_span(word, opens(*name) ? n - 1 : n));
    aet_buf_str(out, opens(*name) ? "’" : " ");
}
