/* Reading the XML of REFI-QDA by expat. Names come without their namespace, so that files of 1.0
 * with and without the usual slips in it (`…:1:0`, none at all) read alike. Built without expat,
 * reading says so. */
#ifndef AET_REFI_XML_H
#define AET_REFI_XML_H

#include "base/buf.h"
#include "voice/rule.h"
#include "io/markup.h"
#include "cli/session.h"

struct xml_reader {
    /* `attributes`: names and values by turns, ended by NULL; as expat's, borrowed. False: this is
     * not the document that was asked for (said). */
    bool (*open)(void *to, const char *name, const char **attributes);
    void (*close)(void *to, const char *name);
    void (*text)(void *to, struct span text);
};

/* Where the reading stands, for diagnostics. */
struct xml_place {
    const char *file;
    uint64_t line, column;
};

/* Read the whole of `text`; `place` follows. False: complained. */
bool aet_xml_read(struct session *s, struct span text, const struct xml_reader *r, void *to,
                  struct xml_place *place);

/* The value of an attribute, or NULL. */
const char *aet_xml_attribute(const char **attributes, const char *name);

/* A GUID in one form: no braces, lower case. Into out[37]; cut when longer. */
void aet_guid_plain(const char *guid, char out[37]);

/* A diagnostic of REP about a file. `valeur` may be NULL. */
void aet_rep_file(struct session *s, int rule, const struct xml_place *place, const char *valeur,
                  const char *attendu);

/* The whole of the one operand, or of standard input. False: complained. */
bool aet_session_slurp(struct session *s, struct buf *out);

#endif
