/* The facts of a field with its names replaced: what hider_facts.c and hider_document.c share. */
#ifndef AET_PRIVACY_HIDER_FACTS_H
#define AET_PRIVACY_HIDER_FACTS_H

#include "privacy/walk.h"
#include "record/facts.h"

/* A walk over facts: texts are made in the arena; both buffers are its own. */
struct facts_walk {
    struct walk walk;
    struct arena *arena;
    bool cells; /* a list stands in one cell: a part of it may hold several names */
    struct buf text, kind;
};

void aet_facts_walk_free(struct facts_walk *w);

/* A text as it may be shown; itself when the walk learns. */
struct span aet_facts_walk_text(struct facts_walk *w, enum role role, struct span text);

/* The role of a field, w->kind being what leads its pseudonyms. */
enum role aet_facts_walk_role(struct facts_walk *w, const struct schema *schema, size_t field);

/* One field in place. What names somebody and is no text (--identites) can no more be read. */
void aet_facts_walk_field(struct facts_walk *w, enum role role, struct facts *f, size_t field);

#endif
