/* From headings and keys to fields: names are matched without case, accents or punctuation, known
 * variants included, and then in other words (record/reworded.h); --map renames first. */
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
const struct schema *aet_headings_schema(const struct headings *h);

/* The field that a heading or key names, or NO_FIELD. */
int aet_heading_field(struct headings *h, struct span heading);

/* The field that an unknown heading almost names (a slip of the keyboard), or NO_FIELD. */
int aet_heading_near(struct headings *h, struct span heading);

/* What a heading is called in the output: renamed by --map, otherwise itself. */
struct span aet_heading_name(struct headings *h, struct span heading);

/* How many of these headings name fields: for format/source.h. `context` is a struct headings. */
size_t aet_headings_known(void *context, const struct span *headings, size_t n);

#endif
