/* What no field claims, on its way out: under which name it is read back as what it was. */
#ifndef AET_TREE_EXTRA_H
#define AET_TREE_EXTRA_H

#include "format/format.h"
#include "tree/element.h"

/* Its name in the canonical form, as cells or as an object: behind "hors_champ_" where it would be
 * taken for something else (headings/outside.h), and in cells behind the key of its element when
 * that has no row ("cycle.note"). Made in `scratch`. */
struct span aet_extra_name(const struct element *e, const struct extra *x, enum record_shape to,
                           struct buf *scratch);

/* Say of which the name changes so. */
void aet_extras_say(const struct document *d, enum record_shape to, struct diags *diags);

/* Whether its value is the text of a cell rather than JSON. */
static inline bool aet_extra_is_text(const struct element *e)
{
    return aet_has_cells(e->document->layout);
}

/* Whether it is left out as every empty value is. */
static inline bool aet_extra_is_nothing(const struct element *e, const struct extra *x)
{
    return !aet_extra_is_text(e) &&
           (aet_span_eq(x->text, AET_LIT("null")) || aet_span_eq(x->text, AET_LIT("\"\"")));
}

#endif
