/* Drawing plans. The order of the ranks is all that chooses: nothing depends on the order of rows.
 */
#include "perennite/tirage.h"

#include <jansson.h>
#include <sodium.h>
#include <stdlib.h>

#include "format/json_text.h"
#include "privacy/pseudonym.h"
#include "stats/sample.h"

void aet_perennite_tirage_init(struct tirage *t, const struct tirage_demande *d)
{
    *t = (struct tirage){ .demande = *d, .par_strate = d->strate };
}

void aet_perennite_tirage_free(struct tirage *t)
{
    aet_names_free(&t->plans);
    aet_names_free(&t->strates);
    aet_free(t->rows);
    aet_free(t->retenus);
    aet_free(t->parts);
    *t = (struct tirage){ 0 };
}

/* The list of names holds the id in NFC. */
static void rank(const struct tirage *t, uint32_t plan, unsigned char rang[32])
{
    struct span id = t->plans.list[plan];
    crypto_hash_sha256_state state;

    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, (const unsigned char *)t->demande.graine,
                              strlen(t->demande.graine));
    crypto_hash_sha256_update(&state, (const unsigned char *)"\n", 1);
    crypto_hash_sha256_update(&state, (const unsigned char *)id.p, id.n);
    crypto_hash_sha256_final(&state, rang);
}

void aet_perennite_tirage_add(struct tirage *t, struct span plan, struct span strate)
{
    size_t before = t->plans.n;
    uint32_t p = aet_names_id(&t->plans, plan);

    if (t->plans.n == before)
        return;
    t->rows = aet_grow(t->rows, &t->cap, before, sizeof *t->rows);
    t->rows[p] = (struct tirage_plan){ .plan = p, .strate = aet_names_id(&t->strates, strate) };
    rank(t, p, t->rows[p].rang);
}

static int by_rank(const void *a, const void *b)
{
    const struct tirage_plan *x = a, *y = b;
    int c = memcmp(x->rang, y->rang, sizeof x->rang);

    return c ? c : x->plan < y->plan ? -1 : x->plan > y->plan;
}

static bool size_of(struct tirage *t)
{
    const struct tirage_demande *d = &t->demande;

    t->population = t->plans.n;
    t->taille = d->taille;
    if (d->denominateur)
        return aet_sample_size(t->population, d->numerateur, d->denominateur, &t->taille);
    return t->taille <= t->population;
}

/* The size of each stratum, by the largest remainder; strata in the order of their names. */
static bool share(struct tirage *t)
{
    uint32_t *sorted = aet_names_sorted(&t->strates);
    uint64_t *sizes = aet_calloc(t->strates.n + 1, sizeof *sizes);
    uint64_t *parts = aet_calloc(t->strates.n + 1, sizeof *parts);
    bool ok;

    t->parts = aet_calloc(t->strates.n + 1, sizeof *t->parts);
    for (size_t i = 0; i < t->plans.n; i++)
        t->parts[t->rows[i].strate].population++;
    for (size_t i = 0; i < t->strates.n; i++)
        sizes[i] = t->parts[sorted[i]].population;
    ok = aet_largest_remainder(t->taille, sizes, t->strates.n, parts);
    for (size_t i = 0; i < t->strates.n; i++)
        t->parts[sorted[i]].taille = parts[i];
    aet_free(sorted);
    aet_free(sizes);
    aet_free(parts);
    return ok;
}

bool aet_perennite_tirage_draw(struct tirage *t)
{
    uint64_t *left;

    if (!size_of(t) || !share(t))
        return false;
    t->retenus = aet_calloc(t->plans.n + 1, sizeof *t->retenus);
    left = aet_calloc(t->strates.n + 1, sizeof *left);
    for (size_t i = 0; i < t->strates.n; i++)
        left[i] = t->parts[i].taille;
    if (t->plans.n)
        qsort(t->rows, t->plans.n, sizeof *t->rows, by_rank);
    for (size_t i = 0; i < t->plans.n; i++) {
        struct tirage_plan *p = &t->rows[i];

        p->retenu = left[p->strate] > 0;
        left[p->strate] -= p->retenu;
        t->retenus[p->plan] = p->retenu;
    }
    aet_free(left);
    return true;
}

bool aet_perennite_tirage_drew(const struct tirage *t, struct span plan)
{
    uint32_t p = aet_names_find(&t->plans, plan);

    return p != AET_NO_NAME && t->retenus[p];
}

uint32_t aet_perennite_tirage_strate(const struct tirage *t, struct span plan)
{
    return t->rows[aet_names_find(&t->plans, plan)].strate;
}

/* The number of a plan or a stratum, known by what mentions call it: without the names in it. */
static uint32_t known_as(struct names *list, struct pseudonyms *names, struct span text)
{
    struct buf shown = { 0 };
    uint32_t p;

    if (names)
        aet_pseudonym_text(names, text, &shown);
    else
        aet_buf_span(&shown, text);
    p = aet_names_id(list, aet_buf_view(&shown));
    aet_buf_free(&shown);
    return p;
}

static bool read_plan(struct tirage *t, struct pseudonyms *names, const json_t *row)
{
    const json_t *plan = json_object_get(row, "plan"), *drawn = json_object_get(row, "retenu");
    const json_t *strate = json_object_get(row, "strate");
    bool in = json_is_string(strate);
    size_t before = t->plans.n;
    uint32_t p;

    if (!json_is_string(plan) || !json_is_boolean(drawn))
        return false;
    p = known_as(&t->plans, names, aet_json_string_span(plan));
    if (p < before) /* what tells two plans apart was a name that is replaced */
        return true;
    t->rows = aet_grow(t->rows, &t->cap, p, sizeof *t->rows);
    t->rows[p] = (struct tirage_plan){
        .plan = p,
        .strate = known_as(&t->strates, names, in ? aet_json_string_span(strate) : AET_LIT("")),
        .retenu = json_is_true(drawn)
    };
    t->par_strate |= in;
    return true;
}

/* Sizes, and who was drawn, of the plans that were read. */
static void count_plans(struct tirage *t)
{
    t->population = t->plans.n;
    t->retenus = aet_calloc(t->plans.n + 1, sizeof *t->retenus);
    t->parts = aet_calloc(t->strates.n + 1, sizeof *t->parts);
    for (size_t i = 0; i < t->plans.n; i++) {
        const struct tirage_plan *p = &t->rows[i];

        t->retenus[i] = p->retenu;
        t->taille += p->retenu;
        t->parts[p->strate].population++;
        t->parts[p->strate].taille += p->retenu;
    }
}

bool aet_perennite_tirage_read(struct tirage *t, struct pseudonyms *names, struct span text)
{
    enum fault fault;
    size_t at, i;
    json_t *json = aet_json_read(text, &fault, &at);
    const json_t *plans = json_object_get(json, "plans"), *row;
    bool ok = json_is_array(plans);

    *t = (struct tirage){ 0 };
    json_array_foreach(plans, i, row) ok = ok && read_plan(t, names, row);
    count_plans(t);
    ok = ok && t->population > 0;
    json_decref(json);
    return ok;
}
