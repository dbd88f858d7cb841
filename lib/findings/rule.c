/* Comparisons and the names of verdicts. */
#include "findings/rule.h"

bool aet_finding_holds(double a, enum finding_op op, double b)
{
    switch (op) {
    case FINDING_LT:
        return a < b;
    case FINDING_LE:
        return a <= b;
    case FINDING_GT:
        return a > b;
    default:
        return a >= b;
    }
}

const char *aet_finding_verdict_name(enum finding_verdict v)
{
    static const char *const names[] = { "non_testable", "indetermine", "infirme", "confirme" };

    return names[v];
}

struct text aet_finding_verdict_text(enum finding_verdict v)
{
    static const struct text texts[] = { { "non testable", "not testable" },
                                         { "indéterminé", "undetermined" },
                                         { "infirmé", "not borne out" },
                                         { "confirmé", "confirmed" } };

    return texts[v];
}
