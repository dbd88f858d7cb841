/* XML over an archive. */
#include "workbook/part.h"

#include "base/alloc.h"

enum { CHUNK = 65536, DIGITS_MAX = 18 };

struct part {
    struct archive *archive;
    struct xml *xml;
    bool resting, ended;
    enum fault fault;
};

struct part *aet_part_open(struct archive *a, const char *name, const struct xml_reader *reader,
                           void *to, enum fault *fault)
{
    struct part *p;

    *fault = aet_archive_begin(a, name);
    if (*fault)
        return NULL;
    p = aet_calloc(1, sizeof *p);
    *p = (struct part){ .archive = a, .xml = aet_xml_new(reader, to, true) };
    return p;
}

static enum xml_state parse(struct part *p, enum fault *fault)
{
    ssize_t n = aet_archive_read(p->archive, aet_xml_room(p->xml, CHUNK), CHUNK, fault);

    p->ended = n == 0;
    return n < 0 ? XML_BROKEN : aet_xml_parse(p->xml, (size_t)n, n == 0);
}

bool aet_part_read(struct part *p, bool *more, enum fault *fault)
{
    enum xml_state state;

    *fault = FAULT_NONE;
    *more = false;
    if (!p->resting && p->ended)
        return true;
    state = p->resting ? aet_xml_go_on(p->xml) : parse(p, fault);
    p->resting = state == XML_RESTS;
    if (state == XML_BROKEN) {
        *fault = *fault ? *fault : p->fault ? p->fault : FAULT_BOOK_DAMAGED;
        return false;
    }
    *more = p->resting || !p->ended;
    return true;
}

void aet_part_refuse(struct part *p, enum fault fault)
{
    if (!p->fault)
        p->fault = fault;
    aet_xml_refuse(p->xml);
}

void aet_part_rest(struct part *p)
{
    if (!p->fault)
        aet_xml_rest(p->xml);
}

void aet_part_free(struct part *p)
{
    if (!p)
        return;
    aet_xml_free(p->xml);
    aet_archive_end(p->archive);
    aet_free(p);
}

enum fault aet_part_read_all(struct archive *a, const char *name, const struct xml_reader *reader,
                             void *to)
{
    enum fault fault;
    struct part *p = aet_part_open(a, name, reader, to, &fault);
    bool more = p != NULL;

    while (more && aet_part_read(p, &more, &fault))
        ;
    aet_part_free(p);
    return fault;
}

uint64_t aet_part_number(const char *digits, uint64_t otherwise)
{
    uint64_t n = 0;
    size_t i = 0;

    for (; digits && digits[i] >= '0' && digits[i] <= '9' && i < DIGITS_MAX; i++)
        n = n * 10 + (uint64_t)(digits[i] - '0');
    return i && !digits[i] ? n : otherwise;
}
