/* Values that are left out of elements that stand. */
#ifndef AET_TREE_LOSSES_H
#define AET_TREE_LOSSES_H

#include "record/items.h"
#include "record/lists.h"
#include "tree/element.h"

/* The parts of a list that stand: begin with aet_parts, call until false. */
struct parts {
    struct items it;         /* it.position: of the part, as written */
    const struct item *read; /* what was read of it; NULL: nothing */
    const struct element *e;
    int field;
    uint32_t fact;
};

struct parts aet_parts(const struct element *e, size_t field, struct arena *arena);
bool aet_parts_next(struct parts *p, struct span *part);

/* Take those that are not yet settled out of the values, facts and extras; count them. */
void aet_losses_settle(struct document *d);

#endif
