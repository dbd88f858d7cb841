/* Gathering what coders said, and walking it unit by unit. accord_units.c
 * hands it to the measures. */
#include "accord/accord.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

static const char *const method_names[] = { [AGREE_ANALYTIC] = "analytique",
                                            [AGREE_SYMMETRIC] = "symetrique",
                                            [AGREE_BCA] = "bca",
                                            [AGREE_PERCENTILES] = "centiles" };

enum agree_method aet_accord_method(const char *word, bool drawn)
{
    for (size_t i = 0; word && i < sizeof method_names / sizeof *method_names; i++)
        if (strcmp(word, method_names[i]) == 0)
            return (enum agree_method)i;
    return drawn ? AGREE_BCA : AGREE_ANALYTIC;
}

bool aet_accord_draws_by(enum agree_method method)
{
    return method == AGREE_BCA || method == AGREE_PERCENTILES;
}

void aet_accord_init(struct accord *a, const struct accord_options *options)
{
    *a = (struct accord){ .options = *options };
    a->texts = aet_calloc(options->n + 1, sizeof *a->texts);
    a->coders.folded = true;
    for (size_t i = 0; i < options->n; i++)
        a->texts[i].folded = a->texts[i].signs = true;
}

void aet_accord_free(struct accord *a)
{
    for (size_t i = 0; i < a->options.n; i++)
        aet_names_free(&a->texts[i]);
    aet_names_free(&a->units);
    aet_names_free(&a->coders);
    aet_free(a->texts);
    aet_free(a->entries);
    aet_free(a->poids);
    aet_names_free(&a->clusters);
    aet_free(a->cluster_of);
    *a = (struct accord){ 0 };
}

uint32_t aet_accord_unit(struct accord *a, struct span name)
{
    return aet_names_id(&a->units, name);
}

uint16_t aet_accord_coder(struct accord *a, struct span name)
{
    uint32_t id = aet_names_id(&a->coders, name);

    return id < ACCORD_CODERS_MAX ? (uint16_t)id : ACCORD_CODERS_MAX - 1;
}

void aet_accord_code(struct accord *a, size_t champ, uint32_t unit, uint16_t coder, uint32_t row)
{
    a->entries = aet_grow(a->entries, &a->cap, a->n, sizeof *a->entries);
    a->entries[a->n] = (struct accord_entry){ unit, row, (uint32_t)a->n, coder, (uint16_t)champ };
    a->n++;
}

void aet_accord_text(struct accord *a, size_t champ, uint32_t unit, uint16_t coder,
                     struct span text)
{
    aet_accord_code(a, champ, unit, coder, aet_names_id(&a->texts[champ], text));
}

void aet_accord_seen(struct accord *a, size_t champ, uint32_t unit, uint16_t coder)
{
    aet_accord_code(a, champ, unit, coder, ACCORD_SEEN);
}

void aet_accord_lost(struct accord *a, size_t champ, uint32_t unit, uint16_t coder)
{
    aet_accord_code(a, champ, unit, coder, ACCORD_LOST);
}

void aet_accord_weigh(struct accord *a, uint32_t unit, uint64_t times, uint32_t bundle)
{
    a->poids = aet_grow(a->poids, &a->poids_cap, unit, sizeof *a->poids);
    a->poids[unit] = (struct accord_poids){ times, bundle };
    a->poids_n = unit + 1;
}

void aet_accord_in(struct accord *a, uint32_t unit, struct span cluster)
{
    while (a->cluster_of_n <= unit) {
        a->cluster_of = aet_grow(a->cluster_of, &a->cluster_of_cap, a->cluster_of_n,
                                 sizeof *a->cluster_of);
        a->cluster_of[a->cluster_of_n++] = AET_NO_NAME;
    }
    a->cluster_of[unit] = aet_names_id(&a->clusters, cluster);
}

uint32_t aet_accord_bundle(const struct accord *a, uint32_t unit)
{
    if (unit < a->poids_n)
        return a->poids[unit].bundle;
    if (!a->by_cluster)
        return unit;
    if (unit < a->cluster_of_n && a->cluster_of[unit] != AET_NO_NAME)
        return a->cluster_of[unit];
    return (uint32_t)a->clusters.n + unit;
}

