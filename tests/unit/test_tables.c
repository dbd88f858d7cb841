/* tables: every embedded table holds together, and terms are found under all their spellings. */
#include "suite.h"
#include "tables/embedded.h"
#include "tables/match_list.h"

static const char *const tools[] = { "publics", "plan", "perennite", "repa" };

static bool has_tool(const char *tool)
{
    for (size_t i = 0; i < aet_embedded_n; i++)
        if (strcmp(aet_embedded[i].tool, tool) == 0)
            return true;
    return false;
}

static bool same(const struct table *t, size_t a, size_t b, const char *column)
{
    size_t c = aet_column(t, column);

    return c < t->n_columns && aet_span_eq(aet_cell(t, a, c), aet_cell(t, b, c));
}

/* Rows that may share a key: one is a variant of the other, or the document repeats the label. */
static bool may_share(const struct table *t, size_t a, size_t b)
{
    size_t variant = aet_column(t, "variante");

    return same(t, a, b, "libelle") ||
           (variant < t->n_columns && (aet_span_eq(aet_cell(t, a, variant), aet_cell(t, b, 0)) ||
                                       aet_span_eq(aet_cell(t, b, variant), aet_cell(t, a, 0))));
}

/* One spelling of a row: what else carries its key? */
static void check_key(const struct table *t, size_t row, struct span spelling, struct matcher *m)
{
    int32_t found = aet_match(m, spelling);

    if (found == NO_ROW || !((size_t)found == row || may_share(t, (size_t)found, row)))
        ck_abort_msg("%s, row %zu: %.*s leads to row %d", t->name, row + 1, (int)spelling.n,
                     spelling.p, (int)found);
}

static void check_table(const struct table *t)
{
    static const char *const columns[] = { "libelle", "libelle_en", "alias" };
    struct matcher *m = aet_matcher_new(t, NULL, 0);

    ck_assert(t->rows > 0 || strcmp(t->name, "codes") == 0); /* one's own: empty at first */
    ck_assert(t->title.fr && t->title.en && *t->title.en);
    for (size_t r = 0; r < t->rows; r++) {
        ck_assert_int_eq(aet_row_of_id(t, aet_cell(t, r, 0)), (int32_t)r); /* ids are unique */
        check_key(t, r, aet_cell(t, r, 0), m);
        for (int k = 0; k < 3; k++) {
            size_t c = aet_column(t, columns[k]);
            struct span list = c < t->n_columns ? aet_cell(t, r, c) : AET_LIT(""), part;

            if (k < 2 && list.n)
                check_key(t, r, list, m);
            while (k == 2 && aet_list_next(&list, &part))
                check_key(t, r, part, m);
        }
        ck_assert_uint_gt(aet_cell(t, r, aet_column(t, "source")).n, 0);
        for (size_t c = 0; c < t->n_columns; c++)
            ck_assert(aet_span_eq(aet_span_trim(aet_cell(t, r, c)), aet_cell(t, r, c)));
    }
    aet_matcher_free(m);
}

START_TEST(embedded)
{
    struct tables *set;
    const char *const *names;
    size_t n, faults;

    if (!has_tool(tools[_i]))
        return;
    set = aet_tables_new(tools[_i], NULL);
    names = aet_tables_names(set, &n);
    ck_assert_uint_gt(n, 0);
    for (size_t i = 0; i < n; i++) {
        const struct table *t = aet_tables_get(set, names[i]);

        ck_assert_msg(t != NULL, "%s", names[i]);
        check_table(t);
    }
    aet_tables_faults(set, &faults);
    ck_assert_uint_eq(faults, 0);
    aet_tables_free(set);
}
END_TEST

/* A file of share/tables is declared in colonnes.csv, or nobody would see it. */
START_TEST(declared)
{
    for (size_t i = 0; i < aet_embedded_n; i++) {
        struct tables *set;

        if (strcmp(aet_embedded[i].name, "colonnes") == 0)
            continue;
        set = aet_tables_new(aet_embedded[i].tool, NULL);
        ck_assert_msg(aet_tables_get(set, aet_embedded[i].name) != NULL, "%s/%s",
                      aet_embedded[i].tool, aet_embedded[i].name);
        aet_tables_free(set);
    }
}
END_TEST

