/* Units as the measures of lib/stats take them: patterns of what the coders said, and the bundles
 * that the bootstrap draws whole. Holds no measure. */
#include "accord/accord.h"

#include <stdlib.h>

/* The greatest number of codes that a pattern can tell apart. */
enum { CODES_MAX = AET_CODE_MISSING - 1 };

/* Where rows go: first among the patterns, then, these being finished, into bundles. */
struct sink {
    struct accord_units *u;
    bool bundling;
    bool paired;     /* a row of the unit has the words of two coders */
    uint32_t bundle; /* that is open; UINT32_MAX: none */
};

static bool pairs(const struct sink *to, const uint16_t *row)
{
    size_t said = 0;

    for (size_t k = 0; k < to->u->patterns.coders; k++)
        said += row[k] != AET_CODE_MISSING;
    return said >= 2;
}

static void put(struct sink *to, const uint16_t *row, uint64_t times)
{
    if (times == 0)
        return;
    to->paired |= pairs(to, row);
    if (to->bundling)
        aet_bundles_add(&to->u->bundles, &to->u->patterns, row, times);
    else
        aet_patterns_add(&to->u->patterns, row, times);
}

/* A unit begins: what was another bundle is closed. */
static void begin(struct sink *to, const struct accord *a, uint32_t unit)
{
    uint32_t bundle = aet_accord_bundle(a, unit);

    if (to->bundling && to->bundle != UINT32_MAX && to->bundle != bundle)
        aet_bundles_close(&to->u->bundles);
    to->bundle = bundle;
    to->paired = false;
}

/* All of a unit was put. */
static void end(struct sink *to, const struct accord *a, uint32_t unit)
{
    if (to->paired && !to->bundling)
        to->u->pairable += aet_accord_times(a, unit);
}

/* One unit of a presence: the places that somebody gave, in order and each once. */
struct places {
    uint32_t *list;
    size_t n, cap;
};

static int by_place(const void *x, const void *y)
{
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;

    return a < b ? -1 : a > b;
}

static void gather(struct places *p, const struct accord_view *v, const struct accord_entry *from,
                   const struct accord_entry *to)
{
    size_t kept = 0;

    p->n = 0;
    for (const struct accord_entry *e = from; e < to; e++) {
        if (!aet_accord_codes_it(e))
            continue;
        p->list = aet_grow(p->list, &p->cap, p->n, sizeof *p->list);
        p->list[p->n++] = v->order[e->code];
    }
    if (p->n)
        qsort(p->list, p->n, sizeof *p->list, by_place);
    for (size_t i = 0; i < p->n; i++)
        if (kept == 0 || p->list[kept - 1] != p->list[i])
            p->list[kept++] = p->list[i];
    p->n = kept;
}

/* Nothing given by those who looked at the unit; whoever did not, or is lost there, is missing. */
static void absent(const struct accord_view *v, const struct accord_entry *from,
                   const struct accord_entry *end, uint16_t *row)
{
    for (size_t k = 0; k < v->a->coders.n; k++)
        row[k] = AET_CODE_MISSING;
    for (const struct accord_entry *e = from; e < end; e++)
        row[e->coder] = 0;
    for (const struct accord_entry *e = from; e < end; e++)
        if (e->code == ACCORD_LOST)
            row[e->coder] = AET_CODE_MISSING;
}

/* A unit with every code that somebody used somewhere: one row for each code that it has, and as
 * many rows of absence as there are others. */
static void put_presences(struct sink *to, const struct accord_view *v,
                          const struct accord_entry *from, const struct accord_entry *end,
                          const struct places *places, uint16_t *row)
{
    uint64_t times = aet_accord_times(v->a, from->unit);

    absent(v, from, end, row);
    put(to, row, times * (v->used_n - places->n));
    for (size_t i = 0; i < places->n; i++) {
        for (const struct accord_entry *e = from; e < end; e++)
            if (aet_accord_codes_it(e) && v->order[e->code] == places->list[i])
                row[e->coder] = 1;
        put(to, row, times);
        absent(v, from, end, row);
    }
}

static void walk_presences(struct sink *to, const struct accord_view *v, bool coded_only,
                           uint16_t *row)
{
    struct places places = { .n = 0 };
    const struct accord_entry *last;

    for (const struct accord_entry *at = v->from; at < v->to; at = last) {
        for (last = at; last < v->to && last->unit == at->unit; last++)
            ;
        gather(&places, v, at, last);
        if (places.n == 0 && coded_only)
            continue;
        begin(to, v->a, at->unit);
        put_presences(to, v, at, last, &places, row);
        end(to, v->a, at->unit);
    }
    aet_free(places.list);
}

/* What a unit is taken for: with all codes of a presence, or one row. */
struct taken {
    bool coded_only;
    bool one_code; /* by whether it has the code at `place` */
    uint32_t place;
    const struct accord_sets *sets; /* by the set of its codes; NULL: by its code */
};

static bool next_row(const struct taken *as, const struct accord_view *v,
                     const struct accord_entry **at, uint16_t *row, uint32_t *unit, bool *coded)
{
    if (as->sets)
        return aet_accord_sets_row(as->sets, v, at, row, unit, coded);
    return aet_accord_row(v, at, as->place, row, unit, coded);
}

/* Units by the code that each coder gave; of a presence, by whether it is the one at `place`, or by
 * the set of his codes. */
