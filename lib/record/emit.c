/* Echo, splice, or convert: which it is, and the first two. The conversions stand in convert.c. */
#include "record/emit.h"

#include "record/convert.h"
#include "tree/document_write.h"
#include "record/items.h"

void aet_emitter_file(struct emitter *e, const struct layout *layout, const struct layout *first)
{
    if (e->to == FORMAT_AUTO)
        e->to = first->format;
    e->array = e->to == FORMAT_JSON && (first->format != FORMAT_JSON || first->array);
    if (!e->form.delimiter)
        e->form.delimiter = first->format == FORMAT_CSV && first->delimiter ? first->delimiter
                                                                            : ',';
    e->convert = e->to != layout->format || e->form.excel || e->anew ||
                 (e->nest && e->renaming && e->to != FORMAT_CSV) ||
                 (e->to == FORMAT_CSV && (e->joins || !aet_layout_same(layout, first)));
}

void aet_emitter_free(struct emitter *e)
{
    aet_buf_free(&e->scratch);
    aet_arena_free(&e->arena);
}

static bool has_column(const struct mapping *m, size_t field)
{
    for (size_t i = 0; i < m->layout->columns; i++)
        if (m->field_of[i] == (int)field)
            return true;
    return false;
}

static const char *line_end(const struct layout *l)
{
    return l->crlf ? "\r\n" : "\n";
}

/* The record without its line end, nor the empty cells beyond the last heading. */
static struct span trimmed_row(struct span raw, const struct layout *l, size_t cells)
{
    while (raw.n && (raw.p[raw.n - 1] == '\n' || raw.p[raw.n - 1] == '\r'))
        raw.n--;
    if (cells > l->columns)
        raw.n = aet_csv_cell_at(raw, l->delimiter, l->columns) - 1;
    return raw;
}

void aet_emit_header(const struct emitter *e, const struct mapping *m, struct buf *out)
{
    const struct layout *l = m->layout;

    if (!e->adds_n && !e->renaming) {
        aet_buf_span(out, l->header.raw);
        if (out->n && out->p[out->n - 1] != '\n' && out->p[out->n - 1] != '\r')
            aet_buf_char(out, '\n');
        return;
    }
    for (size_t i = 0; i < l->columns; i++) {
        if (i)
            aet_buf_char(out, l->delimiter);
        aet_csv_cell(out, m->names[i], l->delimiter);
    }
    for (size_t i = 0; i < e->adds_n; i++) {
        if (has_column(m, e->adds[i]))
            continue;
        aet_buf_char(out, l->delimiter);
        aet_buf_str(out, e->schema->fields[e->adds[i]].name);
    }
    aet_buf_str(out, line_end(l));
}

void aet_emit_columns(const struct emitter *e, const struct mapping *m, const struct layout *layout,
                      struct sheet *sheet)
{
    if (e->nest) {
        aet_document_columns(e->nest, sheet);
        return;
    }
    if (layout->format == FORMAT_CSV) {
        for (size_t i = 0; i < layout->columns; i++)
            if (m->names[i].n)
                aet_sheet_column(sheet, m->names[i]);
    } else {
        for (size_t i = 0; i < e->schema->n; i++)
            if (!e->schema->fields[i].generated)
                aet_sheet_column(sheet, aet_span_z(e->schema->fields[i].name));
    }
    for (size_t i = 0; i < e->adds_n; i++)
        aet_sheet_column(sheet, aet_span_z(e->schema->fields[e->adds[i]].name));
}

const struct set *aet_set_of(const struct set *sets, size_t n, int field)
{
    for (size_t i = 0; i < n; i++)
        if (field >= 0 && sets[i].field == (size_t)field)
            return &sets[i];
    return NULL;
}

struct span aet_set_cell(struct buf *scratch, const struct set *s)
{
    aet_buf_clear(scratch);
    for (size_t i = 0; i < s->n; i++) {
        if (i)
            aet_buf_char(scratch, '|');
        aet_items_write(scratch, s->parts[i]);
    }
    return aet_buf_view(scratch);
}

/* A CSV row with the added cells at its end; where a column for one is there already, every cell is
 * written anew. */
static void splice_csv(struct emitter *e, const struct record *r, const struct set *sets, size_t n,
                       struct buf *out)
{
    const struct layout *l = r->layout;
    bool anew = false;

