/* findings: the language of rules, each fault of it, and what rules come to on numbers made by
 * hand. */
#include "findings/findings.h"
#include "findings/parse.h"
#include "findings/tests.h"
#include "io/file.h"
#include "suite.h"

/* of lib/perennite and lib/repa, whose headers do not go together */
extern const struct finding_domain aet_perennite_constats_domain, aet_repa_attentes_domain;

enum { UNITS = 20, SORTE, COTE, DIMENSIONS };

/* x: 1 to 20; cote: the first half, then the second, the last unit nowhere. */
static void room(struct finding_data *out)
{
    out->n = UNITS;
    out->values = aet_arena_alloc(&out->arena, UNITS * sizeof *out->values);
}

static void fill_x(const void *data, const struct finding_request *q, struct finding_data *out)
{
    (void)data, (void)q;
    room(out);
    for (int i = 0; i < UNITS; i++)
        out->values[i] = (struct finding_value){ i + 1, 1 };
}

static void fill_same(const void *data, const struct finding_request *q, struct finding_data *out)
{
    (void)data, (void)q;
    room(out);
    for (int i = 0; i < UNITS; i++)
        out->values[i] = (struct finding_value){ 7, 1 };
}

static void fill_cote(const void *data, const struct finding_request *q, struct finding_data *out)
{
    (void)data, (void)q;
    room(out);
    for (int i = 0; i < UNITS; i++)
        out->values[i] = (struct finding_value){ i >= UNITS / 2, i < UNITS - 1 };
}

/* Each unit holds 10 records: 8 of sort a, 2 of sort b. */
static void fill_part(const void *data, const struct finding_request *q, struct finding_data *out)
{
    static const double of[] = { 8, 2 };

    (void)data;
    room(out);
    for (int i = 0; i < UNITS; i++) {
        out->values[i] = (struct finding_value){ 0, 0 };
        for (int sorte = 0; sorte < 2; sorte++) {
            if (!aet_finding_within(q->among, q->among_n, 0, sorte))
                continue;
            out->values[i].den += of[sorte];
            if (aet_finding_within(q->what, q->what_n, 0, sorte))
                out->values[i].num += of[sorte];
        }
    }
}

/* y rises by 0.3 a year; 3 years of 12 months; sizes 1 to 36. On side a, y is one more. */
static void fill_series(const void *data, const struct finding_request *q, struct finding_data *out)
{
    (void)data;
    out->points = aet_arena_alloc(&out->arena, 36 * sizeof *out->points);
    for (int i = 0; i < 36; i++)
        out->points[out->n++] = (struct finding_point){
            { i % 12, i / 12.0, 0.3 * (i / 12) + aet_finding_within(q->among, q->among_n, 0, 0),
              2 * i, 0 }, /* none follows another: nothing is said of its autocorrelation */
            { i + 1 }
        };
    out->counts[0] = 40;
    out->counts[1] = 0.25;
}

/* Three groups of five clusters: 18, 10 and 2 of 20. */
static void fill_groups(const void *data, const struct finding_request *q, struct finding_data *out)
{
    static const struct {
        const char *label;
        uint64_t with;
    } of[] = { { "un", 18 }, { "deux", 10 }, { "trois", 2 } };

    (void)data, (void)q;
    out->groups = aet_arena_alloc(&out->arena, 3 * sizeof *out->groups);
    for (int g = 0; g < 3; g++) {
        struct finding_group *to = &out->groups[out->n++];

        *to =
            (struct finding_group){ .label = aet_span_z(of[g].label), .n = 5, .sizes = { 100, g } };
        to->clusters = aet_arena_alloc(&out->arena, 5 * sizeof *to->clusters);
        for (int c = 0; c < 5; c++)
            to->clusters[c] = (struct cluster){ of[g].with, 20 };
    }
}

