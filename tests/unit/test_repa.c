/* repa and what it brought: slopes within strata, clustered shares, pseudonyms, sums
 * that merge as they count. */
#include "privacy/pseudonym.h"
#include "repa/bilan/attentes.h"
#include "repa/bilan/report.h"
#include "report/render.h"
#include "cli/session.h"
#include "stats/cluster.h"
#include "stats/slope.h"
#include "suite.h"

#include <math.h>
#include <sodium.h>
#include <unistd.h>

/* Sen 1968: five points on a line but for one; and the shift of two sides. */
START_TEST(slopes)
{
    const struct slope_point line[] = { { 0, 1, 1, 1, 0 },
                                        { 0, 2, 3, 3, 0 },
                                        { 0, 3, 5, 5, 0 },
                                        { 0, 4, 20, 7, 0 },
                                        { 1, 9, 0, 9, 0 } };
    const struct slope_point sides[] = {
        { 0, 0, 1, 1, 0 }, { 0, 0, 2, 3, 0 }, { 0, 1, 4, 5, 0 }, { 0, 1, 6, 7, 0 }
    };
    struct slope s = aet_slope(line, 5, 0.95);

    ck_assert_uint_eq(s.pairs, 6); /* the point of the other stratum makes none */
    ck_assert(fabs(s.estimate.value - (2 + 19.0 / 3) / 2) < 1e-12);
    ck_assert(!s.ci.low.defined && s.ci.low.reason == STAT_INFINITE);
    s = aet_slope(sides, 4, 0.95);
    ck_assert_uint_eq(s.pairs, 4);
    ck_assert(fabs(s.estimate.value - 3.5) < 1e-12); /* 2 3 4 5 */
    ck_assert_int_eq(aet_slope(line, 0, 0.95).estimate.reason, STAT_EMPTY);
    ck_assert_int_eq(aet_slope(line, 5, 1).estimate.reason, STAT_ARGUMENT);
}
END_TEST

START_TEST(clusters)
{
    const struct cluster alike[] = { { 5, 10 }, { 5, 10 }, { 5, 10 } };
    const struct cluster apart[] = { { 10, 10 }, { 0, 10 }, { 5, 10 } };
    struct cluster_share a = aet_cluster_wilson(alike, 3, 0.95);
    struct cluster_share b = aet_cluster_wilson(apart, 3, 0.95);

    ck_assert(fabs(a.effect.value - 1) < 1e-12);
    ck_assert(fabs(a.ci.low.value - 0.3315) < 1e-4); /* Wilson of 15 in 30 */
    /* v = 3/2 · 50 / 900, against 0.25 / 30 */
    ck_assert(fabs(b.effect.value - 10) < 1e-9);
    ck_assert(b.ci.low.value < a.ci.low.value);
    ck_assert_int_eq(aet_cluster_wilson(alike, 1, 0.95).ci.low.reason, STAT_TOO_FEW);
    ck_assert_int_eq(aet_cluster_wilson(alike, 0, 0.95).share.reason, STAT_EMPTY);
}
END_TEST

static void replaced(struct pseudonyms *p, const char *text, const char *with)
{
    struct buf out = { 0 };

    aet_pseudonym_text(p, aet_span_z(text), &out);
    says(aet_buf_view(&out), with);
    aet_buf_free(&out);
}

