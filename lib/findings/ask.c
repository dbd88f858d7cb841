/* What the tests share: asking a measure, limits, sides, guards. */
#include "findings/ask.h"

#include <math.h>

struct finding_data aet_finding_ask(const struct finding_run *r, const struct finding_operand *o,
                                    const struct finding_pick *side, int by)
{
    struct finding_data d = { .n = 0 };
    struct finding_request q = o->request;

    q.by = by;
    q.lang = r->lang;
    if (side)
        q.among[q.among_n++] = *side;
    o->measure->fill(r->data, &q, &d);
    return d;
}

void aet_finding_data_free(struct finding_data *d)
{
    aet_arena_free(&d->arena);
}

size_t aet_finding_guard(const struct finding_domain *d, const char *name)
{
    size_t i = 0;

    while (i < d->guards_n && strcmp(d->guards[i].name, name) != 0)
        i++;
    return i;
}

/* Counts of two sides add up; a share is of all that there is, whatever the side. */
void aet_finding_count(const struct finding_clause *c, const struct finding_run *r,
                       struct finding_figure *f, double n, const struct finding_data *d)
{
    const char *const *names = c->a.measure->guards;
    size_t own = aet_finding_guard(r->domain, c->test->guard);

    if (own < r->domain->guards_n)
        f->guards[own] = n;
    for (size_t i = 0; d && names[i]; i++) {
        size_t g = aet_finding_guard(r->domain, names[i]);

        if (g == r->domain->guards_n)
            continue;
        if (isnan(f->guards[g]) || r->domain->guards[g].share || r->domain->guards[g].once)
            f->guards[g] = d->counts[i];
        else
            f->guards[g] += d->counts[i];
    }
}

struct finding_limits aet_finding_limits(const struct finding_run *r,
                                         const struct finding_clause *c)
{
    struct finding_limits l;

    for (size_t i = 0; i < c->among_n; i++)
        l.of[i] = aet_finding_ask(r, &c->among[i], NULL, 0);
    return l;
}

void aet_finding_limits_free(struct finding_limits *l, const struct finding_clause *c)
{
    for (size_t i = 0; i < c->among_n; i++)
        aet_finding_data_free(&l->of[i]);
}

bool aet_finding_reaches(const struct finding_operand *o, struct finding_value v)
{
    return v.den > 0 && aet_finding_holds(v.num, o->op, o->limit * v.den);
}

int aet_finding_missed(const struct finding_limits *l, const struct finding_clause *c, size_t unit)
{
    for (size_t i = 0; i < c->among_n; i++)
        if (!aet_finding_reaches(&c->among[i], l->of[i].values[unit]))
            return (int)i;
    return -1;
}

int aet_finding_first_side(const struct finding_pick sides[2])
{
    for (size_t row = 0; row < sides[0].n; row++)
        for (int side = 0; side < 2; side++)
            if (aet_finding_picks(&sides[side], (int32_t)row))
                return side;
    return 0;
}
