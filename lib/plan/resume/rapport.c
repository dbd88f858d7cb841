/* What there is to know of what funders paid for. */
#include "plan/resume/resume.h"

static void granted(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base"), *all = aet_seen(z->r, "bailleurs");
    struct span name = aet_seen_text(base, 0, "bailleur");
    int64_t n, plans, money;

    if (!aet_seen_int(base, 0, "actions", &n) || !aet_seen_int(base, 0, "plans", &plans) ||
        !aet_seen_int(base, 0, "accorde", &money))
        return;
    if (!name.n && aet_seen_rows(all) == 1)
        name = aet_seen_text(all, 0, "bailleur");
    aet_resume_say(
        z, aet_plan_said[SAID_GRANTED],
        AET_WORDS(name.n ? aet_word_span("qui", name)
                         : aet_resume_phrase(
                               z, "qui", aet_plan_said[SAID_FUNDERS],
                               AET_WORDS(aet_resume_count(z, "nombre", aet_seen_rows(all)))),
                  aet_resume_money(z, "accorde", money), aet_resume_count(z, "nombre", n),
                  aet_resume_count(z, "plans", plans)));
}

static void cost(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t budget, spent;

    if (aet_seen_int(base, 0, "budget", &budget) && aet_seen_int(base, 0, "depense", &spent) &&
        budget)
        aet_resume_say(z, aet_plan_said[SAID_WHOLE_COST],
                       AET_WORDS(aet_resume_money(z, "budget", budget),
                                 aet_resume_money(z, "depense", spent)));
}

static void done(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t n, of;

    if (aet_seen_int(base, 0, "realisees", &n) && aet_seen_int(base, 0, "actions", &of) && of)
        aet_resume_say(
            z, aet_plan_said[n ? SAID_DONE : SAID_DONE_NONE],
            AET_WORDS(aet_resume_part(z, "part", n, of), aet_resume_count(z, "nombre", n)));
}

static void late(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t n;

    if (aet_seen_int(base, 0, "en_retard", &n))
        aet_resume_say(
            z, aet_plan_said[n ? SAID_LATE : SAID_LATE_NONE],
            AET_WORDS(aet_resume_date(z, "date", z->r->date), aet_resume_count(z, "nombre", n)));
    if (aet_seen_int(base, 0, "dites_en_retard", &n))
        aet_plan_resume_stated(z, n);
}

static void results(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "resultats");
    int64_t without = 0;

    for (size_t row = 0; s && row < s->rows; row++)
        without += !aet_seen_text(s, row, "valeur").n;
    if (aet_seen_rows(s))
        aet_resume_say(z, aet_plan_said[SAID_RESULTS],
                       AET_WORDS(aet_resume_count(z, "nombre", aet_seen_rows(s)),
                                 aet_resume_count(z, "sans", without)));
}

static void decided(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "decisions");
    int64_t keep, adapt, drop;

    if (aet_seen_rows(s) && aet_seen_coded(s, "choix", "maintien", &keep) &&
        aet_seen_coded(s, "choix", "adaptation", &adapt) &&
        aet_seen_coded(s, "choix", "abandon", &drop))
        aet_resume_say(z, aet_plan_said[SAID_DECIDED],
                       AET_WORDS(aet_resume_count(z, "maintien", keep),
                                 aet_resume_count(z, "adaptation", adapt),
                                 aet_resume_count(z, "abandon", drop)));
}

static void shared(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "actions");
    double part;

    for (size_t row = 0; s && row < s->rows; row++)
        if (aet_seen_real(s, row, "part", &part) && part < 1) {
            aet_resume_say(z, aet_plan_said[SAID_SHARED], NULL);
            return;
        }
}

static aet_tell *const rapport[] = { granted, cost, done, late, results, decided, shared, NULL };
const struct section_kind aet_plan_kind_resume_rapport = AET_RESUME_KIND(rapport);
