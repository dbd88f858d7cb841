/* Completing a record from its block (aet-publics(1), suggerer):
 * - an audience and no purpose: the purposes of its blocks, to choose from, of the aim if one is
 * said;
 * - no audience: those that the aims, purposes, outcomes and means given lead to;
 * - a block that is certain: the outcomes, means and examples not yet chosen;
 * - with experience, outcomes and means in the order of what was observed. */
#include "publics/suggerer.h"

#include "base/fold.h"
#include "publics/experience.h"

const size_t aet_publics_suggestion_fields[SUGGESTIONS] = {
    ACT_SUGGESTION_PUBLIC,  ACT_SUGGESTION_POURQUOI, ACT_SUGGESTION_RETOMBEES,
    ACT_SUGGESTION_COMMENT, ACT_SUGGESTION_EXEMPLES, ACT_SUGGESTION_EXPERIENCE
};

enum { S_PUBLIC, S_POURQUOI, S_RETOMBEES, S_COMMENT, S_EXPERIENCE = 5 };
enum { S_FIRST_TERM = S_POURQUOI };

struct suggestion {
    struct publics_knowledge *p;
    const struct facts *f;
    struct set *sets;
    uint8_t *candidate; /* by block */
};

static void add(struct suggestion *s, size_t set, struct span label)
{
    struct span *parts = s->p->parts[set];

    for (size_t i = 0; i < s->sets[set].n; i++)
        if (aet_span_eq(parts[i], label))
            return;
    parts[s->sets[set].n++] = label;
}

static bool chosen(const struct suggestion *s, int field, int32_t row)
{
    const struct item *it = aet_fact_items(s->f, (size_t)field);

    for (size_t i = 0; i < aet_fact_count(s->f, (size_t)field); i++)
        if (it[i].row != NO_ROW && s->p->canonical[it[i].row] == s->p->canonical[row])
            return true;
    return false;
}

/* Whether one of the terms given for a role stands in the block; `none` when none is given. */
static bool touches(const struct suggestion *s, const struct bloc *b, int role, bool none)
{
    const struct item *it = aet_fact_items(s->f, (size_t)aet_publics_role_field[role]);
    size_t n = aet_fact_count(s->f, (size_t)aet_publics_role_field[role]);
    bool known = false;

    for (size_t i = 0; i < n; i++) {
        if (it[i].row == NO_ROW)
            continue;
        known = true;
        if (aet_publics_has_terme(b->set[role], s->p->canonical[it[i].row]))
            return true;
    }
    return !known && none;
}

/* The blocks that every kind of term given leads to, among those marked. False when none is left:
 * then the marks stand as they were. */
static bool narrow(struct suggestion *s, int from, int to)
{
    bool any = false;

    for (size_t i = 0; i < s->p->blocs_n; i++) {
        bool keep = s->candidate[i] & 1;

        for (int role = from; role <= to && keep; role++)
            keep = touches(s, &s->p->blocs[i], role, true);
        s->candidate[i] = (uint8_t)((s->candidate[i] & 1) | (keep ? 2 : 0));
        any |= keep;
    }
    for (size_t i = 0; any && i < s->p->blocs_n; i++)
        s->candidate[i] = s->candidate[i] >> 1;
    for (size_t i = 0; !any && i < s->p->blocs_n; i++)
        s->candidate[i] &= 1;
    return any;
}

static size_t count(const struct suggestion *s)
{
    size_t n = 0;

    for (size_t i = 0; i < s->p->blocs_n; i++)
        n += s->candidate[i];
    return n;
}

/* Whether a purpose is of an aim that the record names, or none of those to choose from is. */
static bool serves(const struct suggestion *s, int32_t row)
{
    uint64_t aims = aet_publics_buts_named(s->f);
    bool any = false;

    for (size_t i = 0; aims && i < s->p->blocs_n && !any; i++)
        for (size_t k = 0; s->candidate[i] && k < s->p->blocs[i].n[ROLE_POURQUOI]; k++)
            any |= (s->p->buts_of[s->p->canonical[s->p->blocs[i].rows[ROLE_POURQUOI][k]]] & aims) !=
                   0;
    return !any || (s->p->buts_of[s->p->canonical[row]] & aims);
}

