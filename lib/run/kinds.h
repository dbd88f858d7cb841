/* A tool that reads several kinds of record: which one this input holds. */
#ifndef AET_RUN_KINDS_H
#define AET_RUN_KINDS_H

#include "run/session.h"

/* A source whose first block was read to know its kind; the run goes on from there. */
struct peek {
    struct source *source;
    struct block block;
    struct stop stop;
    enum source_status status;
    struct headings **headings; /* by kind: decide between delimiters */
    size_t kinds;
};

/* The index in `kinds` (ended by NULL) of what the input holds: the one called `said`, or without
 * it the one whose fields explain most headings (CSV) or keys of the first record (JSON). Empty
 * input is of the first kind. -1 when two explain as many, when none does, or when nothing can be
 * read: complained. */
int aet_session_kind(struct session *s, const struct schema *const *kinds, const char *said);

/* What the options say of the input. */
void aet_session_input(const struct session *s, struct source_options *o);

/* A source made of it; `known` as in io/source.h. `digest`: the SHA-256 of the files is
 * wanted even without --empreintes. */
struct source *aet_session_source(struct session *s,
                                  size_t (*known)(void *, const struct span *, size_t),
                                  void *context, bool digest);

/* say.c: a line about the input as a whole, by a rule of reading. */
void aet_session_say(struct session *s, int rule, const char *file, uint64_t line, uint64_t column,
                     const struct diag_arg *args, size_t n);

/* Why the reading stopped; returns STATUS_FAILED. */
enum status aet_session_stop(struct session *s, const struct stop *stop);

void aet_peek_free(struct peek *p);

#endif