static const char *const sortes[] = { "a", "b", NULL }, *const cotes[] = { "1-2", "3-4", NULL };
static const struct finding_dimension dimensions[] = {
    { .name = "sorte", .ids = sortes }, { .name = "cote", .ids = cotes, .of_unit = "cote" }
};
static const struct finding_measure measures[] = {
    { .name = "x", .label = { "x", "x" }, .fill = fill_x },
    { .name = "pareil", .label = { "pareil", "same" }, .fill = fill_same },
    { .name = "cote",
      .left_out = { "{nombre} {nombre|unité|unités} sans côté", "unit(s) without a side" },
      .fill = fill_cote },
    { .name = "part", .asks = true, .dimensions = { "sorte" }, .fill = fill_part },
    { .name = "serie",
      .shape = FINDING_SERIES,
      .dimensions = { "sorte" },
      .by = { "mois" },
      .sizes = { "taille" },
      .guards = { "faits", "manquants" },
      .fill = fill_series },
    { .name = "grappes",
      .shape = FINDING_CLUSTERS,
      .by = { "groupe" },
      .sizes = { "faits", "rang" },
      .fill = fill_groups },
};
static const struct finding_guard guards[] = {
    { .name = "n", .before = { "unités : ", "units: " }, .between = { " pour ", " for " } },
    { .name = "paires", .before = { "paires : ", "pairs: " }, .between = { " pour ", " for " } },
    { .name = "groupes", .before = { "groupes : ", "groups: " }, .between = { " pour ", " for " } },
    { .name = "faits", .before = { "faits : ", "facts: " }, .between = { " pour ", " for " } },
    { .name = "manquants", .before = { "manquants : ", "missing: " }, .share = true },
};
static const struct finding_domain domain = { dimensions,
                                              ROWS(dimensions),
                                              measures,
                                              ROWS(measures),
                                              guards,
                                              ROWS(guards),
                                              { "part des unités", "share of units" },
                                              { NULL, NULL } };

#define FIN " ; confiance = 0.95"

