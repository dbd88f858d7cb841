/* The section `global`: every measure for a field, with its interval. */
#include "accord/accord.h"

#include "base/message.h"
#include "stats/agreement/interval.h"

enum {
    GLOBAL_CHAMP,
    GLOBAL_LIBELLE,
    GLOBAL_PORTEE,
    GLOBAL_MESURE,
    GLOBAL_VALEUR,
    GLOBAL_IC_BAS,
    GLOBAL_IC_HAUT,
    GLOBAL_UNITES,
    GLOBAL_CODEURS,
    GLOBAL_NOTE
};
static const struct column columns[] = {
    [GLOBAL_CHAMP] = { "champ", { "Champ", "Field" }, CELL_CODE, true },
    [GLOBAL_LIBELLE] = { "libelle", { "Champ", "Field" }, CELL_TEXT, false },
    [GLOBAL_PORTEE] = { "portee", { "Unités prises", "Units taken" }, CELL_CODE, false },
    [GLOBAL_MESURE] = { "mesure", { "Mesure", "Measure" }, CELL_CODE, false },
    [GLOBAL_VALEUR] = { "valeur", { "Valeur", "Value" }, CELL_NUMBER, false },
    [GLOBAL_IC_BAS] = { "ic_bas", { "IC 95 % : bas", "95% CI: low" }, CELL_NUMBER, false },
    [GLOBAL_IC_HAUT] = { "ic_haut", { "IC 95 % : haut", "95% CI: high" }, CELL_NUMBER, false },
    [GLOBAL_UNITES] = { "unites", { "Unités", "Units" }, CELL_COUNT, false },
    [GLOBAL_CODEURS] = { "codeurs", { "Codeurs", "Coders" }, CELL_COUNT, false },
    [GLOBAL_NOTE] = { "note", { "Note", "Note" }, CELL_TEXT, false },
};

enum { MEASURES = ACCORD_MEASURES };

/* The units taken. */
enum reach { ALL, CODED, OVER_CODES };
static const struct {
    const char *code;
    struct text title;
} reaches[] = { [ALL] = { "toutes", { "toutes", "all" } },
                [CODED] = { "codees", { "codées", "coded" } },
                [OVER_CODES] = { "moyenne-codes", { "moyenne des codes", "mean over codes" } } };

/* What rows of one field and reach share. */
struct lead {
    struct section *s;
    const struct accord_view *v;
    enum reach reach;
    uint64_t units;
};

static void begin_row(const struct lead *l, const char *measure, struct text title)
{
    const struct accord_champ *c = &l->v->a->options.champs[l->v->champ];

    aet_row_begin(l->s);
    aet_row_word(l->s, GLOBAL_CHAMP, c->name);
    aet_row_words(l->s, GLOBAL_LIBELLE, c->title);
    aet_row_coded_words(l->s, GLOBAL_PORTEE, reaches[l->reach].code, reaches[l->reach].title);
    aet_row_coded_words(l->s, GLOBAL_MESURE, measure, title);
}

static void put_figures(const struct lead *l, struct stat_value value, struct stat_interval ci)
{
    aet_accord_put(l->s, GLOBAL_VALEUR, value);
    aet_accord_put(l->s, GLOBAL_IC_BAS, ci.low);
    aet_accord_put(l->s, GLOBAL_IC_HAUT, ci.high);
    aet_row_count(l->s, GLOBAL_UNITES, (int64_t)l->units);
    aet_row_count(l->s, GLOBAL_CODEURS, (int64_t)l->v->a->coders.n);
}

static void put_measure(const struct lead *l, const struct accord_measure *m,
                        struct stat_value value, const struct bootstrap *b)
{
    static const struct text pairs = { "moyenne des paires de codeurs",
                                       "mean over pairs of coders" };
    static const struct text all_coded = {
        "parts de chaque codeur sur tout ce qu’il a codé (Gwet 2014)",
        "shares of each coder over all that he coded (Gwet 2014)"
    };
    bool drawn = l->v->a->options.replicates > 0;

