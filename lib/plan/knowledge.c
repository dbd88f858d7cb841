/* Loading the knowledge, and reading elements. */
#include "plan/knowledge.h"

static const char *const names[T_TABLES] = {
    "systemes",   "mesures",   "etats-action", "decisions",
    "analyses",   "paliers",   "etapes",       "conditions-partenariat",
    "rencontres", "objectifs", "outils",
};

const char *const aet_plan_etats[ETATS_ACTION] = { "prevue",   "en-cours",  "retardee",
                                                   "realisee", "suspendue", "abandonnee" };

static int *name_rows(struct plan_knowledge *k, const struct table *t, const char *const *ids,
                      size_t n)
{
    int *of = aet_arena_alloc(&k->arena, (t->rows + 1) * sizeof *of);

    for (size_t r = 0; r < t->rows; r++) {
        of[r] = -1;
        for (size_t i = 0; i < n; i++)
            if (aet_span_eq(aet_cell(t, r, 0), aet_span_z(ids[i])))
                of[r] = (int)i;
    }
    return of;
}

static void load_kinds(struct plan_knowledge *k, size_t n)
{
    for (size_t kind = 0; kind < KINDS; kind++) {
        const struct schema *s = &aet_plan_schemas[kind];

        k->by_kind[kind] = aet_arena_alloc(&k->arena, s->n * sizeof(struct matcher *));
        for (size_t f = 0; f < s->n; f++) {
            k->by_kind[kind][f] = NULL;
            for (size_t t = 0; s->fields[f].table && t < n; t++)
                if (strcmp(names[t], s->fields[f].table) == 0)
                    k->by_kind[kind][f] = k->matchers[t];
        }
    }
}

bool aet_plan_knowledge_load(struct plan_knowledge *k, struct session *s, size_t n)
{
    static const char *const choix[] = { "maintien", "adaptation", "abandon" };
    static const char *const mesures[] = { "nombre", "pourcentage", "ratio", "echelle",
                                           "qualitatif" };

    *k = (struct plan_knowledge){ .today = aet_date_days(s->date), .lang = s->voice.lang };
    for (size_t t = 0; t < n; t++) {
        k->tables[t] = aet_session_table(s, names[t]);
        if (!k->tables[t])
            return false;
        k->matchers[t] = aet_matcher_new(k->tables[t], NULL, 0);
    }
    load_kinds(k, n);
    k->mesure_of = name_rows(k, k->tables[T_MESURES], mesures, 5);
    k->etat_of = name_rows(k, k->tables[T_ETATS], aet_plan_etats, ETATS_ACTION);
    k->choix_of = name_rows(k, k->tables[T_DECISIONS], choix, 3);
    return true;
}

void aet_plan_knowledge_free(struct plan_knowledge *k)
{
    for (size_t t = 0; t < T_TABLES; t++)
        aet_matcher_free(k->matchers[t]);
    aet_arena_free(&k->arena);
}

bool aet_plan_first_day(const struct element *e, int field, int32_t *day)
{
    const struct fact *f = e ? aet_plan_fact(e, field) : NULL;

    if (!f || !f->good)
        return false;
    *day = aet_date_days(f->u.date);
    return true;
}

bool aet_plan_last_day(const struct element *e, int field, int32_t *day)
{
    const struct fact *f = e ? aet_plan_fact(e, field) : NULL;

    if (!f || !f->good)
        return false;
    *day = aet_date_last_day(f->u.date);
    return true;
}

bool aet_plan_number(const struct element *e, int field, double *value)
{
    const struct fact *f = aet_plan_fact(e, field);

    if (f->good)
        *value = f->u.number.value;
    return f->good;
}

struct span aet_plan_name(const struct element *e, int libelle, int id, struct buf *scratch)
{
    struct span s = aet_span_trim(aet_plan_text(e, libelle));

    if (!s.n)
        s = aet_span_trim(aet_plan_text(e, id));
    return s.n ? s : aet_element_path(e, NULL, -1, scratch);
}

struct span aet_plan_group(const struct element *plan)
{
    const struct element *g = aet_child(plan, K_REGROUPEMENT);
    struct span s = g ? aet_span_trim(aet_plan_text(g, RGP_NOM)) : AET_LIT("");

    return s.n ? s : aet_plan_group_id(plan);
}

