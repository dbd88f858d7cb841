/* The sections of bilan: of a journal, of segments, of a trail, of recommendations, of memos. A
 * report holds those of one of them.
 */
#include "repa/bilan/report.h"

#include "repa/bilan/journal.h"
#include "repa/bilan/lecture.h"
#include "repa/memos/memos.h"
#include "repa/recommandations/recommandations.h"
#include "repa/resume.h"

#define JOURNAL                                                                                    \
    &aet_repa_kind_resume_journal, &aet_repa_kind_jou_base, &aet_repa_kind_jou_fonctions,          \
        &aet_repa_kind_jou_strategies, &aet_repa_kind_jou_mois, &aet_repa_kind_jou_courbes,        \
        &aet_repa_kind_jou_tendances, &aet_repa_kind_jou_attentes, &aet_repa_kind_jou_etapes,      \
        &aet_repa_kind_jou_paliers, &aet_repa_kind_jou_annees, &aet_repa_kind_jou_postures,        \
        &aet_repa_kind_jou_postures_paliers, &aet_repa_kind_jou_aupres, &aet_repa_kind_jou_phases, \
        &aet_repa_kind_jou_contextes, &aet_repa_kind_jou_milieux, &aet_repa_kind_jou_agents,       \
        &aet_repa_kind_jou_conformite
#define SEGMENTS                                                                                \
    &aet_repa_kind_resume_segments, &aet_repa_kind_seg_corpus, &aet_repa_kind_seg_codes,        \
        &aet_repa_kind_seg_familles, &aet_repa_kind_seg_recits, &aet_repa_kind_seg_codeurs,     \
        &aet_repa_kind_seg_frequences, &aet_repa_kind_seg_saturation, &aet_repa_kind_seg_regle, \
        &aet_repa_kind_seg_cooccurrences
#define PARCOURS \
    &aet_repa_kind_resume_parcours, &aet_repa_kind_par_validation, &aet_repa_kind_par_parcours
#define RECOMMANDATIONS                                                     \
    &aet_repa_kind_resume_recommandations, &aet_repa_kind_rcm_base,         \
        &aet_repa_kind_rcm_provenances, &aet_repa_kind_rcm_recommandations, \
        &aet_repa_kind_rcm_recits

#define MEMOS                                                                            \
    &aet_repa_kind_resume_memos, &aet_repa_kind_mem_base, &aet_repa_kind_mem_sujets,     \
        &aet_repa_kind_mem_codes, &aet_repa_kind_mem_recits, &aet_repa_kind_mem_auteurs, \
        &aet_repa_kind_mem_memos

static const struct section_kind *const of_journal[] = { JOURNAL, NULL };
static const struct section_kind *const of_segments[] = { SEGMENTS, NULL };
static const struct section_kind *const of_parcours[] = { PARCOURS, NULL };
const struct section_kind *const aet_repa_bilan_sections[] = { JOURNAL,         SEGMENTS, PARCOURS,
                                                               RECOMMANDATIONS, MEMOS,    NULL };

static void journal(const struct summed *v)
{
    struct journal j = { .v = v };

    aet_repa_grille_init(&j.grille, v);
    aet_report_fill(v->r, of_journal, &j);
    aet_repa_grille_free(&j.grille);
}

static void segments(const struct summed *v)
{
    struct lecture l;

    aet_repa_lecture_init(&l, v);
    aet_report_fill(v->r, of_segments, &l);
    aet_repa_lecture_free(&l);
}

void aet_repa_bilan_finish(const struct bilan_repa *b, struct report *r)
{
    struct summed v = { .b = b, .r = r };

    v.all = aet_repa_comptes_sorted(&b->comptes, &v.n);
    v.partage = aet_repa_partage(&b->ensembles);
    if (b->kind == KIND_JOURNAL)
        journal(&v);
    else if (b->kind == KIND_SEGMENTS)
        segments(&v);
    else
        aet_report_fill(r, of_parcours, &v);
    aet_repa_partage_free(&v.partage);
    aet_free(v.all);
}
