/* Reading and checking a lot, then taking it. */
#include "flow/worker.h"

#include "flow/outlet.h"
#include "flow/pace.h"
#include "flow/sink.h"
#include "record/emit.h"

void aet_worker_init(struct worker *w, const struct work *work, const struct reading *how,
                     const struct identities *identities, bool strict, bool beside)
{
    const struct schema *schema = aet_work_schema(work);

    *w = (struct worker){ .work = work, .strict = strict, .reads = work->reads };
    if (beside)
        work->reads.kind->twin(&w->reads, &w->twins);
    w->headings = aet_headings_new(schema, how->renames.p, how->renames.n);
    /* under --strict a warning is why a record, or a part of it, is rejected */
    w->diags = (struct diags){ .arena = &w->arena,
                               .least = strict && work->least == ERREUR ? AVERTISSEMENT
                                                                        : work->least,
                               .once = &w->once };
    w->once = (struct diags){ .arena = &w->arena };
    w->dates = (struct diags){ .arena = &w->arena };
    w->reader = (struct reader){ .reads = &w->reads,
                                 .headings = w->headings,
                                 .arena = &w->arena,
                                 .strict = strict,
                                 .dates = &w->dates };
    work->reads.kind->init(&w->reader, how);
    aet_hider_init(&w->hider, identities, schema, aet_work_nest(work), w->headings);
    if (work->sink.kind == &aet_sink_complete)
        w->sets = aet_calloc(work->sink.of.complete.n + 1, sizeof *w->sets);
    if (aet_sink_normal(&work->sink))
        w->sets = aet_calloc(schema->n, sizeof *w->sets);
    w->reader.normal = aet_sink_normal(&work->sink);
    if (w->reader.normal) {
        w->reader.whole = work->sink.of.echo.normal;
        w->reader.coarse = work->sink.of.echo.coarse;
    }
    w->derived = (struct derived){ .out = &w->text };
    if (work->sink.kind == &aet_sink_derive)
        w->derived.schema = work->sink.of.derive.schema;
}

void aet_worker_free(struct worker *w)
{
    aet_reader_kind(&w->reader)->free(&w->reader);
    aet_hider_free(&w->hider);
    aet_emitter_free(&w->emitter);
    aet_derived_free(&w->derived);
    aet_headings_free(w->headings);
    aet_diags_free(&w->diags);
    aet_diags_free(&w->dates);
    aet_diags_free(&w->once);
    aet_arena_free(&w->arena);
    aet_buf_free(&w->text);
    aet_free(w->sets);
    aet_twins_free(&w->twins);
}

/* What is asked of the cells of the file. */
static void keep(struct worker *w)
{
    const struct emitter *e = &w->emitter;

    aet_reader_kind(&w->reader)
        ->keep(&w->reader, aet_sink_writes(w->work->sink.kind) &&
                               (e->convert || e->adds_n || w->reader.normal));
}

void aet_worker_file(struct worker *w, const struct layout *l, const struct layout *first,
                     bool sheet)
{
    const struct reader_kind *kind = aet_reader_kind(&w->reader);
    struct emitter *e = &w->emitter;

    e->renaming |= l->joined; /* its headings stand on one line from here on */
    if (w->hider.nest)
        e->anew |= w->hider.identities != NULL;
    else
        e->renaming |= aet_hider_file(&w->hider, l, kind->mapping(&w->reader));
    aet_outlet_file(e, w->work, l, first, sheet);
    keep(w);
}

void aet_worker_follow(struct worker *w, const struct worker *first, const struct layout *l)
{
    const struct reader_kind *kind = aet_reader_kind(&w->reader);
    struct emitter own = w->emitter;
    struct heading_fault fault;

    (void)kind->file(&w->reader, l, &fault); /* the first one has spoken */
    if (!w->hider.nest)
        aet_hider_file(&w->hider, l, kind->mapping(&w->reader));
    w->emitter = first->emitter;
    w->emitter.headings = w->headings;
    w->emitter.scratch = own.scratch;
    w->emitter.arena = own.arena;
    keep(w);
}

/* A record that breaks a rule of form: what else is wrong with it is said in the same run. What it
 * lacks may well be there, in a cell too many, and nothing in it is compared with others. */
