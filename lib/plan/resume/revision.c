/* What there is to know of a draft of the next version. */
#include "plan/resume/resume.h"

static void drafted(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t kept, updated, adapted, dropped;

    if (aet_seen_int(base, 0, "gardes", &kept) && aet_seen_int(base, 0, "mis_a_jour", &updated) &&
        aet_seen_int(base, 0, "a_adapter", &adapted) && aet_seen_int(base, 0, "retires", &dropped))
        aet_resume_say(
            z, aet_plan_said[SAID_DRAFTED],
            AET_WORDS(aet_plan_resume_who(z, "qui", "plans"), aet_resume_count(z, "gardes", kept),
                      aet_resume_count(z, "jour", updated), aet_resume_count(z, "adaptes", adapted),
                      aet_resume_count(z, "retires", dropped)));
}

/* Of one plan. */
static void cycle(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "plans");
    struct date from, to;
    int64_t months;
    bool next;

    if (aet_seen_rows(s) != 1 || !aet_seen_date(s, 0, "debut", &from) ||
        !aet_seen_date(s, 0, "fin", &to) || !aet_seen_int(s, 0, "mois", &months))
        return;
    next = aet_span_eq(aet_seen_code(s, 0, "cycle"), AET_LIT("suivant"));
    aet_resume_say(z, aet_plan_said[next ? SAID_CYCLE_NEXT : SAID_CYCLE_SAME],
                   AET_WORDS(aet_resume_date(z, "debut", from), aet_resume_date(z, "fin", to),
                             aet_resume_count(z, "nombre", months)));
}

static void waiting(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "a_decider");
    int64_t n;

    if (!aet_seen_int(aet_seen(z->r, "base"), 0, "a_decider", &n))
        return;
    aet_resume_say(z, aet_plan_said[n ? SAID_WAITING : SAID_WAITING_NONE],
                   AET_WORDS(aet_resume_count(z, "nombre", n),
                             aet_resume_name(z, "quoi", aet_seen_text(s, 0, "libelle")),
                             aet_word_span("attend", aet_seen_text(s, 0, "attend"))));
}

static void money(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t before, after, left;

    if (!aet_seen_int(base, 0, "budget_avant", &before) ||
        !aet_seen_int(base, 0, "budget_apres", &after) || !(before || after))
        return;
    aet_resume_say(
        z, aet_plan_said[before == after ? SAID_BUDGET_SAME : SAID_BUDGET],
        AET_WORDS(aet_resume_money(z, "avant", before), aet_resume_money(z, "apres", after)));
    if (aet_seen_sum(aet_seen(z->r, "budgets"), "reste", &left) && left > 0)
        aet_resume_say(z, aet_plan_said[SAID_UNSPENT],
                       AET_WORDS(aet_resume_money(z, "reste", left)));
}

static aet_tell *const revision[] = { drafted, cycle, waiting, money, NULL };
const struct section_kind aet_plan_kind_resume_revision = AET_RESUME_KIND(revision);
