/* The members of one record that is an object, as they were written. A flat one (strings, numbers,
 * true, false, null, and lists of them) is read and judged here in one walk over the slice; jansson
 * judges whatever else there is, and all that is wrong. */
#ifndef AET_FORMAT_OBJECT_H
#define AET_FORMAT_OBJECT_H

#include "base/arena.h"
#include "base/must.h"
#include "format/json_text.h"

struct member {
    struct span name;  /* raw, with its quotes */
    struct span value; /* raw */
    size_t place;      /* in the pattern, NO_PLACE when it is not there */
};

#define NO_PLACE ((size_t)-1)

/* Reads objects; belongs to one worker. Records of a file have the same members nearly always, in
 * the same order: the names of one record are the pattern of those that follow, so that what is
 * known of a name is looked up once. */
struct object {
    struct member *members; /* of the last that was read, in the order of the text */
    size_t n, cap;
    struct span *pattern; /* raw names, all distinct */
    size_t pattern_n, pattern_cap;
    struct arena names;     /* of the pattern */
    uint64_t patterns;      /* how many there were: a change means that all places are others */
    uint64_t pattern_signs; /* of its names, one bit for each: a name without its bit is none */
    bool follows;           /* the names of the last that was read are all of the pattern */
    struct arena spelt;     /* strings that are written with escapes, until aet_object_release */
    bool held;              /* they outlive the next record */
};

/* The bit of a name: of its raw length and its first letter. */
static inline uint64_t aet_object_sign(size_t n, unsigned char letter)
{
    return (uint64_t)1 << ((n * 7 + letter) & 63);
}

/* Read the text of an object, which is UTF-8 without NUL: FAULT_NONE, or what is wrong and its
 * offset in *at (FAULT_JSON_OBJECT: it is another value). */
AET_MUST enum fault aet_object_read(struct object *o, struct span text, size_t *at);

/* The same by the walk alone. False: it does not tell, and the members are not to be used. */
AET_MUST bool aet_object_plain(struct object *o, struct span text);

/* The member of that name, however it is spelt, or NULL. */
const struct member *aet_object_member(struct object *o, struct span name);

/* What a raw string spells; borrowed from it, or valid as long as the texts of the object. */
struct span aet_object_spelt(struct object *o, struct span raw);

/* What was spelt lives on; or nothing does any more. */
void aet_object_hold(struct object *o);
void aet_object_release(struct object *o);
void aet_object_free(struct object *o);

#endif
