/* What of a record is compared with others, and places packed so that they can be kept by the
 * million. */
#ifndef AET_FLOW_MARK_H
#define AET_FLOW_MARK_H

#include "format/layout.h"
#include "voice/diag.h"

/* A place is packed into the low PLACE_BITS bits: a judge may keep a little more beside it. */
enum { PLACE_BITS = 60 };

/* Left by the check, judged in the order of the input, then forgotten. What a judge keeps of it (16
 * bytes) is its own affair. */
struct mark {
    uint64_t key; /* 0: nothing to compare */
    uint64_t value;
    uint64_t more[2];
};

/* A mark that was judged, kept for those who judge it again beside the marks of other runs. */
struct kept_mark {
    struct mark mark;
    uint64_t place;
    bool rejected; /* its record, whatever the reason */
    uint32_t said; /* how much the judge said of it */
};

struct marks {
    struct kept_mark *p;
    size_t n, cap;
};

void aet_marks_keep(struct marks *k, const struct kept_mark *m);
void aet_marks_free(struct marks *k);

/* A place packed into 64 bits, never 0, of one that fits: which all do that were read, of as many
 * files as a command line names. */
bool aet_place_fits(size_t file, const struct slice *slice);
uint64_t aet_place_pack(size_t file, const struct slice *slice);
size_t aet_place_file(uint64_t place);
uint64_t aet_place_line(uint64_t place);
uint64_t aet_place_row(uint64_t place); /* 0: none, or it found no room */

/* {place}: "fichier:ligne (rangée 12)". `x` may be NULL. */
void aet_place_arg(struct diags *d, struct diag *x, uint64_t place,
                   const struct layout *const *files);

#endif
