/* Captions in the place of names. */
#include "format/sheet_headings.h"

#include "base/fold.h"
#include "base/names.h"

void aet_sheet_headings(const struct span *names, const struct span *captions, size_t n,
                        struct span *headings)
{
    struct names taken = { .folded = true };

    for (size_t i = 0; i < n; i++)
        if (names[i].n)
            aet_names_id(&taken, names[i]);
    for (size_t i = 0; i < n; i++) {
        bool own = aet_names_find(&taken, captions[i]) == AET_NO_NAME ||
                   aet_fold_same(captions[i], names[i]);

        headings[i] = captions[i].n && own ? captions[i] : names[i];
        if (headings[i].n)
            aet_names_id(&taken, headings[i]);
    }
    aet_names_free(&taken);
}