static const struct {
    const char *rule;
    enum finding_fault_kind kind;
    const char *at;
} faults[] = {
    { "", FINDING_FAULT_EMPTY, "" },
    { "confiance = 0.95", FINDING_FAULT_EMPTY, "" },
    { "part x ! 2 : valeur > 0" FIN, FINDING_FAULT_SIGN, "!" },
    { "part x >= 2 : valeur > 0 é", FINDING_FAULT_SIGN, "é" },
    { "part x >= 2 valeur > 0.5" FIN, FINDING_FAULT_EXPECTED, "valeur" },
    { "part x >= 2 : valeur > 0.5, n >= 5" FIN, FINDING_FAULT_EXPECTED, "," },
    { "plus x : valeur > 0" FIN, FINDING_FAULT_EXPECTED, ":" },
    { "cliff x : valeur > 0" FIN, FINDING_FAULT_EXPECTED, ":" },
    { "cliff x de cote=1-2 : valeur > 0" FIN, FINDING_FAULT_EXPECTED, ":" },
    { "pente serie : valeur > 0" FIN, FINDING_FAULT_EXPECTED, ":" },
    { "rapport part(sorte a) : valeur > 0" FIN, FINDING_FAULT_EXPECTED, "a" },
    { "rapport part(sorte=a : valeur > 0" FIN, FINDING_FAULT_EXPECTED, ":" },
    { "part x : valeur > 0" FIN, FINDING_FAULT_COMPARISON, ":" },
    { "part x = 2 : valeur > 0" FIN, FINDING_FAULT_COMPARISON, "=" },
    { "part x >= deux : valeur > 0" FIN, FINDING_FAULT_NUMBER, "deux" },
    { "part x >= 1.2.3 : valeur > 0" FIN, FINDING_FAULT_NUMBER, "1.2.3" },
    { "part x >= 0x10 : valeur > 0" FIN, FINDING_FAULT_NUMBER, "0x10" },
    { "part x >= 2 : valeur > nan" FIN, FINDING_FAULT_NUMBER, "nan" },
    { "mediane x : valeur > 0" FIN, FINDING_FAULT_TEST, "mediane" },
    { "part x >= 2 : valeur > 0 ;" FIN, FINDING_FAULT_TEST, ";" },
    { "part y >= 2 : valeur > 0" FIN, FINDING_FAULT_MEASURE, "y" },
    { "part serie >= 2 : valeur > 0" FIN, FINDING_FAULT_MEASURE, "serie" },
    { "kendall x avec serie : valeur > 0" FIN, FINDING_FAULT_MEASURE, "serie" },
    { "rapport part(cote=1-2) : valeur > 0" FIN, FINDING_FAULT_DIMENSION, "cote" },
    { "part x(sorte=a) >= 2 : valeur > 0" FIN, FINDING_FAULT_DIMENSION, "sorte" },
    { "cliff x de sorte=a contre sorte=b : valeur > 0" FIN, FINDING_FAULT_DIMENSION, "sorte" },
    { "rapport part(sorte=c) : valeur > 0" FIN, FINDING_FAULT_ID, "c" },
    { "rapport part(sorte=a+) : valeur > 0" FIN, FINDING_FAULT_ID, ")" },
    { "pente serie par annee : valeur > 0" FIN, FINDING_FAULT_BY, "annee" },
    { "pente serie par mois parmi x >= 5 : valeur > 0" FIN, FINDING_FAULT_SIZE, "x" },
    { "part x >= 2 : p <= 0.05" FIN, FINDING_FAULT_FIGURE, "p" },
    { "part x >= 2 : valeur > 0 et paires >= 5" FIN, FINDING_FAULT_FIGURE, "paires" },
    { "pente serie par mois : valeur > 0 et n >= 5" FIN, FINDING_FAULT_FIGURE, "n" },
    { "rapport part : valeur > 0" FIN, FINDING_FAULT_WHAT, "part" },
    { "cliff x de cote=1-2 contre cote=1-2+3-4 : valeur > 0" FIN, FINDING_FAULT_OVERLAP, "cote" },
    { "cliff x de cote=* contre cote=3-4 : valeur > 0" FIN, FINDING_FAULT_OVERLAP, "cote" },
    { "part x >= 2 : n >= 5" FIN, FINDING_FAULT_DECIDES, "part" },
    { "part x >= 2 : bas > 0.5 et infirme valeur < 1" FIN, FINDING_FAULT_DECIDES, "part" },
    { "part x >= 2 : valeur > 0", FINDING_FAULT_CONFIDENCE, "" },
    { "part x >= 2 : valeur > 0 ; confiance = 95", FINDING_FAULT_CONFIDENCE, "confiance" },
    { "part x >= 2 : valeur > 0 ; confiance = 0", FINDING_FAULT_CONFIDENCE, "confiance" },
    { "part x >= 2 : valeur > 0" FIN FIN, FINDING_FAULT_CONFIDENCE, "confiance" },
    { "part x >= 2 parmi x > 1 et x > 2 et x > 3 : valeur > 0" FIN, FINDING_FAULT_MANY, "x" },
    { "rapport part(sorte=a, sorte=a, sorte=a, sorte=a) : valeur > 0" FIN, FINDING_FAULT_MANY,
      "sorte" },
    { "part x > 1 : valeur > 0 ; part x > 1 : valeur > 0 ; part x > 1 : valeur > 0 ; part x > 1 : "
      "valeur > 0 ; plus x que x : valeur > 0" FIN,
      FINDING_FAULT_MANY, "plus" },
    { "non_testable ; confiance = 0.95", FINDING_FAULT_END, ";" },
};

START_TEST(fault)
{
    struct finding_rule rule;
    struct finding_fault f = { .kind = FINDING_FAULTS };
    struct arena a = { 0 };

    ck_assert_msg(!aet_finding_rule_read(&rule, &domain, aet_span_z(faults[_i].rule), &a, &f), "%s",
                  faults[_i].rule);
    ck_assert_msg(f.kind == faults[_i].kind, "%s: fault %d at %.*s", faults[_i].rule, f.kind,
                  (int)f.at.n, f.at.p);
    says(f.at, faults[_i].at);
    aet_arena_free(&a);
}
END_TEST

START_TEST(every_fault)
{
    for (int kind = 0; kind < FINDING_FAULTS; kind++) {
        bool shown = false;

        for (int i = 0; i < ROWS(faults); i++)
            shown |= (int)faults[i].kind == kind;
        ck_assert_msg(shown, "no rule has fault %d", kind);
    }
}
END_TEST

