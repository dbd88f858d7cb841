/* io: the cutters. A text cut in one piece or byte by byte gives the same records; CSV agrees with
 * strict libcsv on random inputs. */
#include <csv.h>

#include "format/csv_row.h"
#include "format/cut_csv.h"
#include "format/cut_json.h"
#include "suite.h"

enum { CSV, LINES, VALUES, ARRAY };

static void begin(struct cutter *c, int kind, char delimiter)
{
    if (kind == CSV)
        aet_cutter_csv(c, delimiter);
    else if (kind == LINES)
        aet_cutter_lines(c);
    else
        aet_cutter_json(c, kind == ARRAY);
}

/* Cut `text`, given `step` bytes more at a time (0: all at once); what is found is written to `out`
 * as "[record]…", ending with "." or "!fault@place". */
static void cut_all(int kind, char delimiter, struct span text, size_t step, struct buf *out)
{
    struct cutter c;
    struct piece piece;
    size_t from = 0, to = step ? 0 : text.n;

    begin(&c, kind, delimiter);
    for (;;) {
        /* copied, so that a byte read beyond what is given is seen by the sanitizers */
        char *copy = aet_span_dup(aet_span(text.p + from, to - from));
        enum cut r = aet_cut(&c, aet_span(copy, to - from), to == text.n, &piece);

        aet_free(copy);
        if (r == CUT_MORE) {
            ck_assert_uint_lt(to, text.n);
            to = to + step < text.n ? to + step : text.n;
        } else if (r == CUT_RECORD) {
            ck_assert_uint_le(piece.start, piece.end);
            ck_assert_uint_le(from + piece.end, to);
            aet_buf_char(out, '[');
            aet_buf_add(out, text.p + from + piece.start, piece.end - piece.start);
            aet_buf_char(out, ']');
            from += piece.end;
        } else {
            aet_buf_char(out, r == CUT_END ? '.' : '!');
            if (r == CUT_LOST) {
                aet_buf_int(out, piece.fault);
                aet_buf_char(out, '@');
                aet_buf_uint(out, from + piece.at);
            }
            return;
        }
    }
}

static const struct {
    int kind;
    const char *in, *out;
    int fault; /* joined to `out` */
    size_t at;
} rows[] = {
    { CSV, "", ".", 0, 0 },
    { CSV, "a,b\nc,d\n", "[a,b\n][c,d\n].", 0, 0 },
    { CSV, "a,b\nc,d", "[a,b\n][c,d].", 0, 0 },
    { CSV, "a\r\nb\rc\n", "[a\r\n][b\r][c\n].", 0, 0 },
    { CSV, "a\r", "[a\r].", 0, 0 },
    { CSV, "\n\r\n\n", "[\n][\r\n][\n].", 0, 0 },
    { CSV, "a,\"b\nc\"\nd\n", "[a,\"b\nc\"\n][d\n].", 0, 0 },
    { CSV, "\"a\"\"\n\",b\nc\n", "[\"a\"\"\n\",b\n][c\n].", 0, 0 },
    { CSV, "a, \"b\nc\" ,d\ne\n", "[a, \"b\nc\" ,d\n][e\n].", 0, 0 },
    { CSV, "tuyau 5\",x\nb\n", "[tuyau 5\",x\n][b\n].", 0, 0 },
    { CSV, "a,\"b\nc", "!", FAULT_QUOTE_OPEN, 2 },
    { CSV, "x\n\"a\"b\"\nc\n", "[x\n][\"a\"b\"\n][c\n].", 0, 0 },
    { CSV, "x\n\"a\"b\nc\n", "[x\n]!", FAULT_QUOTE_LOST, 5 },
    { CSV,
      "a,b\n\xEF\xBB\xBF"
      "a,b\nc\n",
      "[a,b\n][a,b\n][c\n].", 0, 0 },
    { CSV, "a\n\xEF\xBB\xBF\"b\n,\"\nc\n", "[a\n][\"b\n,\"\n][c\n].", 0, 0 },
    { CSV, "a\n\xEF\xBB\xBF", "[a\n][].", 0, 0 },
    { CSV, "a\n\xEF\xBB", "[a\n][\xEF\xBB].", 0, 0 },
    { CSV, "a,\xEF\xBB\xBF\"b\nc\n", "[a,\xEF\xBB\xBF\"b\n][c\n].", 0, 0 },
    { LINES, "{}\n\n{}\r\n{}", "[{}\n][\n][{}\r\n][{}].", 0, 0 },
    { LINES, "\"\n", "[\"\n].", 0, 0 },
    { VALUES, "", ".", 0, 0 },
    { VALUES, " {\"a\":1} \n{\"b\":[1,{}]}", "[{\"a\":1}][{\"b\":[1,{}]}].", 0, 0 },
    { VALUES, "{\"a\":\"}\\\"\"}{}", "[{\"a\":\"}\\\"\"}][{}].", 0, 0 },
    { VALUES, "1 \"a b\" null", "[1][\"a b\"][null].", 0, 0 },
    { VALUES, "{\"a\":[1}", "!", FAULT_JSON_OPEN, 0 },
    { VALUES, "{} {\"a\":\"", "[{}]!", FAULT_JSON_OPEN, 3 },
    { ARRAY, "[]", ".", 0, 0 },
    { ARRAY, " [ \n ] \n", ".", 0, 0 },
    { ARRAY, "[{\"a\":1}, {}\n,3]", "[{\"a\":1}][{}][3].", 0, 0 },
    { ARRAY, "[{},[1,2],\"],\"]", "[{}][[1,2]][\"],\"].", 0, 0 },
    { ARRAY, "[{} {}]", "[{}]!", FAULT_JSON_BETWEEN, 4 },
    { ARRAY, "[{},]", "[{}]!", FAULT_JSON_BETWEEN, 4 },
    { ARRAY, "[{}", "[{}]!", FAULT_JSON_BETWEEN, 3 },
    { ARRAY, "[] x", "!", FAULT_JSON_AFTER, 3 },
    { ARRAY, "[{}] []", "[{}]!", FAULT_JSON_AFTER, 5 },
};

