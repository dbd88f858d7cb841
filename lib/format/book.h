/* A workbook as an input: which of its sheets is read. Its text is that of a CSV file
 * (workbook/cells.h), and so is its format. */
#ifndef AET_FORMAT_BOOK_H
#define AET_FORMAT_BOOK_H

#include "format/input.h"

/* Whether what begins so is an archive, as a workbook is one. */
bool aet_book_zipped(struct span head);

/* Open the workbook that the input is, at the first row of the sheet that is said; or of the only
 * one that is not hidden, or of the first of those whose headings are known; or of the first. The
 * input stays as it is where the archive holds no workbook. False with *stop. */
AET_MUST bool aet_book_open(struct input *in, struct stop *stop);

#endif
