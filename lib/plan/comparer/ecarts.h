/* What is another in one version of plans than in the other. */
#ifndef AET_PLAN_COMPARER_ECARTS_H
#define AET_PLAN_COMPARER_ECARTS_H

#include "plan/comparer/version.h"
#include "report/report.h"

/* An element is there or not; a field of one that both have is a date or a place, or something
 * else; what was left out of one of the two for an error is not compared. */
enum nature { AJOUTE, RETIRE, DEPLACE, MODIFIE, NON_COMPARE, NATURES };

struct ecart {
    enum nature nature;
    const struct partie *partie; /* of what came after, where it is there */
    const char *champ;           /* NULL: the element itself */
    struct text titre;           /* of the field */
    struct span avant, apres;    /* its values in words; "" of an element */
};

/* Find what is the same in both (apparier.h) and say what is not, in the order of what
 * came after, then what is no longer there. What is said lives as long as the versions. */
typedef void aet_ecart(void *of, const struct ecart *x);
void aet_plan_ecarts(struct version *avant, struct version *apres, aet_ecart *say, void *of);

/* Its cells in a report: the first columns of a section, between the begin and the end of a row. */
enum {
    ECART_REGROUPEMENT,
    ECART_ELEMENT,
    ECART_ID,
    ECART_LIBELLE,
    ECART_NATURE,
    ECART_CHAMP,
    ECART_AVANT,
    ECART_APRES,
    ECART_COLUMNS
};
#define AET_PLAN_ECART_COLUMNS                                                                \
    [ECART_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false }, \
    [ECART_ELEMENT] = { "element", { "Élément", "Element" }, CELL_CODE, false },              \
    [ECART_ID] = { "id", { "Id", "Id" }, CELL_TEXT, false },                                  \
    [ECART_LIBELLE] = { "libelle", { "Libellé", "Label" }, CELL_TEXT, false },                \
    [ECART_NATURE] = { "nature", { "Changement", "Change" }, CELL_CODE, false },              \
    [ECART_CHAMP] = { "champ", { "Champ", "Field" }, CELL_CODE, false },                      \
    [ECART_AVANT] = { "avant", { "Avant", "Before" }, CELL_TEXT, false },                     \
    [ECART_APRES] = { "apres", { "Après", "After" }, CELL_TEXT, false }
void aet_plan_ecart_cells(struct section *to, const struct ecart *x);

#endif
