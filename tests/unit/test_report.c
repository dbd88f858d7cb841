/* report: figures as people of each language read them, and the renderers on one small report. */
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "format/json_text.h"
#include "report/figure.h"
#include "report/render.h"
#include "suite.h"

#define NB "\xC2\xA0"      /* no-break space */
#define NNB "\xE2\x80\xAF" /* narrow no-break space */

static struct cell whole(int64_t i)
{
    return (struct cell){ .known = true, .u.i = i };
}

static struct cell real(double d)
{
    return (struct cell){ .known = true, .u.d = d };
}

struct figure_row {
    struct cell cell;
    enum cell_type type;
    const char *fr, *en, *plain;
};

START_TEST(figures)
{
    const struct figure_row rows[] = {
        { whole(0), CELL_COUNT, "0", "0", "0" },
        { whole(1234), CELL_COUNT, "1" NNB "234", "1,234", "1234" },
        { whole(-1234567), CELL_COUNT, "−1" NNB "234" NNB "567", "−1,234,567", "-1234567" },
        { whole(123450), CELL_MONEY, "1" NNB "234,50" NB "$", "$1,234.50", "1234.50" },
        { whole(-5), CELL_MONEY, "−0,05" NB "$", "−$0.05", "-0.05" },
        { real(0.125), CELL_SHARE, "12,5" NB "%", "12.5%", "0.125" },
        { real(1), CELL_SHARE, "100,0" NB "%", "100.0%", "1" },
        { real(0.5), CELL_NUMBER, "0,500", "0.500", "0.5" },
        { real(3), CELL_NUMBER, "3", "3", "3" },
        { real(1565.84), CELL_NUMBER, "1" NNB "565,8", "1,565.8", "1565.84" },
        { real(0.0001), CELL_NUMBER, "<" NB "0,001", "<" NB "0.001", "0.0001" },
        { whole(1), CELL_BOOL, "oui", "yes", "true" },
        { whole(0), CELL_BOOL, "non", "no", "false" },
        { { .known = false }, CELL_COUNT, "–", "–", "" },
        { { .known = true, .u.date = { 2026, 3, 0 } },
          CELL_DATE,
          "mars 2026",
          "March 2026",
          "2026-03" },
        { { .known = true, .u.date = { 2026, 3, 1 } },
          CELL_DATE,
          "1er" NB "mars 2026",
          "March" NB "1, 2026",
          "2026-03-01" },
        { { .known = true, .u.date = { 2026, 12, 31 } },
          CELL_DATE,
          "31" NB "décembre 2026",
          "December" NB "31, 2026",
          "2026-12-31" },
        { { .known = true,
            .u.s = { "a\x1F"
                     "b",
                     3 } },
          CELL_LIST,
          "a; b",
          "a; b",
          "a|b" },
        { { .known = true, .u.s = { "<x>", 3 } }, CELL_TEXT, "<x>", "<x>", "<x>" },
    };

    for (int i = 0; i < ROWS(rows); i++) {
        struct buf fr = { 0 }, en = { 0 }, plain = { 0 };

        aet_figure(&fr, &rows[i].cell, rows[i].type, LANG_FR, "; ");
        aet_figure(&en, &rows[i].cell, rows[i].type, LANG_EN, "; ");
        aet_figure_plain(&plain, &rows[i].cell, rows[i].type);
        ck_assert_str_eq(aet_buf_z(&fr), rows[i].fr);
        ck_assert_str_eq(aet_buf_z(&en), rows[i].en);
        ck_assert_str_eq(aet_buf_z(&plain), rows[i].plain);
        aet_buf_free(&fr);
        aet_buf_free(&en);
        aet_buf_free(&plain);
    }
}
END_TEST

/* One column: as many decimals for each as the one that wants most, zeros at the end left out. */
struct column_row {
    double values[4];
    const char *shown[4];
};

