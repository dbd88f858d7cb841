/* Findings on bands 1-2 and 3-4. Each is computed, then decided once Holm has corrected its p. */
#include "perennite/constats.h"

#include "stats/contingency.h"
#include "stats/fisher.h"
#include "stats/proportion.h"

/* Both bands hold enough groups; otherwise the note says so and there is no p to correct. */
static bool enough(const struct examen *x, const struct seuils *s, struct verdict *v,
                   const uint64_t n[BANDES])
{
    uint64_t least = n[0] < n[1] ? n[0] : n[1];

    v->n = n[0] + n[1];
    if ((double)least >= aet_seuil(s, "n_min"))
        return true;
    v->p = aet_stat_undefined(STAT_TOO_FEW);
    aet_say(&v->note, x->lang,
            "trop peu de regroupements dans une bande : ", "too few groups in a band: ");
    aet_say_count(&v->note, x->lang, least);
    aet_say(&v->note, x->lang, " pour un minimum de ", " for a minimum of ");
    aet_say_number(&v->note, x->lang, aet_seuil(s, "n_min"));
    return false;
}

static void say_left_out(const struct examen *x, struct verdict *v, uint64_t short_ones)
{
    uint64_t out = 0;

    for (size_t g = 0; g < x->m->n; g++)
        out += x->m->bande[g] == BANDE_NONE;
    if (out) {
        aet_buf_str(&v->note, v->note.n ? " ; " : "");
        aet_say_count(&v->note, x->lang, out);
        aet_say(&v->note, x->lang,
                " regroupement(s) écarté(s) : sans niveau, ou de plus d’une bande",
                " group(s) left out: without a level, or of more than one band");
    }
    if (short_ones) {
        aet_buf_str(&v->note, v->note.n ? " ; " : "");
        aet_say_count(&v->note, x->lang, short_ones);
        aet_say(&v->note, x->lang, " regroupement(s) écarté(s) : trop peu de mentions",
                " group(s) left out: too few mentions");
    }
}

static void split(struct partage *p, const struct constat *c, const struct examen *x)
{
    const struct mesures *m = x->m;

    if (strcmp(c->objet, "shannon") == 0)
        aet_partage(p, m, NULL, m->shannon);
    else
        aet_partage(p, m, strcmp(c->objet, "objets") == 0 ? m->objets : m->strategies, NULL);
}

void aet_constat_delta(const struct constat *c, const struct examen *x, const struct seuils *s,
                       struct verdict *v)
{
    struct partage p;
    struct comparaison r;

    split(&p, c, x);
    r = aet_comparer(&p);
    v->valeur = r.effet.delta;
    v->ic = r.effet.ci;
    v->p = r.test.p;
    if (v->valeur.defined) {
        aet_say(&v->mesure, x->lang, "delta de Cliff ", "Cliff’s delta ");
        aet_say_number(&v->mesure, x->lang, v->valeur.value);
        aet_say_interval(&v->mesure, x->lang, v->ic, false);
    }
    aet_say(&v->mesure, x->lang, ", n = ", ", n = ");
    aet_say_count(&v->mesure, x->lang, p.n[0]);
    aet_say(&v->mesure, x->lang, " et ", " and ");
    aet_say_count(&v->mesure, x->lang, p.n[1]);
    if (enough(x, s, v, (const uint64_t[]){ p.n[0], p.n[1] }) && !v->p.defined)
        aet_say(&v->note, x->lang, aet_stat_reason_fr(v->p.reason),
                aet_stat_reason_en(v->p.reason));
    say_left_out(x, v, 0);
    v->masque = aet_petit(x->b, p.n[0]) || aet_petit(x->b, p.n[1]);
    aet_partage_free(&p);
}

void aet_constat_delta_decide(const struct constat *c, const struct examen *x,
                              const struct seuils *s, struct verdict *v)
{
    double least = aet_seuil(s, "n_min_infirme");
    struct partage p;

    split(&p, c, x);
    if (v->valeur.value >= aet_seuil(s, "delta") && v->p.value <= aet_seuil(s, "p"))
        v->resultat = CONFIRME;
    else if (v->ic.high.defined && v->ic.high.value < aet_seuil(s, "delta") &&
             (double)p.n[0] >= least && (double)p.n[1] >= least)
        v->resultat = INFIRME;
    aet_partage_free(&p);
}

static bool is_one_of(const struct constat *c, struct span id)
{
    if (c->objet)
        return aet_span_eq(id, aet_span_z(c->objet));
    for (int i = 0; i < 2; i++)
        if (c->strategies[i] && aet_span_eq(id, aet_span_z(c->strategies[i])))
            return true;
    return false;
}

/* Mentions of the group that the finding is about, and all those of known object (or strategy). */
static void tally(const struct constat *c, const struct examen *x, size_t g, uint64_t *own,
                  uint64_t *all)
{
    const struct table *t = c->objet ? x->b->k->objets : x->b->k->strategies;

    *own = *all = 0;
    for (size_t row = 0; row < t->rows; row++) {
        uint64_t n = c->objet ? aet_groupe_objet(x->b, g, row) : aet_groupe_strategie(x->b, g, row);

        *all += n;
        if (is_one_of(c, aet_cell(t, row, 0)))
            *own += n;
    }
}

