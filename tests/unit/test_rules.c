/* diag: the catalogues say the same in both languages, and messages are filled as they should. */
#include "voice/diag.h"
#include "base/harmless.h"
#include "partial/rules.h"
#include "perennite/rules.h"
#include "plan/rules.h"
#include "privacy/rules.h"
#include "publics/rules.h"
#include "repa/rules.h"
#include "suite.h"

static const struct catalogue *const catalogues[] = {
    &aet_catalogue_ent,  &aet_publics_catalogue, &aet_perennite_catalogue, &aet_repa_catalogue,
    &aet_plan_catalogue, &aet_privacy_catalogue, &aet_catalogue_opt,       &aet_catalogue_sys,
    &aet_catalogue_bil,  &aet_partial_catalogue
};

/* Whether every placeholder of `a` stands in `b`. */
static bool placeholders_in(const char *a, const char *b)
{
    for (const char *open = a; (open = strchr(open, '{')); open++) {
        const char *close = strchr(open, '}');
        struct span name;

        if (!close)
            return false;
        name = aet_span(open, strcspn(open, "|}")); /* forms of a word are each language's own */
        if (aet_span_find(aet_span_z(b), name) == strlen(b))
            return false;
    }
    return true;
}

static bool well_formed(const char *code)
{
    return strlen(code) == 6 && strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3 &&
           strspn(code + 3, "0123456789") == 3;
}

START_TEST(rules)
{
    const struct catalogue *c = catalogues[_i];

    for (size_t i = 0; i < c->n; i++) {
        const struct rule *r = &c->rules[i];
        const struct text texts[] = { r->message, r->explanation, r->source };

        ck_assert_msg(well_formed(r->code), "%s", r->code);
        for (int t = 0; t < 3; t++) {
            ck_assert_msg(texts[t].fr && *texts[t].fr && texts[t].en && *texts[t].en, "%s",
                          r->code);
            ck_assert_msg(placeholders_in(texts[t].fr, texts[t].en) &&
                              placeholders_in(texts[t].en, texts[t].fr),
                          "placeholders of %s", r->code);
            ck_assert_msg(t == 0 || !strchr(texts[t].fr, '{'), "%s", r->code);
        }
        for (size_t k = 0; k < i; k++)
            ck_assert_str_ne(c->rules[k].code, r->code);
        ck_assert_int_eq(strncmp(r->code, c->rules[0].code, 3), 0);
    }
}
END_TEST

START_TEST(message)
{
    static const struct {
        const char *message, *out;
    } rows[] = { { "public inconnu « {valeur} »", "public inconnu « x  y »" },
                 { "{valeur}{valeur}", "x  yx  y" },
                 { "{autre}.", "." },
                 { "{long}", "" },
                 { "{", "{" } };
    static char tail[300];
    struct diag_arg args[] = { { "valeur", AET_LIT("x\n\ty") }, { "long", { tail, 299 } } };
    struct buf out = { 0 };

    memset(tail, 'z', 299);
    aet_message(&out, (struct text){ rows[_i].message, NULL }, LANG_FR, args, 2);
    if (_i == 3) { /* a value is cut after 80 columns, what a rule adds to it after 240 */
        ck_assert_uint_eq(out.n, 240 + strlen("…"));
        aet_buf_clear(&out);
        args[1].name = "valeur";
        aet_message(&out, (struct text){ "{valeur}", NULL }, LANG_FR, args + 1, 1);
        ck_assert_uint_eq(out.n, 80 + strlen("…"));
    } else if (_i == 0) {
        says(aet_buf_view(&out), "public inconnu « x  y »");
    } else {
        says(aet_buf_view(&out), rows[_i].out);
    }
    aet_buf_free(&out);
}
END_TEST

START_TEST(forms)
{
    struct arena arena = { 0 };
    struct diags d = { .arena = &arena };
    struct diag_place where = {
        "a.csv", 12, 8, 3, { .row = 11, .column = 28, .heading = AET_LIT("Public\ncible") }
    };
    struct buf out = { 0 };

    aet_diag_arg(&d, aet_diag_add(&d, &aet_publics_rule[PUB_PUBLIC], AET_LIT("public[0]")),
                 "valeur", AET_LIT("\"élus\""));
    aet_diag_arg(&d, &d.items[0], "suggestion", AET_LIT("Décideurs"));
    ck_assert_uint_eq(d.errors, 1);
    aet_diag_text(&out, &d.items[0], &where, LANG_FR, false);
    says(aet_buf_view(&out), "a.csv:12:8: erreur: public inconnu « \"élus\" » (voulait-on dire « "
                             "Décideurs »?) [rangée 11, colonne AB « Public cible »] [PUB002]\n");
    aet_buf_clear(&out);
    aet_diag_text(&out, &d.items[0], &(struct diag_place){ .file = "a.csv" }, LANG_EN, false);
    says(aet_buf_view(&out),
         "a.csv: error: unknown audience “\"élus\"” (did you mean “Décideurs”?) [PUB002]\n");
    aet_buf_clear(&out);
    aet_diag_json(&out, &d.items[0], &where, LANG_FR);
    says(aet_buf_view(&out),
         "{\"fichier\":\"a.csv\",\"ligne\":12,\"colonne\":8,\"rangee\":11,\"cellule\":"
         "\"AB11\",\"intitule\":\"Public\\ncible\",\"enregistrement\":3,\"champ\":"
         "\"public[0]\",\"valeur\":\"\\\"élus\\\"\",\"regle\":\"PUB002\",\"gravite\":\"erreur\","
         "\"message\":\"public inconnu « \\\"élus\\\" »\",\"suggestion\":\"Décideurs\"}\n");
    aet_buf_free(&out);
    aet_diags_free(&d);
    aet_arena_free(&arena);
}
END_TEST

