/* perennite: what is counted in parts and merged is what is counted at once; the draw does not
 * depend on the order of the rows; agreement likewise. */
#include "accord/accord.h"
#include "perennite/bilan.h"
#include "perennite/constats.h"
#include "perennite/tirage.h"
#include "report/render.h"
#include "suite.h"

enum { MENTIONS = 400 };

/* Facts of a mention made by dice; texts live as long as the struct. */
struct dice {
    struct fact f[MEN_COUNT];
    struct facts facts;
    char regroupement[16], plan[16], mention[16], codeur[16];
};

static void text(struct dice *d, int field, const char *s)
{
    d->f[field] = (struct fact){ .present = *s, .good = *s, .u.text = aet_span_z(s) };
}

static void term(struct dice *d, int field, unsigned long long *state, size_t rows)
{
    size_t row = random_next(state) % (rows + 1);

    d->f[field] = (struct fact){ .present = row < rows, .good = row < rows };
    d->f[field].u.row = row < rows ? (int32_t)row : NO_ROW;
}

static void throw(struct dice * d, const struct perennite_knowledge *k, unsigned long long *state)
{
    unsigned long long g = random_next(state) % 37;

    *d = (struct dice){ .facts = { .schema = &aet_perennite_schema_mention } };
    d->facts.f = d->f;
    snprintf(d->regroupement, sizeof d->regroupement, "R%llu", g);
    snprintf(d->plan, sizeof d->plan, "P%llu", g + 37 * (random_next(state) % 2));
    snprintf(d->mention, sizeof d->mention, "M%llu", random_next(state) % 90);
    snprintf(d->codeur, sizeof d->codeur, "C%llu", random_next(state) % 3);
    text(d, MEN_REGROUPEMENT, d->regroupement);
    text(d, MEN_PLAN, random_next(state) % 5 ? d->plan : "");
    text(d, MEN_MENTION, d->mention);
    text(d, MEN_CODEUR, d->codeur);
    term(d, MEN_NIVEAU, state, k->niveaux->rows);
    term(d, MEN_OBJET, state, k->objets->rows);
    term(d, MEN_STRATEGIE, state, k->strategies->rows);
    term(d, MEN_MOYEN, state, k->moyens->rows);
    term(d, MEN_STATUT, state, k->statuts->rows);
    d->f[MEN_SOUS_STRATEGIE] = (struct fact){ .present = false };
    d->f[MEN_SOUS_STRATEGIE].u.row = NO_ROW;
    for (int32_t r = 0; r < (int32_t)k->sous->rows; r++) /* one of the strategy, as rules ask */
        if (d->f[MEN_STRATEGIE].good && k->strategie_of[r] == d->f[MEN_STRATEGIE].u.row &&
            random_next(state) % 2)
            d->f[MEN_SOUS_STRATEGIE] = (struct fact){ .present = true, .good = true, .u.row = r };
}

static void load(struct perennite_knowledge *k, struct constats *c, struct session *s,
                 const struct tool *tool)
{
    *s = (struct session){ .command.tool = tool };
    s->tables = aet_tables_new("perennite", NULL);
    ck_assert(aet_perennite_knowledge_load(k, s));
    ck_assert(aet_perennite_constats_read(c, k, s));
    k->constats = c;
}

/* Two reports are one; what is shown is where they part. */
static void same(struct buf *a, struct buf *b)
{
    const char *x = aet_buf_z(a), *y = aet_buf_z(b);
    size_t at = 0;

    while (x[at] && x[at] == y[at])
        at++;
    ck_assert_msg(!x[at] && !y[at], "byte %zu: %.60s, not %.60s", at, y + at, x + at);
}

static struct buf report_of(struct somme *b)
{
    struct report r = { .tool = "aet-perennite", .verb = "bilan", .version = "0" };
    struct render_options o = { 0 };
    struct buf out = { 0 };

    aet_perennite_somme_finish(b, &r, aet_perennite_bilan_sections);
    aet_render_json(&r, &o, &out);
    aet_report_free(&r);
    return out;
}

