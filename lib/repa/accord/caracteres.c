/* Agreement character by character: passages become stretches that nobody's selection divides. */
#include "repa/accord/caracteres.h"

#include <stdlib.h>

void aet_repa_caracteres_init(struct caracteres *c)
{
    *c = (struct caracteres){ .n = 0 };
    aet_repa_lecteurs_init(&c->lecteurs);
}

/* The longest that the narrative is known to be. */
static void lengthen(struct caracteres *c, uint32_t recit, uint64_t to, bool said)
{
    while (c->lengths_n <= recit) {
        c->lengths = aet_grow(c->lengths, &c->lengths_cap, c->lengths_n, sizeof *c->lengths);
        c->said = aet_grow(c->said, &c->said_cap, c->lengths_n, sizeof *c->said);
        c->lengths[c->lengths_n] = 0;
        c->said[c->lengths_n++] = false;
    }
    if (to > c->lengths[recit])
        c->lengths[recit] = to;
    c->said[recit] |= said;
}

void aet_repa_caracteres_add(struct caracteres *c, const struct facts *f, uint16_t coder,
                             uint32_t code)
{
    uint32_t recit = aet_repa_lecteurs_recit(&c->lecteurs, aet_fact_text(f, SEG_RECIT));
    uint64_t length = aet_repa_passage_length(f);
    struct etendue e = { .recit = recit, .code = code, .coder = coder };

    lengthen(c, recit, length, length > 0);
    aet_repa_lecteurs_note(&c->lecteurs, recit, coder);
    if (!aet_repa_passage_read(f, &e.at)) {
        c->without += code != ACCORD_SEEN;
        return;
    }
    lengthen(c, recit, e.at.to, false);
    if (code == ACCORD_SEEN || e.at.from == e.at.to)
        return;
    c->list = aet_grow(c->list, &c->cap, c->n, sizeof *c->list);
    c->list[c->n++] = e;
}

static int by_start(const void *x, const void *y)
{
    const struct etendue *a = x, *b = y;

    if (a->recit != b->recit)
        return a->recit < b->recit ? -1 : 1;
    if (a->at.from != b->at.from)
        return a->at.from < b->at.from ? -1 : 1;
    return a->at.to < b->at.to ? -1 : a->at.to > b->at.to;
}

static int by_value(const void *x, const void *y)
{
    uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

    return a < b ? -1 : a > b;
}

/* Where selections begin and end in one narrative, its own ends among them: sorted, each once. */
static uint64_t *bounds_of(const struct etendue *list, size_t n, uint64_t length, size_t *count)
{
    uint64_t *bounds = aet_calloc(2 * n + 2, sizeof *bounds);
    size_t kept = 1;

    for (size_t i = 0; i < n; i++) {
        bounds[2 * i] = list[i].at.from;
        bounds[2 * i + 1] = list[i].at.to;
    }
    bounds[2 * n] = 0;
    bounds[2 * n + 1] = length;
    qsort(bounds, 2 * n + 2, sizeof *bounds, by_value);
    for (size_t i = 1; i < 2 * n + 2; i++)
        if (bounds[i] != bounds[kept - 1])
            bounds[kept++] = bounds[i];
    *count = kept;
    return bounds;
}

/* "Récit · 120-245" */
static uint32_t unit_of(struct accord *a, struct span recit, uint64_t from, uint64_t to)
{
    struct buf name = { 0 };
    uint32_t id;

    aet_buf_span(&name, recit);
    aet_buf_str(&name, " · ");
    aet_buf_uint(&name, from);
    aet_buf_char(&name, '-');
    aet_buf_uint(&name, to);
    id = aet_accord_unit(a, aet_buf_view(&name));
    aet_buf_free(&name);
    return id;
}

/* One narrative, its passages sorted by where they begin: those that are open follow the bounds. */
static void sweep(const struct caracteres *c, struct accord *a, uint32_t recit,
                  const struct etendue *list, size_t n)
{
    const struct etendue **open = aet_calloc(n + 1, sizeof(*open));
    size_t count, next = 0, open_n = 0, readers;
    const struct lecteur *by = aet_repa_lecteurs_of(&c->lecteurs, recit, &readers);
    uint64_t *bounds = bounds_of(list, n, c->lengths[recit], &count);

    for (size_t i = 0; i + 1 < count; i++) {
        uint32_t unit = unit_of(a, c->lecteurs.recits.list[recit], bounds[i], bounds[i + 1]);
        size_t kept = 0;

        aet_accord_weigh(a, unit, bounds[i + 1] - bounds[i], recit);
        for (size_t k = 0; k < readers; k++)
            aet_accord_seen(a, 0, unit, by[k].coder);
        for (; next < n && list[next].at.from <= bounds[i]; next++)
            open[open_n++] = &list[next];
        for (size_t k = 0; k < open_n; k++) {
            if (open[k]->at.to <= bounds[i])
                continue;
            open[kept++] = open[k];
            aet_accord_code(a, 0, unit, open[k]->coder, open[k]->code);
        }
        open_n = kept;
    }
    aet_free(open);
    aet_free(bounds);
}

void aet_repa_caracteres_finish(struct caracteres *c, struct accord *a)
{
    size_t at = 0;

    aet_repa_lecteurs_sort(&c->lecteurs);
    if (c->n)
        qsort(c->list, c->n, sizeof *c->list, by_start);
    for (uint32_t recit = 0; recit < c->lecteurs.recits.n; recit++) {
        size_t from = at;

        for (; at < c->n && c->list[at].recit == recit; at++)
            ;
        sweep(c, a, recit, at > from ? c->list + from : NULL, at - from);
    }
}

size_t aet_repa_caracteres_unsaid(const struct caracteres *c)
{
    size_t n = 0;

    for (size_t i = 0; i < c->lengths_n; i++)
        n += !c->said[i];
    return n;
}

void aet_repa_caracteres_free(struct caracteres *c)
{
    aet_repa_lecteurs_free(&c->lecteurs);
    aet_free(c->list);
    aet_free(c->lengths);
    aet_free(c->said);
}
