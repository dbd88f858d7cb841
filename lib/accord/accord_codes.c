/* The sections `codes` and `desaccords`: each code, given or not, and where the coders part. */
#include "accord/accord.h"

#include "stats/agreement/interval.h"

/* All that is said of one code; undefined with one and the same reason when nobody used it. */
struct figures {
    uint64_t units, cells[4];
    struct stat_value accord, kappa, prevalence, bias, pabak, ac1, pi, fleiss, alpha;
    struct bootstrap kappa_ci, alpha_ci;
};

static void measure(const struct accord_view *v, uint32_t place, struct figures *x)
{
    static const struct agree_coefficient *const bounded[] = { &aet_agree_kappa, &aet_agree_alpha };
    const struct agree_options o = { .scale = AGREE_NOMINAL,
                                     .weights = AGREE_QUADRATIC,
                                     .values = NULL };
    struct stat_value unused = aet_stat_undefined(STAT_UNUSED_CODE);
    struct bootstrap ci[2] = { { aet_stat_no_interval(STAT_UNUSED_CODE), 0, 0 } };
    struct bootstrap_options how;
    struct accord_units u;
    struct presence pooled;

    aet_accord_units_of_code(v, place, &u);
    how = aet_accord_draws(v, &u);
    *x = (struct figures){ .units = aet_patterns_pairable(&u.patterns) };
    pooled = aet_accord_pooled(&u.patterns, x->cells);
    x->accord = x->kappa = x->prevalence = x->bias = x->pabak = x->ac1 = unused;
    x->pi = x->fleiss = x->alpha = unused;
    if (v->used[place]) {
        x->accord = aet_agree_value(&u.patterns, &aet_agree_share, &o);
        x->kappa = aet_agree_value(&u.patterns, &aet_agree_kappa, &o);
        x->prevalence = pooled.prevalence;
        x->bias = v->a->coders.n == 2 ? pooled.bias : aet_stat_undefined(STAT_ARGUMENT);
        x->pabak = aet_agree_value(&u.patterns, &aet_agree_pabak, &o);
        x->ac1 = aet_agree_value(&u.patterns, &aet_agree_ac1, &o);
        x->pi = aet_agree_value(&u.patterns, &aet_agree_pi, &o);
        x->fleiss = aet_agree_value(&u.patterns, &aet_agree_fleiss, &o);
        x->alpha = aet_agree_value(&u.patterns, &aet_agree_alpha, &o);
        aet_agree_intervals(&u.patterns, bounded, 2, &o, v->a->options.method, &how, ci);
    }
    x->kappa_ci = ci[0];
    x->alpha_ci = ci[1];
    aet_accord_units_free(&u);
}

enum {
    CODES_CHAMP,
    CODES_CODE,
    CODES_LIBELLE,
    CODES_UNITES,
    CODES_A,
    CODES_B,
    CODES_C,
    CODES_D,
    CODES_ACCORD,
    CODES_KAPPA,
    CODES_KAPPA_IC_BAS,
    CODES_KAPPA_IC_HAUT,
    CODES_PREVALENCE,
    CODES_BIAIS,
    CODES_PABAK,
    CODES_AC1,
    CODES_PI,
    CODES_FLEISS,
    CODES_ALPHA,
    CODES_ALPHA_IC_BAS,
    CODES_ALPHA_IC_HAUT,
    CODES_NOTE
};
static const struct column codes_columns[] = {
    [CODES_CHAMP] = { "champ", { "Champ", "Field" }, CELL_CODE, false },
    [CODES_CODE] = { "code", { "Code", "Code" }, CELL_CODE, true },
    [CODES_LIBELLE] = { "libelle", { "Code", "Code" }, CELL_TEXT, false },
    [CODES_UNITES] = { "unites", { "Unités", "Units" }, CELL_COUNT, false },
    [CODES_A] = { "a", { "a (les deux)", "a (both)" }, CELL_COUNT, false },
    [CODES_B] = { "b", { "b (le premier)", "b (first only)" }, CELL_COUNT, false },
    [CODES_C] = { "c", { "c (le second)", "c (second only)" }, CELL_COUNT, false },
    [CODES_D] = { "d", { "d (aucun)", "d (neither)" }, CELL_COUNT, false },
    [CODES_ACCORD] = { "accord", { "Accord", "Agreement" }, CELL_SHARE, false },
    [CODES_KAPPA] = { "kappa", { "Kappa", "Kappa" }, CELL_NUMBER, false },
    [CODES_KAPPA_IC_BAS] = { "kappa_ic_bas",
                             { "Kappa, IC 95 % : bas", "Kappa, 95% CI: low" },
                             CELL_NUMBER,
                             false },
    [CODES_KAPPA_IC_HAUT] = { "kappa_ic_haut",
                              { "Kappa, IC 95 % : haut", "Kappa, 95% CI: high" },
                              CELL_NUMBER,
                              false },
    [CODES_PREVALENCE] = { "prevalence", { "Prévalence", "Prevalence" }, CELL_NUMBER, false },
    [CODES_BIAIS] = { "biais", { "Biais", "Bias" }, CELL_NUMBER, false },
    [CODES_PABAK] = { "pabak", { "PABAK", "PABAK" }, CELL_NUMBER, false },
    [CODES_AC1] = { "ac1", { "AC1", "AC1" }, CELL_NUMBER, false },
    [CODES_PI] = { "pi", { "Pi", "Pi" }, CELL_NUMBER, false },
    [CODES_FLEISS] = { "fleiss", { "Kappa de Fleiss", "Fleiss’ kappa" }, CELL_NUMBER, false },
    [CODES_ALPHA] = { "alpha", { "Alpha", "Alpha" }, CELL_NUMBER, false },
    [CODES_ALPHA_IC_BAS] = { "alpha_ic_bas",
                             { "Alpha, IC 95 % : bas", "Alpha, 95% CI: low" },
                             CELL_NUMBER,
                             false },
    [CODES_ALPHA_IC_HAUT] = { "alpha_ic_haut",
                              { "Alpha, IC 95 % : haut", "Alpha, 95% CI: high" },
                              CELL_NUMBER,
                              false },
    [CODES_NOTE] = { "note", { "Note", "Note" }, CELL_TEXT, false },
};

