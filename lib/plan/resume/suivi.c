/* What there is to know of a follow-up. */
#include "plan/resume/resume.h"

static void followed(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t n, done;

    if (aet_seen_int(base, 0, "actions", &n) && aet_seen_int(base, 0, "realisees", &done))
        aet_resume_say(z, aet_plan_said[SAID_FOLLOWED],
                       AET_WORDS(aet_plan_resume_who(z, "qui", "actions"),
                                 aet_resume_count(z, "nombre", n),
                                 aet_resume_count(z, "faites", done)));
}

static void spent(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t budget, n;

    if (!aet_seen_int(base, 0, "budget", &budget) || !aet_seen_int(base, 0, "depense", &n) ||
        budget <= 0)
        return;
    aet_resume_say(z, aet_plan_said[SAID_SPENT],
                   AET_WORDS(aet_resume_money(z, "budget", budget),
                             aet_resume_money(z, "depense", n),
                             aet_resume_share(z, "taux", (double)n / (double)budget)));
}

/* The person whom more is late with than with any other, where one plan stands alone. */
static void person(struct resume *z, int64_t of)
{
    struct span name;
    int64_t n;

    if (!aet_seen_rows(aet_seen(z->r, "regroupements")) &&
        aet_seen_often(aet_seen(z->r, "actions"), "jours_retard", "responsable", &name, &n) &&
        n > 1)
        aet_resume_say(
            z, aet_plan_said[SAID_WHOSE],
            AET_WORDS(aet_resume_name(z, "qui", name), aet_resume_part(z, "retards", n, of)));
}

/* What is latest is named where it alone is. */
static void late(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "actions");
    struct span what = { NULL, 0 };
    int64_t n, days = 0;
    bool only;
    size_t row;

    if (!aet_seen_int(aet_seen(z->r, "base"), 0, "en_retard", &n))
        return;
    if (aet_seen_greatest(s, "jours_retard", &row, &only) &&
        aet_seen_int(s, row, "jours_retard", &days) && only)
        what = aet_seen_text(s, row, "libelle");
    aet_resume_say(z,
                   aet_plan_said[!n       ? SAID_LATE_NONE
                                 : what.n ? SAID_LATE_MOST
                                 : days   ? SAID_LATE_UP_TO
                                          : SAID_LATE],
                   AET_WORDS(aet_resume_date(z, "date", z->r->date),
                             aet_resume_count(z, "nombre", n), aet_resume_count(z, "jours", days),
                             aet_resume_name(z, "quoi", what)));
    aet_plan_resume_whose(z, "regroupements", NULL, n);
    person(z, n);
    if (aet_seen_int(aet_seen(z->r, "base"), 0, "dites_en_retard", &n))
        aet_plan_resume_stated(z, n);
}

static void targets(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "indicateurs");
    int64_t reached, missed, behind;

    if (aet_seen_rows(s) && aet_seen_coded(s, "etat", "atteint", &reached) &&
        aet_seen_coded(s, "etat", "non-atteint", &missed) &&
        aet_seen_coded(s, "etat", "en-retard", &behind))
        aet_resume_say(z, aet_plan_said[SAID_TARGETS],
                       AET_WORDS(aet_resume_count(z, "nombre", aet_seen_rows(s)),
                                 aet_resume_count(z, "atteints", reached),
                                 aet_resume_count(z, "rates", missed),
                                 aet_resume_count(z, "retard", behind)));
}

static void decide(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "decisions");
    int64_t due, made;

    if (aet_seen_coded(s, "etat", "a-prendre", &due) && aet_seen_coded(s, "etat", "prise", &made) &&
        due + made)
        aet_resume_say(
            z, aet_plan_said[SAID_DECIDE],
            AET_WORDS(aet_resume_count(z, "nombre", due), aet_resume_count(z, "prises", made)));
}

static void unread(struct resume *z)
{
    int64_t n;

    if (aet_seen_coded(aet_seen(z->r, "indicateurs"), "etat", "sans-releve", &n) && n)
        aet_resume_say(z, aet_plan_said[SAID_UNREAD], AET_WORDS(aet_resume_count(z, "nombre", n)));
}

static void unsaid(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "actions");
    int64_t n = 0;

    for (size_t row = 0; s && row < s->rows; row++)
        n += !aet_seen_code(s, row, "etat").n;
    if (n)
        aet_resume_say(z, aet_plan_said[SAID_UNSAID], AET_WORDS(aet_resume_count(z, "nombre", n)));
}

static aet_tell *const suivi[] = { aet_plan_resume_territoire,
                                   followed,
                                   spent,
                                   late,
                                   aet_plan_resume_beside,
                                   targets,
                                   decide,
                                   unread,
                                   unsaid,
                                   NULL };
const struct section_kind aet_plan_kind_resume_suivi = AET_RESUME_KIND(suivi);
