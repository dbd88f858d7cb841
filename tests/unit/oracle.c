/*
 * Reads the CSV files that the R scripts of tests/stats wrote, for tests that loop over their rows.
 */
#include "oracle.h"

#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *slurp(const char *name)
{
    const char *folder = getenv("AET_TESTS_STATS");
    char path[1024], *text = calloc(1, 1 << 20);
    FILE *f;

    snprintf(path, sizeof path, "%s/%s", folder ? folder : "tests/stats", name);
    f = fopen(path, "r");
    if (!f || !text || fread(text, 1, (1 << 20) - 1, f) == 0) {
        perror(path);
        exit(2);
    }
    fclose(f);
    return text;
}

static size_t split(char *line, char **cells)
{
    size_t n = 0;

    for (char *next = line; next && n < ORACLE_COLUMNS; line = next) {
        next = strchr(line, ',');
        if (next)
            *next++ = '\0';
        cells[n++] = line;
    }
    return n;
}

void oracle_read(struct oracle *o, const char *name)
{
    size_t row = 0;

    o->text = slurp(name);
    for (char *line = o->text, *end; *line && row < ORACLE_ROWS; line = end) {
        end = line + strcspn(line, "\n");
        if (*end)
            *end++ = '\0';
        if (*line != '#')
            o->columns = split(line, o->cells[row++]);
    }
    o->rows = row - 1;
}

void oracle_free(struct oracle *o)
{
    free(o->text);
}

const char *oracle_field(const struct oracle *o, int row, const char *column)
{
    for (size_t i = 0; i < o->columns; i++)
        if (strcmp(o->cells[0][i], column) == 0)
            return o->cells[row + 1][i];
    ck_abort_msg("no column %s", column);
    return NULL;
}

static double number(const char *text, char **end)
{
    if (strncmp(text, "NA", 2) == 0) {
        *end = (char *)(size_t)text + 2;
        return (double)NAN;
    }
    return strtod(text, end);
}

double oracle_number(const struct oracle *o, int row, const char *column)
{
    char *end;

    return number(oracle_field(o, row, column), &end);
}

size_t oracle_list(const struct oracle *o, int row, const char *column, double *list, size_t max)
{
    const char *text = oracle_field(o, row, column);
    size_t n = 0;

    while (*text && n < max) {
        char *end;

        list[n++] = number(text, &end);
        text = end + strspn(end, " ");
    }
    return n;
}

void oracle_match(struct stat_value v, double wanted, double tolerance, const char *what, int row)
{
    if (isnan(wanted) || isinf(wanted)) {
        ck_assert_msg(!v.defined, "row %d: %s is %.15g, wanted none", row, what, v.value);
        if (isinf(wanted))
            ck_assert_int_eq(v.reason, STAT_INFINITE);
        return;
    }
    ck_assert_msg(v.defined, "row %d: %s undefined: %s", row, what, aet_stat_reason_en(v.reason));
    ck_assert_msg(fabs(v.value - wanted) <= tolerance * fmax(fabs(wanted), 1e-3),
                  "row %d: %s is %.15g, wanted %.15g", row, what, v.value, wanted);
}
