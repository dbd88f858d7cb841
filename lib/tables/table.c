/* Looking into a table. */
#include "tables/table.h"

size_t aet_column(const struct table *t, const char *name)
{
    struct span wanted = aet_span_z(name);
    size_t i = 0;

    while (i < t->n_columns && !aet_span_eq(t->columns[i].name, wanted))
        i++;
    return i;
}

int32_t aet_row_of_id(const struct table *t, struct span id)
{
    for (size_t r = 0; r < t->rows; r++)
        if (aet_span_eq(t->cells[r * t->n_columns], id))
            return (int32_t)r;
    return -1;
}

struct span aet_label(const struct table *t, size_t row, enum lang lang)
{
    static const struct text columns = { "libelle", "libelle_en" };
    struct span label = aet_cell(t, row, aet_column(t, aet_text(columns, lang)));

    return label.n ? label : aet_cell(t, row, aet_column(t, columns.fr));
}

bool aet_list_next(struct span *list, struct span *part)
{
    if (!list->n)
        return false;

    const char *bar = memchr(list->p, '|', list->n);
    size_t n = bar ? (size_t)(bar - list->p) : list->n;

    *part = aet_span_trim(aet_span(list->p, n));
    *list = aet_span_from(*list, bar ? n + 1 : n);
    return true;
}
