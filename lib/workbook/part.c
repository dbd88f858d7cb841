/* Expat over an archive. */
#include "workbook/part.h"

#include <expat.h>
#include <string.h>

#include "base/alloc.h"

enum { CHUNK = 65536, DIGITS_MAX = 18 };

struct part {
    struct archive *archive;
    const struct part_reader *reader;
    void *to;
    XML_Parser parser;
    bool resting, ended;
    enum fault fault;
};

/* Memory refused is said as such, never as malformed text: expat asks where everybody asks. */
static const XML_Memory_Handling_Suite ours = { aet_malloc, aet_realloc, aet_free };

static const char *bare(const char *name)
{
    const char *colon = strrchr(name, ':');

    return colon ? colon + 1 : name;
}

static void on_open(void *data, const XML_Char *name, const XML_Char **attributes)
{
    struct part *p = data;

    p->reader->open(p->to, bare(name), attributes);
}

static void on_close(void *data, const XML_Char *name)
{
    struct part *p = data;

    p->reader->close(p->to, bare(name));
}

static void on_text(void *data, const XML_Char *text, int n)
{
    struct part *p = data;

    p->reader->text(p->to, aet_span(text, (size_t)n));
}

static void on_doctype(void *data, const XML_Char *name, const XML_Char *system,
                       const XML_Char *public, int internal)
{
    (void)name;
    (void)system;
    (void)public;
    (void)internal;
    aet_part_refuse(data, FAULT_BOOK_DAMAGED);
}

struct part *aet_part_open(struct archive *a, const char *name, const struct part_reader *reader,
                           void *to, enum fault *fault)
{
    struct part *p;

    *fault = aet_archive_begin(a, name);
    if (*fault)
        return NULL;
    p = aet_calloc(1, sizeof *p);
    *p = (struct part){ .archive = a, .reader = reader, .to = to };
    p->parser = XML_ParserCreate_MM(NULL, &ours, NULL);
    if (!p->parser)
        aet_alloc_refused();
    XML_SetUserData(p->parser, p);
    XML_SetElementHandler(p->parser, on_open, on_close);
    XML_SetCharacterDataHandler(p->parser, reader->text ? on_text : NULL);
    XML_SetStartDoctypeDeclHandler(p->parser, on_doctype);
    return p;
}

static enum XML_Status parse(struct part *p, enum fault *fault)
{
    void *room = XML_GetBuffer(p->parser, CHUNK);
    ssize_t n;

    if (!room)
        aet_alloc_refused();
    n = aet_archive_read(p->archive, room, CHUNK, fault);
    p->ended = n == 0;
    return n < 0 ? XML_STATUS_ERROR : XML_ParseBuffer(p->parser, (int)n, n == 0);
}

bool aet_part_read(struct part *p, bool *more, enum fault *fault)
{
    enum XML_Status status;

    *fault = FAULT_NONE;
    *more = false;
    if (!p->resting && p->ended)
        return true;
    status = p->resting ? XML_ResumeParser(p->parser) : parse(p, fault);
    p->resting = status == XML_STATUS_SUSPENDED;
    if (status == XML_STATUS_ERROR) {
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
    XML_StopParser(p->parser, XML_FALSE);
}

void aet_part_rest(struct part *p)
{
    if (!p->fault)
        XML_StopParser(p->parser, XML_TRUE);
}

void aet_part_free(struct part *p)
{
    if (!p)
        return;
    XML_ParserFree(p->parser);
    aet_archive_end(p->archive);
    aet_free(p);
}

enum fault aet_part_read_all(struct archive *a, const char *name, const struct part_reader *reader,
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

const char *aet_part_attribute(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (strcmp(bare(attributes[0]), name) == 0)
            return attributes[1];
    return NULL;
}

uint64_t aet_part_number(const char *digits, uint64_t otherwise)
{
    uint64_t n = 0;
    size_t i = 0;

    for (; digits && digits[i] >= '0' && digits[i] <= '9' && i < DIGITS_MAX; i++)
        n = n * 10 + (uint64_t)(digits[i] - '0');
    return i && !digits[i] ? n : otherwise;
}
