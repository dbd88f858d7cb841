/* Rejects as JSON objects. */
#include "rejects/object.h"

#include "tree/document_rest.h"

static void cells(struct reject_file *f, const struct reject *x, const struct span *row)
{
    const struct layout *l = x->layout;

    for (size_t i = 0; i < l->columns; i++) {
        if (!l->headings[i].n || aet_reject_adds(f, l->headings[i]))
            continue;
        aet_json_string(&f->text, aet_reject_heading(f, x, i));
        aet_buf_char(&f->text, ':');
        aet_json_string(&f->text, aet_cell_bare(l, row[i]));
        aet_buf_char(&f->text, ',');
    }
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

static void brut(struct reject_file *f, struct span raw)
{
    aet_buf_str(&f->text, "\"brut\":");
    aet_json_string(&f->text, aet_reject_readable(f, raw));
    aet_buf_char(&f->text, ',');
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
        cells(f, x, shown->record.cells);
    else
        members(f, shown->slice.raw);
    aet_json_string(&f->text, aet_span_z(aet_reject_name(f)));
    aet_buf_str(&f->text, ":[");
    said(f, x, shown);
    aet_buf_str(&f->text, "]}");
}
