/* One run over the records; private to lib/flow. */
#ifndef AET_FLOW_RUN_H
#define AET_FLOW_RUN_H

#include "flow/kinds.h"
#include "privacy/hiding.h"
#include "flow/records.h"
#include "record/columns.h"
#include "tree/document_emit.h"
#include "tree/document.h"

/* What became of one record of a block. */
struct result {
    bool blank; /* no record: a row of empty cells */
    bool rejected;
    bool aside; /* passes, and is not taken */
    enum emitted emitted;
    size_t out_from, out_n;   /* in run.text */
    size_t diag_from, diag_n; /* in run.diags */
    size_t mark_from, mark_n; /* in run.marks */
    struct fait fait;
};

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
    struct derived derived;
    struct facts facts;
    struct emitter emitter;
    struct set *sets;
    struct arena arena; /* diagnostics of the block */
    struct diags diags;
    struct diags marks; /* dates that settle their column */
    struct result *results;
    size_t results_cap;
    struct buf text; /* records of the block, made anew */
    struct buf path;
    /* of the retirer: */
    const struct layout *first, *current;
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

/* work.c: parse, resolve and check every record of a block; writes nothing. */
void aet_work_block(struct run *r, const struct block *b);

/* retire.c: take a worked block in order: compare, count, write. False: said why, and nothing more
 * is to be read. */
bool aet_retire_block(struct run *r, const struct block *b);
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

/* sommaire.c: the report of --sommaire. */
void aet_sommaire(const struct run *r, struct report *report);

#endif
