/* What there is to know of a draw, and of what one would tell. */
#include "perennite/resume/resume.h"

#include "base/real.h"

static void drawn(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "tirage");
    int64_t n, of;
    double share;

    if (aet_seen_int(s, 0, "taille", &n) && aet_seen_int(s, 0, "population", &of) &&
        aet_seen_real(s, 0, "fraction_obtenue", &share))
        aet_resume_say(z, aet_perennite_said[SAID_DRAWN],
                       AET_WORDS(aet_resume_count(z, "taille", n),
                                 aet_resume_count(z, "population", of),
                                 aet_resume_share(z, "taux", share),
                                 aet_resume_name(z, "graine", aet_seen_text(s, 0, "graine"))));
}

static void strata(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "strates");
    int64_t n, least = INT64_MAX, most = 0, none = 0;

    if (!aet_seen_rows(s))
        return;
    for (size_t row = 0; row < s->rows; row++) {
        if (!aet_seen_int(s, row, "taille", &n))
            return;
        none += n == 0;
        least = n > 0 && n < least ? n : least;
        most = n > most ? n : most;
    }
    if (most)
        aet_resume_say(
            z, aet_perennite_said[least < most ? SAID_STRATA : SAID_STRATA_EVEN],
            AET_WORDS(aet_resume_count(z, "nombre", (int64_t)s->rows - none),
                      aet_word_span("champ", aet_seen_text(aet_seen(z->r, "tirage"), 0, "strate")),
                      aet_resume_count(z, "moins", least), aet_resume_count(z, "plus", most)));
    if (none)
        aet_resume_say(z, aet_perennite_said[SAID_STRATA_NONE],
                       AET_WORDS(aet_resume_count(z, "nombre", none)));
}

static void redo(struct resume *z)
{
    int64_t n;

    if (aet_seen_int(aet_seen(z->r, "tirage"), 0, "taille", &n) && n)
        aet_resume_say(z, aet_perennite_said[SAID_REDO], NULL);
}

static aet_tell *const of_draw[] = { drawn, strata, redo, NULL };
const struct section_kind aet_perennite_kind_resume_tirage = AET_RESUME_KIND(of_draw);

/* Points of a percentage. False: they are not known. */
static bool points(struct resume *z, const char *column, const char *name, struct word *w)
{
    double half = 0;
    bool known = aet_seen_real(aet_seen(z->r, "prevision"), 0, column, &half);

    *w = aet_resume_number(z, name, aet_real_steady(half * 100), 1);
    return known;
}

static void forecast(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "prevision");
    int64_t n, of, ten, five;
    struct word a, b, c;
    bool known = points(z, "demi_50", "a", &a);

    known = points(z, "demi_20", "b", &b) && known;
    known = points(z, "demi_5", "c", &c) && known;
    if (!aet_seen_int(s, 0, "taille", &n) || !aet_seen_int(s, 0, "population", &of) || !of)
        return;
    aet_resume_say(z, aet_perennite_said[known ? SAID_FORECAST : SAID_UNSURE],
                   AET_WORDS(aet_resume_count(z, "taille", n),
                             aet_resume_count(z, "population", of), a, b, c));
    if (known && aet_seen_int(s, 0, "plans_pour_10", &ten) &&
        aet_seen_int(s, 0, "plans_pour_5", &five))
        aet_resume_say(
            z, aet_perennite_said[SAID_IT_TAKES],
            AET_WORDS(aet_resume_count(z, "dix", ten), aet_resume_count(z, "cinq", five)));
    if (points(z, "demi_lignes", "a", &a))
        aet_resume_say(z, aet_perennite_said[SAID_LINES], AET_WORDS(a));
}

static aet_tell *const of_forecast[] = { forecast, NULL };
const struct section_kind aet_perennite_kind_resume_prevision = AET_RESUME_KIND(of_forecast);
