/*
 * Krippendorff's alphas for unitizing: one sweep over where passages begin and end. Of the matrices
 * of coincidences only diagonals, margins and the column of gaps are needed.
 */
#include "stats/agreement/unitizing.h"

#include "base/alloc.h"

#include <stdlib.h>

/* Coders who are marking a value, since where, and how much of gaps there had been up to it. */
struct unitizing_count {
    double coders, since, gap;
};

void aet_unitizing_init(struct unitizing *u, size_t values)
{
    *u = (struct unitizing){ .values = values };
    u->of = aet_calloc(values + 1, sizeof *u->of);
    u->now = aet_calloc(values + 1, sizeof *u->now);
}

void aet_unitizing_free(struct unitizing *u)
{
    aet_free(u->of);
    aet_free(u->now);
}

static int by_place(const void *x, const void *y)
{
    const struct unitizing_unit *a = x, *b = y;

    if (a->value != b->value)
        return a->value < b->value ? -1 : 1;
    if (a->coder != b->coder)
        return a->coder < b->coder ? -1 : 1;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return a->to < b->to ? -1 : a->to > b->to;
}

size_t aet_unitizing_join(struct unitizing_unit *units, size_t n)
{
    size_t kept = 0;

    if (n)
        qsort(units, n, sizeof *units, by_place);
    for (size_t i = 0; i < n; i++) {
        struct unitizing_unit *last = kept ? &units[kept - 1] : NULL;

        if (!last || last->value != units[i].value || last->coder != units[i].coder ||
            last->to <= units[i].from)
            units[kept++] = units[i];
        else if (last->to < units[i].to)
            last->to = units[i].to;
    }
    return kept;
}

/* Where a unit begins or ends. */
struct bound {
    uint64_t at;
    size_t unit;
    bool opens;
};

/* What ends at a place comes before what begins there. */
static int by_bound(const void *x, const void *y)
{
    const struct bound *a = x, *b = y;

    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    if (a->opens != b->opens)
        return a->opens ? 1 : -1;
    return a->unit < b->unit ? -1 : a->unit > b->unit;
}

static struct bound *bounds_of(const struct unitizing_unit *units, size_t n)
{
    struct bound *bounds = aet_calloc(2 * n + 1, sizeof *bounds);

    for (size_t i = 0; i < n; i++) {
        bounds[2 * i] = (struct bound){ units[i].from, i, true };
        bounds[2 * i + 1] = (struct bound){ units[i].to, i, false };
    }
    if (n)
        qsort(bounds, 2 * n, sizeof *bounds, by_bound);
    return bounds;
}

/* How often a coder begins to mark what he is marking. */
static uint64_t overlaps(const struct unitizing_unit *units, const struct bound *bounds, size_t n)
{
    size_t coders = 0;
    uint32_t *open;
    uint64_t times = 0;

    for (size_t i = 0; i < n; i++)
        if (units[i].coder >= coders)
            coders = (size_t)units[i].coder + 1;
    open = aet_calloc(coders + 1, sizeof *open);
    for (size_t i = 0; i < 2 * n; i++) {
        uint16_t coder = units[bounds[i].unit].coder;

        times += bounds[i].opens && open[coder] > 0;
        if (bounds[i].opens)
            open[coder]++;
        else
            open[coder]--;
    }
    aet_free(open);
    return times;
}

/* Up to a place of one continuum: how many coders are marking, and the lengths of gaps, of pairs of
   gaps and of what is marked, over coders. */
struct sweep {
    double coders, marking, at, gap, gap_pairs, marked;
    double *since; /* by unit: `marked` where it begins */
};

static void advance(struct sweep *s, double to)
{
    double step = to - s->at, idle = s->coders - s->marking;

    s->gap += step * idle;
    s->gap_pairs += step * idle * (idle - 1);
    s->marked += step * s->marking;
    s->at = to;
}

/* What coders of one value did up to here; then `more` of them mark. */
static void count(struct unitizing *u, const struct sweep *s, uint32_t value, double more)
{
    struct unitizing_count *now = &u->now[value];
    struct unitizing_value *of = &u->of[value];
    double step = s->at - now->since, others = s->coders - 1;

    of->length += now->coders * step;
    of->alike += now->coders * (now->coders - 1) * step / others;
    of->pairable += now->coders * (step - (s->gap - now->gap) / others);
    *now = (struct unitizing_count){ now->coders + more, s->at, s->gap };
}

static void end_unit(struct unitizing_value *of, const struct sweep *s, double length, double since)
{
    double shared = (s->marked - since - length) / (s->coders - 1);

    of->squares += length * length;
    of->pairable_squares += shared * shared;
    of->units++;
}

static void sweep(struct unitizing *u, struct sweep *s, const struct unitizing_unit *units,
                  const struct bound *bounds, size_t n)
{
    for (size_t i = 0; i < 2 * n; i++) {
        const struct bound *b = &bounds[i];
        const struct unitizing_unit *unit = &units[b->unit];

        advance(s, (double)b->at);
        count(u, s, unit->value, b->opens ? 1 : -1);
        s->marking += b->opens ? 1 : -1;
        if (b->opens)
            s->since[b->unit] = s->marked;
        else
            end_unit(&u->of[unit->value], s, (double)(unit->to - unit->from), s->since[b->unit]);
    }
}

