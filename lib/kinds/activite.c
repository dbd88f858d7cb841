/* The fields of a sharing activity, by themselves. */
#include "kinds/activite.h"

#define RULE(rule) NULL
#define F(index, name, fr, en, headings, type, table, rule, generated) \
    [index] = { name, { fr, en }, headings, type, table, rule, generated },
const struct field aet_kinds_activite[ACT_COUNT] = {
#include "kinds/activite.def"
};
