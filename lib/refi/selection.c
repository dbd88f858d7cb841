/* Selections of texts, pages, pictures and recordings. */
#include "refi/selection.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "io/xml.h"
#include "refi/guid.h"

enum { NOWHERE = -1 };

static struct span guid_at(struct arena *arena, const char **attributes, const char *name)
{
    char plain[37];

    aet_refi_guid_plain(aet_xml_attribute(attributes, name), plain);
    return aet_arena_copy(arena, aet_span_z(plain));
}

/* A whole number of an attribute. */
static int64_t number(const char **attributes, const char *name)
{
    const char *v = aet_xml_attribute(attributes, name);
    char *end;
    long long n;

    if (!v || *v < '0' || *v > '9')
        return NOWHERE;
    errno = 0;
    n = strtoll(v, &end, 10);
    return *end || errno ? NOWHERE : (int64_t)n;
}

/* "page 3 10,20-100,200", "0-1500": attributes one after the other, or the GUID when one is not
 * there. Two people who marked the same place have different GUIDs. */
static struct span coordinates(struct arena *arena, const char **attributes,
                               const char *const *parts)
{
    struct buf text = { 0 };
    struct span out;

    for (size_t i = 0; parts[i]; i += 2) {
        const char *v = aet_xml_attribute(attributes, parts[i + 1]);

        if (!v) {
            aet_buf_free(&text);
            return guid_at(arena, attributes, "guid");
        }
        aet_buf_str(&text, parts[i]);
        aet_buf_str(&text, v);
    }
    out = aet_arena_copy(arena, aet_buf_view(&text));
    aet_buf_free(&text);
    return out;
}

static struct span identify(struct arena *arena, const char *name, const char **attributes)
{
    static const char *const page[] = { "page ", "page",    " ", "firstX",  ",", "firstY",
                                        "-",     "secondX", ",", "secondY", NULL };
    static const char *const picture[] = { "",        "firstX", ",",       "firstY", "-",
                                           "secondX", ",",      "secondY", NULL };
    static const char *const recording[] = { "", "begin", "-", "end", NULL };
    static const char *const transcript[] = { "", "fromSyncPoint", "-", "toSyncPoint", NULL };
    static const struct {
        const char *name;
        const char *const *parts;
    } kinds[] = { { "PDFSelection", page },
                  { "PictureSelection", picture },
                  { "AudioSelection", recording },
                  { "VideoSelection", recording },
                  { "TranscriptSelection", transcript } };

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(name, kinds[i].name) == 0)
            return coordinates(arena, attributes, kinds[i].parts);
    return guid_at(arena, attributes, "guid");
}

static void tell(const char **attributes, struct buf *wrong)
{
    const char *from = aet_xml_attribute(attributes, "startPosition");
    const char *to = aet_xml_attribute(attributes, "endPosition");

    aet_buf_str(wrong, from ? from : "");
    aet_buf_char(wrong, '-');
    aet_buf_str(wrong, to ? to : "");
}

struct selection aet_refi_selection(const char *name, const char **attributes, struct arena *arena,
                                    struct buf *wrong)
{
    bool text = strcmp(name, "PlainTextSelection") == 0;
    struct selection t = { .segment = identify(arena, name, attributes),
                           .user = guid_at(arena, attributes, "creatingUser"),
                           .memo = AET_LIT(""),
                           .debut = text ? number(attributes, "startPosition") : NOWHERE,
                           .fin = text ? number(attributes, "endPosition") : NOWHERE };

    t.refused = text && (t.debut < 0 || t.fin < t.debut);
    if (t.refused)
        tell(attributes, wrong);
    return t;
}
