/*
 * Krippendorff's alpha, on four scales or by any distance of codes, any number of coders, missing
 * codes.
 * The coincidence matrix is never built: its two sums come from the patterns and the code counts.
 */
#include "stats/agreement/alpha.h"

#include "base/alloc.h"

#include <math.h>

/* n_c, how many pairable codes are c, their total, and where c stands on the scale; owned. */
struct scale {
    enum agree_scale kind;
    size_t codes;
    uint64_t *counts, total;
    double *positions;
    const struct agree_options *options;
};

/* Whether what codes differ by comes from no place that each has. */
static bool by_pairs(const struct scale *s)
{
    return s->kind == AGREE_RATIO || s->kind == AGREE_DISTANCE;
}

static void count_codes(struct scale *s, const struct patterns *p)
{
    for (size_t i = 0; i < p->n; i++) {
        const uint16_t *row = p->rows + i * p->coders;

        if (aet_pattern_size(p, i) < 2)
            continue;
        for (size_t c = 0; c < p->coders; c++) {
            if (row[c] != AET_CODE_MISSING) {
                s->counts[row[c]] += p->times[i];
                s->total += p->times[i];
            }
        }
    }
}

/*
 * Krippendorff's ordinal difference, (Σ n_g from c to k, less (n_c + n_k)/2)², is the squared
 * distance between the mean ranks of c and k: on these positions the ordinal scale is an interval
 * scale.
 */
static void place_ranks(struct scale *s)
{
    double before = 0.0;

    for (size_t c = 0; c < s->codes; c++) {
        s->positions[c] = before + (double)s->counts[c] / 2;
        before += (double)s->counts[c];
    }
}

static enum stat_reason place_values(struct scale *s, const double *values)
{
    for (size_t c = 0; c < s->codes; c++) {
        if (s->counts[c] == 0)
            continue;
        if (!values || !isfinite(values[c]))
            return STAT_ARGUMENT;
        if (s->kind == AGREE_RATIO && values[c] < 0.0)
            return STAT_SCALE;
        s->positions[c] = values[c];
    }
    return STAT_NONE;
}

static double difference(const struct scale *s, size_t c, size_t k)
{
    double v = s->positions[c], w = s->positions[k], d = v - w;

    if (c == k)
        return 0.0;
    if (s->kind == AGREE_NOMINAL)
        return 1.0;
    if (s->kind == AGREE_DISTANCE)
        return s->options->distance(s->options->of, c, k);
    if (s->kind == AGREE_RATIO)
        d = v + w > 0.0 ? d / (v + w) : 0.0;
    return d * d;
}

/* Σ over units of the differences in all ordered pairs, each unit divided by its codes less one. */
static double observed(const struct scale *s, const struct patterns *p)
{
    double sum = 0.0;

    for (size_t i = 0; i < p->n; i++) {
        const uint16_t *row = p->rows + i * p->coders;
        double unit = 0.0, r = (double)aet_pattern_size(p, i);

        if (r < 2.0)
            continue;
        for (size_t a = 0; a < p->coders; a++)
            for (size_t b = a + 1; b < p->coders; b++)
                if (row[a] != AET_CODE_MISSING && row[b] != AET_CODE_MISSING)
                    unit += 2.0 * difference(s, row[a], row[b]);
        sum += (double)p->times[i] * unit / (r - 1.0);
    }
    return sum;
}

static double expected_nominal(const struct scale *s)
{
    double n = (double)s->total, sum = 0.0;

    for (size_t c = 0; c < s->codes; c++)
        sum += (double)s->counts[c] * (n - (double)s->counts[c]);
    return sum;
}

/* ΣΣ n_c n_k (v_c - v_k)² = 2 n Σ n_c (v_c - mean)². */
static double expected_interval(const struct scale *s)
{
    double n = (double)s->total, mean = 0.0, sum = 0.0;

    for (size_t c = 0; c < s->codes; c++)
        mean += (double)s->counts[c] / n * s->positions[c];
    for (size_t c = 0; c < s->codes; c++)
        sum += (double)s->counts[c] * (s->positions[c] - mean) * (s->positions[c] - mean);
    return 2.0 * n * sum;
}

