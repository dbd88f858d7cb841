/* The cutters of CSV records and of lines; use them by io/cut.h. */
#ifndef AET_IO_CUT_CSV_H
#define AET_IO_CUT_CSV_H

#include "io/cut.h"

enum cut aet_cut_csv(struct csv_cutter *c, struct span text, bool eof, struct piece *out);
enum cut aet_cut_line(struct csv_cutter *c, struct span text, bool eof, struct piece *out);

#endif
