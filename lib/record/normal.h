/* A record in the one form that is read the same without any option: dates in ISO 8601, numbers in
 * plain digits, terms by their label (aet(7), --normaliser). What is so already, what says that
 * there is no value, and what no field claims stay as they are, to the byte. */
#ifndef AET_RECORD_NORMAL_H
#define AET_RECORD_NORMAL_H

#include "record/facts.h"
#include "record/set.h"

/* How coarse a date is written: by its day, or the first of its month, quarter, year. */
enum coarse { COARSE_NONE, COARSE_MOIS, COARSE_TRIMESTRE, COARSE_ANNEE };

struct normal {
    bool whole;                  /* all fields; otherwise only those that are coarse */
    const unsigned char *coarse; /* by field, an enum coarse; NULL: none */
    const struct schema *schema;
    struct matcher **matchers; /* by field; NULL: no field names a table */
    struct headings *headings;
    char delimiter;      /* of the cells that are written; 0: an object is */
    struct arena *arena; /* for what is made: reset by its owner */
};

/* The fields of a record that are to be written otherwise, into `sets` (room for one a field): how
 * many. */
size_t aet_normal(const struct normal *w, const struct record *r, const struct facts *f,
                  struct set *sets);

/* The label of a row, or its id where the label would not lead back to it. */
struct span aet_normal_label(struct matcher *m, int32_t row);

#endif
