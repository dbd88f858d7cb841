/* Inside of a set of tables; private to lib/tables. */
#ifndef AET_TABLES_TABLES_PRIVATE_H
#define AET_TABLES_TABLES_PRIVATE_H

#include "base/must.h"
#include "tables/table.h"

struct tables {
    const char *tool, *overlay;
    struct arena arena;
    const char **names;
    struct table **loaded; /* by name; NULL until asked for */
    size_t n;
    struct span *columns; /* colonnes.csv: rows of COLONNES cells */
    size_t columns_n;
    struct diags notes; /* arguments of faults live in the arena */
    struct fault_text *faults;
    size_t faults_n, faults_cap;
};

/* A row of a CSV text as the reader calls back, with its place; false when it is at fault. */
typedef bool table_row(void *to, const struct span *cells, size_t n,
                       const struct diag_place *where);

/* Read a whole CSV text (comma, or ; found on its first line) row by row, the header first. Faults
 * of form are noted. */
bool aet_table_csv(struct tables *t, const char *file, struct span text, table_row *row, void *to);

/* Note a fault; `where` is copied. */
void aet_table_fault(struct tables *t, const struct diag_place *where, int rule, const char *name,
                     struct span value);

/* One more value of the last fault. */
void aet_table_fault_arg(struct tables *t, const char *name, struct span value);

/* The place of a cell of the table in the file of --tables; the file alone for one of ours. */
struct diag_place aet_table_place(const struct table *x, const char *file, size_t row,
                                  size_t column);

/* Add or replace rows from a CSV text; `overlay`: of a file of --tables. */
AET_MUST bool aet_table_read(struct tables *t, struct table *into, const char *file,
                             struct span text, bool overlay);

/* Turn references (ids, labels or aliases) into ids, and check ids, labels and references. */
AET_MUST bool aet_table_check(struct tables *t, struct table *into, const char *file);

#endif