START_TEST(decimals)
{
    static const struct column_row rows[] = {
        { { 1.5, 1, 42.75, 1565.8 }, { "1,50", "1,00", "42,75", "1" NNB "565,80" } },
        { { 1, 2, 3000, -0.0 }, { "1", "2", "3" NNB "000", "0" } },
        { { 0.5, 1, -0.25, 0 }, { "0,50", "1,00", "−0,25", "0,00" } },
        { { 0.5, 0.0001, 1, -0.0001 }, { "0,500", "<" NB "0,001", "1,000", ">" NB "−0,001" } },
        { { 12345678.26, 999.96, -1234.5, 7 },
          { "12" NNB "345" NNB "678,3", "1" NNB "000,0", "−1" NNB "234,5", "7,0" } },
        { { 9.9996, 1e18, 0, 1 },
          { "10", "1" NNB "000" NNB "000" NNB "000" NNB "000" NNB "000" NNB "000", "0", "1" } },
    };
    static const struct column one[] = { { "v", { "V", "V" }, CELL_NUMBER, false } };
    static const struct section_kind numbers = { .key = "n",
                                                 .title = { "N", "N" },
                                                 AET_COLUMNS(one) };

    for (int i = 0; i < ROWS(rows); i++) {
        struct report r = { .tool = "aet-essai" };
        struct section *s = aet_report_section(&r, &numbers);
        int *n;

        for (int k = 0; k < 5; k++) {
            aet_row_begin(s);
            aet_row_number_if(s, 0, k < 4, k < 4 ? rows[i].values[k] : 0);
            aet_row_end(s);
        }
        n = aet_figure_decimals(s);
        for (int k = 0; k < 4; k++) {
            struct buf out = { 0 };

            aet_figure_in(&out, &s->cells[k], CELL_NUMBER, n[0], LANG_FR, "");
            ck_assert_str_eq(aet_buf_z(&out), rows[i].shown[k]);
            aet_buf_free(&out);
        }
        aet_free(n);
        aet_report_free(&r);
    }
}
END_TEST

enum { NOM, MONTANT, PART, LISTE };
static const struct column columns[] = {
    [NOM] = { "nom", { "Nom", "Name" }, CELL_TEXT, false },
    [MONTANT] = { "montant", { "Montant", "Amount" }, CELL_MONEY, false },
    [PART] = { "part", { "Part", "Share" }, CELL_SHARE, false },
    [LISTE] = { "liste", { "Liste", "List" }, CELL_LIST, false },
};
static const struct section_kind kind = {
    .key = "essai",
    .title = { "Essai", "Trial" },
    AET_COLUMNS(columns),
    .view = { .kind = VIEW_BARS, .label = NOM, .from = MONTANT, .to = MONTANT },
};

static void fill(struct report *r, enum lang lang)
{
    struct section *s;
    struct buf list = { 0 };

    *r = (struct report){ .tool = "aet-essai",
                          .verb = "bilan",
                          .version = "1",
                          .title = { "Titre", "Title" },
                          .lang = lang,
                          .date = { 2026, 3, 31 } };
    s = aet_report_section(r, &kind);
    aet_list_add(&list, AET_LIT("x|y"));
    aet_list_add(&list, AET_LIT("z"));
    aet_row_begin(s);
    aet_row_text(s, NOM, AET_LIT("<é> \"&\" | ;"));
    aet_row_money(s, MONTANT, 123450);
    aet_row_share(s, PART, 1, 8);
    aet_row_list(s, LISTE, aet_buf_view(&list));
    aet_row_end(s);
    aet_row_begin(s); /* cells in any order */
    aet_row_list(s, LISTE, AET_LIT(""));
    aet_row_share(s, PART, 1, 0);
    aet_row_unknown(s, MONTANT);
    aet_row_text(s, NOM, AET_LIT("=b"));
    aet_row_end(s);
    aet_section_note(s, AET_LIT("une note"));
    aet_report_input(r, AET_LIT("a.csv"), &(struct input_file){ .records = 2 }, NULL);
    aet_buf_free(&list);
}

static void render(const char *format, enum lang lang, bool bare, struct buf *out)
{
    struct render_options o = { .section = "essai", .bare = bare };
    struct report r;

    fill(&r, lang);
    aet_renderer_find(format)->render(&r, &o, out);
    aet_report_free(&r);
}

START_TEST(csv)
{
    struct buf out = { 0 };

    render("csv", LANG_FR, false, &out);
    says(aet_buf_view(&out), "nom,montant,part,liste\n"
                             "\"<é> \"\"&\"\" | ;\",1234.50,0.125,x\\|y|z\n"
                             "'=b,,,\n");
    aet_buf_free(&out);
}
END_TEST

