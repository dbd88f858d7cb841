/* split: where does the next record end? Three cutters (CSV, lines, JSON values) over the text that
 * has been read so far; each resumes where it stopped, so that a record that arrives in a thousand
 * pieces is looked at once.
 *
 * CSV follows the rules of libcsv (a test compares the two on random input): a quote opens a cell
 * only at its beginning, after blanks; a line ends with LF, CR LF or a lone CR. */
#ifndef AET_IO_CUT_H
#define AET_IO_CUT_H

#include "base/span.h"
#include "io/fault.h"

enum cut {
    CUT_RECORD, /* one record: piece.start to piece.end */
    CUT_MORE,   /* not yet: more text is needed */
    CUT_END,    /* nothing left */
    CUT_LOST    /* piece.fault at piece.at: no certain beginning of a next record */
};

struct piece {
    size_t start, end; /* bytes of the record with its line end; all before `end` is consumed */
    enum fault fault;
    size_t at;
};

/* The next place of one byte, remembered so that no stretch is searched twice. */
struct finder {
    size_t at, scanned;
    bool found;
};

struct csv_cutter {
    char delimiter;
    bool slow; /* a quote was met */
    int state;
    bool blanks, bad;
    size_t pos;
    size_t stretch; /* where the text outside of quotes began */
    size_t open_at, bad_at;
    struct finder lf, cr, quote;
};

struct json_cutter {
    bool array;
    int state;
    size_t pos, start, open_at;
    size_t depth;
    bool string, escaped;
};

struct cutter {
    enum { CUTTER_CSV, CUTTER_LINES, CUTTER_JSON } kind;
    struct csv_cutter csv; /* also the finders of lines */
    struct json_cutter json;
};

void aet_cutter_csv(struct cutter *c, char delimiter);
void aet_cutter_lines(struct cutter *c);
/* Values of one array, or values that follow one another. */
void aet_cutter_json(struct cutter *c, bool array);

/* Look for the next record in `text`, which begins with the first byte not yet consumed and is the
 * same as at the last call but for what was added at its end. `eof`: nothing more will come. */
enum cut aet_cut(struct cutter *c, struct span text, bool eof, struct piece *out);

/* Where the quote or bracket stands that keeps an unfinished record open. */
size_t aet_cut_open_at(const struct cutter *c);

#endif
