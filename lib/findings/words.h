/* Figures and notes in words; private to findings. Each appends to the words, or to the note, of
 * its figure; a domain that says no words for units gets none. */
#ifndef AET_FINDINGS_WORDS_H
#define AET_FINDINGS_WORDS_H

#include "findings/figure.h"

void aet_finding_say(struct buf *out, enum lang lang, const char *fr, const char *en);
void aet_finding_say_count(struct buf *out, enum lang lang, uint64_t n);
void aet_finding_say_number(struct buf *out, enum lang lang, double v);
void aet_finding_say_share(struct buf *out, enum lang lang, double share);

/* "p = 0,012", or "p < 0,001"; `name` is p, or what else it is called. */
void aet_finding_say_p(struct buf *out, enum lang lang, const char *name, double p);

/* ", n = 12". */
void aet_finding_say_n(struct buf *out, enum lang lang, uint64_t n);

/* " ; " where something stands before. */
void aet_finding_say_next(struct buf *note);

/* The label of a row of a dimension, in the language of the run. */
struct span aet_finding_row_label(const struct finding_run *r, int dimension, size_t row);

/* The words of each test. */
void aet_finding_say_part(const struct finding_run *r, const struct finding_measure *of,
                          struct finding_figure *f);
void aet_finding_say_more(const struct finding_run *r, struct finding_figure *f,
                          const struct finding_operand *a, const struct finding_operand *b);
void aet_finding_say_kendall(const struct finding_run *r, struct finding_figure *f,
                             const struct finding_operand *b);
void aet_finding_say_ratio(const struct finding_run *r, struct finding_figure *f,
                           const struct finding_operand *a);
void aet_finding_say_gap(const struct finding_run *r, struct finding_figure *f);
void aet_finding_say_cliff(const struct finding_run *r, struct finding_figure *f,
                           const struct finding_pick sides[2], const uint64_t n[2]);
void aet_finding_say_equal_length(const struct finding_run *r, struct finding_figure *f,
                                  const struct finding_operand *a, const uint64_t n[2]);
void aet_finding_say_fisher(const struct finding_run *r, struct finding_figure *f,
                            const struct finding_pick sides[2], const uint64_t with[2],
                            const uint64_t n[2]);

/* Notes: units without a measure (so few of them that they may not be told hide the figure, whose n
 * tells them too); units in counts; a group and its share; a median of zero. */
void aet_finding_say_left_out(const struct finding_run *r, struct finding_figure *f,
                              const struct finding_measure *m, uint64_t n);
void aet_finding_say_counts(const struct finding_run *r, struct finding_figure *f, uint64_t with,
                            uint64_t n);
void aet_finding_say_group(const struct finding_run *r, struct finding_figure *f, struct span label,
                           double share);
void aet_finding_say_zero(const struct finding_run *r, struct finding_figure *f);

#endif
