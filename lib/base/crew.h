/* Threads that work beside the one that has work done. Tasks are begun in the order in which they
 * are given, and end in any: whoever gave them waits for each in the order that matters, and lends
 * a hand meanwhile. What a task touches is its own until it was waited for. One thread gives and
 * waits, no more; memory that is refused, or a lock, ends the process (base/alloc.h). */
#ifndef AET_BASE_CREW_H
#define AET_BASE_CREW_H

#include <stdbool.h>
#include <stddef.h>

struct crew;

/* Its owner's, who keeps it where it is until it was waited for. */
struct task {
    void (*run)(void *of);
    void *of;
    struct task *next; /* these two are the crew's */
    bool done;
};

/* At most `n` threads: as many as the system gives. */
struct crew *aet_crew_new(size_t n);
size_t aet_crew_threads(const struct crew *c);

void aet_crew_give(struct crew *c, struct task *t);

/* Until the task is done; the caller does others while it is not. */
void aet_crew_wait(struct crew *c, struct task *t);

/* All that was given was waited for. NULL: there is none. */
void aet_crew_free(struct crew *c);

#endif
