/* The sentences of resume.def, and when each is said. */
#include "repa/recommandations/recommandations.h"

#include "report/resume/resume.h"

#define AET_SENTENCES "repa/recommandations/resume.def"
#include "report/resume/sentences.h"

static void counted(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t n, details, narratives;

    if (aet_seen_int(base, 0, "recommandations", &n) &&
        aet_seen_int(base, 0, "sous_points", &details) &&
        aet_seen_int(base, 0, "recits", &narratives))
        aet_resume_say(z, said[SAID_COUNTED],
                       AET_WORDS(aet_resume_count(z, "nombre", n),
                                 aet_resume_count(z, "details", details),
                                 aet_resume_count(z, "recits", narratives)));
}

static void come_from(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base"), *s = aet_seen(z->r, "provenances");
    int64_t n, of;
    size_t row;

    if (!aet_seen_int(base, 0, "recommandations", &of))
        return;
    if (aet_seen_most(s, "recommandations", &row) && aet_seen_int(s, row, "recommandations", &n))
        aet_resume_say(z, said[SAID_COMES_FROM],
                       AET_WORDS(aet_resume_part(z, "part", n, of),
                                 aet_resume_name(z, "quoi", aet_seen_text(s, row, "libelle"))));
    if (aet_seen_sum(s, "provenance_seule", &n) && n)
        aet_resume_say(
            z, said[SAID_FROM_ONE],
            AET_WORDS(aet_resume_part(z, "part", n, of), aet_resume_count(z, "nombre", n)));
    if (aet_seen_int(base, 0, "sans_provenance", &n) && n)
        aet_resume_say(z, said[SAID_FROM_NONE], AET_WORDS(aet_resume_count(z, "nombre", n)));
}

static void no_passage(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "recommandations");
    int64_t with, n = aet_seen_rows(s);

    if (aet_seen_filled(s, "passages", &with) && with < n)
        aet_resume_say(z, said[SAID_NO_PASSAGE],
                       AET_WORDS(aet_resume_count(z, "nombre", n - with)));
}

static aet_tell *const rules[] = { counted, come_from, no_passage, NULL };
const struct section_kind aet_repa_kind_resume_recommandations = AET_RESUME_KIND(rules);
