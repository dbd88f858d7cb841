/* From Tableau 5 and Tableau 6 to what an entry does not name yet. */
#include "repa/suggerer.h"

#include "base/fold.h"

const size_t aet_repa_suggestion_fields[SUGGESTIONS_REPA] = { JOU_SUGGESTION_STRATEGIES,
                                                              JOU_SUGGESTION_SAVOIRS,
                                                              JOU_SUGGESTION_SAVOIR_FAIRE,
                                                              JOU_SUGGESTION_SAVOIR_ETRE };

static bool names(const struct facts *f, int field, int32_t row)
{
    const struct item *it = aet_fact_items(f, (size_t)field);

    for (size_t i = 0; i < aet_fact_count(f, (size_t)field); i++)
        if (it[i].row == row)
            return true;
    return false;
}

static void add(const struct repa_knowledge *k, struct set *set, size_t room, struct span label)
{
    struct span *parts = k->parts[room];

    label = aet_fold_short(label);
    for (size_t i = 0; i < set->n; i++)
        if (aet_span_eq(parts[i], label))
            return;
    parts[set->n++] = label;
}

/* The strategies of the entry's functions, one after another. */
struct offered {
    size_t function, at;
};

static bool next_offered(const struct repa_knowledge *k, const struct facts *f, struct offered *o,
                         int32_t *strategie)
{
    const struct item *it = aet_fact_items(f, JOU_FONCTION);

    for (; o->function < aet_fact_count(f, JOU_FONCTION); o->function++, o->at = 0) {
        int32_t row = it[o->function].row;

        if (row == NO_ROW || o->at >= k->par_fonction[row].n)
            continue;
        *strategie = k->par_fonction[row].strategies[o->at++];
        return true;
    }
    return false;
}

/* Whether the entry's strategies (or those of its functions) call on an element. */
static bool called(const struct repa_knowledge *k, const struct facts *f, const struct mobilise *m)
{
    const struct item *it = aet_fact_items(f, JOU_STRATEGIES);
    size_t n = aet_fact_count(f, JOU_STRATEGIES);
    struct offered o = { 0, 0 };
    int32_t row;

    for (size_t i = 0; i < n; i++)
        if (it[i].row != NO_ROW && m->strategies[it[i].row])
            return true;
    while (!n && next_offered(k, f, &o, &row))
        if (m->strategies[row])
            return true;
    return false;
}

static void elements(const struct repa_knowledge *k, const struct facts *f, bool general,
                     struct set *sets)
{
    for (size_t i = 0; i < k->mobilisation_n; i++) {
        const struct mobilise *m = &k->mobilisation[i];
        size_t room = 1 + (size_t)m->famille;

        if (m->general == general && called(k, f, m) && !names(f, JOU_ELEMENTS, m->element))
            add(k, &sets[room], room, aet_label(k->elements, (size_t)m->element, LANG_FR));
    }
}

size_t aet_repa_suggest(void *context, const struct facts *f, struct set *sets)
{
    struct repa_knowledge *k = context;
    struct offered o = { 0, 0 };
    int32_t row;

    for (size_t i = 0; i < SUGGESTIONS_REPA; i++)
        sets[i] = (struct set){ .field = aet_repa_suggestion_fields[i], .parts = k->parts[i] };
    while (next_offered(k, f, &o, &row))
        if (!names(f, JOU_STRATEGIES, row))
            add(k, &sets[0], 0, aet_label(k->strategies, (size_t)row, LANG_FR));
    elements(k, f, false, sets);
    elements(k, f, true, sets);
    return SUGGESTIONS_REPA;
}
