/* Counting mentions. Integers only, so that sums over parts of the input merge to the same bytes;
 * bilan_report.c makes the report. */
#include "perennite/bilan.h"

#include <stdlib.h>

#include "stats/diversity.h"

void aet_perennite_somme_init(struct somme *b, const struct perennite_knowledge *k,
                              const struct somme_options *o)
{
    *b = (struct somme){ .k = k, .options = *o };
    b->regroupements.folded = b->codeurs.folded = true;
    b->objets = k->objets->rows;
    b->strategies = k->strategies->rows;
    b->sous = k->sous->rows;
    b->moyens = k->moyens->rows;
    b->stride = (b->objets + 1) * (b->strategies + 1) + b->sous;
    b->words = b->moyens / 64 + 1;
    b->cell_words = (b->objets + 1) * (b->strategies + 1) / 64 + 1;
    b->statuts = aet_calloc((b->strategies + 1) * (STATUTS + 1), sizeof *b->statuts);
    b->moyens_n = aet_calloc(b->moyens + 1, sizeof *b->moyens_n);
    if (o->codeur)
        aet_names_id(&b->codeurs, aet_span_z(o->codeur)); /* number 0 */
}

void aet_perennite_somme_free(struct somme *b)
{
    aet_names_free(&b->regroupements);
    aet_names_free(&b->plans);
    aet_names_free(&b->annees);
    aet_names_free(&b->unites);
    aet_names_free(&b->codeurs);
    aet_names_free(&b->hors);
    aet_free(b->groupes);
    aet_free(b->counts);
    aet_free(b->moyens_bits);
    aet_free(b->cells_bits);
    aet_free(b->plan_groupe);
    aet_free(b->statuts);
    aet_free(b->moyens_n);
    aet_buf_free(&b->scratch);
    aet_buf_free(&b->recent.names);
}

/* Room for `n` groups in an array of `stride` items of `size` bytes each; what is new is 0. */
static void *room(void *items, size_t *cap, size_t n, size_t stride, size_t size)
{
    size_t want = *cap ? *cap : 64;
    char *p;

    if (n <= *cap)
        return items;
    while (want < n)
        want += want / 2;
    p = aet_reallocarray(items, want, stride * size);
    memset(p + *cap * stride * size, 0, (want - *cap) * stride * size);
    *cap = want;
    return p;
}

size_t aet_perennite_somme_unite(struct somme *b, struct span regroupement, struct span plan,
                                 struct span annee)
{
    struct groupe u = { .regroupement = aet_names_id(&b->regroupements, regroupement),
                        .plan = aet_names_id(&b->plans, plan),
                        .annee = annee.n ? aet_names_id(&b->annees, annee) : AET_NO_NAME };
    struct buf key = { 0 };
    size_t before = b->unites.n, g;

    aet_buf_uint(&key, u.regroupement);
    aet_buf_char(&key, '/');
    aet_buf_uint(&key, u.plan);
    aet_buf_char(&key, '/');
    aet_buf_uint(&key, u.annee);
    g = aet_names_id(&b->unites, aet_buf_view(&key));
    aet_buf_free(&key);
    b->groupes = room(b->groupes, &b->groupes_cap, g + 1, 1, sizeof *b->groupes);
    b->counts = room(b->counts, &b->counts_cap, g + 1, b->stride, sizeof *b->counts);
    b->moyens_bits = room(b->moyens_bits, &b->moyens_cap, g + 1, b->words, sizeof *b->moyens_bits);
    b->cells_bits = room(b->cells_bits, &b->cells_cap, g + 1, STATUTS * b->cell_words,
                         sizeof *b->cells_bits);
    if (b->unites.n > before)
        b->groupes[g] = u;
    while (b->plan_n < b->plans.n) {
        b->plan_groupe = aet_grow(b->plan_groupe, &b->plan_cap, b->plan_n, sizeof *b->plan_groupe);
        b->plan_groupe[b->plan_n++] = (uint32_t)g;
    }
    return g;
}

