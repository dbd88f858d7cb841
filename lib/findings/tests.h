/* The list of tests; private to findings. */
#ifndef AET_FINDINGS_TESTS_H
#define AET_FINDINGS_TESTS_H

#include "findings/figure.h"

extern const struct finding_test aet_finding_tests[];
extern const size_t aet_finding_tests_n;

/* Each test, in tests_units.c, tests_sides.c, tests_series.c. */
void aet_finding_part(const struct finding_clause *, const struct finding_run *,
                      struct finding_figure *);
void aet_finding_more(const struct finding_clause *, const struct finding_run *,
                      struct finding_figure *);
void aet_finding_kendall(const struct finding_clause *, const struct finding_run *,
                         struct finding_figure *);
void aet_finding_ratio(const struct finding_clause *, const struct finding_run *,
                       struct finding_figure *);
void aet_finding_gap(const struct finding_clause *, const struct finding_run *,
                     struct finding_figure *);
void aet_finding_cliff(const struct finding_clause *, const struct finding_run *,
                       struct finding_figure *);
void aet_finding_equal_length(const struct finding_clause *, const struct finding_run *,
                              struct finding_figure *);
void aet_finding_fisher(const struct finding_clause *, const struct finding_run *,
                        struct finding_figure *);
void aet_finding_slope(const struct finding_clause *, const struct finding_run *,
                       struct finding_figure *);
void aet_finding_relative(const struct finding_clause *, const struct finding_run *,
                          struct finding_figure *);
void aet_finding_contrast(const struct finding_clause *, const struct finding_run *,
                          struct finding_figure *);
void aet_finding_each(const struct finding_clause *, const struct finding_run *,
                      struct finding_figure *);

#endif
