/* A workbook as it is written, read back by what reads workbooks; AET_LEDGER_OUT names a file in
 * which it is left for other readers. */
#include "suite.h"

#include <unistd.h>

#include "ledger/ledger.h"
#include "ledger/markup.h"
#include "workbook/workbook.h"

static const struct ledger_style plain = { LEDGER_AS_IS, LEDGER_PLAIN };

/* What a sheet of it reads as; its name goes to `name`. */
static void read_back(const struct buf *made, size_t sheet, struct buf *text, struct buf *name)
{
    FILE *file = tmpfile();
    enum fault fault = FAULT_NONE;
    struct decoder *d;
    struct workbook *w;
    ssize_t n = 1;
    size_t sheets;

    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(made->p, 1, made->n, file), made->n);
    rewind(file);
    d = aet_decoder_new(dup(fileno(file)), NULL, &fault);
    w = aet_workbook_open(d, &fault);
    ck_assert_ptr_nonnull(w);
    aet_buf_span(name, aet_workbook_sheets(w, &sheets)[sheet].name);
    ck_assert_int_eq(aet_workbook_begin(w, sheet), FAULT_NONE);
    while (n > 0) {
        n = aet_workbook_read(w, aet_buf_room(text, 4096), 4096, &fault);
        ck_assert_int_ge(n, 0);
        text->n += (size_t)n;
    }
    aet_workbook_free(w);
    aet_decoder_free(d);
    fclose(file);
}

