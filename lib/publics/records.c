/* The schema of a sharing activity, with the rules of its terms. */
#include "publics/records.h"

#include "publics/rules.h"

#define RULE(rule) &aet_publics_rule[rule]
#define F(index, name, fr, en, headings, type, table, rule, generated) \
    [index] = { name, { fr, en }, headings, type, table, rule, generated },
static const struct field fields[ACT_COUNT] = {
#include "kinds/activite.def"
};

const struct schema aet_publics_schema_activite = { "publics",
                                                    "activite",
                                                    { "Activité de partage", "Sharing activity" },
                                                    fields,
                                                    ACT_COUNT,
                                                    .noun = { "activité", "activity" },
                                                    .named_by = "id|quoi" };
