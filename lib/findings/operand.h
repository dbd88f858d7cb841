/* Reading a measure of a rule; private to the reading of rules. */
#ifndef AET_FINDINGS_OPERAND_H
#define AET_FINDINGS_OPERAND_H

#include "base/must.h"
#include "findings/lex.h"

/* Read a measure with its parentheses and, where `limit`, what it is held to. */
AET_MUST bool aet_finding_operand(struct finding_reader *r, const char *test,
                                  enum finding_shape shape, bool limit, struct finding_operand *o);

/* Read `objet=activites+relations`. Of a measure: a dimension of its list; NULL: one that places
 * units, and `of` is the test. */
AET_MUST bool aet_finding_read_pick(struct finding_reader *r, const struct finding_measure *m,
                                    const char *of, struct finding_pick *to);

#endif
