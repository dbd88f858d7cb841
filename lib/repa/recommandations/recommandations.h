/* Recommendations: where each comes from and what it rests on, checked and counted. The document
 * tells three provenances (Méthodologie, step 5); of each, what it cannot be without: the
 * narratives that a session validated, the words of interviews, findings across them. */
#ifndef AET_REPA_RECOMMANDATIONS_RECOMMANDATIONS_H
#define AET_REPA_RECOMMANDATIONS_RECOMMANDATIONS_H

#include "base/names.h"
#include "flow/twice.h"
#include "flow/work.h"
#include "repa/knowledge.h"
#include "report/report.h"

/* A recommendation that details another: known once all are read. */
struct sous_point {
    uint64_t parent, place;
};

/* struct rules.state. The mark carries the fingerprints of the id and of the parent. */
struct dossier {
    struct twice twice;
    struct sous_point *points;
    size_t n, cap;
};

void aet_repa_check_recommandations(const void *context, const struct facts *f, struct diags *d,
                                    struct mark *mark);
void aet_repa_judge_recommandations(void *state, const struct mark *mark, uint64_t place,
                                    const struct layout *const *files, struct diags *d);
void aet_repa_end_recommandations(void *state, struct diags *d, struct ending *to);
void aet_repa_dossier_free(struct dossier *d);

/* What one rests on. Text of the arena. */
struct recommandation {
    uint32_t id, parent; /* of names; AET_NO_NAME: none */
    bool *provenances;   /* by row of the table */
    struct span enonce, constat, recits, paroles;
    int64_t passages;
};

/* What `bilan` counts. */
struct recommandations {
    const struct repa_knowledge *k;
    struct recommandation *list;
    size_t n, cap;
    struct names ids, recits, paroles;
    int64_t *par_recit; /* recommendations, by narrative */
    size_t recits_cap;
    struct arena arena;
};

void aet_repa_recommandations_init(struct recommandations *r, const struct repa_knowledge *k);
void aet_repa_recommandations_add(void *sum, const struct facts *f); /* struct sum.add */
void aet_repa_recommandations_free(struct recommandations *r);

/* The sections; what fills them takes a struct recommandations. */
extern const struct section_kind aet_repa_kind_resume_recommandations, aet_repa_kind_rcm_base,
    aet_repa_kind_rcm_provenances, aet_repa_kind_rcm_recommandations, aet_repa_kind_rcm_recits;
extern const struct section_kind *const aet_repa_recommandations_sections[];

#endif
