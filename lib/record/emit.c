/* Echo, splice, or convert: which it is. */
#include "record/emit.h"

#include "record/convert.h"
#include "record/splice.h"

/* Whether what is read must be made anew to stand in the output. */
static bool converts(const struct emitter *e, const struct layout *layout,
                     const struct layout *first)
{
    bool cells = e->to->shape == SHAPE_CELLS;

    return e->to != layout->format || e->form.excel || e->anew ||
           (e->documents && e->renaming && !cells) ||
           (cells && (e->joins || !aet_layout_same(layout, first)));
}

void aet_emitter_file(struct emitter *e, const struct layout *layout, const struct layout *first)
{
    if (!e->to)
        e->to = first->format;
    e->list.format = e->to;
    e->list.array = e->to != first->format || first->array;
    e->list.crlf = first->crlf;
    if (!e->form.delimiter)
        e->form.delimiter = first->delimiter ? first->delimiter : ',';
    e->convert = converts(e, layout, first);
}

void aet_emitter_free(struct emitter *e)
{
    aet_buf_free(&e->scratch);
    aet_arena_free(&e->arena);
}

void aet_emit_header(const struct emitter *e, const struct mapping *m, struct buf *out)
{
    if (e->adds_n || e->renaming) {
        aet_splice_header(e, m, out);
        return;
    }
    aet_buf_span(out, m->layout->header.raw);
    if (out->n && out->p[out->n - 1] != '\n' && out->p[out->n - 1] != '\r')
        aet_buf_char(out, '\n');
}

void aet_emit_columns(const struct emitter *e, const struct mapping *m, const struct layout *layout,
                      struct sheet *sheet)
{
    if (aet_has_cells(layout)) {
        for (size_t i = 0; i < layout->columns; i++)
            if (m->names[i].n)
                aet_sheet_column(sheet, m->names[i]);
    } else {
        for (size_t i = 0; i < e->schema->n; i++)
            if (!e->schema->fields[i].generated)
                aet_sheet_field(sheet, aet_span_z(e->schema->fields[i].name),
                                e->schema->fields[i].title);
    }
    for (size_t i = 0; i < e->adds_n; i++)
        if (!aet_has_cells(layout) || !aet_mapping_has(m, (int)e->adds[i]))
            aet_sheet_field(sheet, aet_span_z(e->schema->fields[e->adds[i]].name),
                            e->schema->fields[e->adds[i]].title);
}

static bool has_key(struct emitter *e, const struct record *r, const struct set *sets, size_t n)
{
    struct span inside = aet_json_inside(r->slice->raw), key, value;

    while (n && aet_json_next(&inside, &key, &value))
        if (aet_set_of(sets, n, aet_heading_field(e->headings, aet_json_text(key, &e->arena))))
            return true;
    return false;
}

static enum emitted emit_cells(struct emitter *e, const struct record *r, const struct set *sets,
                               size_t n, struct buf *out)
{
    if (e->convert)
        return aet_convert_cells(e, r, sets, n, out);
    if (!n && !r->slice->filled_n)
        return EMITTED_RAW;
    aet_splice_cells(e, r, sets, n, out);
    return EMITTED_TEXT;
}

static enum emitted emit_object(struct emitter *e, const struct record *r, const struct set *sets,
                                size_t n, struct buf *out, struct diags *diags)
{
    bool joins_lines = e->to->one_line && !r->layout->format->one_line;

    if (e->to->shape == SHAPE_CELLS)
        return aet_convert_object(e, r, sets, n, out, diags);
    if (e->renaming || has_key(e, r, sets, n) || (aet_set_any(sets, n) && joins_lines))
        return aet_rewrite_object(e, r, sets, n, out);
    if (aet_set_any(sets, n))
        return aet_splice_object(e, r, sets, n, out), EMITTED_TEXT;
    if (joins_lines)
        return aet_json_compact(out, r->slice->raw), EMITTED_TEXT;
    return EMITTED_RAW;
}

enum emitted aet_emit(struct emitter *e, const struct record *r, const struct set *sets, size_t n,
                      struct buf *out, struct diags *diags)
{
    aet_arena_reset(&e->arena);
    return r->cells ? emit_cells(e, r, sets, n, out) : emit_object(e, r, sets, n, out, diags);
}