static double expected_by_pairs(const struct scale *s)
{
    double sum = 0.0;

    for (size_t c = 0; c < s->codes; c++)
        for (size_t k = c + 1; s->counts[c] > 0 && k < s->codes; k++)
            if (s->counts[k] > 0)
                sum += 2.0 * (double)s->counts[c] * (double)s->counts[k] * difference(s, c, k);
    return sum;
}

static double expected(const struct scale *s)
{
    switch (s->kind) {
    case AGREE_NOMINAL:
        return expected_nominal(s);
    case AGREE_RATIO:
    case AGREE_DISTANCE:
        return expected_by_pairs(s);
    case AGREE_ORDINAL:
    case AGREE_INTERVAL:
    default:
        return expected_interval(s);
    }
}

/* Whether no two pairable codes differ; asked of the codes, since rounding could hide it in a sum.
 */
static bool constant(const struct scale *s)
{
    size_t first = s->codes;

    for (size_t c = 0; c < s->codes; c++) {
        if (s->counts[c] == 0)
            continue;
        if (first == s->codes)
            first = c;
        else if (difference(s, first, c) > 0.0)
            return false;
    }
    return true;
}

/* The scale of these patterns, its arrays owned, or why there is none: then nothing is. */
static enum stat_reason scale_of(struct scale *s, const struct patterns *p,
                                 const struct agree_options *options)
{
    enum stat_reason reason = aet_patterns_fault(p);

    if (reason != STAT_NONE)
        return reason;
    if (options->scale == AGREE_DISTANCE && p->codes > AET_ALPHA_DISTANCES_MAX)
        return STAT_TOO_MANY;
    *s = (struct scale){ .kind = options->scale, .codes = p->codes, .options = options };
    s->counts = aet_calloc(p->codes, sizeof *s->counts);
    s->positions = aet_calloc(p->codes, sizeof *s->positions);
    count_codes(s, p);
    if (s->kind == AGREE_ORDINAL)
        place_ranks(s);
    else if (s->kind == AGREE_INTERVAL || s->kind == AGREE_RATIO)
        reason = place_values(s, options->values);
    if (reason == STAT_NONE && constant(s))
        reason = STAT_CONSTANT;
    return reason;
}

static void scale_free(struct scale *s)
{
    aet_free(s->counts);
    aet_free(s->positions);
}

struct stat_value aet_alpha_value(const struct patterns *p, const struct agree_options *options)
{
    struct scale s = { .codes = 0 };
    enum stat_reason reason = scale_of(&s, p, options);
    struct stat_value v = aet_stat_undefined(reason);

    if (reason == STAT_NONE)
        v = aet_stat_coefficient(1.0 - ((double)s.total - 1.0) * observed(&s, p) / expected(&s));
    scale_free(&s);
    return v;
}

/* Differences in the ordered pairs of pattern i, over its codes less one. */
static double unit_differs(const struct scale *s, const struct patterns *p, size_t i)
{
    const uint16_t *row = p->rows + i * p->coders;
    double sum = 0.0, r = (double)aet_pattern_size(p, i);

    for (size_t a = 0; a < p->coders; a++)
        for (size_t b = a + 1; row[a] != AET_CODE_MISSING && b < p->coders; b++)
            if (row[b] != AET_CODE_MISSING)
                sum += 2.0 * difference(s, row[a], row[b]);
    return sum / (r - 1.0);
}

