/* The rules of aet-repa, by record kind: on one record, and on those before it. */
#ifndef AET_REPA_CHECK_CHECK_H
#define AET_REPA_CHECK_CHECK_H

#include "base/idset.h"
#include "flow/twice.h"
#include "repa/check/langue.h"

/* The rules on journals, segments and trails, and on answers: the context is a struct
 * repa_knowledge, the state a struct inscriptions, of segments a struct codages, of a trail a
 * struct parcours, of recommendations a struct dossier, of memos a struct twice, of answers a
 * struct twice. */
extern const struct rules aet_repa_rules[KINDS];
extern const struct rules aet_repa_conditions_rules;

/* The mark of a journal is the fingerprint of date, agent, community and function, with what the
 * entry says (inscriptions.c); of a segment, that of narrative, segment, coder and code, with
 * what its code is (langue.h); of an answer, that of organisation and practice. */
void aet_repa_check_journal(const void *context, const struct facts *f, struct diags *d,
                            struct mark *mark);
void aet_repa_check_segments(const void *context, const struct facts *f, struct diags *d,
                             struct mark *mark);
void aet_repa_check_conditions(const void *context, const struct facts *f, struct diags *d,
                               struct mark *mark);

/* The entries of a journal: those that come twice, and lines that leave out whose they are. */
struct inscriptions {
    struct twice twice;
    const struct layout *file; /* whose entries come now */
    uint64_t says;             /* what those before said, of date, agent and community */
};

/* `overlap`: the fingerprint of an entry of which all is known that is compared; otherwise 0. */
void aet_repa_mark_inscription(const struct facts *f, uint64_t overlap, struct mark *mark);
void aet_repa_judge_inscription(void *state, const struct mark *mark, uint64_t place,
                                const struct layout *const *files, struct diags *d);

/* Coded segments: codings that come twice, and the language of the codes. */
struct codages {
    struct twice twice;
    struct langue langue;
};

void aet_repa_judge_segments(void *state, const struct mark *mark, uint64_t place,
                             const struct layout *const *files, struct diags *d);
void aet_repa_end_segments(void *state, struct diags *d, struct ending *to);

/* The validation trail: steps of each narrative, in the order they come. */
struct parcours {
    const struct repa_knowledge *k;
    struct idset recits;  /* fingerprint to 1 + index in traces */
    struct trace *traces; /* in the order they came */
    size_t n, cap;
};
enum { ETAPES_MAX = 8 };
struct trace {
    uint64_t first[ETAPES_MAX];                  /* place of the first step of each rank; 0: none */
    uint64_t last;                               /* of the last step of all */
    int32_t early[ETAPES_MAX], late[ETAPES_MAX]; /* days, 0 when unknown */
};

/* The mark carries the fingerprint of the narrative, rank and day. The state is a struct parcours.
 */
void aet_repa_check_recits(const void *context, const struct facts *f, struct diags *d,
                           struct mark *mark);
void aet_repa_judge_recits(void *state, const struct mark *mark, uint64_t place,
                           const struct layout *const *files, struct diags *d);
void aet_repa_end_recits(void *state, struct diags *d, struct ending *to);
void aet_repa_parcours_free(struct parcours *p);

/* Shared by the files of rules: a diagnostic at a field (-1: the record as a whole). */
struct diag *aet_repa_say(struct diags *d, int rule, const struct schema *schema, int field,
                          long position);

/* Shared by them too: what a record is known by. A field in NFC, behind a line end; what was put
 * together so as a mark, never 0, which frees it. */
void aet_repa_key_add(struct buf *key, const struct facts *f, int field);
uint64_t aet_repa_key_mark(struct buf *key);

#endif
