/* The section of a journal's summary that tells where the share of each function goes. */
#include "repa/bilan/journal.h"

#include "stats/holm.h"
#include "stats/slope.h"

/* Trends are of months of hours; a function is stable when its whole interval is under this a year.
 */
enum { TREND_PAIRS = 10 };
#define TREND_STABLE 0.02

enum {
    TENDANCES_FONCTION,
    TENDANCES_LIBELLE,
    TENDANCES_SENS,
    TENDANCES_PENTE,
    TENDANCES_IC_BAS,
    TENDANCES_IC_HAUT,
    TENDANCES_TAU,
    TENDANCES_P,
    TENDANCES_P_HOLM,
    TENDANCES_MOIS,
    TENDANCES_PAIRES,
    TENDANCES_AUTOCORRELATION,
    TENDANCES_NOTE
};
static const struct column tendances_columns[] = {
    FONCTION(TENDANCES),
    [TENDANCES_SENS] = { "sens", { "Sens", "Direction" }, CELL_CODE, false },
    [TENDANCES_PENTE] = { "pente",
                          { "Pente de Sen (par an)", "Sen’s slope (a year)" },
                          CELL_NUMBER,
                          false },
    [TENDANCES_IC_BAS] = { "ic_bas", { "IC 95 % : bas", "95% CI: low" }, CELL_NUMBER, false },
    [TENDANCES_IC_HAUT] = { "ic_haut", { "IC 95 % : haut", "95% CI: high" }, CELL_NUMBER, false },
    [TENDANCES_TAU] = { "tau", { "Tau de Kendall", "Kendall’s tau" }, CELL_NUMBER, false },
    [TENDANCES_P] = { "p", { "p", "p" }, CELL_NUMBER, false },
    [TENDANCES_P_HOLM] = { "p_holm", { "p (Holm)", "p (Holm)" }, CELL_NUMBER, false },
    [TENDANCES_MOIS] = { "mois", { "Mois", "Months" }, CELL_COUNT, false },
    [TENDANCES_PAIRES] = { "paires", { "Paires", "Pairs" }, CELL_COUNT, false },
    [TENDANCES_AUTOCORRELATION] = { "autocorrelation",
                                    { "Autocorrélation", "Autocorrelation" },
                                    CELL_NUMBER,
                                    false },
    [TENDANCES_NOTE] = { "note", { "Note", "Note" }, CELL_TEXT, false },
};

/* One function: its trend, and how many months it is of. */
struct tendance {
    size_t fonction, months;
    struct slope slope;
    bool enough;
};

static struct tendance trend_of(const struct grille *g, size_t f)
{
    struct slope_point *points = aet_calloc(g->months + 1, sizeof *points);
    struct tendance t = { .fonction = f };

    for (size_t m = 0; m < g->months; m++) {
        int64_t month = g->first + (int64_t)m;

        if (g->totals[m].parts)
            points[t.months++] = (struct slope_point){
                month % 12, (double)month / 12,
                (double)g->cells[m * (g->fonctions + 1) + f].parts / (double)g->totals[m].parts,
                month, 0
            };
    }
    t.slope = aet_slope(points, t.months, 0.95);
    t.enough = t.slope.pairs >= TREND_PAIRS && t.slope.p.defined;
    aet_free(points);
    return t;
}

enum sens { UNDETERMINED, STABLE, UP, DOWN };

static enum sens sens_of(const struct tendance *t, struct stat_value holm)
{
    const struct slope *s = &t->slope;

    if (!t->enough)
        return UNDETERMINED;
    if (holm.value < 0.05)
        return s->s.value > 0 ? UP : DOWN;
    return s->ci.low.defined && s->ci.high.defined && s->ci.low.value > -TREND_STABLE &&
                   s->ci.high.value < TREND_STABLE
               ? STABLE
               : UNDETERMINED;
}

static void put_why(struct section *s, const struct tendance *t, enum sens sens)
{
    static const struct text few = { "moins de 10 paires d’un même mois civil : environ deux ans",
                                     "under 10 pairs of one calendar month: about two years" };
    static const struct text neither = { "ni tendance ni stabilité établies",
                                         "neither trend nor stability established" };
    struct stat_value p = t->slope.p;

    if (t->slope.pairs < TREND_PAIRS)
        aet_row_words(s, TENDANCES_NOTE, few);
    else if (!t->enough)
        aet_row_words(s, TENDANCES_NOTE,
                      (struct text){ aet_stat_reason_fr(p.reason), aet_stat_reason_en(p.reason) });
    else if (sens == UNDETERMINED)
        aet_row_words(s, TENDANCES_NOTE, neither);
    else
        aet_row_unknown(s, TENDANCES_NOTE);
}

