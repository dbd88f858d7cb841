/* XML by expat, as workbooks and REFI-QDA have it. Names of elements come without their prefix: who
 * writes a file chooses those. Only where the library is built with expat. */
#ifndef AET_IO_XML_H
#define AET_IO_XML_H

#include <stdbool.h>
#include <stdint.h>

#include "base/must.h"
#include "base/span.h"

struct xml;

/* What is told of a document. Attributes are name, value, …, NULL; borrowed. */
struct xml_reader {
    void (*open)(void *to, const char *name, const char **attributes);
    void (*close)(void *to, const char *name);
    void (*text)(void *to, struct span text); /* in pieces; may be NULL */
};

enum xml_state {
    XML_GOES_ON,
    XML_RESTS, /* a handler asked for it */
    XML_BROKEN /* malformed, or a handler refused */
};

/* `plain`: what declares a document type, and with it entities of its own, is broken. */
struct xml *aet_xml_new(const struct xml_reader *reader, void *to, bool plain);

/* Room for the next piece, and parsing it; `last`: nothing comes behind it. */
char *aet_xml_room(struct xml *x, size_t n);
AET_MUST enum xml_state aet_xml_parse(struct xml *x, size_t n, bool last);

/* The same of a piece that stands elsewhere. */
AET_MUST enum xml_state aet_xml_parse_text(struct xml *x, struct span piece, bool last);

/* Go on after a rest. */
AET_MUST enum xml_state aet_xml_go_on(struct xml *x);

/* From a handler: go no further; or rest. */
void aet_xml_refuse(struct xml *x);
void aet_xml_rest(struct xml *x);

/* Where the parser stands, from 1. */
void aet_xml_place(const struct xml *x, uint64_t *line, uint64_t *column);

void aet_xml_free(struct xml *x);

/* The value of an attribute, whatever its prefix; or NULL. */
const char *aet_xml_attribute(const char **attributes, const char *name);

#endif
