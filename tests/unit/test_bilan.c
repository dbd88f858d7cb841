/* publics: the sums of a strategy merge. Any split of the input into parts gives the same report,
 * byte for byte, as one pass. */
#include "format/ndjson.h"
#include "publics/bilan.h"
#include "record/resolve.h"
#include "report/render.h"
#include "suite.h"

enum { RECORDS = 1500, TEXT = 900 };

/* What a run of records needs, without the command line. */
struct bench {
    struct tables *tables;
    struct session session;
    struct publics_knowledge publics;
    struct headings *headings;
    struct layout layout;
    struct record_reader reader;
    struct resolver resolver;
    struct facts facts;
    struct arena arena;
    struct diags diags;
};

static void set_up(struct bench *b)
{
    static const struct tool tool = { .name = "publics" };
    struct heading_fault fault;

    *b = (struct bench){ 0 };
    b->tables = aet_tables_new("publics", NULL);
    b->session =
        (struct session){ .command.tool = &tool, .tables = b->tables, .date = { 2026, 3, 31 } };
    ck_assert(aet_publics_knowledge_load(&b->publics, &b->session));
    b->headings = aet_headings_new(&aet_publics_schema_activite, NULL, 0);
    b->layout = (struct layout){ .format = &aet_format_ndjson, .name = "-" };
    aet_record_reader_init(&b->reader, &aet_publics_schema_activite, b->headings);
    ck_assert(aet_record_reader_file(&b->reader, &b->layout, &fault));
    b->resolver = (struct resolver){ .schema = &aet_publics_schema_activite,
                                     .matchers = b->publics.matchers,
                                     .arena = &b->arena };
    aet_facts_init(&b->facts, &aet_publics_schema_activite);
    b->diags = (struct diags){ .arena = &b->arena };
}

static void tear_down(struct bench *b)
{
    aet_facts_free(&b->facts);
    aet_buf_free(&b->resolver.scratch);
    aet_record_reader_free(&b->reader);
    aet_headings_free(b->headings);
    aet_publics_knowledge_free(&b->publics);
    aet_tables_free(b->tables);
    aet_diags_free(&b->diags);
    aet_arena_free(&b->arena);
}

static const char *pick(const struct table *t, unsigned long long *seed)
{
    return aet_cell(t, random_next(seed) % t->rows, 0).p;
}

/* A synthetic activity; most are late, so that the list of the latest overflows. */
static void write_record(const struct publics_knowledge *p, unsigned long long *seed, int n,
                         char *to)
{
    static const char *const etats[] = {
        "prevu", "en-cours", "realise", "reporte", "abandonne", ""
    };
    static const char *const people[] = { "Anne", "\xC3\x89ric", "E\xCC\x81ric", "zoé", "" };

    snprintf(
        to, TEXT,
        "{\"id\":\"A%d\",\"quoi\":\"x\",\"public\":[\"%s\",\"%s\"],\"pourquoi\":[\"%s\"],"
        "\"retombees\":[\"%s\"],\"comment\":[\"%s\",\"mot %s\"],\"retombees_observees\":[\"%s\"],"
        "\"etat\":\"%s\",\"responsable\":\"%s\",\"echeance\":\"20%02d-%02d\",\"budget\":%d.%02d}",
        n, pick(p->publics, seed), pick(p->publics, seed), pick(p->termes, seed),
        pick(p->termes, seed), pick(p->termes, seed), people[random_next(seed) % 5],
        pick(p->termes, seed), etats[random_next(seed) % 6], people[random_next(seed) % 5],
        20 + (int)(random_next(seed) % 8), 1 + (int)(random_next(seed) % 12),
        (int)(random_next(seed) % 10000), (int)(random_next(seed) % 100));
}

static void add(struct bench *b, struct bilan *sum, const char *text)
{
    struct slice slice = { .raw = aet_span_z(text), .line = 1, .column = 1, .number = 1 };
    struct record record;

    aet_diags_clear(&b->diags);
    ck_assert_int_eq(aet_record_parse(&b->reader, &slice, &record, &b->diags), PARSED);
    aet_resolve(&b->resolver, &record, &b->facts, &b->diags);
    aet_publics_bilan_add(sum, &b->facts);
}

static void report_of(struct bilan *sum, struct buf *out)
{
    struct report r = { .tool = "aet-publics",
                        .verb = "bilan",
                        .version = "x",
                        .title = { "x", "x" },
                        .date = { 2026, 3, 31 } };

    aet_report_fill(&r, aet_publics_bilan_sections, sum);
    aet_renderer_find("json")->render(&r, &(struct render_options){ 0 }, out);
    aet_report_free(&r);
}

/* Parts of random length, merged from left to right, or the right ones first (associative). */
static void split(struct bench *b, char (*records)[TEXT], size_t retards, int parts, bool right,
                  struct buf *out)
{
    struct bilan sums[16];
    unsigned long long seed = (unsigned long long)parts + 99;
    int from = 0;

