/* What a sum of mentions holds, as the rows of a part (partial/partial.h). */
#include "perennite/bilan.h"

static void carry_counts(struct somme *b, struct partial *p, size_t g)
{
    uint64_t niveaux = b->groupes[g].niveaux; /* a bit for each */

    aet_partial_count(p, &b->groupes[g].mentions);
    aet_partial_rank(p, &niveaux);
    if (niveaux > UINT32_MAX)
        aet_partial_break(p);
    else
        b->groupes[g].niveaux = (uint32_t)niveaux;
    aet_partial_counts32(p, b->counts + g * b->stride, b->stride);
    aet_partial_words(p, b->moyens_bits + g * b->words, b->words);
    aet_partial_words(p, b->cells_bits + g * STATUTS * b->cell_words, STATUTS * b->cell_words);
}

/* A unit that is read is the next new one, of names that were read before. */
static bool unit_is_next(struct somme *b, const struct groupe *u, size_t g)
{
    return aet_perennite_somme_unite(
               b, b->regroupements.list[u->regroupement], b->plans.list[u->plan],
               u->annee == AET_NO_NAME ? AET_LIT("") : b->annees.list[u->annee]) == g &&
           b->groupes[g].regroupement == u->regroupement && b->groupes[g].plan == u->plan &&
           b->groupes[g].annee == u->annee && !b->groupes[g].mentions;
}

static void carry_units(struct somme *b, struct partial *p)
{
    for (size_t g = 0; aet_partial_row(p, "unite", g < b->unites.n); g++) {
        struct groupe u = aet_partial_reads(p) ? (struct groupe){ 0 } : b->groupes[g];

        aet_partial_index(p, &u.regroupement, b->regroupements.n);
        aet_partial_index(p, &u.plan, b->plans.n);
        aet_partial_index_if(p, &u.annee, b->annees.n);
        if (aet_partial_reads(p) && !p->broken && !unit_is_next(b, &u, g))
            aet_partial_break(p);
        if (!p->broken)
            carry_counts(b, p, g);
        aet_partial_row_end(p);
    }
}

static void carry_array(struct partial *p, const char *name, uint64_t *counts, size_t n)
{
    if (!aet_partial_row(p, name, true)) {
        aet_partial_break(p);
        return;
    }
    aet_partial_counts(p, counts, n);
    aet_partial_row_end(p);
}

static void carry(void *of, struct partial *p)
{
    struct somme *b = of;

    aet_partial_names(p, "codeur", &b->codeurs);
    aet_partial_names(p, "hors", &b->hors);
    aet_partial_names(p, "regroupement", &b->regroupements);
    aet_partial_names(p, "plan", &b->plans);
    aet_partial_names(p, "annee", &b->annees);
    carry_units(b, p);
    carry_array(p, "statuts", b->statuts, (b->strategies + 1) * (STATUTS + 1));
    carry_array(p, "moyens", b->moyens_n, b->moyens);
    aet_partial_one_count(p, "mentions", &b->mentions);
    aet_partial_one_count(p, "autres", &b->autres);
    aet_partial_one_count(p, "hors_mentions", &b->hors_mentions);
    aet_partial_one_count(p, "hors_sans_plan", &b->hors_sans_plan);
}

static void like(void *fresh, const void *of)
{
    const struct somme *b = of;

    aet_perennite_somme_init(fresh, b->k, &b->options);
}

static void merge(void *before, const void *after)
{
    aet_perennite_somme_merge(before, after);
}

static void release(void *of)
{
    aet_perennite_somme_free(of);
}

const struct sum_kind aet_perennite_somme_kind = {
    .name = "mentions 1",
    .size = sizeof(struct somme),
    .like = like,
    .merge = merge,
    .free = release,
    .carry = carry,
};
