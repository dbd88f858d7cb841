/* --remplir: columns in which an empty cell, or one that stands for the value above (`idem`), takes
 * the value of the row above it, as people leave them under merged cells. */
#ifndef AET_RECORD_FILL_H
#define AET_RECORD_FILL_H

#include "base/must.h"
#include "headings/headings.h"
#include "voice/diag.h"

/* One column, as it was named: by its field or its heading. */
struct fill_name {
    struct span name;
    bool used; /* a column answers to it */
};

struct fills {
    struct fill_name *p;
    size_t n, cap;
};

/* The names of a list divided by commas; the text stays its owner's. */
void aet_fills_add(struct fills *f, struct span text);
void aet_fills_free(struct fills *f);

/* Whether a column is among them, by its heading or the field that it leads to (NULL: none). The
 * name is then used. */
bool aet_fills_take(const struct fills *f, struct span heading, const char *field);

/* Whether a cell asks for the value above it. */
bool aet_fill_asks(struct span cell);

/* Say how a cell was filled, once a file and column; or that nothing stands above it. It is at this
 * byte of the record. */
struct diag *aet_fill_say(struct diags *d, const struct filled *f, size_t at);

#endif
