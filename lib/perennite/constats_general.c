/* Findings on all groups: several strategies, diversity, level, objects, which strategies go with
 * which object. */
#include "perennite/constats.h"

#include <math.h>

#include "stats/jackknife.h"
#include "stats/kendall.h"
#include "stats/proportion.h"

static void say_n(struct verdict *v, enum lang lang, uint64_t n)
{
    aet_buf_str(&v->mesure, ", n = ");
    aet_say_count(&v->mesure, lang, n);
}

static void too_few(struct verdict *v, enum lang lang, uint64_t n, double least)
{
    if (v->note.n)
        aet_buf_str(&v->note, " ; ");
    aet_say(&v->note, lang, "trop peu de regroupements : ", "too few groups: ");
    aet_say_count(&v->note, lang, n);
    aet_say(&v->note, lang, " pour un minimum de ", " for a minimum of ");
    aet_say_number(&v->note, lang, least);
}

static void say_left_out(struct verdict *v, enum lang lang, uint64_t n)
{
    if (!n)
        return;
    if (v->note.n)
        aet_buf_str(&v->note, " ; ");
    aet_say_count(&v->note, lang, n);
    aet_say(&v->note, lang, " regroupement(s) écarté(s) : sans niveau, ou de plus d’un",
            " group(s) left out: without a level, or of more than one");
}

/* Over half or not: the rule that several findings share. */
static enum resultat over(struct stat_interval ic, double part)
{
    if (!ic.low.defined || !ic.high.defined || isnan(part))
        return INDETERMINE;
    if (ic.low.value > part)
        return CONFIRME;
    return ic.high.value <= part ? INFIRME : INDETERMINE;
}

/* A share of groups, judged by its Wilson interval. */
static void judge_share(const struct examen *x, const struct seuils *s, struct verdict *v,
                        uint64_t avec, uint64_t n)
{
    uint64_t population = x->base.population >= n ? x->base.population : 0;

    v->n = n;
    v->masque = aet_petit(x->b, avec) || aet_petit(x->b, n - avec);
    v->valeur = aet_proportion(avec, n);
    v->ic = aet_wilson(avec, n, population, aet_seuil(s, "confiance"));
    if (v->valeur.defined) {
        aet_say(&v->mesure, x->lang, "part des regroupements ", "share of groups ");
        aet_say_share(&v->mesure, x->lang, v->valeur.value);
        aet_say_interval(&v->mesure, x->lang, v->ic, true);
        say_n(v, x->lang, n);
    }
    if ((double)n >= aet_seuil(s, "n_min"))
        v->resultat = over(v->ic, aet_seuil(s, "part"));
    else
        too_few(v, x->lang, n, aet_seuil(s, "n_min"));
}

void aet_constat_plusieurs(const struct constat *c, const struct examen *x, const struct seuils *s,
                           struct verdict *v)
{
    double least = aet_seuil(s, "strategies_min");
    uint64_t n = 0, avec = 0;

    (void)c;
    for (size_t g = 0; g < x->m->n; g++) {
        n += x->m->strategies[g] > 0;
        avec += x->m->strategies[g] >= least;
    }
    judge_share(x, s, v, avec, n);
}

void aet_constat_diversifiees(const struct constat *c, const struct examen *x,
                              const struct seuils *s, struct verdict *v)
{
    double least = aet_seuil(s, "shannon_min");
    uint64_t n = 0, avec = 0;

    (void)c;
    for (size_t g = 0; g < x->m->n; g++) {
        n += x->m->shannon[g].defined;
        avec += x->m->shannon[g].defined && x->m->shannon[g].value >= least;
    }
    judge_share(x, s, v, avec, n);
}

static void say_tau(struct verdict *v, enum lang lang, const char *fr, const char *en,
                    const struct kendall *k)
{
    aet_say(&v->mesure, lang, fr, en);
    if (!k->tau.defined) {
        aet_say(&v->mesure, lang, "indéfini (", "undefined (");
        aet_say(&v->mesure, lang, aet_stat_reason_fr(k->tau.reason),
                aet_stat_reason_en(k->tau.reason));
        aet_buf_char(&v->mesure, ')');
        return;
    }
    aet_say_number(&v->mesure, lang, k->tau.value);
    aet_say_interval(&v->mesure, lang, k->ci, false);
    if (!k->p.defined)
        return;
    aet_buf_str(&v->mesure, ", ");
    aet_say_p(&v->mesure, lang, "p", k->p.value);
}

