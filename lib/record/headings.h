/* From headings and keys to fields: names are matched without case, accents or punctuation, known
 * variants included; --map renames first. */
#ifndef AET_RECORD_HEADINGS_H
#define AET_RECORD_HEADINGS_H

#include "base/arena.h"
#include "base/buf.h"
#include "format/source.h"
#include "record/schema.h"

enum { NO_FIELD = -1 };

/* One --map: whatever folds like `from` is called `to`. */
struct rename {
    struct span from, to;
    bool used;
};

struct headings;

/* `renames` is not owned; its `used` flags are set as headings are met. */
struct headings *aet_headings_new(const struct schema *schema, struct rename *renames, size_t n);
void aet_headings_free(struct headings *h);

/* The field that a heading or key names, or NO_FIELD. */
int aet_heading_field(struct headings *h, struct span heading);

/* The field that an unknown heading almost names (a slip of the keyboard), or NO_FIELD. */
int aet_heading_near(struct headings *h, struct span heading);

/* What a heading is called in the output: renamed by --map, otherwise itself. */
struct span aet_heading_name(struct headings *h, struct span heading);

/* How many of these headings name fields: for format/source.h. `context` is a struct headings. */
size_t aet_headings_known(void *context, const struct span *headings, size_t n);

/* How the columns of one CSV file stand to the fields. */
struct mapping {
    const struct layout *layout;
    int *field_of;      /* by column */
    bool *wanted;       /* by column: a field that verbs read */
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