static void walk_rows(struct sink *to, const struct accord_view *v, const struct taken *as,
                      uint16_t *row)
{
    bool presence = v->a->options.champs[v->champ].presence;
    const struct accord_entry *at = v->from;
    uint32_t unit;
    bool coded;

    while (next_row(as, v, &at, row, &unit, &coded)) {
        if (!coded && as->coded_only)
            continue;
        for (size_t k = 0; as->one_code && !presence && k < v->a->coders.n; k++)
            if (row[k] != AET_CODE_MISSING)
                row[k] = row[k] == as->place;
        begin(to, v->a, unit);
        put(to, row, aet_accord_times(v->a, unit));
        end(to, v->a, unit);
    }
}

struct placed {
    const struct accord_entry *entry;
    uint32_t bundle;
};

static int by_bundle(const void *x, const void *y)
{
    const struct placed *a = x, *b = y;

    if (a->bundle != b->bundle)
        return a->bundle < b->bundle ? -1 : 1;
    return a->entry < b->entry ? -1 : a->entry > b->entry;
}

/* The entries of a view bundle by bundle, units in the order that they had; owned. */
static struct accord_entry *bundled(const struct accord_view *v)
{
    size_t n = (size_t)(v->to - v->from);
    struct placed *places = aet_calloc(n + 1, sizeof *places);
    struct accord_entry *entries = aet_calloc(n + 1, sizeof *entries);

    for (size_t i = 0; i < n; i++)
        places[i] = (struct placed){ v->from + i, aet_accord_bundle(v->a, v->from[i].unit) };
    if (n)
        qsort(places, n, sizeof *places, by_bundle);
    for (size_t i = 0; i < n; i++)
        entries[i] = *places[i].entry;
    aet_free(places);
    return entries;
}

static void close_last(struct sink *to)
{
    if (to->bundling && to->bundle != UINT32_MAX)
        aet_bundles_close(&to->u->bundles);
}

static size_t codes_of(const struct accord_view *v, const struct taken *as)
{
    size_t codes = as->sets                                                  ? as->sets->sets.n
                   : as->one_code || v->a->options.champs[v->champ].presence ? 2
                                                                             : v->codes;

    return codes < CODES_MAX ? codes : CODES_MAX;
}

/* Twice over the entries: bundles name patterns by their place among the finished ones. */
static void fill(struct accord_units *u, const struct accord_view *seen, const struct taken *as)
{
    struct accord_view copy = *seen;
    const struct accord_view *v = &copy;
    bool by_code = v->a->options.champs[v->champ].presence && !as->one_code && !as->sets;
    size_t coders = v->a->coders.n;
    uint16_t *row = aet_calloc(coders + 1, sizeof *row);
    struct accord_entry *entries = v->a->by_cluster ? bundled(seen) : NULL;

    if (entries) {
        copy.from = entries;
        copy.to = entries + (seen->to - seen->from);
    }
    *u = (struct accord_units){ .bundled = v->a->poids_n > 0 || v->a->by_cluster || by_code };
    aet_patterns_init(&u->patterns, coders ? coders : 1, codes_of(v, as));
    aet_bundles_init(&u->bundles);
    for (int pass = 0; coders > 0 && pass < (u->bundled ? 2 : 1); pass++) {
        struct sink to = { .u = u, .bundling = pass == 1, .bundle = UINT32_MAX };

        if (by_code)
            walk_presences(&to, v, as->coded_only, row);
        else
            walk_rows(&to, v, as, row);
        if (pass == 0)
            aet_patterns_finish(&u->patterns);
        close_last(&to);
    }
    if (coders == 0)
        aet_patterns_finish(&u->patterns);
    aet_bundles_finish(&u->bundles);
    aet_free(entries);
    aet_free(row);
}

void aet_accord_units(const struct accord_view *v, bool coded_only, struct accord_units *u)
{
    fill(u, v, &(struct taken){ .coded_only = coded_only });
}

void aet_accord_units_of_code(const struct accord_view *v, uint32_t place, struct accord_units *u)
{
    fill(u, v, &(struct taken){ .one_code = true, .place = place });
}

void aet_accord_units_of_sets(const struct accord_view *v, bool coded_only,
                              const struct accord_sets *s, struct accord_units *u)
{
    fill(u, v, &(struct taken){ .coded_only = coded_only, .sets = s });
}

void aet_accord_units_free(struct accord_units *u)
{
    aet_patterns_free(&u->patterns);
    aet_bundles_free(&u->bundles);
}

struct bootstrap_options aet_accord_draws(const struct accord_view *v, const struct accord_units *u)
{
    return (struct bootstrap_options){ u->bundled ? &u->bundles : NULL, v->a->options.replicates,
                                       v->a->options.seed, 0.95, false };
}

struct presence aet_accord_pooled(const struct patterns *p, uint64_t cells[4])
{
    struct pair_table t;

    aet_pair_init(&t, 2);
    for (size_t x = 0; x < p->coders; x++)
        for (size_t y = x + 1; y < p->coders; y++)
            aet_patterns_pair(p, x, y, &t);
    for (size_t i = 0; i < 4; i++)
        cells[i] = t.cells[3 - i];
    aet_pair_free(&t);
    return aet_presence(cells[0], cells[1], cells[2], cells[3]);
}
