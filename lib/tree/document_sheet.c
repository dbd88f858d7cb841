/* Rows of documents that are no element, and sums of those that are. */
#include "tree/document_sheet.h"

/* What a column holds: money where a field of some kind of element does. */
static enum holds holds_of(struct document_reader *r, struct span heading, struct text *title)
{
    const struct nest *nest = r->shape.nest;

    *title = (struct text){ "", "" };
    for (unsigned k = 0; k < nest->n; k++) {
        int f = aet_heading_field(aet_document_headings(r, k), heading);

        if (f == NO_FIELD || aet_type_holds(nest->kinds[k].schema->fields[f].type) < HOLDS_MONEY)
            continue;
        *title = nest->kinds[k].schema->fields[f].title;
        return aet_type_holds(nest->kinds[k].schema->fields[f].type);
    }
    return HOLDS_WORDS;
}

void aet_document_sheet(struct document_reader *r, struct apart_sheet *s,
                        const struct layout *layout, const int row_column[ROW_COLUMNS])
{
    bool wide; /* then an action may stand alone in its row, as the others are those above */

    s->number = r->resolver.number;
    s->knows = aet_document_known;
    s->context = r;
    aet_apart_file(s, layout);
    wide = s->layout && aet_wide_is(r, layout, row_column);
    for (size_t c = 0; s->layout && c < layout->columns; c++) {
        struct span heading = layout->headings[c];
        struct text title;

        if ((int)c == row_column[ROW_ELEMENT] || (wide && s->known && aet_wide_names(r, heading)))
            aet_apart_column(s, c, HOLDS_OTHER, (struct text){ "", "" }, NO_FIELD);
        else if (heading.n && aet_document_known(r, &heading, 1)) {
            enum holds holds = holds_of(r, heading, &title);

            aet_apart_column(s, c, holds, title, NO_FIELD);
        }
    }
}

enum apart aet_document_apart(const struct document_reader *r, struct apart_sheet *s,
                              const struct row *row, struct span raw, int element)
{
    struct span name = element >= 0 && (size_t)element < row->n ? aet_span_trim(row->cells[element])
                                                                : AET_LIT("");
    enum apart kind;

    if (name.n && name.p[0] == '#')
        return APART_NOT;
    kind = aet_apart_look(s, row, raw);
    if (kind != APART_ALONE)
        return kind;
    if (element < 0 || aet_document_kind(&r->shape, name) >= 0)
        return APART_NOT;
    s->aside.kind = APART_NOTE;
    return APART_NOTE;
}

/* The first of the rows that stands at or behind a place. */
static size_t row_at(const struct document *d, const char *place)
{
    size_t low = 0, high = d->rows_n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (d->rows[middle]->raw.p < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void add_element(struct document_reader *r, const struct element *e, struct sums *to)
{
    const struct cell_place *places = aet_document_places(r, e->kind);

    for (size_t k = 0; k < to->sheet->adding_n; k++) {
        const struct cell_place *at = &places[to->sheet->adding[k].column];
        const struct element *in = at->kind < 0 ? NULL
                                   : (unsigned)at->kind == e->kind
                                       ? e
                                       : aet_child(e, (unsigned)at->kind);
        const struct fact *x = in ? &in->facts.f[at->field] : NULL;
        enum type type = in ? aet_element_schema(in)->fields[at->field].type : TYPE_TEXT;

        if (!x || aet_type_holds(type) != to->sheet->adding[k].holds)
            continue;
        if (x->good)
            aet_sums_add(to, k, type == TYPE_MONEY ? x->u.cents : x->u.minutes);
        else if (x->present)
            aet_sums_unread(to, k);
    }
}

void aet_document_sum(struct document_reader *r, const struct document *d, size_t part,
                      struct sums *to)
{
    size_t from = part ? row_at(d, d->asides[part - 1].raw.p) : 0;
    size_t end = part < d->asides_n ? row_at(d, d->asides[part].raw.p) : d->rows_n;

    for (size_t i = from; i < end; i++) {
        aet_sums_line(to);
        add_element(r, d->rows[i], to);
    }
}
