/* What each audience is told: key messages of a strategy, so that one sees whether they are the
 * same words (document 002, appropriation, 2). */
#ifndef AET_PUBLICS_MESSAGES_H
#define AET_PUBLICS_MESSAGES_H

#include "base/names.h"
#include "partial/partial.h"
#include "publics/knowledge.h"
#include "report/report.h"

/* A message to an audience, and how many activities bear it. */
struct message {
    int32_t public; /* row of publics */
    uint32_t texte; /* of textes */
    int64_t activites;
};

struct messages {
    struct names textes, paires; /* a pair is an audience and a text */
    struct message *list;        /* by pair */
    size_t cap;
};

void aet_publics_messages_add(struct messages *m, const struct facts *f);
void aet_publics_messages_merge(struct messages *to, const struct messages *from);
/* Its rows in a part; audiences are rows of a table of `publics`. */
void aet_publics_messages_carry(struct messages *m, struct partial *p, size_t publics);
void aet_publics_messages_free(struct messages *m);

#endif
