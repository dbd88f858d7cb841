/* work: what is done to each record by itself. Nothing here looks at another record, nor writes. */
#include "flow/run.h"

struct slice aet_run_hide(struct run *r, const struct slice *slice, bool rejected)
{
    struct arena arena = { 0 };
    struct diags none = { .arena = &arena, .least = ERREUR };
    struct slice hidden = *slice;
    struct record record;

    aet_buf_clear(&r->hidden);
    if (aet_record_parse(&r->again, slice, &record, &none) != PARSED)
        hidden.raw = AET_LIT("");
    else if (aet_pseudonymise(r->identities, &r->again, &record, rejected, &r->hidden))
        hidden.raw = aet_buf_view(&r->hidden);
    aet_record_done(&record);
    aet_diags_free(&none);
    aet_arena_free(&arena);
    return hidden;
}

/* The same record with its names replaced goes out by the same way. */
static void emit_hidden(struct run *r, size_t sets, struct held *h)
{
    struct slice hidden = aet_run_hide(r, h->slice, false);
    struct record record;

    if (aet_record_parse(&r->again, &hidden, &record, &r->diags) == PARSED)
        h->emitted = aet_emit(&r->emitter, &record, r->sets, sets, &r->text, &r->diags);
    if (h->emitted == EMITTED_RAW) { /* what it would write is no slice of the block */
        aet_buf_span(&r->text, hidden.raw);
        h->emitted = EMITTED_TEXT;
    }
    aet_record_done(&record);
}

static void derive(struct run *r, struct held *h)
{
    r->derived.to = r->work->text ? NULL : r->emitter.to;
    r->work->derive(r->work->context, &h->facts, &r->derived);
    h->emitted = EMITTED_ROWS;
}

/* The way out of a record that passes. */
static void emit(struct run *r, struct held *h)
{
    size_t sets = r->work->suggest ? r->work->suggest(r->work->context, &h->facts, r->sets) : 0;

    h->out.from = r->text.n;
    h->emitting.from = r->diags.n;
    r->diags.errors = 0;
    if (r->work->derive)
        derive(r, h);
    else if (r->work->nest)
        h->emitted = aet_emit_document(&r->emitter, h->document, &r->text, &r->diags);
    else if (r->identities)
        emit_hidden(r, sets, h);
    else
        h->emitted = aet_emit(&r->emitter, &h->record, r->sets, sets, &r->text, &r->diags);
    h->out.n = r->text.n - h->out.from;
    h->emitting.n = r->diags.n - h->emitting.from;
    if (r->diags.errors)
        h->outcome = REJECTED;
}

static enum parsed read_document(struct run *r, struct held *h, struct document *document)
{
    enum parsed p = aet_document_read(&r->documents, h->slice, document, &r->diags);

    h->document = document;
    if (p == PARSED)
        h->facts = document->root->facts;
    return p;
}

static enum parsed read_record(struct run *r, struct held *h)
{
    enum parsed p = aet_record_parse(&r->reader, h->slice, &h->record, &r->diags);

    if (p != PARSED)
        return p;
    aet_row_hold(r->reader.row);
    if (aet_run_keeps_all(r) && h->record.cells_n) {
        size_t size = h->record.cells_n * sizeof *h->record.cells;
        struct span *cells = aet_arena_alloc(&r->arena, size);

        h->record.cells = memcpy(cells, h->record.cells, size);
    }
    h->facts = aet_resolve_held(&r->resolver, &h->record, &r->room, &r->diags);
    return p;
}

static void read_slice(struct run *r, struct held *h, size_t i)
{
    enum parsed p;

    h->found.from = r->diags.n;
    h->dates.from = r->marks.n;
    r->diags.errors = r->diags.warnings = 0;
    p = r->work->nest ? read_document(r, h, &r->trees[i]) : read_record(r, h);
    h->known = p == PARSED;
    if (h->known)
        r->work->check(r->work->context, &h->facts, &r->diags, &h->fait);
    h->found.n = r->diags.n - h->found.from;
    h->dates.n = r->marks.n - h->dates.from;
    h->sound = !r->diags.errors && !(r->s->strict && r->diags.warnings);
    if (!h->sound)
        h->outcome = REJECTED;
    else if (p == PARSED_BLANK)
        h->outcome = BLANK;
}

size_t aet_work_read(struct run *r, const struct slice *slices, size_t n)
{
    size_t bytes = 0;

    aet_diags_clear(&r->diags);
    aet_diags_clear(&r->marks);
    aet_arena_reset(&r->arena);
    aet_buf_clear(&r->text);
    for (r->lot_n = 0; r->lot_n < n && r->lot_n < LOT_RECORDS && bytes < LOT_BYTES; r->lot_n++)
        bytes += slices[r->lot_n].raw.n + 1;
    aet_row_release(r->reader.row, bytes);
    for (size_t i = 0; i < r->lot_n; i++) {
        r->lot[i] = (struct held){ .slice = &slices[i] };
        read_slice(r, &r->lot[i], i);
    }
    return r->lot_n;
}

void aet_work_take(struct run *r)
{
    const struct work *w = r->work;

    for (size_t i = 0; i < r->lot_n; i++) {
        struct held *h = &r->lot[i];

        if (h->outcome == PASSED && w->keep && !w->keep(w->context, &h->facts))
            h->outcome = UNDRAWN;
        if (h->outcome == PASSED && w->writes)
            emit(r, h);
        if (h->outcome == PASSED && w->add)
            w->add(w->sum, &h->facts);
        if (h->known && !h->sound && w->lose)
            w->lose(w->sum, &h->facts);
    }
}

void aet_work_done(struct run *r)
{
    for (size_t i = 0; i < r->lot_n; i++)
        if (r->lot[i].document)
            aet_document_done(r->lot[i].document);
        else
            aet_record_done(&r->lot[i].record);
}
