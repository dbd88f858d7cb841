/* --exclure: days on which nobody meets, as people write them, one day or period a line. */
#ifndef AET_PLAN_EXCLUSIONS_H
#define AET_PLAN_EXCLUSIONS_H

#include "base/must.h"
#include "base/date.h"
#include "io/fault.h"

enum { EXCLUSIONS_MAX = 4096 };

/* Both ends included. */
struct periode {
    int32_t from, to;
};

struct exclusions {
    struct periode *items;
    size_t n, cap;
};

/* Why they were not read: an error of the system; what the bytes are, that are no text; or a rule
 * of the domain, with the line (0: none) and its text. */
struct exclusions_fault {
    int error;
    enum fault foreign;
    int rule;
    uint64_t line;
    struct buf text;
};

/* Add a line: `2026-12-25`, `25 décembre 2026`, `2026-12-20 2027-01-05`, `du 21 décembre au 8
 * janvier 2027`, `Relâche;2027-03-01;2027-03-05`; in front of the dates or behind them, words
 * without a figure; a comment after `#`. What a date leaves out (`du 21 au 25 décembre 2026`) the
 * other one says. False: it is no day and no period, or cannot be told from one. */
AET_MUST bool aet_plan_exclusion(struct exclusions *x, struct span line, enum date_form form);

/* Read what the option gives: a file of such lines, the first of which may be a heading; or, where
 * no file has that name, one such line. False: see `why`, whose text the caller frees. */
AET_MUST bool aet_plan_exclusions_read(struct exclusions *x, const char *value, enum date_form form,
                                       struct exclusions_fault *why);

bool aet_plan_excluded(const struct exclusions *x, int32_t day);

void aet_plan_exclusions_free(struct exclusions *x);

#endif
