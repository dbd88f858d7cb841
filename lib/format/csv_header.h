/* The heading line of CSV. */
#ifndef AET_FORMAT_CSV_HEADER_H
#define AET_FORMAT_CSV_HEADER_H

#include "base/must.h"
#include "format/input.h"

/* Read the heading line, with which the text of the input begins, into its layout. `given` is the
 * delimiter where it is known, otherwise 0. False with *stop. */
AET_MUST bool aet_csv_header(struct input *in, char given, struct stop *stop);

#endif
