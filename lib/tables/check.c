/* What holds for every table, built in or overlaid: references lead somewhere, ids have their form,
 * no spelling names two rows. */
#include "tables/tables_private.h"

#include "base/fold.h"
#include "tables/match.h"

static bool well_formed(struct span id)
{
    for (size_t i = 0; i < id.n; i++) {
        char c = id.p[i];

        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
            return false;
    }
    return id.n > 0;
}

static bool check_ids(struct tables *t, const struct table *x, const char *file)
{
    bool ok = true;

    for (size_t r = 0; r < x->rows; r++)
        if (!well_formed(aet_cell(x, r, 0))) {
            aet_table_fault(t, file, 0, ENT_TABLE_ID_FORM, "valeur", aet_cell(x, r, 0));
            ok = false;
        }
    return ok;
}

/* One cell of references, written as ids, labels or aliases, becomes ids. */
static bool resolve_cell(struct tables *t, struct table *x, size_t cell, struct matcher *m,
                         const char *file)
{
    struct span list = x->cells[cell], part;
    struct buf ids = { 0 };
    bool ok = true;

    while (aet_list_next(&list, &part)) {
        int32_t row = aet_match(m, part);

        if (row == NO_ROW) {
            aet_table_fault(t, file, 0, ENT_TABLE_REF, "valeur", part);
            ok = false;
            continue;
        }
        if (ids.n)
            aet_buf_char(&ids, '|');
        aet_buf_span(&ids, aet_cell(aet_matcher_table(m), (size_t)row, 0));
    }
    if (!aet_span_eq(aet_buf_view(&ids), x->cells[cell]))
        x->cells[cell] = aet_arena_copy(&t->arena, aet_buf_view(&ids));
    aet_buf_free(&ids);
    return ok;
}

static bool check_column(struct tables *t, struct table *x, size_t c, const char *file)
{
    char *target = aet_span_dup(x->columns[c].target);
    const struct table *to = aet_tables_get(t, target);
    bool ok = to != NULL;

    aet_free(target);
    if (!to)
        return false;

    struct matcher *m = aet_matcher_new(to, NULL, 0);

    for (size_t r = 0; r < x->rows; r++)
        ok &= resolve_cell(t, x, r * x->n_columns + c, m, file);
    aet_matcher_free(m);
    return ok;
}

/* A label must not be another row's id or alias. The same label twice is the document's doing (an
 * objective that stands under two meetings): a search by label then gives both. Exact spellings
 * only, which is quick; a test does the same with folded keys on the built-in tables. */
static bool check_labels(struct tables *t, const struct table *x, const char *file)
{
    struct matcher *m = aet_matcher_new(x, NULL, 0);
    size_t label = aet_column(x, "libelle");
    bool ok = true;

    for (size_t r = 0; label < x->n_columns && r < x->rows; r++) {
        struct span s = aet_cell(x, r, label);
        int32_t found = s.n ? aet_match(m, s) : (int32_t)r;

        if (found != (int32_t)r && !aet_span_eq(aet_cell(x, (size_t)found, label), s)) {
            aet_table_fault(t, file, 0, ENT_TABLE_LABEL, "valeur", s);
            ok = false;
        }
    }
    aet_matcher_free(m);
    return ok;
}

bool aet_table_check(struct tables *t, struct table *x, const char *file)
{
    bool ok = check_ids(t, x, file) && check_labels(t, x, file);

    for (size_t c = 0; c < x->n_columns; c++)
        if (x->columns[c].kind >= COLUMN_REF)
            ok &= check_column(t, x, c, file);
    return ok;
}
