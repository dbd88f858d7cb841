/*
 * Agreement of coders who cut a continuum (a text) themselves: where passages begin and end, and
 * the value that each was given. Krippendorff's family of alpha for unitizing, by lengths. Holds no
 * alpha of units that were cut beforehand: alpha.h.
 */
#ifndef AET_STATS_AGREEMENT_UNITIZING_H
#define AET_STATS_AGREEMENT_UNITIZING_H

#include "stats/value.h"

#include <stddef.h>
#include <stdint.h>

/* A passage that one coder marked and gave a value: from its first character to the one behind its
   last. What a coder marked nothing of is a gap. */
struct unitizing_unit {
    uint64_t from, to;
    uint32_t value;
    uint16_t coder;
};

/* Of one value, in characters times coders, each pair of coders counting 1 / (m - 1): marked with
   it; by two coders of a pair; while the other marked something. And sums of squares by passage, of
   its length and of how much of it the others marked, in the mean over them. */
struct unitizing_value {
    double length, alike, pairable, squares, pairable_squares;
    uint64_t units;
};

/* Sums over continua, so that several are as one that holds them end to end, each with the coders
   who read it. Arrays are owned. */
struct unitizing {
    size_t values;
    struct unitizing_value *of;
    struct unitizing_count *now; /* while one continuum is read */
    double length, gap, gap_alike;
    uint64_t overlaps; /* times that a coder marked what he had marked: there is no measure then */
};

void aet_unitizing_init(struct unitizing *u, size_t values);
void aet_unitizing_free(struct unitizing *u);

/* Sorts the units by value, coder and place, and joins those of one coder and value that overlap;
   those that touch stay two. Returns how many there are now. */
size_t aet_unitizing_join(struct unitizing_unit *units, size_t n);

/* A continuum of `length` characters that `coders` coders read, and the passages that they marked,
   in any order, none of them empty or past its end; borrowed. Fewer than two coders: it does not
   count. Time in n log n. */
void aet_unitizing_add(struct unitizing *u, const struct unitizing_unit *units, size_t n,
                       uint64_t length, size_t coders);

/* Back to no continuum at all. */
void aet_unitizing_clear(struct unitizing *u);

/* What `all` is without `part`, some of its continua, into rest, which is begun; the three have the
   same values. */
void aet_unitizing_without(const struct unitizing *all, const struct unitizing *part,
                           struct unitizing *rest);

/* The alphas of Krippendorff, Mathet, Bouvry & Widlöcher (2016, On the reliability of unitizing
   textual continua, Qual. Quant. 50:2347-2364; Krippendorff 2019, Content Analysis, 4th ed.,
   §12.6): 1 - D_o / D_e from coincidences l(c,k), lengths that a passage valued c of one coder and
   one valued k of another have in common, and from those expected,
   e(c,k) = (l(c) l(k) - [c = k] S(c)) / (l - S / l), where S(c), the squares of the lengths of
   passages valued c, takes out what a passage has in common with itself.
   Undefined: STAT_NO_OVERLAP when no two coders read (u) or marked (cu) the same character,
   STAT_CONSTANT when a single value is used, STAT_OVERLAP when passages of one coder overlap. */

/* Cutting and values together; gaps are a value, and count for their length, not its square. Of one
   value it is the reliability of marking or not (|u-alpha). */
struct stat_value aet_unitizing_u(const struct unitizing *u);

/* Values alone, where two coders marked something. The length of a passage is then what the others
   marked of it, in the mean over them, so that lengths add up to l(c). Of two coders there is no
   other way to read it; of three, those that take the union of the others (quallmer 0.4), or the
   mean of the squares, miss the published figure. */
struct stat_value aet_unitizing_cu(const struct unitizing *u);

/* The same of one value. */
struct stat_value aet_unitizing_ku(const struct unitizing *u, size_t value);

/* The share of all that was read, marked or not, that aet_unitizing_cu is about; of what was marked
   with a value, that aet_unitizing_ku is about. STAT_EMPTY of nothing. */
struct stat_value aet_unitizing_coverage(const struct unitizing *u);
struct stat_value aet_unitizing_coverage_of(const struct unitizing *u, size_t value);

#endif
