/* Joining tables into one name space. */
#include "tables/join.h"

static const struct table_column columns[JOIN_COLUMNS] = {
    [JOIN_ID] = { { "id", 2 }, COLUMN_ID, { "", 0 }, { "Identifiant", "Id" } },
    [JOIN_LABEL] = { { "libelle", 7 }, COLUMN_TEXT, { "", 0 }, { "Libellé", "Label" } },
    [JOIN_LABEL_EN] = { { "libelle_en", 10 },
                        COLUMN_TEXT,
                        { "", 0 },
                        { "Libellé anglais", "English label" } },
    [JOIN_ALIAS] = { { "alias", 5 },
                     COLUMN_LIST,
                     { "", 0 },
                     { "Autres écritures", "Other spellings" } },
    [JOIN_TABLE] = { { "table", 5 }, COLUMN_TEXT, { "", 0 }, { "Table", "Table" } },
};

const struct table *aet_tables_join(struct arena *arena, const char *name,
                                    const struct table *const *from, size_t n, const char *extend)
{
    struct table *t = aet_arena_alloc(arena, sizeof *t);
    size_t rows = 0;

    for (size_t i = 0; i < n; i++)
        rows += from[i]->rows;
    *t = (struct table){
        .name = name, .columns = columns, .n_columns = JOIN_COLUMNS, .extend = extend
    };
    t->cells = aet_arena_alloc(arena, (rows + 1) * JOIN_COLUMNS * sizeof *t->cells);
    for (size_t i = 0; i < n; i++)
        for (size_t r = 0; r < from[i]->rows; r++, t->rows++) {
            struct span *to = t->cells + t->rows * JOIN_COLUMNS;

            for (size_t c = 0; c < JOIN_TABLE; c++)
                to[c] = aet_cell(from[i], r, aet_column(from[i], columns[c].name.p));
            to[JOIN_TABLE] = aet_span_z(from[i]->name);
            aet_table_index(t, arena, t->rows);
        }
    return t;
}
