/* The sections of `bilan`, in their order, and who fills them. */
#include "repa/bilan_report.h"

#include "repa/attentes.h"

/* Of a journal, then of segments, then of a trail: a report holds those of one of them. */
const struct section_kind *const aet_repa_bilan_sections[] = {
    &aet_kind_jou_base,       &aet_kind_jou_fonctions,  &aet_kind_jou_strategies,
    &aet_kind_jou_mois,       &aet_kind_jou_courbes,    &aet_kind_jou_etapes,
    &aet_kind_jou_paliers,    &aet_kind_jou_annees,     &aet_kind_jou_tendances,
    &aet_kind_jou_postures,   &aet_kind_jou_phases,     &aet_kind_jou_contextes,
    &aet_kind_jou_milieux,    &aet_kind_jou_agents,     &aet_kind_jou_conformite,
    &aet_repa_attentes_kind,  &aet_kind_seg_corpus,     &aet_kind_seg_codes,
    &aet_kind_seg_familles,   &aet_kind_seg_recits,     &aet_kind_seg_codeurs,
    &aet_kind_seg_frequences, &aet_kind_seg_saturation, &aet_kind_seg_cooccurrences,
    &aet_kind_par_validation, &aet_kind_par_parcours,   NULL
};

void aet_bilan_repa_finish(const struct bilan_repa *b, struct report *r, uint64_t rejected)
{
    struct vue v = { .b = b, .r = r, .rejected = rejected };

    v.all = aet_comptes_sorted(&b->comptes, &v.n);
    if (b->kind == KIND_JOURNAL) {
        aet_bilan_journal(&v);
        aet_repa_attentes_report(b->k->attentes, &v);
    } else if (b->kind == KIND_SEGMENTS) {
        aet_bilan_segments(&v);
    } else {
        aet_bilan_parcours(&v);
    }
    aet_free(v.all);
}