START_TEST(pseudonyms)
{
    char path[] = "/tmp/aet-test-XXXXXX";
    enum pseudonym_fault fault;
    struct pseudonyms *p;
    struct span name;
    char first[64], text[256];
    int fd = mkstemp(path);

    ck_assert_int_ge(fd, 0);
    close(fd);
    unlink(path);
    ck_assert_int_ge(sodium_init(), 0);
    p = aet_pseudonyms_open(path, &fault);
    ck_assert_ptr_nonnull(p);
    name = aet_pseudonym(p, "agent", AET_LIT("Zoé Côté-Roy"));
    snprintf(first, sizeof first, "%.*s", (int)name.n, name.p);
    ck_assert(aet_span_eq(name, aet_pseudonym(p, "codeur", AET_LIT("ZOE  COTE ROY"))));
    ck_assert(aet_span_eq(name, aet_pseudonym(p, "agent", name)));
    aet_pseudonym(p, "agent", AET_LIT("Al"));
    aet_pseudonym(p, "agent", AET_LIT("42"));
    snprintf(text, sizeof text, "(%s), %s; Zoé Côté-Royal; al; 42", first, first);
    replaced(p,
             "(zoe\xC2\xA0"
             "co\xCC\x82te\xCC\x81 roy), ZOÉ CÔTÉ‑ROY; Zoé Côté-Royal; al; 42",
             text);
    ck_assert_int_eq(aet_pseudonyms_save(p), PSEUDONYM_OK);
    aet_pseudonyms_free(p);
    p = aet_pseudonyms_open(path, &fault);
    ck_assert_ptr_nonnull(p);
    says(aet_pseudonym(p, "agent", AET_LIT("Zoé Côté-Roy")), first);
    ck_assert_uint_eq(aet_pseudonyms_count(p), 1); /* met since it was opened */
    /* two names run into each other: nothing is left of either */
    aet_pseudonym_learn(p, "agent", AET_LIT("Guy Roc"));
    aet_pseudonym_learn(p, "agent", AET_LIT("Guy Dahlia"));
    name = aet_pseudonym(p, "agent", AET_LIT("Guy Roc"));
    snprintf(text, sizeof text, "%.*s ", (int)name.n, name.p);
    name = aet_pseudonym(p, "agent", AET_LIT("Guy Dahlia"));
    snprintf(text + strlen(text), sizeof text - strlen(text), "%.*s", (int)name.n, name.p);
    replaced(p, "Roc, Guy Dahlia", text);
    /* of a part, a capital; of a name that is met later as a whole, nothing */
    aet_pseudonym_learn(p, "agent", AET_LIT("Petit, Anne"));
    replaced(p, "petit", "petit");
    aet_pseudonym_learn(p, "agent", AET_LIT("Petit"));
    name = aet_pseudonym(p, "agent", AET_LIT("Petit"));
    snprintf(text, sizeof text, "%.*s", (int)name.n, name.p);
    replaced(p, "petit", text);
    aet_pseudonyms_free(p);
    unlink(path);
}
END_TEST

/* A record of segments, made by hand. */
static void segment(struct bilan_repa *b, int i)
{
    static const char *const recits[] = { "R2", "R1", "R3" }, *const coders[] = { "A", "B" };
    static const char *const numbers[] = { "1", "2", "3", "4", "5" };
    struct fact f[SEG_COUNT] = { 0 };
    const struct facts facts = { .schema = &aet_repa_schema_segments, .f = f };

    f[SEG_RECIT] =
        (struct fact){ true, true, false, false, { .text = aet_span_z(recits[i * 7 % 3]) } };
    f[SEG_SEGMENT] =
        (struct fact){ true, true, false, false, { .text = aet_span_z(numbers[i * 11 % 5]) } };
    f[SEG_CODEUR] =
        (struct fact){ true, true, false, false, { .text = aet_span_z(coders[i % 2]) } };
    f[SEG_CODE] = (struct fact){ true, true, false, false, { .row = i * 13 % 9 } };
    aet_repa_bilan_add(b, &facts);
}

