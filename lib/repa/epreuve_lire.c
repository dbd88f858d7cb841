/* Reading a threshold: `epreuve=pente|variable=part-heures|…`. */
#include "repa/epreuve.h"

#include <stdlib.h>

enum { COORD_FONCTION = 1, COORD_PHASE, COORD_PALIER, COORD_ETAPE };

/* The index of a word among `n`, or -1. */
static int one_of(struct span s, const char *const *words, int n)
{
    for (int i = 0; i < n; i++)
        if (aet_span_eq(s, aet_span_z(words[i])))
            return i;
    return -1;
}

static bool number(struct span s, double *v)
{
    char *text = aet_span_dup(s), *end;
    bool ok;

    *v = strtod(text, &end);
    ok = s.n > 0 && end == text + s.n;
    aet_free(text);
    return ok;
}

/* `phase:implantation+consolidation`; `etape:autres`. */
static bool read_choix(struct choix *c, const struct savoir *k, struct span s)
{
    const char *colon = s.n ? memchr(s.p, ':', s.n) : NULL;
    struct span dim = colon ? aet_span(s.p, (size_t)(colon - s.p)) : s, rest;
    const struct table *t;

    if (!colon)
        return false;
    rest = aet_span_from(s, dim.n + 1);
    if (aet_span_eq(dim, AET_LIT("phase")))
        c->coord = COORD_PHASE, t = k->phases;
    else if (aet_span_eq(dim, AET_LIT("palier")))
        c->coord = COORD_PALIER, t = k->paliers;
    else if (aet_span_eq(dim, AET_LIT("etape")))
        c->coord = COORD_ETAPE, t = k->etapes;
    else
        return false;
    c->n = t->rows;
    c->rows = aet_calloc(t->rows + 1, sizeof *c->rows);
    while (rest.n) {
        const char *plus = memchr(rest.p, '+', rest.n);
        struct span id = aet_span(rest.p, plus ? (size_t)(plus - rest.p) : rest.n);
        int32_t row = aet_row_of_id(t, id);

        if (aet_span_eq(id, AET_LIT("autres")))
            c->autres = true;
        else if (row == NO_ROW)
            return false;
        else
            c->rows[row] = true;
        rest = aet_span_from(rest, id.n + 1);
    }
    return true;
}

static bool read_count(struct epreuve *e, struct span key, struct span value, bool *known)
{
    const struct {
        const char *name;
        int64_t *to;
    } counts[] = { { "paires", &e->paires },
                   { "interventions_mois", &e->interventions_mois },
                   { "interventions", &e->interventions },
                   { "interventions_groupe", &e->interventions_groupe },
                   { "milieux_groupe", &e->milieux_groupe },
                   { "groupes", &e->groupes },
                   { "milieux", &e->milieux },
                   { "mois_suivi", &e->mois_suivi } };
    double v;

    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        if (!aet_span_eq(key, aet_span_z(counts[i].name)))
            continue;
        *known = true;
        if (!number(value, &v) || v < 0 || v > 1e9)
            return false;
        *counts[i].to = (int64_t)v;
    }
    return true;
}

/* A word among those that a key takes. */
static bool read_word(struct epreuve *e, struct span key, struct span value, bool *known)
{
    static const struct {
        const char *key, *words[4];
        int n;
    } all[] = {
        { "epreuve", { "pente", "contraste", "chaque", "majorite" }, 4 },
        { "variable",
          { "part-heures", "heures-par-milieu", "part-interventions", "milieux-reguliers" },
          4 },
        { "sens", { "hausse", "baisse", "maintien", "minimum" }, 4 },
        { "strate", { "mois-civil", "cycle-septembre" }, 2 },
        { "groupe", { "etape", "fonction" }, 2 },
        { "echelle", { "mediane" }, 1 },
        { "bords", { "exclus" }, 1 },
        { "grappe", { "milieu" }, 1 },
    };
    size_t k = 0;
    int i;

    while (k < sizeof all / sizeof *all && !aet_span_eq(key, aet_span_z(all[k].key)))
        k++;
    if (k == sizeof all / sizeof *all)
        return true;
    *known = true;
    i = one_of(value, all[k].words, all[k].n);
    if (i < 0)
        return false;
    switch (k) {
    case 0:
        e->genre = (enum genre)i;
        break;
    case 1:
        e->variable = (enum variable)i;
        break;
    case 2:
        e->sens = (enum sens)i;
        break;
    case 3:
        e->par_cycle = i == 1;
        break;
    case 4:
        e->par_fonction = i == 1;
        break;
    case 5:
        e->mediane = true;
        break;
    case 6:
        e->sans_bords = true;
        break;
    default: /* of these there is but one */
        break;
    }
    return true;
}

