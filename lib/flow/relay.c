/* The ring of lots, and the crew that reads them. */
#include "flow/relay.h"

#include "flow/pace.h"
#include "flow/settle.h"

/* Lots for each thread: while one is read, another waits. With twice as many, what one thread
 * leaves for another does not stay in the memory of the processors: it costs half as much again. */
enum { POSTS = 2 };

/* One lot on its way, with the worker that reads it. */
struct post {
    struct worker worker;
    struct task task;
    const struct slice *slices;
    size_t n;
    struct laid *of;
};

void aet_relay_init(struct relay *l)
{
    *l = (struct relay){ .laid_n = 1 };
    l->laid = aet_calloc(l->laid_n, sizeof *l->laid);
}

void aet_relay_free(struct relay *l)
{
    for (; l->held; l->held--) /* what nobody will settle */
        aet_crew_wait(l->crew, &l->posts[(l->next + l->posts_n - l->held) % l->posts_n].task);
    aet_crew_free(l->crew);
    for (size_t i = 0; i < l->posts_n; i++)
        aet_worker_free(&l->posts[i].worker);
    for (size_t i = 0; i < l->laid_n; i++)
        aet_block_free(&l->laid[i].block);
    aet_free(l->posts);
    aet_free(l->laid);
}

static struct mapping *mapping_of(struct worker *w)
{
    return aet_reader_kind(&w->reader)->mapping(&w->reader);
}

/* A lot that was read: the stages that go in the order of the input. */
static void finish(struct run *r, struct worker *w)
{
    size_t n;
    const struct layout *const *files = aet_source_layouts(r->inputs.source, &n);

    aet_judge_lot(&r->judge, w, files, r->inputs.current->index);
    aet_worker_take(w);
    aet_run_settle(r, w);
    if (w != &r->worker && aet_has_cells(r->inputs.current))
        aet_mapping_join(mapping_of(&r->worker), mapping_of(w));
    r->over |= r->judge.stopped;
}

/* The oldest lot on its way is settled, unless nothing more is to be read. */
static void finish_oldest(struct run *r)
{
    struct relay *l = &r->relay;
    struct post *p = &l->posts[(l->next + l->posts_n - l->held) % l->posts_n];

    aet_crew_wait(l->crew, &p->task);
    l->held--;
    if (!r->over)
        finish(r, &p->worker);
    if (--p->of->lots == 0 && !r->over)
        aet_run_settle_block(r);
}

static void read_lot(void *of)
{
    struct post *p = of;

    aet_worker_read(&p->worker, p->slices, p->n);
}

/* A lot begins its way. */
static void send(struct run *r, struct laid *of, const struct slice *slices, size_t n)
{
    struct relay *l = &r->relay;
    struct post *p;

    if (l->held == l->posts_n)
        finish_oldest(r);
    p = &l->posts[l->next];
    l->next = (l->next + 1) % l->posts_n;
    l->held++;
    p->slices = slices;
    p->n = n;
    p->of = of;
    p->task = (struct task){ .run = read_lot, .of = p };
    aet_crew_give(l->crew, &p->task);
}

static void follow(struct run *r, struct post *p)
{
    aet_worker_follow(&p->worker, &r->worker, r->inputs.current);
}

/* From here on others read beside us. */
static void begin(struct run *r)
{
    struct relay *l = &r->relay;
    struct session *s = r->s;

    l->crew = aet_crew_new(r->jobs - 1);
    l->posts_n = POSTS * (aet_crew_threads(l->crew) + 1);
    l->posts = aet_calloc(l->posts_n, sizeof *l->posts);
    for (size_t i = 0; i < l->posts_n; i++) {
        aet_worker_init(&l->posts[i].worker, r->work, &s->reading, aet_hiding_identities(s->hiding),
                        s->strict, true);
        follow(r, &l->posts[i]);
    }
    l->laid = aet_reallocarray(l->laid, l->posts_n, sizeof *l->laid);
    for (; l->laid_n < l->posts_n; l->laid_n++)
        l->laid[l->laid_n] = (struct laid){ .lots = 0 };
}

struct block *aet_relay_room(struct run *r)
{
    struct relay *l = &r->relay;

    l->at = (l->at + 1) % l->laid_n;
    while (l->laid[l->at].lots)
        finish_oldest(r);
    return &l->laid[l->at].block;
}

void aet_relay_pass(struct run *r)
{
    struct relay *l = &r->relay;
    struct laid *of;

    if (!l->crew && r->jobs > 1 && aet_source_bytes(r->inputs.source) >= aet_pace_alone)
        begin(r);
    of = &l->laid[l->at];
    if (l->crew)
        of->lots = 1; /* ours, until all of them are sent */
    for (size_t done = 0, n; done < of->block.n && !r->over; done += n) {
        const struct slice *slices = of->block.slices + done;

        n = aet_lot_size(slices, of->block.n - done);
        if (l->crew) {
            of->lots++;
            send(r, of, slices, n);
        } else {
            aet_worker_read(&r->worker, slices, n);
            finish(r, &r->worker);
        }
    }
    if ((!l->crew || --of->lots == 0) && !r->over)
        aet_run_settle_block(r);
}

void aet_relay_drain(struct run *r)
{
    struct relay *l = &r->relay;

    while (l->held)
        finish_oldest(r);
}

void aet_relay_file(struct run *r)
{
    for (size_t i = 0; i < r->relay.posts_n; i++)
        follow(r, &r->relay.posts[i]);
}
