/* The catalogue of rules: one row per rule holds all that is ever said of it. Help, man pages,
 * `regles` and diagnostics print from here and nowhere else. Rows live in one .def file per prefix
 * (ent.def beside this file, the others in their domain's folder). */
#ifndef AET_VOICE_RULE_H
#define AET_VOICE_RULE_H

#include <stddef.h>

#include "base/text.h"

enum gravity { INFO, AVERTISSEMENT, ERREUR };

struct rule {
    const char *code; /* never used again once given */
    enum gravity gravity;
    struct text message;     /* with placeholders: {valeur} */
    struct text explanation; /* why, and what to do */
    struct text source;      /* document and section, or "bonne pratique" */
};

struct catalogue {
    const struct rule *rules;
    size_t n;
};

/* A row of a .def file: R(NAME, code, gravity, message fr, en, explanation fr, en, source fr, en);
 * the source is often one macro that stands for both of its texts. */
#define AET_RULE_ENUM(name, code, gravity, fr, en, xfr, xen, ...) name,
#define AET_RULE_ROW(name, code, gravity, fr, en, xfr, xen, ...) \
    { code, gravity, { fr, en }, { xfr, xen }, { __VA_ARGS__ } },

/* The rules of reading, shared by the four tools. */
#define R AET_RULE_ENUM
enum {
#include "voice/ent.def"
    ENT_COUNT
};
#undef R

extern const struct rule aet_rules_ent[];
extern const struct catalogue aet_catalogue_ent;

/* `erreur`, `avertissement`, `info`; in English `error`, `warning`, `info`. */
const char *aet_gravity_name(enum gravity g, enum lang lang);

#endif