static size_t parts(const struct table *t, const char *column)
{
    size_t n = 0, c = aet_column(t, column);

    for (size_t r = 0; r < t->rows; r++) {
        struct span list = aet_cell(t, r, c), part;

        while (aet_list_next(&list, &part))
            n++;
    }
    return n;
}

/* 19 blocks, 27 purposes, 55 outcomes, 51 means, 38 examples, repeats counted, by hand in the
 * document. */
START_TEST(publics_counts)
{
    struct tables *set = aet_tables_new("publics", NULL);
    const struct table *m = aet_tables_get(set, "matrice");

    ck_assert_uint_eq(aet_tables_get(set, "publics")->rows, 11);
    ck_assert_uint_eq(aet_tables_get(set, "buts")->rows, 3);
    ck_assert_uint_eq(aet_tables_get(set, "questions")->rows, 5);
    ck_assert_uint_eq(m->rows, 19);
    ck_assert_uint_eq(parts(m, "pourquoi"), 27);
    ck_assert_uint_eq(parts(m, "retombees"), 55);
    ck_assert_uint_eq(parts(m, "comment"), 51);
    ck_assert_uint_eq(parts(m, "exemples"), 38);
    aet_tables_free(set);
}
END_TEST

/* Ids that stand in the records of others: they do not change (share/tables/README). */
START_TEST(publics_ids)
{
    static const char *const ids[] = { "decideurs",
                                       "partenaires-existants",
                                       "partenaires-potentiels",
                                       "acteurs-nationaux",
                                       "instances-regionales",
                                       "gestionnaires",
                                       "recherche",
                                       "intervenants",
                                       "parents",
                                       "medias",
                                       "grand-public" };
    struct tables *set = aet_tables_new("publics", NULL);
    const struct table *t = aet_tables_get(set, "publics");

    for (int i = 0; i < ROWS(ids); i++)
        says(aet_cell(t, (size_t)i, 0), ids[i]);
    ck_assert_int_ge(aet_row_of_id(aet_tables_get(set, "buts"), AET_LIT("influencer")), 0);
    ck_assert_int_ge(aet_row_of_id(aet_tables_get(set, "questions"), AET_LIT("et-apres")), 0);
    aet_tables_free(set);
}
END_TEST

static const struct {
    const char *in, *id; /* NULL: unknown */
} match_rows[] = {
    { "decideurs", "decideurs" },
    { "DÉCIDEURS", "decideurs" },
    { "Décideurs (élus, directions d'établissements, etc.)", "decideurs" },
    { "De\xCC\x81"
      "cideurs (e\xCC\x81lus, directions d’e\xCC\x81tablissements, etc.)",
      "decideurs" },
    { "Parents.", "parents" },
    { "  parents ", "parents" },
    { "Médias", "medias" },
    { "Grand-public", "grand-public" },
    { "grand public", "grand-public" },
    { "Parants", NULL },
    { "", NULL },
    { "(élus)", NULL },
    { "pa\xE9", NULL },
};

START_TEST(match)
{
    struct tables *set = aet_tables_new("publics", NULL);
    const struct table *t = aet_tables_get(set, "publics");
    struct matcher *m = aet_matcher_new(t, NULL, 0);

    for (int round = 0; round < 2; round++) { /* the second time from the memo */
        int32_t row = aet_match(m, aet_span_z(match_rows[_i].in));

        if (match_rows[_i].id) {
            ck_assert_int_ne(row, NO_ROW);
            says(aet_cell(t, (size_t)row, 0), match_rows[_i].id);
        } else {
            ck_assert_int_eq(row, NO_ROW);
        }
    }
    aet_matcher_free(m);
    aet_tables_free(set);
}
END_TEST

/* What must be offered for what people write, and what must not: a likeness that nobody would see
 * is worse than none. */
