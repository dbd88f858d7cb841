/* What bin/aet-publics.c declares: the verbs and the options of their own. */
#ifndef AET_PUBLICS_VERBS_H
#define AET_PUBLICS_VERBS_H

#include "cli/session.h"

enum {
    PUBLICS_OPT_MAX = OPT_COMMON,
    PUBLICS_OPT_PUBLIC,
    PUBLICS_OPT_POURQUOI,
    PUBLICS_OPT_RETOMBEE,
    PUBLICS_OPT_COMMENT,
    PUBLICS_OPT_EXEMPLE,
    PUBLICS_OPT_BUT,
    PUBLICS_OPT_EXPERIENCE,
    PUBLICS_OPT_END
};

enum { PUBLICS_SCOPE_SUGGERER = SCOPE_OWN };

enum status aet_publics_valider(struct session *s);
enum status aet_publics_suggerer(struct session *s);
enum status aet_publics_singularite(struct session *s);
enum status aet_publics_bilan(struct session *s);
enum status aet_publics_retombees(struct session *s);

#endif
