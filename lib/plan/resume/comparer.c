/* What there is to know of two versions of plans. */
#include "plan/resume/resume.h"

static bool counts(const struct resume *z, int64_t *added, int64_t *dropped, int64_t *moved,
                   int64_t *changed)
{
    const struct section *base = aet_seen(z->r, "base");

    return aet_seen_int(base, 0, "ajoutes", added) && aet_seen_int(base, 0, "retires", dropped) &&
           aet_seen_int(base, 0, "deplaces", moved) && aet_seen_int(base, 0, "modifies", changed);
}

static void changed(struct resume *z)
{
    int64_t added, dropped, moved, altered, unknown;

    if (!counts(z, &added, &dropped, &moved, &altered) ||
        !aet_seen_int(aet_seen(z->r, "base"), 0, "non_compares", &unknown))
        return;
    if (added || dropped || moved || altered)
        aet_resume_say(z, aet_plan_said[SAID_CHANGED],
                       AET_WORDS(aet_resume_count(z, "ajoutes", added),
                                 aet_resume_count(z, "retires", dropped),
                                 aet_resume_count(z, "deplaces", moved),
                                 aet_resume_count(z, "modifies", altered)));
    else if (!unknown)
        aet_resume_say(z, aet_plan_said[SAID_SAME], NULL);
}

static void plans(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t before, after;

    if (aet_seen_int(base, 0, "plans_avant", &before) &&
        aet_seen_int(base, 0, "plans_apres", &after) && before != after)
        aet_resume_say(
            z, aet_plan_said[SAID_PLANS_OTHER],
            AET_WORDS(aet_resume_count(z, "avant", before), aet_resume_count(z, "apres", after)));
}

static bool is(const struct section *s, size_t row, const char *column, const char *code)
{
    return aet_span_eq(aet_seen_code(s, row, column), aet_span_z(code));
}

static void elements(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "changements");
    int64_t added = 0, dropped = 0, targets = 0;

    for (size_t row = 0; s && row < s->rows; row++) {
        added += is(s, row, "element", "action") && is(s, row, "nature", "ajoute");
        dropped += is(s, row, "element", "action") && is(s, row, "nature", "retire");
        targets += is(s, row, "element", "indicateur") && is(s, row, "champ", "cible") &&
                   is(s, row, "nature", "modifie");
    }
    if (added || dropped)
        aet_resume_say(z, aet_plan_said[SAID_ACTIONS],
                       AET_WORDS(aet_resume_count(z, "ajoutes", added),
                                 aet_resume_count(z, "retires", dropped)));
    if (targets)
        aet_resume_say(z, aet_plan_said[SAID_TARGETS_MOVED],
                       AET_WORDS(aet_resume_count(z, "nombre", targets)));
}

static void budget(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t before, after;

    if (!aet_seen_int(base, 0, "budget_avant", &before) ||
        !aet_seen_int(base, 0, "budget_apres", &after) || (!before && !after))
        return;
    aet_resume_say(
        z, aet_plan_said[before == after ? SAID_BUDGET_SAME : SAID_BUDGET],
        AET_WORDS(aet_resume_money(z, "avant", before), aet_resume_money(z, "apres", after)));
}

static void uncompared(struct resume *z)
{
    int64_t n;

    if (aet_seen_int(aet_seen(z->r, "base"), 0, "non_compares", &n) && n)
        aet_resume_say(z, aet_plan_said[SAID_UNCOMPARED],
                       AET_WORDS(aet_resume_count(z, "nombre", n)));
}

static aet_tell *const comparer[] = { changed, plans, elements, budget, uncompared, NULL };
const struct section_kind aet_plan_kind_resume_comparer = AET_RESUME_KIND(comparer);
