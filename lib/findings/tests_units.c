/* Tests on all units: a share of them, a trend over them, a ratio of what they hold. */
#include "findings/tests.h"

#include <stdlib.h>

#include "findings/ask.h"
#include "findings/words.h"
#include "stats/jackknife.h"
#include "stats/kendall.h"
#include "stats/proportion.h"

static bool small(const struct finding_run *r, uint64_t n)
{
    return n > 0 && n < r->hide_under;
}

/* Wilson's interval of a share of units, corrected where the population is known. */
static void share(const struct finding_clause *c, const struct finding_run *r, uint64_t with,
                  uint64_t n, struct finding_figure *f)
{
    bool of_all = c->test->of_population && !c->a.measure->apart;
    uint64_t population = of_all && r->population >= n ? r->population : 0;

    f->n = n;
    f->hidden = small(r, with) || small(r, n - with);
    f->value = aet_proportion(with, n);
    f->ci = aet_wilson(with, n, population, r->confidence);
    aet_finding_count(c, r, f, (double)n, NULL);
}

void aet_finding_part(const struct finding_clause *c, const struct finding_run *r,
                      struct finding_figure *f)
{
    struct finding_data d = aet_finding_ask(r, &c->a, NULL, 0);
    struct finding_limits limits = aet_finding_limits(r, c);
    uint64_t n = 0, with = 0, out[FINDING_LIMITS] = { 0 };

    for (size_t u = 0; u < d.n; u++) {
        int missed = aet_finding_missed(&limits, c, u);

        if (missed >= 0)
            out[missed]++;
        else if (d.values[u].den > 0) {
            n++;
            with += aet_finding_reaches(&c->a, d.values[u]);
        }
    }
    share(c, r, with, n, f);
    aet_finding_say_part(r, c->a.measure, f);
    for (size_t i = 0; i < c->among_n; i++)
        aet_finding_say_left_out(r, f, c->among[i].measure, out[i]);
    aet_finding_say_counts(r, f, with, n);
    aet_finding_limits_free(&limits, c);
    aet_finding_data_free(&d);
}

/* Units that have more of one than of the other, among those where they differ. */
void aet_finding_more(const struct finding_clause *c, const struct finding_run *r,
                      struct finding_figure *f)
{
    struct finding_data a = aet_finding_ask(r, &c->a, NULL, 0);
    struct finding_data b = aet_finding_ask(r, &c->b, NULL, 0);
    uint64_t n = 0, more = 0;

    for (size_t u = 0; u < a.n; u++) {
        double x = a.values[u].num * b.values[u].den, y = b.values[u].num * a.values[u].den;

        if (!(a.values[u].den > 0) || !(b.values[u].den > 0))
            continue;
        n += x < y || x > y;
        more += x > y;
    }
    share(c, r, more, n, f);
    aet_finding_say_more(r, f, &c->a, &c->b);
    aet_finding_data_free(&a);
    aet_finding_data_free(&b);
}

