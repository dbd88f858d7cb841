/* Drawing plans. The order of the ranks is all that chooses: nothing depends on the order of rows.
 */
#include "perennite/tirage.h"

#include <jansson.h>
#include <sodium.h>
#include <stdlib.h>

#include "format/json_text.h"
#include "perennite/records.h"
#include "privacy/walk.h"
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

/* A proces-verbal on its way in: who is hidden, and by what word pseudonyms of its strata begin,
 * when these are names. */
struct reading_back {
    const struct identities *id;
    json_t *json;
    struct buf kind;
};

static bool open_record(struct reading_back *r, const struct identities *id, struct span text)
{
    enum fault fault;
    size_t at;
    const json_t *field;
    struct span heading;
    int known = 0;

    *r = (struct reading_back){ .id = id, .json = aet_json_read(text, &fault, &at) };
    field = json_object_get(json_object_get(r->json, "tirage"), "strate");
    if (!id || !json_is_string(field))
        return r->json;
    heading = aet_json_string_span(field);
    while (known < MEN_COUNT &&
           !aet_span_eq(heading, aet_span_z(aet_perennite_schema_mention.fields[known].name)))
        known++;
    known = known < MEN_COUNT ? known : NO_FIELD;
    if (aet_is_identity(id, &aet_perennite_schema_mention, known, heading, heading))
        aet_walk_kind(&aet_perennite_schema_mention, known, heading, &r->kind);
    return r->json;
}

static void close_record(struct reading_back *r)
{
    json_decref(r->json);
    aet_buf_free(&r->kind);
}

void aet_perennite_tirage_learn(const struct identities *id, struct span text)
{
    struct reading_back r;
    const json_t *row;
    size_t i;

    if (id && open_record(&r, id, text)) {
        json_array_foreach(json_object_get(r.json, "plans"), i, row)
        {
            const json_t *strate = json_object_get(row, "strate");

            if (r.kind.n && json_is_string(strate))
                aet_pseudonym_learn(id->names, aet_buf_z(&r.kind), aet_json_string_span(strate));
        }
        close_record(&r);
    }
}

/* The number of a plan or a stratum, known by what mentions call it: without the names in it.
 * `kind` not empty: it is a name. */
static uint32_t known_as(struct names *list, const struct identities *id, const char *kind,
                         struct span text)
{
    struct buf shown = { 0 };
    uint32_t p;

    if (id && *kind && aet_span_trim(text).n)
        aet_buf_span(&shown, aet_pseudonym(id->names, kind, text));
    else if (id)
        aet_pseudonym_text(id->names, text, &shown);
    else
        aet_buf_span(&shown, text);
    p = aet_names_id(list, aet_buf_view(&shown));
    aet_buf_free(&shown);
    return p;
}

static bool read_plan(struct tirage *t, struct reading_back *r, const json_t *row)
{
    const json_t *plan = json_object_get(row, "plan"), *drawn = json_object_get(row, "retenu");
    const json_t *strate = json_object_get(row, "strate");
    bool in = json_is_string(strate);
    size_t before = t->plans.n;
    uint32_t p;

    if (!json_is_string(plan) || !json_is_boolean(drawn))
        return false;
    p = known_as(&t->plans, r->id, "", aet_json_string_span(plan));
    if (p < before) /* what tells two plans apart was a name that is replaced */
        return true;
    t->rows = aet_grow(t->rows, &t->cap, p, sizeof *t->rows);
    t->rows[p] = (struct tirage_plan){ .plan = p,
                                       .strate = known_as(&t->strates, r->id, aet_buf_z(&r->kind),
                                                          in ? aet_json_string_span(strate)
                                                             : AET_LIT("")),
                                       .retenu = json_is_true(drawn) };
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

bool aet_perennite_tirage_read(struct tirage *t, const struct identities *id, struct span text)
{
    struct reading_back r;
    const json_t *row;
    size_t i;
    bool ok = open_record(&r, id, text);

    *t = (struct tirage){ 0 };
    ok = ok && json_is_array(json_object_get(r.json, "plans"));
    json_array_foreach(json_object_get(r.json, "plans"), i, row) ok = ok && read_plan(t, &r, row);
    count_plans(t);
    close_record(&r);
    return ok && t->population > 0;
}
