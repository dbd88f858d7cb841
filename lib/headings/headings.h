/* From headings and keys to fields: names are matched without case, accents or punctuation, known
 * variants included, and then in other words (headings/reworded.h); --map renames first. */
#ifndef AET_HEADINGS_HEADINGS_H
#define AET_HEADINGS_HEADINGS_H

#include <stdatomic.h>

#include "base/arena.h"
#include "base/buf.h"
#include "headings/schema.h"

enum { NO_FIELD = -1 };

/* One --map: whatever folds like `from` is called `to`. */
struct rename {
    struct span from, to;
    atomic_bool used; /* by any worker */
};

struct headings;

/* `renames` is not owned; its `used` flags are set as headings are met. */
struct headings *aet_headings_new(const struct schema *schema, struct rename *renames, size_t n);
void aet_headings_free(struct headings *h);
const struct schema *aet_headings_schema(const struct headings *h);
struct rename *aet_headings_renames(const struct headings *h, size_t *n);

/* The field that a heading or key names, or NO_FIELD. */
int aet_heading_field(struct headings *h, struct span heading);

/* Whether the heading names its field by one of the headings that the schema gives it, or a --map
 * does. */
bool aet_heading_exact(struct headings *h, struct span heading);

/* The field of which a heading is one choice ("Public [Parents]", headings/choice.h) and the
 * choice, or NO_FIELD. */
int aet_heading_choice(struct headings *h, struct span heading, struct span *label);

/* The field that an unknown heading almost names (a slip of the keyboard), or NO_FIELD. */
int aet_heading_near(struct headings *h, struct span heading);

/* What a heading is called in the output: renamed by --map, otherwise itself. */
struct span aet_heading_name(struct headings *h, struct span heading);

/* How many of these headings name fields, or a choice of one. `context` is a struct headings. */
size_t aet_headings_known(void *context, const struct span *headings, size_t n);

#endif
