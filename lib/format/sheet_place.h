/* What a spreadsheet shows of a place in a text: row and column are found by looking again, as the
 * cutter and the reader of rows have them. */
#ifndef AET_FORMAT_SHEET_PLACE_H
#define AET_FORMAT_SHEET_PLACE_H

#include "format/format.h"

/* Of byte `at` of a record, which is one row or several, or of the heading line. */
struct sheet_place aet_sheet_at(const struct layout *l, const struct slice *record, size_t at);

#endif