static double ratio_of(struct finding_value v)
{
    return v.num / v.den;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* The rank of each value among those that there are: classes in order. Returns how many. */
static size_t classes_of(const double *x, size_t n, uint32_t *class)
{
    double *sorted = aet_calloc(n + 1, sizeof *sorted);
    size_t count = 0;

    if (n)
        memcpy(sorted, x, n * sizeof *x);
    qsort(sorted, n, sizeof *sorted, by_value);
    for (size_t i = 0; i < n; i++)
        if (!count || sorted[i] > sorted[count - 1])
            sorted[count++] = sorted[i];
    for (size_t i = 0; i < n; i++) {
        const double *at = bsearch(&x[i], sorted, count, sizeof *sorted, by_value);

        class[i] = (uint32_t)(at - sorted);
    }
    aet_free(sorted);
    return count;
}

void aet_finding_kendall(const struct finding_clause *c, const struct finding_run *r,
                         struct finding_figure *f)
{
    struct finding_data a = aet_finding_ask(r, &c->a, NULL, 0);
    struct finding_data b = aet_finding_ask(r, &c->b, NULL, 0);
    uint32_t *class = aet_calloc(a.n + 1, sizeof *class);
    double *x = aet_calloc(a.n + 1, sizeof *x), *y = aet_calloc(a.n + 1, sizeof *y);
    struct kendall k;
    uint64_t out = 0;
    size_t n = 0;

    for (size_t u = 0; u < a.n; u++) {
        out += !(a.values[u].den > 0);
        if (!(a.values[u].den > 0) || !(b.values[u].den > 0))
            continue;
        x[n] = ratio_of(a.values[u]);
        y[n++] = ratio_of(b.values[u]);
    }
    k = aet_kendall(class, y, n, classes_of(x, n, class), r->confidence);
    f->value = k.tau;
    f->ci = k.ci;
    f->p = k.p;
    f->n = n;
    aet_finding_count(c, r, f, (double)n, NULL);
    aet_finding_say_kendall(r, f, &c->b);
    aet_finding_say_left_out(r, f, c->a.measure, out);
    aet_free(class);
    aet_free(x);
    aet_free(y);
    aet_finding_data_free(&a);
    aet_finding_data_free(&b);
}

/* Sums over units, for a share of what they hold, and for its difference from another. */
struct sums {
    struct finding_value own, other;
};

static struct stat_value estimate(const struct sums *s, bool gap)
{
    if (!(s->own.den > 0) || (gap && !(s->other.den > 0)))
        return aet_stat_undefined(STAT_EMPTY);
    return aet_stat_value(ratio_of(s->own) - (gap ? ratio_of(s->other) : 0));
}

static void add(struct finding_value *to, struct finding_value v, double sign)
{
    to->num += sign * v.num;
    to->den += sign * v.den;
}

/* The estimate and its interval, each unit left out in turn: those that hold anything. `b` NULL: a
 * ratio alone. Units come to f->n. */
static void jackknife(const struct finding_run *r, const struct finding_data *a,
                      const struct finding_data *b, bool gap, struct finding_part *p, uint64_t *n)
{
    struct stat_value *without = aet_calloc(a->n + 1, sizeof *without);
    struct sums all = { { 0, 0 }, { 0, 0 } };

    *n = 0;
    for (size_t u = 0; u < a->n; u++) {
        add(&all.own, a->values[u], 1);
        if (b)
            add(&all.other, b->values[u], 1);
    }
    for (size_t u = 0; u < a->n; u++) {
        struct sums left = all;

        if (!(a->values[u].den > 0) && !(b && b->values[u].den > 0))
            continue;
        add(&left.own, a->values[u], -1);
        if (b)
            add(&left.other, b->values[u], -1);
        without[(*n)++] = estimate(&left, gap);
    }
    p->value = estimate(&all, gap);
    p->ci = aet_jackknife(p->value, without, *n, r->confidence);
    aet_free(without);
}

static uint64_t holding(const struct finding_data *d)
{
    uint64_t n = 0;

    for (size_t u = 0; u < d->n; u++)
        n += d->values[u].den > 0;
    return n;
}

void aet_finding_ratio(const struct finding_clause *c, const struct finding_run *r,
                       struct finding_figure *f)
{
    struct finding_data d = aet_finding_ask(r, &c->a, NULL, 0);
    struct finding_part p;

    jackknife(r, &d, NULL, false, &p, &f->n);
    f->value = p.value;
    f->ci = p.ci;
    f->hidden = d.hidden;
    aet_finding_count(c, r, f, (double)f->n, NULL);
    aet_finding_say_ratio(r, f, &c->a);
    aet_finding_data_free(&d);
}

/* The share that each row of the first pick has of the first side. */
static void parts_of(const struct finding_clause *c, const struct finding_run *r,
                     const struct finding_data *other, struct finding_figure *f)
{
    const struct finding_pick *what = &c->a.request.what[0];

    f->parts = aet_calloc(what->n + 1, sizeof *f->parts);
    for (size_t row = 0; row < what->n; row++) {
        bool *rows = aet_calloc(what->n, sizeof *rows);
        struct finding_operand one = c->a;
        struct finding_data d;
        uint64_t n;

        if (aet_finding_picks(what, (int32_t)row)) {
            rows[row] = true;
            one.request.what[0].rows = rows;
            one.request.what[0].except = false;
            d = aet_finding_ask(r, &one, &c->sides[0], 0);
            jackknife(r, &d, other, false, &f->parts[f->parts_n], &n);
            f->parts[f->parts_n++].label = aet_finding_row_label(r, what->dimension, row);
            aet_finding_data_free(&d);
        }
        aet_free(rows);
    }
}

void aet_finding_gap(const struct finding_clause *c, const struct finding_run *r,
                     struct finding_figure *f)
{
    struct finding_data a = aet_finding_ask(r, &c->a, &c->sides[0], 0);
    struct finding_data b = aet_finding_ask(r, &c->a, &c->sides[1], 0);
    uint64_t with = holding(&a), others = holding(&b);
    struct finding_part p;

    jackknife(r, &a, &b, true, &p, &f->n);
    f->value = p.value;
    f->ci = p.ci;
    f->hidden = a.hidden;
    parts_of(c, r, &b, f);
    aet_finding_count(c, r, f, (double)(with < others ? with : others), NULL);
    aet_finding_say_gap(r, f);
    aet_finding_data_free(&a);
    aet_finding_data_free(&b);
}
