/* Driving a run block by block, and what is concluded from it. Entering a file is in enter.c, what
 * a run holds in set_up.c. */
#include "flow/run.h"

enum { PLACE_LINE_BITS = 44 };

uint64_t aet_place_pack(size_t file, uint64_t line)
{
    return (uint64_t)file << PLACE_LINE_BITS | line;
}

size_t aet_place_file(uint64_t place)
{
    return (size_t)(place >> PLACE_LINE_BITS);
}

uint64_t aet_place_line(uint64_t place)
{
    return place & (((uint64_t)1 << PLACE_LINE_BITS) - 1);
}

/* A file without a byte to say what it is: it goes with any other. */
static bool is_empty(const struct block *b)
{
    return !b->n && !b->layout->array && !b->layout->header.raw.n;
}

static void enter_file(struct run *r, const struct layout *l)
{
    r->current = l;
    r->counts = aet_grow(r->counts, &r->counts_cap, l->index, sizeof *r->counts);
    r->counts[l->index] = (struct input_count){ 0 };
    aet_columns_reset(&r->columns);
}

/* The next block; the first one may have been read already, to know its kind. */
static enum source_status next_block(struct run *r, struct block *b, struct stop *stop)
{
    struct peek *p = r->peek;

    r->peek = NULL;
    if (!p)
        return aet_source_next(r->source, b, stop);
    *b = p->block;
    *stop = p->stop;
    p->block = (struct block){ 0 };
    return p->status;
}

/* One worker: the stages follow each other on as many records as are held at once. */
static void work_block(struct run *r, const struct block *b)
{
    aet_retire_begin(r);
    for (size_t done = 0; done < b->n && !r->stopped;) {
        done += aet_work_read(r, b->slices + done, b->n - done);
        aet_judge_lot(r);
        aet_work_take(r);
        aet_retire_lot(r);
        aet_work_done(r);
    }
}

static enum status drive(struct run *r)
{
    struct block block = { 0 };
    struct stop stop;
    enum source_status st;
    enum status result = STATUS_CLEAN;

    while ((st = next_block(r, &block, &stop)) == SOURCE_BLOCK) {
        if (block.layout != r->current) {
            enter_file(r, block.layout);
            if (is_empty(&block))
                continue;
            if (!aet_run_file(r, block.layout)) {
                result = STATUS_FAILED;
                break;
            }
        }
        work_block(r, &block);
        if (r->stopped) {
            result = STATUS_FAILED;
            break;
        }
        if (r->work->writes && !aet_source_total(r->source))
            fflush(aet_out_file(r->s->writing.out)); /* a pipe: who reads us waits for it */
        if (r->work->writes && ferror(aet_out_file(r->s->writing.out)))
            break; /* the commit says why */
        aet_run_progress(r, false);
    }
    aet_run_progress(r, true);
    if (st == SOURCE_END && !r->first && r->current)
        aet_run_file(r, r->current); /* only empty files: an empty output of the right form */
    if (st == SOURCE_STOP)
        result = aet_say_stop(&r->s->voice, r->s->reading.encoding, &stop);
    aet_block_free(&block);
    return result;
}

/* A --map that no heading answered to is most likely misspelt: say so. */
static enum status unused_maps(const struct run *r, enum status st)
{
    for (size_t i = 0; st != STATUS_FAILED && r->totals->read && i < r->s->reading.renames.n; i++) {
        if (r->s->reading.renames.p[i].used)
            continue;
        aet_voice_say(&r->s->voice, &aet_rules_opt[OPTION_MAP_UNUSED],
                      AET_WORDS(aet_word_span("valeur", r->s->reading.renames.p[i].from)));
        st = STATUS_FAILED;
    }
    return st;
}

struct ending {
    struct run *r;
    const struct layout *const *files;
};

void aet_ending_say(struct ending *to, const struct diag *x, uint64_t place)
{
    struct diag_place where = { .file = to->files[aet_place_file(place)]->name,
                                .line = aet_place_line(place),
                                .column = 1 };

    if (x)
        aet_run_diag(to->r, x, &where);
}

/* What only the whole input tells. */
static void conclude(struct run *r)
{
    struct ending to = { .r = r };
    size_t n;

    if (!r->work->end)
        return;
    to.files = aet_source_layouts(r->source, &n);
    aet_diags_clear(&r->late);
    r->work->end(r->work->state, &r->late, &to);
    aet_door_write(aet_buf_view(&r->err));
    aet_buf_clear(&r->err);
}

