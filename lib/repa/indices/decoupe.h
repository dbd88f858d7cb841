/* Cutting the text of a narrative into passages: its paragraphs, or their sentences. */
#ifndef AET_REPA_INDICES_DECOUPE_H
#define AET_REPA_INDICES_DECOUPE_H

#include <stdint.h>

#include "base/must.h"
#include "base/span.h"

/* Where the cutting of one text stands. */
struct decoupe {
    struct span text;
    bool phrases; /* sentences */
    bool lines;   /* each line is a paragraph: no blank line parts them */
    size_t at;    /* bytes that are behind */
    uint64_t characters;
};

/* What is cut: bytes of the text, and its characters from 0, the end behind the last. */
struct coupe {
    struct span text;
    uint64_t debut, fin;
};

/* `text`, which is UTF-8, outlives the cutting. */
void aet_repa_decoupe_begin(struct decoupe *d, struct span text, bool phrases);

/* The next passage, without the blanks around it. False: there is none. */
AET_MUST bool aet_repa_decoupe_next(struct decoupe *d, struct coupe *c);

#endif
