/* Reading the XML of REFI-QDA by expat. Names come without their namespace, so that files of 1.0
 * with and without the usual slips in it (`…:1:0`, none at all) read alike. Built without expat,
 * reading says so. */
#ifndef AET_REFI_XML_H
#define AET_REFI_XML_H

#include <stdbool.h>

#include "base/must.h"
#include "base/span.h"
#include "io/xml.h"
#include "refi/refi.h"

struct refi_reader {
    /* `attributes`: names and values by turns, ended by NULL; borrowed. False: this is
     * not the document that was asked for (said). */
    bool (*open)(void *to, const char *name, const char **attributes);
    void (*close)(void *to, const char *name);
    void (*text)(void *to, struct span text);
};

/* Read the whole of `text`; `place` follows. False: complained. */
AET_MUST bool aet_refi_xml_read(const struct refi *q, struct span text, const struct refi_reader *r,
                                void *to, struct refi_place *place);

#endif
