/* Words that stand within messages: what was meant, what there is, names of the standard streams,
 * why the system refused. */
#ifndef AET_VOICE_PHRASE_H
#define AET_VOICE_PHRASE_H

#include "base/text.h"

#define P(name, fr, en) name,
enum phrase {
#include "voice/phrase.def"
    PHRASE_COUNT
};
#undef P

extern const struct text aet_phrases[PHRASE_COUNT];

static inline const char *aet_phrase(enum phrase p, enum lang lang)
{
    return aet_text(aet_phrases[p], lang);
}

/* Our own words for an errno, or NULL. */
const char *aet_phrase_errno(int error, enum lang lang);

#endif
