/* What people write in place of a value: that there is none (`?`, `n/a`, `à déterminer`), or that
 * it is the one above (`idem`, `〃`). */
#ifndef AET_BASE_STAND_IN_H
#define AET_BASE_STAND_IN_H

#include "base/span.h"

enum stand_in {
    STANDS_FOR_ITSELF,
    STANDS_FOR_NOTHING, /* `?`, `-`, `n/a`, `s.o.`, `nd`, `à venir`, `tbd`, `inconnu` */
    STANDS_FOR_ABOVE    /* `idem`, `id.`, `"`, `''`, `〃`, `-"-` */
};

/* Ask this of what is no date, number or term: a table may well hold `À venir`. */
enum stand_in aet_stand_in(struct span s);

/* Whether it is made of question marks: other signs and words may be values among others. */
bool aet_stand_in_question(struct span s);

/* Whether a spreadsheet shows this where a formula fails: `#REF!`, `#N/A`, `#DIV/0!`, in French
 * too, `Err:502`. */
bool aet_is_formula_error(struct span text);

#endif
