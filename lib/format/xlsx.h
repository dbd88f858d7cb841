/* A workbook as records are written to. What is read from one is CSV (format/book.h). */
#ifndef AET_FORMAT_XLSX_H
#define AET_FORMAT_XLSX_H

#include "format/format.h"

extern const struct format aet_format_xlsx;

#endif
