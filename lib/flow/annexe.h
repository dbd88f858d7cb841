/* A second input that a verb needs whole before it begins: a calendar, a codebook. It goes the way
 * of all records (formats, encodings, headings in one's own words), with a source and a reader of
 * its own. What cannot be read there would change figures in silence: one fault refuses the file.
 */
#ifndef AET_FLOW_ANNEXE_H
#define AET_FLOW_ANNEXE_H

#include "base/must.h"
#include "record/facts.h"
#include "cli/session.h"

struct annexe {
    const struct schema *schema;
    struct matcher **matchers; /* by field; may be NULL */
    const size_t *needed;      /* fields whose column must be there */
    size_t needed_n;
    bool principal; /* the verb's own input: what the options say of input holds for it */
    /* One record, at its line; what it says into `diags` refuses the file. */
    void (*keep)(void *to, const struct facts *facts, uint64_t line, struct diags *diags);
    void *to;
};

/* Read `file` ("-": standard input). False: complained, every fault with its place. */
AET_MUST bool aet_annexe_read(struct session *s, const char *file, const struct annexe *a);

#endif
