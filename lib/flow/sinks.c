/* The table of sinks. */
#include "flow/sink.h"
#include "flow/worker.h"
#include "flow/writer.h"
#include "record/emit.h"

/* The same record with its names replaced goes out by the same way. */
static void emit_hidden(struct worker *w, size_t sets, struct held *h)
{
    struct slice hidden = aet_hider_slice(&w->hider, h->slice, HIDES_RECORD);
    struct record record;

    if (aet_record_parse(&w->hider.again, &hidden, &record, &w->diags) == PARSED)
        h->emitted = aet_emit(&w->emitter, &record, w->sets, sets, &w->text, &w->diags);
    if (h->emitted == EMITTED_RAW) { /* what it would write is no slice of the block */
        aet_buf_span(&w->text, hidden.raw);
        h->emitted = EMITTED_TEXT;
    }
}

static void emit(struct worker *w, struct held *h, size_t sets)
{
    if (w->hider.identities && !w->hider.nest)
        emit_hidden(w, sets, h);
    else
        h->emitted =
            aet_reader_kind(&w->reader)->emit(&w->emitter, h, w->sets, sets, &w->text, &w->diags);
}

static void echo(struct worker *w, struct held *h)
{
    const struct echo *k = &w->work->sink.of.echo;

    if (k->draws && !k->draws(k->of, &h->facts))
        h->outcome = UNDRAWN;
    else
        emit(w, h,
             aet_sink_normal(&w->work->sink)
                 ? aet_reader_kind(&w->reader)->normal(&w->reader, &w->emitter, h, w->sets)
                 : 0);
}

static void complete(struct worker *w, struct held *h)
{
    const struct complete *k = &w->work->sink.of.complete;

    emit(w, h, k->suggest(k->of, &h->facts, w->sets));
}

static void derive(struct worker *w, struct held *h)
{
    const struct derive *k = &w->work->sink.of.derive;

    aet_derived_to(&w->derived, w->emitter.to, w->emitter.form);
    k->make(k->of, &h->facts, &w->derived);
    h->emitted = EMITTED_ROWS;
}

static void rewrite(struct worker *w, struct held *h)
{
    const struct rewrite *k = &w->work->sink.of.rewrite;

    k->rewrite(k->of, h->document);
    emit(w, h, 0);
}

static void text_begin(struct writer *w)
{
    aet_writer_out(w, w->sink->of.text.head);
}

static void text(struct worker *w, struct held *h)
{
    const struct text_out *k = &w->work->sink.of.text;

    k->make(k->of, &h->facts, &w->derived);
    h->emitted = EMITTED_ROWS;
}

static void text_put(struct writer *w, const struct held *h, struct span made)
{
    (void)h;
    while (made.n)
        aet_writer_out(w, aet_sheet_next(&made));
}

static void text_end(struct writer *w)
{
    aet_writer_out(w, w->sink->of.text.tail);
}

static void add(struct worker *w, struct held *h)
{
    const struct sum *k = &w->work->sink.of.sum;

    if (k->add)
        k->add(k->of, &h->facts);
}

static void lose(struct worker *w, const struct held *h)
{
    const struct sum *k = &w->work->sink.of.sum;

    if (k->lose)
        k->lose(k->of, &h->facts);
}

/* A list of records, in a format of records. */
#define LIST(TAKE)                                                                          \
    .list = true, .begin = aet_writer_list_begin, .take = TAKE, .put = aet_writer_list_put, \
    .end = aet_writer_list_end

const struct sink_kind aet_sink_echo = { .name = "echo", .trees = true, LIST(echo) };
const struct sink_kind aet_sink_complete = { .name = "complete", LIST(complete) };
const struct sink_kind aet_sink_derive = { .name = "derive", .trees = true, LIST(derive) };
const struct sink_kind aet_sink_rewrite = {
    .name = "rewrite", .trees = true, .nothing_else = true, LIST(rewrite)
};
const struct sink_kind aet_sink_text = { .name = "text",
                                         .trees = true,
                                         .begin = text_begin,
                                         .take = text,
                                         .put = text_put,
                                         .end = text_end };
const struct sink_kind aet_sink_sum = { .name = "sum", .trees = true, .take = add, .lose = lose };

const char *aet_work_fault(const struct work *w)
{
    if (!w->rules || !w->rules->check || !w->rules->judge)
        return "records are read without a check and a judge";
    if (!w->sink.kind)
        return "records go nowhere";
    if (aet_work_nest(w) && !w->sink.kind->trees)
        return "documents are given to a sink of flat records";
    if (!aet_work_nest(w) && w->sink.kind->nothing_else)
        return "flat records are given to a sink of documents";
    return NULL;
}
