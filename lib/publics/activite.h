/* The record of aet-publics: one sharing activity, its terms judged by the tables. */
#ifndef AET_PUBLICS_ACTIVITE_H
#define AET_PUBLICS_ACTIVITE_H

#include "kinds/activite.h"

extern const struct schema aet_activite;

#endif