static bool reaches(const struct kendall *k, const struct seuils *s)
{
    return k->tau.value >= aet_seuil(s, "tau") && k->p.defined && k->p.value <= aet_seuil(s, "p");
}

void aet_constat_niveau(const struct constat *c, const struct examen *x, const struct seuils *s,
                        struct verdict *v)
{
    const struct mesures *m = x->m;
    uint32_t *level = aet_calloc(m->n + 1, sizeof *level);
    double *number = aet_calloc(m->n + 1, sizeof *number),
           *shannon = aet_calloc(m->n + 1, sizeof *shannon);
    size_t n = 0, levels = x->b->k->niveaux->rows;
    struct kendall a, d;
    uint64_t out = 0;

    (void)c;
    for (size_t g = 0; g < m->n; g++) {
        out += m->niveau[g] == NO_ROW;
        if (m->niveau[g] == NO_ROW || !m->shannon[g].defined)
            continue;
        level[n] = (uint32_t)m->niveau[g];
        number[n] = m->strategies[g];
        shannon[n++] = m->shannon[g].value;
    }
    a = aet_kendall(level, number, n, levels, aet_seuil(s, "confiance"));
    d = aet_kendall(level, shannon, n, levels, aet_seuil(s, "confiance"));
    v->n = n;
    say_tau(v, x->lang, "tau-b : nombre de stratégies ", "tau-b: number of strategies ", &a);
    say_tau(v, x->lang, " ; diversité ", "; diversity ", &d);
    say_n(v, x->lang, n);
    v->valeur = a.tau.defined && d.tau.defined && d.tau.value < a.tau.value ? d.tau : a.tau;
    v->ic = a.tau.defined && d.tau.defined && d.tau.value < a.tau.value ? d.ci : a.ci;
    v->p = a.p.defined && d.p.defined && d.p.value > a.p.value ? d.p : a.p;
    say_left_out(v, x->lang, out);
    if (!((double)n >= aet_seuil(s, "n_min"))) {
        too_few(v, x->lang, n, aet_seuil(s, "n_min"));
    } else if (a.ci.high.defined && d.ci.high.defined) {
        if (reaches(&a, s) && reaches(&d, s))
            v->resultat = CONFIRME;
        else if (a.ci.high.value < aet_seuil(s, "tau") || d.ci.high.value < aet_seuil(s, "tau"))
            v->resultat = INFIRME;
    }
    aet_free(level);
    aet_free(number);
    aet_free(shannon);
}

static size_t row_of(const struct table *t, const char *id)
{
    int32_t row = id ? aet_row_of_id(t, aet_span_z(id)) : NO_ROW;

    return row == NO_ROW ? t->rows : (size_t)row;
}

/* Groups with more mentions of one object than of another, among those where they differ. */
static enum resultat more_than(const struct examen *x, const struct seuils *s, struct verdict *v,
                               const char *one, const char *other, bool first)
{
    size_t a = row_of(x->b->k->objets, one), o = row_of(x->b->k->objets, other);
    uint64_t more = 0, n = 0;
    struct stat_interval ic;

    for (size_t g = 0; g < x->m->n; g++) {
        uint64_t p = aet_groupe_objet(x->b, g, a), q = aet_groupe_objet(x->b, g, o);

        n += p != q;
        more += p > q;
    }
    ic = aet_wilson(more, n, AET_POPULATION_UNKNOWN, aet_seuil(s, "confiance"));
    aet_buf_str(&v->mesure, first ? "" : " ; ");
    aet_buf_span(&v->mesure, aet_label(x->b->k->objets, a, x->lang));
    aet_say(&v->mesure, x->lang, " avant structures : ", " above structures: ");
    if (n)
        aet_say_share(&v->mesure, x->lang, (double)more / (double)n);
    aet_say_interval(&v->mesure, x->lang, ic, true);
    say_n(v, x->lang, n);
    v->masque |= aet_petit(x->b, more) || aet_petit(x->b, n - more);
    if (first || n < v->n)
        v->n = n;
    if (first || !(ic.low.value > v->ic.low.value)) { /* the weaker of the two decides */
        v->ic = ic;
        v->valeur = aet_proportion(more, n);
    }
    if ((double)n >= aet_seuil(s, "n_min"))
        return over(ic, aet_seuil(s, "part"));
    too_few(v, x->lang, n, aet_seuil(s, "n_min"));
    return INDETERMINE;
}

