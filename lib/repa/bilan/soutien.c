/* The sections of a journal's summary that tell what support was given: functions, strategies, and
 * what Tableau 5 expected of them. termes.c has the other tables. */
#include "repa/bilan/journal.h"

#include <stdlib.h>

#include "base/message.h"
#include "stats/quantile.h"

enum {
    FONCTIONS_FONCTION,
    FONCTIONS_LIBELLE,
    FONCTIONS_INTERVENTIONS,
    FONCTIONS_HEURES,
    FONCTIONS_PART_HEURES,
    FONCTIONS_DUREE_MEDIANE
};
static const struct column fonctions_columns[] = {
    FONCTION(FONCTIONS),
    INTERVENTIONS(FONCTIONS),
    HEURES(FONCTIONS),
    PART(FONCTIONS),
    [FONCTIONS_DUREE_MEDIANE] = { "duree_mediane",
                                  { "Durée médiane (h)", "Median duration (h)" },
                                  CELL_NUMBER,
                                  false },
};

static int by_value(const void *x, const void *y)
{
    const struct counted *a = x, *b = y;

    return a->value < b->value ? -1 : a->value > b->value;
}

/* The median of a function's durations, in hours: of each intervention, its share. */
static void put_median(const struct summed *v, struct section *s, int32_t fonction)
{
    size_t n, kept = 0;
    const struct compte *x = aet_repa_summed_of(v, DIM_DUREE, &n);
    struct counted *values = aet_calloc(n + 1, sizeof *values);
    struct stat_value median;

    for (size_t i = 0; i < n; i++) {
        struct membres m = aet_repa_membres(&v->partage, &x[i].cle.c[0]);

        for (size_t j = 0; j < m.n; j++)
            if (m.rows[j] == fonction)
                values[kept++] = (struct counted){ aet_repa_part(x[i].cle.c[1], m.n, j),
                                                   (uint64_t)x[i].n };
    }
    qsort(values, kept, sizeof *values, by_value);
    median = aet_quantile_counted(values, kept, 0.5);
    aet_row_number_if(s, FONCTIONS_DUREE_MEDIANE, median.defined, median.value / AET_HEURE_PARTS);
    aet_free(values);
}

/* What one function has of all interventions. */
static struct lot_repa of_function(const struct summed *v, int32_t fonction)
{
    struct lot_repa sum = { 0, 0 };
    size_t n;
    const struct compte *x = aet_repa_summed_of(v, DIM_TYPE, &n);

    for (size_t i = 0; i < n; i++) {
        struct membres m = aet_repa_membres(&v->partage, &x[i].cle.c[1]);

        for (size_t j = 0; j < m.n; j++)
            if (m.rows[j] == fonction) {
                sum.n += x[i].n;
                sum.parts += aet_repa_part(x[i].minutes, m.n, j);
            }
    }
    return sum;
}

/* How many interventions have several functions. */
static int64_t shared_by_several(const struct summed *v)
{
    int64_t sum = 0;
    size_t n;
    const struct compte *x = aet_repa_summed_of(v, DIM_TYPE, &n);

    for (size_t i = 0; i < n; i++)
        sum += aet_repa_partage_several(&v->partage, x[i].cle.c[1]) ? x[i].n : 0;
    return sum;
}

/* Rows of the six functions always; others, and what is not recorded, when there is some. */
static bool shown(const struct summed *v, int32_t fonction, int64_t n)
{
    return n > 0 || (fonction >= 0 && (size_t)fonction < v->b->k->six);
}