static void suggest_role(struct suggestion *s, int role)
{
    for (size_t i = 0; i < s->p->blocs_n; i++) {
        const struct bloc *b = &s->p->blocs[i];

        for (size_t k = 0; s->candidate[i] && k < b->n[role]; k++)
            if (!chosen(s, aet_publics_role_field[role], b->rows[role][k]) &&
                (role != ROLE_POURQUOI || serves(s, b->rows[role][k])))
                add(s, S_FIRST_TERM + (size_t)role,
                    aet_label(s->p->termes, (size_t)b->rows[role][k], LANG_FR));
    }
}

/* Whether a term is given: one's own words lead to no block. */
static bool given(const struct suggestion *s, int field)
{
    const struct item *it = aet_fact_items(s->f, (size_t)field);

    for (size_t i = 0; i < aet_fact_count(s->f, (size_t)field); i++)
        if (it[i].row != NO_ROW)
            return true;
    return false;
}

/* Whether one of the block's purposes serves an aim that is named; without one, any does. */
static bool bloc_serves(const struct suggestion *s, const struct bloc *b)
{
    uint64_t aims = aet_publics_buts_named(s->f);

    for (size_t k = 0; k < b->n[ROLE_POURQUOI]; k++)
        if (s->p->buts_of[s->p->canonical[b->rows[ROLE_POURQUOI][k]]] & aims)
            return true;
    return !aims;
}

static void suggest_publics(struct suggestion *s)
{
    if (!given(s, ACT_BUT) && !given(s, ACT_POURQUOI) && !given(s, ACT_RETOMBEES) &&
        !given(s, ACT_COMMENT))
        return;
    for (size_t i = 0; i < s->p->blocs_n; i++)
        s->candidate[i] = bloc_serves(s, &s->p->blocs[i]);
    if (!narrow(s, ROLE_POURQUOI, ROLE_COMMENT))
        return;
    for (size_t i = 0; i < s->p->blocs_n; i++)
        if (s->candidate[i])
            add(s, S_PUBLIC,
                aet_fold_short(aet_label(s->p->publics, (size_t)s->p->blocs[i].public, LANG_FR)));
}

static void suggest_from_blocs(struct suggestion *s)
{
    for (size_t i = 0; i < s->p->blocs_n; i++)
        s->candidate[i] = aet_publics_bloc_applies(s->p, &s->p->blocs[i], s->f);
    if (!given(s, ACT_POURQUOI)) {
        narrow(s, ROLE_RETOMBEES, ROLE_COMMENT);
        suggest_role(s, ROLE_POURQUOI);
        if (count(s) != 1)
            return; /* which block it is depends on the purpose that the author will choose */
    }
    suggest_role(s, ROLE_RETOMBEES);
    suggest_role(s, ROLE_COMMENT);
    suggest_role(s, ROLE_EXEMPLES);
}

size_t aet_publics_suggest(void *context, const struct facts *f, struct set *sets)
{
    struct publics_knowledge *p = context;
    struct suggestion s = { p, f, sets, p->candidates };

    for (size_t i = 0; i < SUGGESTIONS; i++)
        sets[i] = (struct set){ .field = aet_publics_suggestion_fields[i], .parts = p->parts[i] };
    if (given(&s, ACT_PUBLIC))
        suggest_from_blocs(&s);
    else
        suggest_publics(&s);
    if (!p->experience)
        return S_EXPERIENCE;
    sets[S_EXPERIENCE].n = aet_publics_experience_order(p->experience, f, p->parts[S_RETOMBEES],
                                                        sets[S_RETOMBEES].n, p->parts[S_COMMENT],
                                                        sets[S_COMMENT].n, p->parts[S_EXPERIENCE]);
    return SUGGESTIONS;
}