void aet_constat_objets(const struct constat *c, const struct examen *x, const struct seuils *s,
                        struct verdict *v)
{
    enum resultat a = more_than(x, s, v, "activites", "structures", true);
    enum resultat r = more_than(x, s, v, "relations", "structures", false);
    bool enough = (double)v->n >= aet_seuil(s, "n_min");

    (void)c;
    if (a == CONFIRME && r == CONFIRME)
        v->resultat = CONFIRME;
    else if (enough && (a == INFIRME || r == INFIRME))
        v->resultat = INFIRME;
}

/* Mentions of a group that a finding compares: with an object and with others; of its strategies.
 */
struct cote {
    double objet, autre;        /* mentions of known strategy */
    double deux[2], autre_deux; /* of each strategy with the object; of either, with others */
};

static struct cote cote_of(const struct constat *c, const struct examen *x, size_t g)
{
    const struct savoir *k = x->b->k;
    size_t objet = row_of(k->objets, c->objet);
    struct cote a = { 0 };

    for (size_t o = 0; o < x->b->objets; o++)
        for (size_t s = 0; s < x->b->strategies; s++) {
            double n = aet_groupe_cell(x->b, g, o, s);

            *(o == objet ? &a.objet : &a.autre) += n;
            for (int i = 0; i < 2; i++)
                if (c->strategies[i] && s == row_of(k->strategies, c->strategies[i]))
                    *(o == objet ? &a.deux[i] : &a.autre_deux) += n;
        }
    return a;
}

static struct cote less(struct cote a, struct cote b)
{
    return (struct cote){ a.objet - b.objet,
                          a.autre - b.autre,
                          { a.deux[0] - b.deux[0], a.deux[1] - b.deux[1] },
                          a.autre_deux - b.autre_deux };
}

static struct stat_value ratio(double part, double whole)
{
    return whole > 0 ? aet_stat_value(part / whole) : aet_stat_undefined(STAT_EMPTY);
}

/* which: -1 the difference, 0 or 1 the share of one strategy. */
static struct stat_value estimate(const struct cote *a, int which)
{
    struct stat_value own, other;

    if (which >= 0)
        return ratio(a->deux[which], a->objet);
    own = ratio(a->deux[0] + a->deux[1], a->objet);
    other = ratio(a->autre_deux, a->autre);
    if (!own.defined || !other.defined)
        return aet_stat_undefined(STAT_EMPTY);
    return aet_stat_value(own.value - other.value);
}

static struct stat_interval around(const struct cote *all, const struct cote *groups, size_t n,
                                   int which, double level)
{
    struct stat_value *without = aet_calloc(n + 1, sizeof *without);
    struct stat_interval ci;

    for (size_t i = 0; i < n; i++) {
        struct cote left = less(*all, groups[i]);

        without[i] = estimate(&left, which);
    }
    ci = aet_jackknife(estimate(all, which), without, n, level);
    aet_free(without);
    return ci;
}

static void say_estimate(struct verdict *v, enum lang lang, struct stat_value value,
                         struct stat_interval ic)
{
    if (value.defined)
        aet_say_share(&v->mesure, lang, value.value);
    else
        aet_say(&v->mesure, lang, "indéfini", "undefined");
    aet_say_interval(&v->mesure, lang, ic, true);
}

