/* The sharing activity (activité de partage): the record of aet-publics, and a part of a plan, its
 * communication. */
#ifndef AET_KINDS_ACTIVITE_H
#define AET_KINDS_ACTIVITE_H

#include "headings/schema.h"

#define F(index, ...) index,
enum {
#include "kinds/activite.def"
    ACT_COUNT
};
#undef F

/* The rows of table `etats`, which the code knows by id. */
enum etat { ETAT_PREVU, ETAT_EN_COURS, ETAT_REALISE, ETAT_REPORTE, ETAT_ABANDONNE, ETATS };

/* The fields where no table is at hand: terms are kept as text. */
extern const struct field aet_kinds_activite[ACT_COUNT];

#endif
