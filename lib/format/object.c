/* Objects: the walk where it tells, jansson where not. */
#include "format/object.h"

static void add(struct object *o, struct span name, struct span value)
{
    if (o->n == o->cap)
        o->members = aet_grow(o->members, &o->cap, o->n, sizeof *o->members);
    o->members[o->n++] = (struct member){ name, value, NO_PLACE };
}

enum fault aet_object_read(struct object *o, struct span text, size_t *at)
{
    struct span inside, name, value;
    enum fault f = FAULT_NONE;

    if (!o->held)
        aet_arena_reset(&o->spelt);
    if (aet_object_plain(o, text))
        return FAULT_NONE;
    o->n = 0;
    f = aet_json_judge(text, at);
    if (f != FAULT_NONE)
        return f;
    inside = aet_span_trim(text);
    if (inside.p[0] != '{') {
        *at = 0;
        return FAULT_JSON_OBJECT;
    }
    inside = aet_json_inside(text);
    while (aet_json_next(&inside, &name, &value))
        add(o, name, value);
    return FAULT_NONE;
}

/* Names with escapes are read by jansson, and have no place. */
static bool is_called(struct object *o, const struct member *m, struct span name)
{
    if (m->place == NO_PLACE && m->name.n > name.n + 2)
        return aet_span_eq(aet_object_spelt(o, m->name), name);
    return m->name.n == name.n + 2 && memcmp(m->name.p + 1, name.p, name.n) == 0;
}

/* Whether the pattern, which the record follows, has no such name. */
static bool lacks(const struct object *o, struct span name)
{
    return o->follows && name.n &&
           !(o->pattern_signs & aet_object_sign(name.n + 2, (unsigned char)name.p[0]));
}

const struct member *aet_object_member(struct object *o, struct span name)
{
    if (lacks(o, name))
        return NULL;
    for (size_t i = 0; i < o->n; i++)
        if (is_called(o, &o->members[i], name))
            return &o->members[i];
    return NULL;
}

struct span aet_object_spelt(struct object *o, struct span raw)
{
    return aet_json_text(raw, &o->spelt);
}

void aet_object_hold(struct object *o)
{
    o->held = true;
}

void aet_object_release(struct object *o)
{
    o->held = false;
    aet_arena_reset(&o->spelt);
}

void aet_object_free(struct object *o)
{
    aet_free(o->members);
    aet_free(o->pattern);
    aet_arena_free(&o->names);
    aet_arena_free(&o->spelt);
}
