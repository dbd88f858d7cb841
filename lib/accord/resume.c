/* The sentences of resume.def, and when each is said. A word for a coefficient is the one that its
 * table has, with whose scale it is. */
#include "accord/resume.h"

#include <math.h>

#include "report/resume/resume.h"

#define AET_SENTENCES "accord/resume.def"
#include "report/resume/sentences.h"

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

/* --- what it takes to know it ----------------------------------------------------------------- */

static void takes(struct resume *z, const struct section *s, size_t row)
{
    struct word what = aet_word_span("quoi", aet_seen_text(s, row, "champ"));
    int64_t ten, read;

    if (aet_seen_int(s, row, "unites_pour_10", &ten) && aet_seen_int(s, row, "unites", &read))
        aet_resume_say(z, said[SAID_TAKES],
                       AET_WORDS(what, aet_word_span("mesure", aet_seen_text(s, row, "mesure")),
                                 aet_resume_count(z, "dix", ten),
                                 aet_resume_count(z, "lues", read)));
    else
        aet_resume_say(z, said[SAID_TAKES_UNTOLD], AET_WORDS(what));
}

/* Of each field the coefficient that it is usually told by: kappa, or alpha where kappa is not. */
static void fields_forecast(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "prevision");
    size_t best = SIZE_MAX;

    for (size_t row = 0; s && row < s->rows; row++) {
        struct span measure = aet_seen_code(s, row, "mesure");
        bool last = row + 1 == s->rows || !aet_span_eq(aet_seen_code(s, row, "champ"),
                                                       aet_seen_code(s, row + 1, "champ"));

        if (aet_span_eq(measure, AET_LIT("kappa")) ||
            (best == SIZE_MAX && aet_span_eq(measure, AET_LIT("alpha"))))
            best = row;
        if (!last)
            continue;
        if (best != SIZE_MAX)
            takes(z, s, best);
        best = SIZE_MAX;
    }
}

static void codes_forecast(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "prevision_codes");
    int64_t needed, read, n = 0;

    for (size_t row = 0; s && row < s->rows; row++)
        n += !aet_seen_int(s, row, "unites_pour_20", &needed) ||
             !aet_seen_int(s, row, "unites", &read) || needed > read;
    if (n)
        aet_resume_say(z, said[SAID_CODES_SHORT],
                       AET_WORDS(aet_resume_count(z, "nombre", n),
                                 aet_resume_count(z, "tout", aet_seen_rows(s))));
}

/* The row of a kappa expected and of a share. */
static bool before_row(const struct section *s, double kappa, double share, int64_t *units)
{
    double k, p;

    for (size_t row = 0; s && row < s->rows; row++)
        if (aet_seen_real(s, row, "kappa", &k) && aet_seen_real(s, row, "part", &p) &&
            fabs(k - kappa) < 1e-9 && fabs(p - share) < 1e-9)
            return aet_seen_int(s, row, "unites_test", units);
    return false;
}

static void before(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "prevision_kappa");
    int64_t often, rare;

    if (before_row(s, 0.8, 0.3, &often) && before_row(s, 0.8, 0.05, &rare))
        aet_resume_say(
            z, said[SAID_BEFORE],
            AET_WORDS(aet_resume_count(z, "nombre", often), aet_resume_count(z, "rare", rare)));
}

static aet_tell *const of_forecast[] = { who, fields_forecast, codes_forecast, before, NULL };
const struct section_kind aet_kind_accord_resume_prevision = AET_RESUME_KIND(of_forecast);
