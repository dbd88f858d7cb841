/* The tally that an earlier run left (--bilan-de-lecture; flow/handover.h writes and reads it). */
#ifndef AET_CLI_TALLY_H
#define AET_CLI_TALLY_H

#include "cli/session.h"

/* The member that only a tally has: its version, a whole number. */
#define AET_TALLY_MARK "bilan_de_lecture"

/* Take an older tally away, whatever becomes of this run, so that one that fails leaves none; a
 * file that is none stays. */
void aet_tally_forget(const struct session *s);

#endif