static void put_note(struct section *s, const struct accord_view *v, const struct figures *x)
{
    static const struct text pooled = {
        "a à d : somme des paires de codeurs; kappa et pi : moyenne des paires",
        "a to d: sum over pairs of coders; kappa and pi: mean over pairs"
    };

    if (!x->accord.defined)
        aet_accord_put_reason(s, CODES_NOTE, x->accord.reason);
    else if (!x->kappa.defined)
        aet_accord_put_reason(s, CODES_NOTE, x->kappa.reason);
    else if (v->a->options.replicates > 0 && !x->kappa_ci.ci.low.defined)
        aet_accord_put_no_interval(s, CODES_NOTE, x->kappa_ci.ci.low.reason);
    else if (v->a->coders.n > 2)
        aet_row_words(s, CODES_NOTE, pooled);
    else
        aet_row_unknown(s, CODES_NOTE);
}

static void code_row(struct section *s, const struct accord_view *v, uint32_t place)
{
    struct figures x;

    measure(v, place, &x);
    aet_row_begin(s);
    aet_row_coded_words(s, CODES_CHAMP, v->a->options.champs[v->champ].name,
                        v->a->options.champs[v->champ].title);
    aet_row_text(s, CODES_CODE, aet_accord_id(v, place));
    aet_row_text(s, CODES_LIBELLE, aet_accord_label(v, place, s->report->lang));
    aet_row_count(s, CODES_UNITES, (int64_t)x.units);
    for (int i = 0; i < 4; i++)
        aet_row_count(s, CODES_A + i, (int64_t)x.cells[i]);
    aet_accord_put(s, CODES_ACCORD, x.accord);
    aet_accord_put(s, CODES_KAPPA, x.kappa);
    aet_accord_put(s, CODES_KAPPA_IC_BAS, x.kappa_ci.ci.low);
    aet_accord_put(s, CODES_KAPPA_IC_HAUT, x.kappa_ci.ci.high);
    aet_accord_put(s, CODES_PREVALENCE, x.prevalence);
    aet_accord_put(s, CODES_BIAIS, x.bias);
    aet_accord_put(s, CODES_PABAK, x.pabak);
    aet_accord_put(s, CODES_AC1, x.ac1);
    aet_accord_put(s, CODES_PI, x.pi);
    aet_accord_put(s, CODES_FLEISS, x.fleiss);
    aet_accord_put(s, CODES_ALPHA, x.alpha);
    aet_accord_put(s, CODES_ALPHA_IC_BAS, x.alpha_ci.ci.low);
    aet_accord_put(s, CODES_ALPHA_IC_HAUT, x.alpha_ci.ci.high);
    put_note(s, v, &x);
    aet_row_end(s);
}

