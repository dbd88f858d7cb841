/* What every unit test needs: a runner, and comparisons that show both texts. */
#ifndef AET_TESTS_SUITE_H
#define AET_TESTS_SUITE_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"

#define ROWS(table) ((int)(sizeof(table) / sizeof *(table)))

/* The span is exactly this C string. */
static inline void says(struct span s, const char *text)
{
    char *copy = aet_span_dup(s);

    ck_assert_str_eq(copy, text);
    ck_assert_uint_eq(s.n, strlen(text));
    aet_free(copy);
}

static inline int run_suite(Suite *s)
{
    SRunner *r = srunner_create(s);
    int failed;

    srunner_run_all(r, CK_NORMAL);
    failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* A generator of our own, so that a seed gives the same inputs everywhere (xorshift64*). */
static inline unsigned long long random_next(unsigned long long *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * 2685821657736338717ULL;
}

#endif
