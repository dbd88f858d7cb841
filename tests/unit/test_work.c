/* flow: what a verb cannot have of the drive is known before anything is read. */
#include "flow/sink.h"
#include "flow/sink.h"
#include "suite.h"

static void check(const void *context, const struct facts *facts, struct diags *diags,
                  struct mark *mark)
{
    (void)context, (void)facts, (void)diags, (void)mark;
}

static void judge(void *state, const struct mark *mark, uint64_t place,
                  const struct layout *const *files, struct diags *diags)
{
    (void)state, (void)mark, (void)place, (void)files, (void)diags;
}

static const struct rules whole = { .check = check, .judge = judge };
static const struct rules no_judge = { .check = check };
static const struct nest nest;
static const struct sink_kind *const sinks[] = { &aet_sink_echo, &aet_sink_complete,
                                                 &aet_sink_derive, &aet_sink_text, &aet_sink_sum };

static struct work flat(const struct sink_kind *sink)
{
    return (struct work){ .reads = AET_FLAT(.schema = NULL), .rules = &whole, .sink.kind = sink };
}

static struct work tree(const struct sink_kind *sink)
{
    return (struct work){ .reads = AET_TREE(.nest = &nest), .rules = &whole, .sink.kind = sink };
}

START_TEST(flat_records_have_every_sink)
{
    struct work w = flat(sinks[_i]);

    ck_assert_ptr_null(aet_work_fault(&w));
    w.rules = &no_judge;
    ck_assert_ptr_nonnull(aet_work_fault(&w));
}
END_TEST

START_TEST(documents_have_those_that_take_trees)
{
    struct work w = tree(sinks[_i]);

    ck_assert_int_eq(aet_work_fault(&w) == NULL, sinks[_i]->trees);
}
END_TEST

START_TEST(a_sink_there_must_be)
{
    struct work w = flat(NULL);

    ck_assert_ptr_nonnull(aet_work_fault(&w));
}
END_TEST

int main(void)
{
    Suite *s = suite_create("work");
    TCase *t = tcase_create("work");

    tcase_add_loop_test(t, flat_records_have_every_sink, 0, ROWS(sinks));
    tcase_add_loop_test(t, documents_have_those_that_take_trees, 0, ROWS(sinks));
    tcase_add_test(t, a_sink_there_must_be);
    suite_add_tcase(s, t);
    return run_suite(s);
}