/* One and many, in each language; what a catalogue shows of it. */
START_TEST(plural)
{
    static const struct text text = { "{n} {n|mention|mentions} de {qui}",
                                      "{n} {n|mention|mentions} of {qui}" };
    static const struct {
        const char *n;
        enum lang lang;
        const char *out;
    } rows[] = { { "0", LANG_FR, "0 mention de A" },  { "1", LANG_FR, "1 mention de A" },
                 { "2", LANG_FR, "2 mentions de A" }, { "0", LANG_EN, "0 mentions of A" },
                 { "1", LANG_EN, "1 mention of A" },  { "10", LANG_EN, "10 mentions of A" } };
    const struct diag_arg args[] = { { "n", aet_span_z(rows[_i].n) }, { "qui", AET_LIT("A") } };
    struct buf out = { 0 };

    aet_message(&out, text, rows[_i].lang, args, 2);
    says(aet_buf_view(&out), rows[_i].out);
    aet_buf_clear(&out);
    aet_message_shown(&out, text, LANG_FR, NULL);
    says(aet_buf_view(&out), "{n} mentions de {qui}");
    aet_buf_free(&out);
}
END_TEST

/* What a terminal obeys is shown, or gives way to a space; JSON loses nothing of it. */
START_TEST(harmless)
{
    static const struct {
        const char *in, *text, *json;
    } rows[] = {
        { "Élus, 12 $", "Élus, 12 $", "\"Élus, 12 $\"" },
        { "a\nb\tc\r", "a b c ", "\"a\\nb\\tc\\r\"" },
        { "\x1b[2J\x7f", " [2J ", "\"\\u001b[2J\\u007f\"" },
        { "\xc2\x9b"
          "2J",
          "\\u009B2J", "\"\\u009b2J\"" },
        { "a\u202eb\u2066\u200f\u061c", "a\\u202Eb\\u2066\\u200F\\u061C",
          "\"a\\u202eb\\u2066\\u200f\\u061c\"" },
        { "a\u2028b\u2029", "a b ", "\"a\\u2028b\\u2029\"" },
        { "a\xef\xbf\xbf\xf0\x9f\xbf\xbe", "a\\uFFFF\\U0001FFFE",
          "\"a\xef\xbf\xbf\xf0\x9f\xbf\xbe\"" },
        { "a\xe9\"\\", "a\\xE9\"\\", "\"a\\\\xE9\\\"\\\\\"" },
        { "\xf0\x9f\x98\x80\u200b", "\xf0\x9f\x98\x80\u200b", "\"\xf0\x9f\x98\x80\u200b\"" },
    };
    struct buf out = { 0 };

    aet_harmless(&out, aet_span_z(rows[_i].in));
    says(aet_buf_view(&out), rows[_i].text);
    aet_buf_clear(&out);
    aet_harmless_json(&out, aet_span_z(rows[_i].in));
    says(aet_buf_view(&out), rows[_i].json);
    aet_buf_free(&out);
}
END_TEST

/* What is less grave than asked for is counted, not kept. */
START_TEST(least)
{
    struct arena arena = { 0 };
    struct diags d = { .arena = &arena, .least = ERREUR };

    ck_assert_ptr_null(aet_diag_add(&d, &aet_publics_rule[PUB_MOYEN_UNIQUE], AET_LIT("")));
    aet_diag_arg(&d, NULL, "valeur", AET_LIT("x"));
    ck_assert_uint_eq(d.warnings, 1);
    ck_assert_uint_eq(d.n, 0);
    aet_diags_free(&d);
    aet_arena_free(&arena);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("rules");
    TCase *t = tcase_create("rules");

    tcase_add_loop_test(t, rules, 0, ROWS(catalogues));
    tcase_add_loop_test(t, message, 0, 5);
    tcase_add_loop_test(t, plural, 0, 6);
    tcase_add_loop_test(t, harmless, 0, 9);
    tcase_add_test(t, forms);
    tcase_add_test(t, least);
    suite_add_tcase(s, t);
    return run_suite(s);
}
