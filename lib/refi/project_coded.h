/* Selections of a source that is read, what is coded in them, and memos on it. Inside of this
 * folder only. */
#ifndef AET_REFI_PROJECT_CODED_H
#define AET_REFI_PROJECT_CODED_H

#include "refi/project_reading.h"

/* The selection that is open, the `up`-th outwards; NULL: none. */
struct selection *aet_refi_coded_selection(struct project_reading *x, size_t up);

/* A selection opens; one that cannot be read is said. */
void aet_refi_coded_begin(struct project_reading *x, const char *name, const char **attributes);

/* A code on what is open. */
void aet_refi_coded_add(struct project_reading *x, const char **attributes);

/* A memo of what no coding bears; what it says is known later where it is a note. */
void aet_refi_coded_memo(struct project_reading *x, struct memo m);

/* One of the source that is open, saying nothing yet. */
struct memo aet_refi_coded_of_source(struct project_reading *x);

/* A memo on what is open, a note or a text: a coding, all those of a selection, the passage where
 * it has none, the source. */
void aet_refi_coded_link(struct project_reading *x, struct span note, struct span text);

#endif