void aet_unitizing_add(struct unitizing *u, const struct unitizing_unit *units, size_t n,
                       uint64_t length, size_t coders)
{
    struct sweep s = { .coders = (double)coders };
    struct bound *bounds;
    uint64_t times;

    if (coders < 2)
        return;
    bounds = bounds_of(units, n);
    times = overlaps(units, bounds, n);
    u->overlaps += times;
    if (times == 0) {
        s.since = aet_calloc(n + 1, sizeof *s.since);
        sweep(u, &s, units, bounds, n);
        advance(&s, (double)length);
        u->length += s.coders * (double)length;
        u->gap += s.gap;
        u->gap_alike += s.gap_pairs / (s.coders - 1);
        aet_free(s.since);
    }
    aet_free(bounds);
}

void aet_unitizing_clear(struct unitizing *u)
{
    struct unitizing fresh = { .values = u->values, .of = u->of, .now = u->now };

    for (size_t v = 0; v < u->values; v++) {
        u->of[v] = (struct unitizing_value){ .units = 0 };
        u->now[v] = (struct unitizing_count){ .coders = 0 };
    }
    *u = fresh;
}

/* Shares of 1 / (m - 1) leave of what is nothing some 1e-16 of the whole. */
static double less(double all, double part)
{
    double left = all - part;

    return left > 1e-9 * all ? left : 0;
}

void aet_unitizing_without(const struct unitizing *all, const struct unitizing *part,
                           struct unitizing *rest)
{
    rest->length = less(all->length, part->length);
    rest->gap = less(all->gap, part->gap);
    rest->gap_alike = less(all->gap_alike, part->gap_alike);
    rest->overlaps = all->overlaps - part->overlaps;
    for (size_t v = 0; v < all->values; v++) {
        const struct unitizing_value *a = &all->of[v], *p = &part->of[v];

        rest->of[v] = (struct unitizing_value){
            .length = less(a->length, p->length),
            .alike = less(a->alike, p->alike),
            .pairable = less(a->pairable, p->pairable),
            .squares = less(a->squares, p->squares),
            .pairable_squares = less(a->pairable_squares, p->pairable_squares),
            .units = a->units - p->units,
        };
    }
}

/* Lengths on and off the diagonal: what was observed to agree, all there is, the squares of the
   margins and those of the passages. */
struct coincidences {
    double alike, all, margins, squares;
};

/* 1 - D_o / D_e. */
static struct stat_value alpha(const struct unitizing *u, const struct coincidences *x)
{
    double chance = x->all * x->all - x->margins; /* D_e times all - squares / all */

    if (u->overlaps)
        return aet_stat_undefined(STAT_OVERLAP);
    if (!(x->all > 0))
        return aet_stat_undefined(STAT_NO_OVERLAP);
    if (!(chance > 0))
        return aet_stat_undefined(STAT_CONSTANT);
    return aet_stat_coefficient(1 - (x->all - x->alike) * (x->all - x->squares / x->all) / chance);
}

struct stat_value aet_unitizing_u(const struct unitizing *u)
{
    struct coincidences x = { u->gap_alike, u->length, u->gap * u->gap, u->gap };

    for (size_t v = 0; v < u->values; v++) {
        x.alike += u->of[v].alike;
        x.margins += u->of[v].length * u->of[v].length;
        x.squares += u->of[v].squares;
    }
    return alpha(u, &x);
}

static struct coincidences marked(const struct unitizing *u)
{
    struct coincidences x = { 0, 0, 0, 0 };

    for (size_t v = 0; v < u->values; v++) {
        x.alike += u->of[v].alike;
        x.all += u->of[v].pairable;
        x.margins += u->of[v].pairable * u->of[v].pairable;
        x.squares += u->of[v].pairable_squares;
    }
    return x;
}

struct stat_value aet_unitizing_cu(const struct unitizing *u)
{
    struct coincidences x = marked(u);

    return alpha(u, &x);
}

struct stat_value aet_unitizing_ku(const struct unitizing *u, size_t value)
{
    const struct unitizing_value *of = &u->of[value];
    double all = marked(u).all, others = all - of->pairable;

    if (u->overlaps)
        return aet_stat_undefined(STAT_OVERLAP);
    if (!(of->pairable > 0))
        return aet_stat_undefined(STAT_NO_OVERLAP);
    if (!(others > 0))
        return aet_stat_undefined(STAT_CONSTANT);
    return aet_stat_coefficient(1 - (of->pairable - of->alike) *
                                        (of->pairable * all - of->pairable_squares) /
                                        (of->pairable * of->pairable * others));
}

static struct stat_value share(const struct unitizing *u, double part, double whole)
{
    if (u->overlaps)
        return aet_stat_undefined(STAT_OVERLAP);
    return whole > 0 ? aet_stat_coefficient(part / whole) : aet_stat_undefined(STAT_EMPTY);
}

struct stat_value aet_unitizing_coverage(const struct unitizing *u)
{
    return share(u, marked(u).all, u->length);
}

struct stat_value aet_unitizing_coverage_of(const struct unitizing *u, size_t value)
{
    return share(u, u->of[value].pairable, u->of[value].length);
}
