/*
 * A small generator of random numbers whose sequence depends on the seed alone, on every machine.
 * For resampling only: the draw of plans is by SHA-256, and nothing here is secret.
 */
#include "stats/random.h"

#include "stats/gamma.h"

#include <math.h>

void aet_random_init(struct random *r, uint64_t seed)
{
    r->state = seed;
}

uint64_t aet_random_next(struct random *r)
{
    uint64_t z = r->state += 0x9e3779b97f4a7c15u;

    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

double aet_random_uniform(struct random *r)
{
    return (double)(aet_random_next(r) >> 11) * 0x1p-53;
}

/* p <= 1/2. Masses are spent on u from the mode, alternately above and below. */
static uint64_t from_mode(struct random *r, uint64_t n, double p)
{
    uint64_t mode = (uint64_t)fmin((double)n, floor(((double)n + 1.0) * p));
    uint64_t high = mode, low = mode;
    double odds = p / (1.0 - p), u = aet_random_uniform(r);
    double mass = exp(aet_lchoose(n, mode) + (double)mode * log(p) +
                      (double)(n - mode) * log1p(-p));
    double up = mass, down = mass;

    u -= mass;
    while (u >= 0.0 && (up > 0.0 || down > 0.0)) {
        up = high < n ? up * odds * (double)(n - high) / (double)(high + 1) : 0.0;
        if (up > 0.0) {
            high++;
            u -= up;
            if (u < 0.0)
                return high;
        }
        down = low > 0 ? down * (double)low / ((double)(n - low + 1) * odds) : 0.0;
        if (down > 0.0) {
            low--;
            u -= down;
            if (u < 0.0)
                return low;
        }
    }
    return mode;
}

uint64_t aet_random_binomial(struct random *r, uint64_t n, double p)
{
    if (n == 0 || p <= 0.0)
        return 0;
    if (p >= 1.0)
        return n;
    return p > 0.5 ? n - from_mode(r, n, 1.0 - p) : from_mode(r, n, p);
}