void aet_accord_choose(struct accord *a)
{
    bool *seen = aet_calloc(a->clusters.n + 1, sizeof *seen);

    for (size_t i = 1; i < a->n; i++) {
        const struct accord_entry *last = &a->entries[i - 1], *e = &a->entries[i];

        if (e->champ != last->champ || e->unit != last->unit || e->coder == last->coder ||
            e->unit >= a->cluster_of_n || a->cluster_of[e->unit] == AET_NO_NAME)
            continue;
        a->compared += !seen[a->cluster_of[e->unit]];
        seen[a->cluster_of[e->unit]] = true;
    }
    aet_free(seen);
    a->by_cluster = a->options.tirage == ACCORD_BY_CLUSTER ||
                    (a->options.tirage == ACCORD_BY_AUTO && a->compared >= ACCORD_CLUSTERS_MIN);
}

void aet_accord_merge(struct accord *before, const struct accord *after)
{
    for (size_t i = 0; i < after->n; i++) {
        const struct accord_entry *e = &after->entries[i];
        const struct accord_champ *c = &before->options.champs[e->champ];
        uint32_t unit = aet_accord_unit(before, after->units.list[e->unit]);
        uint16_t coder = aet_accord_coder(before, after->coders.list[e->coder]);

        if (c->table || !aet_accord_codes_it(e))
            aet_accord_code(before, e->champ, unit, coder, e->code);
        else
            aet_accord_text(before, e->champ, unit, coder, after->texts[e->champ].list[e->code]);
    }
    for (size_t i = 0; i < after->units.n; i++) {
        uint32_t unit = aet_accord_unit(before, after->units.list[i]);

        if (i < after->cluster_of_n && after->cluster_of[i] != AET_NO_NAME)
            aet_accord_in(before, unit, after->clusters.list[after->cluster_of[i]]);
    }
}

static int by_place(const void *x, const void *y)
{
    const struct accord_entry *a = x, *b = y;

    if (a->champ != b->champ)
        return a->champ < b->champ ? -1 : 1;
    if (a->unit != b->unit)
        return a->unit < b->unit ? -1 : 1;
    if (a->coder != b->coder)
        return a->coder < b->coder ? -1 : 1;
    return a->rank < b->rank ? -1 : a->rank > b->rank;
}

/* In the order of fields, units and coders; second values of what has but one are dropped. */
void aet_accord_sort(struct accord *a)
{
    size_t kept = 0;

    if (a->n)
        qsort(a->entries, a->n, sizeof *a->entries, by_place);
    for (size_t i = 0; i < a->n; i++) {
        const struct accord_entry *e = &a->entries[i];
        const struct accord_entry *last = kept ? &a->entries[kept - 1] : NULL;

        if (last && last->champ == e->champ && last->unit == e->unit && last->coder == e->coder &&
            !a->options.champs[e->champ].presence)
            a->doubles++;
        else
            a->entries[kept++] = *e;
    }
    a->n = kept;
}

/* The number that a text is, or NAN. */
static double number_of(struct span text)
{
    struct buf digits = { 0 };
    double v = NAN;

    if (aet_number_read(text, (struct number_form){ ',', false }, &digits) == NUMBER_OK)
        v = strtod(aet_buf_z(&digits), NULL);
    aet_buf_free(&digits);
    return v;
}

struct ranked {
    double number;
    uint32_t code, letters; /* its place by letters */
};

static int by_number(const void *x, const void *y)
{
    const struct ranked *a = x, *b = y;

    if (a->number < b->number || a->number > b->number)
        return a->number < b->number ? -1 : 1;
    return a->letters < b->letters ? -1 : a->letters > b->letters;
}

/* The order of texts: as they were entered where that is said; otherwise by number when all are
 * numbers, by letters when they are not. */
