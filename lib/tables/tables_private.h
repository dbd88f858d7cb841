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

/* A row of a CSV text as the reader calls back; false stops. */
typedef bool table_row(void *to, const struct span *cells, size_t n, uint64_t line);

/* Read a whole CSV text (comma, or ; found on its first line) row by row, the header first. Faults
 * of form are noted. */
bool aet_table_csv(struct tables *t, const char *file, struct span text, table_row *row, void *to);

void aet_table_fault(struct tables *t, const char *file, uint64_t line, int rule, const char *name,
                     struct span value);

/* Add or replace rows from a CSV text. */
AET_MUST bool aet_table_read(struct tables *t, struct table *into, const char *file,
                             struct span text);

/* Turn references (ids, labels or aliases) into ids, and check ids, labels and references. */
AET_MUST bool aet_table_check(struct tables *t, struct table *into, const char *file);

#endif
