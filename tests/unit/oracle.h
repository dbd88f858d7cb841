/*
 * Reads the CSV files that the R scripts of tests/stats wrote, for tests that loop over their rows.
 * Not a CSV reader for anything else: no quotes, no checks beyond what a test would notice.
 */
#ifndef AET_TESTS_ORACLE_H
#define AET_TESTS_ORACLE_H

#include "stats/value.h"

#include <stdbool.h>
#include <stddef.h>

#define ORACLE_ROWS 300
#define ORACLE_COLUMNS 16

/* cells[row][column], row 0 being the headings; all point into text, which is owned. */
struct oracle {
    char *text;
    size_t rows; /* without the headings */
    char *cells[ORACLE_ROWS][ORACLE_COLUMNS];
    size_t columns;
};

/* Reads tests/stats/NAME (below $AET_TESTS_STATS when set); ends the program when it cannot. */
void oracle_read(struct oracle *o, const char *name);
void oracle_free(struct oracle *o);

/* The field, number or list of numbers at row (from 0) and column; NA is NAN, Inf is INFINITY. A
   list returns how many, at most max. */
const char *oracle_field(const struct oracle *o, int row, const char *column);
double oracle_number(const struct oracle *o, int row, const char *column);
size_t oracle_list(const struct oracle *o, int row, const char *column, double *list, size_t max);

/* Fails the test unless v agrees with wanted to a relative tolerance (absolute under 1e-3 in size):
   NAN wants an undefined value, INFINITY one that is undefined for STAT_INFINITE. */
void oracle_match(struct stat_value v, double wanted, double tolerance, const char *what, int row);

#endif
