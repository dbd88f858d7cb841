/* The section `global`: every measure for a field, with its interval. */
#include "accord/accord.h"

#include "stats/agreement/alpha.h"

static const struct column columns[] = {
    { "champ", { "Champ", "Field" }, CELL_CODE, true },
    { "libelle", { "Champ", "Field" }, CELL_TEXT, false },
    { "portee", { "Unités prises", "Units taken" }, CELL_CODE, false },
    { "mesure", { "Mesure", "Measure" }, CELL_CODE, false },
    { "valeur", { "Valeur", "Value" }, CELL_NUMBER, false },
    { "ic_bas", { "IC 95 % : bas", "95% CI: low" }, CELL_NUMBER, false },
    { "ic_haut", { "IC 95 % : haut", "95% CI: high" }, CELL_NUMBER, false },
    { "unites", { "Unités", "Units" }, CELL_COUNT, false },
    { "codeurs", { "Codeurs", "Coders" }, CELL_COUNT, false },
    { "note", { "Note", "Note" }, CELL_TEXT, false },
};
const struct section_kind aet_kind_accord_global = {
    "global", { "Accord par champ", "Agreement by field" },
    columns,  sizeof columns / sizeof *columns,
    false,    { VIEW_TABLE, 0, 0, 0, 0 }
};

/* Those that ask for an order of the codes, and those that are means over pairs of coders. */
static const struct measure {
    const char *name;
    aet_agree_measure *of;
    bool ordered, by_pairs;
} measures[] = {
    { "accord", aet_agree_share, false, false },
    { "kappa", aet_agree_kappa, false, true },
    { "kappa_pondere", aet_agree_kappa_weighted, true, true },
    { "pi", aet_agree_pi, false, true },
    { "fleiss", aet_agree_fleiss, false, false },
    { "ac1", aet_agree_ac1, false, false },
    { "pabak", aet_agree_pabak, false, false },
    { "alpha", aet_agree_alpha, false, false },
};
enum { MEASURES = sizeof measures / sizeof *measures };

/* What rows of one field and reach share. */
struct lead {
    struct report *r;
    struct section *s;
    const struct accord_view *v;
    struct span reach;
    uint64_t units;
};

static void put_lead(const struct lead *l, const char *measure)
{
    const struct accord_champ *c = &l->v->a->options.champs[l->v->champ];

    aet_put_text(l->r, l->s, aet_span_z(c->name));
    aet_put_text(l->r, l->s, aet_span_z(aet_text(c->title, l->r->lang)));
    aet_put_text(l->r, l->s, l->reach);
    aet_put_text(l->r, l->s, aet_span_z(measure));
}

static void put_figures(const struct lead *l, struct stat_value value, struct stat_interval ci)
{
    aet_accord_put(l->s, value);
    aet_accord_put(l->s, ci.low);
    aet_accord_put(l->s, ci.high);
    aet_put_count(l->s, (int64_t)l->units);
    aet_put_count(l->s, (int64_t)l->v->a->coders.n);
}

static void put_measure(const struct lead *l, const struct measure *m, struct stat_value value,
                        const struct bootstrap *b)
{
    static const struct text pairs = { "moyenne des paires de codeurs",
                                       "mean over pairs of coders" };
    bool drawn = l->v->a->options.replicates > 0;

    put_lead(l, m->name);
    put_figures(l, value, b->ci);
    if (!value.defined)
        aet_accord_put_reason(l->r, l->s, value.reason);
    else if (drawn && !b->ci.low.defined)
        aet_accord_put_no_interval(l->r, l->s, b->ci.low.reason);
    else if (l->v->a->coders.n > 2 && m->by_pairs)
        aet_accord_put_words(l->r, l->s, pairs);
    else
        aet_put_unknown(l->s);
}

/* Prevalence and bias of two coders, all codes together: what bends kappa. */
static void indices(const struct lead *l, const struct patterns *p)
{
    uint64_t cells[4];
    struct presence x = aet_accord_pooled(p, cells);
    const struct {
        const char *name;
        struct stat_value v;
    } rows[] = { { "prevalence", x.prevalence }, { "biais", x.bias } };

    for (size_t i = 0; i < 2; i++) {
        put_lead(l, rows[i].name);
        put_figures(l, rows[i].v, aet_stat_no_interval(rows[i].v.reason));
        if (rows[i].v.defined)
            aet_put_unknown(l->s);
        else
            aet_accord_put_reason(l->r, l->s, rows[i].v.reason);
    }
}

