/* Findings: the rows of a table, each with a rule, tested on data. The domain brings the measures
 * (domain.h), the table the rules (rule.h); here are the tests, the guards, the verdicts. */
#ifndef AET_FINDINGS_FINDINGS_H
#define AET_FINDINGS_FINDINGS_H

#include "base/must.h"
#include "base/buf.h"
#include "findings/rule.h"
#include "stats/value.h"
#include "voice/voice.h"

/* The rules of a table, in the order of its rows. */
struct findings {
    const struct table *table;
    struct finding_domain domain;
    struct finding_rule *rules;
    struct arena arena;
};

/* Read column `regle` of every row. False: every row that cannot be read was complained of, by
 * table, row and column. What the domain points to must outlive the findings; free them in any
 * case. */
AET_MUST bool aet_findings_read(struct findings *f, const struct table *t,
                                const struct finding_domain *d, const struct voice *v);
void aet_findings_free(struct findings *f);

struct finding {
    enum finding_verdict verdict;
    struct stat_value value, p; /* the figure that decides; p corrected where the rule asks so */
    struct stat_interval ci;
    uint64_t n;
    bool hidden;      /* a count behind the figures is one that is not shown */
    struct buf words; /* the figures in words; empty where the domain says none */
    struct buf note;  /* guards that do not hold, what was left out */
};

/* Test all rules: an array of table->rows findings, given back by aet_findings_results_free. */
struct finding *aet_findings_test(const struct findings *f, const struct finding_run *r);
void aet_findings_results_free(const struct findings *f, struct finding *results);

/* A column of the table that has an English one beside it (`decision`, `decision_en`): that of the
 * language, or the French one where it is empty. */
struct span aet_findings_text(const struct findings *f, size_t row, const char *fr, const char *en,
                              enum lang lang);

#endif