/* An entry of a journal. */
static void entry(struct bilan_repa *b, int i)
{
    static const char *const people[] = { "Z", "Y", "X" }, *const places[] = { "N", "M", "L", "K" };
    struct fact f[JOU_COUNT] = { 0 };
    struct item fonctions[] = { { .row = i * 7 % 6 }, { .row = (i + 1 + i % 4) % 6 } };
    const struct facts facts = { .schema = &aet_repa_schema_journal, .f = f, .items = fonctions };

    f[JOU_DATE] = (struct fact){
        true, true, false, false, { .date = aet_date_from_days(17000 + i * 37 % 700) }
    };
    f[JOU_AGENT] =
        (struct fact){ true, true, false, false, { .text = aet_span_z(people[i * 5 % 3]) } };
    f[JOU_MILIEU] =
        (struct fact){ true, true, false, false, { .text = aet_span_z(places[i * 3 % 4]) } };
    f[JOU_FONCTION] = (struct fact){ true, true, false, false, { .list = { 0, i % 3 ? 1 : 2 } } };
    f[JOU_DUREE] = (struct fact){ true, true, false, false, { .minutes = 15 + i % 90 } };
    f[JOU_PHASE].u.row = f[JOU_PALIER].u.row = f[JOU_ETAPE].u.row = NO_ROW;
    aet_repa_bilan_add(b, &facts);
}

static void json_of(const struct bilan_repa *b, struct buf *out)
{
    struct report r = { .tool = "aet-repa", .verb = "bilan", .version = "0" };

    aet_repa_bilan_finish(b, &r);
    aet_render_json(&r, &(struct render_options){ 0 }, out);
    aet_report_free(&r);
}

/* The bytes do not depend on where the input is cut. */
START_TEST(merges)
{
    enum repa_kind kind = (enum repa_kind)_i;
    static const struct tool tool = { .name = "repa" };
    struct session s = { .command.tool = &tool, .tables = aet_tables_new("repa", NULL) };
    void (*add)(struct bilan_repa *, int) = kind == KIND_JOURNAL ? entry : segment;
    struct buf whole = { 0 };
    struct repa_knowledge k;
    struct attentes attentes;
    struct bilan_repa all;

    ck_assert(aet_repa_knowledge_load(&k, &s));
    ck_assert(aet_repa_attentes_read(&attentes, &k, &s));
    k.attentes = &attentes;
    aet_repa_bilan_init(&all, &k, kind);
    for (int i = 0; i < 300; i++)
        add(&all, i);
    json_of(&all, &whole);
    for (int cut = 0; cut <= 300; cut += 75) {
        struct bilan_repa a, b;
        struct buf parts = { 0 };

        aet_repa_bilan_init(&a, &k, kind);
        aet_repa_bilan_init(&b, &k, kind);
        for (int i = 0; i < 300; i++)
            add(i < cut ? &a : &b, i);
        aet_repa_bilan_merge(&a, &b);
        json_of(&a, &parts);
        ck_assert(aet_span_eq(aet_buf_view(&parts), aet_buf_view(&whole)));
        aet_repa_bilan_free(&a);
        aet_repa_bilan_free(&b);
        aet_buf_free(&parts);
    }
    aet_repa_bilan_free(&all);
    aet_buf_free(&whole);
    aet_repa_attentes_free(&attentes);
    aet_repa_knowledge_free(&k);
    aet_tables_free(s.tables);
}
END_TEST

/* Shares of a duration add up to it, whatever it is shared among, and differ by one part at most.
 */
START_TEST(shares)
{
    for (size_t n = 1; n <= 40; n++)
        for (int64_t minutes = 0; minutes < 500; minutes += 7) {
            int64_t sum = 0;

            for (size_t i = 0; i < n; i++)
                sum += aet_repa_part(minutes, n, i);
            ck_assert_int_eq(sum, minutes * AET_PARTS);
            ck_assert_int_le(aet_repa_part(minutes, n, 0) - aet_repa_part(minutes, n, n - 1),
                             n <= 10 ? 0 : 1);
        }
}
END_TEST

int main(void)
{
    Suite *s = suite_create("repa");
    TCase *t = tcase_create("repa");

    tcase_set_timeout(t, 60);
    tcase_add_test(t, slopes);
    tcase_add_test(t, clusters);
    tcase_add_test(t, pseudonyms);
    tcase_add_test(t, shares);
    tcase_add_loop_test(t, merges, KIND_JOURNAL, KIND_RECITS);
    suite_add_tcase(s, t);
    return run_suite(s);
}
