/* The schema of a sharing activity, with the rules of its terms. */
#include "publics/records.h"

#include "publics/rules.h"

#define RULE(rule) &aet_publics_rule[rule]
#define F(index, name, fr, en, headings, type, table, rule, generated) \
    [index] = { name, { fr, en }, headings, type, table, rule, generated },
static const struct field fields[PUBLICS_FIELDS] = {
#include "kinds/activite.def"
    F(ACT_REGROUPEMENT, "regroupement", "Regroupement", "Group",
      "Regroupement local de partenaires|Nom du regroupement|Nom du RLP|Local partner group",
      TYPE_NAME, NULL, NULL, false)
};

const struct schema aet_publics_schema_activite = { "publics",
                                                    "activite",
                                                    { "Activité de partage", "Sharing activity" },
                                                    fields,
                                                    PUBLICS_FIELDS,
                                                    .noun = { "activité", "activity" },
                                                    .named_by = "id|quoi" };
