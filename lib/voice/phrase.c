/* The words of phrase.def, and those for an errno. */
#include "voice/phrase.h"

#include <stddef.h>

#include "base/os/os.h"

#define P(name, fr, en) { fr, en },
const struct text aet_phrases[PHRASE_COUNT] = {
#include "voice/phrase.def"
};
#undef P

const char *aet_phrase_errno(int error, enum lang lang)
{
    static const struct {
        int error;
        enum phrase phrase;
    } known[] = {
        { ENOENT, PHRASE_ENOENT },   { EACCES, PHRASE_EACCES },
        { EPERM, PHRASE_EPERM },     { EISDIR, PHRASE_EISDIR },
        { ENOTDIR, PHRASE_ENOTDIR }, { ENOSPC, PHRASE_ENOSPC },
        { EDQUOT, PHRASE_EDQUOT },   { EFBIG, PHRASE_EFBIG },
        { ENOMEM, PHRASE_ENOMEM },   { EIO, PHRASE_EIO },
        { EROFS, PHRASE_EROFS },     { EBADF, PHRASE_EBADF },
        { EMFILE, PHRASE_EMFILE },   { ENAMETOOLONG, PHRASE_ENAMETOOLONG },
        { ELOOP, PHRASE_ELOOP },     { ENXIO, PHRASE_ENXIO },
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].error == error)
            return aet_phrase(known[i].phrase, lang);
    return NULL;
}
