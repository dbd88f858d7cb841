/* Private to the sections of a journal's summary, divided by what they tell: soutien.c,
 * intensite.c, acteurs.c. Here: the columns and the cells that they share. */
#ifndef AET_REPA_BILAN_JOURNAL_H
#define AET_REPA_BILAN_JOURNAL_H

#include "repa/bilan/bilan.h"

/* Columns that stand in several sections; P is what the enumerators of the section begin with. */
#define INTERVENTIONS(P)                                                         \
    [P##_INTERVENTIONS] = {                                                      \
        "interventions", { "Interventions", "Interventions" }, CELL_COUNT, false \
    }
#define HEURES(P) [P##_HEURES] = { "heures", { "Heures", "Hours" }, CELL_NUMBER, false }
#define PART(P)                                                                   \
    [P##_PART_HEURES] = {                                                         \
        "part_heures", { "Part des heures", "Share of hours" }, CELL_SHARE, false \
    }
#define FONCTION(P)                                                               \
    [P##_FONCTION] = { "fonction", { "Fonction", "Function" }, CELL_CODE, true }, \
    [P##_LIBELLE] = { "libelle", { "Fonction", "Function" }, CELL_TEXT, false }
#define CODED(P, name, fr, en)                        \
    [P##_ID] = { name, { fr, en }, CELL_CODE, true }, \
    [P##_LIBELLE] = { "libelle", { fr, en }, CELL_TEXT, false }

enum { AET_HEURE = 60 }; /* minutes */

/* A cell: hours of these minutes. */
void aet_repa_jou_put_hours(struct section *s, int column, int64_t minutes);

/* The same of parts of minutes. */
void aet_repa_jou_put_parts(struct section *s, int column, int64_t parts);

/* Two cells from `column` on, the id and the short label of a row of `t`; NO_ROW: nothing and "(not
 * recorded)". */
void aet_repa_jou_put_row(struct section *s, int column, const struct table *t, int32_t row);

/* The sum of the groups whose coordinate `c` is `value`. */
struct compte aet_repa_jou_sum(const struct compte *x, size_t n, int c, int32_t value);

/* Hours by month and function, as a matrix. */
struct grille {
    int32_t first; /* month */
    size_t months, fonctions;
    struct lot_repa *cells;  /* month × (fonctions + 1), the last one not recorded */
    struct lot_repa *totals; /* by month: an intervention counts once */
    bool *used;              /* by function */
};

/* Fill the matrix; aet_repa_grille_free frees what it holds. */
void aet_repa_grille_init(struct grille *g, const struct summed *v);
void aet_repa_grille_free(struct grille *g);

/* What fills the sections of a journal takes one of these. */
struct journal {
    const struct summed *v;
    struct grille grille;
};

#endif
