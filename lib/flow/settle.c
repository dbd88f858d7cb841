/* Saying and writing a lot. */
#include "flow/settle.h"

#include "flow/aside.h"
#include "record/place.h"

/* The diagnostics of one record, with their places; of one that passes, only those that are told.
 */
struct said {
    const struct diag **diags;
    struct diag_place *places;
    size_t n;
    struct place_walk walk;
};

/* Whether something of it goes to the file of rejects. */
static bool rejected(const struct held *h)
{
    return h->outcome == REJECTED || h->left.elements || h->left.values;
}

static void say_part(struct run *r, struct worker *w, const struct held *h, struct said *said,
                     struct diag *items, const struct stretch *part)
{
    struct reader *reader = &w->reader;
    const struct reader_kind *kind = aet_reader_kind(reader);

    for (size_t i = 0; i < part->n; i++) {
        struct diag *x = &items[part->from + i];
        struct diag_place *where = &said->places[said->n];
        bool told = !h->beyond && aet_teller_counts(&r->teller, x);

        if (!told && !(r->rejects && rejected(h)))
            continue;
        aet_diag_seek(&w->diags, x);
        kind->name(reader, h, x);
        *where = aet_place_next(r->inputs.current, h->slice,
                                kind->at(reader, h->slice, x, &said->walk), &said->walk);
        if (told)
            aet_teller_tell(&r->teller, x, where);
        said->diags[said->n++] = x;
    }
}

/* Say all that was found, in the order of the stages. */
static struct said say(struct run *r, struct worker *w, const struct held *h,
                       const struct stretch *late)
{
    size_t n = h->found.n + h->judged.n + h->emitting.n + late->n;
    struct said said = { .n = 0 };

    if (!n)
        return said;
    said.diags = aet_calloc(n, sizeof *said.diags);
    said.places = aet_calloc(n, sizeof *said.places);
    say_part(r, w, h, &said, w->diags.items, &h->found);
    say_part(r, w, h, &said, r->judge.said.items, &h->judged);
    say_part(r, w, h, &said, w->diags.items, &h->emitting);
    say_part(r, w, h, &said, w->diags.items, late);
    return said;
}

/* How the values of a record were read, kept to be said once. What is no more than information is
 * worth nothing of a record that does not pass. */
static void keep_once(struct run *r, struct worker *w, const struct held *h)
{
    struct reader *reader = &w->reader;
    struct place_walk walk = { 0 };

    for (size_t i = 0; i < h->once.n && !r->work->silent; i++) {
        const struct diag *x = &w->once.items[h->once.from + i];
        struct diag_place where;

        if ((x->rule->gravity == INFO && h->outcome != PASSED) ||
            (!r->teller.summing && aet_onces_count(&r->onces, x)))
            continue;
        where = aet_place_next(r->inputs.current, h->slice,
                               aet_reader_kind(reader)->at(reader, h->slice, x, &walk), &walk);
        if (r->teller.summing)
            aet_teller_diag(&r->teller, x, &where);
        else
            aet_onces_add(&r->onces, x, &where);
    }
}

void aet_settle_onces(struct run *r)
{
    for (size_t i = 0; i < r->onces.n; i++) {
        struct once *o = &r->onces.p[i];
        struct diags of = { .arena = &r->onces.arena };

        aet_diag_arg_uint(&of, &o->first, "nombre", o->count);
        aet_teller_diag(&r->teller, &o->first, &o->where);
    }
    aet_onces_reset(&r->onces);
}

/* The whole of it, or what was left out of one that passed. */
static void reject(struct run *r, struct worker *w, const struct held *h, const struct said *said)
{
    struct reader *reader = &w->reader;
    struct reject x = { .part = h->outcome == REJECTED ? NULL : h->document,
                        .layout = r->inputs.current,
                        .mapping = aet_reader_kind(reader)->mapping(reader),
                        .slice = h->slice,
                        .said = said->diags,
                        .places = said->places,
                        .n = said->n,
                        .hides = HIDES_REJECTED,
                        .asides = h->asides,
                        .asides_n = h->document ? h->asides_n : 0 };

    if (r->rejects)
        aet_rejects_add(r->rejects, &x);
}

/* Write one record where it belongs. */
static void settle(struct run *r, struct worker *w, struct held *h)
{
    struct diags *diags = &w->diags;
    struct span text = aet_buf_slice(&w->text, h->out.from, h->out.n);
    struct stretch late = { diags->n, 0 };
    struct said said;

    if (h->outcome == PASSED && !aet_writer_fits(&r->writer, h, text, diags))
        h->outcome = REJECTED;
    late.n = diags->n - late.from;
    r->teller.aloud = h->stops;
    said = say(r, w, h, &late);
    if (h->asides_n)
        aet_asides_add(r, h);
    keep_once(r, w, h);
    aet_totals_add(r->totals, h->outcome);
    aet_inputs_count(&r->inputs, h->outcome);
    if (h->outcome != REJECTED) {
        aet_totals_left(r->totals, h->left);
        aet_inputs_left(&r->inputs, h->left);
    }
    if (h->doubts && h->outcome == PASSED) {
        struct diag_place where = aet_place_of(r->inputs.current, h->slice,
                                               (struct spot){ 0, false });

        aet_hiding_doubt(r->s->hiding, h->doubts, &where);
    }
    if (rejected(h))
        reject(r, w, h, &said);
    if (h->outcome == PASSED)
        aet_writer_put(&r->writer, h, text);
    aet_free(said.diags);
    aet_free(said.places);
}

void aet_run_settle(struct run *r, struct worker *w)
{
    for (size_t i = 0; i < w->lot.n; i++)
        if (w->lot.held[i].outcome != BLANK)
            settle(r, w, &w->lot.held[i]);
        else if (w->lot.held[i].asides_n)
            aet_asides_add(r, &w->lot.held[i]);
}

/* Whether the output is still there; a pipe is flushed: who reads us waits for it. */
static bool goes_out(struct run *r)
{
    if (!aet_sink_writes(r->work->sink.kind))
        return true;
    if (!aet_source_total(r->inputs.source))
        aet_out_flush(r->s->writing.out);
    return !aet_out_failed(r->s->writing.out);
}

void aet_run_settle_block(struct run *r)
{
    aet_teller_flush(&r->teller);
    r->over |= !goes_out(r); /* the commit says why */
    if (!r->over)
        aet_progress_show(&r->progress, r->inputs.source, r->totals->read);
}
