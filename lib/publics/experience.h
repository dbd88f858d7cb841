/* `suggerer --experience FILE`: what activities already done observed of the outcomes that they
 * aimed at, so that what the matrix offers comes in the order of what it led to. */
#ifndef AET_PUBLICS_EXPERIENCE_H
#define AET_PUBLICS_EXPERIENCE_H

#include "base/idset.h"
#include "base/must.h"
#include "cli/session.h"
#include "publics/retombees.h"

struct experience {
    struct retombees sum;
    struct publics_knowledge *p;
    const char *file;
    struct idset ids;   /* of the activities: each counts once */
    terme_set *aims;    /* room: the outcomes that means are judged by */
    struct arena parts; /* those of `told`, until the next record */
};

/* Read the activities of a file under the rules of `valider`: one error refuses it. False:
 * complained. Free it in any case. */
AET_MUST bool aet_publics_experience_read(struct experience *e, struct session *s,
                                          struct publics_knowledge *p, const char *file);
void aet_publics_experience_free(struct experience *e);

/* Order the labels suggested for an activity, outcomes and means, each by the share of those who
 * aimed at it and observed it (the low end of its interval, so that one success of one is no
 * proof); what nobody tried keeps its place behind, and what never succeeded comes last. Means are
 * judged by the outcomes that the activity names, or by those suggested where it names none.
 * Returns how many of them were tried: `told`, with room for all, gets for each
 * "label (observed/aimed at)", which lives until the next call. */
size_t aet_publics_experience_order(struct experience *e, const struct facts *f,
                                    struct span *retombees, size_t retombees_n,
                                    struct span *comment, size_t comment_n, struct span *told);

#endif
