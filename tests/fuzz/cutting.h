/* Cutting a text twice, whole and in random pieces: both must find the same records. */
#ifndef AET_TESTS_FUZZ_CUTTING_H
#define AET_TESTS_FUZZ_CUTTING_H

#include "format/cut.h"
#include "target.h"

struct cut_list {
    struct span *records; /* within the text */
    size_t n, cap;
    enum cut last; /* CUT_END or CUT_LOST */
    enum fault fault;
    size_t at; /* of the fault, in the text */
};

/* Cut `text` with a fresh cutter (copied), both ways. The list is the caller's to free. */
struct cut_list cut_both_ways(const struct cutter *fresh, struct span text);
void free_cuts(struct cut_list *l);

#endif
