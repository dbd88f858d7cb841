/* From figures to a verdict; private to findings. */
#ifndef AET_FINDINGS_VERDICT_H
#define AET_FINDINGS_VERDICT_H

#include "findings/figure.h"

/* Whether the clause asks for a p that is corrected. */
bool aet_finding_corrected(const struct finding_clause *c);

/* Whether every guard of the clause holds; those that do not are said in the note. */
bool aet_finding_guarded(const struct finding_clause *c, const struct finding_run *r,
                         const struct finding_figure *f, struct buf *note);

/* What one clause comes to, its guards being held. False: its value, its interval or the p that it
 * asks for is missing, and the whole rule is undetermined. */
bool aet_finding_judge(const struct finding_clause *c, const struct finding_figure *f,
                       enum finding_verdict *v);

/* Whether `b` is the weaker of two figures of one test, in what the clause asks of it. */
bool aet_finding_weaker(const struct finding_clause *c, const struct finding_figure *a,
                        const struct finding_figure *b);

#endif