struct span aet_plan_group_id(const struct element *plan)
{
    const struct element *g = aet_child(plan, K_REGROUPEMENT);
    struct span s = g ? aet_span_trim(aet_plan_text(g, RGP_ID)) : AET_LIT("");

    return s.n || !g ? s : aet_span_trim(aet_plan_text(g, RGP_NOM));
}

struct span aet_plan_id(const struct element *plan)
{
    struct span s = aet_span_trim(aet_plan_text(plan, PLN_ID));

    return s.n ? s : aet_plan_group_id(plan);
}

bool aet_plan_is_of_group(const struct element *plan)
{
    struct span id = aet_plan_id(plan);

    return aet_span_eq(id, aet_plan_group_id(plan)) || aet_span_eq(id, aet_plan_group(plan));
}

int64_t aet_plan_year(const struct element *plan)
{
    const struct fact *f = aet_plan_fact(plan, PLN_ANNEE);
    const struct element *cycle = aet_child(plan, K_CYCLE);

    if (f->good)
        return (int64_t)f->u.number.value;
    if (cycle && aet_plan_fact(cycle, CYC_DEBUT)->good)
        return aet_plan_fact(cycle, CYC_DEBUT)->u.date.year;
    return 0;
}

const struct element *aet_plan_last_suivi(const struct element *action, int32_t day)
{
    const struct element *last = NULL;
    int32_t best = INT32_MIN, at;

    for (const struct element *s = aet_child(action, K_SUIVI_ACTION); s; s = s->next)
        if (aet_plan_first_day(s, SUA_DATE, &at) && at <= day && at >= best) {
            best = at;
            last = s;
        }
    return last;
}

const struct element *aet_plan_last_releve(const struct element *indicateur, int32_t day)
{
    const struct element *last = NULL;
    int32_t best = INT32_MIN, at;

    for (const struct element *r = aet_child(indicateur, K_RELEVE); r; r = r->next)
        if (aet_plan_fact(r, REL_VALEUR)->present && aet_plan_first_day(r, REL_DATE, &at) &&
            at <= day && at >= best) {
            best = at;
            last = r;
        }
    return last;
}

struct span aet_plan_etat_label(const struct plan_knowledge *k, enum etat_action etat)
{
    const struct table *t = k->tables[T_ETATS];
    int32_t row = aet_row_of_id(t, aet_span_z(aet_plan_etats[etat]));

    return row < 0 ? aet_span_z(aet_plan_etats[etat]) : aet_label(t, (size_t)row, k->lang);
}

enum etat_action aet_plan_etat(const struct plan_knowledge *k, const struct element *suivi)
{
    int32_t row = suivi ? aet_fact_row(&suivi->facts, SUA_ETAT) : NO_ROW;

    if (!suivi)
        return EA_PREVUE;
    return row == NO_ROW || k->etat_of[row] < 0 ? EA_EN_COURS : (enum etat_action)k->etat_of[row];
}

enum etat_action aet_plan_etat_action(const struct plan_knowledge *k, const struct element *action)
{
    return aet_plan_suivi_lost(action, k->today)
               ? EA_INCONNU
               : aet_plan_etat(k, aet_plan_last_suivi(action, k->today));
}

/* A child that was left out and bears no date that shows it to be older. */
static bool lost_after(const struct element *e, unsigned kind, int field,
                       const struct element *last, int32_t day)
{
    int32_t known = INT32_MIN, at;

    if (e->unsure >> kind & 1)
        return true;
    if (last)
        (void)aet_plan_first_day(last, field, &known);
    for (const struct element *c = e->lost; c; c = c->next)
        if (c->kind == kind &&
            (!c->facts.f || !aet_plan_first_day(c, field, &at) || (at <= day && at >= known)))
            return true;
    return false;
}

bool aet_plan_suivi_lost(const struct element *action, int32_t day)
{
    return lost_after(action, K_SUIVI_ACTION, SUA_DATE, aet_plan_last_suivi(action, day), day);
}

bool aet_plan_releve_lost(const struct element *indicateur, int32_t day)
{
    return lost_after(indicateur, K_RELEVE, REL_DATE, aet_plan_last_releve(indicateur, day), day);
}

int aet_plan_mesure(const struct plan_knowledge *k, const struct element *indicateur)
{
    int32_t row = aet_fact_row(&indicateur->facts, IND_MESURE);

    return row == NO_ROW ? -1 : k->mesure_of[row];
}
