/* What the columns of a sheet add up to, line after line, and the totals that say so: each is
 * compared with what was read above it. Integers only: cents and minutes. */
#ifndef AET_APART_SUMS_H
#define AET_APART_SUMS_H

#include "apart/sheet.h"
#include "voice/diag.h"

/* Where a sum may begin. */
enum since {
    SINCE_BEGINNING,
    SINCE_OVERALL,  /* after the last general total */
    SINCE_HEADINGS, /* where the headings stood again */
    SINCE_TOTAL,    /* after the last total, general or not */
    SINCE_PART,     /* after the last total of any kind */
    SINCE_TITLE,    /* under the last title of a group */
    SINCES
};

struct running; /* one column */

/* Of one file at a time; zero-initialised is none. */
struct sums {
    const struct apart_sheet *sheet;
    struct running *columns; /* as many as sheet->adding */
    size_t cap;
    uint64_t lines[SINCES]; /* how many were added since */
    bool titled;            /* a title was met */
    bool any;               /* the sheet has columns that add up, */
    bool own;               /* and its totals are of what it holds: it is no file of --rejets */
};

/* A file begins, of which the sheet knows already. */
void aet_sums_file(struct sums *s, const struct apart_sheet *sheet);
void aet_sums_free(struct sums *s);

/* A record was read, and one of its values (`k` of sheet->adding); or there is one that could not
 * be. */
void aet_sums_line(struct sums *s);
void aet_sums_add(struct sums *s, size_t k, int64_t value);
void aet_sums_unread(struct sums *s, size_t k);

/* A record of which nothing could be read: the line, or none where it has several. */
void aet_sums_unparsed(struct sums *s, struct apart_sheet *sheet, struct span raw);

/* Whether amounts that stand alone are what was read above them. */
bool aet_sums_agree(const struct sums *s, const struct aside *a);

/* A line that is no record: sums begin anew behind it. A total that is none is said, for each
 * column, where it stands in `record`. */
void aet_sums_aside(struct sums *s, const struct aside *a, struct span record, struct diags *diags);

/* Say of amounts that stand alone that they are no total. */
void aet_sums_refuse(const struct sums *s, const struct aside *a, struct span record,
                     struct diags *diags);

#endif
