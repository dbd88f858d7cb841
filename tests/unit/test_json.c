/* io: JSON by jansson, and the skipper beside it. */
#include "format/json_letters.h"
#include "format/json_text.h"
#include "suite.h"

static const struct {
    const char *in;
    enum fault fault; /* FAULT_NONE: read */
    size_t at;
} rows[] = {
    { "{}", FAULT_NONE, 0 },
    { " [1,2] ", FAULT_NONE, 0 },
    { "\"a\"", FAULT_NONE, 0 },
    { "12345678901234567890", FAULT_NONE, 0 },
    { "1e308", FAULT_NONE, 0 },
    { "{\"a\":1e999}", FAULT_JSON_NUMBER, 5 },
    { "[-1E+400]", FAULT_JSON_NUMBER, 1 },
    { "{\"a\":1,\"a\":2}", FAULT_JSON_KEY, 7 },
    { "{\"x\\\"y\":1, \"x\\\"y\":2}", FAULT_JSON_KEY, 11 },
    { "{\"a\":\"\\u0000\"}", FAULT_JSON_NUL, 5 },
    { "{a:1}", FAULT_JSON_SYNTAX, 1 },
    { "{\"a\":01}", FAULT_JSON_SYNTAX, 5 },
    { "{\"a\":1,}", FAULT_JSON_SYNTAX, 7 },
    { "{\"a\" 1}", FAULT_JSON_SYNTAX, 5 },
    { "[1,2", FAULT_JSON_SYNTAX, 3 },
    { "{} x", FAULT_JSON_SYNTAX, 3 },
    { "", FAULT_JSON_SYNTAX, 0 },
};

START_TEST(read)
{
    enum fault fault = FAULT_NONE;
    size_t at = 0;
    json_t *v = aet_json_read(aet_span_z(rows[_i].in), &fault, &at);

    ck_assert_int_eq(v == NULL, rows[_i].fault != FAULT_NONE);
    ck_assert_int_eq(fault, rows[_i].fault);
    ck_assert_uint_eq(at, rows[_i].at);
    json_decref(v);
}
END_TEST

START_TEST(skip)
{
    static const char *const in[] = {
        "{\"a\":[1,\"}\"]} ,2", " [1, [2]] x", "\"a\\\"b\":1", "12.5e3]", "true}", "null,", "[]"
    };
    static const char *const out[] = {
        "{\"a\":[1,\"}\"]}", "[1, [2]]", "\"a\\\"b\"", "12.5e3", "true", "null", "[]"
    };
    struct span text = aet_span_z(in[_i]);

    says(aet_json_skip(&text), out[_i]);
}
END_TEST

START_TEST(members)
{
    struct span inside = aet_json_inside(
        AET_LIT(" { \"a\" : 1.10 , \"b\":[1, 2],\"\\u0063\" : {\"x\":\",\"} } "));
    struct span key, value;
    struct buf scratch = { 0 };

    ck_assert(aet_json_next(&inside, &key, &value));
    says(key, "\"a\"");
    says(value, "1.10");
    ck_assert(aet_json_next(&inside, &key, &value));
    says(value, "[1, 2]");
    ck_assert(aet_json_next(&inside, &key, &value));
    says(aet_json_spelt(key, &scratch), "c");
    says(value, "{\"x\":\",\"}");
    ck_assert(!aet_json_next(&inside, &key, &value));
    aet_buf_free(&scratch);
}
END_TEST

/* What we write, jansson reads back as it was. */
START_TEST(string)
{
    unsigned long long seed = 5;
    struct buf text = { 0 }, json = { 0 };

    for (int k = 0; k < 5000; k++) {
        enum fault f;
        size_t at, n = random_next(&seed) % 20;
        json_t *v;

        aet_buf_clear(&text);
        aet_buf_clear(&json);
        for (size_t i = 0; i < n; i++)
            aet_buf_char(&text, (char)(1 + random_next(&seed) % 127));
        aet_json_string(&json, aet_buf_view(&text));
        v = aet_json_read(aet_buf_view(&json), &f, &at);
        ck_assert_ptr_nonnull(v);
        ck_assert(aet_span_eq(aet_json_string_span(v), aet_buf_view(&text)));
        json_decref(v);
    }
    aet_buf_free(&text);
    aet_buf_free(&json);
}
END_TEST

START_TEST(compact)
{
    struct buf out = { 0 };

    aet_json_compact(&out, AET_LIT("{ \"a b\" : [ 1.10,\n \"x  \\\" y\" ] }"));
    ck_assert_str_eq(aet_buf_z(&out), "{\"a b\":[1.10,\"x  \\\" y\"]}");
    aet_buf_free(&out);
}
END_TEST

/* The first byte that ends the letters, whatever stands behind it: pairs of bytes at each place. */
START_TEST(letters)
{
    enum { ROOM = 20 };
    char text[ROOM];

    for (int first = 0; first < 256; first++)
        for (int next = 0; next < 256; next++)
            for (int at = 0; at + 1 < ROOM; at++) {
                const char *stop = text;

                memset(text, next & 1 ? 'a' : '\xC3', ROOM);
                text[at] = (char)first;
                text[at + 1] = (char)next;
                while (stop < text + ROOM && *stop != '"' && *stop != '\\' &&
                       (unsigned char)*stop >= 0x20)
                    stop++;
                if (aet_json_letters(text, text + ROOM) != stop) /* an assert for each takes long */
                    ck_abort_msg("bytes %d and %d at %d", first, next, at);
            }
}
END_TEST

int main(void)
{
    Suite *s = suite_create("json");
    TCase *t = tcase_create("json");

    aet_json_init();
    tcase_add_loop_test(t, read, 0, ROWS(rows));
    tcase_add_loop_test(t, skip, 0, 7);
    tcase_add_test(t, members);
    tcase_add_test(t, string);
    tcase_add_test(t, compact);
    tcase_add_test(t, letters);
    suite_add_tcase(s, t);
    return run_suite(s);
}
