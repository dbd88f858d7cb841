#include "base/real.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

double aet_real_steady(double v)
{
    char text[40];

    if (!isfinite(v) || v == floor(v))
        return v; /* a whole number is what it is */
    snprintf(text, sizeof text, "%.*g", AET_REAL_DIGITS, v);
    return strtod(text, NULL);
}

void aet_real_write(struct buf *out, double v)
{
    char text[40];

    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, v);
        if (strtod(text, NULL) == v)
            break;
    }
    aet_buf_str(out, text);
}
