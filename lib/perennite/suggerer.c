/* Completing a mention by one step that its plan has not taken, the first that there is:
 * 1. a strategy that the document saw for the mention's object and that the plan has not for it;
 * 2. at levels 1-2, the object that it saw at levels 3-4, by the strategy that it saw for it;
 * 3. a strategy that it saw at the level's band, or else at levels 3-4, and that the plan has not
 * at all. Of a strategy, the first sub-strategy and the first means that the plan has not, in the
 * order in which the document names them. */
#include "perennite/suggerer.h"

const size_t aet_perennite_suggestion_fields[SUGGESTIONS_PERENNITE] = {
    MEN_SUGGESTION_OBJET, MEN_SUGGESTION_STRATEGIE, MEN_SUGGESTION_SOUS_STRATEGIE,
    MEN_SUGGESTION_MOYEN, MEN_SUGGESTION_POURQUOI,  MEN_SUGGESTION_SOURCES
};

enum { S_OBJET, S_STRATEGIE, S_SOUS, S_MOYEN, S_POURQUOI, S_SOURCES };

/* A step under search: what the mention and its plan are, and what was found. */
struct step {
    const struct perennite_knowledge *k;
    struct plan_vu plan;
    enum bande bande;
    int32_t objet; /* of the mention */
    int32_t to_objet, strategie, landmark, bande_seen;
    const struct text *why;
};

/* The landmark of an object, or of a band: its row, or NO_ROW. */
static int32_t landmark(const struct perennite_knowledge *k, const char *column, struct span id)
{
    size_t c = aet_column(k->reperes, column);

    for (size_t r = 0; r < k->reperes->rows; r++)
        if (aet_span_eq(aet_cell(k->reperes, r, c), id))
            return (int32_t)r;
    return NO_ROW;
}

static int32_t of_objet(const struct step *s, int32_t objet)
{
    return landmark(s->k, "objet", aet_cell(s->k->objets, (size_t)objet, 0));
}

static int32_t of_bande(const struct step *s, enum bande bande)
{
    return landmark(s->k, "bande", aet_span_z(aet_perennite_bande_ids[bande]));
}

/* The first strategy of a landmark that the plan has not for the object (NO_ROW: at all). */
static bool strategy(struct step *s, int32_t row, int32_t objet, const struct text *why)
{
    const struct table *t = s->k->reperes;
    struct span list, id;

    if (row == NO_ROW)
        return false;
    list = aet_cell(t, (size_t)row, aet_column(t, "strategies"));
    while (aet_list_next(&list, &id)) {
        int32_t strategie = aet_row_of_id(s->k->strategies, id);

        if (strategie == NO_ROW || aet_perennite_plan_a_strategie(&s->plan, objet, strategie))
            continue;
        s->strategie = strategie;
        s->landmark = row;
        s->why = why;
        return true;
    }
    return false;
}

/* The first object of band 3-4 that the plan has not, and what was seen for it. */
static bool object(struct step *s)
{
    static const struct text why = {
        "Aux niveaux 3-4, l’analyse a vu davantage cet objet; le plan ne l’a pas encore.",
        "At levels 3-4 the analysis saw more of this object; the plan has it not yet."
    };
    const struct table *t = s->k->reperes;
    int32_t row = of_bande(s, BANDE_3_4);
    struct span list, id;

    if (s->bande != BANDE_1_2 || row == NO_ROW)
        return false;
    list = aet_cell(t, (size_t)row, aet_column(t, "objets"));
    while (aet_list_next(&list, &id)) {
        int32_t objet = aet_row_of_id(s->k->objets, id);

        if (objet == NO_ROW || aet_perennite_plan_a_objet(&s->plan, objet))
            continue;
        s->to_objet = objet;
        s->bande_seen = row;
        if (!strategy(s, of_objet(s, objet), objet, &why)) {
            s->landmark = row;
            s->why = &why;
        }
        return true;
    }
    return false;
}