/* The difference and the shares are computed: decide. */
static enum resultat associated(const struct seuils *s, struct stat_value diff,
                                struct stat_interval ic, const struct stat_value *share,
                                const struct stat_interval *share_ic, int shares)
{
    double ecart = aet_seuil(s, "ecart"), least = aet_seuil(s, "part_min");
    bool yes = diff.defined && diff.value >= ecart && ic.low.defined && ic.low.value > 0;
    bool no = ic.high.defined && ic.high.value < ecart;

    for (int i = 0; i < shares; i++) {
        yes = yes && share[i].defined && share[i].value > least;
        no = no || (share_ic[i].high.defined && share_ic[i].high.value <= least);
    }
    return yes ? CONFIRME : no ? INFIRME : INDETERMINE;
}

void aet_constat_association(const struct constat *c, const struct examen *x,
                             const struct seuils *s, struct verdict *v)
{
    struct cote *groups = aet_calloc(x->m->n + 1, sizeof *groups), all = { 0 };
    int shares = c->strategies[1] ? 2 : 1;
    double level = aet_seuil(s, "confiance");
    uint64_t with = 0, others = 0;
    struct stat_interval ic[2];
    struct stat_value share[2];
    size_t n = 0;

    for (size_t g = 0; g < x->m->n; g++) {
        struct cote a = cote_of(c, x, g);

        with += a.objet > 0;
        others += a.autre > 0;
        if (a.objet + a.autre > 0)
            groups[n++] = a;
        all = less(all, less((struct cote){ 0 }, a));
    }
    v->n = n;
    v->valeur = estimate(&all, -1);
    v->ic = around(&all, groups, n, -1, level);
    aet_say(&v->mesure, x->lang, "écart de parts ", "difference of shares ");
    say_estimate(v, x->lang, v->valeur, v->ic);
    for (int i = 0; i < shares; i++) {
        size_t row = row_of(x->b->k->strategies, c->strategies[i]);

        share[i] = estimate(&all, i);
        ic[i] = around(&all, groups, n, i, level);
        aet_buf_str(&v->mesure, " ; ");
        aet_buf_span(&v->mesure, aet_label(x->b->k->strategies, row, x->lang));
        aet_buf_char(&v->mesure, ' ');
        say_estimate(v, x->lang, share[i], ic[i]);
        v->masque |= aet_cellule(x->t, row_of(x->b->k->objets, c->objet), row)->masque;
    }
    say_n(v, x->lang, n);
    v->masque |= x->t->par_objet[row_of(x->b->k->objets, c->objet)].masque;
    if ((double)with >= aet_seuil(s, "n_min") && (double)others >= aet_seuil(s, "n_min"))
        v->resultat = associated(s, v->valeur, v->ic, share, ic, shares);
    else
        too_few(v, x->lang, with < others ? with : others, aet_seuil(s, "n_min"));
    aet_free(groups);
}

void aet_constat_institutions(const struct constat *c, const struct examen *x,
                              const struct seuils *s, struct verdict *v)
{
    const struct savoir *k = x->b->k;
    struct cote *groups = aet_calloc(x->m->n + 1, sizeof *groups), all = { 0 };
    size_t institutions = row_of(k->sous, "institutions"), n = 0;
    int32_t politiques = (int32_t)row_of(k->strategies, c->strategies[0]);

    for (size_t g = 0; g < x->m->n; g++) {
        struct cote a = { 0 };

        for (size_t t = 0; t < x->b->sous; t++) {
            double mentions = aet_groupe_sous(x->b, g, t);

            if (k->strategie_of[t] == politiques)
                a.objet += mentions;
            if (t == institutions)
                a.deux[0] += mentions;
        }
        if (a.objet > 0)
            groups[n++] = a;
        all = less(all, less((struct cote){ 0 }, a));
    }
    v->n = n;
    v->valeur = estimate(&all, 0);
    v->ic = around(&all, groups, n, 0, aet_seuil(s, "confiance"));
    v->masque = x->t->par_sous[institutions].masque;
    aet_say(&v->mesure, x->lang, "part des institutions ", "share of institutions ");
    say_estimate(v, x->lang, v->valeur, v->ic);
    say_n(v, x->lang, n);
    if ((double)n >= aet_seuil(s, "n_min"))
        v->resultat = over(v->ic, aet_seuil(s, "part"));
    else
        too_few(v, x->lang, n, aet_seuil(s, "n_min"));
    aet_free(groups);
}
