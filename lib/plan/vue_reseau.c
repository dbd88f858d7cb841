/* The section `reseau`: who acts with whom, two by two, in how many actions. */
#include "plan/vue.h"

#include <stdlib.h>

/* Two who act together, by the numbers of their names, the smaller first. */
struct lien {
    uint32_t a, b;
};

static void link_two(struct reseau *n, uint32_t a, uint32_t b)
{
    if (a == b)
        return;
    if (n->n == n->cap) {
        n->cap = n->cap ? n->cap * 2 : 64;
        n->liens = aet_reallocarray(n->liens, n->cap, sizeof *n->liens);
    }
    n->liens[n->n++] = (struct lien){ a < b ? a : b, a < b ? b : a };
}

static int by_number(const void *x, const void *y)
{
    const uint32_t *a = x, *b = y;

    return *a < *b ? -1 : *a > *b;
}

/* Each once, whoever is named twice. */
static size_t distinct(uint32_t *who, size_t n)
{
    size_t kept = 0;

    qsort(who, n, sizeof *who, by_number);
    for (size_t i = 0; i < n; i++)
        if (!kept || who[kept - 1] != who[i])
            who[kept++] = who[i];
    return kept;
}

void aet_plan_reseau_add(struct reseau *n, const struct element *action)
{
    const struct item *it = aet_fact_items(&action->facts, ACN_PARTENAIRES);
    size_t partners = aet_fact_count(&action->facts, ACN_PARTENAIRES), all = 0;
    uint32_t *who = aet_calloc(partners + 1, sizeof *who);
    struct span lead = aet_span_trim(aet_plan_text(action, ACN_RESPONSABLE));

    if (lead.n)
        who[all++] = aet_names_id(&n->noms, lead);
    for (size_t i = 0; i < partners; i++)
        if (aet_span_trim(it[i].text).n)
            who[all++] = aet_names_id(&n->noms, aet_span_trim(it[i].text));
    all = distinct(who, all);
    for (size_t i = 0; i < all; i++)
        for (size_t k = i + 1; k < all; k++)
            link_two(n, who[i], who[k]);
    aet_free(who);
}

void aet_plan_reseau_free(struct reseau *n)
{
    aet_names_free(&n->noms);
    aet_free(n->liens);
}

/* Two, and in how many actions. */
struct ensemble {
    struct lien l;
    int64_t actions;
};

static int by_pair(const void *x, const void *y)
{
    const struct lien *a = x, *b = y;

    return a->a != b->a ? (a->a < b->a ? -1 : 1) : a->b < b->b ? -1 : a->b > b->b;
}

static int by_actions(const void *x, const void *y)
{
    const struct ensemble *a = x, *b = y;

    if (a->actions != b->actions)
        return a->actions > b->actions ? -1 : 1;
    return by_pair(&a->l, &b->l);
}

/* Equal ones, which follow one another, as one; to be freed. */
static struct ensemble *counted(struct reseau *r, size_t *n)
{
    struct ensemble *list = aet_calloc(r->n + 1, sizeof *list);

    *n = 0;
    if (r->n)
        qsort(r->liens, r->n, sizeof *r->liens, by_pair);
    for (size_t i = 0; i < r->n; i++) {
        if (!i || by_pair(&r->liens[i], &r->liens[i - 1]) != 0)
            list[(*n)++].l = r->liens[i];
        list[*n - 1].actions++;
    }
    qsort(list, *n, sizeof *list, by_actions);
    return list;
}

enum { RESEAU_A, RESEAU_B, RESEAU_ACTIONS };
static const struct column columns[] = {
    [RESEAU_A] = { "organisme_a", { "Organisme", "Organization" }, CELL_TEXT, false },
    [RESEAU_B] = { "organisme_b", { "Avec", "With" }, CELL_TEXT, false },
    [RESEAU_ACTIONS] = { "actions", { "Actions ensemble", "Actions together" }, CELL_COUNT, false },
};

static void reseau(void *sum, struct section *s)
{
    struct vue *v = sum;
    size_t n;
    struct ensemble *list = counted(&v->reseau, &n);

    for (size_t i = 0; i < n; i++) {
        aet_row_begin(s);
        aet_row_text(s, RESEAU_A, v->reseau.noms.list[list[i].l.a]);
        aet_row_text(s, RESEAU_B, v->reseau.noms.list[list[i].l.b]);
        aet_row_count(s, RESEAU_ACTIONS, list[i].actions);
        aet_row_end(s);
    }
    aet_free(list);
    aet_section_say(
        s, (struct text){ "Deux organismes agissent ensemble quand une action nomme l’un et "
                          "l’autre, comme responsable ou partenaire.",
                          "Two organizations act together when an action names both, as the "
                          "one responsible or as a partner." });
}

const struct section_kind aet_plan_kind_vue_reseau = {
    .key = "reseau",
    .title = { "Qui agit avec qui", "Who acts with whom" },
    AET_COLUMNS(columns),
    .view = { .kind = VIEW_NETWORK,
              .label = RESEAU_A,
              .across = RESEAU_B,
              .from = RESEAU_ACTIONS,
              .to = RESEAU_ACTIONS },
    .fill = reseau,
    .shown = 30,
    .rest = { { "autre paire, dans les formats de données.", "more pair, in the data formats." },
              { "autres paires, dans les formats de données.",
                "more pairs, in the data formats." } },
};
