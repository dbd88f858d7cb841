/* The section bandes. */
#include "perennite/bandes.h"

#include "stats/cliff.h"
#include "stats/contingency.h"
#include "stats/fisher.h"
#include "stats/holm.h"
#include "stats/mann_whitney.h"
#include "stats/quantile.h"

static const struct column columns[] = {
    { "indicateur", { "Indicateur", "Indicator" }, CELL_CODE, true },
    { "libelle", { "Indicateur (par regroupement)", "Indicator (by group)" }, CELL_TEXT, false },
    { "n_1_2", { "n, niveaux 1-2", "n, levels 1-2" }, CELL_COUNT, false },
    { "n_3_4", { "n, niveaux 3-4", "n, levels 3-4" }, CELL_COUNT, false },
    { "valeur_1_2", { "Niveaux 1-2", "Levels 1-2" }, CELL_NUMBER, false },
    { "valeur_3_4", { "Niveaux 3-4", "Levels 3-4" }, CELL_NUMBER, false },
    { "test", { "Test", "Test" }, CELL_CODE, false },
    { "p", { "p", "p" }, CELL_NUMBER, false },
    { "p_holm", { "p (Holm)", "p (Holm)" }, CELL_NUMBER, false },
    { "effet", { "Effet", "Effect" }, CELL_NUMBER, false },
    { "effet_nom", { "Mesure de l’effet", "Effect measure" }, CELL_CODE, false },
    { "ic_bas", { "IC 95 % : bas", "95% CI: low" }, CELL_NUMBER, false },
    { "ic_haut", { "IC 95 % : haut", "95% CI: high" }, CELL_NUMBER, false },
    { "note", { "Note", "Note" }, CELL_TEXT, false },
};

const struct section_kind aet_perennite_bandes_kind = {
    "bandes",
    { "Niveaux 1-2 et niveaux 3-4, côte à côte", "Levels 1-2 and levels 3-4, side by side" },
    columns,
    sizeof columns / sizeof *columns,
    false,
    { VIEW_COMPARE, 1, 0, 4, 2 }
};

/* A measure of each group, divided by band; groups of neither band, or without a value, are left
 * out. Owned. */
struct partage {
    double *valeurs[BANDES];
    size_t n[BANDES];
};

static void partager(struct partage *p, const struct mesures *m, const double *valeurs,
                     const struct stat_value *ou_valeurs)
{
    for (int b = 0; b < BANDES; b++) {
        p->valeurs[b] = aet_calloc(m->n + 1, sizeof *p->valeurs[b]);
        p->n[b] = 0;
    }
    for (size_t g = 0; g < m->n; g++) {
        enum bande b = m->bande[g];

        if (b == BANDE_NONE || (!valeurs && !ou_valeurs[g].defined))
            continue;
        p->valeurs[b][p->n[b]++] = valeurs ? valeurs[g] : ou_valeurs[g].value;
    }
}

static void partage_free(struct partage *p)
{
    for (int b = 0; b < BANDES; b++)
        aet_free(p->valeurs[b]);
}

/* Groups that have a trait, out of those of each band. */
struct porteurs {
    uint64_t avec[BANDES], n[BANDES];
};

/* One row, before Holm's correction. */
struct ligne {
    char id[80];
    struct span libelle;
    uint64_t n[BANDES];
    struct stat_value valeur[BANDES], p, effet;
    struct stat_interval ic;
    const char *test, *effet_nom;
    bool masque;
};

