/* Interim targets: what was to be reached by each date, and what was read in the time before it. */
#include "plan/suivi/suivi.h"

#include <stdlib.h>

#include "plan/rules.h"

/* One target, interim or last. */
struct cible {
    const struct element *e; /* the jalon, or the indicator */
    int value;               /* its field */
    int32_t day;
};

static int by_day(const void *a, const void *b)
{
    const struct cible *x = a, *y = b;

    return x->day < y->day ? -1 : x->day > y->day;
}

/* The targets of an indicator by date, its own among them; the caller frees. */
static struct cible *targets(const struct element *i, size_t *n)
{
    struct cible *list = NULL;
    size_t cap = 0;
    int32_t day;

    *n = 0;
    for (const struct element *j = aet_child(i, K_JALON); j; j = j->next) {
        if (!aet_plan_last_day(j, JAL_DATE, &day))
            continue;
        list = aet_grow(list, &cap, *n, sizeof *list);
        list[(*n)++] = (struct cible){ j, JAL_VALEUR, day };
    }
    if (*n && aet_plan_last_day(i, IND_DATE_CIBLE, &day)) {
        list = aet_grow(list, &cap, *n, sizeof *list);
        list[(*n)++] = (struct cible){ i, IND_CIBLE, day };
    }
    if (list)
        qsort(list, *n, sizeof *list, by_day);
    return list;
}

/* 1 where values are to grow, -1 where they are to fall, 0 where nothing tells: from the baseline,
 * or from the first target, to the last one. */
static int direction(const struct element *i, const struct cible *list, size_t n)
{
    double from, to;

    if (!aet_plan_number(list[n - 1].e, list[n - 1].value, &to))
        return 0;
    if (!aet_plan_number(i, IND_DEPART, &from) && !aet_plan_number(list[0].e, list[0].value, &from))
        return 0;
    return (to > from) - (to < from);
}

enum etat { A_VENIR, SANS_RELEVE, QUALITATIF, ATTEINTE, NON_ATTEINTE, INDETERMINE };

static const struct {
    const char *code;
    struct text label;
} etats[] = {
    [A_VENIR] = { "a-venir", { "à venir", "to come" } },
    [SANS_RELEVE] = { "sans-releve", { "sans relevé", "no reading" } },
    [QUALITATIF] = { "qualitatif", { "qualitatif", "qualitative" } },
    [ATTEINTE] = { "atteinte", { "atteinte", "reached" } },
    [NON_ATTEINTE] = { "non-atteinte", { "non atteinte", "not reached" } },
    [INDETERMINE] = { "indetermine", { "indéterminé", "undetermined" } },
};

/* What is known of one target. */
struct constat {
    const struct element *releve; /* the last one in its time, or NULL */
    double cible, valeur;
    bool has_cible, has_valeur;
    enum etat etat;
};

static enum etat state(const struct suivi *s, const struct element *i, const struct cible *c,
                       const struct constat *x, int way)
{
    if (c->day > s->k->today)
        return A_VENIR;
    if (aet_plan_releve_lost(i, c->day))
        return INDETERMINE;
    if (!x->releve)
        return SANS_RELEVE;
    if (aet_plan_mesure(s->k, i) == MES_QUALITATIF)
        return QUALITATIF;
    if (!x->has_cible || !x->has_valeur)
        return INDETERMINE;
    if (x->valeur >= x->cible && x->valeur <= x->cible)
        return ATTEINTE;
    if (!way)
        return INDETERMINE;
    return (x->valeur > x->cible) == (way > 0) ? ATTEINTE : NON_ATTEINTE;
}

/* The last reading up to the day, unless an earlier target had it already. */
static struct constat look(const struct suivi *s, const struct element *i, const struct cible *c,
                           const int32_t *before, int way)
{
    struct constat x = { .releve = aet_plan_last_releve(i, c->day) };
    int32_t day;

    if (before && x.releve && aet_plan_first_day(x.releve, REL_DATE, &day) && day <= *before)
        x.releve = NULL;
    if (c->day > s->k->today)
        x.releve = NULL;
    x.has_cible = aet_plan_number(c->e, c->value, &x.cible);
    x.has_valeur = x.releve && aet_plan_number(x.releve, REL_VALEUR, &x.valeur);
    x.etat = state(s, i, c, &x, way);
    return x;
}

