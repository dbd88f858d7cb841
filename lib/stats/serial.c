/*
 * How months that resemble the one before widen what slope.c says.
 */
#include "stats/serial.h"

#include "base/alloc.h"

#include <math.h>

/* Of each point: x within its stratum, the residual of y from stratum and x, 1 over the points of
 * its stratum, and how many x of the stratum are below less those above. */
struct fitted {
    double x, e, share, w;
};

static size_t stratum_end(const struct slope_point *p, size_t n, size_t from)
{
    size_t k = from;

    while (k < n && p[k].stratum == p[from].stratum)
        k++;
    return k;
}

static void centre(const struct slope_point *p, struct fitted *f, size_t n)
{
    double x = 0.0, y = 0.0;

    for (size_t i = 0; i < n; i++) {
        x += p[i].x / (double)n;
        y += p[i].y / (double)n;
    }
    for (size_t i = 0; i < n; i++) {
        f[i] = (struct fitted){ p[i].x - x, p[i].y - y, 1.0 / (double)n, 0.0 };
        for (size_t k = 0; k < n; k++)
            f[i].w += (double)((p[k].x < p[i].x) - (p[k].x > p[i].x));
    }
}

/* Returns Σ x². */
static double fit(const struct slope_point *p, struct fitted *f, size_t n)
{
    double xx = 0.0, xy = 0.0;

    for (size_t i = 0, k; i < n; i = k) {
        k = stratum_end(p, n, i);
        centre(p + i, f + i, k - i);
    }
    for (size_t i = 0; i < n; i++) {
        xx += f[i].x * f[i].x;
        xy += f[i].x * f[i].e;
    }
    for (size_t i = 0; i < n; i++)
        f[i].e -= f[i].x * xy / xx;
    return xx;
}

/* What the fit keeps of the variance of a point. */
static double kept(const struct fitted *f, double xx)
{
    return fmax(0.0, 1.0 - f->share - f->x * f->x / xx);
}

static double correlation(const struct slope_point *p, const struct fitted *f, size_t n, double xx)
{
    double squares = 0.0, df = 0.0, products = 0.0, taken = 0.0, scale = 0.0, r, variance;

    for (size_t i = 0; i < n; i++) {
        squares += f[i].e * f[i].e;
        df += kept(&f[i], xx);
        for (size_t k = 0; k < n; k++) {
            bool same = p[k].stratum == p[i].stratum;

            if (p[k].series != p[i].series || p[k].month != p[i].month + 1)
                continue;
            products += f[i].e * f[k].e;
            taken += f[i].x * f[k].x / xx + (same ? f[i].share : 0.0);
            scale += sqrt(kept(&f[i], xx) * kept(&f[k], xx));
        }
    }
    variance = squares / df;
    if (!(df > 0.5) || !(scale > 0.0) || !(variance > 1e-20))
        return 0.0;
    r = products / variance / scale;
    r += fmax(0.0, taken / scale) * (1.0 + 3.0 * fmax(0.0, r));
    return fmin(0.95, fmax(0.0, r));
}

void aet_serial_effect(const struct slope_point *p, size_t n, double *autocorrelation,
                       double *effect)
{
    struct fitted *f = aet_calloc(n + 1, sizeof *f);
    double xx = fit(p, f, n), sum = 0.0, squares = 0.0, r = correlation(p, f, n, xx);

    for (size_t i = 0; i < n; i++) {
        squares += f[i].w * f[i].w;
        for (size_t k = 0; k < n && r > 0.0; k++)
            if (p[k].series == p[i].series)
                sum += f[i].w * f[k].w * pow(r, fabs((double)(p[i].month - p[k].month)));
    }
    *autocorrelation = r;
    *effect = r > 0.0 && squares > 0.0 ? fmax(1.0, sum / squares) : 1.0;
    aet_free(f);
}
