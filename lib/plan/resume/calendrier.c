/* What there is to know of a calendar of meetings. */
#include "plan/resume/resume.h"

/* The first and the last day of a calendar. False: it has none. */
static bool days(const struct section *s, int32_t *first, int32_t *last)
{
    struct date d = { 0, 0, 0 };
    bool any = false;

    for (size_t row = 0; s && row < s->rows; row++) {
        if (!aet_seen_date(s, row, "date", &d))
            continue;
        *first = any && *first < aet_date_days(d) ? *first : aet_date_days(d);
        *last = any && *last > aet_date_days(d) ? *last : aet_date_days(d);
        any = true;
    }
    return any;
}

static void meetings(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "calendrier");
    int32_t first = 0, last = 0;

    if (days(s, &first, &last))
        aet_resume_say(z, aet_plan_said[s->rows == 1 ? SAID_MEETING : SAID_MEETINGS],
                       AET_WORDS(aet_resume_count(z, "nombre", (int64_t)s->rows),
                                 aet_resume_date(z, "debut", aet_date_from_days(first)),
                                 aet_resume_date(z, "fin", aet_date_from_days(last))));
}

static void next(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "calendrier");
    struct date best = { 0, 0, 0 }, d;
    size_t at = 0;

    for (size_t row = 0; s && row < s->rows; row++)
        if (aet_seen_date(s, row, "date", &d) && aet_date_days(d) >= aet_date_days(z->r->date) &&
            (!best.year || aet_date_days(d) < aet_date_days(best))) {
            best = d;
            at = row;
        }
    if (best.year)
        aet_resume_say(z, aet_plan_said[SAID_NEXT],
                       AET_WORDS(aet_resume_date(z, "date", best),
                                 aet_resume_name(z, "quoi", aet_seen_text(s, at, "libelle"))));
}

static void held(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "calendrier");
    int64_t n = 0, past = 0;
    struct date d;

    for (size_t row = 0; s && row < s->rows; row++) {
        bool yes = aet_seen_text(s, row, "tenue").n > 0;

        n += yes;
        past += !yes && aet_seen_date(s, row, "date", &d) &&
                aet_date_days(d) < aet_date_days(z->r->date);
    }
    if (n)
        aet_resume_say(z, aet_plan_said[SAID_HELD], AET_WORDS(aet_resume_count(z, "nombre", n)));
    if (past)
        aet_resume_say(z, aet_plan_said[SAID_NOT_SAID_HELD],
                       AET_WORDS(aet_resume_count(z, "nombre", past)));
}

static aet_tell *const calendrier[] = { meetings, held, next, NULL };
const struct section_kind aet_plan_kind_resume_calendrier = AET_RESUME_KIND(calendrier);