/* The same, at once where it is that of the mention before. */
static size_t unite_again(struct somme *b, struct span regroupement, struct span plan,
                          struct span annee)
{
    const struct buf *names = &b->recent.names;
    size_t from = b->recent.regroupement + b->recent.plan;

    if (names->n == from + annee.n && names->n &&
        aet_span_eq(aet_buf_slice(names, 0, b->recent.regroupement), regroupement) &&
        aet_span_eq(aet_buf_slice(names, b->recent.regroupement, b->recent.plan), plan) &&
        aet_span_eq(aet_buf_slice(names, from, annee.n), annee))
        return b->recent.unit;
    aet_buf_clear(&b->recent.names);
    aet_buf_span(&b->recent.names, regroupement);
    aet_buf_span(&b->recent.names, plan);
    aet_buf_span(&b->recent.names, annee);
    b->recent.regroupement = regroupement.n;
    b->recent.plan = plan.n;
    return b->recent.unit = aet_perennite_somme_unite(b, regroupement, plan, annee);
}

enum { NO_PLAN = '\x1F' };

/* A mention without a plan: the group's of that year, under a name that no plan has. */
static struct span plan_of(struct somme *b, const struct facts *f)
{
    if (f->f[MEN_PLAN].present)
        return aet_fact_text(f, MEN_PLAN);
    aet_buf_clear(&b->scratch);
    aet_buf_span(&b->scratch, aet_fact_text(f, MEN_REGROUPEMENT));
    aet_buf_char(&b->scratch, NO_PLAN);
    aet_buf_span(&b->scratch, aet_fact_text(f, MEN_ANNEE));
    return aet_buf_view(&b->scratch);
}

struct span aet_perennite_groupe_plan(const struct somme *b, size_t g)
{
    struct span plan = b->plans.list[b->groupes[g].plan];

    return plan.n && memchr(plan.p, NO_PLAN, plan.n) ? AET_LIT("") : plan;
}

static size_t row_or(int32_t row, size_t unknown)
{
    return row == NO_ROW ? unknown : (size_t)row;
}

/* Whether the mention is of a plan that was not drawn: it tells nothing of the population. */
static bool left_out(struct somme *b, const struct facts *f)
{
    struct span plan = aet_fact_text(f, MEN_PLAN);

    if (!b->options.tirage || aet_perennite_tirage_drew(b->options.tirage, plan))
        return false;
    b->hors_mentions++;
    if (aet_span_trim(plan).n)
        aet_names_id(&b->hors, plan);
    else
        b->hors_sans_plan++;
    return true;
}

static void set_cell(struct somme *b, size_t g, enum statut statut, size_t cell)
{
    b->cells_bits[(g * STATUTS + (size_t)statut) * b->cell_words + cell / 64] |= (uint64_t)1
                                                                                 << (cell % 64);
}

void aet_perennite_somme_add(void *sum, const struct facts *f)
{
    struct somme *b = sum;
    uint32_t codeur = aet_names_id(&b->codeurs, aet_fact_text(f, MEN_CODEUR));
    size_t objet = row_or(aet_fact_row(f, MEN_OBJET), b->objets);
    size_t strategie = row_or(aet_perennite_strategie(b->k, f), b->strategies);
    int32_t sous = aet_fact_row(f, MEN_SOUS_STRATEGIE);
    int32_t moyen = aet_fact_row(f, MEN_MOYEN);
    int32_t niveau = aet_fact_row(f, MEN_NIVEAU);
    enum statut statut = aet_perennite_statut(b->k, f);
    uint32_t *counts;
    size_t g;

    if (b->options.codeur && codeur != 0) {
        b->autres++;
        return;
    }
    if (left_out(b, f))
        return;
    b->mentions++;
    g = unite_again(b, aet_fact_text(f, MEN_REGROUPEMENT), plan_of(b, f),
                    aet_span_trim(aet_fact_text(f, MEN_ANNEE)));
    counts = b->counts + g * b->stride;
    counts[objet * (b->strategies + 1) + strategie]++;
    if (sous != NO_ROW)
        counts[(b->objets + 1) * (b->strategies + 1) + (size_t)sous]++;
    if (moyen != NO_ROW) {
        b->moyens_bits[g * b->words + (size_t)moyen / 64] |= (uint64_t)1 << (moyen % 64);
        b->moyens_n[moyen]++;
    }
    if (niveau != NO_ROW && niveau < 32)
        b->groupes[g].niveaux |= (uint32_t)1 << niveau;
    b->groupes[g].mentions++;
    b->statuts[strategie * (STATUTS + 1) + (size_t)statut]++;
    if (statut != STATUT_NONE)
        set_cell(b, g, statut, objet * (b->strategies + 1) + strategie);
}