static bool applies(const struct measure *m, const struct accord_champ *c)
{
    return !m->ordered || (!c->presence && c->scale != AGREE_NOMINAL);
}

static struct agree_options options_of(const struct accord_view *v)
{
    const struct accord_champ *c = &v->a->options.champs[v->champ];

    return (struct agree_options){ c->presence ? AGREE_NOMINAL : c->scale, AGREE_QUADRATIC,
                                   v->values };
}

/* Units that two coders or more have looked at. */
static uint64_t pairable(const struct accord_view *v, const struct patterns *p)
{
    uint64_t n = aet_patterns_pairable(p);

    if (v->a->options.champs[v->champ].presence && v->used_n > 0)
        n /= v->used_n; /* a unit has one row for each code */
    return n;
}

/* Every measure for one field; `coded_only`: on units that somebody gave a code. */
static void rows(struct report *r, struct section *s, const struct accord_view *v, bool coded_only)
{
    const struct accord_champ *c = &v->a->options.champs[v->champ];
    struct agree_options o = options_of(v);
    aet_agree_measure *of[MEASURES];
    struct bootstrap b[MEASURES];
    struct bootstrap_options how;
    struct accord_units u;
    struct lead l = { r, s, v, coded_only ? AET_LIT("codees") : AET_LIT("toutes"), 0 };
    size_t n = 0;

    aet_accord_units(v, coded_only, &u);
    l.units = pairable(v, &u.patterns);
    how = aet_accord_draws(v, &u);
    for (size_t m = 0; m < MEASURES; m++)
        if (applies(&measures[m], c))
            of[n++] = measures[m].of;
    aet_bootstrap(&u.patterns, of, n, &o, &how, b);
    for (size_t m = 0, k = 0; m < MEASURES; m++)
        if (applies(&measures[m], c))
            put_measure(&l, &measures[m], measures[m].of(&u.patterns, &o), &b[k++]);
    if (c->presence && v->a->coders.n == 2)
        indices(&l, &u.patterns);
    aet_accord_units_free(&u);
}

struct mean {
    double sum;
    size_t n;
};

static void put_mean(const struct lead *l, const struct measure *m, const struct mean *mean)
{
    struct stat_value v = mean->n > 0 ? aet_stat_value(mean->sum / (double)mean->n)
                                      : aet_stat_undefined(STAT_EMPTY);
    struct buf note = { 0 };
    bool fr = l->r->lang == LANG_FR;

    put_lead(l, m->name);
    put_figures(l, v, aet_stat_no_interval(STAT_EMPTY));
    aet_buf_str(&note, fr ? "codes où la mesure est définie : " : "codes where it is defined: ");
    aet_buf_uint(&note, mean->n);
    aet_buf_str(&note, fr ? " sur " : " of ");
    aet_buf_uint(&note, l->v->used_n);
    if (mean->n < l->v->used_n) /* otherwise there is nothing to be warned of */
        aet_put_text(l->r, l->s, aet_buf_view(&note));
    else
        aet_put_unknown(l->s);
    aet_buf_free(&note);
}

/* The mean over codes, each counting the same: codes that are rare weigh as much as the others. */
static void means(struct report *r, struct section *s, const struct accord_view *v)
{
    struct agree_options o = options_of(v);
    struct mean mean[MEASURES] = { { 0, 0 } };
    struct lead l = { r, s, v, AET_LIT("moyenne-codes"), 0 };

    for (uint32_t place = 0; place < v->codes; place++) {
        struct accord_units u;

        if (!v->used[place])
            continue;
        aet_accord_units_of_code(v, place, &u);
        l.units = aet_patterns_pairable(&u.patterns);
        for (size_t m = 0; m < MEASURES; m++) {
            struct stat_value x = measures[m].of(&u.patterns, &o);

            mean[m].sum += x.defined ? x.value : 0.0;
            mean[m].n += x.defined;
        }
        aet_accord_units_free(&u);
    }
    for (size_t m = 0; m < MEASURES; m++)
        if (!measures[m].ordered)
            put_mean(&l, &measures[m], &mean[m]);
}

void aet_accord_global(struct report *r, struct section *s, const struct accord_view *v)
{
    bool presence = v->a->options.champs[v->champ].presence;

    rows(r, s, v, false);
    if (!presence)
        return;
    rows(r, s, v, true);
    if (v->a->coders.n > 1)
        means(r, s, v);
}
