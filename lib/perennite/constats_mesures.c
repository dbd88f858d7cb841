/* The measures of groups that the rules of table constats may name; share/tables/README says what
 * each is. */
#include "perennite/constats.h"

static struct finding_value *room(const struct mesures *m, struct finding_data *out)
{
    out->n = m->n;
    out->values = aet_arena_alloc(&out->arena, (m->n + 1) * sizeof *out->values);
    return out->values;
}

static void plain(const struct mesures *m, const double *of, struct finding_data *out)
{
    struct finding_value *v = room(m, out);

    for (size_t g = 0; g < m->n; g++)
        v[g] = (struct finding_value){ of[g], 1 };
}

/* Tallies of every group: `of` is asked for each of `kinds`. */
static void tally(const struct constats_donnees *d, struct finding_data *out, size_t kinds,
                  uint64_t (*of)(const struct somme *, size_t, size_t))
{
    out->kinds = kinds;
    out->tallies = aet_arena_alloc(&out->arena, (d->m->n * kinds + 1) * sizeof *out->tallies);
    for (size_t g = 0; g < d->m->n; g++)
        for (size_t k = 0; k < kinds; k++)
            out->tallies[g * kinds + k] = of(d->b, g, k);
}

static void objets(const void *data, const struct finding_request *q, struct finding_data *out)
{
    const struct constats_donnees *d = data;

    (void)q;
    plain(d->m, d->m->objets, out);
    tally(d, out, d->b->objets, aet_perennite_groupe_objet);
}

static void strategies(const void *data, const struct finding_request *q, struct finding_data *out)
{
    const struct constats_donnees *d = data;

    (void)q;
    plain(d->m, d->m->strategies, out);
    tally(d, out, d->b->strategies, aet_perennite_groupe_strategie);
}

static uint64_t sous_of_groupe(const struct somme *b, size_t g, size_t sous)
{
    return aet_perennite_groupe_sous(b, g, sous);
}

static void sous_strategies(const void *data, const struct finding_request *q,
                            struct finding_data *out)
{
    const struct constats_donnees *d = data;

    (void)q;
    plain(d->m, d->m->sous, out);
    tally(d, out, d->b->sous, sous_of_groupe);
}

static void shannon(const void *data, const struct finding_request *q, struct finding_data *out)
{
    const struct constats_donnees *d = data;
    const struct mesures *m = d->m;
    struct finding_value *v = room(m, out);

    (void)q;
    for (size_t g = 0; g < m->n; g++)
        v[g] = (struct finding_value){ m->shannon[g].value, m->shannon[g].defined };
    tally(d, out, d->b->strategies, aet_perennite_groupe_strategie);
}

static void niveau(const void *data, const struct finding_request *q, struct finding_data *out)
{
    const struct mesures *m = ((const struct constats_donnees *)data)->m;
    struct finding_value *v = room(m, out);

    (void)q;
    for (size_t g = 0; g < m->n; g++)
        v[g] = (struct finding_value){ m->niveau[g] + 1, m->niveau[g] != NO_ROW };
}

static void bande(const void *data, const struct finding_request *q, struct finding_data *out)
{
    const struct mesures *m = ((const struct constats_donnees *)data)->m;
    struct finding_value *v = room(m, out);

    (void)q;
    for (size_t g = 0; g < m->n; g++)
        v[g] = (struct finding_value){ (double)m->bande[g], m->bande[g] != BANDE_NONE };
}

/* How many things a unit has that the one before has not, and how many it could have had. */
struct news {
    size_t n, room;
};

static struct news news_of(const struct somme *b, size_t before, size_t g, size_t rows,
                           uint64_t (*of)(const struct somme *, size_t, size_t))
{
    struct news x = { 0, 0 };

    for (size_t row = 0; row < rows; row++) {
        bool had = of(b, before, row) > 0;

        x.room += !had;
        x.n += !had && of(b, g, row) > 0;
    }
    return x;
}

/* The step from the plan before: new objects or new strategies, whichever are more; of those that
 * have one before, and could have taken more than one of either. */
static void pas(const void *data, const struct finding_request *q, struct finding_data *out)
{
    const struct constats_donnees *d = data;
    const struct somme *b = d->b;
    struct finding_value *v = room(d->m, out);
    uint32_t *order = aet_perennite_ordre(b);

    (void)q;
    for (size_t g = 0; g < d->m->n; g++)
        v[g] = (struct finding_value){ 0, 0 };
    for (size_t i = 0; i < b->unites.n; i++) {
        struct news objets, strategies;
        size_t before = aet_perennite_avant(b, order, i), g = order[i];

        if (before == SIZE_MAX)
            continue;
        objets = news_of(b, before, g, b->objets, aet_perennite_groupe_objet);
        strategies = news_of(b, before, g, b->strategies, aet_perennite_groupe_strategie);
        v[g].num = (double)(objets.n > strategies.n ? objets.n : strategies.n);
        v[g].den = objets.room > 1 || strategies.room > 1;
    }
    aet_free(order);
}

