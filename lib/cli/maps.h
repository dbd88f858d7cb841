/* What became of --map and --remplir: one that no heading answers to is misspelt, or the wrong way
 * round. */
#ifndef AET_CLI_MAPS_H
#define AET_CLI_MAPS_H

#include "base/must.h"
#include "cli/session.h"
#include "format/source.h"

/* Whether a --map has the name of a field on the left and a heading of the file on the right:
 * complained. */
AET_MUST bool aet_maps_reversed(const struct session *s, const struct layout *l);

/* The reading stopped at the headings: say of a --map that has a field on the left, and none on the
 * right, that it may be the wrong way round. */
void aet_maps_doubt(const struct session *s, const struct stop *stop);

/* Whether every --map, and every column of --remplir, was of use. False: complained. */
AET_MUST bool aet_maps_used(const struct session *s);
AET_MUST bool aet_fills_used(const struct session *s);

#endif
