/* Documents: records that are trees (see struct nest). Read from JSON or from CSV with one row for
 * each element; the rows of one document stand together and are one record of the source. */
#ifndef AET_TREE_DOCUMENT_H
#define AET_TREE_DOCUMENT_H

#include "tree/element.h"

/* Where the columns of a CSV file lead for one kind: an own field, one of a PART_FIELDS child, or
 * nowhere. */
struct cell_place {
    int kind, field; /* kind -1: no field of this kind */
    bool foreign;    /* though a field of another one */
};

enum row_column { ROW_ELEMENT, ROW_PARENT, ROW_KEY, ROW_COLUMNS };

/* Reads documents of one nest; belongs to one worker. */
struct document_reader {
    struct shape shape;
    struct rename *renames;
    size_t renames_n;
    struct headings *headings[NEST_KINDS]; /* made when first needed */
    struct field row_fields[ROW_COLUMNS];
    struct schema row_schema;
    struct headings *row_headings;
    const struct layout *layout;
    struct csv_row row;
    bool row_ready;
    int row_column[ROW_COLUMNS]; /* -1: there is none */
    struct cell_place *places[NEST_KINDS];
    struct span *names;     /* of the columns, renamed */
    struct mapping mapping; /* the same, for the heading line of an echo */
    struct arena file;
    struct resolver resolver;
    struct matcher ***matchers; /* by kind, then field; not owned */
    struct document document;
    struct csv_row join; /* the source looks at rows before they are records */
    const struct layout *join_layout;
    struct buf join_key;
    unsigned join_seen; /* kinds of which a single one was met: root, first PART_ONE */
};

void aet_document_reader_init(struct document_reader *r, const struct nest *nest,
                              struct rename *renames, size_t n);
void aet_document_reader_free(struct document_reader *r);

/* Prepare for a file. NULL, or the rule that its headings break (see aet_mapping_make). */
const struct rule *aet_document_reader_file(struct document_reader *r, const struct layout *layout,
                                            struct span args[3], size_t *column);

/* The field that a heading nobody knows is near to, or NULL. */
const char *aet_document_near(struct document_reader *r, size_t column);

/* For io/source.h: how many headings are known, and whether a row belongs to the document of the
 * row before it. `context` is the reader. */
size_t aet_document_known(void *context, const struct span *headings, size_t n);
bool aet_document_joins(void *context, const struct layout *layout, struct span row);

/* Parse a slice, resolve what stands in it. r->document holds it until the next call; release with
 * aet_document_done. PARSED_BAD: it could not be made a tree. */
enum parsed aet_document_read(struct document_reader *r, const struct slice *slice,
                              struct diags *diags);
void aet_document_done(struct document_reader *r);

/* The headings of a kind. */
struct headings *aet_document_headings(struct document_reader *r, unsigned kind);

/* The kind that the column `element` names, or -1. */
int aet_document_kind(const struct shape *shape, struct span name);

/* Private to document*.c */
enum parsed aet_document_json(struct document_reader *r, struct diags *diags);
enum parsed aet_document_csv(struct document_reader *r, struct diags *diags);

#endif