static struct porteurs centred(const struct constat *c, const struct examen *x,
                               const struct seuils *s, uint64_t *short_ones)
{
    double centre = aet_seuil(s, "centre"), least = aet_seuil(s, "mentions_min");
    struct porteurs p = { { 0 }, { 0 } };

    *short_ones = 0;
    for (size_t g = 0; g < x->m->n; g++) {
        enum bande b = x->m->bande[g];
        uint64_t own, all;

        if (b == BANDE_NONE)
            continue;
        tally(c, x, g, &own, &all);
        if (!((double)all >= least)) {
            (*short_ones)++;
            continue;
        }
        p.n[b]++;
        p.avec[b] += (double)own > centre * (double)all;
    }
    return p;
}

static struct porteurs present(const struct constat *c, const struct examen *x)
{
    struct porteurs p = { { 0 }, { 0 } };

    for (size_t g = 0; g < x->m->n; g++) {
        enum bande b = x->m->bande[g];
        uint64_t own, all;

        if (b == BANDE_NONE)
            continue;
        tally(c, x, g, &own, &all);
        p.n[b]++;
        p.avec[b] += own > 0;
    }
    return p;
}

static void say_share(struct verdict *v, enum lang lang, const struct porteurs *p, int band)
{
    aet_say(&v->mesure, lang, band == BANDE_1_2 ? "niveaux 1-2 : " : " ; niveaux 3-4 : ",
            band == BANDE_1_2 ? "levels 1-2: " : "; levels 3-4: ");
    if (p->n[band])
        aet_say_share(&v->mesure, lang, (double)p->avec[band] / (double)p->n[band]);
    aet_buf_str(&v->mesure, " (");
    aet_say_count(&v->mesure, lang, p->avec[band]);
    aet_buf_char(&v->mesure, '/');
    aet_say_count(&v->mesure, lang, p->n[band]);
    aet_buf_char(&v->mesure, ')');
}

/* The difference more - less of two shares, Fisher's p, and the words. */
static void compare(const struct examen *x, const struct seuils *s, struct verdict *v,
                    const struct porteurs *p, enum bande more, enum bande less)
{
    v->valeur = aet_share_difference(p->avec[more], p->n[more], p->avec[less], p->n[less]);
    v->ic = aet_newcombe(p->avec[more], p->n[more], p->avec[less], p->n[less],
                         aet_seuil(s, "confiance"));
    v->masque = aet_petit(x->b, p->avec[0]) || aet_petit(x->b, p->avec[1]) ||
                aet_petit(x->b, p->n[0] - p->avec[0]) || aet_petit(x->b, p->n[1] - p->avec[1]);
    say_share(v, x->lang, p, BANDE_1_2);
    say_share(v, x->lang, p, BANDE_3_4);
    if (v->valeur.defined) {
        aet_say(&v->mesure, x->lang, " ; écart ", "; difference ");
        aet_say_share(&v->mesure, x->lang, v->valeur.value);
        aet_say_interval(&v->mesure, x->lang, v->ic, true);
    }
    if (enough(x, s, v, p->n))
        v->p = aet_fisher_test(p->avec[0], p->n[0] - p->avec[0], p->avec[1], p->n[1] - p->avec[1],
                               0.95)
                   .p;
}

void aet_constat_centre(const struct constat *c, const struct examen *x, const struct seuils *s,
                        struct verdict *v)
{
    uint64_t short_ones;
    struct porteurs p = centred(c, x, s, &short_ones);

    compare(x, s, v, &p, BANDE_1_2, BANDE_3_4);
    say_left_out(x, v, short_ones);
}

void aet_constat_centre_decide(const struct constat *c, const struct examen *x,
                               const struct seuils *s, struct verdict *v)
{
    uint64_t short_ones;
    struct porteurs p = centred(c, x, s, &short_ones);
    struct stat_value share = aet_proportion(p.avec[0], p.n[0]);
    struct stat_interval wilson = aet_wilson(p.avec[0], p.n[0], AET_POPULATION_UNKNOWN,
                                             aet_seuil(s, "confiance"));
    double part = aet_seuil(s, "part"), ecart = aet_seuil(s, "ecart");

    if (share.value > part && v->valeur.value >= ecart && v->p.value <= aet_seuil(s, "p"))
        v->resultat = CONFIRME;
    else if ((wilson.high.defined && wilson.high.value <= part) ||
             (v->ic.high.defined && v->ic.high.value < ecart))
        v->resultat = INFIRME;
}

void aet_constat_presence(const struct constat *c, const struct examen *x, const struct seuils *s,
                          struct verdict *v)
{
    struct porteurs p = present(c, x);

    compare(x, s, v, &p, BANDE_3_4, BANDE_1_2);
    say_left_out(x, v, 0);
}

void aet_constat_presence_decide(const struct constat *c, const struct examen *x,
                                 const struct seuils *s, struct verdict *v)
{
    double ecart = aet_seuil(s, "ecart");

    (void)c;
    (void)x;
    if (v->valeur.value >= ecart && v->p.value <= aet_seuil(s, "p"))
        v->resultat = CONFIRME;
    else if (v->ic.high.defined && v->ic.high.value < ecart)
        v->resultat = INFIRME;
}
