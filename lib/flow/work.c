/* work: what is done to each record by itself. Nothing here looks at another record, nor writes. */
#include "flow/run.h"

static bool fails(const struct run *r, const struct diags *d)
{
    return d->errors > 0 || (r->s->strict && d->warnings > 0);
}

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
static void emit_hidden(struct run *r, const struct slice *slice, size_t n, struct result *x)
{
    struct slice hidden = aet_run_hide(r, slice, false);
    struct record record;

    if (aet_record_parse(&r->again, &hidden, &record, &r->diags) == PARSED)
        x->emitted = aet_emit(&r->emitter, &record, r->sets, n, &r->text, &r->diags);
    if (x->emitted == EMITTED_RAW) { /* what it would write is no slice of the block */
        aet_buf_span(&r->text, hidden.raw);
        x->emitted = EMITTED_TEXT;
    }
    aet_record_done(&record);
}

/* The way out of a record that passes. */
static void emit(struct run *r, const struct record *record, struct result *x)
{
    size_t n = 0;

    if (r->work->suggest)
        n = r->work->suggest(r->work->context, &r->facts, r->sets);
    x->out_from = r->text.n;
    if (r->identities)
        emit_hidden(r, record->slice, n, x);
    else
        x->emitted = aet_emit(&r->emitter, record, r->sets, n, &r->text, &r->diags);
    x->out_n = r->text.n - x->out_from;
}

/* The same for a document, or what is made of a record. */
static void emit_document(struct run *r, const struct facts *facts, struct result *x)
{
    x->out_from = r->text.n;
    if (r->work->derive) {
        r->derived.to = r->work->text ? NULL : r->emitter.to;
        r->work->derive(r->work->context, facts, &r->derived);
        x->emitted = EMITTED_ROWS;
    } else {
        x->emitted = aet_emit_document(&r->emitter, &r->documents.document, &r->text, &r->diags);
    }
    x->out_n = r->text.n - x->out_from;
}

static void work_document(struct run *r, const struct slice *slice, struct result *x)
{
    enum parsed p = aet_document_read(&r->documents, slice, &r->diags);

    x->blank = p == PARSED_BLANK;
    if (p == PARSED) {
        const struct facts *facts = &r->documents.document.root->facts;

        r->work->check(r->work->context, facts, &r->diags, &x->fait);
        if (!fails(r, &r->diags) && r->work->writes)
            emit_document(r, facts, x);
        if (!fails(r, &r->diags) && r->work->add)
            r->work->add(r->work->sum, facts);
    }
    x->rejected = fails(r, &r->diags);
    aet_document_done(&r->documents);
}

static void work_record(struct run *r, const struct slice *slice, struct result *x)
{
    struct record record;
    enum parsed p = aet_record_parse(&r->reader, slice, &record, &r->diags);

    x->blank = p == PARSED_BLANK;
    if (p == PARSED) {
        aet_resolve(&r->resolver, &record, &r->facts, &r->diags);
        r->work->check(r->work->context, &r->facts, &r->diags, &x->fait);
        x->aside = r->work->keep && !r->work->keep(r->work->context, &r->facts);
        if (!fails(r, &r->diags) && r->work->writes && !x->aside)
            emit(r, &record, x);
        if (!fails(r, &r->diags) && r->work->add && !x->aside)
            r->work->add(r->work->sum, &r->facts);
        if (fails(r, &r->diags) && r->work->lose)
            r->work->lose(r->work->sum, &r->facts);
    }
    x->rejected = fails(r, &r->diags);
    aet_record_done(&record);
}

void aet_work_block(struct run *r, const struct block *b)
{
    aet_diags_clear(&r->diags);
    aet_diags_clear(&r->marks);
    aet_arena_reset(&r->arena);
    aet_buf_clear(&r->text);
    if (b->n > r->results_cap) {
        r->results = aet_reallocarray(r->results, b->n, sizeof *r->results);
        r->results_cap = b->n;
    }
    for (size_t i = 0; i < b->n; i++) {
        struct result *x = &r->results[i];

        *x = (struct result){ .diag_from = r->diags.n, .mark_from = r->marks.n };
        r->diags.errors = r->diags.warnings = 0;
        if (r->work->nest)
            work_document(r, &b->slices[i], x);
        else
            work_record(r, &b->slices[i], x);
        x->diag_n = r->diags.n - x->diag_from;
        x->mark_n = r->marks.n - x->mark_from;
    }
}