enum {
    CIBLES_REGROUPEMENT,
    CIBLES_ID,
    CIBLES_LIBELLE,
    CIBLES_DATE,
    CIBLES_CIBLE,
    CIBLES_VALEUR,
    CIBLES_RELEVE,
    CIBLES_ECART,
    CIBLES_ETAT
};
static const struct column cibles_columns[] = {
    [CIBLES_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [CIBLES_ID] = { "id", { "Id", "Id" }, CELL_TEXT, false },
    [CIBLES_LIBELLE] = { "libelle", { "Indicateur", "Indicator" }, CELL_TEXT, false },
    [CIBLES_DATE] = { "date", { "Pour le", "By" }, CELL_DATE, false },
    [CIBLES_CIBLE] = { "cible", { "Cible", "Target" }, CELL_NUMBER, false },
    [CIBLES_VALEUR] = { "valeur", { "Valeur", "Value" }, CELL_NUMBER, false },
    [CIBLES_RELEVE] = { "date_releve", { "Relevée le", "Read on" }, CELL_DATE, false },
    [CIBLES_ECART] = { "ecart", { "Écart", "Gap" }, CELL_NUMBER, false },
    [CIBLES_ETAT] = { "etat", { "État", "State" }, CELL_CODE, false },
};

static void cibles(void *sum, struct section *to)
{
    static const struct text limits = {
        "Chaque cible est mise en regard du dernier relevé depuis la cible d’avant, à sa date ou "
        "plus tôt; un relevé fait plus tard compte pour la suivante.",
        "Each target is set against the last reading since the target before it, at its date or "
        "earlier; a reading made later counts for the next one."
    };

    aet_plan_suivi_kept(sum, to);
    aet_section_say(to, limits);
}

const struct section_kind aet_plan_kind_suivi_cibles = {
    .key = "cibles",
    .if_any = true,
    .led = CIBLES_LIBELLE + 1,
    .title = { "Les cibles, une date à la fois", "The targets, one date at a time" },
    AET_COLUMNS(cibles_columns),
    .fill = cibles,
    .shown = SUIVI_MONTRES,
    .rest = AET_PLAN_SUIVI_REST,
    .mask = { .kind = MASK_OPEN },
};

static struct date said(const struct element *e, int field)
{
    bool good = e && aet_plan_fact(e, field)->good;

    return good ? aet_plan_fact(e, field)->u.date : (struct date){ 0 };
}

static void put(struct suivi *s, const struct element *i, const struct cible *c,
                const struct constat *x)
{
    struct section *to = aet_kept_section(&s->kept, &aet_plan_kind_suivi_cibles);
    struct buf scratch = { 0 };

    aet_row_begin(to);
    aet_row_text(to, CIBLES_REGROUPEMENT, aet_plan_group(i->document->root));
    aet_row_text(to, CIBLES_ID, aet_plan_name(i, IND_ID, IND_LIBELLE, &scratch));
    aet_row_text(to, CIBLES_LIBELLE, aet_plan_name(i, IND_LIBELLE, IND_ID, &scratch));
    aet_row_date(to, CIBLES_DATE, said(c->e, c->e == i ? (int)IND_DATE_CIBLE : (int)JAL_DATE));
    aet_row_number_if(to, CIBLES_CIBLE, x->has_cible, x->cible);
    aet_row_number_if(to, CIBLES_VALEUR, x->has_valeur, x->valeur);
    aet_row_date(to, CIBLES_RELEVE, said(x->releve, REL_DATE));
    aet_row_number_if(to, CIBLES_ECART, x->has_cible && x->has_valeur, x->valeur - x->cible);
    aet_row_coded_words(to, CIBLES_ETAT, etats[x->etat].code, etats[x->etat].label);
    aet_row_end(to);
    aet_buf_free(&scratch);
}

/* The last interim target whose date has come was not reached; of the final one, the indicator
 * speaks. */
static void alert(struct suivi *s, const struct element *i, const struct cible *c)
{
    struct buf figures = { 0 };

    aet_plan_chiffres(s->k, c->e, &figures);
    aet_plan_suivi_alert(s, MOYENNE, (struct sujet){ i, IND_LIBELLE, IND_ID }, PLA_A_JALON,
                         AET_WORDS(aet_word_span("chiffres", aet_buf_view(&figures))));
    aet_buf_free(&figures);
}

void aet_plan_suivi_cibles(struct suivi *s, const struct element *i)
{
    size_t n;
    struct cible *list = targets(i, &n);
    const struct cible *missed = NULL;
    int way = n ? direction(i, list, n) : 0;

    for (size_t k = 0; k < n; k++) {
        struct constat x = look(s, i, &list[k], k ? &list[k - 1].day : NULL, way);

        put(s, i, &list[k], &x);
        if (x.etat != A_VENIR)
            missed = x.etat == NON_ATTEINTE && list[k].e != i ? &list[k] : NULL;
    }
    if (missed)
        alert(s, i, missed);
    aet_free(list);
}
