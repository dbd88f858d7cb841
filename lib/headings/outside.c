/* Names of what no field claims. */
#include "headings/outside.h"

#define OUTSIDE "hors_champ_"
static const char open_end[] = " \t\r\n_";

/* Whether it would end with a blank, which a cell may lose, or with what stands behind such a one.
 */
static bool ends_open(struct span name)
{
    return name.n && memchr(open_end, name.p[name.n - 1], sizeof open_end - 1) != NULL;
}

/* Take off what stands around a name. False: nothing does. */
static bool undress(struct span *name)
{
    struct span in;

    if (!aet_span_starts(*name, AET_LIT(OUTSIDE)))
        return false;
    in = aet_span_from(*name, sizeof OUTSIDE - 1);
    if (ends_open(in)) {
        in.n--;
        if (in.p[in.n] != '_' || !ends_open(in))
            return false;
    }
    *name = in;
    return true;
}

bool aet_outside_is(struct span name)
{
    return aet_span_starts(name, AET_LIT(OUTSIDE));
}

struct outside aet_outside_of(struct span name)
{
    struct outside o = { name, 0 };

    while (undress(&o.name))
        o.n++;
    return o;
}

void aet_outside_put(struct outside o, bool claimed, bool claimed_there, struct buf *out)
{
    size_t n = o.n - (claimed && o.n) + claimed_there, start = out->n;

    for (size_t i = 0; i < n; i++)
        aet_buf_str(out, OUTSIDE);
    aet_buf_span(out, o.name);
    for (size_t i = n; i > 0; i--) { /* from within: each stands around the one before */
        size_t from = start + (i * (sizeof OUTSIDE - 1));

        if (ends_open(aet_span(out->p + from, out->n - from)))
            aet_buf_char(out, '_');
    }
}