/* Interventions of several functions are told under the table. */
static void say_shared(const struct summed *v, struct section *s)
{
    static const struct text shared = {
        "{nombre} {nombre|intervention sert|interventions servent} plusieurs fonctions et "
        "{nombre|compte|comptent} une fois pour chacune : les lignes peuvent faire plus que les "
        "{total} inscriptions. Leur durée est partagée également entre ces fonctions; la médiane "
        "est celle des durées partagées.",
        "{nombre} {nombre|intervention serves|interventions serve} several functions and "
        "{nombre|counts|count} once for each of them: rows may add up to more than the {total} "
        "entries. Their duration is shared equally among these functions; the median is that of "
        "shared durations."
    };
    struct buf note = { 0 };
    int64_t n = shared_by_several(v);

    if (!n)
        return;
    aet_words_put(&note, shared, s->report->lang,
                  AET_WORDS(aet_word_int("nombre", n), aet_word_int("total", v->b->n)));
    aet_section_note(s, aet_buf_view(&note));
    aet_buf_free(&note);
}

static void fonctions(void *sum, struct section *s)
{
    const struct summed *v = ((const struct journal *)sum)->v;
    const struct table *t = v->b->k->fonctions;

    for (int32_t i = 0; i <= (int32_t)t->rows; i++) {
        int32_t f = i == (int32_t)t->rows ? NO_ROW : i;
        struct lot_repa all = of_function(v, f);

        if (!shown(v, f, all.n))
            continue;
        aet_row_begin(s);
        aet_repa_jou_put_row(s, FONCTIONS_FONCTION, t, f);
        aet_row_count(s, FONCTIONS_INTERVENTIONS, all.n);
        aet_repa_jou_put_parts(s, FONCTIONS_HEURES, all.parts);
        aet_row_share(s, FONCTIONS_PART_HEURES, all.parts, v->b->minutes * AET_PARTS);
        put_median(v, s, f);
        aet_row_end(s);
    }
    say_shared(v, s);
}

const struct section_kind aet_repa_kind_jou_fonctions = {
    .key = "fonctions",
    .brief = 12,
    .title = { "Types de soutien : fonctions", "Types of support: functions" },
    AET_COLUMNS(fonctions_columns),
    .view = { .kind = VIEW_BARS,
              .label = FONCTIONS_LIBELLE,
              .from = FONCTIONS_HEURES,
              .to = FONCTIONS_HEURES },
    .fill = fonctions,
    .mask = { .kind = MASK_COUNTS,
              .keys = { FONCTIONS_FONCTION },
              .keys_n = 1,
              .counts = { { FONCTIONS_INTERVENTIONS, "interventions" } },
              .margins = AET_MARGIN_ALL },
};

enum {
    STRATEGIES_ID,
    STRATEGIES_LIBELLE,
    STRATEGIES_INTERVENTIONS,
    STRATEGIES_PART,
    STRATEGIES_HEURES
};
static const struct column strategies_columns[] = {
    CODED(STRATEGIES, "strategie", "Stratégie", "Strategy"),
    INTERVENTIONS(STRATEGIES),
    [STRATEGIES_PART] = { "part",
                          { "Part des interventions", "Share of interventions" },
                          CELL_SHARE,
                          false },
    HEURES(STRATEGIES),
};

static void strategies(void *sum, struct section *s)
{
    static const struct text note = {
        "Une intervention peut noter plusieurs stratégies : les parts ne s’additionnent pas.",
        "An intervention may record several strategies: shares do not add up."
    };
    const struct summed *v = ((const struct journal *)sum)->v;
    const struct table *t = v->b->k->strategies;
    size_t n;
    const struct compte *x = aet_repa_summed_of(v, DIM_STRATEGIE, &n);

    for (int32_t row = 0; row < (int32_t)t->rows; row++) {
        struct compte all = aet_repa_jou_sum(x, n, 0, row);

        aet_row_begin(s);
        aet_repa_jou_put_row(s, STRATEGIES_ID, t, row);
        aet_row_count(s, STRATEGIES_INTERVENTIONS, all.n);
        aet_row_share(s, STRATEGIES_PART, all.n, v->b->n);
        aet_repa_jou_put_hours(s, STRATEGIES_HEURES, all.minutes);
        aet_row_end(s);
    }
    aet_section_say(s, note);
}

