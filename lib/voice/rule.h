/* The catalogue: one row holds all that is ever said of one thing, of a record as of an option or
 * of the run. Help, man pages, `regles`, diagnostics and complaints print from here and nowhere
 * else. Rows live in one .def file per prefix: beside this file those of reading (ENT), of options
 * and usage (OPT), of files and the system (SYS), of the run as a whole (BIL); the others in the
 * folder whose words they are. Words that stand within messages are in phrase.def. */
#ifndef AET_VOICE_RULE_H
#define AET_VOICE_RULE_H

#include <stddef.h>

#include "base/text.h"

enum gravity { INFO, AVERTISSEMENT, ERREUR };

struct rule {
    const char *code; /* never used again once given */
    enum gravity gravity;
    struct text message;     /* with placeholders: {valeur}, {nombre|mention|mentions} */
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

/* Sources that are no document. */
#define SRC_BP "bonne pratique", "good practice"
#define SRC_CONV "convention d’aet", "convention of aet"

/* The rows that the four tools share. */
#define R AET_RULE_ENUM
enum {
#include "voice/ent.def"
    ENT_COUNT
};
enum {
#include "voice/opt.def"
    OPTION_COUNT
};
enum {
#include "voice/sys.def"
    SYS_COUNT
};
enum {
#include "voice/bil.def"
    BIL_COUNT
};
#undef R

extern const struct rule aet_rules_ent[], aet_rules_opt[], aet_rules_sys[], aet_rules_bil[];
extern const struct catalogue aet_catalogue_ent, aet_catalogue_opt, aet_catalogue_sys,
    aet_catalogue_bil;

/* What a gravity is called; in French it is also its code. */
struct text aet_gravity_text(enum gravity g);

/* `erreur`, `avertissement`, `info`; in English `error`, `warning`, `info`. */
const char *aet_gravity_name(enum gravity g, enum lang lang);

#endif
