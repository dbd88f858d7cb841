/* Regular meetings. */
#include "plan/calendrier/regulieres.h"

#include "plan/calendrier/jours.h"

/* A meeting whose kind is still to be chosen. */
enum { B_A_CHOISIR = BLOCS };

struct tour {
    const struct demande *d;
    struct seances *out;
    size_t *regular; /* the regular ones, by their place in the calendar */
    size_t n;
};

static struct seance *at(const struct tour *t, size_t i)
{
    return &t->out->items[t->regular[i]];
}

/* --- their dates ------------------------------------------------------------------------------ */

/* The last meeting of the plan within half a period of that day; INT32_MIN: none is so near. */
static int32_t near(const struct demande *d, int32_t day)
{
    int32_t half = (int32_t)d->regulieres * 7 / 2, last = INT32_MIN;

    for (size_t i = 0; i < d->fixes_n; i++)
        if (d->fixes[i].jour >= day - half && d->fixes[i].jour <= day + half)
            last = d->fixes[i].jour;
    return last;
}

static void date_all(const struct demande *d, struct seances *out, int32_t day)
{
    int32_t period = (int32_t)d->regulieres * 7;

    while (day <= d->fin) {
        int32_t theirs = near(d, day);

        if (theirs == INT32_MIN)
            aet_plan_seances_add(out, day, B_A_CHOISIR);
        day = aet_plan_free_day(d, (theirs == INT32_MIN ? day : theirs) + period);
    }
}

/* --- their kinds ------------------------------------------------------------------------------ */

static bool is_open(const struct tour *t, size_t i)
{
    return !at(t, i)->fixe;
}

/* Follow-up first, then in turn; never two evaluations in a row. */
static void choose(const struct tour *t)
{
    for (size_t i = 0; i < t->n; i++) {
        bool after = i && at(t, i - 1)->bloc == B_SUIVI;
        bool before = i + 1 < t->n && at(t, i + 1)->bloc == B_EVALUATION;

        if (is_open(t, i))
            at(t, i)->bloc = after && !before ? B_EVALUATION : B_SUIVI;
    }
}

/* A cycle ends with an evaluation; where the one before is one too, it gives way if another stays.
 * Of three meetings none can: a follow-up, the evaluation of its results, then the one on how the
 * group works. The document has them in this order: that one stands last among the objectives of
 * the evaluation, wants a meeting of its own, and there are no results before a follow-up. */
static void end_evaluating(const struct tour *t)
{
    size_t evaluations = 0, last = t->n - 1;

    if (t->n < REGULAR_MIN || !is_open(t, last) || at(t, last)->bloc == B_EVALUATION)
        return;
    if (at(t, last - 1)->bloc == B_EVALUATION && !is_open(t, last - 1))
        return;
    for (size_t i = 0; i < last; i++)
        evaluations += at(t, i)->bloc == B_EVALUATION;
    at(t, last)->bloc = B_EVALUATION;
    if (evaluations > 1)
        at(t, last - 1)->bloc = B_SUIVI;
}

/* --- what some are set aside for -------------------------------------------------------------- */

/* How well a meeting may be for the plan as a whole instead: an evaluation best, a follow-up behind
 * an evaluation least. */
static int fitness(const struct tour *t, size_t i)
{
    if (at(t, i)->bloc == B_EVALUATION)
        return 3;
    return i && at(t, i - 1)->bloc == B_EVALUATION ? 1 : 2;
}

/* The meeting of these days that is for the plan as a whole, the last one of the calendar never.
 * NULL: none of ours; *has: the plan has one. */
static struct seance *to_revise(const struct tour *t, int32_t from, int32_t to, bool *has)
{
    struct seance *best = NULL;
    int fits = 0;

    *has = false;
    for (size_t i = 0; i < t->n; i++) {
        struct seance *s = at(t, i);

        if (s->jour < from || s->jour > to)
            continue;
        *has |= s->nature == REVISION;
        if (!is_open(t, i) || i + 1 == t->n || fitness(t, i) <= fits)
            continue;
        best = s;
        fits = fitness(t, i);
    }
    return best;
}

/* Each year from January to April, once planning is behind; where no regular meeting falls there,
 * one is added. Answers whether one was. */
static bool revise(const struct tour *t, int32_t begin, int year)
{
    int32_t from = aet_day(year, 1, 1), to = aet_day(year, 4, 30), day;
    bool has;
    struct seance *s = to_revise(t, from, to, &has);

    if (has || at(t, 0)->jour > from)
        return false;
    if (s) {
        s->bloc = B_EVALUATION;
        s->nature = REVISION;
        return false;
    }
    day = aet_plan_wanted_day(t->d, aet_day(year, 2, 1));
    if (begin > day || t->d->fin < to || day > to)
        return false;
    s = aet_plan_seances_add(t->out, day, B_EVALUATION);
    s->nature = REVISION;
    return true;
}

/* In each year the last ordinary evaluation is for how the group works, the first of all never. */
static void set_aside(const struct tour *t, int32_t begin)
{
    size_t none = t->n, last = none;

    for (size_t i = 0; i < t->n; i++) {
        const struct seance *s = at(t, i);
        bool year_ends = i + 1 == t->n || at(t, i + 1)->jour >= begin + 365;

        if (s->bloc == B_EVALUATION && s->nature == ORDINAIRE && is_open(t, i) && i > 1)
            last = i;
        if (!year_ends)
            continue;
        if (last != none)
            at(t, last)->nature = FONCTIONNEMENT;
        begin += 365;
        last = none;
    }
}

static void find(struct tour *t)
{
    aet_plan_seances_sort(t->out);
    t->regular = aet_reallocarray(t->regular, t->out->n + 1, sizeof *t->regular);
    t->n = 0;
    for (size_t i = 0; i < t->out->n; i++)
        if (t->out->items[i].bloc >= B_SUIVI)
            t->regular[t->n++] = i;
}

void aet_plan_regulieres(const struct demande *d, struct seances *out, int32_t day)
{
    struct tour t = { .d = d, .out = out };
    int32_t begin = day;
    bool more = false;

    date_all(d, out, day);
    find(&t);
    if (t.n) {
        choose(&t);
        end_evaluating(&t);
        for (int y = aet_date_from_days(begin).year; y <= aet_date_from_days(d->fin).year; y++)
            more |= revise(&t, begin, y);
        if (more)
            find(&t);
        set_aside(&t, begin);
    }
    aet_free(t.regular);
}
