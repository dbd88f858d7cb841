/* What of a record is compared with others, and places packed so that they can be kept by the
 * million. */
#ifndef AET_FLOW_MARK_H
#define AET_FLOW_MARK_H

#include "format/layout.h"
#include "voice/diag.h"

/* Left by the check, judged in the order of the input, then forgotten. What a judge keeps of it (16
 * bytes) is its own affair. */
struct mark {
    uint64_t key; /* 0: nothing to compare */
    uint64_t value;
    uint64_t more[2];
};

/* A place packed into 64 bits, never 0. */
uint64_t aet_place_pack(size_t file, uint64_t line);
size_t aet_place_file(uint64_t place);
uint64_t aet_place_line(uint64_t place);

/* {autre}: `fichier:ligne` of a place. `x` may be NULL. */
void aet_place_arg(struct diags *d, struct diag *x, uint64_t place,
                   const struct layout *const *files);

#endif
