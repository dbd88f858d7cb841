/* What the verbs share that read an export of REFI-QDA: the file whole, and what may be wrong. */
#ifndef AET_REPA_CODES_EXPORTS_H
#define AET_REPA_CODES_EXPORTS_H

#include "base/must.h"
#include "cli/session.h"
#include "refi/refi.h"

extern const struct refi_rules aet_repa_refi_rules;

/* The whole of the one operand, or of standard input. False: complained. */
AET_MUST bool aet_repa_slurp(struct session *s, struct buf *out);

#endif