    begin_row(l, m->name, m->title);
    put_figures(l, value, b->ci);
    if (!value.defined)
        aet_accord_put_reason(l->s, GLOBAL_NOTE, value.reason);
    else if (drawn && !b->ci.low.defined)
        aet_accord_put_no_interval(l->s, GLOBAL_NOTE, b->ci.low.reason);
    else if (l->v->a->coders.n > 2 && m->by_pairs)
        aet_row_words(l->s, GLOBAL_NOTE, pairs);
    else if (m->whole)
        aet_row_words(l->s, GLOBAL_NOTE, all_coded);
    else
        aet_row_unknown(l->s, GLOBAL_NOTE);
    aet_row_end(l->s);
}

/* Prevalence and bias of two coders, all codes together: what bends kappa. */
static void indices(const struct lead *l, const struct patterns *p)
{
    uint64_t cells[4];
    struct presence x = aet_accord_pooled(p, cells);
    const struct {
        const char *name;
        struct text title;
        struct stat_value v;
    } rows[] = { { "prevalence", { "prévalence", "prevalence" }, x.prevalence },
                 { "biais", { "biais", "bias" }, x.bias } };

    for (size_t i = 0; i < 2; i++) {
        begin_row(l, rows[i].name, rows[i].title);
        put_figures(l, rows[i].v, aet_stat_no_interval(rows[i].v.reason));
        if (rows[i].v.defined)
            aet_row_unknown(l->s, GLOBAL_NOTE);
        else
            aet_accord_put_reason(l->s, GLOBAL_NOTE, rows[i].v.reason);
        aet_row_end(l->s);
    }
}

/* Every measure for one field; `coded_only`: on units that somebody gave a code. */
static void rows(struct section *s, const struct accord_view *v, bool coded_only)
{
    const struct accord_champ *c = &v->a->options.champs[v->champ];
    struct agree_options o = aet_accord_agree(v);
    const struct agree_coefficient *of[MEASURES];
    struct bootstrap b[MEASURES];
    struct bootstrap_options how;
    struct accord_units u;
    struct lead l = { s, v, coded_only ? CODED : ALL, 0 };
    size_t n = 0;
    bool whole;

    aet_accord_units(v, coded_only, &u);
    l.units = u.pairable;
    how = aet_accord_draws(v, &u);
    whole = !aet_accord_complete(&u.patterns);
    for (size_t m = 0; m < MEASURES; m++)
        if (aet_accord_applies(&aet_accord_measures[m], c, whole))
            of[n++] = aet_accord_measures[m].of;
    aet_agree_intervals(&u.patterns, of, n, &o, v->a->options.method, &how, b);
    for (size_t m = 0, k = 0; m < MEASURES; m++)
        if (aet_accord_applies(&aet_accord_measures[m], c, whole))
            put_measure(&l, &aet_accord_measures[m],
                        aet_agree_value(&u.patterns, aet_accord_measures[m].of, &o), &b[k++]);
    if (c->presence && v->a->coders.n == 2)
        indices(&l, &u.patterns);
    aet_accord_units_free(&u);
}

/* Alpha of what each coder gave to a unit as a whole. */
static void set_rows(struct section *s, const struct accord_view *v, bool coded_only)
{
    struct lead l = { s, v, coded_only ? CODED : ALL, 0 };
    struct accord_sets sets;
    struct bootstrap_options how;
    struct accord_units u;

    aet_accord_sets(v, &sets);
    aet_accord_units_of_sets(v, coded_only, &sets, &u);
    l.units = u.pairable;
    how = aet_accord_draws(v, &u);
    for (size_t m = 0; m < ACCORD_SET_MEASURES; m++) {
        const struct accord_measure *measure = &aet_accord_set_measures[m];
        struct agree_options o = aet_accord_agree_sets(&sets, m);
        struct bootstrap b;

        aet_agree_intervals(&u.patterns, &measure->of, 1, &o, v->a->options.method, &how, &b);
        put_measure(&l, measure, aet_agree_value(&u.patterns, measure->of, &o), &b);
    }
    aet_accord_units_free(&u);
    aet_accord_sets_free(&sets);
}

