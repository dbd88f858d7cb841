/* The cutters of lines, of JSON arrays and of JSON values, against jansson fed with the whole text:
 * an array that jansson accepts is cut into its elements; a text that is cut to its end into slices
 * that jansson accepts is an array that jansson accepts. */
#include "cutting.h"
#include "format/cut_csv.h"
#include "format/cut_json.h"
#include "format/json_text.h"
#include "same_json.h"

static void check_lines(struct span text)
{
    struct cutter c;
    struct span rest = text;

    aet_cutter_lines(&c);

    struct cut_list cuts = cut_both_ways(&c, text);

    for (size_t i = 0; i < cuts.n; i++) {
        struct span line = cuts.records[i];
        const char *lf = memchr(rest.p, '\n', rest.n);

        MUST(line.p == rest.p && line.n == (lf ? (size_t)(lf - rest.p) + 1 : rest.n));
        rest = aet_span_from(rest, line.n);
    }
    MUST(rest.n == 0 && cuts.last == CUT_END);
    free_cuts(&cuts);
}

/* Whether every slice is one value; `depth` when one is nested too deep to say more. */
static bool all_values(const struct cut_list *cuts, const json_t *whole, bool *depth)
{
    bool good = true;

    for (size_t i = 0; i < cuts->n; i++) {
        enum fault fault = FAULT_NONE;
        size_t at = 0;
        char *copy = exact_copy(cuts->records[i]);
        json_t *v = aet_json_read(aet_span(copy, cuts->records[i].n), &fault, &at);

        MUST(v || (fault != FAULT_NONE && at <= cuts->records[i].n));
        MUST(!whole || (v && same_json(v, json_array_get(whole, i))));
        MUST(!v || aet_span_eq(aet_span_trim(cuts->records[i]), cuts->records[i]));
        good &= v != NULL;
        *depth |= fault == FAULT_JSON_DEPTH;
        json_decref(v);
        aet_free(copy);
    }
    return good;
}

static void check_array(struct span text)
{
    enum fault fault = FAULT_NONE;
    size_t at = 0;
    json_t *whole = aet_json_read(text, &fault, &at);
    bool depth = fault == FAULT_JSON_DEPTH;
    struct cutter c;

    if (whole && !json_is_array(whole)) {
        json_decref(whole);
        return;
    }
    aet_cutter_json(&c, true);

    struct cut_list cuts = cut_both_ways(&c, text);
    bool good = all_values(&cuts, whole, &depth) && cuts.last == CUT_END;

    MUST(depth || good == (whole != NULL));
    MUST(!whole || cuts.n == json_array_size(whole));
    json_decref(whole);
    free_cuts(&cuts);
}

/* Values one after the other: where jansson reads an object at the front, the slice is that object.
 */
static void check_values(struct span text)
{
    const size_t flags = JSON_REJECT_DUPLICATES | JSON_DISABLE_EOF_CHECK;
    struct cutter c;

    aet_cutter_json(&c, false);

    struct cut_list cuts = cut_both_ways(&c, text);

    for (size_t i = 0; i < cuts.n; i++) {
        struct span slice = cuts.records[i];
        struct span rest = aet_span(slice.p, (size_t)(text.p + text.n - slice.p));
        json_error_t e;
        json_t *v = json_loadb(rest.p, rest.n, flags, &e);

        /* jansson loses a NUL that follows a number, and its place; records with one are refused
         * before they are parsed */
        MUST(!v || (size_t)e.position == slice.n || memchr(slice.p, '\0', slice.n));
        json_decref(v);
    }
    free_cuts(&cuts);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span in = aet_span((const char *)data, size);
    static bool ready;

    if (!ready)
        aet_json_init();
    ready = true;
    switch (take_choice(&in, 3)) {
    case 0:
        check_lines(in);
        break;
    case 1:
        check_array(in);
        break;
    default:
        check_values(in);
    }
    return 0;
}