START_TEST(json)
{
    struct buf out = { 0 };
    enum fault f;
    size_t at;
    json_t *v, *rows;

    render("json", LANG_EN, false, &out);
    v = aet_json_read(aet_buf_view(&out), &f, &at);
    ck_assert_ptr_nonnull(v);
    rows = json_object_get(v, "essai");
    ck_assert_uint_eq(json_array_size(rows), 2);
    ck_assert_double_eq(json_number_value(json_object_get(json_array_get(rows, 0), "part")), 0.125);
    ck_assert(json_is_null(json_object_get(json_array_get(rows, 1), "montant")));
    ck_assert_uint_eq(json_array_size(json_object_get(json_array_get(rows, 0), "liste")), 2);
    ck_assert_uint_eq(json_array_size(json_object_get(json_array_get(rows, 1), "liste")), 0);
    ck_assert_str_eq(json_string_value(json_object_get(json_object_get(v, "meta"), "lang")), "en");
    json_decref(v);
    aet_buf_free(&out);
}
END_TEST

/* Every renderer: the figures in their language, text made harmless, the note, the same bytes
 * twice. */
START_TEST(people)
{
    static const char *const formats[] = { "texte", "md", "html" };
    static const char *const harmless[] = { "<é>", "\\<é\\>", "&lt;é&gt;" };

    for (int lang = 0; lang < 2; lang++) {
        struct buf out = { 0 }, again = { 0 };
        struct span text;

        render(formats[_i], (enum lang)lang, false, &out);
        render(formats[_i], (enum lang)lang, false, &again);
        text = aet_buf_view(&out);
        ck_assert(aet_span_eq(text, aet_buf_view(&again)));
        ck_assert(aet_span_find(text, lang ? AET_LIT("$1,234.50")
                                           : AET_LIT("1" NNB "234,50" NB "$")) < text.n);
        ck_assert(aet_span_find(text, lang ? AET_LIT("12.5%") : AET_LIT("12,5" NB "%")) < text.n);
        ck_assert(aet_span_find(text, aet_span_z(harmless[_i])) < text.n);
        ck_assert(aet_span_find(text, AET_LIT("une note")) < text.n);
        if (_i == 2)
            ck_assert(aet_span_find(text, AET_LIT("<é>")) == text.n);
        aet_buf_free(&out);
        aet_buf_free(&again);
    }
}
END_TEST

static bool holds(const struct buf *out, const char *text)
{
    return aet_span_find(aet_buf_view(out), aet_span_z(text)) < out->n;
}

/* More than eight columns: small letters, and the column of words stays in sight. More than a page
 * is wide: parts, each with that column. */
START_TEST(wide)
{
    struct column many[24] = { { "code", { "Code", "Code" }, CELL_CODE, false },
                               { "nom", { "Nom", "Name" }, CELL_TEXT, false } };
    struct section_kind wide_kind = { .key = "large",
                                      .title = { "Large", "Wide" },
                                      AET_COLUMNS(many) };
    static const char *const begun[] = { "<div class=\"large\" ", "<div class=\"large w\" ",
                                         "<div class=\"large w\" " };
    static const size_t columns_n[] = { 8, 9, 24 };
    static const char *const names[] = {
        "",  "",  "a", "b", "c", "d", "e", "f", "g", "h", "i", "j",
        "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v"
    };
    struct render_options o = { 0 };
    struct buf out = { 0 };
    struct report r = { .tool = "aet-essai", .verb = "bilan", .title = { "Titre", "Title" } };
    struct section *s;

    for (int i = 2; i < 24; i++)
        many[i] = (struct column){ names[i], { "IC 95 % : bas", "n" }, CELL_COUNT, false };
    wide_kind.n = columns_n[_i];
    s = aet_report_section(&r, &wide_kind);
    aet_row_begin(s);
    aet_row_text(s, 0, AET_LIT("a"));
    aet_row_text(s, 1, AET_LIT("b"));
    for (size_t i = 2; i < wide_kind.n; i++)
        aet_row_count(s, (int)i, 1);
    aet_row_end(s);
    aet_render_html(&r, &o, &out);
    ck_assert(holds(&out, begun[_i]));
    ck_assert(holds(&out, " role=\"group\" tabindex=\"0\" aria-label=\"Tableau : Large\">"));
    ck_assert(holds(&out, "IC 95" NB "%" NB ": bas</th>"));
    ck_assert_int_eq(holds(&out, "aria-label=\"Tableau" NB ": Large, 2\">"), _i == 2);
    ck_assert_int_eq(holds(&out, "<td class=\"f\">b</td>"), _i > 0);
    aet_buf_free(&out);
    aet_report_free(&r);
}
END_TEST

