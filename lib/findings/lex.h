/* Words and signs of a rule; private to the reading of rules. */
#ifndef AET_FINDINGS_LEX_H
#define AET_FINDINGS_LEX_H

#include "base/must.h"
#include "findings/rule.h"

enum finding_sign {
    SIGN_END,
    SIGN_BAD, /* a character that no rule holds */
    SIGN_WORD,
    SIGN_OPEN,
    SIGN_CLOSE,
    SIGN_COMMA,
    SIGN_SEMICOLON,
    SIGN_COLON,
    SIGN_PLUS,
    SIGN_STAR,
    SIGN_EQUALS,
    SIGN_EXCEPT, /* <> */
    SIGN_LT,     /* in the order of enum finding_op */
    SIGN_LE,
    SIGN_GT,
    SIGN_GE
};

/* A rule being read, with the word or sign at hand. */
struct finding_reader {
    const struct finding_domain *domain;
    struct arena *arena;
    struct finding_fault *fault;
    struct span text; /* the word or sign */
    struct span rest; /* the rule after it */
    enum finding_sign sign;
};

/* Go to the next word or sign. */
void aet_finding_next(struct finding_reader *r);

/* Whether the word at hand is this one. */
bool aet_finding_at(const struct finding_reader *r, const char *word);

/* Pass the sign (or the word) that must stand here; a fault otherwise. */
bool aet_finding_pass(struct finding_reader *r, enum finding_sign sign, const char *shown);
bool aet_finding_pass_word(struct finding_reader *r, const char *word);

AET_MUST bool aet_finding_number(struct finding_reader *r, double *to);
AET_MUST bool aet_finding_comparison(struct finding_reader *r, enum finding_op *op, double *limit);

/* Note a fault at the word at hand; always false. Lists end with NULL. */
bool aet_finding_fail(struct finding_reader *r, enum finding_fault_kind kind, const char *of,
                      const char *const *known);

#endif
