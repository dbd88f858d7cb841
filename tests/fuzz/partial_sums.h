/* Private to partial.c: a sum of each tool; each file knows one domain. */
#ifndef AET_TESTS_FUZZ_PARTIAL_SUMS_H
#define AET_TESTS_FUZZ_PARTIAL_SUMS_H

#include "cli/session.h"
#include "partial/partial.h"

/* A sum that is begun, and what can be done to it. */
struct trial {
    const struct sum_kind *kind;
    void *empty;
};

struct session session_of(const struct tool *tool);

void begin_perennite(struct trial *t);
void begin_publics(struct trial *t);
void begin_repa(struct trial *t);

#endif
