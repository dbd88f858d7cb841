/* Passages as each coder cut them, narrative by narrative, into the sums of lib/stats, and the
 * measures with their intervals. decoupage_report.c tells them. */
#include "repa/accord/decoupage.h"

#include "base/alloc.h"
#include "stats/jackknife.h"

/* What is read of one narrative: passages of the readers who are kept, and how many these are. */
struct lecture {
    struct unitizing_unit *units;
    size_t n;
    bool *lost; /* by coder: he has a code there that is not known */
    size_t readers, left_out;
    uint64_t length;
};

static void sums_init(struct decoupage_sums *s, size_t codes)
{
    *s = (struct decoupage_sums){ .n = codes };
    s->of = aet_calloc(codes + 1, sizeof *s->of);
    for (size_t i = 0; i < codes; i++)
        aet_unitizing_init(&s->of[i], 1);
    aet_unitizing_init(&s->codes, codes);
    aet_unitizing_init(&s->marked, 1);
}

static void sums_free(struct decoupage_sums *s)
{
    for (size_t i = 0; i < s->n; i++)
        aet_unitizing_free(&s->of[i]);
    aet_free(s->of);
    aet_unitizing_free(&s->codes);
    aet_unitizing_free(&s->marked);
}

static void sums_clear(struct decoupage_sums *s)
{
    for (size_t i = 0; i < s->n; i++)
        aet_unitizing_clear(&s->of[i]);
    aet_unitizing_clear(&s->codes);
    aet_unitizing_clear(&s->marked);
}

static void sums_without(const struct decoupage_sums *all, const struct decoupage_sums *part,
                         struct decoupage_sums *rest)
{
    for (size_t i = 0; i < all->n; i++)
        aet_unitizing_without(&all->of[i], &part->of[i], &rest->of[i]);
    aet_unitizing_without(&all->codes, &part->codes, &rest->codes);
    aet_unitizing_without(&all->marked, &part->marked, &rest->marked);
}

/* A narrative: all of it is read again each time, as its passages are joined in other ways. Each
 * code goes by itself too, given or not, to passages that others of one coder may overlap. */
static void sums_add(struct decoupage_sums *s, struct lecture *l)
{
    l->n = aet_unitizing_join(l->units, l->n);
    aet_unitizing_add(&s->codes, l->units, l->n, l->length, l->readers);
    for (size_t i = 0, code = 0; code < s->n; code++) {
        size_t from = i;

        for (; i < l->n && l->units[i].value == code; i++)
            l->units[i].value = 0;
        aet_unitizing_add(&s->of[code], l->units + from, i - from, l->length, l->readers);
    }
    l->n = aet_unitizing_join(l->units, l->n);
    aet_unitizing_add(&s->marked, l->units, l->n, l->length, l->readers);
}

static void read_recit(struct lecture *l, const struct caracteres *c, uint32_t recit, size_t from,
                       size_t to)
{
    size_t readers;
    const struct lecteur *by = aet_repa_lecteurs_of(&c->lecteurs, recit, &readers);

    l->n = l->readers = 0;
    l->length = c->lengths[recit];
    for (size_t k = 0; k < readers; k++)
        l->lost[by[k].coder] = false;
    for (size_t i = from; i < to; i++)
        l->lost[c->list[i].coder] |= c->list[i].code == ACCORD_LOST;
    for (size_t k = 0; k < readers; k++)
        l->readers += !l->lost[by[k].coder];
    l->left_out = readers - l->readers;
    for (size_t i = from; i < to; i++)
        if (!l->lost[c->list[i].coder])
            l->units[l->n++] = (struct unitizing_unit){ c->list[i].at.from, c->list[i].at.to,
                                                        c->list[i].code, c->list[i].coder };
}

/* What is done of each narrative. */
struct each {
    struct decoupage *d;
    struct decoupage_sums part, rest; /* the narrative, and all others */
    struct stat_value *without;       /* by figure that has a value, then by narrative */
    size_t done;
};

static void each_recit(struct each *e, const struct caracteres *c,
                       void (*take)(struct each *e, struct lecture *l))
{
    struct lecture l = { .units = aet_calloc(c->n + 1, sizeof *l.units),
                         .lost = aet_calloc(e->d->accord->coders.n + 1, sizeof *l.lost) };
    size_t at = 0;

    for (uint32_t recit = 0; recit < c->lecteurs.recits.n; recit++) {
        size_t from = at;

        for (; at < c->n && c->list[at].recit == recit; at++)
            ;
        read_recit(&l, c, recit, from, at);
        take(e, &l);
    }
    aet_free(l.units);
    aet_free(l.lost);
}

