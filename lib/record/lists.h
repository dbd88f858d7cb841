/* What separates the parts of lists, beside | and line breaks: what --listes said of some fields. A
 * comma may well stand in a name (« Tremblay, Josée »), so that nobody else can tell. */
#ifndef AET_RECORD_LISTS_H
#define AET_RECORD_LISTS_H

#include "headings/schema.h"

/* One field, of any record kind, and its separators. */
struct listed {
    struct span field;
    const char *separators;
};

struct lists {
    struct listed *p;
    size_t n, cap;
};

/* `champ` (a comma and a semicolon) or `champ=;` (a semicolon alone); the text stays its owner's.
 * False: it is neither, and nothing is added. */
bool aet_lists_add(struct lists *l, struct span text);

/* The separators of a field; NULL: it has none. */
const char *aet_lists_of(const struct lists *l, const struct field *f);

/* Whether commas and semicolons in a field may be said to separate. */
static inline bool aet_lists_takes(const struct field *f)
{
    return (f->type == TYPE_LIST || f->type == TYPE_NAMES) && !f->generated;
}

void aet_lists_free(struct lists *l);

#endif
