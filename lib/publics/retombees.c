/* Counting what means led to. Only an activity that is done can have observed anything: the others
 * are aims. */
#include "publics/retombees.h"

void aet_publics_retombees_init(struct retombees *r, const struct publics_knowledge *p)
{
    size_t n = p->termes->rows + 1;

    *r = (struct retombees){ .p = p };
    r->regroupements.folded = true;
    r->retombees = aet_calloc(n, sizeof *r->retombees);
    r->issues = aet_calloc(n * n, sizeof *r->issues);
}

void aet_publics_retombees_free(struct retombees *r)
{
    aet_free(r->retombees);
    aet_free(r->issues);
    aet_free(r->par_annee);
    aet_free(r->par_groupe);
    aet_names_free(&r->annees);
    aet_names_free(&r->regroupements);
}

static struct recolte *in(struct names *names, struct recolte **counts, size_t *cap,
                          struct span name)
{
    size_t before = names->n;
    uint32_t id = aet_names_id(names, name);

    *counts = aet_grow(*counts, cap, id, sizeof **counts);
    if (names->n > before)
        (*counts)[id] = (struct recolte){ 0 };
    return &(*counts)[id];
}

/* The year in which it was done, or was to be; empty: nobody says. */
static struct recolte *year_of(struct retombees *r, const struct facts *f)
{
    const struct fact *done = &f->f[ACT_DATE_REALISATION], *due = &f->f[ACT_ECHEANCE];
    const struct fact *when = done->good ? done : due;
    struct buf year = { 0 };
    struct recolte *of;

    if (when->good)
        aet_buf_int(&year, when->u.date.year);
    of = in(&r->annees, &r->par_annee, &r->annees_cap, aet_buf_view(&year));
    aet_buf_free(&year);
    return of;
}

/* Whether a field names the term, or one that it merely rewords. */
static bool names(const struct retombees *r, const struct facts *f, size_t field, int32_t terme)
{
    const struct item *it = aet_fact_items(f, field);

    for (size_t i = 0; i < aet_fact_count(f, field); i++)
        if (it[i].row != NO_ROW && r->p->canonical[it[i].row] == terme)
            return true;
    return false;
}

/* The term of an item, the first time that the list has it; NO_ROW: one's own words, or again. */
static int32_t term_at(const struct retombees *r, const struct facts *f, size_t field, size_t i)
{
    const struct item *it = aet_fact_items(f, field);
    int32_t terme = it[i].row == NO_ROW ? NO_ROW : r->p->canonical[it[i].row];

    for (size_t k = 0; terme != NO_ROW && k < i; k++)
        if (it[k].row != NO_ROW && r->p->canonical[it[k].row] == terme)
            return NO_ROW;
    return terme;
}

/* One outcome that a done activity aimed at: what each of its means has of it. */
static void add_means(struct retombees *r, const struct facts *f, int32_t terme, bool seen)
{
    size_t n = r->p->termes->rows + 1;

    for (size_t m = 0; m < aet_fact_count(f, ACT_COMMENT); m++) {
        int32_t moyen = term_at(r, f, ACT_COMMENT, m);
        struct issue *x;

        if (moyen == NO_ROW)
            continue;
        x = &r->issues[(size_t)moyen * n + (size_t)terme];
        x->visees++;
        x->observees += seen;
    }
}

static struct issue add_aims(struct retombees *r, const struct facts *f, bool done)
{
    struct issue sum = { 0, 0 };

    for (size_t i = 0; i < aet_fact_count(f, ACT_RETOMBEES); i++) {
        int32_t terme = term_at(r, f, ACT_RETOMBEES, i);
        bool seen;

        if (terme == NO_ROW)
            continue;
        seen = done && names(r, f, ACT_RETOMBEES_OBSERVEES, terme);
        r->retombees[terme].activites++;
        r->retombees[terme].realisees += done;
        r->retombees[terme].observees += seen;
        if (!done)
            continue;
        sum.visees++;
        sum.observees += seen;
        add_means(r, f, terme, seen);
    }
    return sum;
}

static void add_unaimed(struct retombees *r, const struct facts *f)
{
    for (size_t i = 0; i < aet_fact_count(f, ACT_RETOMBEES_OBSERVEES); i++) {
        int32_t terme = term_at(r, f, ACT_RETOMBEES_OBSERVEES, i);

        if (terme != NO_ROW)
            r->retombees[terme].sans_visee += !names(r, f, ACT_RETOMBEES, terme);
    }
}

static void gather(struct recolte *to, struct recolte of)
{
    to->realisees += of.realisees;
    to->avec_observation += of.avec_observation;
    to->issue.visees += of.issue.visees;
    to->issue.observees += of.issue.observees;
}

void aet_publics_retombees_add(void *sum, const struct facts *f)
{
    struct retombees *r = sum;
    bool done = aet_publics_etat(r->p, f) == ETAT_REALISE;
    struct recolte one = { .realisees = done };

    r->activites++;
    one.issue = add_aims(r, f, done);
    if (!done)
        return;
    add_unaimed(r, f);
    one.avec_observation = aet_fact_count(f, ACT_RETOMBEES_OBSERVEES) > 0;
    gather(&r->total, one);
    gather(year_of(r, f), one);
    gather(in(&r->regroupements, &r->par_groupe, &r->groupes_cap, aet_publics_regroupement(f)),
           one);
}
