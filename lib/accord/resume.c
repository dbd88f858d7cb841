/* The sentences of resume.def, and when each is said. A word for a coefficient is the one that its
 * table has, with whose scale it is. */
#include "accord/resume.h"

#include "report/resume/resume.h"

#define P(name, fr, en) SAID_##name,
enum {
#include "accord/resume.def"
    SAID_N
};
#undef P

#define P(name, fr, en) [SAID_##name] = { fr, en },
static const struct text said[SAID_N] = {
#include "accord/resume.def"
};
#undef P

static const double high = 0.6, low = 0.4; /* as Landis and Koch cut: moderate lies between */

static void who(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t units, coders;

    if (!aet_seen_int(base, 0, "unites", &units) || !aet_seen_int(base, 0, "codeurs", &coders))
        return;
    aet_resume_say(
        z, said[SAID_WHO],
        AET_WORDS(aet_resume_count(z, "nombre", units), aet_resume_count(z, "codeurs", coders)));
    if (coders == 1)
        aet_resume_say(z, said[SAID_ALONE], NULL);
}

/* Of a field as a whole. */
static void field(struct resume *z, const struct section *s, size_t row)
{
    struct word what = aet_word_span("quoi", aet_seen_text(s, row, "libelle"));
    struct word which = aet_word_span("mesure", aet_seen_text(s, row, "mesure"));
    struct span word = aet_seen_text(s, row, "force");
    double v, from, to;

    if (!aet_seen_real(s, row, "valeur", &v))
        aet_resume_say(z, said[SAID_UNTOLD], AET_WORDS(what));
    else if (!word.n || !aet_seen_real(s, row, "ic_bas", &from) ||
             !aet_seen_real(s, row, "ic_haut", &to))
        aet_resume_say(z, said[SAID_AGREES_ONLY],
                       AET_WORDS(what, which, aet_resume_number(z, "valeur", v, 2)));
    else
        aet_resume_say(z, said[SAID_AGREES],
                       AET_WORDS(what, which, aet_resume_number(z, "valeur", v, 2),
                                 aet_resume_number(z, "bas", from, 2),
                                 aet_resume_number(z, "haut", to, 2), aet_word_span("force", word),
                                 aet_word_span("echelle", aet_seen_text(s, row, "echelle"))));
}

static void fields(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "coefficients");

    for (size_t row = 0; s && row < s->rows; row++)
        if (!aet_seen_code(s, row, "code").n)
            field(z, s, row);
}

/* Codes of which the interval settles that they are low, or settles nothing. */
static void codes(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "coefficients");
    int64_t under = 0, wide = 0, of = 0;
    struct buf names = { 0 };
    double from, to;

    for (size_t row = 0; s && row < s->rows; row++) {
        if (!aet_seen_code(s, row, "code").n)
            continue;
        of++;
        if (!aet_seen_real(s, row, "ic_bas", &from) || !aet_seen_real(s, row, "ic_haut", &to))
            continue;
        under += to < high;
        wide += from < low && to > high;
        if (to < high)
            aet_list_add(&names, aet_seen_text(s, row, "code_libelle"));
    }
    if (under)
        aet_resume_say(z, said[SAID_LOW],
                       AET_WORDS(aet_resume_count(z, "nombre", under),
                                 aet_resume_list(z, "noms", aet_buf_view(&names))));
    if (wide)
        aet_resume_say(
            z, said[SAID_WIDE],
            AET_WORDS(aet_resume_count(z, "nombre", wide), aet_resume_count(z, "tout", of)));
    aet_buf_free(&names);
}

static void disagree(struct resume *z)
{
    int64_t n = aet_seen_rows(aet_seen(z->r, "desaccords"));

    if (n)
        aet_resume_say(z, said[SAID_DISAGREE], AET_WORDS(aet_resume_count(z, "nombre", n)));
}

static aet_tell *const rules[] = { who, fields, codes, disagree, NULL };
const struct section_kind aet_kind_accord_resume = AET_RESUME_KIND(rules);