static const struct {
    const char *tool, *table, *in, *id, *other; /* NULL: nothing */
} meant[] = {
    /* slips of the pen */
    { "publics", "publics", "Parants", "parents", NULL },
    { "publics", "publics", "medais", "medias", NULL },
    { "repa", "fonctions", "coachng", "coaching", NULL },
    { "repa", "fonctions", "reseautge", "reseautage", NULL },
    { "repa", "strategies", "comunication", "communication", NULL },
    { "perennite", "strategies", "institutionallisation", "institutionnalisation", NULL },
    { "plan", "systemes", "fammille", "famille", NULL },
    { "plan", "systemes", "comunauté", "communaute", NULL },
    /* other words of the same stem, words of the label */
    { "plan", "systemes", "familial", "famille", NULL },
    { "repa", "strategies", "planifications", "planification", NULL },
    { "repa", "strategies", "confiance mutuelle", "liens-de-confiance", NULL },
    { "repa", "strategies", "valorisation des parents", "valorisation", NULL },
    { "publics", "publics", "élus municipaux", "decideurs", NULL },
    { "publics", "publics", "grand", "grand-public", NULL },
    { "publics", "publics", "instance regionale du milieu", "instances-regionales", NULL },
    { "perennite", "objets", "relation humaine", "relations", NULL },
    { "plan", "etats-action", "un peu retardé", "retardee", NULL },
    /* two that are as near */
    { "repa", "fonctions-autres", "Soutien à la gestion", "animation", "administration" },
    /* small words say nothing; a word of every row, neither */
    { "publics", "publics", "avec qui", NULL, NULL },
    { "publics", "publics", "changer d'avis", NULL, NULL },
    { "repa", "contextes", "contexte", NULL, NULL },
    /* words of other things that share letters */
    { "repa", "fonctions-autres", "applications", NULL, NULL },
    { "repa", "fonctions", "application", NULL, NULL },
    { "repa", "fonctions", "formation", NULL, NULL },
    { "repa", "elements", "barriers", NULL, NULL },
    { "repa", "elements", "outcomes", NULL, NULL },
    { "repa", "contextes", "politique", NULL, NULL },
    { "repa", "validations", "collégiale", NULL, NULL },
    { "publics", "etats", "presque", NULL, NULL },
    { "publics", "termes", "comuniqué", NULL, NULL },
    { "publics", "publics", "Martiens", NULL, NULL },
    { "publics", "publics", "xyzzy", NULL, NULL },
};

START_TEST(what_was_meant)
{
    struct tables *set = aet_tables_new(meant[_i].tool, NULL);
    const struct table *t = aet_tables_get(set, meant[_i].table);
    struct matcher *m = aet_matcher_new(t, NULL, 0);
    int32_t rows[MEANT_MAX];

    ck_assert_int_eq(aet_match(m, aet_span_z(meant[_i].in)), NO_ROW);
    for (int twice = 0; twice < 2; twice++) { /* the second time it is remembered */
        size_t n = aet_meant(m, aet_span_z(meant[_i].in), rows);

        says(n > 0 ? aet_cell(t, (size_t)rows[0], 0) : AET_LIT("nothing"),
             meant[_i].id ? meant[_i].id : "nothing");
        says(n > 1 ? aet_cell(t, (size_t)rows[1], 0) : AET_LIT("nothing"),
             meant[_i].other ? meant[_i].other : "nothing");
    }
    aet_matcher_free(m);
    aet_tables_free(set);
}
END_TEST