static void put_if(struct section *s, int column, const struct tendance *t, struct stat_value v)
{
    aet_row_number_if(s, column, t->enough && v.defined, v.value);
}

static void put_trend(const struct journal *j, struct section *s, const struct tendance *t,
                      struct stat_value holm)
{
    static const struct {
        const char *code;
        struct text label;
    } words[] = { { "indetermine", { "indéterminé", "undetermined" } },
                  { "stable", { "stable", "stable" } },
                  { "hausse", { "hausse", "up" } },
                  { "baisse", { "baisse", "down" } } };
    enum sens sens = sens_of(t, holm);

    aet_row_begin(s);
    aet_repa_jou_put_row(s, TENDANCES_FONCTION, j->v->b->k->fonctions, (int32_t)t->fonction);
    aet_row_coded_words(s, TENDANCES_SENS, words[sens].code, words[sens].label);
    put_if(s, TENDANCES_PENTE, t, t->slope.estimate);
    put_if(s, TENDANCES_IC_BAS, t, t->slope.ci.low);
    put_if(s, TENDANCES_IC_HAUT, t, t->slope.ci.high);
    put_if(s, TENDANCES_TAU, t, t->slope.tau);
    put_if(s, TENDANCES_P, t, t->slope.p);
    put_if(s, TENDANCES_P_HOLM, t, holm);
    aet_row_count(s, TENDANCES_MOIS, (int64_t)t->months);
    aet_row_count(s, TENDANCES_PAIRES, (int64_t)t->slope.pairs);
    put_if(s, TENDANCES_AUTOCORRELATION, t, aet_stat_value(t->slope.autocorrelation));
    put_why(s, t, sens);
    aet_row_end(s);
}

static void tendances(void *sum, struct section *s)
{
    static const struct text note = {
        "Parts mensuelles des heures, mois sans heures laissés de côté; un mois n’est comparé "
        "qu’au même mois des autres années (Mann-Kendall saisonnier). « Hausse » ou « baisse » "
        "quand p corrigée (Holm, sur les fonctions) est sous 0,05; « stable » quand tout "
        "l’intervalle est à moins de 2 points par an. La variance est corrigée de "
        "l’autocorrélation des mois, estimée : courte, une série la dit mal, et une baisse ou une "
        "hausse vient encore parfois d’elle seule.",
        "Monthly shares of hours, months without hours left out; a month is compared only with the "
        "same month of other years (seasonal Mann-Kendall). A rise or a fall "
        "when the corrected p (Holm, over functions) is under 0.05; “stable” when the whole "
        "interval is within 2 points a year. The variance is corrected for the autocorrelation of "
        "months, which is estimated: a short series tells it badly, and a rise or a fall still "
        "comes from it alone at times."
    };
    const struct journal *j = sum;
    const struct grille *g = &j->grille;
    struct tendance *t = aet_calloc(g->fonctions + 1, sizeof *t);
    struct stat_value *p = aet_calloc(g->fonctions + 1, sizeof *p);
    size_t n = 0;

    for (size_t f = 0; f < g->fonctions; f++) {
        if (!g->used[f])
            continue;
        t[n] = trend_of(g, f);
        p[n] = t[n].enough ? t[n].slope.p : aet_stat_undefined(STAT_TOO_FEW);
        n++;
    }
    aet_holm(p, p, n);
    for (size_t i = 0; i < n; i++)
        put_trend(j, s, &t[i], p[i]);
    aet_section_say(s, note);
    aet_free(t);
    aet_free(p);
}

const struct section_kind aet_repa_kind_jou_tendances = {
    .key = "tendances",
    .title = { "Tendance de chaque fonction (Mann-Kendall saisonnier sur les parts mensuelles)",
               "Trend of each function (seasonal Mann-Kendall on monthly shares)" },
    AET_COLUMNS(tendances_columns),
    .fill = tendances,
    .mask = { .kind = MASK_OPEN },
};
