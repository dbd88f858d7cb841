/* Reading a rule: its clauses, their conditions, the confidence. */
#include "findings/parse.h"

#include "findings/operand.h"
#include "findings/tests.h"

static const char *const figures[FIGURE_GUARD] = { "valeur", "intervalle", "bas",   "haut",
                                                   "part",   "p",          "p-holm" };

static bool in_list(const char *const *list, const char *name)
{
    for (size_t i = 0; list[i]; i++)
        if (strcmp(list[i], name) == 0)
            return true;
    return false;
}

/* Whether the clause counts what a guard asks for. */
static bool counts(const struct finding_clause *c, const char *guard)
{
    return strcmp(c->test->guard, guard) == 0 || in_list(c->a.measure->guards, guard);
}

/* The figure that the word at hand names, among those that the clause gives; -1: a fault. */
static int figure(struct finding_reader *r, const struct finding_clause *c)
{
    const struct finding_domain *d = r->domain;
    const char **known = aet_arena_alloc(r->arena,
                                         (FIGURE_GUARD + d->guards_n + 1) * sizeof *known);
    size_t n = 0;

    for (int i = 0; i < FIGURE_GUARD; i++)
        if (c->test->figures & 1U << i) {
            if (aet_finding_at(r, figures[i]))
                return i;
            known[n++] = figures[i];
        }
    for (size_t i = 0; i < d->guards_n; i++)
        if (counts(c, d->guards[i].name)) {
            if (aet_finding_at(r, d->guards[i].name))
                return FIGURE_GUARD + (int)i;
            known[n++] = d->guards[i].name;
        }
    known[n] = NULL;
    aet_finding_fail(r, FINDING_FAULT_FIGURE, c->test->name, known);
    return -1;
}

static bool read_condition(struct finding_reader *r, struct finding_clause *c)
{
    struct finding_condition *to = &c->conditions[c->conditions_n];

    if (c->conditions_n == FINDING_CONDITIONS)
        return aet_finding_fail(r, FINDING_FAULT_MANY, NULL, NULL);
    to->to_refute = aet_finding_at(r, "infirme");
    if (to->to_refute)
        aet_finding_next(r);
    to->figure = figure(r, c);
    if (to->figure < 0)
        return false;
    aet_finding_next(r);
    c->conditions_n++;
    return aet_finding_comparison(r, &to->op, &to->limit);
}

/* Something must be able to refute: a value, a whole interval, parts. */
static bool read_conditions(struct finding_reader *r, struct finding_clause *c)
{
    bool decides = false;

    if (!aet_finding_pass(r, SIGN_COLON, ":") || !read_condition(r, c))
        return false;
    while (aet_finding_at(r, "et")) {
        aet_finding_next(r);
        if (!read_condition(r, c))
            return false;
    }
    for (size_t i = 0; i < c->conditions_n; i++) {
        int f = c->conditions[i].figure;

        decides |= !c->conditions[i].to_refute &&
                   (f == FIGURE_VALUE || f == FIGURE_INTERVAL || f == FIGURE_PART);
    }
    if (decides)
        return true;
    r->text = aet_span_z(c->test->name);
    r->rest = aet_span("", 0);
    r->sign = SIGN_WORD;
    return aet_finding_fail(r, FINDING_FAULT_DECIDES, NULL, NULL);
}

/* Of points and groups: `interventions >= 5`. */
static bool read_size(struct finding_reader *r, struct finding_clause *c)
{
    const struct finding_measure *m = c->a.measure;
    struct finding_condition *to = &c->size[c->size_n];

    for (int i = 0; m->sizes[i]; i++)
        if (aet_finding_at(r, m->sizes[i])) {
            aet_finding_next(r);
            to->figure = i;
            c->size_n++;
            return aet_finding_comparison(r, &to->op, &to->limit);
        }
    return aet_finding_fail(r, FINDING_FAULT_SIZE, m->name, m->sizes);
}

static bool read_limit(struct finding_reader *r, struct finding_clause *c)
{
    if (c->among_n + c->size_n == FINDING_LIMITS)
        return aet_finding_fail(r, FINDING_FAULT_MANY, NULL, NULL);
    if (c->test->shape != FINDING_UNITS)
        return read_size(r, c);
    return aet_finding_operand(r, c->test->name, FINDING_UNITS, true, &c->among[c->among_n++]);
}

static bool read_among(struct finding_reader *r, struct finding_clause *c)
{
    if (!c->test->among || !aet_finding_at(r, "parmi"))
        return true;
    do {
        aet_finding_next(r);
        if (!read_limit(r, c))
            return false;
    } while (aet_finding_at(r, "et"));
    return true;
}

static bool read_by(struct finding_reader *r, struct finding_clause *c)
{
    if (!c->test->by)
        return true;
    if (!aet_finding_pass_word(r, "par"))
        return false;
    for (int i = 0; c->a.measure->by[i]; i++)
        if (aet_finding_at(r, c->a.measure->by[i])) {
            c->by = i;
            aet_finding_next(r);
            return true;
        }
    return aet_finding_fail(r, FINDING_FAULT_BY, c->a.measure->name, c->a.measure->by);
}