START_TEST(merge_is_one_pass)
{
    static const struct tool tool = { .name = "perennite" };
    const struct somme_options o = { .masquer = _i % 2 ? 5 : 0 };
    unsigned long long state = 20260331 + (unsigned)_i;
    struct somme whole, parts[3];
    struct session s;
    struct perennite_knowledge k;
    struct constats constats;
    struct dice d;
    struct buf a, b;

    load(&k, &constats, &s, &tool);
    aet_perennite_somme_init(&whole, &k, &o);
    for (int i = 0; i < 3; i++)
        aet_perennite_somme_init(&parts[i], &k, &o);
    for (int i = 0; i < MENTIONS; i++) {
        throw(&d, &k, &state);
        aet_perennite_somme_add(&whole, &d.facts);
        aet_perennite_somme_add(&parts[i * 3 / MENTIONS], &d.facts);
    }
    aet_perennite_somme_merge(&parts[1], &parts[2]); /* associative */
    aet_perennite_somme_merge(&parts[0], &parts[1]);
    a = report_of(&whole);
    b = report_of(&parts[0]);
    ck_assert_uint_gt(a.n, 1000);
    same(&a, &b);
    aet_buf_free(&a);
    aet_buf_free(&b);
    for (int i = 0; i < 3; i++)
        aet_perennite_somme_free(&parts[i]);
    aet_perennite_somme_free(&whole);
    aet_perennite_constats_free(&constats);
    aet_perennite_knowledge_free(&k);
    aet_tables_free(s.tables);
    aet_arena_free(&s.arena);
}
END_TEST

static struct buf accord_of(struct accord *a)
{
    struct report r = { .tool = "aet-perennite", .verb = "accord", .version = "0" };
    struct render_options o = { 0 };
    struct buf out = { 0 };

    aet_accord_finish(a, &r);
    aet_render_json(&r, &o, &out);
    aet_report_free(&r);
    return out;
}

static void code(struct accord *a, const struct dice *d, unsigned long long value)
{
    char number[8];
    uint32_t unit = aet_accord_unit(a, aet_span_z(d->mention));
    uint16_t coder = aet_accord_coder(a, aet_span_z(d->codeur));

    snprintf(number, sizeof number, "%llu", value % 12);
    if (d->f[MEN_OBJET].good)
        aet_accord_code(a, 0, unit, coder, (uint32_t)d->f[MEN_OBJET].u.row);
    aet_accord_text(a, 1, unit, coder, aet_span_z(number));
    aet_accord_seen(a, 2, unit, coder);
    if (d->f[MEN_STRATEGIE].good)
        aet_accord_code(a, 2, unit, coder, (uint32_t)d->f[MEN_STRATEGIE].u.row);
}

START_TEST(accord_merge)
{
    static const struct tool tool = { .name = "perennite" };
    struct accord_champ champs[] = { { "objet", { "o", "o" }, AGREE_NOMINAL, NULL, false, false },
                                     { "note", { "n", "n" }, AGREE_INTERVAL, NULL, false, false },
                                     { "code", { "c", "c" }, AGREE_NOMINAL, NULL, true, false } };
    struct accord_options o = {
        .champs = champs, .n = 3, .replicates = 50, .seed = 7, .weights = AGREE_QUADRATIC
    };
    unsigned long long state = 99;
    struct accord whole, first, second;
    struct session s;
    struct perennite_knowledge k;
    struct constats constats;
    struct dice d;
    struct buf a, b;

    load(&k, &constats, &s, &tool);
    champs[0].table = k.objets;
    champs[2].table = k.strategies;
    aet_accord_init(&whole, &o);
    aet_accord_init(&first, &o);
    aet_accord_init(&second, &o);
    for (int i = 0; i < MENTIONS; i++) {
        unsigned long long value = random_next(&state);

        throw(&d, &k, &state);
        code(&whole, &d, value);
        code(i < MENTIONS / 3 ? &first : &second, &d, value);
    }
    aet_accord_merge(&first, &second);
    a = accord_of(&whole);
    b = accord_of(&first);
    ck_assert_uint_gt(whole.doubles, 0);
    same(&a, &b);
    aet_buf_free(&a);
    aet_buf_free(&b);
    aet_accord_free(&whole);
    aet_accord_free(&first);
    aet_accord_free(&second);
    aet_perennite_constats_free(&constats);
    aet_perennite_knowledge_free(&k);
    aet_tables_free(s.tables);
    aet_arena_free(&s.arena);
}
END_TEST

