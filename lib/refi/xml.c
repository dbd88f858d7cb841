/* Expat, and what stands around it. */
#include "refi/xml.h"

#include <string.h>

#include "base/alloc.h"

#ifdef AET_EXPAT
#include <expat.h>
#else
#include "voice/say.h"
#endif

const char *aet_refi_xml_attribute(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (strcmp(attributes[0], name) == 0)
            return attributes[1];
    return NULL;
}

#ifdef AET_EXPAT

/* Memory refused is said as such, never as malformed text: expat asks where everybody asks. */
static const XML_Memory_Handling_Suite ours = { aet_malloc, aet_realloc, aet_free };

struct xml_parse {
    const struct xml_reader *r;
    void *to;
    XML_Parser parser;
    struct refi_place *place;
    bool refused;
};

static const char *local(const char *name)
{
    const char *colon = strrchr(name, ':');

    return colon ? colon + 1 : name;
}

static void follow(struct xml_parse *x)
{
    x->place->line = XML_GetCurrentLineNumber(x->parser);
    x->place->column = XML_GetCurrentColumnNumber(x->parser) + 1;
}

static void on_open(void *data, const XML_Char *name, const XML_Char **attributes)
{
    struct xml_parse *x = data;

    follow(x);
    if (x->r->open(x->to, local(name), attributes))
        return;
    x->refused = true;
    XML_StopParser(x->parser, XML_FALSE);
}

static void on_close(void *data, const XML_Char *name)
{
    struct xml_parse *x = data;

    follow(x);
    x->r->close(x->to, local(name));
}

static void on_text(void *data, const XML_Char *text, int n)
{
    struct xml_parse *x = data;

    x->r->text(x->to, aet_span(text, (size_t)n));
}

bool aet_refi_xml_read(const struct refi *q, struct span text, const struct xml_reader *r, void *to,
                       struct refi_place *place)
{
    struct xml_parse x = { .r = r, .to = to, .place = place };
    bool ok = true;

    x.parser = XML_ParserCreate_MM(NULL, &ours, NULL);
    if (!x.parser)
        aet_malloc(SIZE_MAX / 2); /* out of memory, said the one way there is */
    XML_SetUserData(x.parser, &x);
    XML_SetElementHandler(x.parser, on_open, on_close);
    XML_SetCharacterDataHandler(x.parser, on_text);
    do { /* in pieces: expat counts in int */
        size_t n = text.n < (1 << 20) ? text.n : 1 << 20;

        ok = XML_Parse(x.parser, text.p, (int)n, n == text.n) == XML_STATUS_OK;
        text = aet_span_from(text, n);
    } while (ok && text.n);
    if (!ok && !x.refused) {
        follow(&x);
        aet_refi_say(q, q->rules->malformed, place, NULL, NULL);
    }
    XML_ParserFree(x.parser);
    return ok;
}

#else

bool aet_refi_xml_read(const struct refi *q, struct span text, const struct xml_reader *r, void *to,
                       struct refi_place *place)
{
    (void)text, (void)r, (void)to, (void)place;
    aet_voice_say(q->voice, q->rules->no_expat, NULL);
    return false;
}

#endif
