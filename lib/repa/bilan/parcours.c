/* The sections of a summary of the validation trail. */
#include "repa/bilan/bilan.h"

/* The sessions of one narrative at one step. */
struct seances {
    int64_t n;
    int32_t first, last;
};

/* Where the sessions of a narrative at a step begin, or would: they are sorted by these two. */
static size_t first_of(const struct compte *x, size_t n, int32_t recit, int32_t rank)
{
    size_t from = 0;

    while (from < n) {
        size_t at = from + (n - from) / 2;
        const int32_t *c = x[at].cle.c;

        if (c[0] < recit || (c[0] == recit && c[1] < rank))
            from = at + 1;
        else
            n = at;
    }
    return from;
}

static struct seances sessions(const struct compte *x, size_t n, int32_t recit, int32_t rank)
{
    struct seances s = { 0, INT32_MAX, INT32_MIN };

    for (size_t i = first_of(x, n, recit, rank);
         i < n && x[i].cle.c[0] == recit && x[i].cle.c[1] == rank; i++) {
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

enum {
    VALIDATION_RECITS,
    VALIDATION_COMPLETS,
    VALIDATION_SEANCES,
    VALIDATION_DEBUT,
    VALIDATION_FIN,
    VALIDATION_REJETES,
    VALIDATION_ECARTES
};
static const struct column validation_columns[] = {
    [VALIDATION_RECITS] = { "recits", { "Récits", "Narratives" }, CELL_COUNT, false },
    [VALIDATION_COMPLETS] = { "complets",
                              { "Validés jusqu’au bout", "Validated to the end" },
                              CELL_COUNT,
                              false },
    [VALIDATION_SEANCES] = { "seances", { "Étapes notées", "Steps recorded" }, CELL_COUNT, false },
    [VALIDATION_DEBUT] = { "debut", { "Du", "From" }, CELL_DATE, false },
    [VALIDATION_FIN] = { "fin", { "Au", "To" }, CELL_DATE, false },
    AET_COLUMNS_REJECTED(VALIDATION_REJETES, VALIDATION_ECARTES, "Rejetées à la lecture"),
};

static void validation(void *sum, struct section *s)
{
    const struct summed *v = sum;
    const struct bilan_repa *b = v->b;
    bool dated = b->first <= b->last;
    size_t n;
    const struct compte *x = aet_repa_summed_of(v, DIM_PARCOURS, &n);
    int64_t complete = 0;

    for (size_t i = 0; i < b->recits.n; i++) {
        bool all = true;

        for (int32_t rank = 0; rank < (int32_t)b->k->validations->rows; rank++)
            all &= sessions(x, n, (int32_t)i, rank).n > 0;
        complete += all;
    }
    aet_row_begin(s);
    aet_row_count(s, VALIDATION_RECITS, (int64_t)b->recits.n);
    aet_row_count(s, VALIDATION_COMPLETS, complete);
    aet_row_count(s, VALIDATION_SEANCES, b->n);
    aet_row_date(s, VALIDATION_DEBUT, dated ? day_or_none(b->first) : (struct date){ 0 });
    aet_row_date(s, VALIDATION_FIN, dated ? day_or_none(b->last) : (struct date){ 0 });
    aet_row_rejected(s, VALIDATION_REJETES, VALIDATION_ECARTES);
    aet_row_end(s);
}

const struct section_kind aet_repa_kind_par_validation = {
    .key = "base",
    .annex = true,
    .title = { "Chiffres d’ensemble", "Overall figures" },
    AET_COLUMNS(validation_columns),
    .single = true,
    .fill = validation,
    .mask = { .kind = MASK_COUNTS,
              .counts = { { VALIDATION_SEANCES, "seances" },
                          { VALIDATION_RECITS, "recits" },
                          { VALIDATION_COMPLETS, "complets" } },
              .sums = { { VALIDATION_RECITS, VALIDATION_COMPLETS, VALIDATION_COMPLETS } } },
};

enum {
    PARCOURS_RECIT,
    PARCOURS_VALIDATION,
    PARCOURS_LIBELLE,
    PARCOURS_SEANCES,
    PARCOURS_PREMIERE,
    PARCOURS_DERNIERE
};
static const struct column parcours_columns[] = {
    [PARCOURS_RECIT] = { "recit", { "Récit", "Narrative" }, CELL_TEXT, false },
    [PARCOURS_VALIDATION] = { "validation", { "Étape", "Step" }, CELL_CODE, true },
    [PARCOURS_LIBELLE] = { "libelle", { "Étape", "Step" }, CELL_TEXT, false },
    [PARCOURS_SEANCES] = { "seances", { "Séances", "Sessions" }, CELL_COUNT, false },
    [PARCOURS_PREMIERE] = { "premiere", { "Première", "First" }, CELL_DATE, false },
    [PARCOURS_DERNIERE] = { "derniere", { "Dernière", "Last" }, CELL_DATE, false },
};

static void parcours(void *sum, struct section *s)
{
    const struct summed *v = sum;
    const struct names *recits = &v->b->recits;
    const struct table *t = v->b->k->validations;
    size_t n;
    const struct compte *x = aet_repa_summed_of(v, DIM_PARCOURS, &n);
    uint32_t *order = aet_names_sorted(recits);

    for (size_t i = 0; i < recits->n; i++)
        for (int32_t rank = 0; rank < (int32_t)t->rows; rank++) {
            struct seances seen = sessions(x, n, (int32_t)order[i], rank);

            aet_row_begin(s);
            aet_row_text(s, PARCOURS_RECIT, recits->list[order[i]]);
            aet_row_text(s, PARCOURS_VALIDATION, aet_cell(t, (size_t)rank, 0));
            aet_row_text(s, PARCOURS_LIBELLE, aet_label(t, (size_t)rank, s->report->lang));
            aet_row_count(s, PARCOURS_SEANCES, seen.n);
            aet_row_date(s, PARCOURS_PREMIERE, day_or_none(seen.first));
            aet_row_date(s, PARCOURS_DERNIERE, day_or_none(seen.last));
            aet_row_end(s);
        }
    aet_free(order);
}

const struct section_kind aet_repa_kind_par_parcours = {
    .key = "parcours",
    .brief = 15,
    .led = PARCOURS_RECIT + 1,
    .title = { "Validation de chaque récit", "Validation of each narrative" },
    AET_COLUMNS(parcours_columns),
    .view = { .kind = VIEW_HEATMAP,
              .label = PARCOURS_RECIT,
              .across = PARCOURS_LIBELLE,
              .from = PARCOURS_SEANCES,
              .to = PARCOURS_SEANCES },
    .fill = parcours,
    .mask = { .kind = MASK_COUNTS,
              .keys = { PARCOURS_RECIT, PARCOURS_VALIDATION },
              .keys_n = 2,
              .counts = { { PARCOURS_SEANCES, "seances" } } },
};
