/* What outputs may be, for what is read: not the same file, and not open to more people. */
#ifndef AET_CLI_CROSSING_H
#define AET_CLI_CROSSING_H

#include "cli/session.h"

/* Whether an input (an operand, or standard input) is the file that standard output leads to, or
 * that
 * --rejets names: `verb f >> f` would read what it writes until the disk is full, `verb f > f` has
 * lost its input already, and rejects would take its place. -o may name an input, since it is
 * renamed there once all is read. STATUS_FAILED: complained. */
AET_MUST enum status aet_session_crossing(const struct session *s);

/* The permissions that a new output may have: those that all inputs that are files grant, so that
 * names which only some may read are not laid open, and the owner's own. */
unsigned aet_session_widest(const struct session *s);

#endif
