/* `segments -t qde` and `-t qdpx`: projects that were read, written again as one. */
#ifndef AET_REPA_CODES_PROJECT_H
#define AET_REPA_CODES_PROJECT_H

#include "base/must.h"
#include "cli/session.h"
#include "refi/codebook.h"
#include "refi/project.h"

/* The codebooks of the files: the first, which the others join. */
struct project_books {
    struct codebook *items;
    size_t n, cap;
};

/* Whether the options allow it. False: complained. */
AET_MUST bool aet_repa_project_can(const struct session *s);

/* The codebook of one file more. False: complained. */
AET_MUST bool aet_repa_project_book(struct project_books *b, const struct refi *q, struct span text,
                                    const char *file);

/* Write what the options ask for. */
enum status aet_repa_project_write(struct session *s, const struct project *p,
                                   struct project_books *b);

void aet_repa_project_books_free(struct project_books *b);

#endif
