/* The sentences of a catalogue, for the file that says them; included as often as there are files:
 *
 *     #define AET_SENTENCES "repa/resume.def"
 *     #include "report/resume/sentences.h"
 *
 * gives it said[], by SAID_NAME of each row P(NAME, fr, en). */
#include "base/text.h"

#define P(name, fr, en) SAID_##name,
enum {
#include AET_SENTENCES
    SAID_N
};
#undef P

#define P(name, fr, en) [SAID_##name] = { fr, en },
static const struct text said[SAID_N] = {
#include AET_SENTENCES
};
#undef P
