/* A raw record before its values: what parsing it comes to, and the steps that flat records and
 * documents share. */
#ifndef AET_RECORD_RAW_H
#define AET_RECORD_RAW_H

#include "base/must.h"
#include "format/object.h"
#include "format/source.h"
#include "voice/diag.h"

enum parsed {
    PARSED,
    PARSED_BLANK,
    PARSED_ASIDE, /* no record: record.aside says what. Of a record, what it may be all the same */
    PARSED_BAD,   /* reported, and nothing more can be said of it */
    PARSED_FAULTY /* reported; its values can be looked at, to say all that is wrong at once */
};

/* The text of a slice is UTF-8 without NUL; otherwise that is reported: PARSED_BAD. */
enum parsed aet_raw_text(const struct layout *l, struct span raw, struct diags *d);

/* A JSON record is one object, read into `o`; or it is reported. */
AET_MUST enum fault aet_raw_object(struct object *o, struct span raw, struct diags *d);

/* Report a rule (ENT_…) at a byte of the record, `name` being what `value` is called in its message
 * (NULL: nothing is); a fault of form. Always PARSED_BAD. */
enum parsed aet_raw_bad(struct diags *d, int rule, size_t at, const char *name, struct span value);
enum parsed aet_raw_fault(struct diags *d, enum fault fault, size_t at);

#endif
