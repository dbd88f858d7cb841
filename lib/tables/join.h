/* Several tables read as one name space: the codes of a segment, the functions of a journal. */
#ifndef AET_TABLES_JOIN_H
#define AET_TABLES_JOIN_H

#include "tables/table.h"

/* A table whose rows are those of `from` one after the other: columns id, libelle, libelle_en,
 * alias and, last, the name of the table that a row comes from; `extend`: the one
 * that takes rows of one's own, or NULL. Lives in `arena`; borrows the
 * cells. */
enum { JOIN_ID, JOIN_LABEL, JOIN_LABEL_EN, JOIN_ALIAS, JOIN_TABLE, JOIN_COLUMNS };

const struct table *aet_tables_join(struct arena *arena, const char *name,
                                    const struct table *const *from, size_t n, const char *extend);

#endif