START_TEST(excel)
{
    struct render_options o = { .section = "essai", .excel = true };
    struct buf out = { 0 };
    struct report r;

    fill(&r, LANG_FR);
    aet_render_csv(&r, &o, &out);
    says(aet_buf_view(&out), "\xEF\xBB\xBFNom;Montant;Part;Liste\r\n"
                             "\"<é> \"\"&\"\" | ;\";1234,50;0,125;x\\|y|z\r\n"
                             "'=b;;;\r\n");
    aet_report_free(&r);
    aet_buf_free(&out);
}
END_TEST

/* A kind that is not sound is known before anything is read. */
START_TEST(sound)
{
    struct column two[] = { { "nom", { "Nom", "Name" }, CELL_TEXT, false },
                            { "n", { "N", "N" }, CELL_COUNT, false } };
    struct section_kind k = kind;

    ck_assert_ptr_null(aet_section_fault(&kind));
    k.view.label = PART; /* a measure says of no row what it is */
    ck_assert_ptr_nonnull(aet_section_fault(&k));
    k.view = (struct view){ .kind = VIEW_BARS, .from = NOM, .to = NOM }; /* words have no bar */
    ck_assert_ptr_nonnull(aet_section_fault(&k));
    k.view = (struct view){ .kind = VIEW_BARS, .from = MONTANT, .to = LISTE + 1 };
    ck_assert_ptr_nonnull(aet_section_fault(&k));
    k.view = (struct view){ .kind = VIEW_TIMELINE, .from = MONTANT, .to = PART };
    ck_assert_ptr_nonnull(aet_section_fault(&k));
    k = (struct section_kind){ .key = "k", .title = { "K", "K" }, AET_COLUMNS(two) };
    ck_assert_ptr_null(aet_section_fault(&k));
    k.shown = 1; /* and no words for the others */
    ck_assert_ptr_nonnull(aet_section_fault(&k));
    k.shown = 0;
    two[1].name = "nom";
    ck_assert_ptr_nonnull(aet_section_fault(&k));
    two[1].name = NULL; /* an enumerator that no designator took */
    ck_assert_ptr_nonnull(aet_section_fault(&k));
    two[1].name = "n";
    two[1].title.en = NULL;
    ck_assert_ptr_nonnull(aet_section_fault(&k));
    k.title.en = "";
    ck_assert_ptr_nonnull(aet_section_fault(&k));
}
END_TEST

/* Ways to fill a row amiss: each ends the process. */
static void amiss(struct section *s, int way)
{
    if (way != 0)
        aet_row_begin(s);
    if (way == 1)
        aet_row_begin(s);
    aet_row_text(s, NOM, AET_LIT("a"));
    aet_row_money(s, MONTANT, 1);
    if (way == 2)
        aet_row_money(s, MONTANT, 1); /* twice */
    if (way == 3)
        aet_row_count(s, PART, 1); /* of another type */
    else
        aet_row_share(s, PART, 1, 2);
    if (way == 4)
        aet_row_unknown(s, LISTE + 1);
    if (way != 5) /* left out */
        aet_row_unknown(s, LISTE);
    aet_row_end(s);
    if (way == 6)
        aet_row_end(s);
}

