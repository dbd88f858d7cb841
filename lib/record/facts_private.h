/* One field on its way from value to fact; private to record/facts*.c. */
#ifndef AET_RECORD_FACTS_PRIVATE_H
#define AET_RECORD_FACTS_PRIVATE_H

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

/* facts.c: a diagnostic on the field; of a document, its path and place are known at once. Of a
 * list, `position` is the part's; otherwise -1. */
struct diag *aet_step_say(struct step *s, const struct rule *rule, long position);

/* The same by its number, with what was written. */
struct diag *aet_step_report(struct step *s, int rule, struct span text, long position);

/* Whether the value is one text or number; otherwise said. */
bool aet_step_single(struct step *s);

/* facts_dates.c: a day or a month; the days of a list, whose numbers stand where a term has its
 * row. */
void aet_step_date(struct step *s);
void aet_step_dates(struct step *s);

#endif