/* Whatever the order of the rows; tests/cas/perennite redoes a draw with sha256sum alone. */
START_TEST(draw)
{
    static const char *const plans[] = {
        "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10"
    };
    const struct tirage_demande d = { .graine = "2026", .numerateur = 40, .denominateur = 100 };
    struct tirage t, more;

    aet_perennite_tirage_init(&t, &d);
    aet_perennite_tirage_init(&more, &d);
    for (int i = 0; i < 10; i++)
        aet_perennite_tirage_add(&t, aet_span_z(plans[_i ? 9 - i : i]), AET_LIT(""));
    ck_assert(aet_perennite_tirage_draw(&t));
    ck_assert_uint_eq(t.taille, 4);
    for (int i = 0; i < 4; i++)
        ck_assert(aet_perennite_tirage_drew(&t, t.plans.list[t.rows[i].plan]));
    ck_assert(!aet_perennite_tirage_drew(&t, t.plans.list[t.rows[4].plan]));
    ck_assert(!aet_perennite_tirage_drew(&t, AET_LIT("P11")));
    /* a plan added later keeps the order of the others */
    for (int i = 0; i < 10; i++)
        aet_perennite_tirage_add(&more, aet_span_z(plans[i]), AET_LIT(""));
    aet_perennite_tirage_add(&more, AET_LIT("P11"), AET_LIT(""));
    ck_assert(aet_perennite_tirage_draw(&more));
    for (size_t i = 0, k = 0; i < 11; i++) {
        struct span name = more.plans.list[more.rows[i].plan];

        if (aet_span_eq(name, AET_LIT("P11")))
            continue;
        ck_assert(aet_span_eq(name, t.plans.list[t.rows[k].plan]));
        k++;
    }
    aet_perennite_tirage_free(&t);
    aet_perennite_tirage_free(&more);
}
END_TEST

/* NFC and NFD spell one plan. */
START_TEST(draw_in_nfc)
{
    const struct tirage_demande d = { .graine = "x", .taille = 1 };
    struct tirage t;

    aet_perennite_tirage_init(&t, &d);
    aet_perennite_tirage_add(&t, AET_LIT("\xC3\x89tang"), AET_LIT(""));
    aet_perennite_tirage_add(&t, AET_LIT("E\xCC\x81tang"), AET_LIT(""));
    ck_assert(aet_perennite_tirage_draw(&t));
    ck_assert_uint_eq(t.population, 1);
    ck_assert(aet_perennite_tirage_drew(&t, AET_LIT("E\xCC\x81tang")));
    aet_perennite_tirage_free(&t);
}
END_TEST

START_TEST(too_many_asked)
{
    const struct tirage_demande d = { .graine = "x", .taille = 2 };
    struct tirage t;

    aet_perennite_tirage_init(&t, &d);
    aet_perennite_tirage_add(&t, AET_LIT("P1"), AET_LIT(""));
    ck_assert(!aet_perennite_tirage_draw(&t));
    aet_perennite_tirage_free(&t);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("perennite");
    TCase *t = tcase_create("perennite");

    tcase_set_timeout(t, 60);
    tcase_add_loop_test(t, merge_is_one_pass, 0, 6);
    tcase_add_test(t, accord_merge);
    tcase_add_loop_test(t, draw, 0, 2);
    tcase_add_test(t, draw_in_nfc);
    tcase_add_test(t, too_many_asked);
    suite_add_tcase(s, t);
    return run_suite(s);
}
