/* Names of what no field claims, behind "hors_champ_" and out of it again; and that no field of any
 * record kind is called so. */
#include "headings/outside.h"
#include "headings/headings.h"
#include "plan/records.h"
#include "suite.h"

static const struct {
    const char *name, *once;
} names[] = {
    { "constats", "hors_champ_constats" },
    { "", "hors_champ_" },
    { " zz", "hors_champ_ zz" },
    { "zz ", "hors_champ_zz _" },
    { "zz_", "hors_champ_zz__" },
    { "_", "hors_champ___" },
    { "hors_champ_zz_", "hors_champ_hors_champ_zz__" },
    { "hors_champ_zz ", "hors_champ_hors_champ_zz _" },
};

START_TEST(there_and_back)
{
    struct outside o = aet_outside_of(aet_span_z(names[_i].name));
    struct buf out = { 0 }, back = { 0 };

    ck_assert_uint_eq(o.n, 0);
    aet_outside_put(o, false, true, &out);
    ck_assert_str_eq(aet_buf_z(&out), names[_i].once);
    for (size_t n = 1; n < 5; n++) {
        o = aet_outside_of(aet_buf_view(&out));
        ck_assert_uint_eq(o.n, n);
        ck_assert(aet_span_eq(o.name, aet_span_z(names[_i].name)));
        aet_buf_clear(&back);
        aet_outside_put(o, false, true, &back);
        aet_buf_clear(&out);
        aet_buf_span(&out, aet_buf_view(&back));
    }
    aet_buf_free(&out);
    aet_buf_free(&back);
}
END_TEST

static void is_no_field(const struct schema *schema)
{
    struct headings *h = aet_headings_new(schema, NULL, 0);
    struct span heading, label;

    for (size_t i = 0; i < schema->n; i++) {
        struct field_headings rest = { 0 };

        while (aet_field_heading(&schema->fields[i], &rest, &heading)) {
            struct buf name = { 0 };

            aet_outside_put(aet_outside_of(heading), false, true, &name);
            ck_assert_int_eq(aet_heading_field(h, aet_buf_view(&name)), NO_FIELD);
            ck_assert_int_eq(aet_heading_near(h, aet_buf_view(&name)), NO_FIELD);
            aet_buf_str(&name, " [Parents]");
            ck_assert_int_eq(aet_heading_choice(h, aet_buf_view(&name), &label), NO_FIELD);
            aet_buf_free(&name);
        }
    }
    aet_headings_free(h);
}

START_TEST(no_field)
{
    for (size_t k = 0; k < aet_plan_nest.n; k++)
        is_no_field(aet_plan_nest.kinds[k].schema);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("outside");
    TCase *t = tcase_create("outside");

    tcase_add_loop_test(t, there_and_back, 0, ROWS(names));
    tcase_add_test(t, no_field);
    suite_add_tcase(s, t);
    return run_suite(s);
}
