/* Writing documents as JSON. */
#include "tree/document_write.h"

#include "tree/extra.h"
#include "tree/leave.h"

struct json_writer {
    struct buf *out;
    bool indented;
    unsigned depth;
    bool empty; /* nothing in the innermost object or array yet */
};

static void line(struct json_writer *w)
{
    if (!w->indented)
        return;
    aet_buf_char(w->out, '\n');
    for (unsigned i = 0; i < w->depth; i++)
        aet_buf_str(w->out, "  ");
}

static void begin(struct json_writer *w, char bracket)
{
    aet_buf_char(w->out, bracket);
    w->depth++;
    w->empty = true;
}

static void end(struct json_writer *w, char bracket)
{
    w->depth--;
    if (!w->empty)
        line(w);
    aet_buf_char(w->out, bracket);
    w->empty = false;
}

static void item(struct json_writer *w)
{
    if (!w->empty)
        aet_buf_char(w->out, ',');
    line(w);
    w->empty = false;
}

static void member(struct json_writer *w, struct span key)
{
    item(w);
    aet_json_string(w->out, key);
    aet_buf_str(w->out, w->indented ? ": " : ":");
}

static void write_list(struct json_writer *w, const struct element *e, size_t field)
{
    struct arena arena = { 0 };
    struct buf scratch = { 0 };
    struct parts parts = aet_parts(e, field, &arena);
    struct span part;
    bool first = true;

    aet_buf_char(w->out, '[');
    while (aet_parts_next(&parts, &part)) {
        aet_buf_str(w->out, first ? "" : w->indented ? ", " : ",");
        aet_json_string(w->out, aet_canonical_part(&parts, part, &scratch));
        first = false;
    }
    aet_buf_char(w->out, ']');
    aet_buf_free(&scratch);
    aet_arena_free(&arena);
}

static bool has_parts(const struct element *e, size_t field)
{
    struct arena arena = { 0 };
    struct parts parts = aet_parts(e, field, &arena);
    struct span part;
    bool any = aet_parts_next(&parts, &part);

    aet_arena_free(&arena);
    return any;
}

static void write_fields(struct json_writer *w, const struct element *e)
{
    const struct schema *s = aet_element_schema(e);
    struct buf scratch = { 0 };

    for (size_t i = 0; i < s->n; i++) {
        bool bare;
        struct span text;

        if (e->values[i].kind == VALUE_NONE ||
            (aet_type_is_list(s->fields[i].type) && !has_parts(e, i)))
            continue;
        member(w, aet_span_z(s->fields[i].name));
        if (aet_type_is_list(s->fields[i].type)) {
            write_list(w, e, i);
            continue;
        }
        text = aet_canonical(e, i, &scratch, &bare);
        if (bare)
            aet_buf_span(w->out, text);
        else
            aet_json_string(w->out, text);
    }
    aet_buf_free(&scratch);
}

static void write_extras(struct json_writer *w, const struct element *e)
{
    struct buf name = { 0 };

    for (const struct extra *x = e->extras; x; x = x->next) {
        if (aet_extra_is_nothing(e, x))
            continue;
        member(w, aet_extra_name(e, x, SHAPE_OBJECT, &name));
        if (aet_extra_is_text(e) && !aet_extra_is_json(x->text))
            aet_json_string(w->out, x->text);
        else
            aet_json_compact(w->out, x->text);
    }
    aet_buf_free(&name);
}

static bool is_empty(const struct element *e)
{
    for (size_t i = 0; i < aet_element_schema(e)->n; i++)
        if (e->values[i].kind != VALUE_NONE)
            return false;
    for (size_t s = 0; s < e->document->shape->slots[e->kind]; s++)
        if (e->first[s])
            return false;
    return !e->extras;
}

static void write_element(struct json_writer *w, const struct element *e);

/* Those that stand; of an element that was left out, also those that were left out before it. */
static void write_many(struct json_writer *w, const struct element *e, size_t slot)
{
    unsigned kind = e->document->shape->children[e->kind][slot];

    begin(w, '[');
    for (const struct element *c = e->first[slot]; c; c = c->next) {
        item(w);
        write_element(w, c);
    }
    for (const struct element *c = e->left_out ? e->lost : NULL; c; c = c->next)
        if (c->kind == kind) {
            item(w);
            write_element(w, c);
        }
    end(w, ']');
}

static void write_element(struct json_writer *w, const struct element *e)
{
    const struct shape *shape = e->document->shape;

    begin(w, '{');
    write_fields(w, e);
    for (size_t s = 0; s < shape->slots[e->kind]; s++) {
        unsigned kind = shape->children[e->kind][s];
        const struct kind *k = &shape->nest->kinds[kind];
        const struct element *c = e->first[s];

        if ((!c && !(e->left_out && aet_element_lost(e, kind))) ||
            (c && k->part == PART_FIELDS && is_empty(c)))
            continue;
        member(w, aet_span_z(k->key));
        if (k->part == PART_MANY)
            write_many(w, e, s);
        else
            write_element(w, c ? c : aet_element_lost(e, kind));
    }
    write_extras(w, e);
    end(w, '}');
}

void aet_element_write_json(const struct element *e, struct buf *out)
{
    struct json_writer w = { .out = out };

    write_element(&w, e);
}

void aet_document_write_json(const struct document *d, bool indented, struct buf *out)
{
    struct json_writer w = { .out = out, .indented = indented };

    write_element(&w, d->root);
}
