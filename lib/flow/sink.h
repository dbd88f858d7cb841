/* Where records that pass go: a row for each sink of flow/work.h. Private to lib/flow. */
#ifndef AET_FLOW_SINK_H
#define AET_FLOW_SINK_H

#include "flow/held.h"
#include "flow/work.h"

struct worker;
struct writer;

struct sink_kind {
    const char *name;
    bool trees;        /* it takes documents too */
    bool nothing_else; /* and nothing but documents */
    bool list;         /* what goes out is a list of records, in a format of records */

    /* What stands before the first record. NULL here, in `put` and in `end`: nothing goes out. */
    void (*begin)(struct writer *w);
    /* One record that passed, by any worker and in any order: made text of, or counted. It may
     * still be rejected: reported in the worker's diagnostics. */
    void (*take)(struct worker *w, struct held *h);
    /* One that its check rejected and that has facts. May be NULL. */
    void (*lose)(struct worker *w, const struct held *h);
    /* One that was taken, in the order of the input; `text` is what was made of it. */
    void (*put)(struct writer *w, const struct held *h, struct span text);
    void (*end)(struct writer *w);
};

/* Whether it takes only some of the records. */
static inline bool aet_sink_draws(const struct sink *s)
{
    return s->kind == &aet_sink_echo && s->of.echo.draws;
}

/* Whether fields of them are written otherwise: in their one form, or coarser. */
static inline bool aet_sink_normal(const struct sink *s)
{
    return s->kind == &aet_sink_echo && (s->of.echo.normal || s->of.echo.coarse);
}

static inline bool aet_sink_writes(const struct sink_kind *k)
{
    return k->put != NULL;
}

/* What such a work asks for and cannot be had (a sink that its shape does not feed, no judge), or
 * NULL. The drive ends the process on it before anything is read (base/bug.h). */
const char *aet_work_fault(const struct work *w);

#endif
