/* The input of a run: its source, the file that is being read, and what became of each file. */
#ifndef AET_FLOW_INPUTS_H
#define AET_FLOW_INPUTS_H

#include "base/must.h"
#include "cli/command.h"
#include "privacy/hider.h"
#include "flow/reader.h"
#include "report/report.h"

struct inputs {
    struct source *source;
    struct peek *peek; /* its first block, when that was read already: its owner's */
    const struct layout *first, *current; /* the first one that holds anything */
    struct input_file *counts;            /* by file; neither name nor digest */
    size_t counts_cap;
};

/* The source that was begun already (`how->begun` gives it up), or a new one that asks the reader.
 */
void aet_inputs_init(struct inputs *in, struct reading *how, const struct command *command,
                     struct reader *reader);
void aet_inputs_free(struct inputs *in);

/* The next block. */
AET_MUST enum source_status aet_inputs_next(struct inputs *in, struct block *b, struct stop *stop);

/* Whether the block is of another file than the one before; that one is then current. */
bool aet_inputs_enter(struct inputs *in, const struct block *b);

/* A file without a byte to say what it is: it goes with any other. */
bool aet_inputs_empty(const struct block *b);

/* Count one record of the current file. */
void aet_inputs_count(struct inputs *in, enum outcome outcome);

/* Count what was left out of a record that passes. */
void aet_inputs_left(struct inputs *in, struct left left);

/* The files, for the head of a report: names in theirs are replaced. */
void aet_inputs_report(const struct inputs *in, const struct hider *hider, struct report *r);

#endif
