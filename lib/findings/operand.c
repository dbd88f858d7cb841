/* Reading a measure of a rule, and what it is asked of: `mentions(objet=activites) >= 1`. */
#include "findings/operand.h"

/* The names of the dimensions that may stand here; ended by NULL. */
static const char *const *dimension_names(struct finding_reader *r, const struct finding_measure *m)
{
    const char **names = aet_arena_alloc(r->arena, (FINDING_DIMENSIONS + 1) * sizeof *names);
    size_t n = 0;

    if (m)
        return m->dimensions;
    for (size_t i = 0; i < r->domain->dimensions_n; i++)
        if (r->domain->dimensions[i].of_unit)
            names[n++] = r->domain->dimensions[i].name;
    names[n] = NULL;
    return names;
}

/* The ids of a dimension; ended by NULL. */
static const char *const *ids(struct finding_reader *r, const struct finding_dimension *d,
                              size_t *n)
{
    const char **list;

    *n = 0;
    if (!d->table) {
        while (d->ids[*n])
            ++*n;
        return d->ids;
    }
    list = aet_arena_alloc(r->arena, (d->table->rows + 1) * sizeof *list);
    for (size_t row = 0; row < d->table->rows; row++)
        list[(*n)++] = aet_arena_copy(r->arena, aet_cell(d->table, row, 0)).p;
    list[*n] = NULL;
    return list;
}

static bool read_id(struct finding_reader *r, const char *dimension, const char *const *known,
                    struct finding_pick *to)
{
    for (size_t i = 0; i < to->n; i++)
        if (aet_finding_at(r, known[i])) {
            to->rows[i] = true;
            aet_finding_next(r);
            return true;
        }
    return aet_finding_fail(r, FINDING_FAULT_ID, dimension, known);
}

/* `=` or `<>`, then ids or `*`. */
static bool read_ids(struct finding_reader *r, const struct finding_dimension *d,
                     struct finding_pick *to)
{
    const char *const *known = ids(r, d, &to->n);

    to->except = r->sign == SIGN_EXCEPT;
    if (!to->except && r->sign != SIGN_EQUALS)
        return aet_finding_fail(r, FINDING_FAULT_EXPECTED, "=", NULL);
    aet_finding_next(r);
    to->rows = aet_arena_alloc(r->arena, to->n + 1);
    memset(to->rows, r->sign == SIGN_STAR && !to->except, to->n);
    if (r->sign == SIGN_STAR && !to->except) {
        aet_finding_next(r);
        return true;
    }
    if (!read_id(r, d->name, known, to))
        return false;
    while (r->sign == SIGN_PLUS) {
        aet_finding_next(r);
        if (!read_id(r, d->name, known, to))
            return false;
    }
    return true;
}

bool aet_finding_read_pick(struct finding_reader *r, const struct finding_measure *m,
                           const char *of, struct finding_pick *to)
{
    const char *const *names = dimension_names(r, m);

    for (size_t i = 0; names[i]; i++) {
        if (!aet_finding_at(r, names[i]))
            continue;
        for (size_t d = 0; d < r->domain->dimensions_n; d++)
            if (strcmp(r->domain->dimensions[d].name, names[i]) == 0)
                to->dimension = (int)d;
        aet_finding_next(r);
        return read_ids(r, &r->domain->dimensions[to->dimension], to);
    }
    return aet_finding_fail(r, FINDING_FAULT_DIMENSION, of, names);
}

static bool read_picks(struct finding_reader *r, const struct finding_measure *m,
                       struct finding_pick *picks, size_t *n)
{
    for (;;) {
        if (*n == FINDING_PICKS)
            return aet_finding_fail(r, FINDING_FAULT_MANY, NULL, NULL);
        if (!aet_finding_read_pick(r, m, m->name, &picks[*n]))
            return false;
        ++*n;
        if (r->sign != SIGN_COMMA)
            return true;
        aet_finding_next(r);
    }
}

/* `(what parmi among)`, either of which may be left out. */
static bool read_request(struct finding_reader *r, const struct finding_measure *m,
                         struct finding_request *q)
{
    aet_finding_next(r);
    if (!aet_finding_at(r, "parmi") && !read_picks(r, m, q->what, &q->what_n))
        return false;
    if (aet_finding_at(r, "parmi")) {
        aet_finding_next(r);
        if (!read_picks(r, m, q->among, &q->among_n))
            return false;
    }
    return aet_finding_pass(r, SIGN_CLOSE, ")");
}

static const struct finding_measure *measure(struct finding_reader *r, const char *test,
                                             enum finding_shape shape)
{
    const struct finding_domain *d = r->domain;
    const char **names = aet_arena_alloc(r->arena, (d->measures_n + 1) * sizeof *names);
    size_t n = 0;

    for (size_t i = 0; i < d->measures_n; i++) {
        if (d->measures[i].shape != shape)
            continue;
        if (aet_finding_at(r, d->measures[i].name))
            return &d->measures[i];
        names[n++] = d->measures[i].name;
    }
    names[n] = NULL;
    aet_finding_fail(r, FINDING_FAULT_MEASURE, test, names);
    return NULL;
}

bool aet_finding_operand(struct finding_reader *r, const char *test, enum finding_shape shape,
                         bool limit, struct finding_operand *o)
{
    struct finding_reader name = *r;

    o->measure = measure(r, test, shape);
    if (!o->measure)
        return false;
    aet_finding_next(r);
    if (r->sign == SIGN_OPEN && !read_request(r, o->measure, &o->request))
        return false;
    if (o->measure->asks && !o->request.what_n)
        return aet_finding_fail(&name, FINDING_FAULT_WHAT, NULL, NULL);
    o->limited = limit;
    return !limit || aet_finding_comparison(r, &o->op, &o->limit);
}
