/* The rows that the four tools share, as data. */
#include "voice/rule.h"

#define R AET_RULE_ROW
const struct rule aet_rules_ent[] = {
#include "voice/ent.def"
};
const struct rule aet_rules_opt[] = {
#include "voice/opt.def"
};
const struct rule aet_rules_sys[] = {
#include "voice/sys.def"
};
const struct rule aet_rules_bil[] = {
#include "voice/bil.def"
};
#undef R

const struct catalogue aet_catalogue_ent = { aet_rules_ent, ENT_COUNT };
const struct catalogue aet_catalogue_opt = { aet_rules_opt, OPTION_COUNT };
const struct catalogue aet_catalogue_sys = { aet_rules_sys, SYS_COUNT };
const struct catalogue aet_catalogue_bil = { aet_rules_bil, BIL_COUNT };

struct text aet_gravity_text(enum gravity g)
{
    static const struct text names[] = { { "info", "info" },
                                         { "avertissement", "warning" },
                                         { "erreur", "error" } };

    return names[g];
}

const char *aet_gravity_name(enum gravity g, enum lang lang)
{
    return aet_text(aet_gravity_text(g), lang);
}
