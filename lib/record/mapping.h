/* How the columns of one file of cells stand to the fields. */
#ifndef AET_RECORD_MAPPING_H
#define AET_RECORD_MAPPING_H

#include "base/must.h"
#include "format/source.h"
#include "headings/headings.h"
#include "voice/diag.h"

/* A column that is one choice of a field (headings/choice.h). */
struct choice_column {
    size_t column;
    int field;
    struct span label;
    bool first; /* of its field */
};

/* A column whose cells are the values of a field that may be written. */
struct taken_column {
    size_t column;
    int field;
};

struct mapping {
    const struct layout *layout;
    int *field_of;              /* by column */
    struct taken_column *taken; /* what it tells of cells that are read, from left to right */
    size_t taken_n;
    size_t *nameless; /* columns without a heading */
    size_t nameless_n;
    struct span *names;            /* by column: the heading, renamed */
    bool *reworded;                /* by column: read by what its heading means, not by its name */
    struct choice_column *choices; /* NO_FIELD in field_of */
    size_t choices_n;
    size_t *choice_of; /* by column: 1 + its place in `choices`, or 0 */
    size_t brut;       /* the column where a file of --rejets keeps what could not be read, or
                          layout->columns */
    /* Columns with a heading that lead nowhere: whether a value was met, and those in which none
     * was so far. */
    bool *passed_over;
    size_t *empty;
    size_t empty_n;
    struct {
        uint64_t n;         /* rows that stop before the last column */
        uint64_t line, row; /* of the first */
    } narrow;
};

/* What another worker met in the columns of the same file, and the first one did not know: told
 * once. */
void aet_mapping_join(struct mapping *m, struct mapping *other);

/* Whether a column leads to the field, or several do. */
bool aet_mapping_has(const struct mapping *m, int field);

/* Whether a column leads to a field. */
bool aet_mapping_reads(const struct mapping *m, size_t column);

/* The choice that a column is, or NULL; whether it is the first of its field. */
const struct choice_column *aet_mapping_choice(const struct mapping *m, size_t column, bool *first);

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
