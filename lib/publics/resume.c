/* The sentences of resume.def, and when each is said. */
#include "publics/resume.h"

#include "report/resume/resume.h"

enum { FEW = 5 };

#define AET_SENTENCES "publics/resume.def"
#include "report/resume/sentences.h"

static void who(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t groups = aet_seen_rows(aet_seen(z->r, "regroupements"));
    int64_t all = aet_seen_rows(aet_seen(z->r, "publics")), n, served;
    int of;

    if (!aet_seen_int(base, 0, "activites", &n) || !aet_seen_int(base, 0, "publics", &served))
        return;
    of = !all ? SAID_SERVED : served < all ? SAID_SERVED_OF : SAID_SERVED_ALL;
    aet_resume_say(z, said[groups > 1 ? SAID_WHO_GROUPS : SAID_WHO],
                   AET_WORDS(aet_resume_count(z, "nombre", n),
                             aet_resume_count(z, "groupes", groups),
                             aet_resume_phrase(z, "publics", said[of],
                                               AET_WORDS(aet_resume_count(z, "publics", served),
                                                         aet_resume_count(z, "tous", all)))));
}

static void period(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "mois");
    struct date first, last;

    if (aet_seen_rows(s) < 2 || !aet_seen_date(s, 0, "mois", &first) ||
        !aet_seen_date(s, s->rows - 1, "mois", &last))
        return;
    aet_resume_say(z, said[SAID_PERIOD],
                   AET_WORDS(aet_resume_date(z, "debut", first), aet_resume_date(z, "fin", last)));
}

static void done(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t n, of, budget = 0, spent = 0;
    struct word some;

    if (!aet_seen_int(base, 0, "realise", &n) || !aet_seen_int(base, 0, "activites", &of) || !of)
        return;
    if (!aet_seen_int(base, 0, "budget", &budget) || !aet_seen_int(base, 0, "depense", &spent))
        budget = 0;
    some = aet_resume_phrase(
        z, "faites", said[n ? SAID_DONE_SOME : SAID_DONE_NONE],
        AET_WORDS(aet_resume_part(z, "part", n, of), aet_resume_count(z, "nombre", n)));
    aet_resume_say(z, said[budget ? SAID_DONE_MONEY : SAID_DONE],
                   AET_WORDS(some, aet_resume_money(z, "budget", budget),
                             aet_resume_money(z, "depense", spent)));
}

static void late(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base"), *s = aet_seen(z->r, "retards");
    struct span what = aet_seen_text(s, 0, "quoi");
    int64_t n, days = 0;

    if (!aet_seen_int(base, 0, "en_retard", &n))
        return;
    if (!aet_seen_int(s, 0, "jours", &days) || !what.n)
        what = aet_span_z(NULL);
    aet_resume_say(z,
                   said[!n       ? SAID_LATE_NONE
                        : what.n ? SAID_LATE_MOST
                                 : SAID_LATE],
                   AET_WORDS(aet_resume_date(z, "date", z->r->date),
                             aet_resume_count(z, "nombre", n), aet_resume_count(z, "jours", days),
                             aet_resume_name(z, "quoi", what)));
}

/* The one person or group that more is late with than with any other, where there are others. */
static void whose(struct resume *z)
{
    const struct section *groups = aet_seen(z->r, "regroupements");
    bool grouped = aet_seen_rows(groups) > 1;
    const struct section *s = grouped ? groups : aet_seen(z->r, "responsables");
    struct span name;
    int64_t n, of;
    size_t row;

    if (aet_seen_rows(s) < 2 || !aet_seen_most(s, "en_retard", &row) ||
        !aet_seen_int(s, row, "en_retard", &n) ||
        !aet_seen_int(aet_seen(z->r, "base"), 0, "en_retard", &of) || n < 2)
        return;
    name = aet_seen_text(s, row, grouped ? "regroupement" : "responsable");
    if (name.n)
        aet_resume_say(
            z, said[SAID_WHOSE],
            AET_WORDS(aet_resume_name(z, "qui", name), aet_resume_part(z, "retards", n, of)));
}

/* Rows of which a column is 0, by what they are called; one that is hidden may be any. */
static bool without(const struct section *s, const char *column, const char *label,
                    struct buf *names, int64_t *n)
{
    int64_t v;

    *n = 0;
    for (size_t row = 0; s && row < s->rows; row++) {
        if (!aet_seen_int(s, row, column, &v))
            return false;
        if (v)
            continue;
        aet_list_add(names, aet_seen_text(s, row, label));
        ++*n;
    }
    return s != NULL;
}

