/* What one run holds: made of the session and the work, and given back. */
#include "flow/run.h"

#include "format/formats.h"

/* The source that the session knows already, or a new one that knows this work's headings. */
static void set_up_source(struct run *r, struct session *s, const struct work *w)
{
    struct source_options o;

    if (s->reading.begun) {
        r->peek = s->reading.begun;
        r->source = s->reading.begun->source;
        s->reading.begun->source = NULL;
        return;
    }
    if (!w->nest) {
        r->source = aet_reading_source(&s->reading, s->command.operands, s->command.operands_n,
                                       aet_headings_known, r->headings);
        return;
    }
    aet_reading_options(&s->reading, s->command.operands, s->command.operands_n, &o);
    aet_document_reader_init(&r->documents, w->nest, s->reading.renames.p, s->reading.renames.n);
    r->documents.matchers = w->nest_matchers;
    r->documents.resolver.number = s->reading.number;
    r->documents.resolver.dates = s->reading.dates;
    o.headings.known = aet_document_known;
    o.joins = aet_document_joins;
    o.headings.context = o.join_context = &r->documents;
    r->source = aet_source_new(&o);
}

static void set_up_emitter(struct run *r, const struct session *s, const struct work *w)
{
    const char *format = w->writes ? aet_writing_format(&s->writing) : NULL;

    r->emitter = (struct emitter){ .schema = w->schema,
                                   .headings = r->headings,
                                   .documents = w->nest != NULL,
                                   .anew = w->anew,
                                   .renaming = s->reading.renames.n > 0,
                                   .joins = s->command.operands_n > 1 &&
                                            (format || s->reading.renames.n),
                                   .number = s->reading.number,
                                   .dates = s->reading.dates,
                                   .adds = w->adds,
                                   .adds_n = w->adds_n };
    r->emitter.form = (struct sheet_form){ s->writing.excel ? ';' : 0, s->writing.excel };
    r->emitter.to = aet_format_named(format);
}

void aet_run_init(struct run *r, struct session *s, struct work *w, struct totals *totals)
{
    *totals = (struct totals){ 0 };
    *r = (struct run){ .s = s, .work = w, .totals = totals, .started = aet_run_clock() };
    r->headings = aet_headings_new(w->schema, s->reading.renames.p, s->reading.renames.n);
    set_up_source(r, s, w);
    aet_record_reader_init(&r->reader, w->schema, r->headings);
    r->identities = aet_hiding_identities(s->hiding);
    aet_record_reader_init(&r->again, w->schema, r->headings);
    r->resolver = (struct resolver){ .schema = w->schema,
                                     .matchers = w->matchers,
                                     .number = s->reading.number,
                                     .dates = s->reading.dates,
                                     .arena = &r->arena };
    aet_facts_init(&r->room, w->schema);
    if (w->nest)
        r->trees = aet_calloc(LOT_RECORDS, sizeof *r->trees);
    r->derived = (struct derived){ .schema = w->derived, .out = &r->text };
    set_up_emitter(r, s, w);
    r->sets = aet_calloc(w->adds_n + 1, sizeof *r->sets);
    r->diags = (struct diags){ .arena = &r->arena, .least = w->least };
    r->late = (struct diags){ .arena = &r->judging, .least = w->least };
    r->marks = (struct diags){ .arena = &r->arena };
    r->resolver.marks = r->documents.resolver.marks = &r->marks;
}

void aet_run_free(struct run *r)
{
    aet_source_free(r->source);
    aet_record_reader_free(&r->reader);
    aet_record_reader_free(&r->again);
    aet_buf_free(&r->hidden);
    aet_headings_free(r->headings);
    for (size_t i = 0; r->trees && i < LOT_RECORDS; i++)
        aet_document_free(&r->trees[i]);
    aet_free(r->trees);
    if (r->work->nest)
        aet_document_reader_free(&r->documents);
    aet_derived_free(&r->derived);
    aet_facts_free(&r->room);
    aet_emitter_free(&r->emitter);
    aet_sheet_free(r->sheet);
    aet_buf_free(&r->resolver.scratch);
    aet_diags_free(&r->diags);
    aet_diags_free(&r->late);
    aet_diags_free(&r->marks);
    aet_columns_free(&r->columns);
    aet_arena_free(&r->arena);
    aet_arena_free(&r->judging);
    aet_buf_free(&r->text);
    aet_buf_free(&r->path);
    aet_buf_free(&r->err);
    aet_buf_free(&r->out);
    aet_free(r->sets);
    aet_free(r->counts);
    aet_free(r->tallies);
}
