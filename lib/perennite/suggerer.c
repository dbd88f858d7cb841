/* Completing a mention from the document alone (table reperes):
 * - the strategies seen for its object, or else in its band of levels, less the one it has;
 * - the sub-strategies of its strategy when it names none, or else of those suggested;
 * - the means of its sub-strategy, or of its strategy, not those it names;
 * - in band 1-2, the next small step: one thing that band 3-4 was seen to have beyond;
 * - the section of the document that each comes from. */
#include "perennite/suggerer.h"

const size_t aet_perennite_suggestion_fields[SUGGESTIONS_PERENNITE] = {
    MEN_SUGGESTION_STRATEGIES, MEN_SUGGESTION_SOUS_STRATEGIES, MEN_SUGGESTION_MOYENS,
    MEN_SUGGESTION_PAS, MEN_SUGGESTION_SOURCES
};

enum { S_STRATEGIES, S_SOUS, S_MOYENS, S_PAS, S_SOURCES };

struct suggestion {
    const struct perennite_knowledge *k;
    struct set *sets;
    int32_t objet, strategie, sous, moyen;
    enum bande bande;
};

void aet_perennite_suggest_room(struct perennite_knowledge *k)
{
    size_t most = k->strategies->rows + k->sous->rows + k->moyens->rows + k->reperes->rows + 1;

    for (size_t i = 0; i < SUGGESTIONS_PERENNITE; i++)
        k->parts[i] = aet_arena_alloc(&k->arena, 2 * most * sizeof **k->parts);
}

static void add(struct suggestion *s, size_t set, struct span text)
{
    struct span *parts = s->k->parts[set];

    for (size_t i = 0; i < s->sets[set].n; i++)
        if (aet_span_eq(parts[i], text))
            return;
    parts[s->sets[set].n++] = text;
}

static void add_row(struct suggestion *s, size_t set, const struct table *t, size_t row)
{
    add(s, set, aet_label(t, row, s->k->lang));
    add(s, S_SOURCES, aet_cell(t, row, aet_column(t, "source")));
}

/* The landmark of an object, or of a band: its row, or NO_ROW. */
static int32_t landmark(const struct perennite_knowledge *k, const char *column, struct span id)
{
    size_t c = aet_column(k->reperes, column);

    for (size_t r = 0; r < k->reperes->rows; r++)
        if (aet_span_eq(aet_cell(k->reperes, r, c), id))
            return (int32_t)r;
    return NO_ROW;
}

/* Which landmark speaks of this mention: its object's, or else its band's. */
static int32_t landmark_of(const struct suggestion *s)
{
    if (s->objet != NO_ROW)
        return landmark(s->k, "objet", aet_cell(s->k->objets, (size_t)s->objet, 0));
    if (s->bande != BANDE_NONE)
        return landmark(s->k, "bande", aet_span_z(aet_perennite_bande_ids[s->bande]));
    return NO_ROW;
}

static void sous_of(struct suggestion *s, int32_t strategie)
{
    for (size_t r = 0; r < s->k->sous->rows; r++)
        if (s->k->strategie_of[r] == strategie)
            add_row(s, S_SOUS, s->k->sous, r);
}

static void strategies(struct suggestion *s)
{
    int32_t row = landmark_of(s);
    struct span list, id;

    if (row == NO_ROW)
        return;
    list = aet_cell(s->k->reperes, (size_t)row, aet_column(s->k->reperes, "strategies"));
    while (aet_list_next(&list, &id)) {
        int32_t strategie = aet_row_of_id(s->k->strategies, id);

        if (strategie == NO_ROW || strategie == s->strategie)
            continue;
        add(s, S_STRATEGIES, aet_label(s->k->strategies, (size_t)strategie, s->k->lang));
        add(s, S_SOURCES,
            aet_cell(s->k->reperes, (size_t)row, aet_column(s->k->reperes, "source")));
        if (s->strategie == NO_ROW)
            sous_of(s, strategie);
    }
}

static void means(struct suggestion *s)
{
    if (s->strategie != NO_ROW && s->sous == NO_ROW)
        sous_of(s, s->strategie);
    for (size_t r = 0; r < s->k->moyens->rows; r++) {
        int32_t sous = s->k->sous_of[r];
        bool fits = s->sous != NO_ROW ? sous == s->sous
                                      : s->strategie != NO_ROW && sous != NO_ROW &&
                                            s->k->strategie_of[sous] == s->strategie;

        if (fits && (int32_t)r != s->moyen)
            add_row(s, S_MOYENS, s->k->moyens, r);
    }
}

/* The first id of a list that is none of the mention's own; NO_ROW when it has them all. */
static int32_t beyond(const struct table *t, struct span list, int32_t own)
{
    struct span id;

    while (aet_list_next(&list, &id)) {
        int32_t row = aet_row_of_id(t, id);

        if (row != NO_ROW && row != own)
            return row;
    }
    return NO_ROW;
}

/* One step at a time: the object that band 3-4 was seen to choose; whoever has it, a strategy of
 * that band. */
static void step(struct suggestion *s)
{
    const struct table *t = s->k->reperes;
    int32_t row = landmark(s->k, "bande", aet_span_z(aet_perennite_bande_ids[BANDE_3_4]));
    struct span objets, seen;
    int32_t next;

    if (s->bande != BANDE_1_2 || row == NO_ROW)
        return;
    objets = aet_cell(t, (size_t)row, aet_column(t, "objets"));
    seen = aet_cell(t, (size_t)row, aet_column(t, "strategies"));
    next = beyond(s->k->objets, objets, s->objet);
    if (next != NO_ROW) {
        add(s, S_PAS, aet_label(s->k->objets, (size_t)next, s->k->lang));
    } else {
        next = beyond(s->k->strategies, seen, s->strategie);
        if (next == NO_ROW)
            return;
        add(s, S_PAS, aet_label(s->k->strategies, (size_t)next, s->k->lang));
    }
    add(s, S_SOURCES, aet_cell(t, (size_t)row, aet_column(t, "source")));
}

size_t aet_perennite_suggest(void *context, const struct facts *f, struct set *sets)
{
    struct perennite_knowledge *k = context;
    int32_t niveau = aet_fact_row(f, MEN_NIVEAU);
    struct suggestion s = { .k = k,
                            .sets = sets,
                            .objet = aet_fact_row(f, MEN_OBJET),
                            .strategie = aet_perennite_strategie(k, f),
                            .sous = aet_fact_row(f, MEN_SOUS_STRATEGIE),
                            .moyen = aet_fact_row(f, MEN_MOYEN),
                            .bande = niveau == NO_ROW ? BANDE_NONE : k->bande_of[niveau] };

    for (size_t i = 0; i < SUGGESTIONS_PERENNITE; i++)
        sets[i] = (struct set){ .field = aet_perennite_suggestion_fields[i], .parts = k->parts[i] };
    strategies(&s);
    means(&s);
    step(&s);
    return SUGGESTIONS_PERENNITE;
}