    for (size_t i = 0; i < n; i++)
        anew |= has_column(r->mapping, sets[i].field);
    if (!anew)
        aet_buf_span(out, trimmed_row(r->slice->raw, l, r->row->n));
    for (size_t i = 0; anew && i < l->columns; i++) {
        const struct set *s = aet_set_of(sets, n, r->mapping->field_of[i]);

        if (i)
            aet_buf_char(out, l->delimiter);
        aet_csv_cell(out, s ? aet_set_cell(&e->scratch, s) : r->row->cells[i], l->delimiter);
    }
    for (size_t i = 0; i < n; i++) {
        if (has_column(r->mapping, sets[i].field))
            continue;
        aet_buf_char(out, l->delimiter);
        aet_sheet_guarded(out, aet_set_cell(&e->scratch, &sets[i]), false,
                          (struct sheet_form){ l->delimiter, false });
    }
    aet_buf_str(out, line_end(l));
}

static bool has_key(const struct emitter *e, const struct record *r, const struct set *sets,
                    size_t n)
{
    const char *key;
    json_t *v;

    json_object_foreach(r->json, key, v)
    {
        if (aet_set_of(sets, n, aet_heading_field(e->headings, aet_span_z(key))))
            return true;
    }
    return false;
}

void aet_set_json(const struct set *s, struct buf *out)
{
    aet_buf_char(out, '[');
    for (size_t i = 0; i < s->n; i++) {
        if (i)
            aet_buf_char(out, ',');
        aet_json_string(out, s->parts[i]);
    }
    aet_buf_char(out, ']');
}

/* Append to an object the fields it has not yet. */
static void splice_json(const struct emitter *e, const struct record *r, const struct set *sets,
                        size_t n, struct buf *out)
{
    struct span raw = aet_span_trim(r->slice->raw);
    struct span head = aet_span_trim(aet_span(raw.p, raw.n - 1));
    bool comma = json_object_size(r->json) > 0;

    aet_buf_span(out, head);
    for (size_t i = 0; i < n; i++) {
        if (!sets[i].n)
            continue;
        if (comma)
            aet_buf_char(out, ',');
        aet_json_string(out, aet_span_z(e->schema->fields[sets[i].field].name));
        aet_buf_char(out, ':');
        aet_set_json(&sets[i], out);
        comma = true;
    }
    aet_buf_span(out, aet_span_from(raw, head.n));
}

static bool any_part(const struct set *sets, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (sets[i].n)
            return true;
    return false;
}

enum emitted aet_emit(struct emitter *e, struct record_reader *reader, const struct record *r,
                      const struct set *sets, size_t n, struct buf *out, struct diags *diags)
{
    (void)reader;
    aet_arena_reset(&e->arena);
    if (r->layout->format == FORMAT_CSV) {
        if (e->to == FORMAT_CSV && !e->convert && !n)
            return EMITTED_RAW;
        if (e->to == FORMAT_CSV && !e->convert)
            return splice_csv(e, r, sets, n, out), EMITTED_TEXT;
        return aet_convert_csv(e, r, sets, n, out);
    }
    if (e->to == FORMAT_CSV)
        return aet_convert_json(e, r, sets, n, out, diags);
    if (e->renaming || has_key(e, r, sets, n) ||
        (any_part(sets, n) && e->to == FORMAT_NDJSON && r->layout->format == FORMAT_JSON))
        return aet_rewrite_json(e, r, sets, n, out);
    if (any_part(sets, n))
        return splice_json(e, r, sets, n, out), EMITTED_TEXT;
    if (e->to == FORMAT_NDJSON && r->layout->format == FORMAT_JSON)
        return aet_json_compact(out, r->slice->raw), EMITTED_TEXT;
    return EMITTED_RAW;
}

enum emitted aet_emit_document(struct emitter *e, const struct document *d, struct buf *out,
                               struct diags *diags)
{
    size_t start = out->n;

    if (!e->convert)
        return EMITTED_RAW;
    if (e->to != FORMAT_CSV && (d->layout->format == FORMAT_CSV || e->anew || e->renaming))
        return aet_document_write_json(d, e->to == FORMAT_JSON, out), EMITTED_TEXT;
    if (e->to == FORMAT_NDJSON)
        return aet_json_compact(out, d->slice->raw), EMITTED_TEXT;
    if (e->to == FORMAT_JSON)
        return EMITTED_RAW;
    if (aet_document_write_rows(d, out, diags))
        return EMITTED_ROWS;
    out->n = start;
    return EMITTED_NOT;
}
