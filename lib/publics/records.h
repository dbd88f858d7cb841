/* The record of aet-publics: one sharing activity, its terms judged by the tables. */
#ifndef AET_PUBLICS_RECORDS_H
#define AET_PUBLICS_RECORDS_H

#include "kinds/activite.h"

extern const struct schema aet_publics_schema_activite;

#endif
