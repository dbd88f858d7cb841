/* Outputs that would be written into what is read. */
#ifndef AET_CLI_CROSSING_H
#define AET_CLI_CROSSING_H

#include "cli/session.h"

/* Whether an input (an operand, or standard input) is the file that standard output leads to, or that
 * --rejets names: `verb f >> f` would read what it writes until the disk is full, `verb f > f` has lost
 * its input already, and rejects would take its place. -o may name an input, since it is renamed there
 * once all is read. STATUS_FAILED: complained. */
AET_MUST enum status aet_session_crossing(const struct session *s);

#endif
