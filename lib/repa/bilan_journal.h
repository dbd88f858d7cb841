/* Private to the sections of a journal's summary, divided by what they tell: bilan_soutien.c,
 * bilan_intensite.c, bilan_acteurs.c. Here: the columns and the cells that they share. */
#ifndef AET_REPA_BILAN_JOURNAL_H
#define AET_REPA_BILAN_JOURNAL_H

#include "repa/bilan.h"

/* Columns that stand in several sections. */
#define INTERVENTIONS                                                            \
    {                                                                            \
        "interventions", { "Interventions", "Interventions" }, CELL_COUNT, false \
    }
#define HEURES                                              \
    {                                                       \
        "heures", { "Heures", "Hours" }, CELL_NUMBER, false \
    }
#define PART                                                                      \
    {                                                                             \
        "part_heures", { "Part des heures", "Share of hours" }, CELL_SHARE, false \
    }
#define FONCTION                                                 \
    { "fonction", { "Fonction", "Function" }, CELL_CODE, true }, \
    {                                                            \
        "libelle", { "Fonction", "Function" }, CELL_TEXT, false  \
    }
#define CODED(name, fr, en)                     \
    { name, { fr, en }, CELL_CODE, true },      \
    {                                           \
        "libelle", { fr, en }, CELL_TEXT, false \
    }

enum { AET_HEURE = 60 }; /* minutes */

/* A cell: hours of these minutes. */
void aet_jou_put_hours(struct section *s, int64_t minutes);

/* Two cells, the id and the short label of a row of `t`; NO_ROW: nothing and "(not recorded)". */
void aet_jou_put_row(struct report *r, struct section *s, const struct table *t, int32_t row);

/* The sum of the groups whose coordinate `c` is `value`. */
struct compte aet_jou_sum(const struct compte *x, size_t n, int c, int32_t value);

/* What support was given: bilan_soutien.c. By a table: its rows by coordinate `c` of the groups of
 * `dim`, with their share of all hours when `kind` has a column for it. */
void aet_jou_fonctions(const struct vue *v);
void aet_jou_strategies(const struct vue *v);
void aet_jou_by_table(const struct vue *v, const struct section_kind *kind, const struct table *t,
                      int32_t dim, int c);
void aet_jou_conformite(const struct vue *v);

/* Hours by month and function, as a matrix. */
struct grille {
    int32_t first; /* month */
    size_t months, fonctions;
    struct compte *cells;  /* month × (fonctions + 1), the last one not recorded */
    struct compte *totals; /* by month */
    bool *used;            /* by function */
};

/* Fill the matrix; aet_grille_free frees what it holds. */
void aet_grille_init(struct grille *g, const struct vue *v);
void aet_grille_free(struct grille *g);

/* When it was given: month after month, with the trends, and year after year (bilan_intensite.c).
 */
void aet_jou_intensite(const struct vue *v, const struct grille *g);
void aet_jou_annees(const struct vue *v, const struct grille *g);

/* Who received it, and who gave it (bilan_acteurs.c). */
void aet_jou_acteurs(const struct vue *v);

#endif
