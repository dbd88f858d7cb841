/* Private to the sections of bilan and constats: what they share. */
#ifndef AET_PERENNITE_BILAN_REPORT_H
#define AET_PERENNITE_BILAN_REPORT_H

#include "perennite/totaux.h"

#define N(columns) (sizeof(columns) / sizeof *(columns))

enum { BILAN_PETIT = 5 }; /* under so many, figures are to be read with caution */

/* A note in the report's language; one that leads with a number, left out when it is 0. */
void aet_bilan_note(struct report *r, struct section *s, const char *fr, const char *en);
void aet_bilan_note_count(struct report *r, struct section *s, uint64_t n, const char *fr,
                          const char *en);

/* Two cells: the id and the label of a row. */
void aet_bilan_put_term(struct report *r, struct section *s, const struct table *t, size_t row);

/* Objects, strategies and sub-strategies with the share of groups that have them; means. */
void aet_parts_report(const struct somme *b, const struct totaux *t, const struct base *base,
                      struct report *r);
void aet_moyens_report(const struct somme *b, const struct totaux *t, struct report *r);
extern const struct section_kind aet_objets_kind, aet_strategies_kind, aet_sous_kind,
    aet_moyens_kind;

/* Strategies by objects. */
void aet_croisement_report(const struct somme *b, const struct totaux *t, struct report *r);
extern const struct section_kind aet_croisement_kind;

#endif
