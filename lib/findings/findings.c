/* The rules of a table tested on data: figures of each clause, Holm over all that ask for it, then
 * verdicts. */
#include "findings/findings.h"

#include <math.h>

#include "findings/verdict.h"
#include "findings/words.h"
#include "stats/holm.h"

/* The figures of one rule, and the guards of each clause that do not hold, in words. */
struct figures {
    struct finding_figure of[FINDING_CLAUSES];
    struct buf guards[FINDING_CLAUSES];
    bool guarded[FINDING_CLAUSES];
};

static bool same(const struct buf *a, const struct buf *b)
{
    return aet_span_eq(aet_buf_view(a), aet_buf_view(b));
}

static void say_note(struct buf *to, const struct buf *note)
{
    if (!note->n)
        return;
    aet_finding_say_next(to);
    aet_buf_span(to, aet_buf_view(note));
}

/* What a clause before said is not said again. */
static void say_notes(const struct figures *x, size_t i, struct buf *to)
{
    const struct finding_figure *f = &x->of[i];
    bool guards = true, note = true;

    for (size_t j = 0; j < i; j++) {
        guards = guards && !same(&x->guards[j], &x->guards[i]);
        note = note && !same(&x->of[j].note, &f->note);
    }
    if (guards)
        say_note(to, &x->guards[i]);
    if (x->guarded[i])
        say_note(to, &f->counts);
    if (note)
        say_note(to, &f->note);
}

/* Two clauses of one test on the same measure stand in one sentence. */
static bool of_one_test(const struct finding_rule *rule, size_t i, size_t j)
{
    return i < rule->n && j < rule->n && rule->clauses[i].test == rule->clauses[j].test;
}

static void say_words(const struct finding_rule *rule, const struct finding_run *r, size_t i,
                      const struct finding_figure *f, struct buf *out)
{
    enum finding_counted counted = rule->clauses[i].test->counted;

    if (!f->words.n)
        return;
    if (i)
        aet_finding_say(out, r->lang, "; ", "; ");
    if (strcmp(rule->clauses[i].test->name, "kendall") == 0 && (!i || !of_one_test(rule, i, i - 1)))
        aet_finding_say(out, r->lang, "tau-b : ", "tau-b: ");
    aet_buf_span(out, aet_buf_view(&f->words));
    if (counted == COUNTED_EACH || (counted == COUNTED_ONCE && !of_one_test(rule, i, i + 1)))
        aet_finding_say_n(out, r->lang, f->n);
}

/* What is shown of a rule: its first figure, or the weakest of those that are of its test. */
static void show(const struct finding_rule *rule, const struct figures *x, struct finding *out)
{
    const struct finding_figure *shown = &x->of[0];

    out->p = shown->p;
    out->n = shown->n;
    for (size_t i = 0; i < rule->n; i++)
        out->hidden |= x->of[i].hidden;
    for (size_t i = 1; of_one_test(rule, i, 0); i++) {
        const struct finding_figure *f = &x->of[i];

        if (aet_finding_weaker(&rule->clauses[i], shown, f))
            shown = f;
        if (out->p.defined && f->p.defined && f->p.value > out->p.value)
            out->p = f->p;
        out->n = f->n < out->n ? f->n : out->n;
    }
    out->value = shown->value;
    out->ci = shown->ci;
}

/* A p that is to be corrected and does not exist: why, before what else is noted. */
static void say_no_p(const struct finding_run *r, struct finding_figure *f)
{
    struct buf note = { 0 };

    aet_finding_say(&note, r->lang, aet_stat_reason_fr(f->p.reason),
                    aet_stat_reason_en(f->p.reason));
    say_note(&note, &f->note);
    aet_buf_free(&f->note);
    f->note = note;
}

static void compute_clause(const struct finding_rule *rule, const struct finding_run *r, size_t i,
                           struct figures *x, struct finding *out)
{
    const struct finding_clause *c = &rule->clauses[i];
    struct finding_figure *f = &x->of[i];

    *f = (struct finding_figure){ .value = aet_stat_undefined(STAT_EMPTY),
                                  .p = aet_stat_undefined(STAT_EMPTY),
                                  .ci = aet_stat_no_interval(STAT_EMPTY) };
    for (size_t g = 0; g < FINDING_GUARDS; g++)
        f->guards[g] = NAN;
    c->test->run(c, r, f);
    x->guarded[i] = aet_finding_guarded(c, r, f, &x->guards[i]);
    if (!x->guarded[i] && aet_finding_corrected(c))
        f->p = aet_stat_undefined(STAT_TOO_FEW);
    else if (aet_finding_corrected(c) && f->value.defined && !f->p.defined)
        say_no_p(r, f);
    say_notes(x, i, &out->note);
    say_words(rule, r, i, f, &out->words);
}

