/* The rules of reading, as data. */
#include "voice/rule.h"

#define R AET_RULE_ROW
const struct rule aet_rules_ent[] = {
#include "voice/ent.def"
};
#undef R

const struct catalogue aet_catalogue_ent = { aet_rules_ent, ENT_COUNT };

const char *aet_gravity_name(enum gravity g, enum lang lang)
{
    static const struct text names[] = { { "info", "info" },
                                         { "avertissement", "warning" },
                                         { "erreur", "error" } };

    return aet_text(names[g], lang);
}
