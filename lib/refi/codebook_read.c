/* Reading the codebook of REFI-QDA: a .qdc, or the one that a project holds. */
#include <string.h>

#include "base/alloc.h"
#include "refi/codebook.h"
#include "refi/guid.h"
#include "refi/xml.h"

enum { DEPTH_MAX = 256 };

struct book_reading {
    struct codebook *b;
    const struct refi *q;
    struct refi_place place;
    int32_t stack[DEPTH_MAX]; /* codes that are open */
    size_t depth, elements;
    bool describing;
    struct buf text;
};

static struct span keep(struct codebook *b, const char *s)
{
    return aet_arena_copy(&b->arena, aet_span_z(s));
}

/* Eight, four, four, four and twelve hexadecimal digits. */
static bool is_guid(const char *s)
{
    size_t n = 0;

    for (; s[n]; n++) {
        bool dash = n == 8 || n == 13 || n == 18 || n == 23;

        if (n > 35 || (dash ? s[n] != '-' : !strchr("0123456789abcdef", s[n])))
            return false;
    }
    return n == 36;
}

static void begin_code(struct book_reading *x, const char **attributes)
{
    const char *name = aet_xml_attribute(attributes, "name");
    const char *guid = aet_xml_attribute(attributes, "guid");
    const char *colour = aet_xml_attribute(attributes, "color");
    const char *codable = aet_xml_attribute(attributes, "isCodable");
    struct code *c = aet_refi_codebook_add(x->b);
    char plain[37];

    aet_refi_guid_plain(guid, plain);
    c->name = c->label = keep(x->b, name ? name : plain);
    c->colour = keep(x->b, colour ? colour : "");
    c->groups = codable && strcmp(codable, "false") == 0;
    c->parent = x->depth && x->depth <= DEPTH_MAX ? x->stack[x->depth - 1] : NO_PARENT;
    c->id = aet_refi_codebook_id(x->b, c->label);
    if (!is_guid(plain))
        aet_refi_guid_own(c->id, plain);
    c->guid = keep(x->b, plain);
    if (x->depth < DEPTH_MAX)
        x->stack[x->depth] = (int32_t)x->b->n - 1;
    x->depth++;
}

static bool on_open(void *to, const char *name, const char **attributes)
{
    static const struct text expected = { "un livre de codes REFI-QDA", "a REFI-QDA codebook" };
    struct book_reading *x = to;

    if (x->elements++ == 0 && strcmp(name, "CodeBook") != 0 && strcmp(name, "Project") != 0) {
        aet_refi_say(x->q, x->q->rules->root, &x->place, name, &expected);
        return false;
    }
    if (strcmp(name, "Code") == 0)
        begin_code(x, attributes);
    x->describing = x->depth && strcmp(name, "Description") == 0;
    if (x->describing)
        aet_buf_clear(&x->text);
    return true;
}

static void on_close(void *to, const char *name)
{
    struct book_reading *x = to;

    if (x->describing && strcmp(name, "Description") == 0 && x->depth <= DEPTH_MAX)
        x->b->codes[x->stack[x->depth - 1]].description = aet_arena_copy(
            &x->b->arena, aet_span_trim(aet_buf_view(&x->text)));
    x->describing = false;
    if (strcmp(name, "Code") == 0)
        x->depth--;
}

static void on_text(void *to, struct span text)
{
    struct book_reading *x = to;

    if (x->describing)
        aet_buf_span(&x->text, text);
}

/* Labels and ids are what segments are matched by: those that several codes share give way to the
 * way to each, so that "Autre" alone is nobody's. */
static void part_labels(struct codebook *b)
{
    bool *shared = aet_calloc(b->n + 1, sizeof *shared);

    for (size_t i = 0; i < b->n; i++)
        for (size_t k = 0; k < b->n && !shared[i]; k++)
            shared[i] = k != i && aet_span_eq(b->codes[i].label, b->codes[k].label);
    for (size_t i = 0; i < b->n; i++) {
        struct buf way = { 0 };

        if (!shared[i] || b->codes[i].parent == NO_PARENT)
            continue;
        aet_refi_codebook_way(b, (int32_t)i, &way);
        b->codes[i].label = aet_arena_copy(&b->arena, aet_buf_view(&way));
        b->codes[i].id = aet_refi_codebook_id(b, b->codes[i].label);
        aet_buf_free(&way);
    }
    aet_free(shared);
}

bool aet_refi_codebook_read(struct codebook *b, const struct refi *q, struct span text,
                            const char *file)
{
    static const struct refi_reader reader = { on_open, on_close, on_text };
    struct book_reading x = { .b = b, .q = q, .place = { file, 1, 1 } };
    bool ok = aet_refi_xml_read(q, text, &reader, &x, &x.place);

    aet_buf_free(&x.text);
    part_labels(b);
    return ok;
}
