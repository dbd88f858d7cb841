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
    bool in_set; /* the last of the book is open */
    bool describing;
    struct buf text;
};

static struct span keep(struct codebook *b, const char *s)
{
    return aet_arena_copy(&b->arena, aet_span_z(s));
}

/* Whether an earlier code has that GUID: said, and this one gets its own. */
static bool is_taken(struct book_reading *x, const char *guid)
{
    struct codebook *b = x->b;

    for (size_t i = 0; i + 1 < b->n; i++) {
        const struct code *first = &b->codes[i];

        if (!aet_span_eq(first->guid, aet_span_z(guid)))
            continue;
        if (!x->q->rules->twice) /* said by whom reads the project */
            return true;

        char *name = aet_span_dup(b->codes[b->n - 1].name), *kept = aet_span_dup(first->name);
        const struct text expected = { kept, kept };

        aet_refi_say(x->q, x->q->rules->twice, &x->place, name, &expected);
        aet_free(name);
        aet_free(kept);
        return true;
    }
    return false;
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
    c->read = keep(x->b, plain);
    c->name = c->label = keep(x->b, name ? name : plain);
    c->colour = keep(x->b, colour ? colour : "");
    c->groups = codable && strcmp(codable, "false") == 0;
    c->parent = x->depth && x->depth <= DEPTH_MAX ? x->stack[x->depth - 1] : NO_PARENT;
    c->id = aet_refi_codebook_id(x->b, c->label);
    if (!aet_refi_guid_fits(plain) || is_taken(x, plain))
        aet_refi_guid_own(c->id, plain);
    c->guid = keep(x->b, plain);
    if (x->depth < DEPTH_MAX)
        x->stack[x->depth] = (int32_t)x->b->n - 1;
    x->depth++;
}

static void begin_set(struct book_reading *x, const char **attributes)
{
    const char *name = aet_xml_attribute(attributes, "name");
    char plain[37];

    aet_refi_guid_plain(aet_xml_attribute(attributes, "guid"), plain);
    aet_refi_codebook_set(x->b, (struct code_set){ .guid = keep(x->b, plain),
                                                   .name = keep(x->b, name && *name ? name : plain),
                                                   .description = AET_LIT("") });
    x->in_set = true;
}

/* A codebook names a member by `guid`, a project by `targetGUID`. */
static void add_member(struct book_reading *x, const char **attributes)
{
    const char *guid = aet_xml_attribute(attributes, "guid");
    char plain[37];

    aet_refi_guid_plain(guid ? guid : aet_xml_attribute(attributes, "targetGUID"), plain);
    aet_refi_codebook_member(x->b, x->b->sets_n - 1, keep(x->b, plain));
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
    else if (strcmp(name, "Set") == 0)
        begin_set(x, attributes);
    else if (x->in_set && strcmp(name, "MemberCode") == 0)
        add_member(x, attributes);
    x->describing = (x->depth || x->in_set) && strcmp(name, "Description") == 0;
    if (x->describing)
        aet_buf_clear(&x->text);
    return true;
}

/* As it is, spaces and the line end at its end too; blank, it is none. */
static void end_description(struct book_reading *x)
{
    struct span text = aet_buf_view(&x->text);
    struct span kept = aet_arena_copy(&x->b->arena, aet_span_trim(text).n ? text : AET_LIT(""));

    if (x->in_set)
        x->b->sets[x->b->sets_n - 1].description = kept;
    else if (x->depth <= DEPTH_MAX)
        x->b->codes[x->stack[x->depth - 1]].description = kept;
}

static void on_close(void *to, const char *name)
{
    struct book_reading *x = to;

    if (x->describing && strcmp(name, "Description") == 0)
        end_description(x);
    x->describing = false;
    if (strcmp(name, "Code") == 0)
        x->depth--;
    else if (strcmp(name, "Set") == 0)
        x->in_set = false;
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
