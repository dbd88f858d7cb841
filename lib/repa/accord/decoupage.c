/* Passages as each coder cut them, narrative by narrative, into the sums of lib/stats.
 * decoupage_report.c tells what comes of them. */
#include "repa/accord/decoupage.h"

#include "base/alloc.h"

/* What is read of one narrative: passages of the readers who are kept, and how many these are. */
struct lecture {
    struct unitizing_unit *units;
    size_t n;
    bool *lost; /* by coder: he has a code there that is not known */
    size_t readers;
};

static void read_recit(struct decoupage *d, struct lecture *l, const struct caracteres *c,
                       uint32_t recit, const struct etendue *list, size_t n)
{
    size_t readers;
    const struct lecteur *by = aet_repa_lecteurs_of(&c->lecteurs, recit, &readers);

    l->n = l->readers = 0;
    for (size_t k = 0; k < readers; k++)
        l->lost[by[k].coder] = false;
    for (size_t i = 0; i < n; i++)
        l->lost[list[i].coder] |= list[i].code == ACCORD_LOST;
    for (size_t k = 0; k < readers; k++)
        l->readers += !l->lost[by[k].coder];
    d->perdus += readers - l->readers;
    for (size_t i = 0; i < n; i++)
        if (!l->lost[list[i].coder])
            l->units[l->n++] = (struct unitizing_unit){ list[i].at.from, list[i].at.to,
                                                        list[i].code, list[i].coder };
}

/* Each code by itself: given or not, to passages that others of the same coder may overlap. Units
 * stand code by code. */
static void add_codes(struct decoupage *d, const struct lecture *l, uint64_t length)
{
    for (size_t i = 0, code = 0; code < d->n; code++) {
        size_t from = i;

        for (; i < l->n && l->units[i].value == code; i++)
            l->units[i].value = 0;
        aet_unitizing_add(&d->of[code], l->units + from, i - from, length, l->readers);
    }
}

static void add_recit(struct decoupage *d, struct lecture *l, uint64_t length)
{
    if (l->readers < 2) {
        d->seuls += l->readers == 1;
        return;
    }
    d->recits++;
    l->n = aet_unitizing_join(l->units, l->n);
    aet_unitizing_add(&d->codes, l->units, l->n, length, l->readers);
    add_codes(d, l, length);
    l->n = aet_unitizing_join(l->units, l->n);
    aet_unitizing_add(&d->marked, l->units, l->n, length, l->readers);
}

void aet_repa_decoupage_init(struct decoupage *d, const struct caracteres *c,
                             const struct accord *a)
{
    struct lecture l = { .units = aet_calloc(c->n + 1, sizeof *l.units),
                         .lost = aet_calloc(a->coders.n + 1, sizeof *l.lost) };
    size_t at = 0;

    *d = (struct decoupage){ .accord = a, .n = a->options.champs[0].table->rows };
    d->of = aet_calloc(d->n + 1, sizeof *d->of);
    for (size_t i = 0; i < d->n; i++)
        aet_unitizing_init(&d->of[i], 1);
    aet_unitizing_init(&d->codes, d->n);
    aet_unitizing_init(&d->marked, 1);
    for (uint32_t recit = 0; recit < c->lecteurs.recits.n; recit++) {
        size_t from = at;

        for (; at < c->n && c->list[at].recit == recit; at++)
            ;
        read_recit(d, &l, c, recit, c->list + from, at - from);
        add_recit(d, &l, c->lengths[recit]);
    }
    aet_free(l.units);
    aet_free(l.lost);
}

void aet_repa_decoupage_free(struct decoupage *d)
{
    for (size_t i = 0; i < d->n; i++)
        aet_unitizing_free(&d->of[i]);
    aet_free(d->of);
    aet_unitizing_free(&d->codes);
    aet_unitizing_free(&d->marked);
}
