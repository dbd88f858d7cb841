/* What stands after a message: the term that was meant, then what there is. */
#ifndef AET_VOICE_MEANT_H
#define AET_VOICE_MEANT_H

#include "base/message.h"

/* Append what stands after a message: the term that was meant (" (voulait-on dire « X » ?)", or
 * several of them), then what there is (" ; il y a : …"). They are the arguments `suggestion` (of
 * which there may be several), `un_seul` and `noms`; those that `message` places itself are left
 * out. */
void aet_message_hints(struct buf *out, struct text message, enum lang lang,
                       const struct diag_arg *args, size_t n);

#endif
