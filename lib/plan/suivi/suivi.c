/* The follow-up: its sections, the alerts that any of them raises, the schedule. Actions, decisions
 * and indicators have files of their own. */
#include "plan/suivi/suivi.h"

#include "plan/resume/resume.h"
#include "plan/situation.h"
#include "plan/territoire.h"

#include <stdlib.h>

#include "plan/rules.h"
#include "tree/leave.h"

void aet_plan_suivi_init(struct suivi *s, const struct plan_knowledge *k)
{
    *s = (struct suivi){ .k = k };
    aet_kept_begin(&s->kept, k->lang, aet_plan_suivi_sections);
}

void aet_plan_suivi_free(struct suivi *s)
{
    aet_report_free(&s->kept);
    aet_free(s->alertes);
    if (s->ailleurs)
        aet_plan_suivi_free(s->ailleurs);
    aet_free(s->ailleurs);
}

void aet_plan_suivi_kept(void *sum, struct section *s)
{
    const struct suivi *f = sum;

    aet_section_fill_kept(s, &f->kept);
}

/* A message without the name of its subject, which ends it. */
static struct span bare(struct span message, struct span libelle)
{
    struct span s = message;

    if (libelle.n && s.n > libelle.n && aet_span_eq(aet_span_from(s, s.n - libelle.n), libelle)) {
        s.n -= libelle.n;
        while (s.n && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == ':' ||
                       (s.n > 1 && s.p[s.n - 2] == '\xC2' && s.p[s.n - 1] == '\xA0')))
            s.n -= (unsigned char)s.p[s.n - 1] == 0xA0 ? 2 : 1;
    }
    return s;
}

/* One more on the element of the last alert: one row says both, and the name once. */
static void join(struct suivi *s, struct alerte *x, enum urgence u, struct span message,
                 const char *code)
{
    struct arena *a = &s->kept.arena;
    struct buf text = { 0 }, codes = { 0 };

    aet_buf_span(&text, bare(x->message, x->libelle));
    aet_buf_str(&text, "; ");
    aet_buf_span(&text, message);
    aet_list_add(&codes, aet_span_z(code));
    x->message = aet_arena_copy(a, aet_buf_view(&text));
    aet_buf_clear(&text);
    aet_buf_span(&text, x->regles);
    aet_buf_char(&text, '\x1F');
    aet_buf_span(&text, aet_buf_view(&codes));
    x->regles = aet_arena_copy(a, aet_buf_view(&text));
    s->hautes += u == HAUTE && x->urgence != HAUTE;
    x->urgence = u < x->urgence ? u : x->urgence;
    aet_buf_free(&text);
    aet_buf_free(&codes);
}

void aet_plan_suivi_alert(struct suivi *s, enum urgence u, struct sujet of, int rule,
                          const struct word *words)
{
    const struct element *e = of.e;
    struct arena *a = &s->kept.arena;
    struct buf text = { 0 }, scratch = { 0 };
    struct span libelle = aet_arena_copy(a, aet_plan_name(e, of.libelle, of.id, &scratch));

    aet_words_message(&text, aet_plan_rule[rule].message, s->k->lang, words,
                      aet_word_span("libelle", libelle));
    if (s->about == e && s->alertes_n) {
        join(s, &s->alertes[s->alertes_n - 1], u, aet_buf_view(&text), aet_plan_rule[rule].code);
    } else {
        struct alerte *x;

        s->alertes = aet_grow(s->alertes, &s->alertes_cap, s->alertes_n, sizeof *s->alertes);
        x = &s->alertes[s->alertes_n];
        *x = (struct alerte){ .urgence = u, .rang = s->alertes_n++, .libelle = libelle };
        x->regroupement = aet_arena_copy(a, aet_plan_group(e->document->root));
        x->of = aet_element_schema(e);
        x->id = aet_arena_copy(a, aet_plan_name(e, of.id, of.libelle, &scratch));
        x->message = aet_arena_copy(a, aet_buf_view(&text));
        x->regles = aet_span_z(aet_plan_rule[rule].code);
        s->hautes += u == HAUTE;
        s->about = e;
    }
    aet_buf_free(&text);
    aet_buf_free(&scratch);
}

struct span aet_plan_suivi_day(struct buf *b, int32_t day, enum lang lang)
{
    aet_buf_clear(b);
    aet_date_say(aet_date_from_days(day), lang, b);
    return aet_buf_view(b);
}

