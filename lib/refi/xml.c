/* A document of REFI-QDA as XML. */
#include "refi/xml.h"

#ifdef AET_EXPAT

struct refi_parse {
    const struct refi_reader *r;
    void *to;
    struct xml *xml;
    struct refi_place *place;
    bool refused;
};

static void follow(struct refi_parse *x)
{
    aet_xml_place(x->xml, &x->place->line, &x->place->column);
}

static void on_open(void *data, const char *name, const char **attributes)
{
    struct refi_parse *x = data;

    follow(x);
    if (x->r->open(x->to, name, attributes))
        return;
    x->refused = true;
    aet_xml_refuse(x->xml);
}

static void on_close(void *data, const char *name)
{
    struct refi_parse *x = data;

    follow(x);
    x->r->close(x->to, name);
}

static void on_text(void *data, struct span text)
{
    struct refi_parse *x = data;

    x->r->text(x->to, text);
}

bool aet_refi_xml_read(const struct refi *q, struct span text, const struct refi_reader *r,
                       void *to, struct refi_place *place)
{
    static const struct xml_reader reader = { on_open, on_close, on_text };
    struct refi_parse x = { .r = r, .to = to, .place = place };
    bool ok = true;

    x.xml = aet_xml_new(&reader, &x, false);
    do { /* in pieces: expat counts in int */
        size_t n = text.n < (1 << 20) ? text.n : 1 << 20;

        ok = aet_xml_parse_text(x.xml, aet_span(text.p, n), n == text.n) != XML_BROKEN;
        text = aet_span_from(text, n);
    } while (ok && text.n);
    if (!ok && !x.refused) {
        follow(&x);
        aet_refi_say(q, q->rules->malformed, place, NULL, NULL);
    }
    aet_xml_free(x.xml);
    return ok;
}

#else

#include "voice/say.h"

bool aet_refi_xml_read(const struct refi *q, struct span text, const struct refi_reader *r,
                       void *to, struct refi_place *place)
{
    (void)text, (void)r, (void)to, (void)place;
    aet_voice_say(q->voice, q->rules->no_expat, NULL);
    return false;
}

#endif
