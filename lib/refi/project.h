/* A REFI-QDA project (.qde) in memory: its people, its codes, and every coding with the selection
 * or the source it stands on. */
#ifndef AET_REFI_PROJECT_H
#define AET_REFI_PROJECT_H

#include "base/must.h"
#include "refi/directory.h"
#include "refi/refi.h"

enum { NO_POSITION = -1 };

/* One code on one selection by one person. Spans live in the arena of the project. */
struct coding {
    struct span recit;        /* the name of the source */
    struct span segment;      /* of a text: the GUID of the selection; of a page, a picture or a
                                 recording: its coordinates; of a whole source: the source's GUID */
    struct span codeur, code; /* GUIDs */
    struct span texte;        /* "" when it is not at hand */
    int64_t debut, fin;       /* characters, or NO_POSITION */
    int64_t longueur;         /* of the source's text, or NO_POSITION */
    uint64_t line, column;    /* where it stands in the file */
};

struct project {
    struct arena arena;
    struct directory users, codes;
    struct coding *codings;
    size_t n, cap;
    size_t errors, warnings; /* said while reading; what errors concern is left out */
};

/* Read the whole of `text`; the texts of sources are also looked for in `folder` (NULL: nowhere).
 * People without a name go by their id, or their GUID; those who share a name are told apart by it.
 * False: complained, and this is no project. Free it in any case. */
AET_MUST bool aet_refi_project_read(struct project *p, const struct refi *q, struct span text,
                                    const char *file, const char *folder);

void aet_refi_project_free(struct project *p);

#endif
