/* The notes of a project that is written: those that something refers to, each once. Inside of this
 * folder only. */
#ifndef AET_REFI_PROJECT_NOTES_H
#define AET_REFI_PROJECT_NOTES_H

#include "refi/project.h"

struct project_notes {
    struct arena arena;
    struct directory texts; /* of the notes that were read: text, and their place */
    const struct project *p;
    struct names guids; /* of those in `list`, in its order */
    struct note *list;
    size_t n, cap;
};

void aet_refi_notes_init(struct project_notes *t, const struct project *p);
void aet_refi_notes_free(struct project_notes *t);

/* The GUID of the note that a memo of codings is: one that was read and says the same, or one made
 * of it, called by its first line. */
struct span aet_refi_notes_of_coding(struct project_notes *t, struct span memo);

/* The GUID of the note that another memo is. */
struct span aet_refi_notes_of(struct project_notes *t, const struct memo *m);

/* Append them in the order of their GUIDs; `users`: of whom wrote them, the GUID as `name`. */
void aet_refi_notes_put(struct project_notes *t, const struct directory *users, struct buf *out);

#endif