static bool read_number(struct epreuve *e, struct span key, struct span value, bool *known)
{
    const struct {
        const char *name;
        double *to;
    } numbers[] = { { "effet", &e->effet },
                    { "confiance", &e->confiance },
                    { "presence", &e->presence },
                    { "manquants", &e->manquants } };

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        if (!aet_span_eq(key, aet_span_z(numbers[i].name)))
            continue;
        *known = true;
        if (!number(value, numbers[i].to))
            return false;
    }
    return e->confiance > 0 && e->confiance < 1;
}

/* Rows of a dimension: what is taken, and the two sides of a contrast. */
static bool read_sides(struct epreuve *e, const struct savoir *k, struct span key,
                       struct span value, bool *known)
{
    const struct {
        const char *name;
        struct choix *to;
    } sides[] = { { "parmi", &e->parmi },
                  { "compte", &e->compte },
                  { "cote", &e->cote },
                  { "contre", &e->contre } };

    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        if (!aet_span_eq(key, aet_span_z(sides[i].name)))
            continue;
        *known = true;
        if (!read_choix(sides[i].to, k, value))
            return false;
        if (sides[i].to == &e->contre && e->contre.autres) /* than the side it is set against */
            for (size_t r = 0; r < e->contre.n && r < e->cote.n; r++)
                e->contre.rows[r] = e->cote.rows[r];
    }
    return true;
}

static bool read_strategies(struct epreuve *e, struct span key, struct span s, bool *known)
{
    if (!aet_span_eq(key, AET_LIT("strategies")))
        return true;
    *known = true;
    e->des_strategies = true;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '+')
            continue;
        if (s.p[i] < '0' || s.p[i] > '7')
            return false;
        e->strategies[s.p[i] - '0'] = true;
    }
    return s.n > 0;
}

static bool read_fonctions(struct epreuve *e, const struct savoir *k, struct span ids,
                           struct span *at)
{
    struct span id;

    if (!ids.n)
        return true;
    e->fonctions_n = k->fonctions->rows;
    e->fonctions = aet_calloc(e->fonctions_n + 1, sizeof *e->fonctions);
    while (aet_list_next(&ids, &id)) {
        int32_t row = aet_row_of_id(k->fonctions, id);

        *at = id;
        if (row == NO_ROW)
            return false;
        e->fonctions[row] = true;
    }
    return true;
}

bool aet_epreuve_read(struct epreuve *e, const struct savoir *k, const struct table *t, size_t row,
                      struct span *at)
{
    struct span list = aet_cell(t, row, aet_column(t, "seuil")), item;

    *e = (struct epreuve){ .confiance = 0.95, .manquants = -1 };
    *at = list;
    if (!list.n || !read_fonctions(e, k, aet_cell(t, row, aet_column(t, "fonctions")), at))
        return false;
    while (aet_list_next(&list, &item)) {
        const char *equals = memchr(item.p, '=', item.n);
        struct span key = aet_span(item.p, equals ? (size_t)(equals - item.p) : item.n);
        struct span value = aet_span_from(item, key.n + 1);
        bool known = false;

        *at = item;
        if (!equals || !read_count(e, key, value, &known) || !read_number(e, key, value, &known) ||
            !read_sides(e, k, key, value, &known) || !read_strategies(e, key, value, &known) ||
            !read_word(e, key, value, &known) || !known)
            return false;
    }
    return true;
}

void aet_epreuve_free(struct epreuve *e)
{
    aet_free(e->fonctions);
    aet_free(e->parmi.rows);
    aet_free(e->compte.rows);
    aet_free(e->cote.rows);
    aet_free(e->contre.rows);
}
