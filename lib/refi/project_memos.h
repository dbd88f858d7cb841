/* Memos of a project that is written, besides those of codings: in the order of the sources, then
 * of what REFI-QDA wants first. Inside of this folder only. */
#ifndef AET_REFI_PROJECT_MEMOS_H
#define AET_REFI_PROJECT_MEMOS_H

#include "refi/codebook.h"
#include "refi/project_notes.h"

/* How a memo is written. */
enum memo_form { AS_DESCRIPTION, AS_SELECTION, AS_NOTE };

struct memo_turn {
    size_t source; /* its rank */
    enum memo_form form;
    const struct memo *memo;
};

struct project_memos {
    const struct project *p;
    struct project_notes *notes;
    struct memo_turn *turns;
    size_t n, cap, at; /* the next one to write */
    struct span about; /* the description of the whole */
    struct buf whole;  /* GUIDs of its notes */
    size_t left;       /* of sources that are not written */
    struct arena arena;
};

/* Take their turns: `sources` has the GUIDs of those that are written, with their ranks; codes of
 * the book get their notes. */
void aet_refi_memos_init(struct project_memos *t, const struct project *p,
                         struct project_notes *notes, const struct directory *sources,
                         struct codebook *book);
void aet_refi_memos_free(struct project_memos *t);

/* Append what is next of a source, if it has that form; the three in their order. */
void aet_refi_memos_put(struct project_memos *t, size_t source, enum memo_form form,
                        const struct directory *users, struct buf *out);

/* Append those of the whole, at the end of the project. */
void aet_refi_memos_put_whole(const struct project_memos *t, struct buf *out);

#endif