static enum status run_all(struct run *r)
{
    enum status st;

    if (r->work->writes && ((!r->work->text && !aet_run_record_format(r->s)) ||
                            !aet_writing_open(&r->s->writing, &r->s->voice)))
        return STATUS_FAILED;
    if (aet_given(r->s, OPT_REJETS) && !r->work->silent && !(r->rejets = aet_rejets_open(r->s)))
        return STATUS_FAILED;
    st = unused_maps(r, drive(r));
    if (st == STATUS_CLEAN) {
        aet_retire_end(r);
        conclude(r);
    }
    if (r->rejets && !aet_rejets_close(r->rejets, r->s, st != STATUS_FAILED))
        st = STATUS_FAILED;
    if (st == STATUS_CLEAN && (r->totals->errors || (r->s->strict && r->totals->warnings)))
        st = STATUS_DATA;
    if (st == STATUS_CLEAN && r->totals->rejected)
        st = STATUS_DATA;
    if (st != STATUS_FAILED || r->totals->read)
        aet_run_summary_line(r);
    return st;
}

enum status aet_run_records(struct session *s, struct work *w, struct totals *totals)
{
    struct run r;
    enum status st;

    if (!aet_hiding_learn(s->hiding, w->schema))
        return STATUS_FAILED;
    aet_run_init(&r, s, w, totals);
    st = run_all(&r);
    if (st != STATUS_FAILED && !aet_hiding_close(s->hiding))
        st = STATUS_FAILED;
    aet_run_free(&r);
    return st;
}

static void report_inputs(const struct run *r, struct report *report)
{
    size_t n;
    const struct layout *const *files = aet_source_layouts(r->source, &n);

    for (size_t i = 0; i < n && r->current && i <= r->current->index; i++)
        aet_report_input(report, aet_span_z(files[i]->name), r->counts[i].read,
                         r->counts[i].rejected, files[i]->sha256);
}

enum status aet_run_summary(struct session *s, struct work *w, struct totals *totals,
                            struct report *report)
{
    struct run r;
    enum status st;

    aet_run_init(&r, s, w, totals);
    st = run_all(&r);
    report_inputs(&r, report);
    aet_run_free(&r);
    return st;
}

enum status aet_run_report(struct session *s, struct work *w, struct report *r, aet_finish *finish)
{
    struct totals totals;
    enum status st = aet_run_summary(s, w, &totals, r);

    if (st != STATUS_FAILED && !finish(w->sum, s, r))
        st = STATUS_FAILED;
    return st == STATUS_FAILED ? st : aet_session_report(s, r, false, st);
}

enum status aet_run_suggerer(struct session *s, struct work *w,
                             size_t (*suggest)(void *context, const struct facts *facts,
                                               struct set *sets),
                             const size_t *fields, size_t n)
{
    struct totals totals;

    w->suggest = suggest;
    w->adds = fields;
    w->adds_n = n;
    w->writes = true;
    return aet_writing_close(&s->writing, &s->voice, aet_run_records(s, w, &totals));
}

enum status aet_run_valider(struct session *s, struct work *w)
{
    static const struct text title = { "Sommaire de la validation", "Summary of the validation" };
    struct totals totals;
    struct report report;
    struct run r;
    enum status st;

    w->least = INFO;
    w->writes = !aet_given(s, OPT_SOMMAIRE);
    if (w->writes)
        return aet_writing_close(&s->writing, &s->voice, aet_run_records(s, w, &totals));
    if (!aet_hiding_learn(s->hiding, w->schema))
        return STATUS_FAILED;
    aet_run_init(&r, s, w, &totals);
    r.summing = true;
    st = run_all(&r);
    if (st != STATUS_FAILED) {
        aet_session_report_begin(s, &report, title);
        report_inputs(&r, &report);
        aet_report_fill(&report, aet_sommaire_sections, &r);
        st = aet_session_report(s, &report, false, st);
        aet_report_free(&report);
    }
    if (st != STATUS_FAILED && !aet_hiding_close(s->hiding))
        st = STATUS_FAILED;
    aet_run_free(&r);
    return st;
}
