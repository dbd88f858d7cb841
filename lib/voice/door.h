/* The one door to standard error: nothing else in lib/ and bin/ writes there (but for the end of
 * memory, in base/alloc.c). */
#ifndef AET_VOICE_DOOR_H
#define AET_VOICE_DOOR_H

#include "base/alloc.h"
#include "base/must.h"
#include "voice/diag.h"
#include "voice/voice.h"

/* Append a diagnostic in the form that was asked for. */
void aet_voice_diag(const struct voice *v, const struct diag *x, const struct diag_place *where,
                    struct buf *to);

/* Write lines that are whole. */
void aet_door_write(struct span lines);

/* Words on the way, over the last ones: on a terminal, and never between JSON objects. An empty
 * span wipes them. */
void aet_door_progress(struct span words);

/* Whether all that was said until now has arrived. Closed by who started us, the door takes nothing
 * and nothing is missed. */
AET_MUST bool aet_door_holds(void);

/* From here on the end of memory is said in this form. */
void aet_door_memory(const struct voice *v);

/* What says in this form that the system gives no random numbers, and ends the process. */
aet_alloc_handler *aet_door_random(const struct voice *v);

#endif
