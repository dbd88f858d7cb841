/* Headings in other words. */
#include "headings/reworded.h"

#include "base/fold.h"
#include "base/hash.h"
#include "headings/unit.h"
#include "headings/wording.h"

enum { NONE = -1, SEVERAL = -2 };

struct words {
    struct span key;
    int field; /* SEVERAL: of two fields */
    bool singular;
};

struct reworded {
    const struct schema *schema;
    struct arena arena;
    struct words *p;
    size_t n, cap;
    struct hash index; /* 1 + place in p, by key and form */
    struct buf folded, key, singular;
};

/* Fold; a dot between the letters of a word is of one kind (agent·e, agent.e). */
static struct span fold(struct reworded *r, struct span heading)
{
    static const char middle[] = "\xC2\xB7";
    size_t at, w = 0;

    aet_buf_clear(&r->folded);
    aet_fold(heading, &r->folded);
    for (at = 0; at < r->folded.n; at++) {
        bool dot = aet_span_starts(aet_span(r->folded.p + at, r->folded.n - at), AET_LIT(middle));

        r->folded.p[w++] = dot ? '.' : r->folded.p[at];
        at += dot;
    }
    r->folded.n = w;
    return aet_buf_view(&r->folded);
}

/* The two forms of a key are apart in the index too. */
static uint64_t hash_of(struct span key, bool singular)
{
    return aet_span_hash(key) ^ (uint64_t)singular;
}

static struct words *look_up(const struct reworded *r, struct span key, bool singular)
{
    const uint64_t *at;
    uint32_t state = 0;

    while (key.n && (at = aet_hash_next(&r->index, hash_of(key, singular), &state))) {
        struct words *w = &r->p[*at - 1];

        if (w->singular == singular && aet_span_eq(w->key, key))
            return w;
    }
    return NULL;
}

/* The key of a part, its words as they are written. */
static struct span plain(struct reworded *r, struct span part)
{
    aet_buf_clear(&r->key);
    aet_wording_key(part, &r->key);
    return aet_buf_view(&r->key);
}

static struct span singular(struct reworded *r, struct span key)
{
    aet_buf_clear(&r->singular);
    aet_wording_singular(key, &r->singular);
    return aet_buf_view(&r->singular);
}

/* As it is written, else by the singular of its words: "comment" is no plural of "comments". */
static const struct words *find(struct reworded *r, struct span part)
{
    struct span key = plain(r, part);
    const struct words *known = look_up(r, key, false);

    return known ? known : look_up(r, singular(r, key), true);
}

static void know(struct reworded *r, struct span key, int field, bool one)
{
    struct words *known = look_up(r, key, one);

    if (known && known->field != field)
        known->field = SEVERAL;
    if (known || !key.n)
        return;
    r->p = aet_grow(r->p, &r->cap, r->n, sizeof *r->p);
    r->p[r->n++] = (struct words){ aet_arena_copy(&r->arena, key), field, one };
    aet_hash_add(&r->index, hash_of(key, one), r->n);
}

struct reworded *aet_reworded_new(const struct schema *schema)
{
    struct reworded *r = aet_calloc(1, sizeof *r);

    r->schema = schema;
    for (size_t i = 0; i < schema->n; i++) {
        struct field_headings rest = { 0 };
        struct span heading;

        while (aet_field_heading(&schema->fields[i], &rest, &heading)) {
            struct span key = plain(r, fold(r, heading));

            know(r, key, (int)i, false);
            know(r, singular(r, key), (int)i, true);
        }
    }
    return r;
}

void aet_reworded_free(struct reworded *r)
{
    if (!r)
        return;
    aet_free(r->p);
    aet_hash_free(&r->index);
    aet_buf_free(&r->folded);
    aet_buf_free(&r->key);
    aet_buf_free(&r->singular);
    aet_arena_free(&r->arena);
    aet_free(r);
}

/* The field that a unit makes of this one: a duration in minutes is a field of its own. */
static int by_unit(const struct reworded *r, struct wording w, int field)
{
    struct wording_part part;
    size_t i = 0;

    if (r->schema->fields[field].type != TYPE_DURATION)
        return field;
    while (aet_wording_next(&w, &part))
        if (part.aside && aet_heading_is_unit(part.text, TYPE_MINUTES)) {
            while (i < r->schema->n && r->schema->fields[i].type != TYPE_MINUTES)
                i++;
            return i < r->schema->n ? (int)i : field;
        }
    return field;
}

/* Whether all of the heading is about the field. */
static bool is_about(struct reworded *r, struct wording w, int field, int unit)
{
    struct wording_part part;

    while (aet_wording_next(&w, &part)) {
        const struct words *known = find(r, part.text);
        bool says = known && known->field == field;

        if (!says && !aet_wording_is_instruction(part.text) && !aet_wording_is_number(part.text) &&
            !(part.aside && aet_heading_is_unit(part.text, r->schema->fields[unit].type)))
            return false;
    }
    return true;
}

int aet_reworded_field(struct reworded *r, struct span heading)
{
    struct wording w = aet_wording(fold(r, heading)), again = w;
    struct wording_part part;
    int field = NONE;

    while (aet_wording_next(&w, &part)) {
        const struct words *known = find(r, part.text);

        if (!known || (field != NONE && known->field != field))
            continue;
        if (known->field < 0 || r->schema->fields[known->field].generated)
            return NONE;
        field = known->field;
    }
    if (field == NONE)
        return NONE;

    int unit = by_unit(r, again, field);

    return is_about(r, again, field, unit) ? unit : NONE;
}
