/* Parts of a path, beside what dirname and basename say; files that vanish and come back. */
#include "base/path.h"

#include <libgen.h>

#include "base/alloc.h"
#include "base/os/os.h"
#include "suite.h"

static const char *const paths[] = {
    "a",    "a.csv", "a/b",   "a/b/", "/a", "/a/b",          "./a",
    "../a", "a//b",  "a/b//", ".",    "..", "dépôt/é à.csv",
};

START_TEST(parts)
{
    const char *path = paths[_i];
    char *one = aet_span_dup(aet_span_z(path)), *other = aet_span_dup(aet_span_z(path));
    char *folder = aet_path_folder(path), *name = aet_span_dup(aet_path_name(path));

    ck_assert_str_eq(folder, dirname(one));
    ck_assert_str_eq(name, basename(other));
    aet_free(one);
    aet_free(other);
    aet_free(folder);
    aet_free(name);
}
END_TEST

START_TEST(vanishing)
{
    char path[] = "aet-path-XXXXXX", text[4] = "";
    int fd = aet_os_unique(path);
    struct os_file f;

    ck_assert_int_ge(fd, 0);
    ck_assert_int_eq((int)aet_os_write(fd, "abcd", 4), 4);
    ck_assert(aet_os_vanish(fd, path));
    ck_assert(!aet_os_look(path, &f));
    ck_assert(aet_os_look_at(fd, &f));
    ck_assert_uint_eq(f.size, 4);
    ck_assert_int_eq((int)aet_os_read_at(fd, text, 2, 2), 2);
    ck_assert_mem_eq(text, "cd", 2);
    ck_assert_int_eq((int)aet_os_tell(fd), 4); /* as it was */
    ck_assert_int_eq(aet_os_close(fd), 0);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("path");
    TCase *t = tcase_create("path");

    tcase_add_loop_test(t, parts, 0, (int)(sizeof paths / sizeof *paths));
    tcase_add_test(t, vanishing);
    suite_add_tcase(s, t);
    return run_suite(s);
}
