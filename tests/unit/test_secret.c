/* While a key is held the process leaves no core and nobody looks into it; then the key is wiped.
 */
#define _DEFAULT_SOURCE /* sys/prctl.h */
#include "privacy/secret.h"

#include <string.h>
#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "suite.h"

START_TEST(held)
{
    unsigned char key[32];
    struct rlimit core;

    memset(key, 7, sizeof key);
    aet_secret_hold(key, sizeof key);
    ck_assert_int_eq(key[31], 7);
    ck_assert_int_eq(getrlimit(RLIMIT_CORE, &core), 0);
    ck_assert_uint_eq(core.rlim_cur, 0);
    ck_assert_uint_eq(core.rlim_max, 0);
#ifdef __linux__
    ck_assert_int_eq(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
#endif
    aet_secret_wipe(key, sizeof key);
    for (size_t i = 0; i < sizeof key; i++)
        ck_assert_int_eq(key[i], 0);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("secret");
    TCase *t = tcase_create("secret");

    tcase_add_test(t, held);
    suite_add_tcase(s, t);
    return run_suite(s);
}