static void add(struct each *e, struct lecture *l)
{
    e->d->perdus += l->left_out;
    e->d->seuls += l->readers == 1;
    if (l->readers < 2)
        return;
    e->d->recits++;
    sums_add(&e->d->sums, l);
}

static size_t figures_of(const struct decoupage_sums *s)
{
    return aet_repa_decoupage_of(s->n);
}

static struct stat_value figure(const struct decoupage_sums *s, size_t i)
{
    size_t code = i < DECOUPAGE_OF ? 0 : (i - DECOUPAGE_OF) / 2;

    if (i == DECOUPAGE_U)
        return aet_unitizing_u(&s->codes);
    if (i == DECOUPAGE_MARKED)
        return aet_unitizing_u(&s->marked);
    if (i == DECOUPAGE_CU)
        return aet_unitizing_cu(&s->codes);
    return i == aet_repa_decoupage_of(code) ? aet_unitizing_u(&s->of[code])
                                            : aet_unitizing_ku(&s->codes, code);
}

/* A code that nobody used has no figure, whatever the others have. */
static struct stat_value figure_used(const struct decoupage_sums *s, size_t i)
{
    if (i >= DECOUPAGE_OF && s->of[(i - DECOUPAGE_OF) / 2].of[0].units == 0)
        return aet_stat_undefined(STAT_UNUSED_CODE);
    return figure(s, i);
}

static void leave_out(struct each *e, struct lecture *l)
{
    const struct decoupage *d = e->d;

    if (l->readers < 2)
        return;
    sums_clear(&e->part);
    sums_add(&e->part, l);
    sums_without(&d->sums, &e->part, &e->rest);
    for (size_t i = 0, place = e->done; i < figures_of(&d->sums); i++) {
        if (!d->figures[i].value.defined)
            continue;
        e->without[place] = figure(&e->rest, i);
        place += d->recits;
    }
    e->done++;
}

/* By one narrative left out at a time, on the scale of all measures of agreement; from as many
 * narratives on as it was tried with (tests/long/README). */
static struct stat_interval interval(const struct decoupage *d, struct stat_value v,
                                     const struct stat_value *without)
{
    struct agree_error e = { aet_jackknife_error(without, d->recits), (double)d->recits, 0 };

    if (d->recits < ACCORD_CLUSTERS_MIN)
        e.se = aet_stat_undefined(STAT_TOO_FEW);
    else if (e.se.defined && !(e.se.value > 1e-12))
        e.se = aet_stat_undefined(v.value < 1 ? STAT_SAME : STAT_UNANIMOUS);
    return aet_agree_interval(v, &e, d->accord->options.method, 0.95);
}

static void intervals(struct decoupage *d, const struct caracteres *c)
{
    size_t n = figures_of(&d->sums), defined = 0;
    struct each e = { .d = d };
    const struct stat_value *without;

    for (size_t i = 0; i < n; i++)
        defined += d->figures[i].value.defined;
    without = e.without = aet_calloc(defined * d->recits + 1, sizeof *e.without);
    sums_init(&e.part, d->sums.n);
    sums_init(&e.rest, d->sums.n);
    each_recit(&e, c, leave_out);
    for (size_t i = 0; i < n; i++) {
        if (!d->figures[i].value.defined)
            continue;
        d->figures[i].ci = interval(d, d->figures[i].value, without);
        without += d->recits;
    }
    sums_free(&e.part);
    sums_free(&e.rest);
    aet_free(e.without);
}

void aet_repa_decoupage_init(struct decoupage *d, const struct caracteres *c,
                             const struct accord *a)
{
    struct each e = { .d = d };

    *d = (struct decoupage){ .accord = a };
    sums_init(&d->sums, a->options.champs[0].table->rows);
    d->figures = aet_calloc(figures_of(&d->sums), sizeof *d->figures);
    each_recit(&e, c, add);
    for (size_t i = 0; i < figures_of(&d->sums); i++) {
        struct stat_value v = figure_used(&d->sums, i);

        d->figures[i] = (struct decoupage_figure){ v, aet_stat_no_interval(v.reason) };
    }
    if (a->options.replicates > 0)
        intervals(d, c);
}

void aet_repa_decoupage_free(struct decoupage *d)
{
    sums_free(&d->sums);
    aet_free(d->figures);
}
