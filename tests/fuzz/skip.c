/* The skipper over raw JSON against jansson's values: on a text that jansson accepts, the two walks
 * meet the same keys and values, and a number's lexeme is the number. */
#include "base/real.h"
#include "format/json_text.h"

#include "base/utf8.h"
#include "same_json.h"
#include "target.h"

static json_t *read_raw(struct span raw)
{
    enum fault fault;
    size_t at;

    return aet_json_read(raw, &fault, &at);
}

/* Whether a raw key (or string), quotes included, spells `name`. */
static bool spells(struct span raw, struct span name)
{
    struct buf scratch = { 0 };
    bool same = aet_span_eq(aet_json_spelt(raw, &scratch), name);

    aet_buf_free(&scratch);
    return same;
}

static void check_leaf(struct span raw, const json_t *v)
{
    json_t *again = read_raw(raw);
    struct buf out = { 0 };

    MUST(again && same_json(again, v));
    json_decref(again);
    if (json_is_string(v)) {
        aet_json_string(&out, aet_json_string_span(v));
        again = read_raw(aet_buf_view(&out));
        MUST(again && same_json(again, v));
        json_decref(again);
        MUST(spells(raw, aet_json_string_span(v)));
    } else if (json_is_real(v)) {
        aet_real_write(&out, json_real_value(v));
        MUST(strtod(aet_buf_z(&out), NULL) == json_real_value(v));
    }
    aet_buf_free(&out);
}

static void check_value(struct span raw, const json_t *v);

static void check_object(struct span raw, const json_t *v)
{
    struct span inside = aet_json_inside(raw), key, value;
    void *at = json_object_iter((json_t *)v);

    while (aet_json_next(&inside, &key, &value)) {
        MUST(at);
        MUST(spells(key, aet_span_z(json_object_iter_key(at))));
        check_value(value, json_object_iter_value(at));
        at = json_object_iter_next((json_t *)v, at);
    }
    MUST(!at);
}

static void check_value(struct span raw, const json_t *v)
{
    struct span inside, value;
    size_t i = 0;

    MUST(aet_span_eq(aet_span_trim(raw), raw));
    if (json_is_object(v)) {
        check_object(raw, v);
    } else if (json_is_array(v)) {
        inside = aet_json_inside(raw);
        while (aet_json_next(&inside, NULL, &value))
            check_value(value, json_array_get(v, i++));
        MUST(i == json_array_size(v));
    } else {
        check_leaf(raw, v);
    }
}

static void check_compact(struct span text, const json_t *v)
{
    struct buf out = { 0 };
    json_t *again;

    aet_json_compact(&out, text);
    again = read_raw(aet_buf_view(&out));
    MUST(again && same_json(again, v) && out.n <= text.n);
    json_decref(again);
    aet_buf_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span in = aet_span((const char *)data, size), rest = in;
    static bool ready;

    if (!ready)
        aet_json_init();
    ready = true;

    /* no text may lead the skipper beyond its end */
    while (rest.n) {
        size_t before = rest.n;
        struct span s = aet_json_skip(&rest);

        MUST(s.p >= in.p && s.p + s.n <= in.p + in.n);
        if (rest.n == before)
            rest = aet_span_from(rest, 1);
    }

    json_t *v = read_raw(in);

    if (v) {
        rest = in;
        check_value(aet_json_skip(&rest), v);
        MUST(aet_span_trim(rest).n == 0);
        check_compact(in, v);
        MUST(aet_utf8_bad(in) == in.n);
    }
    json_decref(v);
    return 0;
}
