/* Adding groups up, and hiding small cells with what would give them away. */
#include "perennite/totaux.h"

#include "stats/suppression.h"

static void count(struct compte *c, uint64_t mentions)
{
    c->mentions += mentions;
    c->regroupements += mentions > 0;
}

static void add_groupe(struct totaux *t, const struct somme *b, size_t g)
{
    for (size_t o = 0; o <= b->objets; o++) {
        count(&t->par_objet[o], aet_perennite_groupe_objet(b, g, o));
        for (size_t s = 0; s <= b->strategies; s++)
            count(aet_perennite_cellule(t, o, s), aet_perennite_groupe_cell(b, g, o, s));
    }
    for (size_t s = 0; s <= b->strategies; s++)
        count(&t->par_strategie[s], aet_perennite_groupe_strategie(b, g, s));
    for (size_t k = 0; k < b->sous; k++)
        count(&t->par_sous[k], aet_perennite_groupe_sous(b, g, k));
    for (size_t m = 0; m < b->moyens; m++)
        t->par_moyen[m].regroupements += b->moyens_bits[g * b->words + m / 64] >> (m % 64) & 1;
}

/* The system of what is printed: cells, their totals by row and column, and the two ways in which a
 * strategy's total is divided again. What is unknown counts as known to the reader. */
struct systeme {
    struct hidden_cell *cells;
    struct compte **of; /* by cell */
    struct hidden_sum *sums;
    size_t *parts;
    size_t *objets, *strategies; /* cells of their totals: rests stand between them */
    size_t n, m, parts_n;
    bool restes; /* what is left of a total is hidden */
};

static size_t add_cell(struct systeme *y, const struct somme *b, struct compte *c)
{
    bool small = aet_perennite_petit(b, c->mentions) || aet_perennite_petit(b, c->regroupements);

    y->cells[y->n] = (struct hidden_cell){ (int64_t)c->mentions, small, false };
    y->of[y->n] = c;
    c->presque = aet_perennite_petit(b, b->unites.n - c->regroupements);
    return y->n++;
}

static void begin_sum(struct systeme *y, size_t total)
{
    y->sums[y->m++] = (struct hidden_sum){ total, y->parts + y->parts_n, 0, 0 };
}

static void add_part(struct systeme *y, size_t cell)
{
    y->parts[y->parts_n++] = cell;
    y->sums[y->m - 1].n++;
}

/* A part that is not printed: what is left of a total. The reader is taken to know it, unless it is
 * small: then nothing may give it away either. */
static void add_rest(struct systeme *y, const struct somme *b, int64_t n)
{
    if (!aet_perennite_petit(b, (uint64_t)n)) {
        y->sums[y->m - 1].rest += n;
        return;
    }
    y->cells[y->n] = (struct hidden_cell){ n, true, false };
    y->of[y->n] = NULL;
    y->restes = true;
    add_part(y, y->n++);
}

/* Mentions of a strategy whose sub-strategy is unknown, or of another strategy. */
static int64_t sous_rest(const struct totaux *t, const struct somme *b, size_t s)
{
    int64_t rest = (int64_t)t->par_strategie[s].mentions;

    for (size_t k = 0; k < b->sous; k++)
        if (b->k->strategie_of[k] == (int32_t)s)
            rest -= (int64_t)t->par_sous[k].mentions;
    return rest;
}

static void divisions(struct systeme *y, const struct totaux *t, const struct somme *b, size_t s,
                      size_t total)
{
    begin_sum(y, total);
    for (size_t k = 0; k < b->sous; k++)
        if (b->k->strategie_of[k] == (int32_t)s)
            add_part(y, add_cell(y, b, &t->par_sous[k]));
    add_rest(y, b, sous_rest(t, b, s));
    begin_sum(y, total);
    for (size_t i = 0; i < STATUTS; i++)
        add_part(y, add_cell(y, b, &t->par_statut[s * (STATUTS + 1) + i]));
    add_rest(y, b, (int64_t)t->par_statut[s * (STATUTS + 1) + STATUT_NONE].mentions);
}

static void describe(struct systeme *y, const struct totaux *t, const struct somme *b)
{
    struct compte all = { b->mentions, b->unites.n, false, false, false };
    size_t O = b->objets, S = b->strategies, grand;

    grand = add_cell(y, b, &all);
    y->of[grand] = NULL;
    y->cells[grand].fixed = true;
    y->cells[grand].hidden = false;
    for (size_t o = 0; o < O; o++)
        for (size_t s = 0; s < S; s++)
            add_cell(y, b, aet_perennite_cellule(t, o, s));
    for (size_t o = 0; o < O; o++) {
        y->objets[o] = add_cell(y, b, &t->par_objet[o]);
        begin_sum(y, y->objets[o]);
        for (size_t s = 0; s < S; s++)
            add_part(y, 1 + o * S + s);
        add_rest(y, b, (int64_t)aet_perennite_cellule(t, o, S)->mentions);
    }
    for (size_t s = 0; s < S; s++) {
        y->strategies[s] = add_cell(y, b, &t->par_strategie[s]);
        begin_sum(y, y->strategies[s]);
        for (size_t o = 0; o < O; o++)
            add_part(y, 1 + o * S + s);
        add_rest(y, b, (int64_t)aet_perennite_cellule(t, O, s)->mentions);
    }
    begin_sum(y, grand);
    for (size_t o = 0; o < O; o++)
        add_part(y, y->objets[o]);
    add_rest(y, b, (int64_t)t->par_objet[O].mentions);
    begin_sum(y, grand);
    for (size_t s = 0; s < S; s++)
        add_part(y, y->strategies[s]);
    add_rest(y, b, (int64_t)t->par_strategie[S].mentions);
    for (size_t s = 0; s < S; s++)
        divisions(y, t, b, s, y->strategies[s]);
}

