/* Numbers in canonical digits, exact: no binary float between what was written and what is kept. */
#ifndef AET_RECORD_DIGITS_H
#define AET_RECORD_DIGITS_H

#include "base/number.h"
#include "record/record.h"

/* Canonical digits of a JSON number or of what a person wrote; the text, ended by a NUL, lives in
 * `arena`. Money has two decimals at most. */
enum number_status aet_digits(const struct value *v, struct number_form form, struct arena *arena,
                              struct span *out);

#endif
