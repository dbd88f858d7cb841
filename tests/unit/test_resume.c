/* What rules of a summary see of a report, and what people are spared of it. */
#include "report/condense.h"
#include "report/resume/seen.h"
#include "suite.h"

enum { NOM, GENRE, VIDE, N };
static const struct column columns[] = {
    [NOM] = { "nom", { "Nom", "Name" }, CELL_TEXT, false },
    [GENRE] = { "genre", { "Genre", "Kind" }, CELL_TEXT, false },
    [VIDE] = { "vide", { "Vide", "Empty" }, CELL_DATE, false },
    [N] = { "n", { "Nombre", "Count" }, CELL_COUNT, false },
};
static const struct section_kind kind = { .key = "essai",
                                          .title = { "Essai", "Trial" },
                                          AET_COLUMNS(columns) };

/* A row; a negative count is one that is hidden. */
static void put(struct section *s, const char *name, int64_t n)
{
    aet_row_begin(s);
    aet_row_word(s, NOM, name);
    aet_row_word(s, GENRE, "même");
    aet_row_unknown(s, VIDE);
    aet_row_count_if(s, N, n >= 0, n);
    aet_row_end(s);
}

/* Counts of three rows; the row that alone has most, -1 when none has; their sum, -1: unknown. */
static const struct {
    int64_t n[3], most, sum;
} seen_rows[] = {
    { { 1, 5, 2 }, 1, 8 },    { { 5, 5, 2 }, -1, 12 },  { { 0, 0, 0 }, -1, 0 },
    { { 1, -1, 9 }, -1, -1 }, { { -1, 5, 2 }, -1, -1 }, { { 0, 0, 1 }, 2, 1 },
};

START_TEST(superlatives)
{
    struct report r = { .lang = LANG_FR };
    struct section *s = aet_report_section(&r, &kind);
    int64_t sum;
    size_t row;
    bool known;

    for (int i = 0; i < 3; i++)
        put(s, "abc", seen_rows[_i].n[i]);
    known = aet_seen_most(s, "n", &row);
    ck_assert_int_eq(known, seen_rows[_i].most >= 0);
    if (known)
        ck_assert_int_eq((int64_t)row, seen_rows[_i].most);
    known = aet_seen_sum(s, "n", &sum);
    ck_assert_int_eq(known, seen_rows[_i].sum >= 0);
    if (known)
        ck_assert_int_eq(sum, seen_rows[_i].sum);
    s->withheld = true;
    ck_assert_ptr_null(aet_seen(&r, "essai"));
    aet_report_free(&r);
}
END_TEST

START_TEST(often)
{
    struct report r = { .lang = LANG_FR };
    struct section *s = aet_report_section(&r, &kind);
    struct span name;
    int64_t n;

    put(s, "Anne", 1);
    put(s, "Luc", 3);
    ck_assert(!aet_seen_often(s, "n", "nom", &name, &n));
    put(s, "anne", 2);
    put(s, "Luc", 0);
    ck_assert(aet_seen_often(s, "n", "nom", &name, &n));
    ck_assert(aet_span_eq(name, AET_LIT("Anne")));
    ck_assert_int_eq(n, 2);
    ck_assert(!aet_seen_often(NULL, "n", "nom", &name, &n));
    aet_report_free(&r);
}
END_TEST

START_TEST(once)
{
    struct report r = { .lang = LANG_FR };
    struct section *s = aet_report_section(&r, &kind);

    put(s, "Anne", 1);
    put(s, "Luc", 1);
    aet_report_condense(&r);
    ck_assert(aet_section_shows(s, NOM));
    ck_assert(aet_section_shows(s, N));
    ck_assert(!aet_section_shows(s, GENRE));
    ck_assert(!aet_section_shows(s, VIDE));
    ck_assert_int_eq((int)s->notes_n, 2);
    ck_assert(aet_span_eq(s->notes[0], AET_LIT("Partout\xC2\xA0— Genre\xC2\xA0: même.")));
    ck_assert(aet_span_eq(s->notes[1], AET_LIT("Rien à montrer dans\xC2\xA0: Vide.")));
    aet_report_free(&r);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("resume");
    TCase *t = tcase_create("resume");

    tcase_add_loop_test(t, superlatives, 0, sizeof seen_rows / sizeof *seen_rows);
    tcase_add_test(t, often);
    tcase_add_test(t, once);
    suite_add_tcase(s, t);
    return run_suite(s);
}
