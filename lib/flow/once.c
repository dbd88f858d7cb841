/* Counting what is said once. */
#include "flow/once.h"

static const char *field_of(const struct diag *x)
{
    return x->caption ? x->caption->fr : "";
}

struct once *aet_onces_count(struct onces *o, const struct diag *x)
{
    for (size_t i = 0; i < o->n; i++)
        if (o->p[i].first.rule == x->rule && strcmp(field_of(&o->p[i].first), field_of(x)) == 0) {
            o->p[i].count++;
            return &o->p[i];
        }
    return NULL;
}

void aet_onces_add(struct onces *o, const struct diag *x, const struct diag_place *where)
{
    struct once *new;

    o->p = aet_grow(o->p, &o->cap, o->n, sizeof *o->p);
    new = &o->p[o->n++];
    *new = (struct once){ .first = *x, .where = *where, .count = 1 };
    new->first.path = aet_arena_copy(&o->arena, x->path);
    new->first.name = aet_arena_copy(&o->arena, x->name);
    for (size_t i = 0; i < x->n; i++)
        new->first.args[i].value = aet_arena_copy(&o->arena, x->args[i].value);
}

void aet_onces_reset(struct onces *o)
{
    o->n = 0;
    aet_arena_reset(&o->arena);
}

void aet_onces_free(struct onces *o)
{
    aet_free(o->p);
    aet_arena_free(&o->arena);
    *o = (struct onces){ 0 };
}