/* Whether a mention is among those asked for: of a dimension that is named it must be known. */
static bool within(const struct finding_pick *picks, size_t n, int dimension, size_t row,
                   size_t rows)
{
    return aet_finding_within(picks, n, dimension, row < rows ? (int32_t)row : NO_ROW);
}

/* Mentions of a group by object and strategy: those among which, and those of which. */
static struct finding_value cells_of(const struct constats_donnees *d, size_t g,
                                     const struct finding_request *q)
{
    const struct somme *b = d->b;
    struct finding_value v = { 0, 0 };

    for (size_t o = 0; o <= b->objets; o++)
        for (size_t s = 0; s <= b->strategies; s++) {
            double n = aet_perennite_groupe_cell(b, g, o, s);
            bool known = (o < b->objets || !aet_finding_asks(q->what, q->what_n, CONSTAT_OBJET)) &&
                         (s < b->strategies ||
                          !aet_finding_asks(q->what, q->what_n, CONSTAT_STRATEGIE));

            if (!known || !within(q->among, q->among_n, CONSTAT_OBJET, o, b->objets) ||
                !within(q->among, q->among_n, CONSTAT_STRATEGIE, s, b->strategies))
                continue;
            v.den += n;
            if (within(q->what, q->what_n, CONSTAT_OBJET, o, b->objets) &&
                within(q->what, q->what_n, CONSTAT_STRATEGIE, s, b->strategies))
                v.num += n;
        }
    return v;
}

/* The same by sub-strategy: its strategy follows. */
static struct finding_value sous_of(const struct constats_donnees *d, size_t g,
                                    const struct finding_request *q)
{
    const struct somme *b = d->b;
    struct finding_value v = { 0, 0 };

    for (size_t t = 0; t < b->sous; t++) {
        double n = aet_perennite_groupe_sous(b, g, t);
        int32_t strategie = b->k->strategie_of[t];

        if (!aet_finding_within(q->among, q->among_n, CONSTAT_SOUS_STRATEGIE, (int32_t)t) ||
            !aet_finding_within(q->among, q->among_n, CONSTAT_STRATEGIE, strategie))
            continue;
        v.den += n;
        if (aet_finding_within(q->what, q->what_n, CONSTAT_SOUS_STRATEGIE, (int32_t)t) &&
            aet_finding_within(q->what, q->what_n, CONSTAT_STRATEGIE, strategie))
            v.num += n;
    }
    return v;
}

/* Whether a row is named, by itself or with others: not as one of all the others. */
static bool named(const struct finding_pick *picks, size_t n, int dimension, size_t row)
{
    for (size_t i = 0; i < n; i++)
        if (picks[i].dimension == dimension && !picks[i].except &&
            aet_finding_picks(&picks[i], (int32_t)row))
            return true;
    return false;
}

static bool row_named(const struct finding_request *q, int dimension, size_t row)
{
    return named(q->what, q->what_n, dimension, row) || named(q->among, q->among_n, dimension, row);
}

/* Whether a total behind the figure is one that is hidden. */
static bool hides(const struct constats_donnees *d, const struct finding_request *q)
{
    const struct somme *b = d->b;
    bool any = false;

    for (size_t o = 0; o < b->objets; o++)
        any |= row_named(q, CONSTAT_OBJET, o) && d->t->par_objet[o].bandes;
    for (size_t s = 0; s < b->strategies; s++) {
        any |= row_named(q, CONSTAT_STRATEGIE, s) && d->t->par_strategie[s].bandes;
        for (size_t o = 0; o < b->objets; o++)
            any |= row_named(q, CONSTAT_OBJET, o) && row_named(q, CONSTAT_STRATEGIE, s) &&
                   aet_perennite_cellule(d->t, o, s)->masque;
    }
    for (size_t t = 0; t < b->sous; t++)
        any |= row_named(q, CONSTAT_SOUS_STRATEGIE, t) &&
               (d->t->par_sous[t].masque || d->t->par_sous[t].presque);
    return any;
}

typedef struct finding_value of_group(const struct constats_donnees *, size_t,
                                      const struct finding_request *);