struct mean {
    double sum;
    size_t n;
};

static void put_mean(const struct lead *l, const struct accord_measure *m, const struct mean *mean)
{
    static const struct text defined_for = {
        "codes où la mesure est définie : {nombre} sur {total}",
        "codes where it is defined: {nombre} of {total}"
    };
    struct stat_value v = mean->n > 0 ? aet_stat_coefficient(mean->sum / (double)mean->n)
                                      : aet_stat_undefined(STAT_EMPTY);
    struct buf note = { 0 };

    begin_row(l, m->name, m->title);
    put_figures(l, v, aet_stat_no_interval(STAT_EMPTY));
    aet_words_put(
        &note, defined_for, l->s->report->lang,
        AET_WORDS(aet_word_uint("nombre", mean->n), aet_word_uint("total", l->v->used_n)));
    if (mean->n < l->v->used_n) /* otherwise there is nothing to be warned of */
        aet_row_text(l->s, GLOBAL_NOTE, aet_buf_view(&note));
    else
        aet_row_unknown(l->s, GLOBAL_NOTE);
    aet_row_end(l->s);
    aet_buf_free(&note);
}

/* The mean over codes, each counting the same: codes that are rare weigh as much as the others. */
static void means(struct section *s, const struct accord_view *v)
{
    struct agree_options o = aet_accord_agree(v);
    struct mean mean[MEASURES] = { { 0, 0 } };
    struct lead l = { s, v, OVER_CODES, 0 };

    for (uint32_t place = 0; place < v->codes; place++) {
        struct accord_units u;

        if (!v->used[place])
            continue;
        aet_accord_units_of_code(v, place, &u);
        l.units = u.pairable > l.units ? u.pairable : l.units;
        for (size_t m = 0; m < MEASURES; m++) {
            struct stat_value x = aet_agree_value(&u.patterns, aet_accord_measures[m].of, &o);

            mean[m].sum += x.defined ? x.value : 0.0;
            mean[m].n += x.defined;
        }
        aet_accord_units_free(&u);
    }
    for (size_t m = 0; m < MEASURES; m++)
        if (!aet_accord_measures[m].ordered && !aet_accord_measures[m].whole)
            put_mean(&l, &aet_accord_measures[m], &mean[m]);
}

static void field(struct section *s, const struct accord_view *v)
{
    bool presence = v->a->options.champs[v->champ].presence;

    rows(s, v, false);
    if (!presence)
        return;
    set_rows(s, v, false);
    rows(s, v, true);
    set_rows(s, v, true);
    if (v->a->coders.n > 1)
        means(s, v);
}

static const struct text methods[] = {
    [AGREE_ANALYTIC] = { "IC : erreur type linéarisée (Gwet 2008; du kappa : Fleiss, Cohen et "
                         "Everitt 1969), quantile de Student, sur l’échelle de log(1 - mesure).",
                         "CI: linearised standard error (Gwet 2008; of kappa: Fleiss, Cohen & "
                         "Everitt 1969), Student’s quantile, on the scale of log(1 - measure)." },
    [AGREE_SYMMETRIC] = { "IC : mesure ± quantile de Student × erreur type linéarisée (Gwet 2008; "
                          "du kappa : Fleiss, Cohen et Everitt 1969), coupé à 1.",
                          "CI: measure ± Student’s quantile × linearised standard error (Gwet "
                          "2008; of kappa: Fleiss, Cohen & Everitt 1969), cut at 1." },
    [AGREE_PERCENTILES] = { "IC : rééchantillonnage (centiles), à la graine indiquée.",
                            "CI: bootstrap (percentiles), with the seed given." },
    [AGREE_BCA] = { "IC : rééchantillonnage (BCa, Efron 1987), à la graine indiquée.",
                    "CI: bootstrap (BCa, Efron 1987), with the seed given." },
};

