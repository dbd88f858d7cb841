/* Doubles as they are told: what a machine computed, in the digits that every machine agrees on. */
#ifndef AET_BASE_REAL_H
#define AET_BASE_REAL_H

#include "base/buf.h"

/* The significant digits of a computed figure. A double holds nearly 16; the last ones hang on the
 * mathematical library (glibc, musl, Windows' and WebAssembly's were seen to differ in the 15th to
 * the 17th), and a report has the same bytes on all of them. */
enum { AET_REAL_DIGITS = 12 };

/* `v` rounded to AET_REAL_DIGITS significant decimal digits (half to even on what the double
 * holds); what is not finite stays as it is. */
double aet_real_steady(double v);

/* Append a finite double in the fewest digits that read back the same, in the manner of JSON and
 * XML. */
void aet_real_write(struct buf *out, double v);

#endif
