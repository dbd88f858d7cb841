/* Codebooks as aet-repa has them: the framework of the document, or what somebody's program wrote.
 */
#ifndef AET_REPA_CODES_CODES_H
#define AET_REPA_CODES_CODES_H

#include "base/must.h"
#include "cli/session.h"
#include "refi/codebook.h"

/* The framework of the document, or table `codes` when it has rows. False: complained. */
AET_MUST bool aet_repa_codes_framework(struct codebook *b, struct session *s);

/* Give codes that were read and that `framework` (filled here; it must outlive `b`) knows by their
 * GUID the id, spellings and translation they have there. False: complained. */
AET_MUST bool aet_repa_codes_recall(struct codebook *b, struct codebook *framework,
                                    struct session *s);

/* A .qdc or .qde (XML, `text` being the whole of it), or a list with a column tag, as Taguette has
 * it, in any format that records have, which is read anew from `file` ("-": standard input, made
 * ready to be read again). False: complained. */
AET_MUST bool aet_repa_codes_read(struct codebook *b, struct session *s, struct span text,
                                  const char *file);

#endif