const struct section_kind aet_repa_kind_jou_strategies = {
    .key = "strategies",
    .title = { "Stratégies", "Strategies" },
    AET_COLUMNS(strategies_columns),
    .view = { .kind = VIEW_BARS,
              .label = STRATEGIES_LIBELLE,
              .from = STRATEGIES_INTERVENTIONS,
              .to = STRATEGIES_INTERVENTIONS },
    .fill = strategies,
    .mask = { .kind = MASK_COUNTS,
              .keys = { STRATEGIES_ID },
              .keys_n = 1,
              .counts = { { STRATEGIES_INTERVENTIONS, "interventions" } } },
};

enum {
    CONFORMITE_FONCTION,
    CONFORMITE_LIBELLE,
    CONFORMITE_STRATEGIE,
    CONFORMITE_LIBELLE_STRATEGIE,
    CONFORMITE_ATTENDU,
    CONFORMITE_INTERVENTIONS
};
static const struct column conformite_columns[] = {
    FONCTION(CONFORMITE),
    [CONFORMITE_STRATEGIE] = { "strategie", { "Stratégie", "Strategy" }, CELL_CODE, true },
    [CONFORMITE_LIBELLE_STRATEGIE] = { "libelle_strategie",
                                       { "Stratégie", "Strategy" },
                                       CELL_TEXT,
                                       false },
    [CONFORMITE_ATTENDU] = { "attendu", { "Au Tableau 5", "In Table 5" }, CELL_BOOL, false },
    INTERVENTIONS(CONFORMITE),
};

static void conformite(void *sum, struct section *s)
{
    static const struct text note = {
        "D’une intervention qui sert plusieurs fonctions, chaque stratégie compte pour celles qui "
        "l’attendent; quand aucune ne l’attend, pour toutes.",
        "Of an intervention that serves several functions, each strategy counts for those that "
        "expect it; when none does, for all of them."
    };
    const struct summed *v = ((const struct journal *)sum)->v;
    const struct repa_knowledge *k = v->b->k;
    size_t n;
    const struct compte *x = aet_repa_summed_of(v, DIM_CONFORME, &n);

    for (int32_t f = 0; f < (int32_t)k->six; f++)
        for (int32_t i = 0; i < (int32_t)k->strategies->rows; i++) {
            int64_t count = 0;

            for (size_t c = 0; c < n; c++)
                if (x[c].cle.c[0] == f && x[c].cle.c[1] == i)
                    count += x[c].n;
            aet_row_begin(s);
            aet_repa_jou_put_row(s, CONFORMITE_FONCTION, k->fonctions, f);
            aet_repa_jou_put_row(s, CONFORMITE_STRATEGIE, k->strategies, i);
            aet_row_bool(s, CONFORMITE_ATTENDU, aet_repa_strategie_attendue(k, f, i));
            aet_row_count(s, CONFORMITE_INTERVENTIONS, count);
            aet_row_end(s);
        }
    if (shared_by_several(v))
        aet_section_say(s, note);
}

const struct section_kind aet_repa_kind_jou_conformite = {
    .key = "conformite",
    .title = { "Fonctions et stratégies, face au Tableau 5",
               "Functions and strategies, against Table 5" },
    AET_COLUMNS(conformite_columns),
    .view = { .kind = VIEW_HEATMAP,
              .label = CONFORMITE_LIBELLE,
              .across = CONFORMITE_LIBELLE_STRATEGIE,
              .from = CONFORMITE_INTERVENTIONS,
              .to = CONFORMITE_INTERVENTIONS },
    .fill = conformite,
    .mask = { .kind = MASK_COUNTS,
              .keys = { CONFORMITE_FONCTION, CONFORMITE_STRATEGIE, CONFORMITE_ATTENDU },
              .keys_n = 2,
              .also_n = 1,
              .counts = { { CONFORMITE_INTERVENTIONS, "interventions" } } },
};
