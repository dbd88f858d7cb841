/* .xlsx (ECMA-376, part 1): what its sheets need of the other parts. Inside of this folder only. */
#ifndef AET_WORKBOOK_XLSX_H
#define AET_WORKBOOK_XLSX_H

#include "workbook/book.h"
#include "workbook/number_format.h"

/* A part by the id that another one knows it by. */
struct relation {
    struct span id, type, target;
};

struct relations {
    struct relation *p;
    size_t n, cap;
};

struct xlsx {
    char *folder;             /* of the workbook part, "xl/" */
    struct relations of_book; /* its parts */
    struct span *parts;       /* by sheet */
    size_t parts_n, parts_cap;
    bool from_1904;    /* days count from 1904-01-01 */
    bool uncalculated; /* all is to be calculated once it is opened: a formula of 0 may have no
                          value */
    unsigned char *meanings; /* by cell style: enum number_meaning */
    size_t meanings_n, meanings_cap;
    struct span *strings; /* that sheets share */
    size_t strings_n, strings_cap;
    bool shared; /* those were read */
    void *sheet; /* the sheet that is being read: xlsx_sheet.c */
};

/* The path of a member that a part in `folder` names. In the arena of the book. */
struct span aet_xlsx_path(struct book *b, const char *folder, struct span target);

/* The relations of a part; none where the archive holds none. */
AET_MUST enum fault aet_xlsx_relations(struct book *b, const char *member, struct relations *to);

/* The target of the first relation of that kind (the end of its type), or an empty span. */
struct span aet_xlsx_related(const struct relations *r, const char *kind);

/* What cell styles mean, and the strings that sheets share. */
AET_MUST enum fault aet_xlsx_styles(struct book *b);
AET_MUST enum fault aet_xlsx_strings(struct book *b);

/* Append the text of a <t>: _x000D_ is the character of that number. */
void aet_xlsx_text(struct span escaped, struct buf *out);

/* Begin and end the reading of a sheet. */
AET_MUST enum fault aet_xlsx_sheet(struct book *b, const char *member, struct sheet_reader *r);
void aet_xlsx_sheet_end(struct xlsx *x);

#endif
