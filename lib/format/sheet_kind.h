/* What the cells of a sheet are, before they are written. */
#ifndef AET_FORMAT_SHEET_KIND_H
#define AET_FORMAT_SHEET_KIND_H

/* From SHEET_NUMBER on: digits with a decimal point. */
enum sheet_kind {
    SHEET_TEXT,
    SHEET_DATE, /* ISO 8601 */
    SHEET_NUMBER,
    SHEET_MONEY,
    SHEET_HOURS,
    SHEET_MINUTES
};

#endif