/* A date of the follow-up schedule has passed and no action was followed up around it. */
static void scheduled(struct suivi *s, const struct element *plan)
{
    const struct element *e = aet_child(plan, K_SUIVI);
    const struct item *it = e ? aet_fact_items(&e->facts, SUI_DATES) : NULL;
    struct buf x = { 0 };

    for (size_t i = 0; e && i < aet_fact_count(&e->facts, SUI_DATES); i++) {
        bool seen = !plan->document->first[K_ACTION];
        int32_t day;

        if (it[i].row == NO_DAY || it[i].row + SUIVI_ECART > s->k->today)
            continue;
        for (const struct element *a = plan->document->first[K_ACTION]; a; a = a->after)
            seen |= aet_element_lacks(a, K_SUIVI_ACTION); /* it may have been on that day */
        for (const struct element *f = plan->document->first[K_SUIVI_ACTION]; f; f = f->after)
            seen |= aet_plan_first_day(f, SUA_DATE, &day) && abs(day - it[i].row) <= SUIVI_ECART;
        if (!seen)
            aet_plan_suivi_alert(
                s, MOYENNE, (struct sujet){ plan, PLN_LIBELLE, PLN_ID }, PLA_A_SUIVI_PREVU,
                AET_WORDS(aet_word_span("date", aet_plan_suivi_day(&x, it[i].row, s->k->lang))));
    }
    aet_buf_free(&x);
}

void aet_plan_suivi_add(void *sum, const struct facts *f)
{
    struct suivi *s = sum, before;

    if (s->territoire && !aet_plan_territoire_add(s->territoire, f->element))
        s = s->ailleurs;
    before = *s;
    s->about = NULL;
    s->plans++;
    for (const struct element *a = f->element->document->first[K_ACTION]; a; a = a->after) {
        aet_plan_suivi_action(s, f->element, a);
        aet_plan_suivi_decisions(s, f->element, a);
    }
    aet_plan_suivi_indicateurs(s, f->element);
    scheduled(s, f->element);
    aet_plan_suivi_transformations(s, f->element);
    aet_plan_suivi_groupe(s, f->element, &before);
    s->about = NULL; /* its memory is not ours */
}

static int by_urgency(const void *a, const void *b)
{
    const struct alerte *x = a, *y = b;

    if (x->urgence != y->urgence)
        return x->urgence < y->urgence ? -1 : 1;
    return x->rang < y->rang ? -1 : x->rang > y->rang;
}