static void unserved(struct resume *z)
{
    const struct section *gaps = aet_seen(z->r, "lacunes");
    struct buf names = { 0 };
    int64_t n;

    if (!without(aet_seen(z->r, "publics"), "activites", "libelle", &names, &n))
        n = -1;
    if (n > 0)
        aet_resume_say(z, said[SAID_UNSERVED],
                       AET_WORDS(aet_resume_count(z, "nombre", n),
                                 aet_resume_list(z, "noms", aet_buf_view(&names))));
    if (!n && aet_seen_rows(gaps))
        aet_resume_say(z, said[SAID_GAPS],
                       AET_WORDS(aet_resume_count(z, "nombre", aet_seen_rows(gaps))));
    aet_buf_free(&names);
}

static void outcomes(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "retombees");
    int64_t aimed = 0, seen = 0, a, b;

    for (size_t row = 0; s && row < s->rows; row++) {
        if (!aet_seen_int(s, row, "visees", &a) || !aet_seen_int(s, row, "observees", &b))
            return;
        aimed += a > 0;
        seen += a > 0 && b > 0;
    }
    if (aimed)
        aet_resume_say(
            z, said[SAID_OUTCOMES],
            AET_WORDS(aet_resume_count(z, "visees", aimed), aet_resume_count(z, "nombre", seen)));
}

static void nobody(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "responsables");
    int64_t n;

    for (size_t row = 0; s && row < s->rows; row++)
        if (!aet_seen_text(s, row, "responsable").n && aet_seen_int(s, row, "activites", &n))
            aet_resume_say(z, said[SAID_NOBODY], AET_WORDS(aet_resume_count(z, "nombre", n)));
}

static void undated(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "mois");
    int64_t all, dated = 0;

    if (!s || !aet_seen_int(aet_seen(z->r, "base"), 0, "activites", &all) ||
        (s->rows && !aet_seen_sum(s, "activites", &dated)) || all == dated)
        return;
    aet_resume_say(z, said[SAID_UNDATED], AET_WORDS(aet_resume_count(z, "nombre", all - dated)));
}

static aet_tell *const bilan[] = { who,      period,   done,   late,    whose,
                                   unserved, outcomes, nobody, undated, NULL };
const struct section_kind aet_publics_kind_resume = AET_RESUME_KIND(bilan);

static void led(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t n, done_n, seen;

    if (aet_seen_int(base, 0, "activites", &n) && aet_seen_int(base, 0, "realisees", &done_n) &&
        aet_seen_int(base, 0, "avec_observation", &seen))
        aet_resume_say(z, said[done_n ? SAID_LED : SAID_LED_NOT_YET],
                       AET_WORDS(aet_resume_count(z, "nombre", n),
                                 aet_resume_count(z, "faites", done_n),
                                 aet_resume_count(z, "vues", seen)));
}

static void led_part(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t aimed, seen;

    if (aet_seen_int(base, 0, "visees", &aimed) && aet_seen_int(base, 0, "observees", &seen) &&
        aimed)
        aet_resume_say(z, said[SAID_LED_PART],
                       AET_WORDS(aet_resume_part(z, "part", seen, aimed),
                                 aet_resume_count(z, "nombre", seen)));
}

/* Outcomes that done activities aimed at: those never seen, those of which little can be said. */
static void led_outcomes(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "retombees");
    int64_t aimed = 0, never = 0, few = 0, n, seen;
    struct buf names = { 0 };
    bool whole = s != NULL;

    for (size_t row = 0; s && row < s->rows; row++) {
        bool known = aet_seen_int(s, row, "realisees", &n) &&
                     aet_seen_int(s, row, "observees", &seen);

        whole &= known;
        if (!known || !n)
            continue;
        aimed++;
        few += n < FEW;
        never += seen == 0;
        if (seen == 0)
            aet_list_add(&names, aet_seen_text(s, row, "libelle"));
    }
    if (whole && never)
        aet_resume_say(z, said[SAID_LED_NEVER],
                       AET_WORDS(aet_resume_count(z, "nombre", never),
                                 aet_resume_list(z, "noms", aet_buf_view(&names))));
    if (whole && few)
        aet_resume_say(
            z, said[SAID_LED_FEW],
            AET_WORDS(aet_resume_count(z, "nombre", few), aet_resume_count(z, "tout", aimed)));
    aet_buf_free(&names);
}

static aet_tell *const retombees[] = { led, led_part, led_outcomes, NULL };
const struct section_kind aet_publics_kind_resume_retombees = AET_RESUME_KIND(retombees);
