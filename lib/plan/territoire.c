/* Which plans are of the territory that is asked for, and both sides of a figure in a row. */
#include "plan/territoire.h"

#include "plan/resume/resume.h"
#include "plan/rules.h"

/* The next name of those that `|` separates, in *name. False: there is none. */
static bool next_name(struct span *rest, struct span *name)
{
    while (rest->n) {
        size_t n = aet_span_find(*rest, AET_LIT("|"));

        *name = aet_span_trim(aet_span(rest->p, n));
        *rest = aet_span_from(*rest, n + 1);
        if (name->n)
            return true;
    }
    return false;
}

bool aet_plan_territoire_begin(struct session *s, struct territoire *t, const char *asked)
{
    struct span rest = aet_span_z(asked ? asked : ""), name;

    *t = (struct territoire){ .demandes = { .folded = true }, .connus = { .folded = true } };
    if (!asked)
        return true;
    while (next_name(&rest, &name))
        aet_names_id(&t->demandes, name);
    if (!t->demandes.n)
        aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_NEEDS],
                        AET_WORDS(aet_word("valeur", "territoire")));
    else if (aet_given(s, OPT_PSEUDONYMES))
        aet_voice_usage(&s->voice, &aet_plan_rule[PLA_TERRITOIRE_NOMMEE], NULL);
    else
        return true;
    return false;
}

void aet_plan_territoire_free(struct territoire *t)
{
    aet_names_free(&t->demandes);
    aet_names_free(&t->connus);
    aet_names_free(&t->ici.groupes);
    aet_names_free(&t->ailleurs.groupes);
}

static size_t level(const struct element *group)
{
    double n = 0;

    if (!group || !aet_plan_number(group, RGP_NIVEAU, &n))
        return 0;
    return n >= 1 && n <= TERRITOIRE_NIVEAUX ? (size_t)n : 0;
}

/* A group may have several territories: it is of each. */
static bool is_here(struct territoire *t, struct span names)
{
    struct span name;
    bool here = false, any = false;

    while (next_name(&names, &name)) {
        aet_names_id(&t->connus, name);
        here |= aet_names_find(&t->demandes, name) != AET_NO_NAME;
        any = true;
    }
    t->muets += !any;
    return here;
}

bool aet_plan_territoire_add(struct territoire *t, const struct element *plan)
{
    const struct element *group = aet_child(plan, K_REGROUPEMENT);
    bool here = is_here(t, group ? aet_plan_text(group, RGP_TERRITOIRE) : AET_LIT(""));
    struct territoire_cote *side = here ? &t->ici : &t->ailleurs;

    side->plans++;
    side->niveaux[level(group)]++;
    aet_names_id(&side->groupes, aet_plan_group_id(plan));
    return here;
}

static void unknown(const struct territoire *t, struct session *s, struct span name)
{
    const char **names = aet_calloc(t->connus.n + 1, sizeof *names);
    uint32_t *order = aet_names_sorted(&t->connus);
    const struct rule *rule = &aet_plan_rule[PLA_TERRITOIRE_INCONNU];

    for (size_t i = 0; i < t->connus.n; i++)
        names[i] = aet_arena_copy(&s->arena, t->connus.list[order[i]]).p;
    if (t->connus.n)
        aet_voice_unknown(&s->voice, rule, aet_arena_copy(&s->arena, name).p, names, t->connus.n);
    else
        aet_voice_usage(&s->voice, rule, AET_WORDS(aet_word_span("valeur", name)));
    aet_free(order);
    aet_free(names);
}

/* The territories that were asked for, as the plans write them: a list. */
static void list_names(const struct territoire *t, struct buf *to)
{
    for (size_t i = 0; i < t->demandes.n; i++) {
        uint32_t id = aet_names_find(&t->connus, t->demandes.list[i]);

        if (id != AET_NO_NAME)
            aet_list_add(to, t->connus.list[id]);
    }
}

static const char *titled(struct report *r, const char *title, enum lang lang, struct span names)
{
    struct buf text = { 0 };
    struct span part;
    const char *made;

    aet_buf_str(&text, title);
    aet_buf_str(&text, aet_text(aet_text_colon, lang));
    for (bool more = false; aet_list_part(&names, &part); more = true) {
        aet_buf_str(&text, more ? ", " : "");
        aet_buf_span(&text, part);
    }
    made = aet_arena_copy(&r->arena, aet_buf_view(&text)).p;
    aet_buf_free(&text);
    return made;
}

bool aet_plan_territoire_settle(const struct territoire *t, struct session *s, struct report *r)
{
    struct buf names = { 0 };

    for (size_t i = 0; i < t->demandes.n; i++)
        if (aet_names_find(&t->connus, t->demandes.list[i]) == AET_NO_NAME) {
            unknown(t, s, t->demandes.list[i]);
            return false;
        }
    list_names(t, &names);
    if (aet_plan_territoire_asked(t) && !aet_given(s, OPT_TITRE))
        r->title = (struct text){ titled(r, r->title.fr, LANG_FR, aet_buf_view(&names)),
                                  titled(r, r->title.en, LANG_EN, aet_buf_view(&names)) };
    aet_buf_free(&names);
    return true;
}

