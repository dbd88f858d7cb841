/* Running a verb over the records of the input: struct work says what is asked (flow/work.h). */
#ifndef AET_FLOW_RECORDS_H
#define AET_FLOW_RECORDS_H

#include "base/must.h"
#include "cli/session.h"
#include "flow/totals.h"
#include "flow/work.h"

/* Run a verb over all input. Opens the outputs and leaves them open: they are kept or lost together
 * at the end of the run (cli/main.c). STATUS_DATA when a record was rejected (or warned of, under
 * --strict). */
AET_MUST enum status aet_run_records(struct session *s, const struct work *w,
                                     struct totals *totals);

/* The same for a verb that writes a report: the inputs are entered into `r`, and what --lecture
 * says of them: what was rejected upstream is STATUS_DATA here too. */
AET_MUST enum status aet_run_summary(struct session *s, const struct work *w, struct totals *totals,
                                     struct report *r);

/* The frame of a verb that writes a report of what its sink counted: read all, let `finish` fill
 * `r`, which was begun (the caller frees it), render it. `finish` gets the sum, and answers false
 * when the report must not be written (complained). */
typedef bool aet_finish(void *sum, struct session *s, struct report *r);
AET_MUST enum status aet_run_report(struct session *s, const struct work *w, struct report *r,
                                    aet_finish *finish);

/* The frame of a verb that writes records. */
AET_MUST enum status aet_run_out(struct session *s, const struct work *w);

/* The sections of --sommaire, of records and of documents; what fills them takes a struct teller.
 */
extern const struct section_kind *const aet_sommaire_sections[];
extern const struct section_kind *const aet_sommaire_documents[];

/* Write what the sink makes of nothing that was read (its `make` gets no facts), where and how the
 * options ask: for a verb that can do without input. The sink derives, or writes text. */
AET_MUST enum status aet_run_made(struct session *s, const struct sink *sink);

/* `valider`: records out with every diagnostic, or with --sommaire the report of what was found.
 * The sink echoes. */
AET_MUST enum status aet_run_valider(struct session *s, struct work *w);

#endif
