/* What bin/aet-repa.c declares: the verbs and the options of their own. */
#ifndef AET_REPA_VERBS_H
#define AET_REPA_VERBS_H

#include "cli/session.h"
#include "repa/bilan/report.h"

enum {
    REPA_OPT_TYPE = OPT_COMMON,
    REPA_OPT_ETAPES,
    REPA_OPT_UNITE,
    REPA_OPT_CODEUR,
    REPA_OPT_VALEUR,
    REPA_OPT_ECHELLE,
    REPA_OPT_ORDRE,
    REPA_OPT_CATEGORIES,
    REPA_OPT_POIDS,
    REPA_OPT_PAR,
    REPA_OPT_TIRAGE,
    REPA_OPT_MESURE,
    REPA_OPT_INTERVALLE,
    REPA_OPT_GRAINE,
    REPA_OPT_REPLIQUES,
    REPA_OPT_PREVOIR,
    REPA_OPT_SOURCES,
    REPA_OPT_FORME,
    REPA_OPT_FONCTION,
    REPA_OPT_STRATEGIE,
    REPA_OPT_ELEMENT,
    REPA_OPT_PASSAGE,
    REPA_OPT_END
};

/* Options that one verb alone has. */
enum {
    REPA_SCOPE_CODEBOOK = SCOPE_OWN * 2,
    REPA_SCOPE_SEGMENTS = SCOPE_OWN * 4,
    REPA_SCOPE_KINDS = SCOPE_OWN * 8,
    REPA_SCOPE_INDICES = SCOPE_OWN * 16
};

enum status aet_repa_valider(struct session *s);
enum status aet_repa_suggerer(struct session *s);
enum status aet_repa_singularite(struct session *s);
enum status aet_repa_fiche_verb(struct session *s);
enum status aet_repa_bilan(struct session *s);
enum status aet_repa_accord(struct session *s);
enum status aet_repa_conditions(struct session *s);
enum status aet_repa_gabarit(struct session *s);
enum status aet_repa_codebook(struct session *s);
enum status aet_repa_segments(struct session *s);
enum status aet_repa_extraits(struct session *s);
enum status aet_repa_indices(struct session *s);
enum status aet_repa_memos(struct session *s);

extern const struct section_kind *const aet_repa_accord_sections[],
    *const aet_repa_conditions_sections[], *const aet_repa_extraits_sections[];

#endif
