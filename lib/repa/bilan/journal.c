/* A journal's summary: what it says in short, and the cells that its sections share. */
#include "repa/bilan/journal.h"

#include "base/fold.h"

void aet_repa_jou_put_hours(struct section *s, int column, int64_t minutes)
{
    aet_row_number(s, column, (double)minutes / AET_HEURE);
}

void aet_repa_jou_put_parts(struct section *s, int column, int64_t parts)
{
    aet_row_number(s, column, (double)parts / AET_HEURE_PARTS);
}

void aet_repa_jou_put_row(struct section *s, int column, const struct table *t, int32_t row)
{
    static const struct text none = { "(non noté)", "(not recorded)" };

    if (row < 0) {
        aet_row_unknown(s, column);
        aet_row_words(s, column + 1, none);
        return;
    }
    aet_row_text(s, column, aet_cell(t, (size_t)row, 0));
    aet_row_text(s, column + 1, aet_fold_short(aet_label(t, (size_t)row, s->report->lang)));
}

struct compte aet_repa_jou_sum(const struct compte *x, size_t n, int c, int32_t value)
{
    struct compte sum = { .n = 0 };

    for (size_t i = 0; i < n; i++)
        if (x[i].cle.c[c] == value) {
            sum.n += x[i].n;
            sum.minutes += x[i].minutes;
        }
    return sum;
}

enum {
    BASE_ENTREES,
    BASE_AGENTS,
    BASE_MILIEUX,
    BASE_DEBUT,
    BASE_FIN,
    BASE_HEURES,
    BASE_SANS_DUREE,
    BASE_REJETES,
    BASE_ECARTES
};
static const struct column base_columns[] = {
    [BASE_ENTREES] = { "entrees", { "Inscriptions", "Entries" }, CELL_COUNT, false },
    [BASE_AGENTS] = { "agents", { "Agents", "Agents" }, CELL_COUNT, false },
    [BASE_MILIEUX] = { "milieux", { "Milieux", "Communities" }, CELL_COUNT, false },
    [BASE_DEBUT] = { "debut", { "Du", "From" }, CELL_DATE, false },
    [BASE_FIN] = { "fin", { "Au", "To" }, CELL_DATE, false },
    HEURES(BASE),
    [BASE_SANS_DUREE] = { "sans_duree", { "Sans durée", "Without a duration" }, CELL_COUNT, false },
    AET_COLUMNS_REJECTED(BASE_REJETES, BASE_ECARTES, "Rejetées à la lecture"),
};

static void base(void *sum, struct section *s)
{
    const struct journal *j = sum;
    const struct bilan_repa *b = j->v->b;
    bool dated = b->first <= b->last;
    int64_t with = 0;
    size_t n;
    const struct compte *x = aet_repa_summed_of(j->v, DIM_DUREE, &n);

    for (size_t i = 0; i < n; i++)
        with += x[i].n;
    aet_row_begin(s);
    aet_row_count(s, BASE_ENTREES, b->n);
    aet_row_count(s, BASE_AGENTS, (int64_t)b->agents.n);
    aet_row_count(s, BASE_MILIEUX, (int64_t)b->milieux.n);
    aet_row_date(s, BASE_DEBUT, dated ? aet_date_from_days(b->first) : (struct date){ 0 });
    aet_row_date(s, BASE_FIN, dated ? aet_date_from_days(b->last) : (struct date){ 0 });
    aet_repa_jou_put_hours(s, BASE_HEURES, b->minutes);
    aet_row_count(s, BASE_SANS_DUREE, b->n - with);
    aet_row_rejected(s, BASE_REJETES, BASE_ECARTES);
    aet_row_end(s);
}

const struct section_kind aet_repa_kind_jou_base = {
    .key = "base",
    .annex = true,
    .title = { "Chiffres d’ensemble", "Overall figures" },
    AET_COLUMNS(base_columns),
    .single = true,
    .fill = base,
    .mask = { .kind = MASK_COUNTS,
              .counts = { { BASE_ENTREES, "interventions" }, { BASE_SANS_DUREE, "sans_duree" } },
              .sums = { { BASE_ENTREES, BASE_SANS_DUREE, BASE_SANS_DUREE } },
              .few = { BASE_AGENTS, BASE_MILIEUX },
              .few_n = 2 },
};