static bool find(struct step *s)
{
    static const struct text of_object = {
        "L’analyse a vu cette stratégie pour cet objet; le plan ne l’a pas encore pour lui.",
        "The analysis saw this strategy for this object; the plan has it not yet for it."
    };
    static const struct text of_band = {
        "L’analyse a vu cette stratégie à ce niveau; le plan ne l’a pas encore.",
        "The analysis saw this strategy at this level; the plan has it not yet."
    };
    static const struct text beyond = {
        "Aux niveaux 3-4, l’analyse a vu davantage cette stratégie; le plan ne l’a pas encore.",
        "At levels 3-4 the analysis saw more of this strategy; the plan has it not yet."
    };

    if (s->objet != NO_ROW && strategy(s, of_objet(s, s->objet), s->objet, &of_object))
        return true;
    if (object(s))
        return true;
    if (s->bande == BANDE_NONE)
        return false;
    return strategy(s, of_bande(s, s->bande), NO_ROW, &of_band) ||
           strategy(s, of_bande(s, BANDE_3_4), NO_ROW, &beyond);
}

static void put(struct suggestions *x, struct set *sets, int which, struct span text)
{
    struct span *parts = x->parts[which];

    for (size_t i = 0; i < sets[which].n; i++)
        if (aet_span_eq(parts[i], text))
            return;
    parts[sets[which].n++] = text;
}

static void put_row(struct suggestions *x, struct set *sets, int which, const struct table *t,
                    size_t row)
{
    put(x, sets, which, aet_label(t, row, x->k->lang));
    put(x, sets, S_SOURCES, aet_cell(t, row, aet_column(t, "source")));
}

/* Of the strategy: a sub-strategy that the plan has not, or else one of which it has not all means;
 * and the first of these. */
static void put_means(struct suggestions *x, const struct step *s, struct set *sets)
{
    const struct perennite_knowledge *k = s->k;

    for (int had = 0; had < 2; had++)
        for (size_t r = 0; r < k->sous->rows; r++) {
            if (k->strategie_of[r] != s->strategie ||
                aet_perennite_plan_a_sous(&s->plan, r) != (had == 1))
                continue;
            for (size_t m = 0; m < k->moyens->rows; m++) {
                if (k->sous_of[m] != (int32_t)r || aet_perennite_plan_a_moyen(&s->plan, m))
                    continue;
                put_row(x, sets, S_SOUS, k->sous, r);
                put_row(x, sets, S_MOYEN, k->moyens, m);
                return;
            }
        }
}

size_t aet_perennite_suggest(void *context, const struct facts *f, struct set *sets)
{
    struct suggestions *x = context;
    const struct perennite_knowledge *k = x->k;
    int32_t niveau = aet_fact_row(f, MEN_NIVEAU);
    struct step s = { .k = k,
                      .plan = aet_perennite_plan_vu(x->vus, f, &x->key),
                      .bande = niveau == NO_ROW ? BANDE_NONE : k->bande_of[niveau],
                      .objet = aet_fact_row(f, MEN_OBJET),
                      .to_objet = NO_ROW,
                      .strategie = NO_ROW,
                      .landmark = NO_ROW,
                      .bande_seen = NO_ROW };

    for (size_t i = 0; i < SUGGESTIONS_PERENNITE; i++)
        sets[i] = (struct set){ .field = aet_perennite_suggestion_fields[i], .parts = x->parts[i] };
    if (!find(&s))
        return SUGGESTIONS_PERENNITE;
    if (s.to_objet == NO_ROW)
        s.to_objet = s.objet;
    if (s.to_objet != NO_ROW)
        put(x, sets, S_OBJET, aet_label(k->objets, (size_t)s.to_objet, k->lang));
    if (s.bande_seen != NO_ROW)
        put(x, sets, S_SOURCES,
            aet_cell(k->reperes, (size_t)s.bande_seen, aet_column(k->reperes, "source")));
    put(x, sets, S_SOURCES,
        aet_cell(k->reperes, (size_t)s.landmark, aet_column(k->reperes, "source")));
    if (s.strategie != NO_ROW) {
        put(x, sets, S_STRATEGIE, aet_label(k->strategies, (size_t)s.strategie, k->lang));
        put_means(x, &s, sets);
    }
    put(x, sets, S_POURQUOI, aet_span_z(aet_text(*s.why, k->lang)));
    return SUGGESTIONS_PERENNITE;
}
