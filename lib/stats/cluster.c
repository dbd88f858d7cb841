/*
 * Interval of a proportion whose units come in clusters that resemble one another.
 * Intervals of independent units are in proportion.c.
 */
#include "stats/cluster.h"

#include "stats/normal.h"

#include <math.h>

/* Wilson's interval of a share of n units, n not necessarily whole. */
static struct stat_interval wilson(double p, double n, double level)
{
    double z = aet_normal_upper_quantile((1.0 - level) / 2.0), z2 = z * z;
    double centre = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    double half = z / (1.0 + z2 / n) * sqrt(p * (1.0 - p) / n + z2 / (4.0 * n * n));

    return aet_stat_interval(fmax(centre - half, 0.0), fmin(centre + half, 1.0));
}

struct cluster_share aet_cluster_wilson(const struct cluster *clusters, size_t n, double level)
{
    struct cluster_share r = { aet_stat_undefined(STAT_EMPTY), aet_stat_undefined(STAT_EMPTY),
                               aet_stat_no_interval(STAT_EMPTY) };
    double with = 0.0, units = 0.0, count = 0.0, sum = 0.0, effect = 1.0, p;

    for (size_t i = 0; i < n; i++) {
        with += (double)clusters[i].with;
        units += (double)clusters[i].units;
        count += clusters[i].units > 0;
    }
    if (!(units > 0.0))
        return r;
    p = with / units;
    r.share = aet_stat_value(p);
    if (!(level > 0.0 && level < 1.0) || count < 2.0) {
        enum stat_reason why = count < 2.0 ? STAT_TOO_FEW : STAT_ARGUMENT;

        r.effect = aet_stat_undefined(why);
        r.ci = aet_stat_no_interval(why);
        return r;
    }
    for (size_t i = 0; i < n; i++)
        sum += pow((double)clusters[i].with - p * (double)clusters[i].units, 2.0);
    if (p > 0.0 && p < 1.0)
        effect = fmax(1.0, count / (count - 1.0) * sum / (units * units) / (p * (1.0 - p) / units));
    r.effect = aet_stat_value(effect);
    r.ci = wilson(p, units / effect, level);
    return r;
}
