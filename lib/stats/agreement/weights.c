/*
 * What a disagreement weighs.
 */
#include "stats/agreement/weights.h"

#include "base/alloc.h"

#include <math.h>

double aet_agree_gap(size_t i, size_t j, enum agree_weights weights, const double *values)
{
    double x = values ? values[i] : (double)i + 1, y = values ? values[j] : (double)j + 1;
    double gap = fabs(x - y), places = i > j ? (double)(i - j) : (double)(j - i);

    switch (weights) {
    case AGREE_QUADRATIC:
        return gap * gap;
    case AGREE_RADICAL:
        return sqrt(gap);
    case AGREE_BY_RATIO:
        return gap > 0 ? gap / (x + y) * (gap / (x + y)) : 0.0;
    case AGREE_BY_ORDER:
        return places * (places + 1) / 2;
    case AGREE_LINEAR:
    default:
        return gap;
    }
}

double *aet_agree_weights_new(size_t codes, enum agree_weights weights, const double *values)
{
    double *table = aet_calloc(codes * codes, sizeof *table), most = 0.0;

    for (size_t i = 0; i < codes; i++) {
        for (size_t j = 0; j < codes; j++) {
            table[i * codes + j] = aet_agree_gap(i, j, weights, values);
            most = fmax(most, table[i * codes + j]);
        }
    }
    if (!(most > 0.0)) {
        aet_free(table);
        return NULL;
    }
    for (size_t i = 0; i < codes * codes; i++)
        table[i] = 1.0 - table[i] / most;
    return table;
}
