/* The judge: records beside those before them, in the order of the input, by their marks alone. */
#ifndef AET_FLOW_JUDGE_H
#define AET_FLOW_JUDGE_H

#include "flow/worker.h"
#include "record/columns.h"

struct judge {
    struct arena arena;
    struct diags said;      /* of the lot */
    struct diags totals;    /* the same of totals: said by every verb */
    struct columns columns; /* how their dates are written */
    struct sums sums;       /* what the columns of the file add up to */
    size_t run;             /* cells of the narrow rows in a row, as if they were one */
    bool near;              /* since the last record there was a line that is none */
    bool second;            /* another table began in the file: nothing more of it is read */
    struct marks marks;     /* of the whole run, if they are kept */
    bool keeps;
    bool stopped; /* what was read cannot be trusted: nothing more is to be read */
};

void aet_judge_init(struct judge *j, enum gravity least);
void aet_judge_free(struct judge *j);

/* A file begins, of which the reader knows already. */
void aet_judge_file(struct judge *j, struct reader *r);

/* Judge what the worker holds, of the file with this index. Once j->stopped is set the records that
 * follow are left out of everything. */
void aet_judge_lot(struct judge *j, struct worker *w, const struct layout *const *files,
                   size_t file);

#endif
