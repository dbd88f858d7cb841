/* Rejects as JSON objects. */
#include "rejects/object.h"

#include "record/choices.h"
#include "tree/document_rest.h"

static void brut(struct reject_file *f, struct span raw)
{
    aet_buf_str(&f->text, "\"brut\":");
    aet_json_string(&f->text, aet_reject_readable(f, raw));
    aet_buf_char(&f->text, ',');
}

static void member(struct reject_file *f, struct span name, struct span text)
{
    aet_json_string(&f->text, name);
    aet_buf_char(&f->text, ':');
    aet_json_string(&f->text, text);
    aet_buf_char(&f->text, ',');
}

/* The choices of one field as a list, under its name: objects have no column for each. False: a
 * cell of them says nothing that is certain. */
static bool choices(struct reject_file *f, const struct record *r, int field)
{
    struct buf list = { 0 };
    bool ok = aet_choices_write(r->mapping, r->cells, field, &f->key, &list);

    member(f, aet_span_z(r->schema->fields[field].name), aet_buf_view(&list));
    aet_buf_free(&list);
    return ok;
}

/* The columns of a row. Choices that nobody can read stand under their headings too, with the whole
 * row in `brut`, so that the record is not taken for mended without them. */
static void cells(struct reject_file *f, const struct reject *x, const struct shown *shown)
{
    const struct record *r = &shown->record;
    const struct layout *l = x->layout;
    bool read = true, first;

    for (size_t i = 0; i < l->columns; i++)
        if (aet_mapping_choice(r->mapping, i, &first) && first)
            read &= choices(f, r, aet_mapping_choice(r->mapping, i, &first)->field);
    for (size_t i = 0; i < l->columns; i++)
        if (l->headings[i].n && !aet_reject_adds(f, l->headings[i]) &&
            !(read && aet_mapping_choice(r->mapping, i, &first)))
            member(f, aet_reject_heading(f, x, i), aet_cell_bare(l, r->cells[i]));
    if (!read)
        brut(f, shown->slice.raw);
}

static void members(struct reject_file *f, struct span raw)
{
    struct span inside = aet_json_inside(raw), key, value;

    while (aet_json_next(&inside, &key, &value)) {
        if (aet_reject_adds(f, aet_json_spelt(key, &f->key)))
            continue;
        aet_buf_span(&f->text, key);
        aet_buf_char(&f->text, ':');
        aet_json_compact(&f->text, value);
        aet_buf_char(&f->text, ',');
    }
}

/* Rows of a document that have no place in it, with those that hang from them. */
static void stray(struct reject_file *f, const struct element *e, bool *any)
{
    if (e->raw.p) {
        aet_buf_str(&f->text, *any ? "," : "\"brut\":[");
        aet_json_string(&f->text, aet_reject_readable(f, aet_reject_unread(f, e->raw)));
        *any = true;
    }
    for (size_t s = 0; s < e->document->shape->slots[e->kind]; s++)
        for (const struct element *c = e->first[s]; c; c = c->next)
            stray(f, c, any);
}

static void strays(struct reject_file *f, const struct document *d)
{
    bool any = false;

    for (const struct element *e = d->strays; e; e = e->next)
        stray(f, e, &any);
    if (any)
        aet_buf_str(&f->text, "],");
}

/* The diagnostics; of a part, those about it. */
static void said(struct reject_file *f, const struct reject *x, const struct shown *shown)
{
    bool any = false;

    for (size_t i = 0; i < x->n; i++) {
        if (x->part && !aet_document_lost(x->said[i]))
            continue;
        if (any)
            aet_buf_char(&f->text, ',');
        any = true;
        aet_diag_json(&f->text, &shown->said[i], &shown->places[i], f->lang);
        f->text.n--; /* the line end */
    }
}

void aet_reject_object(struct reject_file *f, const struct reject *x, const struct shown *shown)
{
    aet_buf_char(&f->text, '{');
    if (x->part) {
        aet_document_rest_json(x->part, &f->text);
        strays(f, x->part);
    } else if (!shown->parsed)
        brut(f, shown->slice.raw);
    else if (shown->record.cells)
        cells(f, x, shown);
    else
        members(f, shown->slice.raw);
    aet_json_string(&f->text, aet_span_z(aet_reject_name(f)));
    aet_buf_str(&f->text, ":[");
    said(f, x, shown);
    aet_buf_str(&f->text, "]}");
}
