/* Splicing. */
#include "record/splice.h"

void aet_splice_header(const struct emitter *e, const struct mapping *m, struct buf *out)
{
    const struct layout *l = m->layout;
    struct span *cells = aet_calloc(l->columns + e->adds_n + 1, sizeof *cells);
    size_t n = 0;

    while (n < l->columns) {
        cells[n] = m->names[n];
        n++;
    }
    for (size_t i = 0; i < e->adds_n; i++)
        if (!aet_mapping_has(m, (int)e->adds[i]))
            cells[n++] = aet_span_z(e->schema->fields[e->adds[i]].name);
    l->format->row_write(l, cells, n, out);
    aet_free(cells);
}

/* The cell of a set, which lives until the next record. */
static struct span set_cell(struct emitter *e, const struct layout *l, const struct set *s)
{
    struct span text = aet_arena_copy(&e->arena, aet_set_cell(&e->scratch, s));

    if (s->form == SET_NUMBER) {
        aet_buf_clear(&e->scratch);
        aet_sheet_number(&e->scratch, text, l->delimiter);
        return aet_arena_copy(&e->arena, aet_buf_view(&e->scratch));
    }
    return aet_arena_copy(&e->arena, aet_cell_guarded(l, text, &e->scratch));
}

/* With the blanks around it. */
static struct span whole_cell(const struct record *r, size_t column)
{
    const struct format *f = r->layout->format;

    return f->cell_whole ? f->cell_whole(r->layout, r->slice->raw, r->cells[column])
                         : r->cells[column];
}

void aet_splice_cells(struct emitter *e, const struct record *r, const struct set *sets, size_t n,
                      struct buf *out)
{
    const struct layout *l = r->layout;
    struct span *cells = aet_arena_alloc(&e->arena, (l->columns + n) * sizeof *cells);
    size_t more = l->columns;
    bool anew = r->slice->filled_n > 0;

    for (size_t i = 0; i < l->columns; i++) {
        const struct set *s = aet_set_of(sets, n, r->mapping->field_of[i]);

        cells[i] = s ? set_cell(e, l, s) : whole_cell(r, i);
        anew |= s != NULL;
    }
    for (size_t i = 0; i < n; i++)
        if (!aet_mapping_has(r->mapping, (int)sets[i].field))
            cells[more++] = set_cell(e, l, &sets[i]);
    if (anew)
        l->format->row_write(l, cells, more, out);
    else
        l->format->row_extend(l, r->slice->raw, r->cells_n - r->lacking, cells + l->columns,
                              more - l->columns, out);
}

void aet_splice_object(const struct emitter *e, const struct record *r, const struct set *sets,
                       size_t n, struct buf *out)
{
    struct span raw = aet_span_trim(r->slice->raw);
    struct span head = aet_span_trim(aet_span(raw.p, raw.n - 1));
    bool comma = !aet_json_empty(raw);

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
