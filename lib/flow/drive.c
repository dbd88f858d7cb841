/* Files and blocks, one after the other, and what is concluded from them. */
#include "flow/drive.h"

#include "base/bug.h"
#include "cli/maps.h"
#include "flow/aside.h"
#include "flow/enter.h"
#include "flow/handover.h"
#include "flow/outlet.h"
#include "flow/pace.h"
#include "flow/relay.h"
#include "flow/settle.h"

static void hold_to_rules(const struct session *s, const struct work *w)
{
    const char *fault = aet_work_fault(w);

    if (fault)
        aet_bug(s->command.verb->name, fault);
}

void aet_run_init(struct run *r, struct session *s, const struct work *w, struct totals *totals)
{
    hold_to_rules(s, w);
    *totals = (struct totals){ 0 };
    *r = (struct run){ .s = s, .work = w, .totals = totals };
    aet_worker_init(&r->worker, w, &s->reading, aet_hiding_identities(s->hiding), s->strict, false);
    r->worker.emitter = aet_outlet(w, s, r->worker.headings);
    aet_inputs_init(&r->inputs, &s->reading, &s->command, &r->worker.reader);
    aet_judge_init(&r->judge, w->least);
    r->judge.keeps = aet_given(s, OPT_IDS) && !w->silent;
    aet_writer_init(&r->writer, &s->writing, &w->sink);
    aet_asides_init(&r->asides);
    r->filler.fills = &s->reading.fills;
    r->teller = (struct teller){ .voice = &s->voice, .totals = totals, .silent = w->silent };
    aet_relay_init(&r->relay);
    r->jobs = s->jobs ? s->jobs : aet_pace_jobs();
    aet_progress_begin(&r->progress, &s->voice);
}

void aet_run_free(struct run *r)
{
    aet_relay_free(&r->relay);
    aet_inputs_free(&r->inputs);
    aet_filler_free(&r->filler);
    aet_worker_free(&r->worker);
    aet_judge_free(&r->judge);
    aet_writer_free(&r->writer);
    aet_teller_free(&r->teller);
    aet_asides_free(&r->asides);
    aet_onces_free(&r->onces);
}

/* What is filled is told from block to block; who writes to a pipe may wait for what we make of it
 * before there is more. */
static void drive_block(struct run *r, struct block *b)
{
    aet_writer_begin(&r->writer);
    if (r->filler.sheet)
        aet_relay_drain(r);
    aet_filler_block(&r->filler, b);
    aet_relay_pass(r);
    if (!aet_source_total(r->inputs.source))
        aet_relay_drain(r);
}

/* What is said once of the file that ends, if any. */
static void leave_file(struct run *r, const struct layout *l)
{
    if (!l)
        return;
    aet_asides_say(r);
    aet_settle_onces(r);
    aet_run_leave(r);
    aet_teller_file(&r->teller, l->name);
}

/* Rows of documents are told apart by what they leave empty: they are not filled. */
static void fill_file(struct run *r)
{
    struct reader *reader = &r->worker.reader;
    const struct reader_kind *kind = aet_reader_kind(reader);

    if (!kind->nest(reader->reads))
        aet_filler_file(&r->filler, kind->mapping(reader), kind->schema(reader->reads),
                        kind->sheet(reader));
}

/* False: complained. */
static bool enter_block(struct run *r, const struct block *b)
{
    const struct layout *before = r->inputs.current;

    if (!aet_inputs_enter(&r->inputs, b))
        return true;
    leave_file(r, before);
    if (aet_inputs_empty(b))
        return true;
    if (!aet_run_enter(r, b->layout))
        return false;
    aet_judge_file(&r->judge, &r->worker.reader);
    fill_file(r);
    aet_relay_file(r);
    return true;
}

/* The next block, of which the file was entered. SOURCE_BLOCK with r->over, or *failed: nothing
 * more is to be read. */
static enum source_status next_block(struct run *r, struct block **b, struct stop *stop,
                                     bool *failed)
{
    enum source_status st;

    *b = aet_relay_room(r);
    if (r->over)
        return SOURCE_BLOCK;
    st = aet_inputs_next(&r->inputs, *b, stop);
    if (st != SOURCE_BLOCK || (*b)->layout != r->inputs.current)
        aet_relay_drain(r);
    if (r->over)
        return SOURCE_BLOCK;
    *failed = st == SOURCE_BLOCK && !enter_block(r, *b);
    return st;
}

static enum status drive(struct run *r)
{
    struct block *block;
    struct stop stop;
    enum source_status st;
    bool failed = false;

    while ((st = next_block(r, &block, &stop, &failed)) == SOURCE_BLOCK && !r->over && !failed)
        drive_block(r, block);
    aet_progress_end(&r->progress);
    leave_file(r, r->inputs.current);
    /* only empty files: an empty output of the right form */
    if (st == SOURCE_END && !r->inputs.first && r->inputs.current &&
        !aet_run_enter(r, r->inputs.current))
        failed = true;
    if (st == SOURCE_STOP) {
        aet_say_stop(&r->s->voice, r->s->reading.encoding, &stop);
        failed = true;
        aet_maps_doubt(r->s, &stop);
    }
    return failed || r->judge.stopped ? STATUS_FAILED : STATUS_CLEAN;
}