/* A table of one row: id, rule. */
static struct finding of_rule(const char *rule, uint64_t hide_under, struct findings *f)
{
    static const struct table_column columns[] = { { .name = { "id", 2 } },
                                                   { .name = { "regle", 5 } } };
    struct span cells[] = { { "r", 1 }, aet_span_z(rule) };
    const struct table t = {
        .name = "essai", .columns = columns, .n_columns = 2, .cells = cells, .rows = 1
    };
    const struct voice v = { .tool = "essai", .lang = LANG_FR };
    struct finding *found, one;

    ck_assert_msg(aet_findings_read(f, &t, &domain, &v), "%s", rule);
    found = aet_findings_test(f,
                              &(struct finding_run){ .lang = LANG_FR, .hide_under = hide_under });
    one = *found;
    aet_free(found);
    aet_findings_free(f);
    return one;
}

static const struct {
    const char *rule;
    enum finding_verdict verdict;
    double value;
    const char *note;
} rules[] = {
    { "non_testable", FINDING_NON_TESTABLE, 0, "" },
    /* 19 of 20: Wilson, R prop.test(19, 20, correct = FALSE): 0.7639 to 0.9911 */
    { "part x >= 2 : intervalle > 0.76" FIN, FINDING_CONFIRMED, 0.95, "" },
    { "part x >= 2 : intervalle > 0.77" FIN, FINDING_UNDETERMINED, 0.95, "" },
    { "part x >= 2 : intervalle > 0.991" FIN, FINDING_UNDETERMINED, 0.95, "" },
    { "part x >= 2 : intervalle > 0.992" FIN, FINDING_REFUTED, 0.95, "" },
    { "part x >= 2 : intervalle < 0.992" FIN, FINDING_CONFIRMED, 0.95, "" },
    { "part x >= 2 : intervalle < 0.76" FIN, FINDING_REFUTED, 0.95, "" },
    { "part x >= 2 : valeur >= 0,95" FIN, FINDING_CONFIRMED, 0.95, "" },
    { "part x >= 2 : valeur > 0.95" FIN, FINDING_UNDETERMINED, 0.95, "" },
    { "part x >= 2 : valeur ≥ 0.95 et bas > 0.77" FIN, FINDING_UNDETERMINED, 0.95, "" },
    { "part x >= 2 : valeur <= 0.95\xc2\xa0; confiance = 0,95", FINDING_CONFIRMED, 0.95, "" },
    { "part x >= 2 parmi x <= 10 et x > 5 : valeur >= 1 et n >= 5" FIN, FINDING_CONFIRMED, 1, "" },
    { "part x >= 2 parmi x <= 10 et x > 5 : valeur >= 1 et n >= 6" FIN, FINDING_UNDETERMINED, 1,
      "unités : 5 pour 6" },
    /* a guard that does not hold undoes what another clause refutes; what is said once is enough */
    { "part x >= 2 : intervalle < 0.5 ; part x >= 2 : valeur > 0 et n >= 21" FIN,
      FINDING_UNDETERMINED, 0.95, "unités : 20 pour 21" },
    { "part x >= 2 : valeur > 0 et n >= 21 ; part x >= 3 : valeur > 0 et n >= 21" FIN,
      FINDING_UNDETERMINED, 0.9, "unités : 20 pour 21" },
    /* all clauses, or one that refutes; the weakest is shown */
    { "part x >= 2 : intervalle > 0.7 ; part x >= 11 : intervalle < 0.9" FIN, FINDING_CONFIRMED,
      0.95, "" },
    { "part x >= 2 : intervalle > 0.7 ; part x >= 11 : intervalle > 0.9" FIN, FINDING_REFUTED, 0.5,
      "" },
    { "part x >= 2 : intervalle > 0.7 ; part x >= 11 : intervalle > 0.5" FIN, FINDING_UNDETERMINED,
      0.5, "" },
    /* x is above 7 for 13 of the 19 units where it differs */
    { "plus x que pareil : valeur > 0.68 et n >= 19" FIN, FINDING_CONFIRMED, 13.0 / 19, "" },
    { "plus pareil que pareil : valeur > 0.5" FIN, FINDING_UNDETERMINED, 0, "" },
    { "kendall x avec x : valeur >= 1 et p <= 0.001" FIN, FINDING_CONFIRMED, 1, "" },
    { "kendall x avec pareil : valeur >= 0.1 et p <= 0.05" FIN, FINDING_UNDETERMINED, 0, "" },
    { "kendall cote avec x : valeur > 0.7 et p <= 0.05 et n >= 19" FIN, FINDING_CONFIRMED,
      0.725476250110012, "1 unité sans côté" },
    { "rapport part(sorte=a) : intervalle > 0.79" FIN, FINDING_CONFIRMED, 0.8, "" },
    { "rapport part(sorte=b parmi sorte<>a) : intervalle > 0.99" FIN, FINDING_CONFIRMED, 1, "" },
    { "rapport part(sorte=b parmi sorte=*) : intervalle > 0.21" FIN, FINDING_REFUTED, 0.2, "" },
    { "ecart part(sorte=a) de sorte=a contre sorte<>a : valeur >= 1 et part > 0.9 et n >= 20" FIN,
      FINDING_CONFIRMED, 1, "" },
    { "ecart part(sorte=a+b) de sorte=a contre sorte=b : valeur >= 0 et part > 0.25" FIN,
      FINDING_REFUTED, 0, "" },
    /* every one of 9 is above every one of 10 */
    { "cliff x de cote=3-4 contre cote=1-2 : valeur >= 0.147 et p-holm <= 0.05 et n >= 9" FIN,
      FINDING_CONFIRMED, 1, "1 unité sans côté" },
    { "cliff x de cote=1-2 contre cote=3-4 : valeur >= 0.147 et p-holm <= 0.05" FIN,
      FINDING_REFUTED, -1, "1 unité sans côté" },
    { "cliff x de cote=1-2 contre cote=3-4 : valeur >= 0.147 et infirme n >= 10" FIN,
      FINDING_UNDETERMINED, -1, "1 unité sans côté" },
    { "cliff pareil de cote=1-2 contre cote=3-4 : valeur >= 0.147 et p-holm <= 0.05" FIN,
      FINDING_UNDETERMINED, 0, "aucune variation : une seule valeur employée; 1 unité sans côté" },
    { "fisher x >= 11 de cote=3-4 contre cote=1-2 : valeur >= 1 et p <= 0.00002 et part > 0.99" FIN,
      FINDING_CONFIRMED, 1, "1 unité sans côté" },
    { "fisher x >= 11 de cote=1-2 contre cote=3-4 : valeur >= -1 et part > 0.5" FIN,
      FINDING_REFUTED, -1, "1 unité sans côté" },
    /* same months of three years, 0.3 a year: 36 pairs */
    { "pente serie par mois : valeur >= 0.29 et bas > 0 et paires >= 36 et faits >= 40" FIN,
      FINDING_CONFIRMED, 0.3, "" },
    { "pente serie par mois parmi taille > 12 : valeur >= 0.29 et paires >= 13" FIN,
      FINDING_UNDETERMINED, 0.3, "paires : 12 pour 13" },
    { "pente serie par mois : valeur >= 0.29 et faits >= 41 et manquants <= 0.2" FIN,
      FINDING_UNDETERMINED, 0.3, "faits : 40 pour 41; manquants : 25,0 %" },
    { "pente serie par mois : intervalle < 0" FIN, FINDING_REFUTED, 0.3, "" },
    { "pente-relative serie(parmi sorte<>a) par mois : valeur > 0.99" FIN, FINDING_CONFIRMED, 1,
      "" },
    { "contraste serie de sorte=a contre sorte=b par mois : valeur >= 1 et bas > 0 et faits >= 80 "
      "et manquants <= 0.25" FIN,
      FINDING_CONFIRMED, 1, "" },
    { "chaque grappes par groupe parmi faits >= 20 : intervalle > 0.05" FIN, FINDING_CONFIRMED, 0.1,
      "un 90,0 %, deux 50,0 %, trois 10,0 %" },
    { "chaque grappes par groupe : intervalle > 0.2" FIN, FINDING_REFUTED, 0.1,
      "un 90,0 %, deux 50,0 %, trois 10,0 %" },
    { "chaque grappes par groupe parmi rang <= 1 : intervalle > 0.2 et groupes >= 3" FIN,
      FINDING_UNDETERMINED, 0.5, "groupes : 2 pour 3; un 90,0 %, deux 50,0 %" },
    { "chaque grappes par groupe parmi rang > 5 : intervalle > 0.2" FIN, FINDING_UNDETERMINED, 0,
      "" },
};