/* What unit `from` of b has, to unit g of a. */
static void add_unite(struct somme *a, size_t g, const struct somme *b, size_t from)
{
    a->groupes[g].mentions += b->groupes[from].mentions;
    a->groupes[g].niveaux |= b->groupes[from].niveaux;
    for (size_t i = 0; i < a->stride; i++)
        a->counts[g * a->stride + i] += b->counts[from * b->stride + i];
    for (size_t i = 0; i < a->words; i++)
        a->moyens_bits[g * a->words + i] |= b->moyens_bits[from * b->words + i];
    for (size_t i = 0; i < STATUTS * a->cell_words; i++)
        a->cells_bits[g * STATUTS * a->cell_words + i] |=
            b->cells_bits[from * STATUTS * b->cell_words + i];
}

struct span aet_perennite_groupe_annee(const struct somme *b, size_t g)
{
    uint32_t annee = b->groupes[g].annee;

    return annee == AET_NO_NAME ? AET_LIT("") : b->annees.list[annee];
}

/* The units of b, a unit under the plan and year of another where `as` says so. */
static void merge_unites(struct somme *a, const struct somme *b, const uint32_t *as)
{
    for (size_t from = 0; from < b->unites.n; from++) {
        const struct groupe *u = &b->groupes[from];
        const struct groupe *under = as ? &b->groupes[as[from]] : u;
        size_t g = aet_perennite_somme_unite(a, b->regroupements.list[u->regroupement],
                                             b->plans.list[under->plan],
                                             aet_perennite_groupe_annee(b, as ? as[from] : from));

        add_unite(a, g, b, from);
    }
}

static void merge(struct somme *a, const struct somme *b, const uint32_t *as)
{
    for (size_t i = 0; i < b->codeurs.n; i++)
        aet_names_id(&a->codeurs, b->codeurs.list[i]);
    for (size_t i = 0; i < b->hors.n; i++)
        aet_names_id(&a->hors, b->hors.list[i]);
    merge_unites(a, b, as);
    for (size_t i = 0; i < (a->strategies + 1) * (STATUTS + 1); i++)
        a->statuts[i] += b->statuts[i];
    for (size_t i = 0; i < a->moyens; i++)
        a->moyens_n[i] += b->moyens_n[i];
    a->mentions += b->mentions;
    a->autres += b->autres;
    a->hors_mentions += b->hors_mentions;
    a->hors_sans_plan += b->hors_sans_plan;
}

void aet_perennite_somme_merge(struct somme *a, const struct somme *b)
{
    merge(a, b, NULL);
}

struct ordered {
    uint32_t rank, unit;
    struct span annee, plan;
};

static int by_time(const void *x, const void *y)
{
    const struct ordered *a = x, *b = y;
    int years;

    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    years = aet_span_cmp(a->annee, b->annee);
    if (years)
        return years;
    years = aet_span_cmp(a->plan, b->plan);
    return years ? years : a->unit < b->unit ? -1 : a->unit > b->unit;
}

