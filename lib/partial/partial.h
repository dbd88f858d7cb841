/* The rows of a partial sum (partial/frame.h).
 *
 * Who owns a sum says once what it holds (struct sum_kind.carry): the same calls write the rows and
 * read them. Each call names a place in memory: when writing, what stands there goes out; when
 * reading, what comes is put there, and is as the call says it must be (a number within its range,
 * a name that is the next new one), or the whole is broken, and nothing more is read: then every
 * row is at its end, and values are left as they are. */
#ifndef AET_PARTIAL_PARTIAL_H
#define AET_PARTIAL_PARTIAL_H

#include "base/names.h"
#include "partial/frame.h"

/* What can be done to a sum besides adding records to it. */
struct sum_kind {
    const char *name; /* in the head: what it counts, and the form of its rows */
    size_t size;
    /* Begin an empty sum as `of` was begun. */
    void (*like)(void *fresh, const void *of);
    /* Add what `after`, fed with later records, has counted. */
    void (*merge)(void *before, const void *after);
    void (*free)(void *of);
    /* Its rows; of a sum that is read, empty until then. */
    void (*carry)(void *of, struct partial *p);
};

/* What was read cannot be: nothing more is. */
void aet_partial_break(struct partial *p);

/* A row of this name: begun when `more`, or when the next row that is read has that name. It is
 * ended by aet_partial_row_end. */
bool aet_partial_row(struct partial *p, const char *name, bool more);
void aet_partial_row_end(struct partial *p);

/* The values of a row. Counts are not negative, and as all numbers under 2^52 in size; they are
 * added to those of other parts, which must have room (aet_partial_room). */
void aet_partial_count(struct partial *p, uint64_t *n);
void aet_partial_number(struct partial *p, int64_t *n);
/* The same of what is not added: a line, a rank. */
void aet_partial_rank(struct partial *p, uint64_t *n);
void aet_partial_range(struct partial *p, int32_t *n, int32_t least, int32_t most);
/* A number under `n`; and the same, or AET_NO_NAME. */
void aet_partial_index(struct partial *p, uint32_t *v, size_t n);
void aet_partial_index_if(struct partial *p, uint32_t *v, size_t n);
void aet_partial_bits(struct partial *p, uint64_t *bits);
void aet_partial_flag(struct partial *p, bool *flag);
/* The text that is read is copied into the arena. */
void aet_partial_text(struct partial *p, struct span *text, struct arena *arena);

/* Arrays of `n`, most of which are 0; those that are read are all 0 before. Words are bits, and no
 * counts. */
void aet_partial_counts(struct partial *p, uint64_t *v, size_t n);
void aet_partial_counts32(struct partial *p, uint32_t *v, size_t n);
void aet_partial_numbers(struct partial *p, int64_t *v, size_t n);
void aet_partial_words(struct partial *p, uint64_t *v, size_t n);

/* Rows of one value that must be there. */
void aet_partial_one_count(struct partial *p, const char *name, uint64_t *n);
void aet_partial_one_number(struct partial *p, const char *name, int64_t *n);

/* Names, a row for each, in the order of their numbers. */
void aet_partial_names(struct partial *p, const char *name, struct names *names);

/* Whether the part that was read can be added to those before it, whose load becomes that of all:
 * no sum of some of their counts, whatever is added up in a report, wraps or is beyond what a part
 * may hold. */
AET_MUST bool aet_partial_room(struct partial_load *before, const struct partial *p);

#endif