static void check_faulty(struct worker *w, const struct held *h)
{
    enum gravity least = w->diags.least;
    struct mark none = { 0 };

    w->diags.least = ERREUR;
    w->work->rules->check(w->work->context, &h->facts, &w->diags, &none);
    w->diags.least = least;
}

bool aet_worker_leaves(const struct worker *w, struct held *h, const struct diags *diags,
                       size_t from)
{
    const struct reader_kind *kind = aet_reader_kind(&w->reader);

    return h->known && kind->leave && kind->leave(h, diags, from);
}

static void read_slice(struct worker *w, struct held *h, size_t i)
{
    enum parsed p;

    h->found.from = w->diags.n;
    h->dates.from = w->dates.n;
    h->once.from = w->once.n;
    w->diags.errors = w->diags.warnings = 0;
    p = aet_reader_kind(&w->reader)->read(&w->reader, h, i, &w->diags);
    if (p == PARSED_ASIDE) {
        aet_diags_forget(&w->diags, h->found.from);
        w->dates.n = h->dates.from;
    }
    h->known = p == PARSED;
    if (h->known)
        w->work->rules->check(w->work->context, &h->facts, &w->diags, &h->mark);
    else if (p == PARSED_FAULTY)
        check_faulty(w, h);
    h->found.n = w->diags.n - h->found.from;
    h->dates.n = w->dates.n - h->dates.from;
    h->once.n = w->once.n - h->once.from;
    h->sound = !aet_fails(&w->diags, w->strict) ||
               aet_worker_leaves(w, h, &w->diags, h->found.from);
    if (!h->sound)
        h->outcome = REJECTED;
    else if (p == PARSED_BLANK)
        h->outcome = BLANK;
    else if (p == PARSED_ASIDE)
        h->outcome = ASIDE;
}

size_t aet_lot_size(const struct slice *slices, size_t n)
{
    size_t size = 0, bytes = 0;

    for (; size < n && size < aet_pace_lot && bytes < LOT_BYTES; size++)
        bytes += slices[size].raw.n + 1;
    return size;
}

void aet_worker_read(struct worker *w, const struct slice *slices, size_t n)
{
    size_t bytes = 0;

    aet_diags_clear(&w->diags);
    aet_diags_clear(&w->dates);
    aet_diags_clear(&w->once);
    aet_arena_reset(&w->arena);
    aet_buf_clear(&w->text);
    for (size_t i = 0; i < n; i++)
        bytes += slices[i].raw.n + 1;
    aet_reader_kind(&w->reader)->lot(&w->reader, bytes);
    w->lot.n = n;
    for (size_t i = 0; i < n; i++) {
        w->lot.held[i] = (struct held){ .slice = &slices[i] };
        read_slice(w, &w->lot.held[i], i);
    }
}

/* The sink sees nobody's name. What is said of the record on standard error is said as before. */
static void hide(struct worker *w, struct held *h)
{
    const struct sink_kind *sink = w->work->sink.kind;

    if (w->hider.nest)
        aet_hider_document(&w->hider, h->document);
    else if (sink != &aet_sink_echo && sink != &aet_sink_complete) /* they write the record */
        h->facts = aet_hider_facts(&w->hider, &h->facts, h->record.cells != NULL, &w->arena);
}

static void take(struct worker *w, struct held *h)
{
    struct facts facts = h->facts;
    uint64_t doubts = aet_hider_doubts(&w->hider);

    hide(w, h);
    h->out.from = w->text.n;
    h->emitting.from = w->diags.n;
    w->diags.errors = 0;
    w->work->sink.kind->take(w, h);
    h->out.n = w->text.n - h->out.from;
    h->emitting.n = w->diags.n - h->emitting.from;
    if (w->diags.errors)
        h->outcome = REJECTED;
    h->facts = facts;
    h->doubts = aet_hider_doubts(&w->hider) - doubts;
}

static void lose(struct worker *w, struct held *h)
{
    struct facts facts = h->facts;

    hide(w, h);
    w->work->sink.kind->lose(w, h);
    h->facts = facts;
}

void aet_worker_take(struct worker *w)
{
    const struct sink_kind *sink = w->work->sink.kind;

    for (size_t i = 0; i < w->lot.n; i++) {
        struct held *h = &w->lot.held[i];

        if (h->outcome == PASSED)
            take(w, h);
        else if (h->known && !h->sound && sink->lose)
            lose(w, h);
    }
}
