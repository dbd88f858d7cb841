/* What a message says after a name that nobody knows. */
#ifndef AET_VOICE_HINT_H
#define AET_VOICE_HINT_H

#include "base/buf.h"
#include "format/source.h"
#include "voice/voice.h"

/* " (voulait-on dire « bilan » ?)". */
void aet_hint_near(const struct voice *v, struct span near, struct buf *to);

/* Complain of a column that a CSV file lacks, with the nearest heading when one is near. */
void aet_complain_column(const struct voice *v, const char *name, const struct layout *l);

/* " (voulait-on dire « bilan » ?) ; il y a : bilan, valider": the nearest of the names that `word`
 * may be, when one is near, then all of them. */
void aet_hint_names(const struct voice *v, const char *word, const char *const *names, size_t n,
                    struct buf *to);

#endif