static void count(const void *data, const struct finding_request *q, struct finding_data *out,
                  of_group *of, bool part)
{
    const struct constats_donnees *d = data;
    struct finding_value *v = room(d->m, out);

    for (size_t g = 0; g < d->m->n; g++) {
        v[g] = of(d, g, q);
        if (!part)
            v[g].den = 1;
    }
    out->hidden = hides(d, q);
    if (!part)
        return;
    out->kinds = 2;
    out->tallies = aet_arena_alloc(&out->arena, (d->m->n * 2 + 1) * sizeof *out->tallies);
    for (size_t g = 0; g < d->m->n; g++) {
        out->tallies[2 * g] = (uint64_t)v[g].num;
        out->tallies[2 * g + 1] = (uint64_t)(v[g].den - v[g].num);
    }
}

static void mentions(const void *data, const struct finding_request *q, struct finding_data *out)
{
    count(data, q, out, cells_of, false);
}

static void part_mentions(const void *data, const struct finding_request *q,
                          struct finding_data *out)
{
    count(data, q, out, cells_of, true);
}

static void mentions_sous(const void *data, const struct finding_request *q,
                          struct finding_data *out)
{
    count(data, q, out, sous_of, false);
}

static void part_sous(const void *data, const struct finding_request *q, struct finding_data *out)
{
    count(data, q, out, sous_of, true);
}

#define LEFT_OUT(fr, en)                                                     \
    {                                                                        \
        "{nombre} {nombre|regroupement écarté|regroupements écartés} : " fr, \
            "{nombre} {nombre|group|groups} left out: " en                   \
    }
#define TOO_FEW LEFT_OUT("trop peu de mentions", "too few mentions")

static const struct finding_measure measures[] = {
    { .name = "objets",
      .label = { "nombre d’objets", "number of objects" },
      .draws = true,
      .drawn = DRAWN_RICHNESS,
      .fill = objets },
    { .name = "strategies",
      .label = { "nombre de stratégies", "number of strategies" },
      .draws = true,
      .drawn = DRAWN_RICHNESS,
      .fill = strategies },
    { .name = "sous-strategies",
      .label = { "nombre de sous-stratégies", "number of sub-strategies" },
      .draws = true,
      .drawn = DRAWN_RICHNESS,
      .fill = sous_strategies },
    { .name = "shannon",
      .label = { "diversité", "diversity" },
      .draws = true,
      .drawn = DRAWN_SHANNON,
      .fill = shannon },
    { .name = "niveau",
      .label = { "niveau", "level" },
      .left_out = LEFT_OUT("sans niveau, ou de plus d’un", "without a level, or of more than one"),
      .fill = niveau },
    { .name = "bande",
      .label = { "bande", "band" },
      .left_out = LEFT_OUT("sans niveau, ou de plus d’une bande",
                           "without a level, or of more than one band"),
      .fill = bande },
    { .name = "pas",
      .label = { "pas depuis le plan précédent", "step since the plan before" },
      .apart = true,
      .of_units = { "part des pas", "share of steps" },
      .left_out = LEFT_OUT("sans plan précédent, ou qui avait déjà presque tout",
                           "without a plan before, or with nearly all already"),
      .fill = pas },
    { .name = "mentions",
      .label = { "nombre de mentions", "number of mentions" },
      .dimensions = { "objet", "strategie" },
      .left_out = TOO_FEW,
      .fill = mentions },
    { .name = "mentions-sous-strategies",
      .label = { "nombre de mentions à sous-stratégie", "number of mentions with a sub-strategy" },
      .dimensions = { "sous-strategie", "strategie" },
      .left_out = TOO_FEW,
      .fill = mentions_sous },
    { .name = "part-mentions",
      .label = { "part des mentions", "share of mentions" },
      .asks = true,
      .dimensions = { "objet", "strategie" },
      .draws = true,
      .drawn = DRAWN_SHARE,
      .fill = part_mentions },
    { .name = "part-sous-strategies",
      .label = { "part des mentions à sous-stratégie", "share of mentions with a sub-strategy" },
      .asks = true,
      .dimensions = { "sous-strategie", "strategie" },
      .draws = true,
      .drawn = DRAWN_SHARE,
      .fill = part_sous },
};

static const struct finding_guard guards[] = {
    { .name = "n",
      .before = { "trop peu de regroupements : ", "too few groups: " },
      .before_side = { "trop peu de regroupements dans une bande : ",
                       "too few groups in a band: " },
      .between = { " pour un minimum de ", " for a minimum of " } },
};

const struct finding_domain aet_perennite_constats_domain = {
    .measures = measures,
    .measures_n = sizeof measures / sizeof *measures,
    .guards = guards,
    .guards_n = sizeof guards / sizeof *guards,
    .of_units = { "part des regroupements", "share of groups" },
};
