/* Saying that a name is nobody's, with the one that was meant and those there are. */
#ifndef AET_VOICE_HINT_H
#define AET_VOICE_HINT_H

#include "voice/say.h"

/* "bilan, valider": each name once. The view is of `to`. */
struct span aet_hint_list(const char *const *names, size_t n, struct buf *to);

/* A usage error about a name that is none of these: {valeur} is the name, then the nearest of them
 * when one is near, then all. Returns STATUS_FAILED. */
enum status aet_voice_unknown(const struct voice *v, const struct rule *rule, const char *name,
                              const char *const *names, size_t n);

/* Say that a CSV file lacks a column, with the nearest heading when one is near. */
void aet_voice_column(const struct voice *v, const char *name, const struct layout *l);

#endif
