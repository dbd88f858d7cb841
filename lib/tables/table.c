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

/* Where an id stands among the places, or would. */
static uint32_t *place_of(const struct table *t, struct span id)
{
    size_t at = aet_span_hash(id) % t->places;

    while (t->by_id[at] && !aet_span_eq(aet_cell(t, t->by_id[at] - 1, 0), id))
        at = at + 1 == t->places ? 0 : at + 1;
    return &t->by_id[at];
}

int32_t aet_row_of_id(const struct table *t, struct span id)
{
    return t->places ? (int32_t)*place_of(t, id) - 1 : -1;
}

/* Twice as many places: a third of them are free at least. */
static void more_places(struct table *t, struct arena *arena)
{
    const uint32_t *old = t->by_id;
    size_t n = t->places;

    t->places = n ? 2 * n : 64;
    t->by_id = aet_arena_alloc(arena, t->places * sizeof *t->by_id);
    memset(t->by_id, 0, t->places * sizeof *t->by_id);
    for (size_t i = 0; i < n; i++)
        if (old[i])
            *place_of(t, aet_cell(t, old[i] - 1, 0)) = old[i];
}

void aet_table_index(struct table *t, struct arena *arena, size_t row)
{
    uint32_t *place;

    if (3 * t->taken >= 2 * t->places)
        more_places(t, arena);
    place = place_of(t, aet_cell(t, row, 0));
    if (*place)
        return;
    *place = (uint32_t)row + 1;
    t->taken++;
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
