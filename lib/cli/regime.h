/* --partiel and --fusion on the command line: which options go with them, and what must be the same
 * of sums that are added up (the head of a part, partial/partial.h). */
#ifndef AET_CLI_REGIME_H
#define AET_CLI_REGIME_H

#include <jansson.h>

#include "base/must.h"
#include "cli/session.h"

/* Private to parse.c: options that would be passed over in silence; those that a file of habits
 * gave are let go. STATUS_CLEAN, or complained. */
AET_MUST enum status aet_regime_options(struct session *s);

/* Private to parse.c: with --fusion, the first part is read, and what it was counted with holds
 * where the command line says nothing of it. STATUS_CLEAN, or complained. */
AET_MUST enum status aet_regime_adopt(struct session *s);

/* The head of what this session counts, without the brace that closes it: tool, version, tables,
 * verb, kind of records, of sum; options that change what is counted, without the names that are
 * hidden; files as the SHA-256 of what they hold. False: one cannot be read, complained. */
AET_MUST bool aet_regime_put(struct session *s, const char *records, const char *sum,
                             struct buf *out);

/* With --fusion, the kind of records that were counted: that of the first part that counted any; in
 * the arena. NULL: no part tells. */
const char *aet_regime_records(struct session *s);

/* Whether a part of no record at all: it goes with any kind of records. */
bool aet_regime_empty(const json_t *head);

/* Whether a part can be added to what this session counts: `ours` and `theirs` are heads. False:
 * complained. */
AET_MUST bool aet_regime_same(const struct session *s, const char *file, const json_t *ours,
                              const json_t *theirs);

#endif