static void compute(const struct finding_rule *rule, const struct finding_run *run,
                    struct figures *x, struct finding *out)
{
    struct finding_run r = *run;

    r.confidence = rule->confidence;
    for (size_t i = 0; i < rule->n; i++)
        compute_clause(rule, &r, i, x, out);
}

/* The p of a rule: as all its tests must confirm, the largest of those that are to be corrected.
 * Undefined when none is, when one has no p, or when a guard does not hold. */
static struct stat_value p_of(const struct finding_rule *rule, const struct figures *x)
{
    struct stat_value p = aet_stat_undefined(STAT_EMPTY);

    for (size_t i = 0; i < rule->n; i++) {
        if (!aet_finding_corrected(&rule->clauses[i]))
            continue;
        if (!x->guarded[i] || !x->of[i].p.defined)
            return aet_stat_undefined(STAT_EMPTY);
        if (!p.defined || x->of[i].p.value > p.value)
            p = x->of[i].p;
    }
    return p;
}

static void set_p(const struct finding_rule *rule, struct figures *x, struct stat_value p)
{
    for (size_t i = 0; i < rule->n; i++)
        if (aet_finding_corrected(&rule->clauses[i]))
            x->of[i].p = p;
}

/* Holm over every rule of the table that asks for it and has a p. */
static void correct(const struct findings *f, const struct finding_run *r, struct figures *x,
                    struct finding *out)
{
    size_t n = f->table->rows;
    struct stat_value *p = aet_calloc(n + 1, sizeof *p);
    struct buf *to; /* where figures are not put in words, a note */

    for (size_t row = 0; row < n; row++)
        p[row] = p_of(&f->rules[row], &x[row]);
    aet_holm(p, p, n);
    for (size_t row = 0; row < n; row++) {
        if (!p[row].defined)
            continue;
        set_p(&f->rules[row], &x[row], p[row]);
        to = out[row].words.n ? &out[row].words : &out[row].note;
        aet_finding_say_next(to);
        aet_finding_say_p(to, r->lang, "p (Holm)", p[row].value);
    }
    aet_free(p);
}

/* All clauses confirm, or one refutes; nothing is decided where a guard does not hold or a figure
 * is missing. */
static enum finding_verdict decide(const struct finding_rule *rule, const struct figures *x)
{
    enum finding_verdict all = FINDING_CONFIRMED;
    bool refuted = false;

    if (!rule->testable)
        return FINDING_NON_TESTABLE;
    for (size_t i = 0; i < rule->n; i++) {
        enum finding_verdict v = FINDING_UNDETERMINED;

        if (!x->guarded[i] || !aet_finding_judge(&rule->clauses[i], &x->of[i], &v))
            return FINDING_UNDETERMINED;
        refuted |= v == FINDING_REFUTED;
        all = v == FINDING_CONFIRMED ? all : FINDING_UNDETERMINED;
    }
    return refuted ? FINDING_REFUTED : all;
}

static void free_figures(const struct finding_rule *rule, struct figures *x)
{
    for (size_t i = 0; i < rule->n; i++) {
        aet_buf_free(&x->of[i].words);
        aet_buf_free(&x->of[i].note);
        aet_buf_free(&x->of[i].counts);
        aet_buf_free(&x->guards[i]);
        aet_free(x->of[i].parts);
    }
}

struct finding *aet_findings_test(const struct findings *f, const struct finding_run *run)
{
    size_t rows = f->table->rows;
    struct finding *out = aet_calloc(rows + 1, sizeof *out);
    struct figures *x = aet_calloc(rows + 1, sizeof *x);
    struct finding_run r = *run;

    r.domain = &f->domain;
    for (size_t row = 0; row < rows; row++)
        compute(&f->rules[row], &r, &x[row], &out[row]);
    correct(f, &r, x, out);
    for (size_t row = 0; row < rows; row++) {
        out[row].verdict = decide(&f->rules[row], &x[row]);
        if (f->rules[row].n)
            show(&f->rules[row], &x[row], &out[row]);
        free_figures(&f->rules[row], &x[row]);
    }
    aet_free(x);
    return out;
}

void aet_findings_results_free(const struct findings *f, struct finding *results)
{
    for (size_t row = 0; row < f->table->rows; row++) {
        aet_buf_free(&results[row].words);
        aet_buf_free(&results[row].note);
    }
    aet_free(results);
}

struct span aet_findings_text(const struct findings *f, size_t row, const char *fr, const char *en,
                              enum lang lang)
{
    const struct table *t = f->table;
    struct span cell = aet_cell(t, row, aet_column(t, aet_text((struct text){ fr, en }, lang)));

    return cell.n ? cell : aet_cell(t, row, aet_column(t, fr));
}
