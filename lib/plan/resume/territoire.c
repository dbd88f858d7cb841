/* What there is to know of a territory beside all others: counts, and no claim that one side does
 * better, as no test of plans so few and so clustered would bear it. */
#include "plan/resume/resume.h"

/* A figure of both sides. False: there is no such row. */
static bool figures(const struct section *s, const char *code, int64_t *here, int64_t *beside)
{
    for (size_t row = 0; s && row < s->rows; row++)
        if (aet_span_eq(aet_seen_code(s, row, "mesure"), aet_span_z(code)))
            return aet_seen_int(s, row, "nombre_ici", here) &&
                   aet_seen_int(s, row, "nombre_ailleurs", beside);
    return false;
}

void aet_plan_resume_territoire(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "territoire");
    int64_t plans, others, groups, n, rest;

    if (!figures(s, "plans", &plans, &others) || !figures(s, "regroupements", &groups, &rest))
        return;
    aet_resume_say(z, aet_plan_said[SAID_PLACE],
                   AET_WORDS(aet_resume_list(z, "noms", aet_seen_text(s, 0, "territoires")),
                             aet_resume_count(z, "plans", plans),
                             aet_resume_count(z, "groupes", groups),
                             aet_resume_count(z, "ailleurs", others)));
    if (groups == 1)
        aet_resume_say(z, aet_plan_said[SAID_PLACE_ONE], NULL);
    if (figures(s, "territoire-inconnu", &n, &rest))
        aet_resume_say(z, aet_plan_said[SAID_PLACE_MUTE],
                       AET_WORDS(aet_resume_count(z, "nombre", rest)));
}

void aet_plan_resume_beside(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "territoire");
    int64_t late[2], all[2];

    if (figures(s, "en_retard", &late[0], &late[1]) && figures(s, "actions", &all[0], &all[1]) &&
        all[0] && all[1])
        aet_resume_say(z, aet_plan_said[SAID_PLACE_LATE],
                       AET_WORDS(aet_resume_part(z, "ici", late[0], all[0]),
                                 aet_resume_part(z, "ailleurs", late[1], all[1])));
}
