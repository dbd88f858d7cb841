/* The cells of a record that is as it should be: bare, or in quotes that hold doubled quotes only.
 * Such a record is its bytes between delimiters, and no cell of it is copied but one that holds
 * quotes. */
#ifndef AET_FORMAT_CSV_PLAIN_H
#define AET_FORMAT_CSV_PLAIN_H

#include "format/row.h"

/* Read `record` into r->cells: spans of it, without the blanks around, or of r->text where a
 * doubled quote was undone. False: the record is otherwise (a stray quote, one that stays open),
 * and libcsv is to judge it; nothing is then said of the cells. RFC 4180, section 2; blanks as
 * libcsv has them. */
bool aet_csv_plain(struct row *r, struct span record, char delimiter);

/* Walk such a record to the cell of column `column` (from 0), or to the one that holds the byte at
 * `at` (with the delimiter behind it), whichever comes first: *from is where it begins, record.n
 * when there are fewer; *found its column. False: as above, as far as it was looked at. */
bool aet_csv_plain_walk(struct span record, char delimiter, size_t column, size_t at, size_t *from,
                        size_t *found);

/* The cell of a record read so, with the blanks that stand around it when it is bare: what was
 * written, for those who write it again. `cell` itself when it is no span of the record. */
struct span aet_csv_whole(struct span record, struct span cell, char delimiter);

#endif
