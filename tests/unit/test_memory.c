/* base: what grows. */
#include <stddef.h>

#include "base/arena.h"
#include "base/idset.h"
#include "base/names.h"
#include "suite.h"

START_TEST(buf)
{
    struct buf b = { 0 };

    ck_assert_uint_eq(aet_buf_view(&b).n, 0);
    ck_assert_str_eq(aet_buf_z(&b), "");
    aet_buf_int(&b, INT64_MIN);
    aet_buf_char(&b, ' ');
    aet_buf_uint(&b, UINT64_MAX);
    aet_buf_repeat(&b, AET_LIT("ab"), 3);
    ck_assert_str_eq(aet_buf_z(&b), "-9223372036854775808 18446744073709551615ababab");
    aet_buf_clear(&b);
    for (int i = 0; i < 100000; i++)
        aet_buf_char(&b, (char)('a' + i % 26));
    for (int i = 0; i < 100000; i++)
        ck_assert_int_eq(b.p[i], 'a' + i % 26);
    aet_buf_free(&b);
}
END_TEST

START_TEST(arena)
{
    struct arena a = { 0 };
    char *small[1000];

    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 1000; i++) {
            small[i] = aet_arena_alloc(&a, (size_t)i + 1);
            ck_assert_uint_eq((uintptr_t)small[i] % _Alignof(max_align_t), 0);
            memset(small[i], i & 0x7F, (size_t)i + 1);
        }
        memset(aet_arena_alloc(&a, 10000000), 1, 10000000); /* larger than any chunk */
        for (int i = 0; i < 1000; i++)
            ck_assert_int_eq(small[i][i], i & 0x7F);
        aet_arena_reset(&a);
    }

    struct span s = aet_arena_copy(&a, AET_LIT("ab"));

    ck_assert_uint_eq(s.n, 2);
    ck_assert_int_eq(s.p[2], '\0');
    aet_arena_free(&a);
}
END_TEST

/* The first place of each key is kept, whatever the order and number of the others. */
START_TEST(idset)
{
    struct idset s = { 0 };
    unsigned long long seed = 42;

    for (uint64_t i = 1; i <= 200000; i++)
        ck_assert_uint_eq(aet_idset_add(&s, random_next(&seed) | 1, i), 0);
    seed = 42;
    for (uint64_t i = 1; i <= 200000; i++)
        ck_assert_uint_eq(aet_idset_add(&s, random_next(&seed) | 1, 999), i);
    aet_idset_free(&s);
}
END_TEST

/* Keys that share their first byte, or differ only in their last, do not hide one another. */
START_TEST(idset_near)
{
    struct idset s = { 0 };

    for (uint64_t i = 1; i <= 5000; i++) {
        ck_assert_uint_eq(aet_idset_add(&s, i, i), 0);
        ck_assert_uint_eq(aet_idset_add(&s, i << 40 | 1ULL << 63, i), 0);
    }
    ck_assert_uint_eq(aet_idset_add(&s, 77, 1), 77);
    aet_idset_free(&s);
}
END_TEST

/* How many values a key has, and their sum. */
static void under(const struct hash *t, uint64_t key, int *n, uint64_t *sum)
{
    uint64_t *found;

    *n = 0;
    *sum = 0;
    for (uint32_t at = 0; (found = aet_hash_next(t, key, &at)) != NULL; ++*n)
        *sum += *found;
}

/* Several values under one key stand beside those of its neighbours, through every growth; a key
 * whose run goes past the last slot goes on at the first. */
START_TEST(hash)
{
    struct hash t = { 0 };
    uint64_t sum;
    int n;

    under(&t, 5, &n, &sum);
    ck_assert_int_eq(n, 0);
    for (uint64_t value = 1; value <= 3; value++)
        for (uint64_t key = 0; key < 500; key++)
            aet_hash_add(&t, key % 2 ? UINT32_MAX - key : key, value * 1000 + key);
    for (uint64_t key = 0; key < 500; key++) {
        under(&t, key % 2 ? UINT32_MAX - key : key, &n, &sum);
        ck_assert_int_eq(n, 3);
        ck_assert_uint_eq(sum, 6000 + 3 * key);
    }
    under(&t, 500, &n, &sum);
    ck_assert_int_eq(n, 0);
    ck_assert_uint_eq(t.used, 1500);
    aet_hash_free(&t);
}
END_TEST

/* A value is changed where it stands, and kept by a key that comes again. */
START_TEST(hash_once)
{
    struct hash t = { 0 };
    uint32_t at = 0;

    ck_assert_uint_eq(aet_hash_once(&t, 7, 70), 0);
    ck_assert_uint_eq(aet_hash_once(&t, 7, 71), 70);
    *aet_hash_next(&t, 7, &at) = 72;
    ck_assert_uint_eq(aet_hash_once(&t, 7, 73), 72);
    ck_assert_uint_eq(t.used, 1);
    aet_hash_free(&t);
}
END_TEST

START_TEST(names)
{
    struct names t = { 0 };
    uint32_t first = aet_names_id(&t, AET_LIT("\xC3\x89ric"));
    uint32_t zebra = aet_names_id(&t, AET_LIT("z\xC3\xA8"
                                              "bre"));
    uint32_t *sorted;

    ck_assert_uint_eq(aet_names_id(&t, AET_LIT(" E\xCC\x81ric ")), first); /* NFD, blanks */
    ck_assert_uint_ne(aet_names_id(&t, AET_LIT("eric")), first);
    ck_assert_uint_eq(t.n, 3);
    for (int i = 0; i < 10000; i++) {
        char text[16];

        snprintf(text, sizeof text, "n%d", i);
        ck_assert_uint_eq(aet_names_id(&t, aet_span_z(text)), (uint32_t)i + 3);
    }
    ck_assert_uint_eq(aet_names_id(&t, AET_LIT("z\xC3\xA8"
                                               "bre")),
                      zebra);
    sorted = aet_names_sorted(&t);
    says(t.list[sorted[0]], "eric");
    says(t.list[sorted[1]], "\xC3\x89ric");
    says(t.list[sorted[t.n - 1]], "z\xC3\xA8"
                                  "bre");
    aet_free(sorted);
    aet_names_free(&t);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("memory");
    TCase *t = tcase_create("memory");

    tcase_add_test(t, buf);
    tcase_add_test(t, arena);
    tcase_add_test(t, hash);
    tcase_add_test(t, hash_once);
    tcase_add_test(t, idset);
    tcase_add_test(t, idset_near);
    tcase_add_test(t, names);
    suite_add_tcase(s, t);
    return run_suite(s);
}
