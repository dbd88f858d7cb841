/* What people write around the words of a heading: a number before it, a question, an article, what
 * to do between parentheses, a unit. A heading is looked at in parts ("Quoi ? (décrire
 * brièvement)"), each of which says the field, or says nothing.
 *
 * All of it works on folded text (base/fold.h). */
#ifndef AET_HEADINGS_WORDING_H
#define AET_HEADINGS_WORDING_H

#include "base/buf.h"
#include "headings/schema.h"

struct wording {
    struct span rest; /* of the folded heading */
};

struct wording_part {
    struct span text;
    bool aside; /* it stood between parentheses */
};

/* Begin with a folded heading: the number before it is passed over, or the code of a question. */
struct wording aet_wording(struct span folded);

/* The next part; false at the end. Parts without a letter or digit are passed over, but for what
 * stands between parentheses. */
bool aet_wording_next(struct wording *w, struct wording_part *part);

/* Append the words of a part that carry its meaning, a space between two: "quel est le titre de
 * votre activite" gives "titre activite". */
void aet_wording_key(struct span part, struct buf *out);

/* Append such a key with each of its words in the singular. */
void aet_wording_singular(struct span key, struct buf *out);

/* Whether a part says how to answer ("cochez toutes les réponses"), or is a number ("Q3"). */
bool aet_wording_is_instruction(struct span part);
bool aet_wording_is_number(struct span part);

#endif
