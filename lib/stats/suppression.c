/*
 * Complementary suppression by repeated audit (suppression_audit.c): what is not safe gets company,
 * and the audit is made again.
 */
#include "stats/suppression.h"

#include "base/alloc.h"

/* A table and the sums that each cell is in. */
struct net {
    struct hidden_cell *cells;
    const struct hidden_sum *sums;
    size_t n, m;
    size_t *first, *of; /* sums of cell i: of[first[i]] to of[first[i + 1] - 1] */
    size_t *hidden;     /* by sum: how many of its cells are hidden */
    int64_t width;
    bool zeros; /* cells of 0 may be hidden */
};

/* Cell k of a sum: its parts, then its total. */
static size_t member(const struct hidden_sum *s, size_t k)
{
    return k < s->n ? s->parts[k] : s->total;
}

static void link_sums(struct net *t)
{
    size_t all = 0, *next = aet_calloc(t->n + 1, sizeof *next);

    t->first = aet_calloc(t->n + 2, sizeof *t->first);
    for (size_t i = 0; i < t->m; i++)
        for (size_t k = 0; k <= t->sums[i].n; k++, all++)
            t->first[member(&t->sums[i], k) + 1]++;
    for (size_t c = 0; c < t->n; c++) {
        t->first[c + 1] += t->first[c];
        next[c] = t->first[c];
    }
    t->of = aet_calloc(all + 1, sizeof *t->of);
    t->hidden = aet_calloc(t->m + 1, sizeof *t->hidden);
    for (size_t i = 0; i < t->m; i++)
        for (size_t k = 0; k <= t->sums[i].n; k++) {
            size_t c = member(&t->sums[i], k);

            t->of[next[c]++] = i;
            t->hidden[i] += t->cells[c].hidden;
        }
    aet_free(next);
}

/* Whether a cell would be hidden rather than `best` (n: none yet): room enough for what it is to
 * protect first, then the smaller; of those without room, the greater. */
static bool better(const struct net *t, size_t cell, size_t best)
{
    const struct hidden_cell *c = &t->cells[cell];
    int64_t room = t->width + 1;

    if (c->hidden || c->fixed || (c->value == 0 && !t->zeros))
        return false;
    if (best == t->n)
        return true;
    if ((c->value >= room) != (t->cells[best].value >= room))
        return c->value >= room;
    return c->value >= room ? c->value < t->cells[best].value : c->value > t->cells[best].value;
}

/* The best cell of a sum, its parts before its total. */
static size_t best_of(const struct net *t, size_t sum)
{
    const struct hidden_sum *s = &t->sums[sum];
    size_t best = t->n;

    for (size_t k = 0; k < s->n; k++)
        if (better(t, s->parts[k], best))
            best = s->parts[k];
    return best < t->n ? best : better(t, s->total, best) ? s->total : t->n;
}

static void hide(struct net *t, size_t cell)
{
    t->cells[cell].hidden = true;
    for (size_t k = t->first[cell]; k < t->first[cell + 1]; k++)
        t->hidden[t->of[k]]++;
}

/* Company for a cell that is not safe, in a sum where it is alone, else in any sum of its own. */
static bool accompany(struct net *t, size_t cell)
{
    bool done = false;

    for (int alone = 1; alone >= 0 && !done; alone--)
        for (size_t k = t->first[cell]; k < t->first[cell + 1] && (alone || !done); k++) {
            size_t best = alone && t->hidden[t->of[k]] > 1 ? t->n : best_of(t, t->of[k]);

            if (best < t->n) {
                hide(t, best);
                done = true;
            }
        }
    return done;
}

/* The same for those beside it in its sums: they may be what holds it. */
static bool accompany_others(struct net *t, size_t cell)
{
    for (size_t k = t->first[cell]; k < t->first[cell + 1]; k++) {
        const struct hidden_sum *s = &t->sums[t->of[k]];

        for (size_t j = 0; j <= s->n; j++)
            if (member(s, j) != cell && t->cells[member(s, j)].hidden && accompany(t, member(s, j)))
                return true;
    }
    return false;
}

/* What may still be hidden anywhere, when nothing near is left. */
static bool hide_any(struct net *t)
{
    size_t best = t->n;

    for (size_t i = 0; i < t->m && best == t->n; i++)
        best = t->hidden[i] ? best_of(t, i) : t->n;
    if (best < t->n)
        hide(t, best);
    return best < t->n;
}

/* One round: every cell that is not safe gets company. False: nothing is left to hide. */
static bool round_of(struct net *t, const bool *known)
{
    bool moved = false, *busy = aet_calloc(t->m + 1, sizeof *busy);

    for (size_t c = 0; c < t->n; c++) {
        bool waits = false;

        for (size_t k = t->first[c]; k < t->first[c + 1]; k++)
            waits |= busy[t->of[k]];
        if (!known[c] || waits)
            continue;
        if (!accompany(t, c) && !accompany_others(t, c))
            continue;
        moved = true;
        for (size_t k = t->first[c]; k < t->first[c + 1]; k++)
            busy[t->of[k]] = true;
    }
    aet_free(busy);
    return moved || hide_any(t);
}

size_t aet_hide_more(struct hidden_cell *cells, size_t n, const struct hidden_sum *sums, size_t m,
                     int64_t width, bool zeros)
{
    struct net t = { .cells = cells, .sums = sums, .n = n, .m = m, .width = width };
    bool *known = aet_calloc(n + 1, sizeof *known);
    size_t left;

    link_sums(&t);
    while ((left = aet_hidden_known(cells, n, sums, m, width, known)) > 0)
        if (!round_of(&t, known)) {
            if (t.zeros || !zeros)
                break;
            t.zeros = true;
        }
    aet_free(known);
    aet_free(t.first);
    aet_free(t.of);
    aet_free(t.hidden);
    return left;
}
