/* The row of CSV. */
#ifndef AET_FORMAT_CSV_H
#define AET_FORMAT_CSV_H

#include "format/format.h"

extern const struct format aet_format_csv;

#endif
