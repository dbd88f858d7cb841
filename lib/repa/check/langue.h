/* Whether coded segments speak the language of the document. Its codes have aliases ("Tools"),
 * which a code of one's own may be by chance: they are trusted only where the other codes are known
 * too.
 */
#ifndef AET_REPA_CHECK_LANGUE_H
#define AET_REPA_CHECK_LANGUE_H

#include "base/idset.h"
#include "flow/work.h"
#include "repa/knowledge.h"

struct langue {
    const struct repa_knowledge *k; /* NULL: the codes are one's own, and nothing is to be said */
    bool *named, *alias;            /* by row of its codes: met by its id or label, by an alias */
    size_t named_n, alias_n;
    struct idset foreign; /* codes that are none, by a hash of what was written */
    size_t foreign_n;
    uint64_t first, first_alias; /* places of the first one, and of one known by an alias */
};

void aet_repa_langue_init(struct langue *l, const struct repa_knowledge *k);
void aet_repa_langue_free(struct langue *l);

/* What a mark says of the code of a segment, in `more`. */
void aet_repa_langue_mark(struct mark *mark, const struct fact *code);

/* Whether the mark is that of a segment whose code is none. */
bool aet_repa_langue_is_foreign(const struct mark *mark);

void aet_repa_langue_note(struct langue *l, const struct mark *mark, uint64_t place);

/* The last word, once all was read. */
void aet_repa_langue_end(const struct langue *l, struct diags *d, struct ending *to);

#endif
