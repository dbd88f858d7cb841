/* What the verbs on journals, segments and trails begin with. */
#ifndef AET_REPA_JOB_H
#define AET_REPA_JOB_H

#include "base/must.h"
#include "flow/twice.h"
#include "repa/check/check.h"
#include "repa/etapes.h"
#include "repa/recommandations/recommandations.h"

/* What such a verb holds while it runs. */
struct job {
    struct repa_knowledge k;
    struct inscriptions journal; /* entries */
    struct codages codages;      /* segments */
    struct parcours parcours;    /* trails */
    struct dossier dossier;      /* recommendations */
    struct twice memos;          /* memos */
    struct etapes etapes;        /* of --etapes */
    struct work w;
};

/* Load the knowledge, and the dated meetings of the file `etapes`, or NULL. False: complained; end
 * all the same. */
AET_MUST bool aet_repa_begin(struct session *s, struct job *t, const char *etapes);
void aet_repa_end(struct job *t);

/* Prepare a run over records of one kind: checked and judged, only errors said. */
void aet_repa_arm(struct job *t, enum repa_kind kind);

#endif