/* What intervals take for one: a cluster, or each unit as if nothing tied it to the others. */
static void say_drawn(struct section *s, const struct accord *a)
{
    static const struct text by_cluster = {
        "IC par {grappe}, ce que les {unites} d’un même {grappe} ont en commun y comptant. "
        "{grappes} comparés : {nombre}.",
        "CI by {grappe}, so that what the {unites} of one {grappe} share counts. {grappes} "
        "compared: {nombre}."
    };
    static const struct text by_unit = {
        "IC par {unite}, comme si rien ne liait les {unites} d’un même {grappe} : trop étroit "
        "si l’accord varie de l’un à l’autre (à l’essai, de vingt {unites} par {grappe} dont "
        "l’accord a une corrélation de 0,3, 7 intervalles sur 10 tiennent la vraie valeur). "
        "{grappes} comparés : {nombre}; il en faut {seuil} pour compter par {grappe}.",
        "CI by {unite}, as if nothing tied the {unites} of one {grappe}: too narrow if agreement "
        "varies between them (when tried, of twenty {unites} a {grappe} whose agreement has a "
        "correlation of 0.3, 7 intervals in 10 hold the true value). {grappes} compared: "
        "{nombre}; {seuil} are needed to count by {grappe}."
    };
    const struct accord_grappe *g = a->options.grappe;
    enum lang lang = s->report->lang;
    struct buf note = { 0 };

    if (!g || a->clusters.n == 0)
        return;
    aet_words_put(&note, a->by_cluster ? by_cluster : by_unit, lang,
                  AET_WORDS(aet_word("unite", aet_text(g->unit, lang)),
                            aet_word("unites", aet_text(g->units, lang)),
                            aet_word("grappe", aet_text(g->cluster, lang)),
                            aet_word("grappes", aet_text(g->clusters, lang)),
                            aet_word_uint("nombre", a->compared),
                            aet_word_uint("seuil", ACCORD_CLUSTERS_MIN)));
    aet_section_note(s, aet_buf_view(&note));
    aet_buf_free(&note);
}

/* How intervals were made, and how far they are to be trusted: tests/long/couverture.c. */
static void say_method(struct section *s, const struct accord *a)
{
    static const struct text limit = {
        "Indéfini n’est ni 0 ni 1. Sous 50 unités l’intervalle est approché; à 20 unités et un "
        "code rare (une sur dix), celui de 95 % peut ne tenir la vraie valeur que 2 fois sur 3.",
        "Undefined is neither 0 nor 1. Under 50 units the interval is approximate; with 20 units "
        "and a rare code (one in ten), one of 95% may hold the true value but 2 times in 3."
    };

    aet_section_say(s, methods[a->options.method]);
    say_drawn(s, a);
    aet_section_say(s, limit);
}

/* What is said under the table, where it holds of a field. */
static const struct text together = {
    "Tous les codes ensemble : chaque unité est tirée avec tous ses codes; un code que "
    "personne n’a employé ne compte pas.",
    "All codes together: each unit is drawn with all its codes; a code that nobody used does "
    "not count."
};
static const struct text sets = {
    "Alpha des ensembles de codes : tous les codes qu’un codeur a donnés à une unité sont "
    "comparés d’un coup. Qui a lu le récit et n’y a mis aucun code a donné l’ensemble vide : "
    "d’accord avec un autre ensemble vide, en plein désaccord avec tout autre. Qui n’a pas lu"
    " le récit, ou y a un code illisible, manque. Jaccard : ce qui n’est pas commun, sur tout"
    " ce qui est donné; MASI (Passonneau 2006) ne garde de ce qui est commun que les deux "
    "tiers quand un ensemble contient l’autre, et le tiers quand ils se chevauchent.",
    "Alpha of sets of codes: all the codes that a coder gave to a unit are compared at once. "
    "Who read the narrative and gave it no code gave the empty set: in agreement with another"
    " empty set, in full disagreement with any other. Who did not read the narrative, or has "
    "an unreadable code there, is missing. Jaccard: what is not shared, over all that is "
    "given; MASI (Passonneau 2006) keeps of what is shared but two thirds when one set holds "
    "the other, and one third when they overlap."
};
static const struct text seen = {
    "Échelle ordinale sans --ordre : seules les valeurs vues y ont un rang; une valeur que "
    "personne n’a donnée n’écarte pas ses voisines.",
    "Ordinal scale without --ordre: only the values seen have a rank; one that nobody gave "
    "does not part its neighbours."
};
static const struct text nominal = {
    "Échelle nominale sans --categories : AC1 et PABAK ne comptent que les valeurs vues; une "
    "valeur que personne n’a donnée les relèverait.",
    "Nominal scale without --categories: AC1 and PABAK count only the values seen; one that "
    "nobody gave would raise them."
};