static bool overlap(const struct finding_pick *a, const struct finding_pick *b)
{
    for (size_t i = 0; i < a->n; i++)
        if (aet_finding_picks(a, (int32_t)i) && aet_finding_picks(b, (int32_t)i))
            return true;
    return false;
}

/* `de bande=3-4 contre bande=1-2`. */
static bool read_sides(struct finding_reader *r, struct finding_clause *c)
{
    const struct finding_measure *m = c->test->sides == SIDES_OF_UNITS ? NULL : c->a.measure;
    const char *of = m ? m->name : c->test->name;
    struct finding_reader from;

    if (c->test->sides == SIDES_NONE)
        return true;
    if (!aet_finding_pass_word(r, "de"))
        return false;
    from = *r;
    if (!aet_finding_read_pick(r, m, of, &c->sides[0]) || !aet_finding_pass_word(r, "contre") ||
        !aet_finding_read_pick(r, m, of, &c->sides[1]))
        return false;
    if (c->sides[0].dimension != c->sides[1].dimension || overlap(&c->sides[0], &c->sides[1]))
        return aet_finding_fail(&from, FINDING_FAULT_OVERLAP, NULL, NULL);
    return true;
}

static bool find_test(struct finding_reader *r, struct finding_clause *c)
{
    const char **names = aet_arena_alloc(r->arena, (aet_finding_tests_n + 1) * sizeof *names);

    for (size_t i = 0; i < aet_finding_tests_n; i++) {
        names[i] = aet_finding_tests[i].name;
        if (aet_finding_at(r, names[i]))
            c->test = &aet_finding_tests[i];
    }
    names[aet_finding_tests_n] = NULL;
    if (!c->test)
        return aet_finding_fail(r, FINDING_FAULT_TEST, NULL, names);
    aet_finding_next(r);
    return true;
}

static bool read_clause(struct finding_reader *r, struct finding_clause *c)
{
    struct finding_reader from;

    if (!find_test(r, c))
        return false;
    from = *r;
    if (!aet_finding_operand(r, c->test->name, c->test->shape, c->test->limit, &c->a))
        return false;
    if (c->test->draws && !c->a.measure->draws)
        return aet_finding_fail(&from, FINDING_FAULT_MEASURE, c->test->name, NULL);
    if (c->test->link &&
        (!aet_finding_pass_word(r, c->test->link) ||
         !aet_finding_operand(r, c->test->name, c->test->shape, c->test->limit, &c->b)))
        return false;
    return read_sides(r, c) && read_by(r, c) && read_among(r, c) && read_conditions(r, c);
}

static bool read_confidence(struct finding_reader *r, struct finding_rule *rule)
{
    struct finding_reader from = *r;

    aet_finding_next(r);
    if (rule->confidence != 0)
        return aet_finding_fail(&from, FINDING_FAULT_CONFIDENCE, NULL, NULL);
    if (!aet_finding_pass(r, SIGN_EQUALS, "=") || !aet_finding_number(r, &rule->confidence))
        return false;
    if (rule->confidence > 0 && rule->confidence < 1)
        return true;
    return aet_finding_fail(&from, FINDING_FAULT_CONFIDENCE, NULL, NULL);
}

static bool read_item(struct finding_reader *r, struct finding_rule *rule)
{
    if (aet_finding_at(r, "confiance"))
        return read_confidence(r, rule);
    if (rule->n == FINDING_CLAUSES)
        return aet_finding_fail(r, FINDING_FAULT_MANY, NULL, NULL);
    return read_clause(r, &rule->clauses[rule->n++]);
}

bool aet_finding_rule_read(struct finding_rule *rule, const struct finding_domain *d,
                           struct span text, struct arena *a, struct finding_fault *fault)
{
    struct finding_reader r = { .domain = d, .arena = a, .fault = fault, .rest = text };

    *rule = (struct finding_rule){ .testable = true };
    aet_finding_next(&r);
    if (r.sign == SIGN_END)
        return aet_finding_fail(&r, FINDING_FAULT_EMPTY, NULL, NULL);
    if (aet_finding_at(&r, "non_testable")) {
        rule->testable = false;
        aet_finding_next(&r);
        return r.sign == SIGN_END || aet_finding_fail(&r, FINDING_FAULT_END, NULL, NULL);
    }
    if (!read_item(&r, rule))
        return false;
    while (r.sign == SIGN_SEMICOLON) {
        aet_finding_next(&r);
        if (!read_item(&r, rule))
            return false;
    }
    if (r.sign != SIGN_END)
        return aet_finding_fail(&r, FINDING_FAULT_EXPECTED, ";", NULL);
    if (!rule->n)
        return aet_finding_fail(&r, FINDING_FAULT_EMPTY, NULL, NULL);
    return rule->confidence > 0 || aet_finding_fail(&r, FINDING_FAULT_CONFIDENCE, NULL, NULL);
}
