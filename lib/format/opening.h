/* The first rows of a sheet, before anybody knows which of them are the headings; and what whoever
 * knows headings makes of them. */
#ifndef AET_FORMAT_OPENING_H
#define AET_FORMAT_OPENING_H

#include <stdbool.h>

#include "base/arena.h"
#include "io/fault.h"

enum { OPENING_ROWS = 20 }; /* looked at, at most */

struct opening_row {
    struct span *cells; /* trimmed */
    size_t n;           /* up to the last that is not empty; 0: a blank row */
    size_t width;       /* with the empty ones */
};

/* The first row is not blank. */
struct opening {
    struct opening_row rows[OPENING_ROWS];
    size_t n;
    bool whole;          /* nothing follows these rows, or nothing more will be shown */
    bool told;           /* somebody said that the first row is the headings */
    struct arena *arena; /* for what the answer keeps */
};

/* The answer. Of a fault that is FAULT_HEADING_UNSURE, `at` and `other` are the rows that both may
 * be the headings; of FAULT_NO_HEADING, `other` is a row below that has a known one, or 0. */
struct opened {
    bool more; /* it takes more rows to tell */
    enum fault fault;
    size_t at, lines;      /* the heading rows: one, or two that are read as one */
    struct span *headings; /* of both */
    size_t columns;
    size_t known; /* how many of them are known */
    size_t other;
};

#endif
