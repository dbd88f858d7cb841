/* --remplir, of records that are rows: before they are read, each is told which of its cells are to
 * be read as the one above (record/fill.h). Rows are looked at in the order of the input, so that
 * nobody who reads one need know another. The rows of documents are not
 * filled: there --remplir is refused (OPT130). */
#ifndef AET_RECORD_FILLER_H
#define AET_RECORD_FILLER_H

#include "apart/sheet.h"
#include "record/fill.h"
#include "record/mapping.h"

/* A column that is filled, and the cell that stands above. */
struct filling {
    size_t column;
    const struct text *caption;
    struct span path; /* of its field; empty: none */
    struct buf above; /* what was written there last */
    bool any;         /* something was */
};

/* Zero-initialised: nothing is filled. */
struct filler {
    const struct fills *fills;
    struct apart_sheet *sheet; /* NULL: nothing is filled in this file */
    struct row *row;
    struct filling *p;
    size_t n;
    struct arena file, block; /* captions; the texts of what is filled */
};

/* A file begins, of which these are the columns; they stay their owner's, and the sheet is asked of
 * each row before it is read. */
void aet_filler_file(struct filler *f, const struct mapping *m, const struct schema *schema,
                     struct apart_sheet *sheet);

/* Fill the rows of a block, the next of the file. What they are filled with lives until the next
 * block. */
void aet_filler_block(struct filler *f, struct block *b);
void aet_filler_free(struct filler *f);

#endif
