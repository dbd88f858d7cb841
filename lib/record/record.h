/* parse: one raw record becomes the values of its fields, as they were written. The slice is kept:
 * places and digits are looked up in it when somebody needs them. */
#ifndef AET_RECORD_RECORD_H
#define AET_RECORD_RECORD_H

#include "apart/sheet.h"
#include "base/must.h"
#include "record/mapping.h"
#include "record/raw.h"

enum value_kind {
    VALUE_NONE,   /* absent, null, empty text: all the same */
    VALUE_TEXT,   /* a cell or a string */
    VALUE_NUMBER, /* a JSON number: its lexeme */
    VALUE_ARRAY,  /* a JSON array of strings or numbers */
    VALUE_BOOL,   /* true or false, where a yes or no is asked for */
    VALUE_WRONG   /* anything else */
};

struct value {
    enum value_kind kind;
    struct span text; /* borrowed from the record */
    struct span raw;  /* of an object: as it stands in the slice */
};

struct record {
    const struct slice *slice;
    const struct layout *layout;
    const struct mapping *mapping; /* of cells */
    const struct span *cells;      /* of cells: all that were kept; NULL for an object */
    size_t cells_n;
    size_t lacking;            /* the last of them, which the row stopped short of */
    bool fits;                 /* of cells: each stands under its heading */
    const struct aside *aside; /* what the line is if not a record, or may be; otherwise NULL */
    const struct schema *schema;
    struct value *values; /* one for each field of the schema */
};

/* What the cells of a column hold, by the type of its field. */
enum holds aet_type_holds(enum type type);

/* Reads records of one kind; belongs to one worker: both shapes, and what is known of the columns
 * or names of the file. */
struct record_reader {
    const struct schema *schema;
    struct headings *headings;
    const struct layout *layout;
    struct mapping mapping;
    struct row *row; /* NULL where the records are objects */
    struct object object;
    int *fields; /* of the names of its pattern, the one of number fields_of */
    size_t fields_cap;
    uint64_t fields_of;
    struct apart_sheet apart;
    bool tells_apart; /* lines that are no record */
    struct value *values;
    struct arena arena; /* mappings */
    struct buf key;     /* one that is written with escapes */
};

void aet_record_reader_init(struct record_reader *r, const struct schema *schema,
                            struct headings *headings);
void aet_record_reader_free(struct record_reader *r);

/* Tell lines that are no record from those that are, from the next file on; `number` is what
 * --decimal said. Without this each line is a record. */
void aet_record_reader_apart(struct record_reader *r, struct number_form number);

/* Prepare for a file. False with what is wrong with its headings: it may be read all the same. */
bool aet_record_reader_file(struct record_reader *r, const struct layout *layout,
                            struct heading_fault *fault);

/* Whether the values of what was parsed are those of its fields, whatever else is wrong with it. */
static inline bool aet_record_holds(const struct record *r, enum parsed p)
{
    return p == PARSED || (p == PARSED_FAULTY && r->fits);
}

/* Parse a slice. The record borrows from the slice and the reader until the next call; its values
 * do so until aet_record_release if it is held. What is wrong is reported in `diags`. */
AET_MUST enum parsed aet_record_parse(struct record_reader *r, const struct slice *slice,
                                      struct record *out, struct diags *diags);

/* The values of the last record live on; or nothing does any more, and so many records of `bytes`
 * in all may be held from here on. */
void aet_record_hold(struct record_reader *r);
void aet_record_release(struct record_reader *r, size_t bytes, size_t records);

/* A raw JSON value as the value of a field; the arena is for what is written with escapes. */
struct value aet_value_of(struct span raw, struct arena *arena);

#endif
