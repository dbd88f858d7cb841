/* Numbers as people write them: grouped by spaces, with a decimal point or comma, with or without
 * a dollar sign. They are kept as text; money becomes cents. Never a binary float. */
#ifndef AET_BASE_NUMBER_H
#define AET_BASE_NUMBER_H

#include <stdint.h>

#include "base/must.h"
#include "base/text.h"
#include "base/buf.h"

enum number_status {
    NUMBER_OK,
    NUMBER_BAD,       /* no number at all */
    NUMBER_AMBIGUOUS, /* `1,234`: a decimal or a thousand? */
    NUMBER_PRECISION, /* money with more than two decimals */
    NUMBER_RANGE      /* beyond what can be counted exactly, or than a double holds */
};

/* What is known of the decimal sign: `said` when a person declared it (then the other sign groups
 * thousands), otherwise a guess from the file; 0 when nothing is known. */
struct number_form {
    char decimal;
    bool said;
};

/* Read a number written by a person (`1,234.50` and `1.234.567` show by themselves which sign
 * groups) and append its canonical form to `out`: `-`, digits without
 * grouping or needless zeros in front, `.`, decimals as they were written. On anything but
 * NUMBER_OK nothing is appended. */
AET_MUST enum number_status aet_number_read(struct span s, struct number_form form,
                                            struct buf *out);

/* Take a `%` off the end of what a person wrote, and the blanks before it; false: there is none. */
bool aet_number_percent(struct span *s);

/* Cents of a canonical number, or of a JSON number (exponents included). More than two decimals
 * that are not zero: NUMBER_PRECISION; over 15 digits before the point: NUMBER_RANGE. */
enum number_status aet_money_cents(struct span canonical, int64_t *cents);

/* Whether a JSON number fits a double. */
bool aet_number_in_range(struct span lexeme);

/* Whether `s`, blanks aside, is written like a number: what an output profile must not touch. */
bool aet_number_like(struct span s);

/* Append cents as `-1234.50`. */
void aet_money_write(int64_t cents, struct buf *out);

/* The same as people write them: `1 234,50 $` with U+202F and U+00A0, `$1,234.50`. */
void aet_money_show(int64_t cents, enum lang lang, struct buf *out);

/* Append the digits of a whole number in groups of three: U+202F between them in French, a comma in
 * English. */
void aet_digits_group(struct span digits, enum lang lang, struct buf *out);

#endif
