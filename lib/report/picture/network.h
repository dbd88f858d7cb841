/* Who is tied to whom, of a section whose rows name two (VIEW_NETWORK): names around a circle, for
 * whoever draws it. */
#ifndef AET_REPORT_PICTURE_NETWORK_H
#define AET_REPORT_PICTURE_NETWORK_H

#include "report/report.h"

enum { AET_NETWORK_LEAST = 3 /* names, of which a picture says more than a line of text */ };

struct network {
    const struct section *s;
    struct span *names; /* in the order they come, of both columns */
    size_t *a, *b;      /* by row: the places of the two */
    size_t n;
    double top; /* the greatest measure */
};

void aet_network_make(struct network *w, const struct section *s);
void aet_network_free(struct network *w);

/* Where a name stands, from the middle of a circle whose radius is 1: the first at the top, the
 * others clockwise. */
double aet_network_right(const struct network *w, size_t k);
double aet_network_up(const struct network *w, size_t k);

/* The measure of a row, as a share of the greatest. */
double aet_network_share(const struct network *w, size_t row);

#endif
