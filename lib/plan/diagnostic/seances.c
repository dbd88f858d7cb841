/* Sessions of tool 13. */
#include "plan/diagnostic/seances.h"

#include <stdlib.h>

#include "base/alloc.h"

void aet_plan_questions(const struct table *t, struct questions *q)
{
    size_t items = aet_column(t, "items");

    for (int i = 0; i < ITEMS; i++)
        q->condition[i] = NO_ROW;
    for (size_t r = 0; r < t->rows; r++) {
        struct span list = aet_cell(t, r, items), id;

        while (aet_list_next(&list, &id))
            for (int i = 0; i < ITEMS; i++)
                if (aet_span_eq(id, aet_span_z(aet_plan_schemas[K_REPONSES].fields[i].name)))
                    q->condition[i] = (int32_t)r;
    }
}

static int32_t day_of(const struct element *diagnostic)
{
    int32_t day;

    return aet_plan_first_day(diagnostic, DIA_DATE, &day) ? day : NO_DAY;
}

static int by_day(const void *x, const void *y)
{
    int32_t a = *(const int32_t *)x, b = *(const int32_t *)y;

    if (a == b)
        return 0;
    if (a == NO_DAY || b == NO_DAY)
        return a == NO_DAY ? -1 : 1;
    return a < b ? -1 : 1;
}

void aet_plan_seances_tenues(const struct element *plan, struct seances_tenues *out)
{
    size_t kept = 0;

    out->n = 0;
    for (const struct element *d = aet_child(plan, K_DIAGNOSTIC); d; d = d->next) {
        out->jours = aet_grow(out->jours, &out->cap, out->n, sizeof *out->jours);
        out->jours[out->n++] = day_of(d);
    }
    if (!out->n)
        return;
    qsort(out->jours, out->n, sizeof *out->jours, by_day);
    for (size_t i = 0; i < out->n; i++)
        if (!kept || out->jours[kept - 1] != out->jours[i])
            out->jours[kept++] = out->jours[i];
    out->n = kept;
}

static void count_answers(struct tableau *t, const struct element *reponses)
{
    for (int i = 0; reponses && i < ITEMS; i++) {
        struct span text = aet_span_trim(aet_plan_text(reponses, i));
        const char *letter = text.n == 1 ? strchr("ABCabc", text.p[0]) : NULL;

        if (!letter)
            continue;
        t->by[i][(letter - "ABCabc") % ANSWERS]++;
        t->reponses++;
    }
}

void aet_plan_tableau(const struct element *plan, int32_t day, struct tableau *t)
{
    *t = (struct tableau){ .jour = day };
    for (const struct element *d = aet_child(plan, K_DIAGNOSTIC); d; d = d->next) {
        if (day_of(d) != day)
            continue;
        t->repondants++;
        count_answers(t, aet_child(d, K_REPONSES));
    }
}

void aet_plan_tableau_condition(const struct tableau *t, const struct questions *q, size_t row,
                                int64_t sum[ANSWERS])
{
    memset(sum, 0, sizeof(int64_t[ANSWERS]));
    for (int i = 0; i < ITEMS; i++)
        for (int a = 0; q->condition[i] == (int32_t)row && a < ANSWERS; a++)
            sum[a] += t->by[i][a];
}
