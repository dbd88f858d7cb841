/*
 * The hypergeometric distribution, central and tilted by an odds ratio (Fisher's noncentral one).
 * Holds no test: fisher.c and proportion.c do.
 */
#include "stats/hyper.h"

#include "base/alloc.h"

#include <math.h>

static size_t length(const struct hyper *h)
{
    return (size_t)(h->high - h->low) + 1;
}

/* Makes the masses sum to 1; the largest is taken out first so that no exp overflows. */
static void normalize(struct hyper *h)
{
    double top = h->log_mass[0], sum = 0.0;

    for (size_t i = 1; i < length(h); i++)
        top = fmax(top, h->log_mass[i]);
    for (size_t i = 0; i < length(h); i++)
        sum += exp(h->log_mass[i] - top);
    for (size_t i = 0; i < length(h); i++)
        h->log_mass[i] -= top + log(sum);
}

void aet_hyper_init(struct hyper *h, uint64_t success, uint64_t failure, uint64_t drawn)
{
    h->low = drawn > failure ? drawn - failure : 0;
    h->high = drawn < success ? drawn : success;
    h->log_mass = aet_calloc(length(h), sizeof *h->log_mass);
    for (uint64_t x = h->low; x < h->high; x++) {
        double up = (double)(success - x) * (double)(drawn - x);
        double down = (double)(x + 1) * (double)(failure + x + 1 - drawn);
        size_t i = (size_t)(x - h->low);

        h->log_mass[i + 1] = h->log_mass[i] + log(up / down);
    }
    normalize(h);
}

void aet_hyper_free(struct hyper *h)
{
    aet_free(h->log_mass);
    h->log_mass = NULL;
}

struct sums {
    double all, at_most, at_least, first_moment;
};

/* Moments are taken from low, not from 0, to keep their digits when low is large. */
static struct sums tilt(const struct hyper *h, uint64_t x, double log_odds)
{
    struct sums s = { 0.0, 0.0, 0.0, 0.0 };
    double top = h->log_mass[0];

    for (size_t i = 1; i < length(h); i++)
        top = fmax(top, h->log_mass[i] + (double)i * log_odds);
    for (size_t i = 0; i < length(h); i++) {
        double mass = exp(h->log_mass[i] + (double)i * log_odds - top);

        s.all += mass;
        s.first_moment += mass * (double)i;
        if (h->low + i <= x)
            s.at_most += mass;
        if (h->low + i >= x)
            s.at_least += mass;
    }
    return s;
}

double aet_hyper_at_most(const struct hyper *h, uint64_t x, double log_odds)
{
    struct sums s = tilt(h, x, log_odds);

    return s.at_most / s.all;
}

double aet_hyper_at_least(const struct hyper *h, uint64_t x, double log_odds)
{
    struct sums s = tilt(h, x, log_odds);

    return s.at_least / s.all;
}

double aet_hyper_mean(const struct hyper *h, double log_odds)
{
    struct sums s = tilt(h, h->low, log_odds);

    return (double)h->low + s.first_moment / s.all;
}
