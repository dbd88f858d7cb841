/* How the output is written: where, in which form, and whether all of it went out. */
#ifndef AET_CLI_WRITING_H
#define AET_CLI_WRITING_H

#include "base/must.h"
#include "base/span.h"
#include "io/outs.h"
#include "voice/voice.h"

struct writing {
    const char *path;    /* NULL or "-": standard output */
    const char *to;      /* the format that was asked for; NULL: left open */
    const char *section; /* of a report; NULL: all */
    bool excel;
    unsigned widest;    /* permissions of what is made: no more than the inputs have */
    struct out *out;    /* once it is open */
    struct outs beside; /* files beside it, which go before it */
    char *made;         /* the folder that was made for it, if any */
};

/* The format that the options ask for, by name or by the suffix of the file; NULL when they leave
 * it open. */
const char *aet_writing_format(const struct writing *w);

/* Whether -o names a folder: one that is there, or by a final slash; by a slash alone. */
bool aet_writing_folder(const struct writing *w);
bool aet_writing_into_folder(const struct writing *w);

/* Open what -o names, or standard output. False: complained. */
AET_MUST bool aet_writing_open(struct writing *w, const struct voice *v);

/* Open a file beside it, which is kept or lost with it. NULL: complained. */
struct out *aet_writing_beside(struct writing *w, const char *path, const struct voice *v);

/* Make the folder of that path where there is none. False: complained. */
AET_MUST bool aet_writing_make_folder(struct writing *w, const struct voice *v);

/* All that `from` holds goes beside what `w` writes. */
void aet_writing_join(struct writing *w, struct writing *from);

/* Write; a failure is kept until aet_writing_close. */
void aet_writing_put(struct writing *w, struct span text);

/* All outputs of the run, at its end: kept together, or on STATUS_FAILED lost together. The files
 * beside take their places in the order in which they were opened, what -o names is the last.
 * Answers with the final status: `status`, or STATUS_FAILED (complained). */
AET_MUST enum status aet_writing_close(struct writing *w, const struct voice *v,
                                       enum status status);

/* Forget all that was not closed. */
void aet_writing_free(struct writing *w);

#endif
