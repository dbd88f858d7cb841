/* How the columns of one file of cells stand to the fields. */
#ifndef AET_RECORD_MAPPING_H
#define AET_RECORD_MAPPING_H

#include "format/source.h"
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

/* Two headings alike or two for one field are reported by *rule with the texts in args[0..2]
 * (heading, the other heading, field). NULL on success. */
const struct rule *aet_mapping_make(struct mapping *m, struct headings *h,
                                    const struct layout *layout, struct arena *arena,
                                    struct span args[3], size_t *column);

#endif
