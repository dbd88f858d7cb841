/*
 * Constructors of statistics and the texts of their reasons, from reasons.def.
 * Holds no statistics and no formatting of numbers.
 */
#include "stats/value.h"

#include <math.h>
#include <stddef.h>

struct reason_text {
    const char *fr, *en;
};

static const struct reason_text texts[] = {
#define STAT_REASON(name, fr, en) { fr, en },
#include "stats/reasons.def"
#undef STAT_REASON
};

static const struct reason_text *text_of(enum stat_reason reason)
{
    size_t i = (size_t)reason;

    return i < (size_t)STAT_REASONS ? &texts[i] : &texts[STAT_NONE];
}

struct stat_value aet_stat_value(double value)
{
    if (!isfinite(value))
        return aet_stat_undefined(STAT_NUMERIC);
    return (struct stat_value){ true, value, STAT_NONE };
}

struct stat_value aet_stat_coefficient(double value)
{
    double settled = round(value * 1e10) / 1e10;

    /* + 0.0: no zero is negative */
    return aet_stat_value(fabs(value - settled) < 4e-15 ? settled + 0.0 : value);
}

struct stat_value aet_stat_undefined(enum stat_reason reason)
{
    return (struct stat_value){ false, 0.0, reason };
}

struct stat_interval aet_stat_interval(double low, double high)
{
    return (struct stat_interval){ aet_stat_value(low), aet_stat_value(high) };
}

struct stat_interval aet_stat_no_interval(enum stat_reason reason)
{
    return (struct stat_interval){ aet_stat_undefined(reason), aet_stat_undefined(reason) };
}

const char *aet_stat_reason_fr(enum stat_reason reason)
{
    return text_of(reason)->fr;
}

const char *aet_stat_reason_en(enum stat_reason reason)
{
    return text_of(reason)->en;
}