START_TEST(cut)
{
    for (size_t step = 0; step <= 3; step++) {
        struct buf want = { 0 }, got = { 0 };

        aet_buf_str(&want, rows[_i].out);
        if (rows[_i].fault) {
            aet_buf_int(&want, rows[_i].fault);
            aet_buf_char(&want, '@');
            aet_buf_uint(&want, rows[_i].at);
        }
        cut_all(rows[_i].kind, ',', aet_span_z(rows[_i].in), step, &got);
        ck_assert_str_eq(aet_buf_z(&got), aet_buf_z(&want));
        aet_buf_free(&want);
        aet_buf_free(&got);
    }
}
END_TEST

static struct span random_text(unsigned long long *seed, const char *alphabet, struct buf *b)
{
    size_t n = random_next(seed) % 24, letters = strlen(alphabet);

    aet_buf_clear(b);
    for (size_t i = 0; i < n; i++)
        aet_buf_char(b, alphabet[random_next(seed) % letters]);
    return aet_buf_view(b);
}

/* However the text arrives, the same records. */
START_TEST(arrival)
{
    static const char *const alphabets[] = { ",\"\n\r a;", "{\"\n\r a}\\", "{}[],:\"\\ 1a\n",
                                             "[]{},\" \\a\n" };
    unsigned long long seed = 7;
    struct buf text = { 0 }, whole = { 0 }, pieces = { 0 };

    for (int k = 0; k < 40000; k++) {
        struct span t = random_text(&seed, alphabets[_i], &text);

        aet_buf_clear(&whole);
        cut_all(_i, ',', t, 0, &whole);
        for (size_t step = 1; step <= 2; step++) {
            aet_buf_clear(&pieces);
            cut_all(_i, ',', t, step, &pieces);
            ck_assert_msg(aet_span_eq(aet_buf_view(&whole), aet_buf_view(&pieces)), "%s: %s and %s",
                          aet_buf_z(&text), aet_buf_z(&whole), aet_buf_z(&pieces));
        }
    }
    aet_buf_free(&text);
    aet_buf_free(&whole);
    aet_buf_free(&pieces);
}
END_TEST

/* --- against libcsv ------------------------------------------------------------------------- */

static void put_cell(void *text, size_t n, void *to)
{
    struct buf *b = to;

    aet_buf_char(b, '<');
    aet_buf_add(b, text, n);
    aet_buf_char(b, '>');
}

static void put_row(int terminator, void *to)
{
    (void)terminator;
    aet_buf_char(to, '/');
}

