/* Pairs of plans, and of elements. */
#include "plan/comparer/apparier.h"

#include "base/names.h"

/* --- plans ------------------------------------------------------------------------------------ */

/* The plans of a version: where each begins among its pieces. */
struct plans {
    struct version *v;
    size_t *at, n;
};

static struct plans plans_of(struct version *v)
{
    struct plans p = { .v = v, .at = aet_calloc(v->n + 1, sizeof *p.at) };

    for (size_t i = 0; i < v->n; i++)
        if (v->pieces[i].kind == K_PLAN)
            p.at[p.n++] = i;
    return p;
}

static struct partie *plan_at(const struct plans *p, size_t i)
{
    return &p->v->pieces[p->at[i]];
}

static bool same_plan(const struct partie *a, const struct partie *b, bool by_year)
{
    if (by_year)
        return a->annee && a->annee == b->annee;
    return a->id.n && aet_span_eq(a->id, b->id);
}

/* The first plan that is still alone and is of that group. */
static struct partie *alone(const struct plans *p, struct span groupe, size_t *n)
{
    struct partie *first = NULL;

    *n = 0;
    for (size_t i = 0; i < p->n; i++) {
        struct partie *x = plan_at(p, i);

        if (x->autre || !aet_span_eq(x->groupe, groupe))
            continue;
        first = first ? first : x;
        ++*n;
    }
    return first;
}

static void pair(struct partie *a, struct partie *b)
{
    a->autre = b;
    b->autre = a;
}

static void pair_like(const struct plans *a, const struct plans *b, bool by_year)
{
    for (size_t i = 0; i < a->n; i++)
        for (size_t j = 0; j < b->n && !plan_at(a, i)->autre; j++)
            if (!plan_at(b, j)->autre &&
                aet_span_eq(plan_at(a, i)->groupe, plan_at(b, j)->groupe) &&
                same_plan(plan_at(a, i), plan_at(b, j), by_year))
                pair(plan_at(a, i), plan_at(b, j));
}

/* Whether a plan of that group has its pair. */
static bool has_pair(const struct plans *p, struct span groupe)
{
    for (size_t i = 0; i < p->n; i++)
        if (plan_at(p, i)->autre && aet_span_eq(plan_at(p, i)->groupe, groupe))
            return true;
    return false;
}

/* Those of a group of which nothing is alike, one by one. */
static void pair_in_order(const struct plans *a, const struct plans *b)
{
    for (size_t i = 0; i < a->n; i++) {
        struct span groupe = plan_at(a, i)->groupe;
        struct partie *x, *y;
        size_t n, m;

        if (has_pair(a, groupe))
            continue;
        x = alone(a, groupe, &n);
        y = alone(b, groupe, &m);
        for (; x && n == m; x = alone(a, groupe, &n), y = alone(b, groupe, &m))
            pair(x, y);
    }
}

/* What a plan holds is known by its pair from here on. */
static void mark(const struct plans *p, size_t i, struct span pair)
{
    size_t end = i + 1 < p->n ? p->at[i + 1] : p->v->n;

    for (size_t k = p->at[i]; k < end; k++)
        p->v->pieces[k].groupe = pair;
}

static struct span name_of(struct version *v, char side, size_t n)
{
    struct buf text = { 0 };
    struct span kept;

    aet_buf_char(&text, side);
    aet_buf_uint(&text, n);
    kept = aet_arena_copy(&v->arena, aet_buf_view(&text));
    aet_buf_free(&text);
    return kept;
}

static void mark_all(const struct plans *a, const struct plans *b)
{
    for (size_t i = 0; i < a->n; i++)
        mark(a, i, name_of(a->v, 'a', i));
    for (size_t j = 0; j < b->n; j++)
        mark(b, j, plan_at(b, j)->autre ? plan_at(b, j)->autre->groupe : name_of(b->v, 'b', j));
}

static void pair_plans(struct version *avant, struct version *apres)
{
    struct plans a = plans_of(avant), b = plans_of(apres);

    if (a.n == 1 && b.n == 1) {
        pair(plan_at(&a, 0), plan_at(&b, 0));
    } else {
        pair_like(&a, &b, false);
        pair_like(&a, &b, true);
        pair_in_order(&a, &b);
    }
    mark_all(&a, &b);
    aet_free(a.at);
    aet_free(b.at);
}

