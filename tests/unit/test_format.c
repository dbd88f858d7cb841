/* The rows of the table of formats: each is whole, found by its names, and writes lists as its
 * files are. */
#include <unistd.h>

#include "format/formats.h"
#include "format/source.h"
#include "suite.h"

static const char *const names[] = { "csv", "json", "ndjson" };

START_TEST(whole)
{
    const struct format *f = aet_format_named(names[_i]);
    bool cells;

    ck_assert_ptr_nonnull(f);
    ck_assert_str_eq(f->name, names[_i]);
    ck_assert_ptr_nonnull(f->suffixes[0]);
    ck_assert(f->begin && f->list_item);
    cells = f->shape == SHAPE_CELLS;
    ck_assert_int_eq(cells, f->row_new != NULL);
    ck_assert_int_eq(cells, f->row_cutter != NULL);
    ck_assert_int_eq(cells, f->cell_at != NULL);
    ck_assert_int_eq(cells, f->row_write != NULL);
    ck_assert_int_eq(cells, f->row_extend != NULL);
}
END_TEST

static const struct {
    const char *path, *name;
} files[] = { { "plan.csv", "csv" },   { "a/b.json", "json" }, { "x.ndjson", "ndjson" },
              { "x.jsonl", "ndjson" }, { "csv", NULL },        { ".csv", NULL },
              { "plan.csv.gz", NULL }, { "plan.html", NULL },  { "-", NULL } };

START_TEST(by_file)
{
    ck_assert_ptr_eq(aet_format_of_file(files[_i].path), aet_format_named(files[_i].name));
}
END_TEST

/* By the content alone, as a source finds it. */
static const struct {
    const char *text, *name;
    size_t records;
} contents[] = { { "a,b\n1,2\n3,4\n", "csv", 2 },
                 { "\n\n a;b\r\n1;2\r\n", "csv", 1 },
                 { "", "csv", 0 },
                 { "  [ {\"a\":1},\n{\"a\":2} ]", "json", 2 },
                 { "[]", "json", 0 },
                 { "{\"a\":1}\n{\"a\":2}\n", "ndjson", 2 },
                 { "\n {\"a\":1}", "ndjson", 1 },
                 { "{\n\"a\":1}\n{\"a\":2}\n", "json", 2 } };

START_TEST(by_content)
{
    const char *text = contents[_i].text;
    struct source_options o = { .n = 0 };
    struct source *s;
    struct block b = { 0 };
    struct stop stop;
    int ends[2], keep = dup(STDIN_FILENO);

    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_int_eq(write(ends[1], text, strlen(text)), (ssize_t)strlen(text));
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    s = aet_source_new(&o);
    ck_assert_int_eq(aet_source_next(s, &b, &stop), SOURCE_BLOCK);
    ck_assert_str_eq(b.layout->format->name, contents[_i].name);
    ck_assert_uint_eq(b.n, contents[_i].records);
    aet_block_free(&b);
    aet_source_free(s);
    dup2(keep, STDIN_FILENO);
    close(keep);
}
END_TEST

/* Two records and none, as lists. */
static const struct {
    const char *name;
    bool array, crlf;
    const char *records[2], *two, *none;
} lists[] = {
    { "csv", false, false, { "1,2\n", "3,4" }, "1,2\n3,4\n", "" },
    { "csv", false, true, { "1,2\r\n", "3,4" }, "1,2\r\n3,4\r\n", "" },
    { "ndjson", true, false, { "{}\r\n", " {}" }, "{}\n{}\n", "" },
    { "json", true, false, { "{ }", "{}\n" }, "[\n{ },\n{}\n]\n", "[]\n" },
    { "json", false, false, { "{\n}", "{}\n" }, "{\n}\n{}\n", "" },
};

static void write_list(struct list l, const char *const *records, size_t n, const char *expected)
{
    struct buf out = { 0 };

    aet_buf_span(&out, aet_list_begin(&l));
    for (size_t i = 0; i < n; i++) {
        struct framed f = aet_list_item(&l, aet_span_z(records[i]));

        aet_buf_span(&out, f.before);
        aet_buf_span(&out, f.text);
        aet_buf_span(&out, f.after);
    }
    aet_buf_span(&out, aet_list_end(&l));
    says(aet_buf_view(&out), expected);
    aet_buf_free(&out);
}

START_TEST(written)
{
    struct list l = { .format = aet_format_named(lists[_i].name),
                      .array = lists[_i].array,
                      .crlf = lists[_i].crlf };

    write_list(l, lists[_i].records, 2, lists[_i].two);
    write_list(l, lists[_i].records, 0, lists[_i].none);
}
END_TEST

/* A row with cells behind its last heading, and one written anew. */
START_TEST(rows)
{
    struct layout l = { .format = aet_format_named("csv"), .delimiter = ';', .columns = 2 };
    const struct span more[] = { AET_LIT("x;y"), AET_LIT("") };
    struct buf out = { 0 };

    l.format->row_extend(&l, AET_LIT("\"a\" ;b;;\r\n"), 4, more, 2, &out);
    says(aet_buf_view(&out), "\"a\" ;b;\"x;y\";\n");
    aet_buf_clear(&out);
    l.crlf = true;
    l.format->row_extend(&l, AET_LIT("a;b"), 2, more, 1, &out);
    says(aet_buf_view(&out), "a;b;\"x;y\"\r\n");
    aet_buf_clear(&out);
    l.format->row_write(&l, more, 2, &out);
    says(aet_buf_view(&out), "\"x;y\";\r\n");
    aet_buf_free(&out);
}
END_TEST

/* What guards a formula is dropped and put back, in files of a spreadsheet in French alone. */
START_TEST(guards)
{
    struct layout french = { .french = true, .guarded = true }, other = { .delimiter = ',' };
    struct buf scratch = { 0 };

    says(aet_cell_bare(&french, AET_LIT("'=1")), "=1");
    says(aet_cell_bare(&french, AET_LIT("'ici'")), "'ici'");
    says(aet_cell_bare(&other, AET_LIT("'=1")), "'=1");
    says(aet_cell_guarded(&french, AET_LIT("'=1"), &scratch), "''=1");
    says(aet_cell_guarded(&french, AET_LIT("=1"), &scratch), "=1");
    says(aet_cell_guarded(&other, AET_LIT("'=1"), &scratch), "'=1");
    aet_buf_free(&scratch);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("format");
    TCase *t = tcase_create("format");

    tcase_add_loop_test(t, whole, 0, ROWS(names));
    tcase_add_loop_test(t, by_file, 0, ROWS(files));
    tcase_add_loop_test(t, by_content, 0, ROWS(contents));
    tcase_add_loop_test(t, written, 0, ROWS(lists));
    tcase_add_test(t, rows);
    tcase_add_test(t, guards);
    suite_add_tcase(s, t);
    return run_suite(s);
}
