/* Projects that the command line names, read as one; `segments -t qde` and `-t qdpx`: written
 * again. */
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

/* Read the projects that the command line names, or standard input, as one; `books` (or NULL) gets
 * their codebooks. False: complained. */
AET_MUST bool aet_repa_projects_read(struct session *s, struct project *p,
                                     struct project_books *books);

/* So many records were made of it: the last line, and the status. */
enum status aet_repa_project_sum_up(struct session *s, const struct project *p, uint64_t written);

void aet_repa_project_books_free(struct project_books *b);

#endif
