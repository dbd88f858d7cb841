/* Memos: what people note while they code, of the whole, a narrative, a code, a passage or a
 * coding; checked and counted. */
#ifndef AET_REPA_MEMOS_MEMOS_H
#define AET_REPA_MEMOS_MEMOS_H

#include "base/names.h"
#include "flow/twice.h"
#include "flow/work.h"
#include "repa/knowledge.h"
#include "report/report.h"

/* Rows of table sujets-memos, in its order. */
enum sujet { SUJET_PROJET, SUJET_SOURCE, SUJET_CODE, SUJET_PASSAGE, SUJET_CODAGE, SUJETS };

/* What a memo is of: as it says, or by what it names. */
enum sujet aet_repa_memo_sujet(const struct facts *f);

/* The mark is the fingerprint of what it says, and of what. */
void aet_repa_check_memos(const void *context, const struct facts *f, struct diags *d,
                          struct mark *mark);
void aet_repa_judge_memos(void *state, const struct mark *mark, uint64_t place,
                          const struct layout *const *files, struct diags *d);

/* What `bilan` counts, and the rows of its list. */
struct memos {
    const struct repa_knowledge *k;
    int64_t n, sujets[SUJETS], dated;
    int64_t *par_code; /* by row of codes */
    struct names recits, auteurs;
    int64_t *par_recit, *par_auteur;
    size_t recits_cap, auteurs_cap;
    struct report kept;
};

void aet_repa_memos_init(struct memos *m, const struct repa_knowledge *k);
void aet_repa_memos_add(void *sum, const struct facts *f); /* struct sum.add */
void aet_repa_memos_free(struct memos *m);

/* The sections; what fills them takes a struct memos. */
extern const struct section_kind aet_repa_kind_resume_memos, aet_repa_kind_mem_base,
    aet_repa_kind_mem_sujets, aet_repa_kind_mem_codes, aet_repa_kind_mem_recits,
    aet_repa_kind_mem_auteurs, aet_repa_kind_mem_memos;
extern const struct section_kind *const aet_repa_memos_sections[];

#endif
