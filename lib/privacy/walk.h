/* Who is to be hidden, and one way through texts: to learn the names that they hold, or to replace
 * them. */
#ifndef AET_PRIVACY_WALK_H
#define AET_PRIVACY_WALK_H

#include "privacy/pseudonym.h"
#include "record/record.h"

/* A further heading or key that holds names, as somebody named it. */
struct named_column {
    struct span name;
    bool met; /* in the input */
};

/* What holds a name and nothing else: fields of such a type (headings/schema.h), and these. */
struct identities {
    struct pseudonyms *names;
    struct named_column *others;
    size_t others_n, others_cap;
};

/* Whether a heading or key holds names: by its field (NO_FIELD: none), as it is written, or by what
 * --map calls it. Further columns that it answers to are met. */
bool aet_is_identity(const struct identities *id, const struct schema *schema, int field,
                     struct span heading, struct span name);

/* What a line of the input is to those who hide names in it. */
enum hides {
    HIDES_RECORD,
    HIDES_REJECTED, /* terms, dates, amounts and durations may be anything too */
    HIDES_LINE      /* headings, a total: no cell is a name, all may hold one */
};

enum role { ROLE_KEEP, ROLE_NAME, ROLE_NAMES, ROLE_FREE };

struct walk {
    const struct identities *id;
    enum hides hides;
    bool learns, changed;
};

/* What the texts of a field are, under a heading as it is written and as --map calls it. */
enum role aet_walk_role(const struct walk *w, const struct schema *schema, int field,
                        struct span heading, struct span name);

/* What leads a pseudonym: the field's name, that of its record where it is a mere `nom`, or the
 * heading's letters. */
void aet_walk_kind(const struct schema *schema, int field, struct span heading, struct buf *out);

/* Append the text in its role (nothing is to be used of it when the walk learns). */
void aet_walk_text(struct walk *w, enum role role, const char *kind, struct span text, bool element,
                   struct buf *out);

/* A key that is no field may name somebody; a colon is put behind it. */
void aet_walk_key(struct walk *w, struct span raw, struct buf *out);

/* The same of a JSON value, with the keys in it. */
void aet_walk_json(struct walk *w, enum role role, const char *kind, struct span raw, bool element,
                   struct buf *out);

#endif
