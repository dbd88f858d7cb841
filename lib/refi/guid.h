/* GUIDs, by which REFI-QDA knows people, sources, selections and codes. */
#ifndef AET_REFI_GUID_H
#define AET_REFI_GUID_H

#include <stdbool.h>

#include "base/arena.h"

/* A GUID derived from a name (SHA-256, RFC 9562 version 8): the same at every export. Into out[37].
 */
void aet_refi_guid_derive(struct span name, char out[37]);

/* What a code of that id is given when it came without a GUID, or with another kind of id: always
 * the same. Into out[37]. */
void aet_refi_guid_own(struct span id, char out[37]);

/* `guid` when it is one in that form, otherwise one made of its kind and what it names; in the
 * arena where it is made. */
struct span aet_refi_guid_fit(struct span guid, const char *kind, struct span what,
                              struct arena *arena);

/* A GUID in one form: no braces, lower case. Into out[37]; cut when longer. */
void aet_refi_guid_plain(const char *guid, char out[37]);

/* Eight, four, four, four and twelve hexadecimal digits, in that form. */
bool aet_refi_guid_fits(const char *s);

#endif
