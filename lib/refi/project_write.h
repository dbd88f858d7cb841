/* A project written again: people, codes, the sources that are texts, what is coded in them, memos.
 * The same project gives the same bytes: GUIDs that it lacks are derived from what they name. */
#ifndef AET_REFI_PROJECT_WRITE_H
#define AET_REFI_PROJECT_WRITE_H

#include "refi/codebook.h"
#include "refi/project.h"

/* Where a text goes that does not stand in the XML: `name` within the archive. */
struct project_texts {
    void (*put)(void *to, const char *name, struct span text);
    void *to;
};

/* Append the XML of a project that is closed and keeps texts; `texts` NULL: they stand in it.
 * `origin` names the program. Codes of the book get the notes that are theirs. Returns how many
 * codings and memos are left out: those of pages, pictures and recordings, whose sources cannot be
 * written. */
size_t aet_refi_project_write(const struct project *p, struct codebook *book, const char *origin,
                              const struct project_texts *texts, struct buf *out);

#endif
