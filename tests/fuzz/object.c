/* Objects read without jansson against jansson: what the walk accepts, jansson accepts; the members
 * are the same, in the same order, under the same names; and reading gives jansson's verdict. The
 * text is read as lines, so that the names of one are the pattern of the next. */
#include "format/object.h"

#include "base/utf8.h"
#include "same_json.h"
#include "target.h"

static void check_spelt(struct span raw, struct span is)
{
    struct arena arena = { 0 };
    struct buf scratch = { 0 };

    MUST(aet_span_eq(aet_json_text(raw, &arena), is));
    MUST(aet_span_eq(aet_json_spelt(raw, &scratch), is));
    aet_arena_free(&arena);
    aet_buf_free(&scratch);
}

static void check_value(struct span raw, const json_t *v)
{
    enum fault fault;
    size_t at;
    json_t *again = aet_json_read(raw, &fault, &at);

    MUST(again && same_json(again, v));
    MUST(json_is_number(v) ? aet_json_type(raw) == JSON_REAL
                           : aet_json_type(raw) == json_typeof(v));
    if (json_is_string(v))
        check_spelt(raw, aet_json_string_span(v));
    if (json_is_array(v) || json_is_object(v))
        MUST(aet_json_empty(raw) ==
             (json_is_array(v) ? !json_array_size(v) : !json_object_size(v)));
    json_decref(again);
}

/* A member is found by its name, and no other one is. */
static void check_found(struct object *o, json_t *v, const char *name)
{
    const struct member *m = aet_object_member(o, aet_span_z(name));

    MUST(!m == !json_object_get(v, name));
    if (m)
        check_spelt(m->name, aet_span_z(name));
}

static void check_members(struct object *o, json_t *v)
{
    static const char *const names[] = { "brut", "diagnostics", "a", "b", "" };
    void *at = json_object_iter(v);

    MUST(o->n == json_object_size(v));
    for (size_t i = 0; i < o->n; i++, at = json_object_iter_next(v, at)) {
        const struct member *m = &o->members[i];

        check_spelt(m->name, aet_span_z(json_object_iter_key(at)));
        check_value(m->value, json_object_iter_value(at));
        MUST(m->place == NO_PLACE || aet_span_eq(o->pattern[m->place], m->name));
        check_found(o, v, json_object_iter_key(at));
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        check_found(o, v, names[i]);
}

static void line(struct object *o, struct span text)
{
    enum fault expected = FAULT_NONE, f;
    size_t expected_at = 0, at = 0;
    json_t *v;
    bool plain;

    if (aet_utf8_bad(text) < text.n)
        return;
    v = aet_json_read(text, &expected, &expected_at);
    plain = aet_object_plain(o, text);
    MUST(!plain || json_is_object(v));
    if (plain)
        check_members(o, v);
    f = aet_object_read(o, text, &at);
    if (json_is_object(v)) {
        MUST(f == FAULT_NONE);
        check_members(o, v);
    } else {
        MUST(f == (v ? FAULT_JSON_OBJECT : expected) && at == (v ? 0 : expected_at));
    }
    json_decref(v);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span rest = aet_span((const char *)data, size);
    struct object o = { 0 };
    static bool ready;

    if (!ready)
        aet_json_init();
    ready = true;
    while (rest.n) {
        const char *end = memchr(rest.p, '\n', rest.n);
        size_t n = end ? (size_t)(end - rest.p) + 1 : rest.n;

        line(&o, aet_span(rest.p, n));
        rest = aet_span_from(rest, n);
    }
    aet_object_free(&o);
    return 0;
}