START_TEST(whole_rows)
{
    struct report r = { .tool = "aet-essai" };
    pid_t child = fork();
    int status;

    if (child == 0) {
        int null = open("/dev/null", O_WRONLY);

        dup2(null, STDERR_FILENO);
        signal(SIGABRT, SIG_DFL);
        amiss(aet_report_section(&r, &kind), _i);
        _exit(0);
    }
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    if (_i == 7) /* as it should be */
        ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    else
        ck_assert(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}
END_TEST

static void three_rows(void *sum, struct section *s)
{
    for (int i = 0; i < *(int *)sum; i++) {
        aet_row_begin(s);
        aet_row_text(s, NOM, aet_span(&"cba"[i], 1));
        aet_row_money(s, MONTANT, 100 - i);
        aet_row_unknown(s, PART);
        aet_row_unknown(s, LISTE);
        aet_row_end(s);
    }
}

/* People see the first rows and are told of the others; machines get every one. */
START_TEST(shown)
{
    struct section_kind k = kind;
    const struct section_kind *const kinds[] = { &k, NULL };
    struct render_options o = { .section = "essai" };
    const char *const formats[] = { "texte", "md", "html", "json", "ndjson", "csv" };
    struct report r = { .tool = "aet-essai", .verb = "bilan", .title = { "T", "T" } };
    struct buf out = { 0 };
    int rows = 3;

    k.fill = three_rows;
    k.shown = 2;
    k.rest[0] = (struct text){ "reste.", "is left." };
    k.rest[1] = (struct text){ "restent.", "are left." };
    aet_report_fill(&r, kinds, &rows);
    ck_assert_uint_eq(r.sections[0].rows, 3);
    ck_assert_uint_eq(aet_section_rest(&r.sections[0]), 1);
    aet_renderer_find(formats[_i])->render(&r, &o, &out);
    ck_assert_int_eq(aet_renderer_find(formats[_i])->people, _i < 3);
    ck_assert_int_eq(holds(&out, "1 reste."), _i < 3);
    ck_assert_int_eq(holds(&out, _i < 3 ? "0,98" : "0.98"), _i >= 3);
    ck_assert(holds(&out, _i < 3 ? "0,99" : "0.99"));
    aet_buf_free(&out);
    aet_report_free(&r);
}
END_TEST

/* How many rows are worth keeping: by who reads, and by the section that is asked for. */
START_TEST(wanted)
{
    struct section_kind k = kind;
    struct report r = { 0 };

    k.shown = 2;
    ck_assert_uint_eq(aet_report_wants(&r, &k), SIZE_MAX);
    r.people = true;
    ck_assert_uint_eq(aet_report_wants(&r, &k), 2);
    ck_assert_uint_eq(aet_report_wants(&r, &kind), SIZE_MAX);
    r.only = "essai";
    ck_assert_uint_eq(aet_report_wants(&r, &k), 2);
    r.only = "autre";
    ck_assert_uint_eq(aet_report_wants(&r, &k), 0);
}
END_TEST

/* What is kept while records are read comes out in the report, texts and notes copied. */
START_TEST(kept)
{
    const struct section_kind *const kinds[] = { &kind, NULL };
    struct report held, r = { .tool = "aet-essai" };
    struct section *s;
    int rows = 3;

    aet_kept_begin(&held, LANG_FR, kinds);
    three_rows(&rows, aet_kept_section(&held, &kind));
    aet_section_note(aet_kept_section(&held, &kind), AET_LIT("une note"));
    s = aet_report_section(&r, &kind);
    aet_section_fill_kept(s, &held);
    aet_report_free(&held);
    ck_assert_uint_eq(s->rows, 3);
    ck_assert(aet_span_eq(s->cells[8].u.s, AET_LIT("a")));
    ck_assert_int_eq(s->cells[9].u.i, 98);
    ck_assert(!s->cells[10].known);
    ck_assert(s->notes_n == 1 && aet_span_eq(s->notes[0], AET_LIT("une note")));
    aet_report_free(&r);
}
END_TEST

START_TEST(unknown)
{
    ck_assert_ptr_null(aet_renderer_find("xml"));
    ck_assert_ptr_null(aet_renderer_find(""));
}
END_TEST

int main(void)
{
    Suite *s = suite_create("report");
    TCase *t = tcase_create("report");

    aet_json_init();
    tcase_add_test(t, figures);
    tcase_add_test(t, decimals);
    tcase_add_test(t, csv);
    tcase_add_test(t, json);
    tcase_add_loop_test(t, people, 0, 3);
    tcase_add_loop_test(t, wide, 0, 3);
    tcase_add_test(t, excel);
    tcase_add_test(t, sound);
    tcase_add_loop_test(t, whole_rows, 0, 8);
    tcase_add_loop_test(t, shown, 0, 6);
    tcase_add_test(t, wanted);
    tcase_add_test(t, kept);
    tcase_add_test(t, unknown);
    suite_add_tcase(s, t);
    return run_suite(s);
}
