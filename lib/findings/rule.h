/* A rule of the column `regle`, once read: tests of measures, what is asked of their figures,
 * guards. share/tables/README says the language whole. */
#ifndef AET_FINDINGS_RULE_H
#define AET_FINDINGS_RULE_H

#include "findings/domain.h"

enum { FINDING_CLAUSES = 4, FINDING_CONDITIONS = 8, FINDING_LIMITS = 2 };

enum finding_op { FINDING_LT, FINDING_LE, FINDING_GT, FINDING_GE };

/* What is said of a finding. */
enum finding_verdict {
    FINDING_NON_TESTABLE,
    FINDING_UNDETERMINED,
    FINDING_REFUTED,
    FINDING_CONFIRMED
};

/* "confirme": as reports write a verdict. */
const char *aet_finding_verdict_name(enum finding_verdict v);
struct text aet_finding_verdict_text(enum finding_verdict v); /* as people read it */

bool aet_finding_holds(double a, enum finding_op op, double b);

/* A measure, and the limit it is held to where there is one. */
struct finding_operand {
    const struct finding_measure *measure;
    struct finding_request request;
    bool limited;
    enum finding_op op;
    double limit;
};

/* What a condition looks at. Guards of the domain come after FIGURE_GUARD. */
enum finding_figure_name {
    FIGURE_VALUE,
    FIGURE_INTERVAL, /* whole */
    FIGURE_LOW,
    FIGURE_HIGH,
    FIGURE_PART, /* each part of the first side */
    FIGURE_P,
    FIGURE_P_HOLM, /* the largest of a rule, corrected over all that ask for it */
    FIGURE_GUARD
};

struct finding_condition {
    int figure;     /* enum finding_figure_name, or FIGURE_GUARD + index of a guard */
    bool to_refute; /* asked only where the finding would be refuted */
    enum finding_op op;
    double limit;
};

struct finding_clause {
    const struct finding_test *test;
    struct finding_operand a, b; /* b: after the word that links them */
    struct finding_pick sides[2];
    int by;
    struct finding_operand among[FINDING_LIMITS];  /* of units */
    struct finding_condition size[FINDING_LIMITS]; /* of points and groups: figure is an index */
    size_t among_n, size_n;
    struct finding_condition conditions[FINDING_CONDITIONS];
    size_t conditions_n;
};

struct finding_rule {
    bool testable;
    struct finding_clause clauses[FINDING_CLAUSES];
    size_t n;
    double confidence;
};

/* Why a rule cannot be read. */
enum finding_fault_kind {
#define FINDING_FAULT(name, fr, en) FINDING_FAULT_##name,
#include "findings/faults.def"
#undef FINDING_FAULT
    FINDING_FAULTS
};

struct finding_fault {
    enum finding_fault_kind kind;
    struct span at;           /* the word, within the rule */
    struct span of;           /* the word that it does not go with */
    const char *const *known; /* what might stand there; of the arena */
    size_t known_n;
};

#endif