static void codes_of(struct section *s, const struct accord_view *v)
{
    for (uint32_t place = 0; v->a->coders.n > 1 && place < v->codes; place++)
        code_row(s, v, place);
}

static void codes(void *sum, struct section *s)
{
    aet_accord_each(sum, s, codes_of);
}

const struct section_kind aet_kind_accord_codes = {
    .key = "codes",
    .led = CODES_CHAMP + 1,
    .annex = true,
    .title = { "Accord par code", "Agreement by code" },
    AET_COLUMNS(codes_columns),
    .fill = codes,
};

enum { DESACCORDS_UNITE, DESACCORDS_CHAMP, DESACCORDS_CODE, DESACCORDS_VALEURS };
static const struct column desaccords_columns[] = {
    [DESACCORDS_UNITE] = { "unite", { "Unité", "Unit" }, CELL_TEXT, false },
    [DESACCORDS_CHAMP] = { "champ", { "Champ", "Field" }, CELL_CODE, false },
    [DESACCORDS_CODE] = { "code", { "Code", "Code" }, CELL_CODE, false },
    [DESACCORDS_VALEURS] = { "valeurs", { "Qui a dit quoi", "Who said what" }, CELL_LIST, false },
};

/* "codeur : code", one more of a list. */
static void add_value(struct buf *list, struct span coder, struct span code, enum lang lang)
{
    struct buf one = { 0 };

    aet_buf_span(&one, coder);
    aet_buf_str(&one, aet_text(aet_text_colon, lang));
    aet_buf_span(&one, code);
    aet_list_add(list, aet_buf_view(&one));
    aet_buf_free(&one);
}

/* What each coder gave who gave something. */
static void put_values(struct section *s, const struct accord_view *v, const uint16_t *row)
{
    static const struct text yes_no[] = { { "non", "no" }, { "oui", "yes" } };
    bool presence = v->a->options.champs[v->champ].presence;
    enum lang lang = s->report->lang;
    struct buf codes = { 0 }, labels = { 0 };

    for (size_t k = 0; k < v->a->coders.n; k++) {
        struct span coder = v->a->coders.list[k];

        if (row[k] == AET_CODE_MISSING)
            continue;
        if (presence) {
            struct span said = aet_span_z(aet_text(yes_no[row[k]], lang));

            add_value(&codes, coder, said, lang);
            add_value(&labels, coder, said, lang);
        } else {
            add_value(&codes, coder, aet_accord_id(v, row[k]), lang);
            add_value(&labels, coder, aet_accord_label(v, row[k], lang), lang);
        }
    }
    aet_row_list_coded(s, DESACCORDS_VALEURS, aet_buf_view(&codes), aet_buf_view(&labels));
    aet_buf_free(&codes);
    aet_buf_free(&labels);
}

/* Units where the coders part; of a presence, on the code at `place`. */
static void partings(struct section *s, const struct accord_view *v, uint32_t place, uint16_t *row)
{
    const struct accord_champ *c = &v->a->options.champs[v->champ];
    const struct accord_entry *at = v->from;
    uint32_t unit;
    bool coded;

    while (aet_accord_row(v, &at, place, row, &unit, &coded)) {
        if (aet_codes_agree(row, v->a->coders.n))
            continue;
        aet_row_begin(s);
        aet_row_text(s, DESACCORDS_UNITE, v->a->units.list[unit]);
        aet_row_coded_words(s, DESACCORDS_CHAMP, c->name, c->title);
        if (c->presence)
            aet_row_coded(s, DESACCORDS_CODE, aet_accord_id(v, place),
                          aet_accord_label(v, place, s->report->lang));
        else
            aet_row_unknown(s, DESACCORDS_CODE);
        put_values(s, v, row);
        aet_row_end(s);
    }
}

static void disagreements(struct section *s, const struct accord_view *v)
{
    bool presence = v->a->options.champs[v->champ].presence;
    uint16_t *row = aet_calloc(v->a->coders.n + 1, sizeof *row);

    for (uint32_t place = 0; v->a->coders.n > 1 && place < (presence ? v->codes : 1); place++)
        if (!presence || v->used[place])
            partings(s, v, place, row);
    aet_free(row);
}

static void desaccords(void *sum, struct section *s)
{
    aet_accord_each(sum, s, disagreements);
}

const struct section_kind aet_kind_accord_desaccords = {
    .key = "desaccords",
    .led = DESACCORDS_UNITE + 1,
    .title = { "Désaccords", "Disagreements" },
    AET_COLUMNS(desaccords_columns),
    .fill = desaccords,
};