uint32_t *aet_perennite_ordre(const struct somme *b)
{
    struct ordered *list = aet_calloc(b->unites.n + 1, sizeof *list);
    uint32_t *order = aet_calloc(b->unites.n + 1, sizeof *order);
    uint32_t *names = aet_names_sorted(&b->regroupements), *rank;

    rank = aet_calloc(b->regroupements.n + 1, sizeof *rank);
    for (uint32_t i = 0; i < b->regroupements.n; i++)
        rank[names[i]] = i;
    for (uint32_t g = 0; g < b->unites.n; g++)
        list[g] = (struct ordered){ rank[b->groupes[g].regroupement], g,
                                    aet_perennite_groupe_annee(b, g),
                                    aet_perennite_groupe_plan(b, g) };
    if (b->unites.n)
        qsort(list, b->unites.n, sizeof *list, by_time);
    for (uint32_t i = 0; i < b->unites.n; i++)
        order[i] = list[i].unit;
    aet_free(list);
    aet_free(names);
    aet_free(rank);
    return order;
}

size_t aet_perennite_avant(const struct somme *b, const uint32_t *order, size_t place)
{
    const struct groupe *g = &b->groupes[order[place]], *before;

    if (!place || g->annee == AET_NO_NAME)
        return SIZE_MAX;
    before = &b->groupes[order[place - 1]];
    if (before->regroupement != g->regroupement || before->annee == AET_NO_NAME)
        return SIZE_MAX;
    return order[place - 1];
}

static bool has_plan(const struct somme *b, size_t g)
{
    return aet_perennite_groupe_plan(b, g).n > 0;
}

/* Whether what a unit tells of its plan and year agrees with another of its group, which tells more
 * of them. */
static bool could_be(const struct somme *b, size_t g, size_t other, bool dated)
{
    const struct groupe *u = &b->groupes[g], *o = &b->groupes[other];

    if (g == other || !has_plan(b, other) || (dated && o->annee == AET_NO_NAME))
        return false;
    if (has_plan(b, g) && (u->plan != o->plan || o->annee == AET_NO_NAME))
        return false;
    return u->annee == AET_NO_NAME || u->annee == o->annee;
}

/* The only unit among those of a group that another one could be of, or itself. */
static uint32_t only_one(const struct somme *b, const uint32_t *of_group, size_t n, uint32_t g)
{
    for (int dated = 1; dated >= 0; dated--) {
        uint32_t found = g;
        size_t many = 0;

        for (size_t i = 0; i < n; i++)
            if (could_be(b, g, of_group[i], dated)) {
                found = of_group[i];
                many++;
            }
        if (many)
            return many == 1 ? found : g;
    }
    return g;
}

/* What each unit that does not tell its plan, or its year, is put under. False: there is none. */
static bool put_under(const struct somme *b, uint32_t *as)
{
    uint32_t *order = aet_perennite_ordre(b);
    bool any = false;
    size_t n;

    for (size_t from = 0; from < b->unites.n; from += n) {
        uint32_t group = b->groupes[order[from]].regroupement;

        for (n = 0; from + n < b->unites.n && b->groupes[order[from + n]].regroupement == group;)
            n++;
        for (size_t i = from; i < from + n; i++) {
            uint32_t g = order[i];
            bool told = has_plan(b, g) && b->groupes[g].annee != AET_NO_NAME;

            as[g] = told ? g : only_one(b, order + from, n, g);
            any |= as[g] != g;
        }
    }
    aet_free(order);
    return any;
}

void aet_perennite_somme_date(struct somme *b)
{
    uint32_t *as = aet_calloc(b->unites.n + 1, sizeof *as);
    struct somme all;

    if (put_under(b, as)) {
        aet_perennite_somme_init(&all, b->k, &b->options);
        merge(&all, b, as);
        aet_perennite_somme_free(b);
        *b = all;
    }
    aet_free(as);
}

