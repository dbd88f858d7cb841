/* Mentions of sustainability, plan after plan as people code them: a group has one plan of two
 * hundred mentions, one level, and means of one sub-strategy each. Terms are labels or ids. */
#include "generer.h"

enum { PER_PLAN = 200 };

struct own {
    const struct table *niveaux, *objets, *strategies, *sous, *moyens;
};

static void begin(struct maker *m)
{
    *(struct own *)m->own = (struct own){ table_of(m, "niveaux"), table_of(m, "objets"),
                                          table_of(m, "strategies"), table_of(m, "sous-strategies"),
                                          table_of(m, "moyens") };
}

static struct span column(const struct table *t, size_t row, const char *name)
{
    return aet_cell(t, row, aet_column(t, name));
}

static void put_row(struct maker *m, const char *name, const struct table *t, size_t row, bool ids)
{
    put(m, name, ids ? aet_cell(t, row, 0) : row_label(t, row));
}

static void make(struct maker *m, uint64_t number)
{
    const struct own *o = m->own;
    uint64_t plan = (number - 1) / PER_PLAN;
    bool ids = plan % 3 == 0; /* a coder writes the one or the other */
    size_t moyen = throw_dice(m, o->moyens->rows);
    size_t sous = (size_t)aet_row_of_id(o->sous, column(o->moyens, moyen, "sous_strategie"));
    size_t strategie = (size_t)aet_row_of_id(o->strategies, column(o->sous, sous, "strategie"));

    put_numbered(m, "mention", "M", number);
    put_place(m, "regroupement", (size_t)plan);
    put_numbered(m, "plan", "P", plan);
    put_z(m, "annee", plan % 2 ? "2018-2019" : "2018");
    put_row(m, "niveau", o->niveaux, (size_t)(plan % o->niveaux->rows), ids);
    put_row(m, "objet", o->objets, throw_dice(m, o->objets->rows), ids);
    put_row(m, "strategie", o->strategies, strategie, ids);
    put_row(m, "sous_strategie", o->sous, sous, ids);
    put_row(m, "moyen", o->moyens, moyen, ids);
    put_z(m, "statut", one_in(m, 3) ? "Appliqué" : "Prévu");
    put_note(m, "extrait", 4, 8);
    put_person(m, "codeur", 0); /* summaries want one coding */
    end_record(m);
}

const struct sort sort_mentions = { "mentions",
                                    "perennite",
                                    "mention,regroupement,plan,annee,niveau,objet,strategie,sous_"
                                    "strategie,moyen,statut,extrait,codeur",
                                    sizeof(struct own),
                                    begin,
                                    make };
