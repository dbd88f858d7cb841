/* The sentences on plans, and what several reports say. */
#include "plan/resume/resume.h"

#define P(name, fr, en) [SAID_##name] = { fr, en },
const struct text aet_plan_said[SAID_N] = {
#include "plan/resume/resume.def"
};
#undef P

/* Nobody's row in a table of persons is a dash. */
static bool nobody(struct span name)
{
    return !name.n || aet_span_eq(name, AET_LIT("–"));
}

bool aet_plan_resume_person(const struct section *s, size_t row, struct span *name)
{
    *name = aet_seen_text(s, row, "responsable");
    return !nobody(*name);
}

struct word aet_plan_resume_who(const struct resume *z, const char *name, const char *section)
{
    const struct section *base = aet_seen(z->r, "base"), *s = aet_seen(z->r, section);
    int64_t plans = 0;
    struct span group = { NULL, 0 };

    if (!aet_seen_int(base, 0, "plans", &plans))
        plans = 0;
    if (plans == 1)
        group = aet_seen_text(s, 0, "regroupement");
    if (group.n)
        return aet_word_span(name, group);
    return aet_resume_phrase(z, name, aet_plan_said[SAID_PLANS],
                             AET_WORDS(aet_resume_count(z, "nombre", plans)));
}

void aet_plan_resume_whose(struct resume *z, const char *groups, const char *persons, int64_t of)
{
    const struct section *s = groups ? aet_seen(z->r, groups) : NULL;
    bool grouped = aet_seen_rows(s) > 1;
    struct span name;
    int64_t n;
    size_t row;

    if (!grouped)
        s = persons ? aet_seen(z->r, persons) : NULL;
    if (aet_seen_rows(s) < 2 || !aet_seen_most(s, "en_retard", &row) ||
        !aet_seen_int(s, row, "en_retard", &n) || n < 2)
        return;
    name = aet_seen_text(s, row, grouped ? "regroupement" : "responsable");
    if (!nobody(name))
        aet_resume_say(
            z, aet_plan_said[SAID_WHOSE],
            AET_WORDS(aet_resume_name(z, "qui", name), aet_resume_part(z, "retards", n, of)));
}

void aet_plan_resume_stated(struct resume *z, int64_t n)
{
    if (n)
        aet_resume_say(z, aet_plan_said[SAID_STATED], AET_WORDS(aet_resume_count(z, "nombre", n)));
}

void aet_plan_resume_nobody(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "responsables");
    struct span name;
    int64_t n;

    for (size_t row = 0; s && row < s->rows; row++)
        if (!aet_plan_resume_person(s, row, &name) && aet_seen_int(s, row, "actions", &n))
            aet_resume_say(z, aet_plan_said[SAID_NOBODY],
                           AET_WORDS(aet_resume_count(z, "nombre", n)));
}