/* --- elements --------------------------------------------------------------------------------- */

enum by { BY_ID, BY_LABEL, BY_KIND, BY_PLACE };

/* What is called by its date: two of one day are two things where each has an identifier. */
static bool is_dated(unsigned kind)
{
    return kind == K_DECISION || kind == K_REVISION || kind == K_JALON;
}

/* Whether it is known by that: what a plan has once is the same thing, whatever it is called; of
 * two identifiers without a label nothing says that they are one thing. */
static bool has_key(const struct partie *p, enum by by)
{
    bool once = p->kind == K_REGROUPEMENT || p->kind == K_CYCLE || p->kind == K_SUIVI;

    if (p->autre)
        return false;
    if (by == BY_LABEL)
        return !p->id.n || (p->libelle.n && !is_dated(p->kind));
    if (by == BY_PLACE) /* called by its date, which may be what has moved */
        return p->kind == K_JALON && !p->id.n;
    return by == BY_ID ? p->id.n > 0 : once;
}

/* By what it is known: plan, kind, and id or label. */
static void write_key(const struct partie *p, enum by by, struct buf *out)
{
    aet_buf_clear(out);
    aet_buf_span(out, p->groupe);
    aet_buf_char(out, '\n');
    aet_buf_uint(out, p->kind);
    aet_buf_char(out, by == BY_ID ? '#' : '=');
    if (by != BY_KIND)
        aet_buf_span(out, by == BY_ID ? p->id : by == BY_LABEL ? p->cle : p->parent);
}

/* How often each key was met in a version: the first of one key goes with the first in the other.
 */
struct rangs {
    struct names names;
    uint64_t *met;
    size_t cap;
};

static void rank(struct rangs *r, struct buf *key)
{
    size_t before = r->names.n;
    uint32_t id = aet_names_id(&r->names, aet_buf_view(key));

    if (r->names.n > before) {
        r->met = aet_grow(r->met, &r->cap, before, sizeof *r->met);
        r->met[id] = 0;
    }
    aet_buf_char(key, '\n');
    aet_buf_uint(key, r->met[id]++);
}

static void rangs_free(struct rangs *r)
{
    aet_names_free(&r->names);
    aet_free(r->met);
}

/* Those of `after` by their keys. */
struct registre {
    struct names names;
    size_t *at, cap;
};

static void enter(struct registre *r, const struct version *v, enum by by)
{
    struct rangs rangs = { .met = NULL };
    struct buf key = { 0 };

    for (size_t i = 0; i < v->n; i++) {
        size_t before = r->names.n;

        if (!has_key(&v->pieces[i], by))
            continue;
        write_key(&v->pieces[i], by, &key);
        rank(&rangs, &key);
        (void)aet_names_id(&r->names, aet_buf_view(&key));
        r->at = aet_grow(r->at, &r->cap, before, sizeof *r->at);
        r->at[before] = i;
    }
    rangs_free(&rangs);
    aet_buf_free(&key);
}

static void match(struct version *before, struct version *after, enum by by)
{
    struct registre r = { .at = NULL };
    struct rangs rangs = { .met = NULL };
    struct buf key = { 0 };

    enter(&r, after, by);
    for (size_t i = 0; i < before->n; i++) {
        struct partie *p = &before->pieces[i];
        uint32_t found;

        if (!has_key(p, by))
            continue;
        write_key(p, by, &key);
        rank(&rangs, &key);
        found = aet_names_find(&r.names, aet_buf_view(&key));
        if (found == AET_NO_NAME || !r.at)
            continue;
        pair(p, &after->pieces[r.at[found]]);
    }
    aet_names_free(&r.names);
    rangs_free(&rangs);
    aet_free(r.at);
    aet_buf_free(&key);
}

void aet_plan_apparier(struct version *avant, struct version *apres)
{
    pair_plans(avant, apres);
    match(avant, apres, BY_ID);
    match(avant, apres, BY_LABEL);
    match(avant, apres, BY_KIND);
    match(avant, apres, BY_PLACE);
}
