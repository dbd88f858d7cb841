/* The sentences of resume.def, and when each is said. */
#include "perennite/resume/resume.h"

#define P(name, fr, en) [SAID_##name] = { fr, en },
const struct text aet_perennite_said[SAID_N] = {
#include "perennite/resume/resume.def"
};
#undef P

static const double significant = 0.05; /* of p, corrected */

static void say_count(struct resume *z, int sentence, int64_t n)
{
    aet_resume_say(z, aet_perennite_said[sentence], AET_WORDS(aet_resume_count(z, "nombre", n)));
}

static void who(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t n, plans, groups;

    if (aet_seen_int(base, 0, "mentions", &n) && aet_seen_int(base, 0, "plans", &plans) &&
        aet_seen_int(base, 0, "regroupements", &groups))
        aet_resume_say(z, aet_perennite_said[SAID_WHO],
                       AET_WORDS(aet_resume_count(z, "nombre", n),
                                 aet_resume_count(z, "plans", plans),
                                 aet_resume_count(z, "regroupements", groups)));
}

static void sample(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t population, plans;

    if (aet_seen_int(base, 0, "population", &population) &&
        aet_seen_int(base, 0, "plans", &plans) && population > plans)
        say_count(z, SAID_SAMPLE, population);
}

/* The row whose interval lies above those of all others. False: a cell is unknown, or all of
 * them are nothing. */
static bool leader(const struct section *s, size_t *row, bool *leads)
{
    double part, low, high, best = 0;

    for (size_t i = 0; i < s->rows; i++) {
        if (!aet_seen_real(s, i, "part", &part) || !aet_seen_real(s, i, "ic_bas", &low))
            return false;
        if (part <= best)
            continue;
        best = part;
        *row = i;
    }
    if (!aet_seen_real(s, *row, "ic_bas", &low) || !(best > 0))
        return false;
    *leads = true;
    for (size_t i = 0; i < s->rows; i++) {
        if (!aet_seen_real(s, i, "ic_haut", &high))
            return false;
        *leads &= i == *row || high < low;
    }
    return true;
}

static void stands_out(struct resume *z, const char *section, int leads_said, int none_said)
{
    const struct section *s = aet_seen(z->r, section);
    double part, low, high;
    bool leads = false;
    size_t row = 0;

    if (aet_seen_rows(s) < 2 || !leader(s, &row, &leads))
        return;
    if (!leads) {
        aet_resume_say(z, aet_perennite_said[none_said], NULL);
        return;
    }
    if (aet_seen_real(s, row, "part", &part) && aet_seen_real(s, row, "ic_bas", &low) &&
        aet_seen_real(s, row, "ic_haut", &high))
        aet_resume_say(z, aet_perennite_said[leads_said],
                       AET_WORDS(aet_resume_name(z, "quoi", aet_seen_text(s, row, "libelle")),
                                 aet_resume_share(z, "part", part), aet_resume_share(z, "bas", low),
                                 aet_resume_share(z, "haut", high)));
}

static void objects(struct resume *z)
{
    stands_out(z, "objets", SAID_OBJECT_LEADS, SAID_OBJECT_NONE);
}

static void strategies(struct resume *z)
{
    stands_out(z, "strategies", SAID_STRATEGY_LEADS, SAID_STRATEGY_NONE);
}

static void unseen(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "sous_strategies");
    struct buf names = { 0 };
    int64_t n = 0, v;
    bool whole = s != NULL;

    for (size_t row = 0; whole && row < s->rows; row++) {
        whole = aet_seen_int(s, row, "mentions", &v);
        if (!whole || v)
            continue;
        n++;
        aet_list_add(&names, aet_seen_text(s, row, "libelle"));
    }
    if (whole && n)
        aet_resume_say(z, aet_perennite_said[SAID_UNSEEN],
                       AET_WORDS(aet_resume_count(z, "nombre", n),
                                 aet_resume_list(z, "noms", aet_buf_view(&names))));
    aet_buf_free(&names);
}

static void applied(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "statuts");
    int64_t planned, done;

    if (aet_seen_sum(s, "prevu", &planned) && aet_seen_sum(s, "applique", &done) && planned + done)
        aet_resume_say(z, aet_perennite_said[SAID_APPLIED],
                       AET_WORDS(aet_resume_part(z, "part", done, planned + done),
                                 aet_resume_count(z, "nombre", done)));
}

/* Only what a test bears out, corrected for how many there are; where some are hidden nobody can
 * tell of how many. */
static void bands(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "bandes");
    struct buf names = { 0 };
    int64_t n = 0, of = 0;
    bool whole = true;
    double p;

    for (size_t row = 0; s && row < s->rows; row++) {
        if (!aet_seen_real(s, row, "p_holm", &p)) {
            whole &= !z->r->masks;
            continue;
        }
        of++;
        if (p >= significant)
            continue;
        n++;
        aet_list_add(&names, aet_seen_text(s, row, "libelle"));
    }
    if (of && whole)
        aet_resume_say(z, aet_perennite_said[n ? SAID_BANDS : SAID_BANDS_NONE],
                       AET_WORDS(aet_resume_count(z, "nombre", n), aet_resume_count(z, "tout", of),
                                 aet_resume_list(z, "noms", aet_buf_view(&names))));
    aet_buf_free(&names);
}

static void findings(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "constats");
    int64_t yes, no, open, cannot;

    if (!aet_seen_coded(s, "resultat", "confirme", &yes) ||
        !aet_seen_coded(s, "resultat", "infirme", &no) ||
        !aet_seen_coded(s, "resultat", "indetermine", &open) ||
        !aet_seen_coded(s, "resultat", "non_testable", &cannot))
        return;
    aet_resume_say(z, aet_perennite_said[SAID_FINDINGS],
                   AET_WORDS(aet_resume_count(z, "nombre", yes + no + open),
                             aet_resume_count(z, "oui", yes), aet_resume_count(z, "non", no),
                             aet_resume_count(z, "indecis", open)));
    if (cannot)
        say_count(z, SAID_UNTESTABLE, cannot);
}

static void lacking(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t silent, objects_n, strategies_n;

    if (aet_seen_int(base, 0, "plans_sans_mention", &silent) && silent)
        say_count(z, SAID_SILENT, silent);
    if (aet_seen_int(base, 0, "sans_objet", &objects_n) &&
        aet_seen_int(base, 0, "sans_strategie", &strategies_n) && objects_n + strategies_n)
        aet_resume_say(z, aet_perennite_said[SAID_UNCODED],
                       AET_WORDS(aet_resume_count(z, "objet", objects_n),
                                 aet_resume_count(z, "strategie", strategies_n)));
}

static aet_tell *const rules[] = { who,     sample, objects,  strategies, unseen,
                                   applied, bands,  findings, lacking,    NULL };
const struct section_kind aet_perennite_kind_resume = AET_RESUME_KIND(rules);