static void order_texts(struct accord_view *v, const struct names *texts)
{
    struct ranked *rows = aet_calloc(v->codes + 1, sizeof *rows);
    uint32_t *sorted = aet_names_sorted(texts);
    bool numbers = true;

    for (uint32_t i = 0; i < v->codes && v->a->options.champs[v->champ].ordered; i++)
        sorted[i] = i;
    for (uint32_t i = 0; i < v->codes; i++) {
        rows[i] = (struct ranked){ number_of(texts->list[sorted[i]]), sorted[i], i };
        numbers &= isfinite(rows[i].number) != 0;
    }
    numbers &= !v->a->options.champs[v->champ].ordered;
    for (size_t i = 0; i < v->codes && !numbers; i++)
        rows[i].number = 0;
    if (v->codes)
        qsort(rows, v->codes, sizeof *rows, by_number);
    for (uint32_t i = 0; i < v->codes; i++) {
        v->order[rows[i].code] = i;
        v->by_rank[i] = rows[i].code;
        v->values[i] = numbers ? rows[i].number : NAN;
    }
    aet_free(sorted);
    aet_free(rows);
}

void aet_accord_view(struct accord_view *v, const struct accord *a, size_t champ)
{
    const struct accord_champ *c = &a->options.champs[champ];
    const struct accord_entry *end = a->n ? a->entries + a->n : a->entries;

    *v = (struct accord_view){ .a = a, .champ = champ };
    v->codes = c->table ? c->table->rows : a->texts[champ].n;
    v->order = aet_calloc(v->codes + 1, sizeof *v->order);
    v->by_rank = aet_calloc(v->codes + 1, sizeof *v->by_rank);
    v->values = aet_calloc(v->codes + 1, sizeof *v->values);
    for (uint32_t i = 0; c->table && i < v->codes; i++) {
        v->order[i] = v->by_rank[i] = i;
        v->values[i] = number_of(aet_cell(c->table, i, 0));
    }
    if (!c->table)
        order_texts(v, &a->texts[champ]);
    for (v->from = a->entries; v->from < end && v->from->champ < champ; v->from++)
        ;
    for (v->to = v->from; v->to < end && v->to->champ == champ; v->to++)
        ;
    v->used = aet_calloc(v->codes + 1, sizeof *v->used);
    for (const struct accord_entry *e = v->from; e < v->to; e++)
        if (aet_accord_codes_it(e) && !v->used[v->order[e->code]]) {
            v->used[v->order[e->code]] = true;
            v->used_n++;
        }
}

void aet_accord_view_free(struct accord_view *v)
{
    aet_free(v->order);
    aet_free(v->by_rank);
    aet_free(v->values);
    aet_free(v->used);
}

struct span aet_accord_id(const struct accord_view *v, size_t place)
{
    const struct table *t = v->a->options.champs[v->champ].table;

    return t ? aet_cell(t, v->by_rank[place], 0) : v->a->texts[v->champ].list[v->by_rank[place]];
}

struct span aet_accord_label(const struct accord_view *v, size_t place, enum lang lang)
{
    const struct table *t = v->a->options.champs[v->champ].table;

    return t ? aet_label(t, v->by_rank[place], lang)
             : v->a->texts[v->champ].list[v->by_rank[place]];
}

bool aet_accord_row(const struct accord_view *v, const struct accord_entry **at, uint32_t place,
                    uint16_t *row, uint32_t *unit, bool *coded)
{
    bool presence = v->a->options.champs[v->champ].presence;
    const struct accord_entry *e = *at;

    if (e == v->to)
        return false;
    for (size_t k = 0; k < v->a->coders.n; k++)
        row[k] = AET_CODE_MISSING;
    *unit = e->unit;
    *coded = false;
    for (; e < v->to && e->unit == *unit; e++) {
        if (presence && row[e->coder] == AET_CODE_MISSING)
            row[e->coder] = 0;
        if (!aet_accord_codes_it(e))
            continue;
        *coded = true;
        if (!presence)
            row[e->coder] = (uint16_t)v->order[e->code];
        else if (v->order[e->code] == place)
            row[e->coder] = 1;
    }
    for (const struct accord_entry *x = *at; x < e; x++)
        if (x->code == ACCORD_LOST && row[x->coder] == 0)
            row[x->coder] = AET_CODE_MISSING;
    *at = e;
    return true;
}
