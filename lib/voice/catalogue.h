/* The catalogue of a folder, of the rows of a .def file (voice/rule.h). rules.h of the folder says
 *     #define CATALOGUE aet_repa              what its symbols begin with
 *     #define CATALOGUE_DEF "repa/rep.def"
 * and includes this file, which has no guard: the names of the rows are declared, and with them
 * aet_repa_rule[] and aet_repa_catalogue. They are defined by rules.c of the folder, which says
 * CATALOGUE_HERE before it includes its rules.h. */
#include "voice/rule.h"

#define CATALOGUE_PASTE(a, b) a##b
#define CATALOGUE_NAME(prefix, name) CATALOGUE_PASTE(prefix, name)

#define R AET_RULE_ENUM
enum {
#include CATALOGUE_DEF
};
#undef R

extern const struct rule CATALOGUE_NAME(CATALOGUE, _rule)[];
extern const struct catalogue CATALOGUE_NAME(CATALOGUE, _catalogue);

#ifdef CATALOGUE_HERE
#define R AET_RULE_ROW
const struct rule CATALOGUE_NAME(CATALOGUE, _rule)[] = {
#include CATALOGUE_DEF
};
#undef R
const struct catalogue CATALOGUE_NAME(CATALOGUE, _catalogue) = {
    CATALOGUE_NAME(CATALOGUE, _rule),
    sizeof CATALOGUE_NAME(CATALOGUE, _rule) / sizeof *CATALOGUE_NAME(CATALOGUE, _rule)
};
#endif

#undef CATALOGUE_NAME
#undef CATALOGUE_PASTE
#undef CATALOGUE_DEF
#undef CATALOGUE
