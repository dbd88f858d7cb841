/* Records made of a record: what a verb extracts, in the format of the output. Each is a row of a
 * flat schema; a field that is not set is empty. */
#ifndef AET_RECORD_DERIVE_H
#define AET_RECORD_DERIVE_H

#include "base/buf.h"
#include "base/date.h"
#include "format/source.h"
#include "format/sheet.h"
#include "headings/schema.h"
#include "tables/table.h"

enum { DERIVED_FIELDS = 48 };

enum derived_kind { DERIVED_NONE, DERIVED_TEXT, DERIVED_DIGITS, DERIVED_LIST };

struct derived_cell {
    enum derived_kind kind;
    size_t from, n; /* in text; a list is one run, its parts behind their lengths */
};

struct derived {
    const struct schema *schema;
    const struct format *to; /* NULL: text of the verb's own, through aet_derive_raw */
    bool people;             /* terms by their labels: a workbook, --excel */
    enum lang lang;          /* of these */
    struct buf *out;         /* rows, each behind its length */
    struct buf text;
    struct derived_cell cells[DERIVED_FIELDS];
};

void aet_derived_free(struct derived *d);

/* What is made goes to that format, in a sheet of that form if it has cells. */
void aet_derived_to(struct derived *d, const struct format *to, struct sheet_form form);

/* Set fields of the record being made, in any order. Empty text leaves the field empty. */
void aet_derive_text(struct derived *d, size_t field, struct span text);
void aet_derive_digits(struct derived *d, size_t field, struct span digits);
void aet_derive_count(struct derived *d, size_t field, int64_t n);
void aet_derive_money(struct derived *d, size_t field, int64_t cents);
void aet_derive_date(struct derived *d, size_t field, struct date date);
/* `oui` or `non`; for people in their language. */
void aet_derive_yes(struct derived *d, size_t field, bool yes);
/* A term, by its id; for people by its label, which is read as well. */
void aet_derive_term(struct derived *d, size_t field, const struct table *t, size_t row);
/* The same by its id; one that the table does not have stands as it is. */
void aet_derive_id(struct derived *d, size_t field, const struct table *t, struct span id);
/* Parts of a list are set one after the other, without another field between. */
void aet_derive_part(struct derived *d, size_t field, struct span part);
void aet_derive_part_term(struct derived *d, size_t field, const struct table *t, size_t row);

/* The record is complete: append it. */
void aet_derive_end(struct derived *d);

/* Append text of the verb's own in the place of a record. */
void aet_derive_raw(struct derived *d, struct span text);

#endif
