/* A journal of accompaniment: each day every function in every community, by the agent of that
 * community, with strategies that Tableau 5 gives the function, and durations as people note them.
 */
#include <stdio.h>

#include "base/date.h"
#include "generer.h"

enum { PLACES = 240, PER_AGENT = 4, STRATEGIES_MAX = 8 };

struct own {
    const struct table *fonctions, *strategies, *par_fonction;
    int32_t first_day;
};

static void begin(struct maker *m)
{
    const struct date first = { 2016, 1, 4 };

    *(struct own *)m->own = (struct own){ table_of(m, "fonctions"), table_of(m, "strategies"),
                                          table_of(m, "fonctions-strategies"),
                                          aet_date_days(first) };
}

/* One, two or three strategies of a function, from a thrown place on. */
static size_t choose(struct maker *m, size_t fonction, struct span *to)
{
    const struct own *o = m->own;
    const struct table *t = o->par_fonction;
    size_t n = 0, most = 1 + throw_dice(m, 3), first;

    for (size_t r = 0; r < t->rows && n < STRATEGIES_MAX; r++)
        if (aet_span_eq(aet_cell(t, r, aet_column(t, "fonction")),
                        aet_cell(o->fonctions, fonction, 0)))
            to[n++] = label(o->strategies, aet_cell(t, r, aet_column(t, "strategie")));
    most = most < n ? most : n;
    first = throw_dice(m, n - most + 1);
    memmove(to, to + first, most * sizeof *to);
    return most;
}

static void put_duration(struct maker *m, const char *name)
{
    size_t quarters = 2 + throw_dice(m, 20);
    char text[32];

    switch (throw_dice(m, 3)) {
    case 0:
        snprintf(text, sizeof text, "%zu h %02zu", quarters / 4, quarters % 4 * 15);
        break;
    case 1:
        snprintf(text, sizeof text, "%zu min", quarters * 15);
        break;
    default:
        snprintf(text, sizeof text, "%zu.%02zu", quarters / 4, quarters % 4 * 25);
    }
    put_z(m, name, text);
}

static void make(struct maker *m, uint64_t number)
{
    static const char *const paliers[] = { "local", "local", "régional", "intrarégional" };
    static const char *const contextes[] = { "local", "bailleur", "sociopolitique" };
    static const char *const phases[] = { "déploiement", "implantation", "consolidation" };
    const struct own *o = m->own;
    struct span strategies[STRATEGIES_MAX];
    uint64_t entry = number - 1;
    size_t place = (size_t)(entry % PLACES);
    size_t fonction = (size_t)((entry / PLACES) % o->fonctions->rows);
    int32_t day = o->first_day + (int32_t)(entry / PLACES / o->fonctions->rows);
    bool planning = aet_date_from_days(day).month <= 4;

    put_date(m, "date", day);
    put_person(m, "agent", place / PER_AGENT);
    put_place(m, "milieu", place);
    put_z(m, "palier", paliers[throw_dice(m, 4)]);
    put(m, "fonction", row_label(o->fonctions, fonction));
    put_list(m, "strategies", strategies, choose(m, fonction, strategies));
    put_z(m, "posture", one_in(m, 5) ? "ponctuel" : "partenaire");
    put_duration(m, "duree");
    put_z(m, "etape", one_in(m, 4) ? planning ? "Planification" : "Mise en œuvre" : "");
    put_z(m, "phase", phases[throw_dice(m, 3)]);
    put_z(m, "contexte", contextes[throw_dice(m, 3)]);
    put_note(m, "notes", 3, 6);
    end_record(m);
}

const struct sort sort_journal = {
    "journal",
    "repa",
    "date,agent,milieu,palier,fonction,strategies,posture,duree,etape,phase,contexte,notes",
    sizeof(struct own),
    begin,
    make
};