START_TEST(rule)
{
    struct findings f;
    struct finding one = of_rule(rules[_i].rule, 0, &f);

    ck_assert_msg(one.verdict == rules[_i].verdict, "%s: %s", rules[_i].rule,
                  aet_finding_verdict_name(one.verdict));
    ck_assert_double_eq_tol(one.value.value, rules[_i].value, 1e-6);
    says(aet_buf_view(&one.note), rules[_i].note);
    aet_buf_free(&one.words);
    aet_buf_free(&one.note);
}
END_TEST

static const struct {
    const char *rule;
    uint64_t hide_under;
    bool hidden;
    const char *words;
} spoken[] = {
    { "part x >= 2 : valeur > 0.5" FIN, 0, false,
      "part des unités 95,0 % [76,4 %; 99,1 %], n = 20" },
    { "part x >= 2 : valeur > 0.5" FIN, 2, true,
      "part des unités 95,0 % [76,4 %; 99,1 %], n = 20" },
    { "part x >= 3 : valeur > 0.5" FIN, 2, false,
      "part des unités 90,0 % [69,9 %; 97,2 %], n = 20" },
    { "cliff x de cote=3-4 contre cote=1-2 : valeur >= 0.147" FIN, 10, true,
      "delta de Cliff 1 [0,338; 1], n = 10 et 9" },
    { "rapport part(sorte=a) : valeur > 0 ; part x > 1 : valeur > 0" FIN, 0, false,
      "a 80,0 % [80,0 %; 80,0 %], n = 20; part des unités 95,0 % [76,4 %; 99,1 %], n = 20" },
};

