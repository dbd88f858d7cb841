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

/* Whether the entry's strategies (or those of its function) call on an element. */
static bool called(const struct repa_knowledge *k, const struct facts *f, const struct mobilise *m)
{
    int32_t fonction = aet_fact_row(f, JOU_FONCTION);
    const struct item *it = aet_fact_items(f, JOU_STRATEGIES);
    size_t n = aet_fact_count(f, JOU_STRATEGIES);

    for (size_t i = 0; i < n; i++)
        if (it[i].row != NO_ROW && m->strategies[it[i].row])
            return true;
    for (size_t i = 0; !n && fonction != NO_ROW && i < k->par_fonction[fonction].n; i++)
        if (m->strategies[k->par_fonction[fonction].strategies[i]])
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
    int32_t fonction = aet_fact_row(f, JOU_FONCTION);

    for (size_t i = 0; i < SUGGESTIONS_REPA; i++)
        sets[i] = (struct set){ aet_repa_suggestion_fields[i], k->parts[i], 0 };
    for (size_t i = 0; fonction != NO_ROW && i < k->par_fonction[fonction].n; i++) {
        int32_t row = k->par_fonction[fonction].strategies[i];

        if (!names(f, JOU_STRATEGIES, row))
            add(k, &sets[0], 0, aet_label(k->strategies, (size_t)row, LANG_FR));
    }
    elements(k, f, false, sets);
    elements(k, f, true, sets);
    return SUGGESTIONS_REPA;
}