/* What one code more of each kind adds to what chance expects, into by_code. */
static void code_expects(const struct scale *s, double *by_code)
{
    double n = (double)s->total, mean = 0.0, spread = 0.0;

    for (size_t c = 0; c < s->codes; c++)
        mean += (double)s->counts[c] / n * s->positions[c];
    for (size_t c = 0; c < s->codes; c++)
        spread += (double)s->counts[c] * (s->positions[c] - mean) * (s->positions[c] - mean);
    for (size_t c = 0; c < s->codes; c++) {
        double gap = s->positions[c] - mean;

        by_code[c] = s->kind == AGREE_NOMINAL ? 2.0 * (n - (double)s->counts[c])
                                              : 2.0 * (n * gap * gap + spread);
        if (!by_pairs(s))
            continue;
        by_code[c] = 0.0;
        for (size_t k = 0; s->counts[c] > 0 && k < s->codes; k++)
            if (s->counts[k] > 0)
                by_code[c] += 2.0 * (double)s->counts[k] * difference(s, c, k);
    }
}

/* Of the ordinal scale: by how much the place of each code moves what is observed and expected. */
static void place_moves(const struct scale *s, const struct patterns *p, double *seen,
                        double *chance)
{
    double n = (double)s->total, mean = 0.0;

    for (size_t c = 0; c < s->codes; c++)
        mean += (double)s->counts[c] / n * s->positions[c];
    for (size_t c = 0; c < s->codes; c++)
        chance[c] = 4.0 * (double)s->counts[c] * n * (s->positions[c] - mean);
    for (size_t i = 0; i < p->n; i++) {
        const uint16_t *row = p->rows + i * p->coders;
        double r = (double)aet_pattern_size(p, i);

        for (size_t a = 0; r >= 2.0 && a < p->coders; a++)
            for (size_t b = 0; row[a] != AET_CODE_MISSING && b < p->coders; b++)
                if (row[b] != AET_CODE_MISSING)
                    seen[row[a]] += 4.0 * (double)p->times[i] / (r - 1.0) *
                                    (s->positions[row[a]] - s->positions[row[b]]);
    }
}

/* One code more pushes all that stand above it one rank up, and its own half a rank: into by_code,
   from what the place of each moves. */
static void push_up(double *by_code, size_t codes)
{
    double above = 0.0;

    for (size_t c = codes; c-- > 0;) {
        double own = by_code[c];

        by_code[c] = above + own / 2.0;
        above += own;
    }
}

/* seen, chance: what one code more of each kind adds to each sum. */
static void unit_moves(const struct scale *s, const struct patterns *p, const double *seen,
                       const double *chance, double *out)
{
    double n = (double)s->total, o = observed(s, p), e = expected(s);

    for (size_t i = 0; i < p->n; i++) {
        const uint16_t *row = p->rows + i * p->coders;
        double r = (double)aet_pattern_size(p, i), of_seen, of_chance = 0.0;

        out[i] = 0.0;
        if (r < 2.0)
            continue;
        of_seen = unit_differs(s, p, i);
        for (size_t a = 0; a < p->coders; a++) {
            if (row[a] == AET_CODE_MISSING)
                continue;
            of_seen += seen[row[a]];
            of_chance += chance[row[a]];
        }
        out[i] = -(r * o + n * of_seen - n * o / e * of_chance) / e;
    }
}

enum stat_reason aet_alpha_influence(const struct patterns *p, const struct agree_options *options,
                                     double *out)
{
    struct scale s = { .codes = 0 };
    enum stat_reason reason = scale_of(&s, p, options);
    double *seen, *chance, *places;

    if (reason == STAT_NONE) {
        seen = aet_calloc(s.codes, sizeof *seen);
        chance = aet_calloc(s.codes, sizeof *chance);
        places = aet_calloc(s.codes, sizeof *places);
        code_expects(&s, chance);
        if (s.kind == AGREE_ORDINAL)
            place_moves(&s, p, seen, places);
        push_up(seen, s.codes);
        push_up(places, s.codes);
        for (size_t c = 0; c < s.codes; c++)
            chance[c] += places[c];
        unit_moves(&s, p, seen, chance, out);
        aet_free(seen);
        aet_free(chance);
        aet_free(places);
    }
    scale_free(&s);
    return reason;
}
