/* A queue of tasks, and threads that empty it. */
#include "base/crew.h"

#include <pthread.h>

#include "base/alloc.h"

/* Of the stack of each: less than what a system reserves, where memory is bounded. */
enum { STACK = 1 << 20 };

struct crew {
    pthread_mutex_t lock;
    pthread_cond_t given, done;
    struct task *first, **last; /* to be begun */
    size_t idle;                /* threads that wait for a task */
    bool awaited;               /* somebody waits for the end of one */
    bool over;
    size_t n;
    pthread_t *threads;
};

/* What cannot be had is memory, or its like. */
static void must(int error)
{
    if (error)
        aet_alloc_refused();
}

/* The next task done by who calls; the lock is held before and after. False: there is none. */
static bool do_next(struct crew *c)
{
    struct task *t = c->first;

    if (!t)
        return false;
    c->first = t->next;
    if (!c->first)
        c->last = &c->first;
    pthread_mutex_unlock(&c->lock);
    t->run(t->of);
    pthread_mutex_lock(&c->lock);
    t->done = true;
    if (c->awaited)
        pthread_cond_signal(&c->done);
    return true;
}

static void *work(void *of)
{
    struct crew *c = of;

    pthread_mutex_lock(&c->lock);
    while (!c->over)
        if (!do_next(c)) {
            c->idle++;
            pthread_cond_wait(&c->given, &c->lock);
            c->idle--;
        }
    pthread_mutex_unlock(&c->lock);
    return NULL;
}

/* As many as the system gives. */
static void begin(struct crew *c, size_t n)
{
    pthread_attr_t how;

    must(pthread_attr_init(&how));
    must(pthread_attr_setstacksize(&how, STACK));
    while (c->n < n && pthread_create(&c->threads[c->n], &how, work, c) == 0)
        c->n++;
    pthread_attr_destroy(&how);
}

struct crew *aet_crew_new(size_t n)
{
    struct crew *c = aet_calloc(1, sizeof *c);

    c->last = &c->first;
    must(pthread_mutex_init(&c->lock, NULL));
    must(pthread_cond_init(&c->given, NULL));
    must(pthread_cond_init(&c->done, NULL));
    c->threads = aet_calloc(n, sizeof *c->threads);
    begin(c, n);
    return c;
}

size_t aet_crew_threads(const struct crew *c)
{
    return c->n;
}

void aet_crew_give(struct crew *c, struct task *t)
{
    t->next = NULL;
    t->done = false;
    pthread_mutex_lock(&c->lock);
    *c->last = t;
    c->last = &t->next;
    if (c->idle)
        pthread_cond_signal(&c->given);
    pthread_mutex_unlock(&c->lock);
}

void aet_crew_wait(struct crew *c, struct task *t)
{
    pthread_mutex_lock(&c->lock);
    while (!t->done)
        if (!do_next(c)) {
            c->awaited = true;
            pthread_cond_wait(&c->done, &c->lock);
            c->awaited = false;
        }
    pthread_mutex_unlock(&c->lock);
}

void aet_crew_free(struct crew *c)
{
    if (!c)
        return;
    pthread_mutex_lock(&c->lock);
    c->over = true;
    pthread_cond_broadcast(&c->given);
    pthread_mutex_unlock(&c->lock);
    for (size_t i = 0; i < c->n; i++)
        pthread_join(c->threads[i], NULL);
    pthread_cond_destroy(&c->done);
    pthread_cond_destroy(&c->given);
    pthread_mutex_destroy(&c->lock);
    aet_free(c->threads);
    aet_free(c);
}