enum { TER_NOMS, TER_MESURE, TER_ICI, TER_PART_ICI, TER_AILLEURS, TER_PART_AILLEURS };
const struct column aet_plan_territoire_columns[TERRITOIRE_COLUMNS] = {
    [TER_NOMS] = { "territoires", { "Territoires", "Territories" }, CELL_LIST, true },
    [TER_MESURE] = { "mesure", { "Ce qui est compté", "What is counted" }, CELL_CODE, false },
    [TER_ICI] = { "nombre_ici", { "Ici", "Here" }, CELL_COUNT, false },
    [TER_PART_ICI] = { "part_ici", { "Part ici", "Share here" }, CELL_SHARE, false },
    [TER_AILLEURS] = { "nombre_ailleurs", { "Ailleurs", "Elsewhere" }, CELL_COUNT, false },
    [TER_PART_AILLEURS] = { "part_ailleurs",
                            { "Part ailleurs", "Share elsewhere" },
                            CELL_SHARE,
                            false },
};

static void put_share(struct section *s, int column, int64_t part, int64_t whole)
{
    if (whole < AET_SHARE_FROM)
        aet_row_unknown(s, column);
    else
        aet_row_share(s, column, part, whole);
}

void aet_plan_territoire_put(const struct territoire *t, struct section *s,
                             const struct territoire_mesure *m, size_t n)
{
    struct buf names = { 0 };

    list_names(t, &names);
    for (size_t i = 0; i < n; i++) {
        aet_row_begin(s);
        aet_row_list(s, TER_NOMS, aet_buf_view(&names));
        aet_row_coded_words(s, TER_MESURE, m[i].code, m[i].label);
        aet_row_count(s, TER_ICI, m[i].ici);
        put_share(s, TER_PART_ICI, m[i].ici, m[i].ici_sur);
        aet_row_count(s, TER_AILLEURS, m[i].ailleurs);
        put_share(s, TER_PART_AILLEURS, m[i].ailleurs, m[i].ailleurs_sur);
        aet_row_end(s);
    }
    aet_buf_free(&names);
}

static void put_levels(const struct territoire *t, struct section *s)
{
    static const struct {
        const char *code;
        struct text label;
    } levels[TERRITOIRE_NIVEAUX + 1] = {
        { "niveau-inconnu",
          { "dont le niveau n’est pas connu", "of which the level is not known" } },
        { "niveau-1", { "dont de niveau 1", "of which level 1" } },
        { "niveau-2", { "dont de niveau 2", "of which level 2" } },
        { "niveau-3", { "dont de niveau 3", "of which level 3" } },
        { "niveau-4", { "dont de niveau 4", "of which level 4" } }
    };
    const struct territoire_cote *a = &t->ici, *b = &t->ailleurs;

    for (size_t i = 1; i <= TERRITOIRE_NIVEAUX + 1; i++) {
        size_t at = i % (TERRITOIRE_NIVEAUX + 1); /* what is not said comes last */
        const struct territoire_mesure m = { levels[at].code, levels[at].label, a->niveaux[at],
                                             b->niveaux[at],  a->plans,         b->plans };

        if (m.ici || m.ailleurs) /* a level that no plan has needs no row */
            aet_plan_territoire_put(t, s, &m, 1);
    }
}

void aet_plan_territoire_put_plans(const struct territoire *t, struct section *s)
{
    static const struct text groups = { "Regroupements", "Groups" }, plans = { "Plans", "Plans" },
                             mute = { "dont le territoire n’est pas connu",
                                      "of which the territory is not known" };
    const struct territoire_cote *a = &t->ici, *b = &t->ailleurs;
    const struct territoire_mesure all[] = { { "regroupements", groups, (int64_t)a->groupes.n,
                                               (int64_t)b->groupes.n, 0, 0 },
                                             { "plans", plans, a->plans, b->plans, 0, 0 } };
    const struct territoire_mesure unsaid = {
        "territoire-inconnu", mute, 0, t->muets, a->plans, b->plans
    };

    aet_plan_territoire_put(t, s, all, 2);
    put_levels(t, s);
    if (t->muets)
        aet_plan_territoire_put(t, s, &unsaid, 1);
}

/* A column of shares in which none is said. */
static void drop_empty(struct section *s, int column)
{
    for (size_t row = 0; row < s->rows; row++)
        if (s->cells[row * s->kind->n + (size_t)column].known)
            return;
    aet_section_drop(s, column);
}

void aet_plan_territoire_end(struct section *s)
{
    drop_empty(s, TER_PART_ICI);
    drop_empty(s, TER_PART_AILLEURS);
    aet_section_say(
        s,
        (struct text){ "Ici\u00a0: les plans du territoire; ailleurs\u00a0: les autres plans lus. "
                       "Ce sont des comptes côte à côte\u00a0: les actions d’un même plan ne sont "
                       "pas indépendantes, et rien ne dit qu’un écart dépasse le hasard. Une part "
                       "ne se dit que de vingt ou plus.",
                       "Here: the plans of the territory; elsewhere: the other plans read. These "
                       "are counts beside each other: the actions of one plan are not "
                       "independent, and nothing tells that a difference is beyond chance. A "
                       "share is said of twenty or more alone." });
    if (aet_report_all(s->report).rejected)
        aet_section_say(s, (struct text){ "Un plan rejeté à la lecture n’est compté ni ici ni "
                                          "ailleurs.",
                                          "A plan rejected on reading is counted neither here nor "
                                          "elsewhere." });
}
