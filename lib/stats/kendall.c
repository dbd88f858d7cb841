/*
 * Kendall's tau-b between classes and a measure, with its jackknife.
 */
#include "stats/kendall.h"

#include "base/alloc.h"
#include "stats/jackknife.h"
#include "stats/normal.h"

#include <math.h>
#include <stdlib.h>

struct pair {
    double value, lead; /* lead: concordant less discordant pairs with the others */
    uint32_t class;
    size_t ties; /* others of the same value */
};

/* Ties of both sides, and the score. */
struct shape {
    double n, s;
    double tx, ty;   /* tied pairs */
    double cx, cy;   /* Σ t(t-1)(2t+5) */
    double txx, tyy; /* Σ t(t-1)(t-2) */
};

static int by_value(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;

    if (x->value < y->value || x->value > y->value)
        return x->value < y->value ? -1 : 1;
    return x->class < y->class ? -1 : x->class > y->class;
}

static void add_ties(double t, double *pairs, double *correction, double *triples)
{
    *pairs += t * (t - 1) / 2;
    *correction += t * (t - 1) * (2 * t + 5);
    *triples += t * (t - 1) * (t - 2);
}

/* p is sorted by value. below, upto: of each class, how many stand before this run of equal values,
   and up to its end. */
static struct shape shape_of(struct pair *p, size_t n, size_t count)
{
    double *below = aet_calloc(count, sizeof *below), *all = aet_calloc(count, sizeof *all);
    double *upto = aet_calloc(count, sizeof *upto);
    struct shape s = { .n = (double)n };
    size_t next;

    for (size_t i = 0; i < n; i++)
        all[p[i].class]++;
    for (size_t i = 0; i < n; i = next) {
        for (next = i; next < n && p[next].value <= p[i].value; next++)
            upto[p[next].class]++;
        for (size_t k = i; k < next; k++) {
            p[k].ties = next - i - 1;
            p[k].lead = 0;
            for (uint32_t c = 0; c < count; c++)
                p[k].lead += c < p[k].class   ? below[c] - (all[c] - upto[c])
                             : c > p[k].class ? (all[c] - upto[c]) - below[c]
                                              : 0;
            s.s += p[k].lead / 2;
        }
        add_ties((double)(next - i), &s.ty, &s.cy, &s.tyy);
        for (size_t c = 0; c < count; c++)
            below[c] = upto[c];
    }
    for (size_t c = 0; c < count; c++)
        add_ties(all[c], &s.tx, &s.cx, &s.txx);
    aet_free(below);
    aet_free(upto);
    aet_free(all);
    return s;
}

static struct stat_value tau(double s, double n, double tx, double ty)
{
    double pairs = n * (n - 1) / 2, under = (pairs - tx) * (pairs - ty);

    return under > 0 ? aet_stat_value(s / sqrt(under)) : aet_stat_undefined(STAT_CONSTANT);
}

static struct stat_value p_value(const struct shape *s)
{
    double n = s->n;
    double v = (n * (n - 1) * (2 * n + 5) - s->cx - s->cy) / 18 +
               s->txx * s->tyy / (9 * n * (n - 1) * (n - 2)) +
               2 * s->tx * 2 * s->ty / (2 * n * (n - 1));

    return v > 0 ? aet_stat_value(aet_normal_two_sided(fabs(s->s) / sqrt(v)))
                 : aet_stat_undefined(STAT_CONSTANT);
}

static struct stat_interval jackknife(const struct pair *p, size_t n, const struct shape *s,
                                      struct stat_value estimate, const double *in_class,
                                      double level)
{
    struct stat_value *without = aet_calloc(n, sizeof *without);
    struct stat_interval ci;

    for (size_t i = 0; i < n; i++)
        without[i] = tau(s->s - p[i].lead, s->n - 1, s->tx - (in_class[p[i].class] - 1),
                         s->ty - (double)p[i].ties);
    ci = aet_jackknife(estimate, without, n, level);
    aet_free(without);
    return ci;
}

static struct kendall nothing(enum stat_reason why)
{
    return (struct kendall){ aet_stat_undefined(why), aet_stat_undefined(why),
                             aet_stat_no_interval(why) };
}

struct kendall aet_kendall(const uint32_t *classes, const double *values, size_t n, size_t count,
                           double level)
{
    struct pair *p;
    double *in_class;
    struct shape s;
    struct kendall k;

    if (n < 3)
        return nothing(n ? STAT_TOO_FEW : STAT_EMPTY);
    for (size_t i = 0; i < n; i++)
        if (!isfinite(values[i]) || classes[i] >= count)
            return nothing(STAT_ARGUMENT);
    p = aet_calloc(n, sizeof *p);
    in_class = aet_calloc(count, sizeof *in_class);
    for (size_t i = 0; i < n; i++) {
        p[i] = (struct pair){ .value = values[i], .class = classes[i] };
        in_class[classes[i]]++;
    }
    qsort(p, n, sizeof *p, by_value);
    s = shape_of(p, n, count);
    k.tau = tau(s.s, s.n, s.tx, s.ty);
    k.p = k.tau.defined ? p_value(&s) : k.tau;
    k.ci = jackknife(p, n, &s, k.tau, in_class, level);
    aet_free(p);
    aet_free(in_class);
    return k;
}
