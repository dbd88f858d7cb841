/* A workbook being written, for the files of this folder alone. */
#ifndef AET_LEDGER_BOOK_H
#define AET_LEDGER_BOOK_H

#include "base/arena.h"
#include "io/markup.h"
#include "io/zip.h"
#include "ledger/ledger.h"
#include "ledger/markup.h"

/* A comment, behind those before it. */
struct ledger_remark {
    uint32_t row, column;
    size_t at, n; /* of the text, in remarked */
};

/* What outlives a sheet of it. */
struct ledger_kept {
    struct buf name;
    bool hidden, filtered, remarked, charted;
    struct ledger_range filter;
    uint32_t frozen_rows;
};

struct ledger {
    struct zip *zip;
    enum lang lang;
    bool about; /* it says something of itself */
    struct ledger_kept *sheets;
    size_t n, cap;
    size_t charts; /* of all sheets */

    /* of the sheet at hand */
    struct buf xml;    /* not packed yet */
    uint64_t size;     /* bytes of it before these */
    uint32_t row;      /* at hand */
    bool begun;        /* there is one */
    bool rows, in_row; /* a row of it was begun; and not ended */
    struct buf merges, scales, rules;
    uint64_t merges_n, scales_n, rules_n;
    struct ledger_remark *remarks;
    size_t remarks_n, remarks_cap;
    struct buf remarked;
    uint64_t blocks;       /* of numbers of their boxes: the first that is free */
    struct buf drawings;   /* where its charts stand */
    struct buf *chart_xml; /* and what they are */
    size_t chart_n, chart_cap;
};

/* A member of the archive, of one go. */
void aet_ledger_member(struct ledger *l, const char *name, struct buf *xml);

/* `sheet1`, with what stands before and behind. */
void aet_ledger_member_name(struct buf *out, const char *before, uint64_t n, const char *behind);

/* `'Name'!$A$1:$B$9`. */
void aet_ledger_range_name(struct buf *out, struct span sheet, struct ledger_range r);
void aet_ledger_range_ref(struct buf *out, struct ledger_range r); /* `A1:B9` */

/* Append a name of a sheet that may stand beside those there are. */
void aet_ledger_name_make(const struct ledger *l, struct span name, struct buf *out);

/* End the sheet at hand, if one is. */
void aet_ledger_sheet_end(struct ledger *l);

/* Members that a sheet has beside it, once it is ended. */
void aet_ledger_remarks_write(struct ledger *l);
void aet_ledger_charts_write(struct ledger *l);

/* The number of a style in the part of styles, and that part. */
unsigned aet_ledger_style(struct ledger_style s);
void aet_ledger_styles(struct buf *out, enum lang lang);

#define XML_MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""

#endif
