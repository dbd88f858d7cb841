/* A workbook (.xlsx, .ods) read as text: the rows of one of its sheets, see cells.h. Dates, numbers
 * and percentages are written as the sheet holds them (number_format.h), of a formula its value, an
 * error of a formula as the sheet shows it. A record that is read from a workbook is so one of a
 * CSV file, and stands where the sheet has it. */
#ifndef AET_WORKBOOK_WORKBOOK_H
#define AET_WORKBOOK_WORKBOOK_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/must.h"
#include "io/decode.h"
#include "workbook/notes.h"

struct workbook;

/* Whether this program was built with what reads workbooks. */
bool aet_workbook_can(void);

/* What the decoder has not given yet, if it is an archive with a workbook in it. The decoder stays
 * its owner's, outlives the workbook, and gives nothing itself. NULL with *fault: FAULT_BOOK_…,
 * FAULT_READ with errno, FAULT_NONE when the archive holds no workbook. */
AET_MUST struct workbook *aet_workbook_open(struct decoder *d, enum fault *fault);

/* Its sheets, in order; they live as long as the workbook. */
const struct book_sheet *aet_workbook_sheets(const struct workbook *w, size_t *n);

/* Begin to read a sheet at its first row; another may have been read before. */
AET_MUST enum fault aet_workbook_begin(struct workbook *w, size_t sheet);

/* Up to `cap` bytes of its text; 0 at the end, -1 with *fault, and errno when that is FAULT_READ.
 */
AET_MUST ssize_t aet_workbook_read(struct workbook *w, char *to, size_t cap, enum fault *fault);

const struct book_notes *aet_workbook_notes(const struct workbook *w);

void aet_workbook_free(struct workbook *w);

#endif
