/* What there is to know of what singles records out. */
#include "verbs/singularite.h"

#include "report/resume/resume.h"

#define AET_SENTENCES "verbs/resume.def"
#include "report/resume/sentences.h"

static int64_t fields_of(struct span joined)
{
    struct span part;
    int64_t n = 0;

    while (aet_list_part(&joined, &part))
        n++;
    return n;
}

static void compared(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    struct span fields = aet_seen_text(base, 0, "champs");
    int64_t n;

    if (aet_seen_int(base, 0, "enregistrements", &n))
        aet_resume_say(z, said[SAID_COMPARED],
                       AET_WORDS(aet_resume_count(z, "nombre", n),
                                 aet_resume_count(z, "champs", fields_of(fields)),
                                 aet_resume_list(z, "noms", fields)));
}

static void alone(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t of, n, few, k;

    if (!aet_seen_int(base, 0, "enregistrements", &of) || !aet_seen_int(base, 0, "seuls", &n) ||
        !aet_seen_int(base, 0, "sous_5", &few) || !aet_seen_int(base, 0, "k", &k))
        return;
    aet_resume_say(z, said[n ? SAID_ALONE : SAID_ALONE_NONE],
                   AET_WORDS(aet_resume_part(z, "part", n, of), aet_resume_count(z, "nombre", n),
                             aet_resume_count(z, "k", k)));
    if (few > n)
        aet_resume_say(z, said[SAID_FEW], AET_WORDS(aet_resume_count(z, "nombre", few)));
}

/* Combinations of fewer fields come first, of as many those that single out most: the first of one
 * field, beside the second, and the first of two. */
static void fields(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "combinaisons");
    int64_t of, fields, n = 0, next = 0, one = 0;
    size_t two = 0;

    if (!aet_seen_int(aet_seen(z->r, "base"), 0, "enregistrements", &of) ||
        !aet_seen_int(s, 0, "seuls", &n))
        return;
    while (aet_seen_int(s, two, "nombre", &fields) && fields == 1)
        two++;
    one = (int64_t)two;
    if (one > 1 && aet_seen_int(s, 1, "seuls", &next) && n > next)
        aet_resume_say(z, said[SAID_FIELD],
                       AET_WORDS(aet_resume_name(z, "champ", aet_seen_text(s, 0, "champs")),
                                 aet_resume_part(z, "part", n, of)));
    if (n < of && one > 2 && aet_seen_int(s, two, "seuls", &n) && n == of)
        aet_resume_say(z, said[SAID_ENOUGH],
                       AET_WORDS(aet_resume_list(z, "noms", aet_seen_text(s, two, "champs"))));
}

static aet_tell *const rules[] = { compared, alone, fields, NULL };
const struct section_kind aet_singularite_kind_resume = AET_RESUME_KIND(rules);