static struct ligne distribution(const char *id, struct text libelle, const struct mesures *m,
                                 const double *valeurs, const struct stat_value *ou, enum lang lang)
{
    struct ligne l = { .effet_nom = "delta_de_cliff" };
    struct partage p;
    struct mann_whitney test;
    struct cliff effet;

    partager(&p, m, valeurs, ou);
    test = aet_mann_whitney(p.valeurs[BANDE_3_4], p.n[BANDE_3_4], p.valeurs[BANDE_1_2],
                            p.n[BANDE_1_2]);
    effet = aet_cliff_delta(p.valeurs[BANDE_3_4], p.n[BANDE_3_4], p.valeurs[BANDE_1_2],
                            p.n[BANDE_1_2], 0.95);
    strncpy(l.id, id, sizeof l.id - 1);
    l.libelle = aet_span_z(aet_text(libelle, lang));
    for (int b = 0; b < BANDES; b++) {
        l.n[b] = p.n[b];
        l.valeur[b] = aet_quantile(p.valeurs[b], p.n[b], 0.5);
    }
    l.test = test.exact ? "mann_whitney_exact" : "mann_whitney";
    l.p = test.p;
    l.effet = effet.delta;
    l.ic = effet.ci;
    partage_free(&p);
    return l;
}

static struct ligne share(const char *genre, const struct table *t, size_t row,
                          const struct porteurs *x, enum lang lang)
{
    struct ligne l = { .test = "fisher", .effet_nom = "ecart_de_parts" };
    struct span id = aet_cell(t, row, 0);
    size_t n = strlen(genre);

    memcpy(l.id, genre, n);
    memcpy(l.id + n, id.p, id.n < sizeof l.id - n ? id.n : sizeof l.id - n - 1);
    l.libelle = aet_label(t, row, lang);
    for (int b = 0; b < BANDES; b++) {
        l.n[b] = x->n[b];
        l.valeur[b] = x->n[b] ? aet_stat_value((double)x->avec[b] / (double)x->n[b])
                              : aet_stat_undefined(STAT_EMPTY);
    }
    l.p = aet_stat_undefined(STAT_EMPTY);
    if (x->n[0] && x->n[1])
        l.p = aet_fisher_test(x->avec[1], x->n[1] - x->avec[1], x->avec[0], x->n[0] - x->avec[0],
                              0.95)
                  .p;
    l.effet = aet_share_difference(x->avec[1], x->n[1], x->avec[0], x->n[0]);
    l.ic = aet_newcombe(x->avec[1], x->n[1], x->avec[0], x->n[0], 0.95);
    return l;
}

static struct porteurs carriers(const struct somme *b, const struct mesures *m, bool objet,
                                size_t row)
{
    struct porteurs x = { { 0 }, { 0 } };

    for (size_t g = 0; g < m->n; g++) {
        enum bande k = m->bande[g];

        if (k == BANDE_NONE)
            continue;
        x.n[k]++;
        x.avec[k] += (objet ? aet_groupe_objet(b, g, row) : aet_groupe_strategie(b, g, row)) > 0;
    }
    return x;
}

static void put_stat(struct section *s, struct stat_value v, bool masque)
{
    aet_put_number_if(s, v.defined && !masque, v.value);
}

static void put_note(struct report *r, struct section *s, const struct ligne *l)
{
    static const struct text hidden = { "masqué", "hidden" };
    static const struct text small = {
        "moins de 5 regroupements dans une bande : à lire avec prudence",
        "fewer than 5 groups in a band: read with caution"
    };
    enum stat_reason why = !l->p.defined        ? l->p.reason
                           : !l->ic.low.defined ? l->ic.low.reason
                                                : STAT_NONE;

    if (l->masque)
        aet_put_text(r, s, aet_span_z(aet_text(hidden, r->lang)));
    else if (why != STAT_NONE)
        aet_put_text(
            r, s,
            aet_span_z(r->lang == LANG_FR ? aet_stat_reason_fr(why) : aet_stat_reason_en(why)));
    else if (l->n[0] < 5 || l->n[1] < 5)
        aet_put_text(r, s, aet_span_z(aet_text(small, r->lang)));
    else
        aet_put_unknown(s);
}

static void put_ligne(struct report *r, struct section *s, const struct ligne *l,
                      struct stat_value holm)
{
    aet_put_text(r, s, aet_span_z(l->id));
    aet_put_text(r, s, l->libelle);
    aet_put_count(s, (int64_t)l->n[BANDE_1_2]);
    aet_put_count(s, (int64_t)l->n[BANDE_3_4]);
    put_stat(s, l->valeur[BANDE_1_2], l->masque);
    put_stat(s, l->valeur[BANDE_3_4], l->masque);
    aet_put_text(r, s, aet_span_z(l->test));
    put_stat(s, l->p, l->masque);
    put_stat(s, holm, l->masque);
    put_stat(s, l->effet, l->masque);
    aet_put_text(r, s, aet_span_z(l->effet_nom));
    put_stat(s, l->ic.low, l->masque);
    put_stat(s, l->ic.high, l->masque);
    put_note(r, s, l);
}

