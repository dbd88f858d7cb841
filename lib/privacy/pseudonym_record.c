/* Cells and JSON strings, one by one. */
#include "privacy/pseudonym_record.h"

/* Where a cell stands in the text of all of them. */
struct stretch {
    size_t from, n;
};

static void cells(struct walk *w, const struct record *r, struct buf *out)
{
    const struct layout *l = r->layout;
    struct span *cells = aet_calloc(l->columns + 1, sizeof *cells);
    struct stretch *at = aet_calloc(l->columns + 1, sizeof *at);
    struct buf text = { 0 }, kind = { 0 };

    for (size_t i = 0; i < l->columns; i++) {
        int field = r->mapping->field_of[i];
        enum role role = aet_walk_role(w, r->schema, field, l->headings[i], r->mapping->names[i]);

        at[i].from = text.n;
        aet_walk_kind(r->schema, field, l->headings[i], &kind);
        aet_walk_text(w, role, aet_buf_z(&kind), r->cells[i], false, &text);
        at[i].n = text.n - at[i].from;
    }
    for (size_t i = 0; i < l->columns; i++)
        cells[i] = aet_span_from(aet_buf_view(&text), at[i].from);
    for (size_t i = 0; i < l->columns; i++)
        cells[i].n = at[i].n;
    l->format->row_write(l, cells, l->columns, out);
    aet_buf_free(&text);
    aet_buf_free(&kind);
    aet_free(cells);
    aet_free(at);
}

static void object(struct walk *w, struct record_reader *reader, const struct record *r,
                   struct buf *out)
{
    struct span inside = aet_json_inside(r->slice->raw), key, value;
    struct buf kind = { 0 }, scratch = { 0 };
    char open = '{';

    while (aet_json_next(&inside, &key, &value)) {
        struct span heading = aet_json_spelt(key, &scratch);
        struct span name = aet_heading_name(reader->headings, heading);
        int field = aet_heading_field(reader->headings, heading);

        aet_buf_char(out, open);
        open = ',';
        if (field < 0 && aet_span_eq(name, heading)) {
            aet_walk_key(w, key, out);
        } else {
            aet_buf_span(out, key);
            aet_buf_char(out, ':');
        }
        aet_walk_kind(r->schema, field, heading, &kind);
        aet_walk_json(w, aet_walk_role(w, r->schema, field, heading, name), aet_buf_z(&kind), value,
                      false, out);
    }
    aet_buf_str(out, open == '{' ? "{}" : "}");
    aet_buf_free(&kind);
    aet_buf_free(&scratch);
}

bool aet_pseudonym_record(const struct identities *id, struct record_reader *reader,
                          const struct record *record, enum hides hides, struct buf *out)
{
    struct walk w = { .id = id, .hides = hides };
    size_t from = out->n;

    if (record->cells)
        cells(&w, record, out);
    else
        object(&w, reader, record, out);
    if (!w.changed)
        out->n = from;
    return w.changed;
}

void aet_identities_learn(const struct identities *id, struct record_reader *reader,
                          const struct record *record)
{
    struct walk w = { .id = id, .learns = true };
    struct buf none = { 0 };

    if (record->cells)
        cells(&w, record, &none);
    else
        object(&w, reader, record, &none);
    aet_buf_free(&none);
}
