/* Drawing plans. The order of the ranks is all that chooses: nothing depends on the order of rows.
 */
#include "perennite/tirage.h"

#include <jansson.h>
#include <sodium.h>
#include <stdlib.h>

#include "format/json_text.h"
#include "stats/sample.h"

void aet_tirage_init(struct tirage *t, const struct tirage_demande *d)
{
    *t = (struct tirage){ .demande = *d };
}

void aet_tirage_free(struct tirage *t)
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

void aet_tirage_add(struct tirage *t, struct span plan, struct span strate)
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

bool aet_tirage_draw(struct tirage *t)
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

bool aet_tirage_drew(const struct tirage *t, struct span plan)
{
    uint32_t p = aet_names_find(&t->plans, plan);

    return p != AET_NO_NAME && t->retenus[p];
}

static const struct column tirage_columns[] = {
    { "graine", { "Graine", "Seed" }, CELL_TEXT, false },
    { "population", { "Plans dans la population", "Plans in the population" }, CELL_COUNT, false },
    { "taille", { "Plans retenus", "Plans drawn" }, CELL_COUNT, false },
    { "fraction", { "Fraction demandée", "Fraction asked for" }, CELL_TEXT, false },
    { "fraction_obtenue", { "Fraction obtenue", "Fraction obtained" }, CELL_SHARE, false },
    { "strate", { "Champ des strates", "Field of the strata" }, CELL_TEXT, false },
    { "methode", { "Méthode", "Method" }, CELL_TEXT, false },
    { "arrondi", { "Arrondi", "Rounding" }, CELL_TEXT, false },
};
static const struct section_kind tirage_kind = { "tirage", { "Tirage", "Draw" }, tirage_columns, 8,
                                                 true,     AET_VIEW_TABLE };

static const struct column strates_columns[] = {
    { "strate", { "Strate", "Stratum" }, CELL_TEXT, false },
    { "population", { "Population", "Population" }, CELL_COUNT, false },
    { "taille", { "Retenus", "Drawn" }, CELL_COUNT, false },
};
static const struct section_kind strates_kind = { "strates",       { "Strates", "Strata" },
                                                  strates_columns, 3,
                                                  false,           AET_VIEW_TABLE };

static const struct column plans_columns[] = {
    { "rang", { "Rang", "Rank" }, CELL_COUNT, false },
    { "plan", { "Plan", "Plan" }, CELL_TEXT, false },
    { "strate", { "Strate", "Stratum" }, CELL_TEXT, false },
    { "retenu", { "Retenu", "Drawn" }, CELL_BOOL, false },
    { "empreinte",
      { "SHA-256 de la graine, d’un saut de ligne et du plan",
        "SHA-256 of the seed, a newline and the plan" },
      CELL_CODE,
      false },
};
static const struct section_kind plans_kind = {
    "plans",       { "Plans, dans l’ordre du tirage", "Plans, in the order of the draw" },
    plans_columns, 5,
    false,         AET_VIEW_TABLE
};

const struct section_kind *const aet_tirage_sections[] = { &tirage_kind, &strates_kind, &plans_kind,
                                                           NULL };

static void put_z(struct report *r, struct section *s, struct text text)
{
    aet_put_text(r, s, aet_span_z(aet_text(text, r->lang)));
}

static void put_fraction(const struct tirage *t, struct report *r, struct section *s)
{
    struct buf text = { 0 };

    if (!t->demande.denominateur) {
        aet_put_unknown(s);
        return;
    }
    aet_buf_uint(&text, t->demande.numerateur);
    aet_buf_char(&text, '/');
    aet_buf_uint(&text, t->demande.denominateur);
    aet_put_text(r, s, aet_buf_view(&text));
    aet_buf_free(&text);
}

static void draw_section(const struct tirage *t, struct report *r)
{
    static const struct text method = {
        "Rang d’un plan : SHA-256 de la graine, d’un saut de ligne et de l’identifiant du plan en "
        "Unicode NFC, empreintes hexadécimales en ordre croissant ; les premiers de chaque strate "
        "sont retenus. À refaire : printf '%s\\n%s' GRAINE PLAN | sha256sum, puis trier.",
        "Rank of a plan: SHA-256 of the seed, a newline and the plan’s id in Unicode NFC, "
        "hexadecimal digests in increasing order; the first of each stratum are drawn. To redo: "
        "printf '%s\\n%s' SEED PLAN | sha256sum, then sort."
    };
    static const struct text rounding = {
        "fraction × population, arrondie au plus près (la demie vers le haut), au moins 1 ; entre "
        "strates, au plus fort reste, la première par ordre de nom à égalité",
        "fraction × population, rounded to the nearest (half up), at least 1; among strata, by the "
        "largest remainder, the first by name when equal"
    };
    struct section *s = aet_report_section(r, &tirage_kind);

    aet_put_text(r, s, aet_span_z(t->demande.graine));
    aet_put_count(s, (int64_t)t->population);
    aet_put_count(s, (int64_t)t->taille);
    put_fraction(t, r, s);
    aet_put_share(s, (int64_t)t->taille, (int64_t)t->population);
    if (t->demande.strate)
        aet_put_text(r, s, aet_span_z(t->demande.strate));
    else
        aet_put_unknown(s);
    put_z(r, s, method);
    put_z(r, s, rounding);
}

void aet_tirage_report(const struct tirage *t, struct report *r)
{
    uint32_t *sorted = aet_names_sorted(&t->strates);
    struct section *s;

    draw_section(t, r);
    s = aet_report_section(r, &strates_kind);
    for (size_t i = 0; i < t->strates.n && t->demande.strate; i++) {
        aet_put_text(r, s, t->strates.list[sorted[i]]);
        aet_put_count(s, (int64_t)t->parts[sorted[i]].population);
        aet_put_count(s, (int64_t)t->parts[sorted[i]].taille);
    }
    s = aet_report_section(r, &plans_kind);
    for (size_t i = 0; i < t->plans.n; i++) {
        char hex[65];

        sodium_bin2hex(hex, sizeof hex, t->rows[i].rang, sizeof t->rows[i].rang);
        aet_put_count(s, (int64_t)i + 1);
        aet_put_text(r, s, t->plans.list[t->rows[i].plan]);
        if (t->demande.strate)
            aet_put_text(r, s, t->strates.list[t->rows[i].strate]);
        else
            aet_put_unknown(s);
        aet_put_bool(s, t->rows[i].retenu);
        aet_put_text(r, s, aet_span_z(hex));
    }
    aet_free(sorted);
}

static bool read_plan(struct tirage *t, const json_t *row, bool **retenus, size_t *cap)
{
    const json_t *plan = json_object_get(row, "plan"), *drawn = json_object_get(row, "retenu");
    uint32_t p;

    if (!json_is_string(plan) || !json_is_boolean(drawn))
        return false;
    p = aet_names_id(&t->plans, aet_json_string_span(plan));
    *retenus = aet_grow(*retenus, cap, p, sizeof **retenus);
    (*retenus)[p] = json_is_true(drawn);
    t->taille += json_is_true(drawn);
    return true;
}

bool aet_tirage_read(struct tirage *t, struct span text)
{
    enum fault fault;
    size_t at, i, cap = 0;
    json_t *json = aet_json_read(text, &fault, &at);
    const json_t *plans = json_object_get(json, "plans"), *row;
    bool ok = json_is_array(plans);

    *t = (struct tirage){ 0 };
    json_array_foreach(plans, i, row) ok = ok && read_plan(t, row, &t->retenus, &cap);
    t->population = t->plans.n;
    ok = ok && t->population > 0;
    json_decref(json);
    return ok;
}