    for (int i = 0; i < parts; i++) {
        int to = i + 1 == parts ? RECORDS
                                : from + (int)(random_next(&seed) % (unsigned)(RECORDS - from + 1));

        aet_publics_bilan_init(&sums[i], &b->publics, retards);
        for (; from < to; from++)
            add(b, &sums[i], records[from]);
    }
    for (int i = 1; i < parts; i++)
        if (right)
            aet_publics_bilan_merge(&sums[parts - 1 - i], &sums[parts - i]);
        else
            aet_publics_bilan_merge(&sums[0], &sums[i]);
    report_of(&sums[0], out);
    for (int i = 0; i < parts; i++)
        aet_publics_bilan_free(&sums[i]);
}

/* Whether all delays are written, the hundred longest or none. */
START_TEST(merge)
{
    static const size_t retards[] = { SIZE_MAX, 100, 0 };
    static char records[RECORDS][TEXT];
    struct bench b;
    struct buf whole = { 0 };
    unsigned long long seed = 1;

    set_up(&b);
    for (int i = 0; i < RECORDS; i++)
        write_record(&b.publics, &seed, i, records[i]);
    split(&b, records, retards[_i], 1, false, &whole);
    ck_assert_uint_gt(whole.n, 10000);
    for (int parts = 2; parts <= 12; parts++)
        for (int right = 0; right < 2; right++) {
            struct buf again = { 0 };

            split(&b, records, retards[_i], parts, right, &again);
            ck_assert_msg(aet_span_eq(aet_buf_view(&whole), aet_buf_view(&again)), "%d parts",
                          parts);
            aet_buf_free(&again);
        }
    aet_buf_free(&whole);
    tear_down(&b);
}
END_TEST

/* The longest delays are the first of all of them, the same ones in the same order; the others are
 * counted. */
START_TEST(longest)
{
    static char record[TEXT];
    struct bench b;
    struct bilan all, few;
    struct report r[2] = { { .title = { "x", "x" } }, { .title = { "x", "x" } } };
    const struct section *a, *f;
    unsigned long long seed = 7;

    set_up(&b);
    aet_publics_bilan_init(&all, &b.publics, SIZE_MAX);
    aet_publics_bilan_init(&few, &b.publics, 30);
    for (int i = 0; i < RECORDS; i++) {
        write_record(&b.publics, &seed, i, record);
        add(&b, &all, record);
        add(&b, &few, record);
    }
    aet_report_fill(&r[0], aet_publics_bilan_sections, &all);
    aet_report_fill(&r[1], aet_publics_bilan_sections, &few);
    a = aet_report_find(&r[0], "retards");
    f = aet_report_find(&r[1], "retards");
    ck_assert_uint_gt(a->rows, 500);
    ck_assert_int_eq((int64_t)a->rows, all.total.en_retard);
    ck_assert_uint_eq(f->rows, 30);
    ck_assert_uint_eq(f->rows + f->more, a->rows);
    for (size_t i = 0; i < f->rows; i++) /* the identifier and the days */
        ck_assert(aet_span_eq(a->cells[i * a->kind->n].u.s, f->cells[i * f->kind->n].u.s) &&
                  a->cells[(i + 1) * a->kind->n - 1].u.i == f->cells[(i + 1) * f->kind->n - 1].u.i);
    for (int i = 0; i < 2; i++)
        aet_report_free(&r[i]);
    aet_publics_bilan_free(&all);
    aet_publics_bilan_free(&few);
    tear_down(&b);
}
END_TEST

/* Nothing counted: the same form, the 27 pairs all missing. */
START_TEST(empty)
{
    struct bench b;
    struct bilan sum;
    struct report r = { .title = { "x", "x" } };

    set_up(&b);
    aet_publics_bilan_init(&sum, &b.publics, SIZE_MAX);
    aet_report_fill(&r, aet_publics_bilan_sections, &sum);
    ck_assert_uint_eq(aet_report_find(&r, "matrice")->rows, 27);
    ck_assert_uint_eq(aet_report_find(&r, "lacunes")->rows, 27);
    ck_assert_uint_eq(aet_report_find(&r, "publics")->rows, 11);
    ck_assert_uint_eq(aet_report_find(&r, "retards")->rows, 0);
    ck_assert(!r.alert);
    aet_report_free(&r);
    aet_publics_bilan_free(&sum);
    tear_down(&b);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("bilan");
    TCase *t = tcase_create("bilan");

    aet_json_init();
    tcase_set_timeout(t, 120);
    tcase_add_loop_test(t, merge, 0, 3);
    tcase_add_test(t, longest);
    tcase_add_test(t, empty);
    suite_add_tcase(s, t);
    return run_suite(s);
}
