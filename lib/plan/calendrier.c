/* Dating the meetings. */
#include "plan/calendrier.h"

#include "plan/rules.h"

/* The rows of table rencontres, in the order of the document. */
enum bloc { B_INTENTION, B_DONNEES, B_OFFRE, B_PLANIFICATION, B_SUIVI, B_EVALUATION, BLOCS };

struct mise_en_date {
    const struct demande *d;
    struct seances *out;
};

static void add(struct mise_en_date *m, int32_t day, size_t bloc, bool special)
{
    m->out->items = aet_grow(m->out->items, &m->out->cap, m->out->n, sizeof *m->out->items);
    m->out->items[m->out->n] = (struct seance){ day, (int64_t)m->out->n + 1, bloc, special };
    m->out->n++;
}

/* The first day from `day` on, week by week, on which people can meet; past the end when there is
 * none. */
static int32_t free_day(const struct demande *d, int32_t day)
{
    while (day <= d->fin && aet_plan_excluded(&d->exclus, day))
        day += 7;
    return day;
}

static int32_t first_day(const struct demande *d)
{
    enum { LUNDI = 0, VENDREDI = 4 };
    int now = aet_date_weekday(aet_date_from_days(d->debut));
    int wanted = d->jour != JOUR_LIBRE ? d->jour : now <= VENDREDI ? now : LUNDI;

    return free_day(d, d->debut + (wanted - now + 7) % 7);
}

/* Meetings up to the end of planning: one, two, two, and as many as the factors ask for. */
static int32_t process(struct mise_en_date *m)
{
    static const int64_t counts[] = { 1, 2, 2 };
    int64_t planning = m->d->facteurs * m->d->par_facteur;
    int32_t day = first_day(m->d);

    for (size_t bloc = B_INTENTION; bloc <= B_PLANIFICATION; bloc++) {
        int64_t n = bloc == B_PLANIFICATION ? planning : counts[bloc];

        for (int64_t i = 0; i < n && day <= m->d->fin; i++) {
            add(m, day, bloc, false);
            day = free_day(m->d, day + (int32_t)m->d->rythme * 7);
        }
    }
    return day;
}

/* Regular meetings: follow-up and evaluation in turn; in each year the last evaluation is set aside
 * for how the group works. */
static void regular(struct mise_en_date *m, int32_t day)
{
    size_t first = m->out->n, last_of_year = first;
    int32_t begin = day;

    for (size_t i = 0; day <= m->d->fin; i++) {
        add(m, day, i % 2 ? B_EVALUATION : B_SUIVI, false);
        day = free_day(m->d, day + (int32_t)m->d->regulieres * 7);
    }
    if (m->out->n > first && m->out->items[m->out->n - 1].bloc == B_SUIVI &&
        m->out->n - first >= REGULAR_MIN)
        m->out->items[m->out->n - 1].bloc = B_EVALUATION; /* a cycle ends with an evaluation */
    for (size_t i = first; i < m->out->n; i++) {
        struct seance *s = &m->out->items[i];
        bool year_ends = i + 1 == m->out->n || m->out->items[i + 1].jour >= begin + 365;

        if (s->bloc == B_EVALUATION && i > first + 1)
            last_of_year = i;
        if (!year_ends)
            continue;
        if (last_of_year > first)
            m->out->items[last_of_year].fonctionnement = true;
        begin += 365;
        last_of_year = first;
    }
}

/* What makes a request senseless, or 0. */
static int senseless(const struct demande *d)
{
    if (!d->has_debut)
        return PLA_CAL_DEBUT;
    if (!d->has_fin)
        return PLA_CAL_FIN;
    if (d->fin < d->debut)
        return PLA_CAL_ORDRE;
    return d->facteurs < 1 ? PLA_CAL_FACTEURS : 0;
}

bool aet_plan_calendrier_make(const struct demande *d, struct seances *out, struct obstacle *why)
{
    struct mise_en_date m = { d, out };
    int64_t needed = 5 + d->facteurs * d->par_facteur;
    size_t before;
    int32_t day;

    out->n = 0;
    *why = (struct obstacle){ .rule = senseless(d) };
    if (why->rule)
        return false;
    day = process(&m);
    before = out->n;
    if ((int64_t)before < needed) {
        *why = (struct obstacle){ PLA_CAL_DEMARCHE, needed, (int64_t)before };
        return false;
    }
    regular(&m, day);
    if (out->n - before < REGULAR_MIN) {
        *why = (struct obstacle){ PLA_CAL_REGULIERES, REGULAR_MIN, (int64_t)(out->n - before) };
        return false;
    }
    return true;
}