enum {
    ALERTES_REGROUPEMENT,
    ALERTES_GRAVITE,
    ALERTES_ELEMENT,
    ALERTES_ID,
    ALERTES_MESSAGE,
    ALERTES_REGLES
};
static const struct column alertes_columns[] = {
    [ALERTES_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [ALERTES_GRAVITE] = { "gravite", { "Gravité", "Severity" }, CELL_CODE, false },
    [ALERTES_ELEMENT] = { "element", { "Élément", "Element" }, CELL_CODE, false },
    [ALERTES_ID] = { "id", { "Id", "Id" }, CELL_TEXT, false },
    [ALERTES_MESSAGE] = { "message", { "Message", "Message" }, CELL_TEXT, false },
    [ALERTES_REGLES] = { "regles", { "Règles", "Rules" }, CELL_LIST, true },
};

static void alertes(void *sum, struct section *to)
{
    static const struct text words[] = { { "haute", "high" },
                                         { "moyenne", "medium" },
                                         { "basse", "low" } };
    struct suivi *s = sum;

    if (s->alertes_n)
        qsort(s->alertes, s->alertes_n, sizeof *s->alertes, by_urgency);
    for (size_t i = 0; i < s->alertes_n; i++) {
        const struct alerte *x = &s->alertes[i];

        aet_row_begin(to);
        aet_row_text(to, ALERTES_REGROUPEMENT, x->regroupement);
        aet_row_coded_words(to, ALERTES_GRAVITE, words[x->urgence].fr, words[x->urgence]);
        aet_row_coded_words(to, ALERTES_ELEMENT, x->of->name, x->of->noun);
        aet_row_text(to, ALERTES_ID, x->id);
        aet_row_text(to, ALERTES_MESSAGE, x->message);
        aet_row_list(to, ALERTES_REGLES, x->regles);
        aet_row_end(to);
        to->report->alert |= x->urgence != BASSE;
    }
}

static const struct section_kind alertes_kind = {
    .key = "alertes",
    .brief = 8,
    .title = { "Alertes", "Alerts" },
    AET_COLUMNS(alertes_columns),
    .fill = alertes,
    .shown = SUIVI_MONTRES,
    .rest = AET_PLAN_SUIVI_REST,
    .mask = { .kind = MASK_OPEN },
};

enum {
    BASE_PLANS,
    BASE_ACTIONS,
    BASE_REALISEES,
    BASE_EN_RETARD,
    BASE_DITES,
    BASE_BUDGET,
    BASE_DEPENSE,
    BASE_INDICATEURS,
    BASE_ATTEINTS,
    BASE_DECISIONS,
    BASE_ALERTES,
    BASE_REJETES,
    BASE_ECARTES,
    BASE_ELEMENTS_REJETES,
    BASE_VALEURS_REJETEES
};
static const struct column base_columns[] = {
    [BASE_PLANS] = { "plans", { "Plans", "Plans" }, CELL_COUNT, false },
    [BASE_ACTIONS] = { "actions", { "Actions", "Actions" }, CELL_COUNT, false },
    [BASE_REALISEES] = { "realisees", { "Réalisées", "Completed" }, CELL_COUNT, false },
    AET_PLAN_RETARDS(BASE_EN_RETARD, BASE_DITES),
    [BASE_BUDGET] = { "budget", { "Budget", "Budget" }, CELL_MONEY, false },
    [BASE_DEPENSE] = { "depense", { "Dépensé", "Spent" }, CELL_MONEY, false },
    [BASE_INDICATEURS] = { "indicateurs", { "Indicateurs", "Indicators" }, CELL_COUNT, false },
    [BASE_ATTEINTS] = { "atteints", { "Cibles atteintes", "Targets reached" }, CELL_COUNT, false },
    [BASE_DECISIONS] = { "decisions", { "Décisions prises", "Decisions made" }, CELL_COUNT, false },
    [BASE_ALERTES] = { "alertes", { "Alertes", "Alerts" }, CELL_COUNT, false },
    AET_COLUMNS_REJECTED(BASE_REJETES, BASE_ECARTES, "Rejetés à la lecture"),
    AET_PLAN_PARTS(BASE_ELEMENTS_REJETES, BASE_VALEURS_REJETEES),
};

static void base(void *sum, struct section *to)
{
    const struct suivi *s = sum;

    aet_row_begin(to);
    aet_row_count(to, BASE_PLANS, s->plans);
    aet_row_count(to, BASE_ACTIONS, s->actions);
    aet_row_count(to, BASE_REALISEES, s->realisees);
    aet_row_count(to, BASE_EN_RETARD, s->en_retard);
    aet_row_count(to, BASE_DITES, s->dites);
    aet_row_money(to, BASE_BUDGET, s->budget);
    aet_row_money(to, BASE_DEPENSE, s->depense);
    aet_row_count(to, BASE_INDICATEURS, s->indicateurs);
    aet_row_count(to, BASE_ATTEINTS, s->atteints);
    aet_row_count(to, BASE_DECISIONS, s->decisions);
    aet_row_count(to, BASE_ALERTES, (int64_t)s->alertes_n);
    aet_row_rejected(to, BASE_REJETES, BASE_ECARTES);
    aet_row_rejected_parts(to, BASE_ELEMENTS_REJETES, BASE_VALEURS_REJETEES);
    aet_row_end(to);
}

static const struct section_kind base_kind = {
    .key = "base",
    .annex = true,
    .title = { "Chiffres d’ensemble", "Overall figures" },
    AET_COLUMNS(base_columns),
    .single = true,
    .fill = base,
    .mask = { .kind = MASK_OPEN },
};

const struct section_kind *const aet_plan_suivi_sections[] = { &aet_plan_kind_resume_suivi,
                                                               &base_kind,
                                                               &aet_plan_kind_suivi_territoire,
                                                               &alertes_kind,
                                                               &aet_plan_kind_suivi_groupes,
                                                               &aet_plan_kind_suivi_transformations,
                                                               &aet_plan_kind_suivi_actions,
                                                               &aet_plan_kind_suivi_indicateurs,
                                                               &aet_plan_kind_suivi_cibles,
                                                               &aet_plan_kind_suivi_decisions,
                                                               NULL };