static uint64_t passed(const struct totals *t)
{
    return t->passed + t->undrawn;
}

/* An export that was lost on its way comes short, or empty: --au-moins says what there must be. */
enum status aet_run_enough(const struct session *s, const struct totals *t, enum status st)
{
    if (st == STATUS_FAILED || passed(t) >= s->at_least)
        return st;
    aet_voice_say(
        &s->voice, &aet_rules_bil[BIL_TOO_FEW],
        AET_WORDS(aet_word_uint("nombre", passed(t)), aet_word_uint("attendu", s->at_least)));
    return STATUS_FAILED;
}

/* Nothing late among no records is no good news. */
enum status aet_run_anything(const struct session *s, const struct totals *t, enum status st)
{
    if (st != STATUS_CLEAN || passed(t) || !aet_given(s, OPT_ALERTE))
        return st;
    aet_voice_say(&s->voice, &aet_rules_bil[BIL_NOTHING], NULL);
    return STATUS_ALERT;
}

enum status aet_run_verdict(const struct session *s, const struct totals *t, enum status st)
{
    if (st != STATUS_CLEAN)
        return st;
    return t->errors || t->rejected || (s->strict && t->warnings) ? STATUS_DATA : STATUS_CLEAN;
}

struct ending {
    struct teller *teller;
    const struct layout *const *files;
    bool failed;
};

void aet_ending_say(struct ending *to, const struct diag *x, uint64_t place)
{
    struct diag_place where = { .file = to->files[aet_place_file(place)]->name,
                                .line = aet_place_line(place),
                                .column = 1,
                                .sheet.row = aet_place_row(place) };

    if (x)
        aet_teller_diag(to->teller, x, &where);
}

void aet_ending_fail(struct ending *to, const struct diag *x, uint64_t place)
{
    to->failed = true;
    to->teller->aloud = true;
    aet_ending_say(to, x, place);
    to->teller->aloud = false;
}

/* What only the whole input tells. False: that nothing of it is to be believed. */
static bool conclude(struct run *r)
{
    struct ending to = { .teller = &r->teller };
    size_t n;

    if (!r->work->rules->end)
        return true;
    to.files = aet_source_layouts(r->inputs.source, &n);
    aet_diags_clear(&r->judge.said);
    r->work->rules->end(r->work->state, &r->judge.said, &to);
    aet_teller_file(&r->teller, NULL);
    return !to.failed;
}

/* Open what is written to. False: complained. */
static bool open_outputs(struct run *r)
{
    const struct sink_kind *sink = r->work->sink.kind;

    if (sink->list && !aet_outlet_format(&r->s->writing, &r->s->voice))
        return false;
    if (aet_sink_writes(sink) && !aet_writing_open(&r->s->writing, &r->s->voice))
        return false;
    if (aet_given(r->s, OPT_REJETS) && !r->work->silent)
        r->rejects = aet_rejects_open(r->s, aet_work_schema(r->work), aet_work_nest(r->work));
    return r->rejects || !aet_given(r->s, OPT_REJETS) || r->work->silent;
}

/* What a workbook became, once it is ended. */
static enum status say_written(const struct run *r)
{
    if (r->writer.too_large) {
        aet_voice_say(&r->s->voice, &aet_rules_sys[SYS_BOOK_LARGE], NULL);
        return STATUS_FAILED;
    }
    if (r->writer.sheets > 1)
        aet_voice_say(&r->s->voice, &aet_rules_bil[BIL_SHEETS],
                      AET_WORDS(aet_word_uint("nombre", r->writer.sheets)));
    return STATUS_CLEAN;
}

/* Both are said: a heading of --map and a column of --remplir that nothing answered to. */
static bool names_used(const struct session *s)
{
    bool maps = aet_maps_used(s), fills = aet_fills_used(s);

    return maps && fills;
}

enum status aet_run_all(struct run *r)
{
    enum status st;

    if (!open_outputs(r))
        return STATUS_FAILED;
    st = drive(r);
    if (st != STATUS_FAILED && r->totals->read && !names_used(r->s))
        st = STATUS_FAILED;
    if (!r->work->silent)
        st = aet_run_enough(r->s, r->totals, st);
    if (st == STATUS_CLEAN && !conclude(r))
        st = STATUS_FAILED;
    if (st == STATUS_CLEAN) {
        aet_writer_end(&r->writer);
        st = say_written(r);
    }
    if (r->rejects && !aet_rejects_close(r->rejects))
        st = STATUS_FAILED;
    st = aet_run_verdict(r->s, r->totals, st);
    if (!r->work->silent)
        st = aet_run_anything(r->s, r->totals, st);
    if (st != STATUS_FAILED && !r->work->silent &&
        !aet_handover_leave(r->s, aet_work_schema(r->work), r->totals, &r->inputs,
                            &r->worker.hider))
        st = STATUS_FAILED;
    if (!r->work->silent && (st != STATUS_FAILED || r->totals->read))
        aet_summary(&r->s->voice, r->totals, aet_sink_draws(&r->work->sink));
    return st;
}