static void notes(struct report *r, struct section *s, const struct mesures *m)
{
    static const struct text reading = {
        "Valeur : médiane des regroupements, ou part des regroupements qui ont au moins une "
        "mention. "
        "Effet positif : plus haut aux niveaux 3-4. Tests bilatéraux : Mann-Whitney et delta de "
        "Cliff "
        "(intervalle de Feng et Cliff), Fisher exact et écart de parts (intervalle de Newcombe). "
        "Holm sur toutes les lignes.",
        "Value: median of the groups, or share of the groups with at least one mention. Positive "
        "effect: higher at levels 3-4. Two-sided tests: Mann-Whitney and Cliff’s delta (Feng and "
        "Cliff’s interval), Fisher’s exact and difference of shares (Newcombe’s interval). Holm "
        "over "
        "all rows."
    };
    size_t out = 0;
    struct buf text = { 0 };

    for (size_t g = 0; g < m->n; g++)
        out += m->bande[g] == BANDE_NONE;
    aet_section_note(r, s, aet_span_z(aet_text(reading, r->lang)));
    if (!out)
        return;
    aet_buf_uint(&text, out);
    aet_buf_str(&text, r->lang == LANG_FR
                           ? " regroupement(s) écarté(s) : sans niveau, ou de plus d’une bande."
                           : " group(s) left out: without a level, or of more than one band.");
    aet_section_note(r, s, aet_buf_view(&text));
    aet_buf_free(&text);
}

/* A row whose counts are small, or that gives away a total that is hidden. */
static bool hidden(const struct somme *b, const struct porteurs *x)
{
    return aet_petit(b, x->avec[0]) || aet_petit(b, x->avec[1]);
}

void aet_perennite_bandes_report(const struct somme *b, const struct mesures *m, struct report *r)
{
    static const struct text names[] = {
        { "Nombre d’objets", "Number of objects" },
        { "Nombre de stratégies", "Number of strategies" },
        { "Nombre de sous-stratégies", "Number of sub-strategies" },
        { "Diversité des stratégies (Shannon)", "Diversity of strategies (Shannon)" }
    };
    struct section *s = aet_report_section(r, &aet_perennite_bandes_kind);
    size_t n = 4 + b->objets + b->strategies, k = 4;
    struct ligne *l = aet_calloc(n, sizeof *l);
    struct stat_value *p = aet_calloc(n, sizeof *p);

    l[0] = distribution("objets", names[0], m, m->objets, NULL, r->lang);
    l[1] = distribution("strategies", names[1], m, m->strategies, NULL, r->lang);
    l[2] = distribution("sous_strategies", names[2], m, m->sous, NULL, r->lang);
    l[3] = distribution("shannon", names[3], m, NULL, m->shannon, r->lang);
    for (size_t i = 0; i < b->objets + b->strategies; i++, k++) {
        bool objet = i < b->objets;
        size_t row = objet ? i : i - b->objets;
        struct porteurs x = carriers(b, m, objet, row);

        l[k] = objet ? share("objet:", b->k->objets, row, &x, r->lang)
                     : share("strategie:", b->k->strategies, row, &x, r->lang);
        l[k].masque = hidden(b, &x);
    }
    for (size_t i = 0; i < n; i++) {
        l[i].masque |= aet_petit(b, l[i].n[0]) || aet_petit(b, l[i].n[1]);
        p[i] = l[i].p;
    }
    aet_holm(p, p, n);
    for (size_t i = 0; i < n; i++)
        put_ligne(r, s, &l[i], p[i]);
    notes(r, s, m);
    aet_free(l);
    aet_free(p);
}
