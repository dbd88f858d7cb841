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
            struct diag_place where = aet_table_place(x, file, r, 0);

            aet_table_fault(t, &where, ENT_TABLE_ID_FORM, "valeur", aet_cell(x, r, 0));
            ok = false;
        }
    return ok;
}

/* The tables that a column refers to: mostly one, `a|b` when a row may stand in either. */
enum { TARGETS = 4 };

struct targets {
    struct matcher *m[TARGETS];
    size_t n;
};

/* The id of the row that a reference names in one of the tables; empty when in none. */
static struct span id_of(const struct targets *to, struct span part)
{
    for (size_t i = 0; i < to->n; i++) {
        int32_t row = aet_match(to->m[i], part);

        if (row != NO_ROW)
            return aet_cell(aet_matcher_table(to->m[i]), (size_t)row, 0);
    }
    return aet_span("", 0);
}

/* One cell of references, written as ids, labels or aliases, becomes ids. */
static bool resolve_cell(struct tables *t, struct table *x, size_t cell, const struct targets *to,
                         const char *file)
{
    struct span list = x->cells[cell], part;
    struct buf ids = { 0 };
    bool ok = true;

    while (aet_list_next(&list, &part)) {
        struct span id = id_of(to, part);

        if (!id.n) {
            struct diag_place where = aet_table_place(x, file, cell / x->n_columns,
                                                      cell % x->n_columns);

            aet_table_fault(t, &where, ENT_TABLE_REF, "valeur", part);
            ok = false;
            continue;
        }
        if (ids.n)
            aet_buf_char(&ids, '|');
        aet_buf_span(&ids, id);
    }
    if (!aet_span_eq(aet_buf_view(&ids), x->cells[cell]))
        x->cells[cell] = aet_arena_copy(&t->arena, aet_buf_view(&ids));
    aet_buf_free(&ids);
    return ok;
}

static bool open_targets(struct tables *t, struct span names, struct targets *to)
{
    struct span name;
    bool ok = true;

    *to = (struct targets){ .n = 0 };
    while (to->n < TARGETS && aet_list_next(&names, &name)) {
        char *copy = aet_span_dup(name);
        const struct table *table = aet_tables_get(t, copy);

        aet_free(copy);
        if (table)
            to->m[to->n++] = aet_matcher_new(table, NULL, 0);
        ok &= table != NULL;
    }
    return ok;
}

/* A row that must hang from another does. */
static bool has_parent(struct tables *t, const struct table *x, size_t row, size_t c,
                       const char *file)
{
    struct diag_place where = aet_table_place(x, file, row, x->said_at[c] ? c : 0);

    if (x->columns[c].kind != COLUMN_PARENT || aet_cell(x, row, c).n)
        return true;
    aet_table_fault(t, &where, ENT_TABLE_PARENT, "valeur", aet_cell(x, row, 0));
    aet_table_fault_arg(t, "champ", x->columns[c].name);
    return false;
}

static bool check_column(struct tables *t, struct table *x, size_t c, const char *file)
{
    struct targets to;
    bool open = open_targets(t, x->columns[c].target, &to), ok = open;

    for (size_t r = 0; open && r < x->rows; r++)
        ok &= resolve_cell(t, x, r * x->n_columns + c, &to, file) && has_parent(t, x, r, c, file);
    for (size_t i = 0; i < to.n; i++)
        aet_matcher_free(to.m[i]);
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
            size_t row = x->origins[r].line ? r : (size_t)found;
            struct diag_place where = aet_table_place(x, file, row, label);

            aet_table_fault(t, &where, ENT_TABLE_LABEL, "valeur", s);
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
