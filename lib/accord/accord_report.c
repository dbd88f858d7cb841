/* From what coders said to the sections of the report (design, appendix). */
#include "accord/accord.h"

#include "stats/alpha.h"
#include "stats/bootstrap.h"

#define VIEW_NONE              \
    {                          \
        VIEW_TABLE, 0, 0, 0, 0 \
    }
enum { CODES_MAX = AET_CODE_MISSING - 1 };

static const struct column base_columns[] = {
    { "unites", { "Unités", "Units" }, CELL_COUNT, false },
    { "codeurs", { "Codeurs", "Coders" }, CELL_COUNT, false },
    { "valeurs", { "Valeurs", "Values" }, CELL_COUNT, false },
    { "doubles", { "Valeurs en double, écartées", "Second values, left out" }, CELL_COUNT, false },
    { "rejetes", { "Rejetés à la lecture", "Rejected on reading" }, CELL_COUNT, false },
};
static const struct section_kind base_kind = { "base",       { "En bref", "In short" },
                                               base_columns, 5,
                                               true,         VIEW_NONE };

static const struct column global_columns[] = {
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
static const struct section_kind global_kind = {
    "global", { "Accord par champ", "Agreement by field" }, global_columns, 10, false, VIEW_NONE
};

static const struct column codes_columns[] = {
    { "champ", { "Champ", "Field" }, CELL_CODE, false },
    { "code", { "Code", "Code" }, CELL_CODE, true },
    { "libelle", { "Code", "Code" }, CELL_TEXT, false },
    { "unites", { "Unités", "Units" }, CELL_COUNT, false },
    { "a", { "a (les deux)", "a (both)" }, CELL_COUNT, false },
    { "b", { "b (le premier)", "b (first only)" }, CELL_COUNT, false },
    { "c", { "c (le second)", "c (second only)" }, CELL_COUNT, false },
    { "d", { "d (aucun)", "d (neither)" }, CELL_COUNT, false },
    { "accord", { "Accord", "Agreement" }, CELL_SHARE, false },
    { "kappa", { "Kappa", "Kappa" }, CELL_NUMBER, false },
    { "prevalence", { "Prévalence", "Prevalence" }, CELL_NUMBER, false },
    { "biais", { "Biais", "Bias" }, CELL_NUMBER, false },
    { "pabak", { "PABAK", "PABAK" }, CELL_NUMBER, false },
    { "ac1", { "AC1", "AC1" }, CELL_NUMBER, false },
    { "alpha", { "Alpha", "Alpha" }, CELL_NUMBER, false },
    { "note", { "Note", "Note" }, CELL_TEXT, false },
};
static const struct section_kind codes_kind = {
    "codes", { "Accord par code", "Agreement by code" }, codes_columns, 16, false, VIEW_NONE
};

static const struct column codeurs_columns[] = {
    { "codeur", { "Codeur", "Coder" }, CELL_TEXT, false },
    { "unites", { "Unités codées", "Units coded" }, CELL_COUNT, false },
    { "valeurs", { "Valeurs", "Values" }, CELL_COUNT, false },
};
static const struct section_kind codeurs_kind = { "codeurs",       { "Codeurs", "Coders" },
                                                  codeurs_columns, 3,
                                                  false,           VIEW_NONE };

static const struct column desaccords_columns[] = {
    { "unite", { "Unité", "Unit" }, CELL_TEXT, false },
    { "champ", { "Champ", "Field" }, CELL_CODE, false },
    { "code", { "Code", "Code" }, CELL_CODE, false },
    { "valeurs", { "Qui a dit quoi", "Who said what" }, CELL_LIST, false },
};
static const struct section_kind desaccords_kind = {
    "desaccords", { "Désaccords", "Disagreements" }, desaccords_columns, 4, false, VIEW_NONE
};

const struct section_kind *const aet_accord_sections[] = { &base_kind,       &global_kind,
                                                           &codes_kind,      &codeurs_kind,
                                                           &desaccords_kind, NULL };

struct measure {
    const char *name;
    aet_agree_measure *of;
    bool ordered; /* asks for an order of the codes */
};

static const struct measure measures[] = {
    { "accord", aet_agree_share, false },
    { "kappa", aet_agree_kappa, false },
    { "kappa_pondere", aet_agree_kappa_weighted, true },
    { "pi", aet_agree_pi, false },
    { "fleiss", aet_agree_fleiss, false },
    { "ac1", aet_agree_ac1, false },
    { "alpha", aet_agree_alpha, false },
};

static const char *reason(enum stat_reason why, enum lang lang)
{
    return lang == LANG_FR ? aet_stat_reason_fr(why) : aet_stat_reason_en(why);
}

static void put_stat(struct section *s, struct stat_value v)
{
    if (v.defined)
        aet_put_number(s, v.value);
    else
        aet_put_unknown(s);
}

static void put_z(struct report *r, struct section *s, const char *text)
{
    if (*text)
        aet_put_text(r, s, aet_span_z(text));
    else
        aet_put_unknown(s);
}

static void put_measure(struct report *r, struct section *s, const struct accord_view *v,
                        const struct patterns *p, const struct measure *m, bool intervals)
{
    static const struct text pairs = { "moyenne des paires de codeurs",
                                       "mean over pairs of coders" };
    const struct accord_champ *c = &v->a->options.champs[v->champ];
    struct agree_options o = { c->presence ? AGREE_NOMINAL : c->scale, AGREE_QUADRATIC, v->values };
    struct stat_value value = m->of(p, &o);
    struct bootstrap b = { 0 };

    if (intervals && value.defined && v->a->options.replicates)
        b = aet_bootstrap(p, m->of, &o, v->a->options.replicates, v->a->options.seed, 0.95);
    aet_put_text(r, s, aet_span_z(m->name));
    put_stat(s, value);
    put_stat(s, b.ci.low);
    put_stat(s, b.ci.high);
    aet_put_count(s, (int64_t)aet_patterns_pairable(p));
    aet_put_count(s, (int64_t)p->coders);
    if (!value.defined)
        put_z(r, s, reason(value.reason, r->lang));
    else if (p->coders > 2 && (m->of == aet_agree_kappa || m->of == aet_agree_pi || m->ordered))
        put_z(r, s, aet_text(pairs, r->lang));
    else if (b.replicates && !b.ci.low.defined)
        put_z(r, s, reason(b.ci.low.reason, r->lang));
    else
        aet_put_unknown(s);
}

/* Every measure for one field; `coded`: only units that somebody gave a code. */
static void global_rows(struct report *r, struct section *s, const struct accord_view *v,
                        bool coded_only)
{
    const struct accord_champ *c = &v->a->options.champs[v->champ];
    size_t coders = v->a->coders.n;
    uint16_t *row = aet_calloc(coders + 1, sizeof *row);
    size_t codes = c->presence ? 2 : v->codes;
    struct patterns p;

    aet_patterns_init(&p, coders ? coders : 1, codes < CODES_MAX ? codes : CODES_MAX);
    for (uint32_t place = 0; place < (c->presence ? v->codes : 1) && coders; place++) {
        const struct accord_entry *at = v->from;
        uint32_t unit;
        bool coded;

        while (aet_accord_row(v, &at, place, row, &unit, &coded))
            if (coded || !coded_only)
                aet_patterns_add(&p, row, 1);
    }
    aet_patterns_finish(&p);
    for (size_t m = 0; m < sizeof measures / sizeof *measures; m++) {
        if (measures[m].ordered && (c->presence || c->scale == AGREE_NOMINAL))
            continue; /* these codes have no order */
        aet_put_text(r, s, aet_span_z(c->name));
        aet_put_text(r, s, aet_span_z(aet_text(c->title, r->lang)));
        aet_put_text(r, s, coded_only ? AET_LIT("codees") : AET_LIT("toutes"));
        put_measure(r, s, v, &p, &measures[m], !c->presence);
    }
    aet_patterns_free(&p);
    aet_free(row);
}

/* One code, present or absent, into patterns of 0 and 1. */
static void presence_of(const struct accord_view *v, uint32_t place, struct patterns *p,
                        uint16_t *row)
{
    bool presence = v->a->options.champs[v->champ].presence;
    const struct accord_entry *at = v->from;
    uint32_t unit;
    bool coded;

    while (aet_accord_row(v, &at, place, row, &unit, &coded)) {
        for (size_t k = 0; k < p->coders && !presence; k++)
            if (row[k] != AET_CODE_MISSING)
                row[k] = row[k] == place;
        aet_patterns_add(p, row, 1);
    }
    aet_patterns_finish(p);
}

/* Counts a, b, c, d over all pairs of coders. */
static void pool_pairs(const struct patterns *p, struct pair_table *t)
{
    aet_pair_init(t, 2);
    for (size_t x = 0; x < p->coders; x++)
        for (size_t y = x + 1; y < p->coders; y++)
            aet_patterns_pair(p, x, y, t);
}

static void code_row(struct report *r, struct section *s, const struct accord_view *v,
                     uint32_t place, uint16_t *row)
{
    static const struct text pooled = {
        "a à d : somme des paires de codeurs ; kappa : moyenne des paires",
        "a to d: sum over pairs of coders; kappa: mean over pairs"
    };
    const struct agree_options o = { AGREE_NOMINAL, AGREE_QUADRATIC, NULL };
    struct patterns p;
    struct pair_table t;
    struct presence x;
    struct stat_value alpha;
    bool two = v->a->coders.n == 2;

    aet_patterns_init(&p, v->a->coders.n, 2);
    presence_of(v, place, &p, row);
    pool_pairs(&p, &t);
    x = aet_presence(t.cells[3], t.cells[2], t.cells[1], t.cells[0]);
    alpha = x.agreement.defined ? aet_agree_alpha(&p, &o) : x.agreement;
    if (!two && x.agreement.defined)
        x.kappa = aet_agree_kappa(&p, &o);
    aet_put_text(r, s, aet_span_z(v->a->options.champs[v->champ].name));
    aet_put_text(r, s, aet_accord_id(v, place));
    aet_put_text(r, s, aet_accord_label(v, place, r->lang));
    aet_put_count(s, (int64_t)aet_patterns_pairable(&p));
    for (int i = 3; i >= 0; i--)
        aet_put_count(s, (int64_t)t.cells[i]);
    put_stat(s, x.agreement);
    put_stat(s, x.kappa);
    put_stat(s, x.prevalence);
    put_stat(s, two ? x.bias : aet_stat_undefined(STAT_ARGUMENT));
    put_stat(s, x.pabak);
    put_stat(s, x.ac1);
    put_stat(s, alpha);
    if (!x.agreement.defined)
        put_z(r, s, reason(x.agreement.reason, r->lang));
    else if (!x.kappa.defined)
        put_z(r, s, reason(x.kappa.reason, r->lang));
    else
        put_z(r, s, two ? "" : aet_text(pooled, r->lang));
    aet_pair_free(&t);
    aet_patterns_free(&p);
}

/* "codeur : code" for each coder who gave one. */
static void put_values(struct report *r, struct section *s, const struct accord_view *v,
                       const uint16_t *row)
{
    static const struct text yes_no[] = { { "non", "no" }, { "oui", "yes" } };
    bool presence = v->a->options.champs[v->champ].presence;
    struct buf list = { 0 }, one = { 0 };

    for (size_t k = 0; k < v->a->coders.n; k++) {
        if (row[k] == AET_CODE_MISSING)
            continue;
        aet_buf_clear(&one);
        aet_buf_span(&one, v->a->coders.list[k]);
        aet_buf_str(&one, r->lang == LANG_FR ? " : " : ": ");
        if (presence)
            aet_buf_str(&one, aet_text(yes_no[row[k]], r->lang));
        else
            aet_buf_span(&one, aet_accord_id(v, row[k]));
        aet_list_add(&list, aet_buf_view(&one));
    }
    aet_put_list(r, s, aet_buf_view(&list));
    aet_buf_free(&list);
    aet_buf_free(&one);
}

static bool differ(const uint16_t *row, size_t n)
{
    uint16_t first = AET_CODE_MISSING;

    for (size_t k = 0; k < n; k++) {
        if (row[k] == AET_CODE_MISSING)
            continue;
        if (first != AET_CODE_MISSING && row[k] != first)
            return true;
        first = row[k];
    }
    return false;
}

static void disagreements(struct report *r, struct section *s, const struct accord_view *v,
                          uint32_t place, uint16_t *row)
{
    const struct accord_champ *c = &v->a->options.champs[v->champ];
    const struct accord_entry *at = v->from;
    uint32_t unit;
    bool coded;

    while (aet_accord_row(v, &at, place, row, &unit, &coded)) {
        if (!differ(row, v->a->coders.n))
            continue;
        aet_put_text(r, s, v->a->units.list[unit]);
        aet_put_text(r, s, aet_span_z(c->name));
        if (c->presence)
            aet_put_text(r, s, aet_accord_id(v, place));
        else
            aet_put_unknown(s);
        put_values(r, s, v, row);
    }
}

static void coders(const struct accord *a, struct report *r)
{
    struct section *s = aet_report_section(r, &codeurs_kind);
    uint64_t *values = aet_calloc(a->coders.n + 1, sizeof *values);
    uint64_t *units = aet_calloc(a->coders.n + 1, sizeof *units);
    uint32_t *last = aet_calloc(a->units.n + 1, sizeof *last);

    /* a unit counts once for a coder, whatever fields he coded: entries go field by field */
    for (uint32_t k = 0; k < a->coders.n; k++)
        for (size_t i = 0; i < a->n; i++) {
            const struct accord_entry *e = &a->entries[i];

            if (e->coder != k)
                continue;
            values[k] += e->code != ACCORD_SEEN;
            units[k] += last[e->unit] != k + 1;
            last[e->unit] = k + 1;
        }
    for (size_t k = 0; k < a->coders.n; k++) {
        aet_put_text(r, s, a->coders.list[k]);
        aet_put_count(s, (int64_t)units[k]);
        aet_put_count(s, (int64_t)values[k]);
    }
    aet_free(values);
    aet_free(units);
    aet_free(last);
}

static void base(const struct accord *a, struct report *r)
{
    static const struct text doubled = {
        "Quand un codeur donne deux valeurs à un champ d’une unité, la première compte.",
        "When a coder gives a field of a unit two values, the first counts."
    };
    struct section *s = aet_report_section(r, &base_kind);
    uint64_t values = 0, rejected = 0;

    for (size_t i = 0; i < a->n; i++)
        values += a->entries[i].code != ACCORD_SEEN;
    for (size_t i = 0; i < r->inputs_n; i++)
        rejected += r->inputs[i].rejected;
    aet_put_count(s, (int64_t)a->units.n);
    aet_put_count(s, (int64_t)a->coders.n);
    aet_put_count(s, (int64_t)values);
    aet_put_count(s, (int64_t)a->doubles);
    aet_put_count(s, (int64_t)rejected);
    if (a->doubles)
        aet_section_note(r, s, aet_span_z(aet_text(doubled, r->lang)));
}

/* One section, field by field, and code by code where it goes by codes. */
static void each(struct accord *a, struct report *r, const struct section_kind *kind)
{
    struct section *s = aet_report_section(r, kind);
    uint16_t *row = aet_calloc(a->coders.n + 1, sizeof *row);

    for (size_t i = 0; i < a->options.n; i++) {
        bool presence = a->options.champs[i].presence;
        struct accord_view v;

        aet_accord_view(&v, a, i);
        if (kind == &global_kind) {
            global_rows(r, s, &v, false);
            if (presence)
                global_rows(r, s, &v, true);
        }
        for (uint32_t place = 0; a->coders.n > 1 && place < v.codes; place++) {
            if (kind == &codes_kind)
                code_row(r, s, &v, place, row);
            else if (kind == &desaccords_kind && (presence || place == 0))
                disagreements(r, s, &v, place, row);
        }
        aet_accord_view_free(&v);
    }
    aet_free(row);
}

void aet_accord_finish(struct accord *a, struct report *r)
{
    static const struct text method = { "IC : rééchantillonnage des unités (percentiles), à la "
                                        "graine indiquée. Indéfini n’est ni 0 ni 1.",
                                        "CI: bootstrap of the units (percentiles), with the seed "
                                        "given. Undefined is neither 0 nor 1." };

    aet_accord_sort(a);
    base(a, r);
    each(a, r, &global_kind);
    if (a->options.replicates)
        aet_section_note(r, &r->sections[r->n - 1], aet_span_z(aet_text(method, r->lang)));
    each(a, r, &codes_kind);
    coders(a, r);
    each(a, r, &desaccords_kind);
}