/* A list of which not all is known: its parts, or that it is none. */
START_TEST(mixed)
{
    static const struct {
        const char *in, *parts; /* NULL: no such list */
    } rows[] = { { "coaching, Martien", "coaching|Martien" },
                 { "Martien et coaching", "Martien|coaching" },
                 { "liaison et truc et bidule", "liaison|truc et bidule" },
                 { "truc et bidule / liaison;coaching", "truc et bidule|liaison|coaching" },
                 { "a, Liaisons entre le local, le régional et le provincial, b",
                   "a|Liaisons entre le local, le régional et le provincial|b" },
                 { "Liaisons entre le local, le régionl et le provincial", NULL }, /* a slip */
                 { "coaching, liaison", NULL },                                    /* all known */
                 { "Martien, bidule", NULL },
                 { "coaching ou Martien", NULL },
                 { "coaching", NULL },
                 { ",", NULL },
                 { "", NULL } };
    struct tables *set = aet_tables_new("repa", NULL);
    struct matcher *m = aet_matcher_new(aet_tables_get(set, "fonctions"), NULL, 0);
    struct span rest = aet_span_z(rows[_i].in), part;
    struct buf parts = { 0 };

    ck_assert(aet_match_mixed(m, rest) == (rows[_i].parts != NULL));
    while (rows[_i].parts && aet_match_next(m, &rest, &part)) {
        aet_buf_str(&parts, parts.n ? "|" : "");
        aet_buf_span(&parts, part);
    }
    if (rows[_i].parts)
        says(aet_buf_view(&parts), rows[_i].parts);
    aet_buf_free(&parts);
    aet_matcher_free(m);
    aet_tables_free(set);
}
END_TEST

START_TEST(several)
{
    static const struct {
        const char *in, *parts; /* NULL: not several known terms */
    } rows[] = { { "facilitation, planification", "facilitation|planification" },
                 { "Facilitation et Planification", "Facilitation|Planification" },
                 { "communication / liens de confiance", "communication|liens de confiance" },
                 { "facilitation; planification and valorisation",
                   "facilitation|planification|valorisation" },
                 { "FACILITATION ET PLANIFICATION", "FACILITATION|PLANIFICATION" },
                 { "facilitation, planification, et valorisation",
                   "facilitation|planification|valorisation" },
                 { "facilitation\xC2\xA0"
                   "et\xC2\xA0planification",
                   "facilitation|planification" },
                 { "facilitation - planification", "facilitation|planification" },
                 { "facilitation, autre chose", NULL },
                 { "facilitation,", NULL },
                 { ", facilitation", NULL },
                 { "facilitation", NULL },
                 { "", NULL } };
    struct tables *set = aet_tables_new("repa", NULL);
    struct matcher *m = aet_matcher_new(aet_tables_get(set, "strategies"), NULL, 0);
    struct buf parts = { 0 };

    ck_assert(aet_match_several(m, aet_span_z(rows[_i].in), &parts) == (rows[_i].parts != NULL));
    if (rows[_i].parts)
        says(aet_buf_view(&parts), rows[_i].parts);
    aet_buf_free(&parts);
    aet_matcher_free(m);
    aet_tables_free(set);
}
END_TEST

/* A memo is bounded: a million different misses change nothing for the hits. */
START_TEST(memo)
{
    struct tables *set = aet_tables_new("publics", NULL);
    struct matcher *m = aet_matcher_new(aet_tables_get(set, "publics"), NULL, 0);
    int32_t parents = aet_match(m, AET_LIT("parents"));

    for (int i = 0; i < 100000; i++) {
        char text[16];

        snprintf(text, sizeof text, "x%d", i);
        ck_assert_int_eq(aet_match(m, aet_span_z(text)), NO_ROW);
    }
    ck_assert_int_eq(aet_match(m, AET_LIT("Parents")), parents);
    aet_matcher_free(m);
    aet_tables_free(set);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("tables");
    TCase *t = tcase_create("tables");

    tcase_set_timeout(t, 60);
    tcase_add_loop_test(t, embedded, 0, ROWS(tools));
    tcase_add_test(t, declared);
    tcase_add_test(t, publics_counts);
    tcase_add_test(t, publics_ids);
    tcase_add_loop_test(t, match, 0, ROWS(match_rows));
    tcase_add_loop_test(t, what_was_meant, 0, ROWS(meant));
    tcase_add_loop_test(t, several, 0, 13);
    tcase_add_loop_test(t, mixed, 0, 12);
    tcase_add_test(t, memo);
    suite_add_tcase(s, t);
    return run_suite(s);
}
