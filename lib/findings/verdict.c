/* Guards, conditions and verdicts. A figure confirms when every condition holds; it refutes when
 * the whole interval of one lies on the other side of its limit. */
#include "findings/verdict.h"

#include <math.h>

#include "findings/words.h"

bool aet_finding_corrected(const struct finding_clause *c)
{
    for (size_t i = 0; i < c->conditions_n; i++)
        if (c->conditions[i].figure == FIGURE_P_HOLM)
            return true;
    return false;
}

static void say_guard(const struct finding_clause *c, const struct finding_run *r,
                      const struct finding_guard *g, double has, double needs, struct buf *out)
{
    struct text before = c->test->sides == SIDES_OF_UNITS && g->before_side.fr ? g->before_side
                                                                               : g->before;

    aet_finding_say_next(out);
    aet_buf_str(out, aet_text(before, r->lang));
    if (g->share) {
        aet_finding_say_share(out, r->lang, has);
        return;
    }
    aet_finding_say_number(out, r->lang, has);
    aet_buf_str(out, aet_text(g->between, r->lang));
    aet_finding_say_number(out, r->lang, needs);
}

bool aet_finding_guarded(const struct finding_clause *c, const struct finding_run *r,
                         const struct finding_figure *f, struct buf *note)
{
    bool all = true;

    for (size_t i = 0; i < c->conditions_n; i++) {
        const struct finding_condition *k = &c->conditions[i];
        int g = k->figure - FIGURE_GUARD;

        if (g < 0 || k->to_refute || aet_finding_holds(f->guards[g], k->op, k->limit))
            continue;
        say_guard(c, r, &r->domain->guards[g], f->guards[g], k->limit, note);
        all = false;
    }
    return all;
}

static bool holds(const struct finding_condition *k, struct stat_value v)
{
    return v.defined && aet_finding_holds(v.value, k->op, k->limit);
}

/* Whether larger values are what a condition asks for. */
static bool upward(const struct finding_condition *k)
{
    return k->op == FINDING_GT || k->op == FINDING_GE;
}

/* The bound nearest to failing, and the one nearest to holding. */
static struct stat_value worst(const struct finding_condition *k, struct stat_interval ci)
{
    return upward(k) ? ci.low : ci.high;
}

static bool wholly_outside(const struct finding_condition *k, struct stat_interval ci)
{
    struct stat_value best = upward(k) ? ci.high : ci.low;

    return best.defined && !aet_finding_holds(best.value, k->op, k->limit);
}

static bool all_parts(const struct finding_condition *k, const struct finding_figure *f)
{
    for (size_t i = 0; i < f->parts_n; i++)
        if (!holds(k, f->parts[i].value))
            return false;
    return f->parts_n > 0;
}

static bool confirms(const struct finding_condition *k, const struct finding_figure *f)
{
    switch (k->figure) {
    case FIGURE_VALUE:
        return holds(k, f->value);
    case FIGURE_INTERVAL:
        return holds(k, worst(k, f->ci));
    case FIGURE_LOW:
        return holds(k, f->ci.low);
    case FIGURE_HIGH:
        return holds(k, f->ci.high);
    case FIGURE_PART:
        return all_parts(k, f);
    case FIGURE_P:
    case FIGURE_P_HOLM:
        return holds(k, f->p);
    default:
        return aet_finding_holds(f->guards[k->figure - FIGURE_GUARD], k->op, k->limit);
    }
}

static bool refutes(const struct finding_condition *k, const struct finding_figure *f)
{
    if (k->figure == FIGURE_VALUE || k->figure == FIGURE_INTERVAL)
        return wholly_outside(k, f->ci);
    for (size_t i = 0; k->figure == FIGURE_PART && i < f->parts_n; i++)
        if (wholly_outside(k, f->parts[i].ci))
            return true;
    return false;
}

/* Guards have been seen to: they are asked of no part. */
static enum finding_verdict judge_one(const struct finding_clause *c,
                                      const struct finding_figure *f)
{
    bool yes = true, no = false, may = true;

    for (size_t i = 0; i < c->conditions_n; i++) {
        const struct finding_condition *k = &c->conditions[i];

        if (k->to_refute) {
            may = may && confirms(k, f);
        } else if (k->figure < FIGURE_GUARD) {
            yes = yes && confirms(k, f);
            no = no || refutes(k, f);
        }
    }
    if (yes)
        return FINDING_CONFIRMED;
    return no && may ? FINDING_REFUTED : FINDING_UNDETERMINED;
}

/* Whether the figure has a value, an interval, and the p that is asked for. */
static bool complete(const struct finding_clause *c, const struct finding_figure *f)
{
    for (size_t i = 0; i < c->conditions_n; i++) {
        int k = c->conditions[i].figure;

        if ((k == FIGURE_P || k == FIGURE_P_HOLM) && !f->p.defined)
            return false;
    }
    return f->value.defined && (f->ci.low.defined || f->ci.high.defined);
}

/* Each group by itself: all confirm, or one refutes. */
static enum finding_verdict judge_each(const struct finding_clause *c,
                                       const struct finding_figure *f)
{
    enum finding_verdict all = FINDING_CONFIRMED;

    for (size_t i = 0; i < f->parts_n; i++) {
        struct finding_figure one = *f;
        enum finding_verdict v;

        one.value = f->parts[i].value;
        one.ci = f->parts[i].ci;
        v = judge_one(c, &one);
        if (v == FINDING_REFUTED)
            return v;
        all = v == FINDING_CONFIRMED ? all : FINDING_UNDETERMINED;
    }
    return all;
}

bool aet_finding_judge(const struct finding_clause *c, const struct finding_figure *f,
                       enum finding_verdict *v)
{
    if (!complete(c, f))
        return false;
    *v = c->test->each ? judge_each(c, f) : judge_one(c, f);
    return true;
}

bool aet_finding_weaker(const struct finding_clause *c, const struct finding_figure *a,
                        const struct finding_figure *b)
{
    for (size_t i = 0; i < c->conditions_n; i++) {
        const struct finding_condition *k = &c->conditions[i];
        double x, y;

        if (k->figure == FIGURE_INTERVAL) {
            x = worst(k, a->ci).value;
            y = worst(k, b->ci).value;
            return upward(k) ? !(y > x) : !(y < x);
        }
        if (k->figure != FIGURE_VALUE)
            continue;
        x = a->value.value;
        y = b->value.value;
        return a->value.defined && b->value.defined && (upward(k) ? y < x : y > x);
    }
    return false;
}
