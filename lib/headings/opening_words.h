/* What is asked of whoever knows headings, to find those of a sheet (headings/opening.h). */
#ifndef AET_HEADINGS_OPENING_WORDS_H
#define AET_HEADINGS_OPENING_WORDS_H

#include "format/opening.h"
#include "headings/headings.h"

struct opening_words {
    /* The field that a heading names; NULL: none. One and the same for one field. */
    const struct field *(*field)(void *context, struct span heading);
    /* The same, of one column among several for one field, as "Public [Parents]". */
    const struct field *(*choice)(void *context, struct span heading);
    void *context;
    bool joins;    /* two heading lines may be one */
    bool comments; /* a row that begins with # says what goes where */
    struct rename *renames;
    size_t renames_n;
};

#endif
