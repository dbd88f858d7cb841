/* The sections of a summary of the validation trail. */
#include "repa/bilan.h"

static const struct column validation_columns[] = {
    { "recits", { "Récits", "Narratives" }, CELL_COUNT, false },
    { "complets", { "Validés jusqu’au bout", "Validated to the end" }, CELL_COUNT, false },
    { "seances", { "Étapes notées", "Steps recorded" }, CELL_COUNT, false },
    { "debut", { "Du", "From" }, CELL_DATE, false },
    { "fin", { "Au", "To" }, CELL_DATE, false },
    { "rejetes", { "Rejetées à la lecture", "Rejected on reading" }, CELL_COUNT, false },
};
const struct section_kind aet_kind_par_validation = {
    "base", { "En bref", "In short" }, validation_columns, 6, true, AET_VIEW_TABLE
};

static const struct column parcours_columns[] = {
    { "recit", { "Récit", "Narrative" }, CELL_TEXT, false },
    { "validation", { "Étape", "Step" }, CELL_CODE, true },
    { "libelle", { "Étape", "Step" }, CELL_TEXT, false },
    { "seances", { "Séances", "Sessions" }, CELL_COUNT, false },
    { "premiere", { "Première", "First" }, CELL_DATE, false },
    { "derniere", { "Dernière", "Last" }, CELL_DATE, false },
};
const struct section_kind aet_kind_par_parcours = { "parcours",
                                                    { "Validation de chaque récit",
                                                      "Validation of each narrative" },
                                                    parcours_columns,
                                                    6,
                                                    false,
                                                    { VIEW_HEATMAP, 0, 2, 3, 1 } };

/* The sessions of one narrative at one step. */
struct seances {
    int64_t n;
    int32_t first, last;
};

static struct seances sessions(const struct compte *x, size_t n, int32_t recit, int32_t rank)
{
    struct seances s = { 0, INT32_MAX, INT32_MIN };

    for (size_t i = 0; i < n; i++) {
        if (x[i].cle.c[0] != recit || x[i].cle.c[1] != rank)
            continue;
        s.n += x[i].n;
        if (x[i].cle.c[2] == INT32_MAX)
            continue;
        s.first = x[i].cle.c[2] < s.first ? x[i].cle.c[2] : s.first;
        s.last = x[i].cle.c[2] > s.last ? x[i].cle.c[2] : s.last;
    }
    return s;
}

static struct date day_or_none(int32_t day)
{
    return day == INT32_MAX || day == INT32_MIN ? (struct date){ 0 } : aet_date_from_days(day);
}

void aet_bilan_parcours(const struct vue *v)
{
    const struct bilan_repa *b = v->b;
    const struct table *t = b->k->validations;
    struct section *base = aet_report_section(v->r, &aet_kind_par_validation), *s;
    size_t n;
    const struct compte *x = aet_vue_of(v, DIM_PARCOURS, &n);
    uint32_t *order = aet_names_sorted(&b->recits);
    int64_t complete = 0;

    for (size_t i = 0; i < b->recits.n; i++) {
        bool all = true;

        for (int32_t rank = 0; rank < (int32_t)t->rows; rank++)
            all &= sessions(x, n, (int32_t)i, rank).n > 0;
        complete += all;
    }
    aet_put_count(base, (int64_t)b->recits.n);
    aet_put_count(base, complete);
    aet_put_count(base, b->n);
    aet_put_date(base, b->first <= b->last ? day_or_none(b->first) : (struct date){ 0 });
    aet_put_date(base, b->first <= b->last ? day_or_none(b->last) : (struct date){ 0 });
    aet_put_count(base, (int64_t)v->rejected);
    s = aet_report_section(v->r, &aet_kind_par_parcours);
    for (size_t i = 0; i < b->recits.n; i++)
        for (int32_t rank = 0; rank < (int32_t)t->rows; rank++) {
            struct seances seen = sessions(x, n, (int32_t)order[i], rank);

            aet_put_text(v->r, s, b->recits.list[order[i]]);
            aet_put_text(v->r, s, aet_cell(t, (size_t)rank, 0));
            aet_put_text(v->r, s, aet_label(t, (size_t)rank, v->r->lang));
            aet_put_count(s, seen.n);
            aet_put_date(s, day_or_none(seen.first));
            aet_put_date(s, day_or_none(seen.last));
        }
    aet_free(order);
}
