/* One column among several for a field that holds several values: each is a choice, ticked or not
 * ("Public [Parents]", "Public [Médias]"), as exports of surveys have them. */
#ifndef AET_HEADINGS_CHOICE_H
#define AET_HEADINGS_CHOICE_H

#include "base/buf.h"
#include "headings/schema.h"

/* Whether a field of the type can be made of such columns. */
bool aet_choice_type(enum type type);

/* The parts of "Public [Parents]". False: the heading is not of that form. */
bool aet_choice_parts(struct span heading, struct span *field, struct span *label);

enum choice_answer {
    CHOICE_NO,     /* empty, "non", 0 */
    CHOICE_YES,    /* a tick, "oui", 1, or the label itself */
    CHOICE_OWN,    /* under "Autre": the answer itself */
    CHOICE_UNKNOWN /* none of these */
};

/* What a cell says of the choice. */
enum choice_answer aet_choice_says(struct span label, struct span cell, struct buf *scratch);

#endif
