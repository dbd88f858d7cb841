/* Dating the meetings: those that the plan has, and the others around them. */
#include "plan/calendrier/calendrier.h"

#include "plan/calendrier/jours.h"
#include "plan/calendrier/regulieres.h"
#include "plan/rules.h"

/* How many meetings the document gives to each block before planning. */
static const int64_t counts[B_PLANIFICATION] = { 1, 2, 2 };

/* --- the meetings that the plan has ----------------------------------------------------------- */

/* How far the process has come while the meetings of the plan are placed. */
struct avance {
    int64_t filled[BLOCS];
    bool regular; /* implementation has begun */
    size_t held;  /* the furthest block of a meeting held */
    int32_t last; /* its last day; INT32_MIN: none was */
};

static int64_t needed(const struct demande *d, size_t bloc)
{
    return bloc == B_PLANIFICATION ? d->facteurs * d->par_facteur : counts[bloc];
}

/* A meeting that is foreseen and whose step is not said: what comes then is held there. */
enum { B_LIBRE = BLOCS };

/* The block of a meeting held whose step is not said: the next of the process, then follow-up. */
static size_t next_bloc(const struct demande *d, const struct avance *a)
{
    for (size_t bloc = B_INTENTION; bloc <= B_PLANIFICATION && !a->regular; bloc++)
        if (a->filled[bloc] < needed(d, bloc))
            return bloc;
    return B_SUIVI;
}

static size_t bloc_of(const struct demande *d, const struct avance *a, const struct fixe *f)
{
    enum { INTENTION, ETAT, PLANIFICATION, MISE_EN_OEUVRE, EVALUATION }; /* rows of table etapes */

    if (f->suivi)
        return B_SUIVI;
    switch (f->etape) {
    case INTENTION:
        return B_INTENTION;
    case ETAT:
        return a->filled[B_DONNEES] < counts[B_DONNEES] ? B_DONNEES : B_OFFRE;
    case PLANIFICATION:
        return a->regular ? B_EVALUATION : B_PLANIFICATION; /* the revision of a year */
    case MISE_EN_OEUVRE:
        return B_SUIVI;
    case EVALUATION:
        return B_EVALUATION;
    default:
        return f->tenue ? next_bloc(d, a) : (size_t)B_LIBRE;
    }
}

static void place(const struct demande *d, struct seances *out, struct avance *a)
{
    for (size_t i = 0; i < d->fixes_n; i++) {
        const struct fixe *f = &d->fixes[i];
        size_t bloc = bloc_of(d, a, f);
        struct seance *s = aet_plan_seances_add(out, f->jour, bloc);

        s->fixe = true;
        s->tenue = f->tenue;
        if (bloc == B_EVALUATION && a->regular && f->etape >= 0 && f->etape < 3)
            s->nature = REVISION;
        if (bloc == B_LIBRE)
            continue;
        a->filled[bloc]++;
        a->regular |= bloc >= B_SUIVI;
        if (!f->tenue)
            continue;
        a->held = bloc > a->held || a->last == INT32_MIN ? bloc : a->held;
        a->last = f->jour;
    }
}

/* --- the process ------------------------------------------------------------------------------ */

/* The first meeting up to `day` that is free for what comes; NULL: none. */
static struct seance *free_meeting(struct seances *out, int32_t day)
{
    for (size_t i = 0; i < out->n; i++)
        if (out->items[i].bloc == B_LIBRE && out->items[i].jour <= day)
            return &out->items[i];
    return NULL;
}

/* The day for what comes behind a block: none of its meetings, those of the plan too, is later. */
static int32_t behind(const struct demande *d, const struct seances *out, size_t bloc, int32_t day)
{
    for (size_t i = 0; i < out->n; i++)
        if (out->items[i].bloc == bloc && out->items[i].jour >= day)
            day = aet_plan_wanted_day(d, out->items[i].jour + (int32_t)d->rythme * 7);
    return day;
}

/* Meetings up to the end of planning that the plan does not have, behind those that were held: what
 * the group has left behind it is not dated anew. Answers the day for what comes next; *lacking is
 * how many find no room. */
static int32_t process(const struct demande *d, struct seances *out, const struct avance *a,
                       int64_t *lacking)
{
    bool began = a->last != INT32_MIN;
    int32_t step = (int32_t)d->rythme * 7;
    int32_t day = aet_plan_wanted_day(d, began ? a->last + step : d->debut);

    *lacking = 0;
    for (size_t bloc = began ? a->held : B_INTENTION; bloc <= B_PLANIFICATION; bloc++) {
        for (int64_t i = a->filled[bloc]; i < needed(d, bloc); i++) {
            struct seance *s = free_meeting(out, day);

            *lacking += !s && day > d->fin;
            if (!s && day > d->fin)
                continue;
            if (!s)
                s = aet_plan_seances_add(out, day, bloc);
            s->bloc = bloc;
            day = aet_plan_free_day(d, s->jour + step);
        }
        day = behind(d, out, bloc, day);
    }
    for (size_t i = 0; i < out->n; i++)
        if (out->items[i].bloc == B_LIBRE)
            out->items[i].bloc = B_SUIVI;
    return day;
}

/* --- all of them ------------------------------------------------------------------------------ */

/* Numbers, factors, and the share that each has of its block's objectives. */
static void number_all(const struct demande *d, struct seances *out)
{
    int64_t in_bloc[BLOCS] = { 0 }, seen[BLOCS] = { 0 }, revisions = 0;

    for (size_t i = 0; i < out->n; i++) {
        in_bloc[out->items[i].bloc]++;
        revisions += out->items[i].nature == REVISION;
    }
    for (size_t i = 0; i < out->n; i++) {
        struct seance *s = &out->items[i];
        int64_t rank = seen[s->bloc]++;

        s->numero = (int64_t)i + 1;
        s->part = rank;
        s->parts = s->bloc == B_EVALUATION && !revisions ? 1 : in_bloc[s->bloc];
        if (s->bloc != B_PLANIFICATION)
            continue;
        s->facteur = rank / d->par_facteur < d->facteurs ? rank / d->par_facteur + 1 : d->facteurs;
        s->part = rank % d->par_facteur;
        s->parts = d->par_facteur;
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

static int64_t count_regular(const struct seances *out)
{
    int64_t n = 0;

    for (size_t i = 0; i < out->n; i++)
        n += out->items[i].bloc >= B_SUIVI;
    return n;
}

bool aet_plan_calendrier_make(const struct demande *d, struct seances *out, struct obstacle *why)
{
    struct avance a = { .last = INT32_MIN };
    int64_t lacking, regular;
    int32_t day;

    out->n = 0;
    *why = (struct obstacle){ .rule = senseless(d) };
    if (why->rule)
        return false;
    place(d, out, &a);
    day = process(d, out, &a, &lacking);
    if (lacking) {
        int64_t all = needed(d, B_PLANIFICATION) + counts[0] + counts[1] + counts[2];

        *why = (struct obstacle){ PLA_CAL_DEMARCHE, all, all - lacking };
        return false;
    }
    aet_plan_regulieres(d, out, day);
    regular = count_regular(out);
    if (regular < REGULAR_MIN) {
        *why = (struct obstacle){ PLA_CAL_REGULIERES, REGULAR_MIN, regular };
        return false;
    }
    number_all(d, out);
    return true;
}