static void leave(const struct buf *made, const char *suffix)
{
    const char *path = getenv("AET_LEDGER_OUT");
    struct buf name = { 0 };
    FILE *file;

    if (!path)
        return;
    aet_buf_str(&name, path);
    aet_buf_str(&name, suffix);
    file = fopen(aet_buf_z(&name), "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(made->p, 1, made->n, file), made->n);
    fclose(file);
    aet_buf_free(&name);
}

static void texts(struct ledger *l)
{
    static const char *const hard[] = { "=1+1",          "a & <b> \"c\"", "  bords ",
                                        "deux\nlignes",  "007",           "_x0041_",
                                        "\001\r\033fin", "été 🙂",    "'quote" };

    for (size_t i = 0; i < sizeof hard / sizeof *hard; i++) {
        aet_ledger_row(l);
        aet_ledger_text(l, 0, aet_span_z(hard[i]), plain);
        aet_ledger_text(l, 1, AET_LIT("|"), plain);
    }
}

static void values(struct ledger *l)
{
    static const char *const digits[] = { "1",
                                          "-2.5",
                                          "123456789012345",
                                          "1234567890123456",
                                          "0.1000000000000000",
                                          "1.2e+3",
                                          "0",
                                          "000000000000000000001",
                                          "1.234" };

    aet_ledger_row(l);
    for (uint32_t i = 0; i < sizeof digits / sizeof *digits; i++)
        aet_ledger_number(l, i, aet_span_z(digits[i]), plain);
    aet_ledger_row_at(l, aet_ledger_at(l) + 2, 30);
    aet_ledger_date(l, 0, (struct date){ 2026, 3, 31 }, LEDGER_PLAIN);
    aet_ledger_date(l, 1, (struct date){ 2026, 3, 0 }, LEDGER_PLAIN);
    aet_ledger_date(l, 2, (struct date){ 1899, 3, 1 }, LEDGER_PLAIN);
    aet_ledger_double(l, 3, 0.125, (struct ledger_style){ LEDGER_SHARE, LEDGER_PLAIN });
    aet_ledger_number(l, 4, AET_LIT("1234.5"), (struct ledger_style){ LEDGER_MONEY, LEDGER_PLAIN });
    aet_ledger_number(l, 5, AET_LIT("2.5"), (struct ledger_style){ LEDGER_HOURS, LEDGER_PLAIN });
    aet_ledger_number(l, 6, AET_LIT("90"), (struct ledger_style){ LEDGER_MINUTES, LEDGER_PLAIN });
    aet_ledger_number(l, 7, AET_LIT("1234567"),
                      (struct ledger_style){ LEDGER_COUNT, LEDGER_PLAIN });
    aet_ledger_double(l, 8, 1.0 / 3, (struct ledger_style){ LEDGER_NUMBER_2, LEDGER_PLAIN });
    aet_ledger_blank(l, 9, (struct ledger_style){ LEDGER_AS_IS, LEDGER_WRONG });
}

static void rules(struct ledger *l)
{
    const struct span words[] = { AET_LIT("oui"), AET_LIT("non"), AET_LIT("peut-être & co") };
    const struct ledger_rule list = { .kind = LEDGER_LIST,
                                      .cells = { 1, 0, 99, 0 },
                                      .words = words,
                                      .words_n = 3,
                                      .prompt_title = AET_LIT("Choix"),
                                      .prompt = AET_LIT("Un seul.\nPas deux.") };
    const struct ledger_rule far = { .kind = LEDGER_LIST,
                                     .cells = { 1, 1, 99, 1 },
                                     .strict = true,
                                     .from = AET_LIT("Listes d'ici"),
                                     .source = { 0, 0, 299, 0 },
                                     .error = AET_LIT("Un terme de la liste.") };
    const struct ledger_rule day = { .kind = LEDGER_DAYS,
                                     .cells = { 1, 2, 99, 2 },
                                     .first = { 2020, 1, 1 } };
    const struct ledger_rule sum = { .kind = LEDGER_DECIMALS, .cells = { 1, 3, 99, 3 } };
    const struct ledger_rule score = { .kind = LEDGER_WHOLE, .cells = { 1, 4, 99, 4 }, .most = 4 };

    aet_ledger_rule(l, &list);
    aet_ledger_rule(l, &far);
    aet_ledger_rule(l, &day);
    aet_ledger_rule(l, &sum);
    aet_ledger_rule(l, &score);
    aet_ledger_comment(l, 0, 0, AET_LIT("Une aide & <deux>\nlignes"));
    aet_ledger_comment(l, 0, 1, AET_LIT("Une autre"));
}

static void form(struct ledger *l)
{
    static const double widths[] = { 12, 30.5, 0, 14, 10 };
    static const char *const headings[] = { "Réponse", "Terme", "Jour", "Somme", "Cote" };
    const struct ledger_sheet form = { .name = AET_LIT("Fiche [1/2]: * essai qui est bien long"),
                                       .widths = widths,
                                       .widths_n = 5,
                                       .frozen_rows = 1,
                                       .frozen_columns = 1 };

    aet_ledger_sheet(l, &form);
    aet_ledger_row(l);
    for (uint32_t i = 0; i < 5; i++)
        aet_ledger_text(l, i, aet_span_z(headings[i]),
                        (struct ledger_style){ LEDGER_AS_IS, LEDGER_HEADING });
    aet_ledger_filter(l, (struct ledger_range){ 0, 0, 0, 4 });
    rules(l);
}

static void charted(struct ledger *l)
{
    const struct ledger_series series[] = {
        { AET_LIT("Nombre"), { 0, 1, 2, 1 }, { 0 } },
        { AET_LIT("Autre"), { 0, 2, 2, 2 }, { "B04A2F", NULL } }
    };
    struct ledger_chart chart = { .kind = CHART_BARS,
                                  .title = AET_LIT("Des barres"),
                                  .labels = { 0, 0, 2, 0 },
                                  .series = series,
                                  .series_n = 2,
                                  .place = { 0, 4, 14, 9 } };

    aet_ledger_sheet(l, &(struct ledger_sheet){ .name = AET_LIT("Courbes") });
    for (uint32_t i = 0; i < 3; i++) {
        aet_ledger_row(l);
        aet_ledger_text(l, 0, aet_span(&"abc"[i], 1), plain);
        aet_ledger_double(l, 1, i + 1.5, plain);
        aet_ledger_double(l, 2, 3.0 - i, plain);
    }
    aet_ledger_scale(l, (struct ledger_range){ 0, 1, 2, 2 });
    aet_ledger_chart(l, &chart);
    chart.kind = CHART_LINES;
    chart.title = AET_LIT("Des courbes");
    chart.place = (struct ledger_range){ 16, 4, 30, 9 };
    aet_ledger_chart(l, &chart);
    chart.kind = CHART_SPANS;
    chart.title = AET_LIT("Des durées");
    chart.axis = (struct chart_axis){ CHART_MONTHS, 1, 6, 2 };
    chart.place = (struct ledger_range){ 32, 4, 46, 9 };
    aet_ledger_chart(l, &chart);
    aet_ledger_row(l);
    aet_ledger_text(l, 0, AET_LIT("Une note qui couvre plusieurs cellules."),
                    (struct ledger_style){ LEDGER_AS_IS, LEDGER_NOTE });
    aet_ledger_merge(l, (struct ledger_range){ 3, 0, 3, 2 });
}

static void make(struct buf *out, enum lang lang)
{
    struct ledger *l = aet_ledger_new(out, lang, NULL);

    aet_ledger_sheet(l, &(struct ledger_sheet){ .name = AET_LIT("Textes") });
    texts(l);
    aet_ledger_sheet(l, &(struct ledger_sheet){ .name = AET_LIT("textes") });
    values(l);
    form(l);
    aet_ledger_sheet(l, &(struct ledger_sheet){ .name = AET_LIT("Listes d'ici"), .hidden = true });
    for (int i = 0; i < 300; i++) {
        aet_ledger_row(l);
        aet_ledger_double(l, 0, i, plain);
    }
    charted(l);
    ck_assert(aet_ledger_end(l));
}

START_TEST(what_is_written_is_read)
{
    struct buf made = { 0 }, text = { 0 }, name = { 0 };

    make(&made, LANG_FR);
    leave(&made, "fr.xlsx");
    read_back(&made, 0, &text, &name);
    says(aet_buf_view(&name), "Textes");
    says(aet_buf_view(&text),
         "=1+1,|\n\"a & <b> \"\"c\"\"\",|\n\"  bords \",|\n\"deux\nlignes\",|\n"
         "007,|\n_x0041_,|\n\001\033fin,|\nété 🙂,|\n'quote,|\n");
    aet_buf_clear(&text);
    aet_buf_clear(&name);
    read_back(&made, 1, &text, &name);
    says(aet_buf_view(&name), "textes (2)");
    says(aet_buf_view(&text), "1,-2.5,123456789012345,1234567890123456,0.1,1200,0,1,1.2340\n\n"
                              "2026-03-31,2026-03,1899-03-01,12.5 %,1234.50,2.5,90,1234567,"
                              "0.333333333333333\n");
    aet_buf_clear(&name);
    read_back(&made, 2, &text, &name);
    says(aet_buf_view(&name), "Fiche  1-2 -   essai qui est bi");
    aet_buf_free(&made);
    aet_buf_free(&text);
    aet_buf_free(&name);
}
END_TEST

START_TEST(the_same_bytes_twice)
{
    struct buf one = { 0 }, two = { 0 };

    make(&one, LANG_EN);
    make(&two, LANG_EN);
    leave(&one, "en.xlsx");
    ck_assert(aet_span_eq(aet_buf_view(&one), aet_buf_view(&two)));
    aet_buf_free(&one);
    aet_buf_free(&two);
}
END_TEST

START_TEST(a_text_too_long_is_cut)
{
    struct buf made = { 0 }, text = { 0 }, name = { 0 }, long_one = { 0 };
    struct ledger *l = aet_ledger_new(&made, LANG_FR, NULL);

    aet_buf_repeat(&long_one, AET_LIT("é"), LEDGER_TEXT);
    ck_assert(aet_ledger_fits(aet_buf_view(&long_one)));
    aet_buf_str(&long_one, "é");
    ck_assert(!aet_ledger_fits(aet_buf_view(&long_one)));
    aet_ledger_sheet(l, &(struct ledger_sheet){ .name = AET_LIT("") });
    aet_ledger_row(l);
    aet_ledger_text(l, 0, aet_buf_view(&long_one), plain);
    ck_assert(aet_ledger_end(l));
    read_back(&made, 0, &text, &name);
    says(aet_buf_view(&name), "1");
    ck_assert_uint_eq(aet_markup_units(aet_buf_view(&text)), LEDGER_TEXT + 1);
    aet_buf_free(&made);
    aet_buf_free(&text);
    aet_buf_free(&name);
    aet_buf_free(&long_one);
}
END_TEST

START_TEST(widths_rows_and_words)
{
    const struct span fine[] = { AET_LIT("a"), AET_LIT("b") }, comma[] = { AET_LIT("a,b") };
    struct buf made = { 0 };
    struct ledger *l = aet_ledger_new(&made, LANG_FR, NULL);

    ck_assert_double_eq(aet_ledger_width(AET_LIT("ab")), 8);
    ck_assert_double_eq(aet_ledger_width(AET_LIT("a\ndouze lettres\nb")), 15);
    ck_assert(aet_ledger_words(fine, 2) && !aet_ledger_words(fine, 0));
    ck_assert(!aet_ledger_words(comma, 1));
    aet_ledger_sheet(l, &(struct ledger_sheet){ .name = AET_LIT("History") });
    says(aet_ledger_name(l), "History (2)");
    ck_assert(!aet_ledger_full(l));
    aet_ledger_row_at(l, LEDGER_ROWS - 2, 0);
    ck_assert(!aet_ledger_full(l));
    aet_ledger_row(l);
    ck_assert(aet_ledger_full(l));
    aet_ledger_free(l);
    aet_buf_free(&made);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("ledger");
    TCase *t = tcase_create("ledger");

    tcase_add_test(t, what_is_written_is_read);
    tcase_add_test(t, the_same_bytes_twice);
    tcase_add_test(t, a_text_too_long_is_cut);
    tcase_add_test(t, widths_rows_and_words);
    suite_add_tcase(s, t);
    return run_suite(s);
}