uint64_t aet_perennite_groupe_objet(const struct somme *b, size_t g, size_t objet)
{
    uint64_t n = 0;

    for (size_t s = 0; s <= b->strategies; s++)
        n += aet_perennite_groupe_cell(b, g, objet, s);
    return n;
}

uint64_t aet_perennite_groupe_strategie(const struct somme *b, size_t g, size_t strategie)
{
    uint64_t n = 0;

    for (size_t o = 0; o <= b->objets; o++)
        n += aet_perennite_groupe_cell(b, g, o, strategie);
    return n;
}

static void levels(struct mesures *m, const struct somme *b, size_t g)
{
    uint32_t bits = b->groupes[g].niveaux;

    m->niveau[g] = NO_ROW;
    m->bande[g] = BANDE_NONE;
    for (int32_t row = 0; row < 32 && bits; row++) {
        if (!(bits >> row & 1))
            continue;
        if (bits == (uint32_t)1 << row)
            m->niveau[g] = row;
        if (m->bande[g] != BANDE_NONE && m->bande[g] != b->k->bande_of[row]) {
            m->bande[g] = BANDE_NONE;
            return;
        }
        m->bande[g] = b->k->bande_of[row];
    }
}

static int by_count(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;

    return *x < *y ? -1 : *x > *y;
}

/* In the order of the counts: groups that share their mentions alike must be equal to the last bit,
 * or ranks would see differences where there are none. */
static struct stat_value diversity(uint64_t *counts, size_t n)
{
    qsort(counts, n, sizeof *counts, by_count);
    return aet_shannon(counts, n);
}

void aet_perennite_mesures(struct mesures *m, const struct somme *b)
{
    uint64_t *by_strategie = aet_calloc(b->strategies + 1, sizeof *by_strategie);

    *m = (struct mesures){ .n = b->unites.n };
    m->objets = aet_calloc(m->n + 1, sizeof *m->objets);
    m->strategies = aet_calloc(m->n + 1, sizeof *m->strategies);
    m->sous = aet_calloc(m->n + 1, sizeof *m->sous);
    m->shannon = aet_calloc(m->n + 1, sizeof *m->shannon);
    m->bande = aet_calloc(m->n + 1, sizeof *m->bande);
    m->niveau = aet_calloc(m->n + 1, sizeof *m->niveau);
    for (size_t g = 0; g < m->n; g++) {
        for (size_t o = 0; o < b->objets; o++)
            m->objets[g] += aet_perennite_groupe_objet(b, g, o) > 0;
        for (size_t s = 0; s < b->strategies; s++)
            by_strategie[s] = aet_perennite_groupe_strategie(b, g, s);
        for (size_t t = 0; t < b->sous; t++)
            m->sous[g] += aet_perennite_groupe_sous(b, g, t) > 0;
        m->strategies[g] = (double)aet_richness(by_strategie, b->strategies);
        m->shannon[g] = diversity(by_strategie, b->strategies);
        levels(m, b, g);
    }
    aet_free(by_strategie);
}

void aet_perennite_mesures_free(struct mesures *m)
{
    aet_free(m->objets);
    aet_free(m->strategies);
    aet_free(m->sous);
    aet_free(m->shannon);
    aet_free(m->bande);
    aet_free(m->niveau);
}

struct base aet_perennite_somme_base(const struct somme *b)
{
    const struct tirage *t = b->options.tirage;
    struct base base = { .n = b->unites.n, .population = b->options.population };

    base.plans_differ = b->plans.n != b->unites.n;
    if (t) { /* mentions of other plans were left out */
        base.population = t->population;
        base.sans_mention = t->taille - b->plans.n;
    }
    if (!base.plans_differ)
        base.n += base.sans_mention;
    else
        base.population = 0;
    if (base.population && base.population < base.n)
        base.population = 0;
    return base;
}