/* The whole text through strict libcsv. False: it refuses. */
static bool by_libcsv(struct span text, char delimiter, struct buf *out)
{
    struct csv_parser p;
    bool ok;

    csv_init(&p, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&p, (unsigned char)delimiter);
    ok = csv_parse(&p, text.p, text.n, put_cell, put_row, out) == text.n &&
         csv_fini(&p, put_cell, put_row, out) == 0;
    csv_free(&p);
    return ok;
}

/* Cut, then each record parsed by itself. False: a record is refused or the reading lost. */
static bool by_us(struct span text, char delimiter, struct buf *out)
{
    struct cutter c;
    struct piece piece;
    struct row *row;
    enum cut r;
    bool ok = true;
    size_t at;

    aet_cutter_csv(&c, delimiter);
    row = aet_csv_row_new(delimiter);
    while ((r = aet_cut(&c, text, true, &piece)) == CUT_RECORD) {
        enum fault f = row->read(row, aet_span(text.p, piece.end), &at);

        ck_assert_int_ne(f, FAULT_ROWS); /* one record, one row */
        ok &= f == FAULT_NONE;
        for (size_t i = 0; f == FAULT_NONE && i < row->n; i++)
            put_cell((void *)(uintptr_t)row->cells[i].p, row->cells[i].n, out);
        if (row->n)
            put_row(0, out);
        text = aet_span_from(text, piece.end);
    }
    aet_row_free(row);
    return ok && r == CUT_END;
}

START_TEST(libcsv)
{
    static const char delimiters[] = { ',', ';', '\t' };
    static const char *const alphabets[] = { ",\"\n a", ";\"\"\n\r a,", "\t\"\n\r ab" };
    unsigned long long seed = 20260331;
    struct buf text = { 0 }, theirs = { 0 }, ours = { 0 };
    int accepted = 0;

    for (int k = 0; k < 150000; k++) {
        struct span t = random_text(&seed, alphabets[_i], &text);
        bool a, b;

        aet_buf_clear(&theirs);
        aet_buf_clear(&ours);
        a = by_libcsv(t, delimiters[_i], &theirs);
        b = by_us(t, delimiters[_i], &ours);
        ck_assert_msg(a == b, "%s", aet_buf_z(&text));
        accepted += a;
        if (a)
            ck_assert_msg(aet_span_eq(aet_buf_view(&theirs), aet_buf_view(&ours)), "%s: %s and %s",
                          aet_buf_z(&text), aet_buf_z(&theirs), aet_buf_z(&ours));
    }
    ck_assert_int_gt(accepted, 10000); /* the comparison means something */
    ck_assert_int_lt(accepted, 140000);
    aet_buf_free(&text);
    aet_buf_free(&theirs);
    aet_buf_free(&ours);
}
END_TEST

/* What is written as a cell reads back as that cell; its place is where it begins. */
START_TEST(cells)
{
    unsigned long long seed = 3;
    struct buf text = { 0 }, line = { 0 };
    struct row *row;
    size_t at;

    row = aet_csv_row_new(';');
    for (int k = 0; k < 20000; k++) {
        struct span cell = random_text(&seed, ";\"\n\r a,\t", &text);
        struct span value;

        aet_buf_clear(&line);
        aet_buf_str(&line, "x;");
        aet_csv_cell(&line, cell, ';');
        aet_buf_str(&line, ";y");
        ck_assert_int_eq(row->read(row, aet_buf_view(&line), &at), FAULT_NONE);
        ck_assert_uint_eq(row->n, 3);
        value = row->cells[1];
        ck_assert_msg(aet_span_eq(value, cell), "%s", aet_buf_z(&line));
        at = aet_csv_cell_at(aet_buf_view(&line), ';', 2);
        says(aet_span_from(aet_buf_view(&line), at), "y");
    }
    aet_row_free(row);
    aet_buf_free(&text);
    aet_buf_free(&line);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("cut");
    TCase *t = tcase_create("cut");

    tcase_set_timeout(t, 300);
    tcase_add_loop_test(t, cut, 0, ROWS(rows));
    tcase_add_loop_test(t, arrival, 0, 4);
    tcase_add_loop_test(t, libcsv, 0, 3);
    tcase_add_test(t, cells);
    suite_add_tcase(s, t);
    return run_suite(s);
}
