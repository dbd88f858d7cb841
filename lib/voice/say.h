/* Lines about the input as a whole, and where the reading stopped. */
#ifndef AET_VOICE_SAY_H
#define AET_VOICE_SAY_H

#include "format/source.h"
#include "voice/diag.h"
#include "voice/voice.h"

/* A line about the input as a whole, by a rule of reading. */
void aet_say_input(const struct voice *v, int rule, const char *file, uint64_t line,
                   uint64_t column, const struct diag_arg *args, size_t n);

/* Why the reading stopped; `encoding` is the one that was asked for. Returns STATUS_FAILED. */
enum status aet_say_stop(const struct voice *v, const char *encoding, const struct stop *stop);

#endif
