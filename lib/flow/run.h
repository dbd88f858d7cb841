/* One run over the records; private to lib/flow. */
#ifndef AET_FLOW_RUN_H
#define AET_FLOW_RUN_H

#include "flow/kinds.h"
#include "privacy/hiding.h"
#include "flow/records.h"
#include "record/columns.h"
#include "tree/document_emit.h"
#include "tree/document.h"

/* What becomes of a slice. */
enum outcome {
    PASSED,
    REJECTED,
    UNDRAWN, /* passes, and the verb does not take it */
    BLANK    /* no record: a row of empty cells */
};

struct run_part {
    size_t from, n;
};

/* One record on its way: read, judged, taken, written. What was read of it lives until the lot is
 * written. */
struct held {
    const struct slice *slice;
    enum outcome outcome;
    bool known; /* it has facts */
    bool sound; /* nothing speaks against it by itself */
    struct facts facts;
    struct record record;      /* flat */
    struct document *document; /* or a tree */
    struct fait fait;
    struct run_part found, emitting; /* diagnostics in run.diags: on reading, on emitting */
    struct run_part judged;          /* in run.late */
    struct run_part dates;           /* in run.marks */
    enum emitted emitted;
    struct run_part out; /* in run.text */
};

/* As many records as are held at once: few enough to stay in the processor's memory. */
enum { LOT_RECORDS = 64, LOT_BYTES = 1 << 16 };

/* How often a rule spoke, and where first. */
enum { FIRST_PLACES = 3 };

struct tally {
    const struct rule *rule;
    uint64_t count;
    struct diag_place first[FIRST_PLACES];
};

struct input_count {
    uint64_t read, rejected;
};

struct rejets;

struct run {
    struct session *s;
    struct work *work;
    struct totals *totals;
    struct source *source;
    struct peek *peek; /* its first block, when that was read already; the session owns it */
    /* of the worker: */
    struct headings *headings;
    struct record_reader reader;
    const struct identities *identities; /* names to replace, or NULL */
    struct record_reader again;          /* of records with their names replaced */
    struct buf hidden;                   /* one of them */
    struct resolver resolver;
    struct document_reader documents; /* when the work has a nest */
    struct document *trees;           /* then, one for each record of a lot */
    struct derived derived;
    struct facts room; /* to resolve in */
    struct emitter emitter;
    struct set *sets;
    struct arena arena; /* facts and diagnostics of the lot */
    struct diags diags;
    struct diags marks; /* dates that settle their column */
    struct held lot[LOT_RECORDS];
    size_t lot_n;
    struct buf text; /* records of the lot, made anew */
    struct buf path;
    /* of the retirer: */
    const struct layout *first, *current;
    struct arena judging;
    struct diags late; /* from rules that compare records */
    struct columns columns;
    bool stopped; /* what was read cannot be trusted: nothing more is */
    struct sheet *sheet;
    struct rejets *rejets;
    struct buf err, out;
    bool begun;                 /* the head of the output is written */
    bool summing;               /* --sommaire: count, do not print */
    struct input_count *counts; /* by file */
    size_t counts_cap;
    struct tally *tallies;
    size_t tallies_n, tallies_cap;
    double started, shown; /* seconds, for progress */
};

/* work.c: parse, resolve and check the first of these slices, as many as are held at once; how many
 * they are. Then, once they are judged, count or make text of those that pass. Writes nothing. */
size_t aet_work_read(struct run *r, const struct slice *slices, size_t n);
void aet_work_take(struct run *r);
void aet_work_done(struct run *r);

/* judge.c: compare the records of the lot with those before them, in order, by their marks. Once
 * one shows that what was read cannot be trusted, r->stopped is set and the others are left. */
void aet_judge_lot(struct run *r);

/* retire.c: write the lot in order, and what is to be said of it. */
void aet_retire_begin(struct run *r);
void aet_retire_lot(struct run *r);
void aet_retire_end(struct run *r); /* the tail of the output */

/* The offset in its slice that a diagnostic is about. */
size_t aet_run_at(struct run *r, const struct slice *slice, const struct diag *x);

/* set_up.c: what a run holds; `s`, `w` and `totals` stay their owner's. */
void aet_run_init(struct run *r, struct session *s, struct work *w, struct totals *totals);
void aet_run_free(struct run *r);

/* enter.c: begin a file that is not empty, its headings, its form. False: complained. */
bool aet_run_file(struct run *r, const struct layout *layout);

/* Whether records are written anew, so that the text of every column is needed. */
bool aet_run_keeps_all(const struct run *r);

/* derived.c: only records are written as records; a report's format is a mistake. False:
 * complained. */
bool aet_run_record_format(const struct session *s);

/* The record with its names replaced, in r->hidden until the next call: `slice` itself when nothing
 * is to be replaced, nothing when it cannot be parsed. `rejected`: in every field. */
struct slice aet_run_hide(struct run *r, const struct slice *slice, bool rejected);

/* Print or count one diagnostic with its place. */
void aet_run_diag(struct run *r, const struct diag *x, const struct diag_place *where);

/* say.c: progress on a terminal (`last`: wipe it), the summary line. Words about a whole file are
 * in flow/kinds.h. */
double aet_run_clock(void);
void aet_run_progress(struct run *r, bool last);
void aet_run_summary_line(const struct run *r);

/* rejets.c: the file of rejected records. */
struct rejets *aet_rejets_open(struct session *s); /* NULL: complained */
void aet_rejets_add(struct rejets *j, struct run *r, const struct slice *slice,
                    const struct diag *const *diags, size_t n);
bool aet_rejets_close(struct rejets *j, struct session *s, bool keep);

#endif
