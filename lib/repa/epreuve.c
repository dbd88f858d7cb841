/* Reading a threshold, guards, verdicts. */
#include "repa/epreuve.h"

#include <stdlib.h>

#include "report/figure.h"

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

bool aet_choix_has(const struct choix *c, const struct cle *cle)
{
    int32_t row;

    if (!c->coord)
        return true;
    row = cle->c[c->coord];
    return row >= 0 && (size_t)row < c->n && c->rows[row] != c->autres;
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

static bool read_strategies(struct epreuve *e, struct span s)
{
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

static bool read_word(struct epreuve *e, const struct savoir *k, struct span key, struct span value)
{
    static const char *const genres[] = { "pente", "contraste", "chaque", "majorite" };
    static const char *const variables[] = { "part-heures", "heures-par-milieu",
                                             "part-interventions", "milieux-reguliers" };
    static const char *const senses[] = { "hausse", "baisse", "maintien", "minimum" };
    static const char *const strata[] = { "mois-civil", "cycle-septembre" };
    static const char *const groups[] = { "etape", "fonction" };
    static const char *const keys[] = { "epreuve",   "variable",  "sens",   "strate",    "groupe",
                                        "echelle",   "bords",     "grappe", "parmi",     "compte",
                                        "cote",      "contre",    "effet",  "confiance", "presence",
                                        "manquants", "strategies" };
    int i;

    switch (one_of(key, keys, (int)(sizeof keys / sizeof *keys))) {
    case 0:
        e->genre = (enum genre)(i = one_of(value, genres, 4));
        return i >= 0;
    case 1:
        e->variable = (enum variable)(i = one_of(value, variables, 4));
        return i >= 0;
    case 2:
        e->sens = (enum sens)(i = one_of(value, senses, 4));
        return i >= 0;
    case 3:
        e->par_cycle = (i = one_of(value, strata, 2)) == 1;
        return i >= 0;
    case 4:
        e->par_fonction = (i = one_of(value, groups, 2)) == 1;
        return i >= 0;
    case 5:
        e->mediane = aet_span_eq(value, AET_LIT("mediane"));
        return e->mediane;
    case 6:
        e->sans_bords = aet_span_eq(value, AET_LIT("exclus"));
        return e->sans_bords;
    case 7:
        return aet_span_eq(value, AET_LIT("milieu"));
    case 8:
        return read_choix(&e->parmi, k, value);
    case 9:
        return read_choix(&e->compte, k, value);
    case 10:
        return read_choix(&e->cote, k, value);
    case 11:
        if (!read_choix(&e->contre, k, value))
            return false;
        if (e->contre.autres) /* other than the side it is set against */
            for (size_t r = 0; r < e->contre.n && r < e->cote.n; r++)
                e->contre.rows[r] = e->cote.rows[r];
        return true;
    case 12:
        return number(value, &e->effet);
    case 13:
        return number(value, &e->confiance) && e->confiance > 0 && e->confiance < 1;
    case 14:
        return number(value, &e->presence);
    case 15:
        return number(value, &e->manquants);
    case 16:
        return read_strategies(e, value);
    default:
        return false;
    }
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
        if (!equals || !read_count(e, key, value, &known) ||
            (!known && !read_word(e, k, key, value)))
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

static void note(struct resultat *x, const char *text)
{
    if (x->note.n)
        aet_buf_str(&x->note, " ; ");
    aet_buf_str(&x->note, text);
}

void aet_epreuve_guard(const struct vue *v, struct resultat *x, struct text what, int64_t has,
                       int64_t needs)
{
    bool fr = v->r->lang == LANG_FR;

    if (has >= needs)
        return;
    note(x, aet_text(what, v->r->lang));
    aet_buf_str(&x->note, fr ? " : " : ": ");
    aet_buf_int(&x->note, has);
    aet_buf_str(&x->note, fr ? ", il en faut " : ", needs ");
    aet_buf_int(&x->note, needs);
}

void aet_epreuve_share(const struct vue *v, struct resultat *x, struct text what, double has,
                       double most)
{
    struct cell c = { .known = true, .u.d = has };

    if (most < 0 || !(has > most))
        return;
    note(x, aet_text(what, v->r->lang));
    aet_buf_str(&x->note, v->r->lang == LANG_FR ? " : " : ": ");
    aet_figure(&x->note, &c, CELL_SHARE, v->r->lang, "");
}

enum verdict aet_epreuve_verdict(const struct epreuve *e, struct stat_value valeur,
                                 struct stat_interval ic)
{
    double low = ic.low.defined ? ic.low.value : -1e300;
    double high = ic.high.defined ? ic.high.value : 1e300;

    if (!valeur.defined)
        return INDETERMINE;
    switch (e->sens) {
    case SENS_HAUSSE:
        if (valeur.value >= e->effet && low > 0)
            return CONFIRME;
        return high < e->effet ? INFIRME : INDETERMINE;
    case SENS_BAISSE:
        if (valeur.value <= e->effet && high < 0)
            return CONFIRME;
        return low > e->effet ? INFIRME : INDETERMINE;
    default:
        if (low >= e->effet)
            return CONFIRME;
        return high < e->effet ? INFIRME : INDETERMINE;
    }
}

void aet_epreuve(const struct epreuve *e, const struct vue *v, struct resultat *x)
{
    *x = (struct resultat){ .valeur = aet_stat_undefined(STAT_EMPTY),
                            .ic = aet_stat_no_interval(STAT_EMPTY) };
    if (e->genre == EPREUVE_PENTE || e->genre == EPREUVE_CONTRASTE)
        aet_epreuve_mois(e, v, x);
    else
        aet_epreuve_groupes(e, v, x);
}