START_TEST(words)
{
    struct findings f;
    struct finding one = of_rule(spoken[_i].rule, spoken[_i].hide_under, &f);

    ck_assert_int_eq(one.hidden, spoken[_i].hidden);
    says(aet_buf_view(&one.words), spoken[_i].words);
    aet_buf_free(&one.words);
    aet_buf_free(&one.note);
}
END_TEST

static void tells(const struct buf *text, const char *name)
{
    ck_assert_msg(aet_span_find(aet_buf_view(text), aet_span_z(name)) < text->n, "%s", name);
}

/* The README of the tables tells every test, every measure and every guard, in its French part. */
START_TEST(told)
{
    static const struct finding_domain *const domains[] = { &aet_perennite_constats_domain,
                                                            &aet_repa_attentes_domain };
    const char *path = getenv("AET_TABLES_README");
    struct buf text = { 0 };

    ck_assert(path && aet_file_read(path, &text));
    text.n = aet_span_find(aet_buf_view(&text), AET_LIT("KNOWLEDGE TABLES"));
    for (size_t i = 0; i < aet_finding_tests_n; i++)
        tells(&text, aet_finding_tests[i].name);
    for (int d = 0; d < ROWS(domains); d++) {
        for (size_t i = 0; i < domains[d]->measures_n; i++)
            tells(&text, domains[d]->measures[i].name);
        for (size_t i = 0; i < domains[d]->guards_n; i++)
            tells(&text, domains[d]->guards[i].name);
    }
    aet_buf_free(&text);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("findings");
    TCase *t = tcase_create("findings");

    tcase_add_loop_test(t, fault, 0, ROWS(faults));
    tcase_add_test(t, every_fault);
    tcase_add_loop_test(t, rule, 0, ROWS(rules));
    tcase_add_test(t, told);
    tcase_add_loop_test(t, words, 0, ROWS(spoken));
    suite_add_tcase(s, t);
    return run_suite(s);
}
