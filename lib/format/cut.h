/* split: where does the next record end? A cutter looks at the text that has been read so far, and
 * resumes where it stopped, so that a record that arrives in a thousand pieces is looked at once.
 * Each is made in a file of its own: cut_csv.h (rows and lines), cut_json.h (values). */
#ifndef AET_FORMAT_CUT_H
#define AET_FORMAT_CUT_H

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
    bool one_line;     /* known: it ends with the only line end that it has */
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
    bool mark; /* a byte order mark stands before the record */
    int state;
    bool blanks, bad;
    size_t pos;
    size_t stretch; /* where the text outside of quotes began */
    size_t open_at, bad_at;
    size_t line; /* where the first line end of the record stands; SIZE_MAX: not known */
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
    enum cut (*next)(struct cutter *c, struct span text, bool eof, struct piece *out);
    size_t (*open_at)(const struct cutter *c);
    struct csv_cutter csv; /* also the finders of lines */
    struct json_cutter json;
};

/* Look for the next record in `text`, which begins with the first byte not yet consumed and is the
 * same as at the last call but for what was added at its end. `eof`: nothing more will come. */
static inline enum cut aet_cut(struct cutter *c, struct span text, bool eof, struct piece *out)
{
    *out = (struct piece){ 0 };
    return c->next(c, text, eof, out);
}

/* Where the quote or bracket stands that keeps an unfinished record open. */
static inline size_t aet_cut_open_at(const struct cutter *c)
{
    return c->open_at(c);
}

#endif
