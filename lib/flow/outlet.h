/* How records are written: an emitter made of what the options and the sink ask. */
#ifndef AET_FLOW_OUTLET_H
#define AET_FLOW_OUTLET_H

#include "cli/session.h"
#include "flow/work.h"
#include "record/emitter.h"
#include "record/reading.h"

/* Only records are written as records; a report's format is a mistake, and a workbook is none of a
 * terminal's. False: complained. */
bool aet_outlet_format(const struct writing *to, const struct voice *v);

/* Headings are borrowed. */
struct emitter aet_outlet(const struct work *w, const struct session *s, struct headings *headings);

/* A file begins; `first` is the layout of the first one. `sheet`: a sheet was begun. */
void aet_outlet_file(struct emitter *e, const struct work *w, const struct layout *l,
                     const struct layout *first, bool sheet);

#endif
