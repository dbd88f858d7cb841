/* The section trajectoires: groups that are seen more than once, from plan to plan. */
#include "base/message.h"
#include "perennite/sections.h"

enum {
    TRAJ_REGROUPEMENT,
    TRAJ_RANG,
    TRAJ_PLAN,
    TRAJ_ANNEE,
    TRAJ_NIVEAU,
    TRAJ_ECART,
    TRAJ_MENTIONS,
    TRAJ_OBJETS,
    TRAJ_OBJETS_NOUVEAUX,
    TRAJ_OBJETS_QUITTES,
    TRAJ_STRATEGIES,
    TRAJ_STRATEGIES_NOUVELLES,
    TRAJ_STRATEGIES_QUITTEES,
    TRAJ_PREVUS,
    TRAJ_APPLIQUES
};
static const struct column columns[] = {
    [TRAJ_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [TRAJ_RANG] = { "rang", { "Fois", "Time" }, CELL_COUNT, false },
    [TRAJ_PLAN] = { "plan", { "Plan", "Plan" }, CELL_TEXT, false },
    [TRAJ_ANNEE] = { "annee", { "Année", "Year" }, CELL_TEXT, false },
    [TRAJ_NIVEAU] = { "niveau", { "Niveau", "Level" }, CELL_CODE, false },
    [TRAJ_ECART] = { "niveau_ecart",
                     { "Depuis le précédent", "Since the last" },
                     CELL_COUNT,
                     false },
    [TRAJ_MENTIONS] = { "mentions", { "Mentions", "Mentions" }, CELL_COUNT, false },
    [TRAJ_OBJETS] = { "objets", { "Objets", "Objects" }, CELL_LIST, false },
    [TRAJ_OBJETS_NOUVEAUX] = { "objets_nouveaux",
                               { "Objets nouveaux", "New objects" },
                               CELL_LIST,
                               false },
    [TRAJ_OBJETS_QUITTES] = { "objets_quittes",
                              { "Objets quittés", "Objects left" },
                              CELL_LIST,
                              false },
    [TRAJ_STRATEGIES] = { "strategies", { "Stratégies", "Strategies" }, CELL_LIST, false },
    [TRAJ_STRATEGIES_NOUVELLES] = { "strategies_nouvelles",
                                    { "Stratégies nouvelles", "New strategies" },
                                    CELL_LIST,
                                    false },
    [TRAJ_STRATEGIES_QUITTEES] = { "strategies_quittees",
                                   { "Stratégies quittées", "Strategies left" },
                                   CELL_LIST,
                                   false },
    [TRAJ_PREVUS] = { "prevus_avant", { "Prévus avant", "Planned before" }, CELL_COUNT, false },
    [TRAJ_APPLIQUES] = { "appliques_depuis",
                         { "Dont appliqués", "Of which applied" },
                         CELL_COUNT,
                         false },
};

/* Rows of a table that a unit has, of which another has, or has not, its share. */
struct having {
    const struct somme *b;
    const struct table *table;
    uint64_t (*of)(const struct somme *, size_t, size_t);
    size_t rows;
};

/* The ids of those that unit g has and `without`, when it is one, has not. */
static void put_list(struct section *s, int column, const struct having *h, size_t g,
                     size_t without)
{
    struct buf ids = { 0 }, labels = { 0 };

    for (size_t row = 0; row < h->rows; row++) {
        if (!h->of(h->b, g, row) || (without != SIZE_MAX && h->of(h->b, without, row)))
            continue;
        aet_list_add(&ids, aet_cell(h->table, row, 0));
        aet_list_add(&labels, aet_label(h->table, row, s->report->lang));
    }
    aet_row_list_coded(s, column, aet_buf_view(&ids), aet_buf_view(&labels));
    aet_buf_free(&ids);
    aet_buf_free(&labels);
}

/* What a unit has, and beside the one before, what is new in it and what it has left. */
static void put_had(struct section *s, int column, const struct having *h, size_t before, size_t g)
{
    put_list(s, column, h, g, SIZE_MAX);
    if (before == SIZE_MAX) {
        aet_row_unknown(s, column + 1);
        aet_row_unknown(s, column + 2);
        return;
    }
    put_list(s, column + 1, h, g, before);
    put_list(s, column + 2, h, before, g);
}

/* An object by a strategy that was planned, and what of these was applied by the time of the next
 * plan. */
static void put_done(struct section *s, const struct somme *b, size_t before, size_t g)
{
    int64_t planned = 0, done = 0;

    for (size_t o = 0; before != SIZE_MAX && o < b->objets; o++)
        for (size_t t = 0; t < b->strategies; t++) {
            bool then = aet_perennite_groupe_statut(b, before, STATUT_PREVU, o, t);

            planned += then;
            done += then && aet_perennite_groupe_statut(b, g, STATUT_APPLIQUE, o, t);
        }
    aet_row_count_if(s, TRAJ_PREVUS, before != SIZE_MAX, planned);
    aet_row_count_if(s, TRAJ_APPLIQUES, planned > 0, done);
}

static void put_level(struct section *s, const struct summed *x, size_t before, size_t g)
{
    const int32_t *niveau = x->m->niveau;
    bool both = before != SIZE_MAX && niveau[g] != NO_ROW && niveau[before] != NO_ROW;

    aet_row_text_if(s, TRAJ_NIVEAU,
                    niveau[g] == NO_ROW ? AET_LIT("")
                                        : aet_cell(x->b->k->niveaux, (size_t)niveau[g], 0));
    aet_row_count_if(s, TRAJ_ECART, both, both ? niveau[g] - niveau[before] : 0);
}

/* before: the unit before it, SIZE_MAX: it is the first. */
static void put(struct section *s, const struct summed *x, int64_t rank, size_t before, size_t g)
{
    const struct somme *b = x->b;
    const struct having objets = { b, b->k->objets, aet_perennite_groupe_objet, b->objets },
                        strategies = { b, b->k->strategies, aet_perennite_groupe_strategie,
                                       b->strategies };

    aet_row_begin(s);
    aet_row_text(s, TRAJ_REGROUPEMENT, b->regroupements.list[b->groupes[g].regroupement]);
    aet_row_count(s, TRAJ_RANG, rank);
    aet_row_text_if(s, TRAJ_PLAN, aet_perennite_groupe_plan(b, g));
    aet_row_text_if(s, TRAJ_ANNEE, aet_perennite_groupe_annee(b, g));
    put_level(s, x, before, g);
    aet_row_count(s, TRAJ_MENTIONS, (int64_t)b->groupes[g].mentions);
    put_had(s, TRAJ_OBJETS, &objets, before, g);
    put_had(s, TRAJ_STRATEGIES, &strategies, before, g);
    put_done(s, b, before, g);
    aet_row_end(s);
}

static void notes(struct section *s, bool undated)
{
    static const struct text how = {
        "Regroupements vus deux fois ou plus, dans l’ordre des années. Prévus avant : couples "
        "objet "
        "et stratégie prévus au plan précédent, et ceux d’entre eux qui ont ici une mention "
        "appliquée. Qui a plus de mentions nomme plus de choses : un objet ou une stratégie "
        "quittés "
        "peuvent ne pas avoir été redits.",
        "Groups seen twice or more, in the order of years. Planned before: pairs of object and "
        "strategy planned in the plan before, and those of them that have an applied mention here. "
        "Who has more mentions names more things: an object or a strategy left may not have been "
        "told again."
    };
    static const struct text no_year = {
        "Des plans sans année sont rangés avant les autres, et comparés à aucun.",
        "Plans without a year stand before the others, and are compared with none."
    };

    aet_section_say(s, how);
    if (undated)
        aet_section_say(s, no_year);
}

static void trajectoires(void *sum, struct section *s)
{
    const struct summed *x = sum;
    const struct somme *b = x->b;
    uint32_t *order = aet_perennite_ordre(b);
    bool undated = false;
    size_t n;

    for (size_t from = 0; from < b->unites.n && !b->options.masquer; from += n) {
        uint32_t group = b->groupes[order[from]].regroupement;

        for (n = 1; from + n < b->unites.n && b->groupes[order[from + n]].regroupement == group;)
            n++;
        for (size_t i = 0; i < n && n > 1; i++) {
            put(s, x, (int64_t)i + 1, aet_perennite_avant(b, order, from + i), order[from + i]);
            undated |= b->groupes[order[from + i]].annee == AET_NO_NAME;
        }
    }
    if (b->options.masquer && b->unites.n > b->regroupements.n)
        aet_section_say(s, aet_perennite_masque);
    else if (s->rows)
        notes(s, undated);
    aet_free(order);
}

const struct section_kind aet_perennite_kind_trajectoires = {
    .key = "trajectoires",
    .if_any = true,
    .led = TRAJ_REGROUPEMENT + 1,
    .title = { "Trajectoires, de plan en plan", "Trajectories, from plan to plan" },
    AET_COLUMNS(columns),
    .fill = trajectoires,
    .mask = { .kind = MASK_OWN },
};
