/* The record of aet-publics: one sharing activity, its terms judged by the tables. */
#ifndef AET_PUBLICS_RECORDS_H
#define AET_PUBLICS_RECORDS_H

#include "kinds/activite.h"

/* A field that an activity has here alone: in a plan it is the group’s already. */
enum { ACT_REGROUPEMENT = ACT_COUNT, PUBLICS_FIELDS };

extern const struct schema aet_publics_schema_activite;

#endif
