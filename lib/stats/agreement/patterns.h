/*
 * What any number of coders said of units, as distinct patterns of codes with counts: integers that
 * merge, small however many the units, and all that the measures of agreement need. Holds no
 * coefficient: agreement.h, alpha.h and bootstrap.h compute them.
 */
#ifndef AET_STATS_AGREEMENT_PATTERNS_H
#define AET_STATS_AGREEMENT_PATTERNS_H

#include "base/hash.h"
#include "stats/agreement/pair_table.h"
#include "stats/value.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* This coder did not code this unit. Never a category. */
#define AET_CODE_MISSING UINT16_MAX

/* n patterns of `coders` codes each, pattern i at rows + i × coders, seen times[i] units. All
   arrays are owned; index tells 1 + the place of a row. */
struct patterns {
    size_t coders, codes, n, capacity;
    uint16_t *rows;
    uint64_t *times;
    struct hash index;
};

/* An empty accumulator for codes 0 to codes - 1 (codes < AET_CODE_MISSING), coders >= 1. */
void aet_patterns_init(struct patterns *p, size_t coders, size_t codes);

/* `times` units coded alike: row has p->coders codes or AET_CODE_MISSING, borrowed. Returns false,
   nothing added, when a code is out of range. */
bool aet_patterns_add(struct patterns *p, const uint16_t *row, uint64_t times);

/* Adds from into p; both have the same coders and codes. */
void aet_patterns_merge(struct patterns *p, const struct patterns *from);

/* Sorts the patterns: measures then sum in an order that does not depend on how the units
   came, to the last bit. To be called before any measure; more may be added after, and it be
   called again. */
void aet_patterns_finish(struct patterns *p);
void aet_patterns_free(struct patterns *p);

/* Where the pattern of a row is; false when it is none of them. row: borrowed. */
bool aet_patterns_find(const struct patterns *p, const uint16_t *row, size_t *at);

/* Whether all codes of a row, those that are not missing, are one and the same. */
bool aet_codes_agree(const uint16_t *row, size_t coders);

/* Codes given in pattern i. */
size_t aet_pattern_size(const struct patterns *p, size_t i);

/* Units with two codes or more, those that a measure of agreement can use. */
uint64_t aet_patterns_pairable(const struct patterns *p);

/* Why no measure is possible, or STAT_NONE: STAT_EMPTY (no code at all), STAT_ONE_CODER,
   STAT_NO_OVERLAP. */
enum stat_reason aet_patterns_fault(const struct patterns *p);

/* Adds to t (p->codes codes) the units coded by both coders a and b. */
void aet_patterns_pair(const struct patterns *p, size_t a, size_t b, struct pair_table *t);

#endif
