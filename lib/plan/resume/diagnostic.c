/* What there is to know of a diagnostic of partnership. Groups are never ranked, and with a handful
 * of respondents no condition is said to be better than another. */
#include "plan/resume/resume.h"

enum { ITEMS = 18 };

static void answered(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base"), *s = aet_seen(z->r, "conditions");
    int64_t groups, n, answers;
    struct word who;

    if (!aet_seen_int(base, 0, "regroupements", &groups) ||
        !aet_seen_int(base, 0, "repondants", &n) || !aet_seen_int(base, 0, "reponses", &answers))
        return;
    who = aet_word_span("qui", aet_seen_text(s, 0, "regroupement"));
    if (groups != 1 || !who.text.n)
        who = aet_resume_phrase(z, "qui", aet_plan_said[SAID_GROUPS],
                                AET_WORDS(aet_resume_count(z, "nombre", groups)));
    aet_resume_say(
        z, aet_plan_said[SAID_ANSWERED],
        AET_WORDS(who, aet_resume_count(z, "nombre", n), aet_resume_count(z, "reponses", answers)));
}

static void session(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "conditions");
    int64_t sessions;
    struct date d;

    if (aet_seen_int(aet_seen(z->r, "base"), 0, "seances", &sessions) && sessions == 1 &&
        aet_seen_date(s, 0, "date", &d))
        aet_resume_say(z, aet_plan_said[SAID_SESSION], AET_WORDS(aet_resume_date(z, "date", d)));
}

/* Of one group: of several, that would be one list of all. */
static void weak(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "conditions");
    struct buf names = { 0 };
    int64_t groups, n = 0, c;
    bool whole = aet_seen_rows(s) > 0;

    if (!aet_seen_int(aet_seen(z->r, "base"), 0, "seances", &groups) || groups != 1)
        return;
    for (size_t row = 0; s && row < s->rows; row++) {
        whole &= aet_seen_int(s, row, "c", &c);
        if (!whole || !c)
            continue;
        n++;
        aet_list_add(&names, aet_seen_text(s, row, "libelle"));
    }
    if (whole)
        aet_resume_say(z, aet_plan_said[n ? SAID_WEAK : SAID_NOT_WEAK],
                       AET_WORDS(aet_resume_count(z, "nombre", n),
                                 aet_resume_list(z, "noms", aet_buf_view(&names))));
    aet_buf_free(&names);
}

static void split(struct resume *z)
{
    int64_t n;

    if (aet_seen_filled(aet_seen(z->r, "items"), "divergence", &n) && n)
        aet_resume_say(z, aet_plan_said[SAID_SPLIT], AET_WORDS(aet_resume_count(z, "nombre", n)));
}

static void since(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "evolution");
    struct date d;
    int64_t n;

    if (aet_seen_date(s, 0, "avant", &d) && aet_seen_int(s, 0, "repondants_apres", &n))
        aet_resume_say(z, aet_plan_said[SAID_SINCE],
                       AET_WORDS(aet_resume_date(z, "date", d), aet_resume_count(z, "nombre", n)));
}

static void unanswered(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t n, answers;

    if (aet_seen_int(base, 0, "repondants", &n) && aet_seen_int(base, 0, "reponses", &answers) &&
        n * ITEMS > answers)
        aet_resume_say(z, aet_plan_said[SAID_UNANSWERED],
                       AET_WORDS(aet_resume_count(z, "nombre", n * ITEMS - answers)));
}

static aet_tell *const diagnostic[] = { answered, session, weak, split, since, unanswered, NULL };
const struct section_kind aet_plan_kind_resume_diagnostic = AET_RESUME_KIND(diagnostic);
