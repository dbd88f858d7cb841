/* Outputs in step. */
#include "io/outs.h"

#include <errno.h>
#include <signal.h>

#include "base/alloc.h"

void aet_outs_add(struct outs *u, struct out *o)
{
    u->items = aet_grow(u->items, &u->cap, u->n, sizeof(struct out *));
    u->items[u->n++] = o;
}

void aet_outs_move(struct outs *u, struct outs *from)
{
    for (size_t i = 0; i < from->n; i++)
        aet_outs_add(u, from->items[i]);
    from->n = 0;
    aet_outs_free(from, NULL);
}

typedef int step(struct out *o);

/* `direct`: those that are written directly, or the others. */
static const struct out *each(struct outs *u, bool direct, step *take)
{
    for (size_t i = 0; i < u->n; i++)
        if (aet_out_direct(u->items[i]) == direct && take(u->items[i]) < 0)
            return u->items[i];
    return NULL;
}

const struct out *aet_outs_settle(struct outs *u)
{
    const struct out *fault = each(u, false, aet_out_settle);

    return fault ? fault : each(u, true, aet_out_settle);
}

static const struct out *place_all(struct outs *u)
{
    const struct out *fault = each(u, false, aet_out_name);

    for (; !fault && u->placed < u->n; u->placed++)
        if (aet_out_place(u->items[u->placed]) < 0)
            return u->items[u->placed];
    return fault;
}

const struct out *aet_outs_place(struct outs *u)
{
    const struct out *fault;
    sigset_t all, before;
    int e;

    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, &before);
    fault = place_all(u);
    e = errno;
    if (fault) /* before who waited to end us does */
        for (size_t i = u->placed; i < u->n; i++)
            aet_out_forget(u->items[i]);
    sigprocmask(SIG_SETMASK, &before, NULL);
    errno = e;
    return fault ? fault : each(u, false, aet_out_keep);
}

void aet_outs_free(struct outs *u, struct buf *left)
{
    for (size_t i = 0; i < u->n; i++)
        aet_out_free(u->items[i], left);
    aet_free(u->items);
    *u = (struct outs){ 0 };
}
