/* One field on its way from value to fact; used by resolve.c and its facts_*.c. */
#ifndef AET_RECORD_STEP_H
#define AET_RECORD_STEP_H

#include "record/facts.h"

struct step {
    struct resolver *r;
    const struct record *record;
    const struct field *field;
    const struct value *value;
    struct fact *fact;
    struct facts *facts;
    struct diags *diags;
    struct matcher *matcher;
};

/* A diagnostic on the field. Of a list, `position` is the part's; otherwise -1. */
struct diag *aet_step_say(struct step *s, const struct rule *rule, long position);

/* The same by its number, with what was written. */
struct diag *aet_step_report(struct step *s, int rule, struct span text, long position);

/* The same once a file and field: how values were read. NULL: it is not kept. */
struct diag *aet_step_once(struct step *s, int rule, struct span text, long position);

/* What could not be read may stand for no value (warned of, and the field is absent) or for the
 * value above (an error); then it is said, and true. Of a list, the part is neither. */
bool aet_step_stands_in(struct step *s, struct span text, long position);

/* Whether it may be one that stands for the one above: nearly every text is none, and there are
 * many. Quick, and true too often. */
static inline bool aet_step_may_stand(struct span text)
{
    enum { DITTO_MAX = 12 };
    unsigned char c = text.n ? (unsigned char)text.p[0] : 'x';

    return text.n <= DITTO_MAX && ((c | 0x20) == 'i' || (c | 0x20) == 'd' || c == '"' ||
                                   c == '\'' || c == '-' || c == '/' || c == ' ' || c >= 0x80);
}

/* A text that is kept as it is: warned of when it stands for the one above. */
void aet_step_text(struct step *s, struct span text, long position);

/* Whether the value is one text or number; otherwise said. */
bool aet_step_single(struct step *s);

#endif
