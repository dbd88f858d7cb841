/* Expat, and what stands around it. */
#include "io/xml.h"

#include <string.h>

#include "base/alloc.h"

static const char *bare(const char *name)
{
    const char *colon = strrchr(name, ':');

    return colon ? colon + 1 : name;
}

const char *aet_xml_attribute(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (strcmp(bare(attributes[0]), name) == 0)
            return attributes[1];
    return NULL;
}

#ifdef AET_EXPAT

#include <expat.h>

/* Memory refused is said as such, never as malformed text: expat asks where everybody asks. */
static const XML_Memory_Handling_Suite ours = { aet_malloc, aet_realloc, aet_free };

struct xml {
    const struct xml_reader *reader;
    void *to;
    XML_Parser parser;
};

static void on_open(void *data, const XML_Char *name, const XML_Char **attributes)
{
    struct xml *x = data;

    x->reader->open(x->to, bare(name), attributes);
}

static void on_close(void *data, const XML_Char *name)
{
    struct xml *x = data;

    x->reader->close(x->to, bare(name));
}

static void on_text(void *data, const XML_Char *text, int n)
{
    struct xml *x = data;

    x->reader->text(x->to, aet_span(text, (size_t)n));
}

static void on_doctype(void *data, const XML_Char *name, const XML_Char *system,
                       const XML_Char *public, int internal)
{
    (void)name;
    (void)system;
    (void)public;
    (void)internal;
    aet_xml_refuse(data);
}

struct xml *aet_xml_new(const struct xml_reader *reader, void *to, bool plain)
{
    struct xml *x = aet_calloc(1, sizeof *x);

    *x = (struct xml){ reader, to, XML_ParserCreate_MM(NULL, &ours, NULL) };
    if (!x->parser)
        aet_alloc_refused();
    XML_SetUserData(x->parser, x);
    XML_SetElementHandler(x->parser, on_open, on_close);
    XML_SetCharacterDataHandler(x->parser, reader->text ? on_text : NULL);
    XML_SetStartDoctypeDeclHandler(x->parser, plain ? on_doctype : NULL);
    return x;
}

char *aet_xml_room(struct xml *x, size_t n)
{
    void *room = XML_GetBuffer(x->parser, (int)n);

    if (!room)
        aet_alloc_refused();
    return room;
}

static enum xml_state state_of(enum XML_Status status)
{
    return status == XML_STATUS_SUSPENDED ? XML_RESTS
           : status == XML_STATUS_OK      ? XML_GOES_ON
                                          : XML_BROKEN;
}

enum xml_state aet_xml_parse(struct xml *x, size_t n, bool last)
{
    return state_of(XML_ParseBuffer(x->parser, (int)n, last));
}

enum xml_state aet_xml_parse_text(struct xml *x, struct span piece, bool last)
{
    return state_of(XML_Parse(x->parser, piece.p, (int)piece.n, last));
}

enum xml_state aet_xml_go_on(struct xml *x)
{
    return state_of(XML_ResumeParser(x->parser));
}

void aet_xml_refuse(struct xml *x)
{
    XML_StopParser(x->parser, XML_FALSE);
}

void aet_xml_rest(struct xml *x)
{
    XML_StopParser(x->parser, XML_TRUE);
}

void aet_xml_place(const struct xml *x, uint64_t *line, uint64_t *column)
{
    *line = XML_GetCurrentLineNumber(x->parser);
    *column = XML_GetCurrentColumnNumber(x->parser) + 1;
}

void aet_xml_free(struct xml *x)
{
    if (!x)
        return;
    XML_ParserFree(x->parser);
    aet_free(x);
}

#endif