static void hide(struct totaux *t, const struct somme *b)
{
    size_t O = b->objets, S = b->strategies;
    size_t rests = O + S + 2 + 2 * S;
    size_t cells = 1 + O * S + O + S + b->sous + S * STATUTS + rests;
    size_t parts = 2 * O * S + O + S + b->sous + S * STATUTS + rests;
    struct systeme y = { .n = 0 };

    y.cells = aet_calloc(cells, sizeof *y.cells);
    y.of = aet_calloc(cells, sizeof(struct compte *));
    y.sums = aet_calloc(rests, sizeof *y.sums); /* one in each */
    y.parts = aet_calloc(parts, sizeof *y.parts);
    y.objets = aet_calloc(O + 1, sizeof *y.objets);
    y.strategies = aet_calloc(S + 1, sizeof *y.strategies);
    describe(&y, t, b);
    aet_hide_more(y.cells, y.n, y.sums, y.m, b->options.masquer, true);
    for (size_t i = 0; i < y.n; i++)
        if (y.of[i])
            y.of[i]->masque = y.cells[i].hidden;
    t->restes = y.restes;
    aet_free(y.cells);
    aet_free(y.of);
    aet_free(y.sums);
    aet_free(y.parts);
    aet_free(y.objets);
    aet_free(y.strategies);
}

/* Groups that have a part are among those that have the whole: what is left of these. */
static void hide_left(struct compte *part, const struct compte *whole, const struct somme *b)
{
    part->presque |= aet_perennite_petit(b, whole->regroupements - part->regroupements);
}

static void hide_parts(struct totaux *t, const struct somme *b)
{
    for (size_t o = 0; o < b->objets; o++)
        for (size_t s = 0; s < b->strategies; s++) {
            hide_left(aet_perennite_cellule(t, o, s), &t->par_objet[o], b);
            hide_left(aet_perennite_cellule(t, o, s), &t->par_strategie[s], b);
        }
    for (size_t k = 0; k < b->sous; k++)
        hide_left(&t->par_sous[k], &t->par_strategie[b->k->strategie_of[k]], b);
}

/* Of one object or strategy: groups of each band that have it, and of those of neither. A total
 * that is hidden is not to be had from them. */
static void hide_bandes(struct compte *c, const struct somme *b, const struct mesures *m,
                        uint64_t (*of)(const struct somme *, size_t, size_t), size_t row)
{
    uint64_t avec[BANDES + 1] = { 0 }, n[BANDES + 1] = { 0 };

    for (size_t g = 0; g < m->n; g++) {
        size_t k = m->bande[g] == BANDE_NONE ? BANDES : (size_t)m->bande[g];

        n[k]++;
        avec[k] += of(b, g, row) > 0;
    }
    c->bandes = c->masque || c->presque;
    for (int k = 0; k <= BANDES; k++)
        c->bandes |= aet_perennite_petite_part(b, avec[k], n[k]);
}

static uint64_t of_objet(const struct somme *b, size_t g, size_t row)
{
    return aet_perennite_groupe_objet(b, g, row);
}

static uint64_t of_strategie(const struct somme *b, size_t g, size_t row)
{
    return aet_perennite_groupe_strategie(b, g, row);
}

void aet_perennite_totaux(struct totaux *t, const struct somme *b, const struct mesures *m)
{
    *t = (struct totaux){ .objets = b->objets, .strategies = b->strategies };
    t->cellules = aet_calloc((b->objets + 1) * (b->strategies + 1), sizeof *t->cellules);
    t->par_objet = aet_calloc(b->objets + 1, sizeof *t->par_objet);
    t->par_strategie = aet_calloc(b->strategies + 1, sizeof *t->par_strategie);
    t->par_sous = aet_calloc(b->sous + 1, sizeof *t->par_sous);
    t->par_moyen = aet_calloc(b->moyens + 1, sizeof *t->par_moyen);
    t->par_statut = aet_calloc((b->strategies + 1) * (STATUTS + 1), sizeof *t->par_statut);
    for (size_t g = 0; g < b->unites.n; g++)
        add_groupe(t, b, g);
    for (size_t i = 0; i < b->moyens; i++)
        t->par_moyen[i].mentions = b->moyens_n[i];
    for (size_t i = 0; i < (b->strategies + 1) * (STATUTS + 1); i++)
        t->par_statut[i].mentions = b->statuts[i];
    t->avec_objet = b->mentions - t->par_objet[b->objets].mentions;
    t->avec_strategie = b->mentions - t->par_strategie[b->strategies].mentions;
    for (size_t o = 0; o < b->objets; o++)
        for (size_t s = 0; s < b->strategies; s++)
            t->croisees += aet_perennite_cellule(t, o, s)->mentions;
    if (!b->options.masquer)
        return;
    hide(t, b);
    hide_parts(t, b);
    for (size_t o = 0; o < b->objets; o++)
        hide_bandes(&t->par_objet[o], b, m, of_objet, o);
    for (size_t s = 0; s < b->strategies; s++)
        hide_bandes(&t->par_strategie[s], b, m, of_strategie, s);
}

void aet_perennite_totaux_free(struct totaux *t)
{
    aet_free(t->cellules);
    aet_free(t->par_objet);
    aet_free(t->par_strategie);
    aet_free(t->par_sous);
    aet_free(t->par_moyen);
    aet_free(t->par_statut);
}