static void global(void *sum, struct section *s)
{
    const struct accord *a = sum;
    bool presence = false, shrunk = false, unlisted = false;

    aet_accord_each(a, s, field);
    for (size_t i = 0; i < a->options.n; i++) {
        const struct accord_champ *c = &a->options.champs[i];

        presence |= c->presence;
        unlisted |= !c->presence && c->scale == AGREE_NOMINAL && !c->table && !c->ordered;
        shrunk |= c->scale == AGREE_ORDINAL && !c->table && !c->ordered;
    }
    if (shrunk)
        aet_section_say(s, seen);
    if (unlisted)
        aet_section_say(s, nominal);
    if (a->options.replicates > 0)
        say_method(s, a);
    if (presence) {
        aet_section_say(s, together);
        aet_section_say(s, sets);
    }
}

static struct cell *cell_at(struct section *s, size_t row, int column)
{
    return &s->cells[row * s->kind->n + (size_t)column];
}

static bool is_reach(struct section *s, size_t row, enum reach reach)
{
    return aet_span_eq(cell_at(s, row, GLOBAL_PORTEE)->u.s, aet_span_z(reaches[reach].code));
}

/* The units of all, of the field of a row; 0: there is no such row. */
static int64_t all_units(struct section *s, size_t row)
{
    for (size_t i = 0; i < s->rows; i++)
        if (is_reach(s, i, ALL) &&
            aet_span_eq(cell_at(s, i, GLOBAL_CHAMP)->u.s, cell_at(s, row, GLOBAL_CHAMP)->u.s))
            return cell_at(s, i, GLOBAL_UNITES)->u.i;
    return 0;
}

/* Measures of few units go with their number; those of the units with a code too where few are
 * without one: the shares of agreement of both would tell how many. */
static bool few_units(struct section *s, int64_t under)
{
    for (size_t row = 0; row < s->rows; row++) {
        int64_t units = cell_at(s, row, GLOBAL_UNITES)->u.i;
        int64_t without = is_reach(s, row, CODED) ? all_units(s, row) - units : 0;

        if (!(units > 0 && units < under) && !(without > 0 && without < under))
            continue;
        cell_at(s, row, GLOBAL_VALEUR)->known = false;
        cell_at(s, row, GLOBAL_IC_BAS)->known = false;
        cell_at(s, row, GLOBAL_IC_HAUT)->known = false;
        cell_at(s, row, GLOBAL_UNITES)->known = false;
        cell_at(s, row, GLOBAL_NOTE)->known = false;
    }
    return false;
}

bool aet_accord_hidden(const struct report *r, struct span champ, struct span measure)
{
    const struct section *found = aet_report_find(r, aet_kind_accord_global.key);
    struct section s;

    if (!found)
        return false;
    s = *found;
    for (size_t row = 0; row < s.rows; row++)
        if (is_reach(&s, row, ALL) && aet_span_eq(cell_at(&s, row, GLOBAL_CHAMP)->u.s, champ) &&
            aet_span_eq(cell_at(&s, row, GLOBAL_MESURE)->u.s, measure))
            return !cell_at(&s, row, GLOBAL_UNITES)->known;
    return false;
}

const struct section_kind aet_kind_accord_global = {
    .key = "global",
    .led = GLOBAL_PORTEE + 1,
    .annex = true,
    .title = { "Toutes les mesures, par champ", "All measures, by field" },
    AET_COLUMNS(columns),
    .fill = global,
    .mask = { .kind = MASK_OPEN, .few = { GLOBAL_CODEURS }, .few_n = 1, .also = few_units },
};
