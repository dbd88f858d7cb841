/* What there is to know of plans as they stand. */
#include "plan/resume/resume.h"

static void viewed(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t aims, changes, actions;

    if (aet_seen_int(base, 0, "objectifs", &aims) &&
        aet_seen_int(base, 0, "transformations", &changes) &&
        aet_seen_int(base, 0, "actions", &actions))
        aet_resume_say(z, aet_plan_said[SAID_VIEWED],
                       AET_WORDS(aet_plan_resume_who(z, "qui", "apercu"),
                                 aet_resume_count(z, "objectifs", aims),
                                 aet_resume_count(z, "transformations", changes),
                                 aet_resume_count(z, "actions", actions)));
}

static void period(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "apercu");
    struct date first = { 0, 0, 0 }, last = first, d;

    for (size_t row = 0; s && row < s->rows; row++) {
        if (aet_seen_date(s, row, "debut", &d) &&
            (!first.year || aet_date_days(d) < aet_date_days(first)))
            first = d;
        if (aet_seen_date(s, row, "fin", &d) &&
            (!last.year || aet_date_last_day(d) > aet_date_last_day(last)))
            last = d;
    }
    if (first.year && last.year)
        aet_resume_say(
            z, aet_plan_said[SAID_PERIOD],
            AET_WORDS(aet_resume_date(z, "debut", first), aet_resume_date(z, "fin", last)));
}

static void late(struct resume *z)
{
    int64_t n = 0, stated = 0;
    const struct section *s = aet_seen(z->r, "responsables");

    if (!s || (s->rows && !aet_seen_sum(s, "en_retard", &n)))
        return;
    aet_resume_say(
        z, aet_plan_said[n ? SAID_LATE : SAID_LATE_NONE],
        AET_WORDS(aet_resume_date(z, "date", z->r->date), aet_resume_count(z, "nombre", n)));
    aet_plan_resume_whose(z, NULL, "responsables", n);
    if (aet_seen_sum(s, "dites_en_retard", &stated))
        aet_plan_resume_stated(z, stated);
}

static void money(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t budget, funded, gap;

    if (!aet_seen_int(base, 0, "budget", &budget) || !aet_seen_int(base, 0, "finance", &funded) ||
        !aet_seen_int(base, 0, "ecart", &gap) || !budget)
        return;
    aet_resume_say(z,
                   aet_plan_said[gap > 0   ? SAID_UNFUNDED
                                 : gap < 0 ? SAID_OVERFUNDED
                                           : SAID_FUNDED],
                   AET_WORDS(aet_resume_money(z, "budget", budget),
                             aet_resume_money(z, "finance", funded),
                             aet_resume_money(z, "ecart", gap)));
}

static void gaps(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "lacunes");
    int64_t n, aims;

    if (!aet_seen_int(aet_seen(z->r, "base"), 0, "lacunes", &n) ||
        !aet_seen_int(aet_seen(z->r, "base"), 0, "objectifs", &aims) || !aims)
        return;
    if (n && !aet_seen_rows(s))
        return;
    aet_resume_say(z, aet_plan_said[n ? SAID_GAPS : SAID_COMPLETE],
                   AET_WORDS(aet_resume_count(z, "nombre", n),
                             aet_resume_name(z, "objectif", aet_seen_text(s, 0, "objectif")),
                             aet_word_span("systeme", aet_seen_text(s, 0, "systeme"))));
}

static void load(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "responsables");
    int64_t n, of;
    struct span name;
    size_t row;

    if (aet_seen_rows(s) < 2 || !aet_seen_most(s, "actions", &row) ||
        !aet_seen_int(s, row, "actions", &n) || !aet_seen_sum(s, "actions", &of))
        return;
    if (aet_plan_resume_person(s, row, &name))
        aet_resume_say(
            z, aet_plan_said[SAID_LOAD],
            AET_WORDS(aet_resume_name(z, "qui", name), aet_resume_part(z, "part", n, of)));
}

static aet_tell *const vue[] = { aet_plan_resume_territoire, viewed, period, late,
                                 aet_plan_resume_beside,     money,  gaps,   load,
                                 aet_plan_resume_nobody,     NULL };
const struct section_kind aet_plan_kind_resume_vue = AET_RESUME_KIND(vue);
