/* How the columns of one file of cells stand to the fields. */
#ifndef AET_RECORD_MAPPING_H
#define AET_RECORD_MAPPING_H

#include "base/must.h"
#include "format/source.h"
#include "voice/diag.h"
#include "record/headings.h"

/* How the columns of one CSV file stand to the fields. */
struct mapping {
    const struct layout *layout;
    int *field_of;      /* by column */
    struct span *names; /* by column: the heading, renamed */
    size_t brut;        /* the column where a file of --rejets keeps what could not be read, or
                           layout->columns */
};

/* Whether a column leads to the field. */
bool aet_mapping_has(const struct mapping *m, int field);

/* Two headings that are alike, or name one field. */
struct heading_fault {
    const struct rule *rule;
    size_t column;
    struct span heading, other;
    const struct text *caption; /* of the field; NULL: `name` is what --map called both */
    struct span name;
};

/* What is said of it, at its column. */
struct diag aet_heading_diag(const struct heading_fault *f);

/* False with *fault. */
AET_MUST bool aet_mapping_make(struct mapping *m, struct headings *h, const struct layout *layout,
                               struct arena *arena, struct heading_fault *fault);

#endif
