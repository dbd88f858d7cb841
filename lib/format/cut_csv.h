/* Cutting CSV records, and lines. CSV follows the rules of libcsv (a test compares the two on
 * random input): a quote opens a cell only at its beginning, after blanks; a line ends with LF, CR
 * LF or a lone CR. */
#ifndef AET_FORMAT_CUT_CSV_H
#define AET_FORMAT_CUT_CSV_H

#include "format/cut.h"

void aet_cutter_csv(struct cutter *c, char delimiter);
void aet_cutter_lines(struct cutter *c);

#endif
