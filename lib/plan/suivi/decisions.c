/* Following up the decisions on an action: those made, and one that is due. */
#include "plan/suivi/suivi.h"

#include "plan/check.h"
#include "plan/rules.h"
#include "tree/leave.h"

/* The last day on which something was known of an action: a follow-up, or a reading of an indicator
 * of its transformation. */
static int32_t last_result(const struct plan_knowledge *k, const struct element *a)
{
    const struct element *last = aet_plan_last_suivi(a, k->today);
    int32_t best = INT32_MIN, day;

    if (last && aet_plan_first_day(last, SUA_DATE, &day))
        best = day;
    for (const struct element *i = aet_child(a->parent, K_INDICATEUR); i; i = i->next) {
        const struct element *r = aet_plan_last_releve(i, k->today);

        if (r && aet_plan_first_day(r, REL_DATE, &day) && day > best)
            best = day;
    }
    return best;
}

enum {
    DECISIONS_REGROUPEMENT,
    DECISIONS_ID,
    DECISIONS_LIBELLE,
    DECISIONS_ETAT,
    DECISIONS_DATE,
    DECISIONS_CHOIX,
    DECISIONS_RESULTATS,
    DECISIONS_JUSTIFICATION
};
static const struct column decisions_columns[] = {
    [DECISIONS_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [DECISIONS_ID] = { "id", { "Id", "Id" }, CELL_TEXT, false },
    [DECISIONS_LIBELLE] = { "libelle", { "Action", "Action" }, CELL_TEXT, false },
    [DECISIONS_ETAT] = { "etat", { "État", "State" }, CELL_CODE, false },
    [DECISIONS_DATE] = { "date", { "Date", "Date" }, CELL_DATE, false },
    [DECISIONS_CHOIX] = { "choix", { "Choix", "Choice" }, CELL_CODE, false },
    [DECISIONS_RESULTATS] = { "resultats",
                              { "Résultats cités", "Results cited" },
                              CELL_LIST,
                              false },
    [DECISIONS_JUSTIFICATION] = { "justification",
                                  { "Justification", "Justification" },
                                  CELL_TEXT,
                                  false },
};

const struct section_kind aet_plan_kind_suivi_decisions = {
    .key = "decisions",
    .led = DECISIONS_LIBELLE + 1,
    .title = { "Décisions prises et à prendre", "Decisions made and due" },
    AET_COLUMNS(decisions_columns),
    .fill = aet_plan_suivi_kept,
    .shown = SUIVI_MONTRES,
    .rest = AET_PLAN_SUIVI_REST,
    .mask = { .kind = MASK_OPEN },
};

/* What a decision cites, as people know it: by its day. What is not found stays as it is cited. */
static void result_label(const struct suivi *s, const struct element *plan, struct span id,
                         struct buf *labels)
{
    static const struct text reading = { "relevé du {date}", "reading of {date}" };
    static const struct text follow_up = { "suivi du {date}", "follow-up of {date}" };
    const struct element *r = aet_plan_resultat(plan, id);
    bool read = r && r->kind == K_RELEVE;
    struct buf label = { 0 }, date = { 0 };
    int32_t day;

    if (!r || !aet_plan_first_day(r, read ? (int)REL_DATE : (int)SUA_DATE, &day)) {
        aet_list_add(labels, id);
        return;
    }
    aet_date_say(aet_date_from_days(day), s->k->lang, &date);
    aet_words_put(&label, read ? reading : follow_up, s->k->lang,
                  AET_WORDS(aet_word_span("date", aet_buf_view(&date))));
    aet_list_add(labels, aet_buf_view(&label));
    aet_buf_free(&label);
    aet_buf_free(&date);
}

static void put_decision(struct suivi *s, const struct element *plan, const struct element *a,
                         const struct element *d)
{
    struct section *to = aet_kept_section(&s->kept, &aet_plan_kind_suivi_decisions);
    struct buf scratch = { 0 }, list = { 0 }, labels = { 0 };
    int32_t row = d ? aet_fact_row(&d->facts, DEC_CHOIX) : NO_ROW;
    const struct item *it = d ? aet_fact_items(&d->facts, DEC_RESULTATS) : NULL;
    bool dated = d && aet_plan_fact(d, DEC_DATE)->good;

    for (size_t i = 0; d && i < aet_fact_count(&d->facts, DEC_RESULTATS); i++) {
        aet_list_add(&list, it[i].text);
        result_label(s, plan, it[i].text, &labels);
    }
    aet_row_begin(to);
    aet_row_text(to, DECISIONS_REGROUPEMENT, aet_plan_group(plan));
    aet_row_text(to, DECISIONS_ID, aet_plan_name(a, ACN_ID, ACN_LIBELLE, &scratch));
    aet_row_text(to, DECISIONS_LIBELLE, aet_plan_name(a, ACN_LIBELLE, ACN_ID, &scratch));
    aet_row_coded_words(to, DECISIONS_ETAT, d ? "prise" : "a-prendre",
                        d ? (struct text){ "prise", "made" } : (struct text){ "à prendre", "due" });
    aet_row_date(to, DECISIONS_DATE,
                 dated ? aet_plan_fact(d, DEC_DATE)->u.date : (struct date){ 0 });
    if (row == NO_ROW)
        aet_row_unknown(to, DECISIONS_CHOIX);
    else
        aet_row_coded(to, DECISIONS_CHOIX, aet_cell(s->k->tables[T_DECISIONS], (size_t)row, 0),
                      aet_label(s->k->tables[T_DECISIONS], (size_t)row, s->k->lang));
    aet_row_list_coded(to, DECISIONS_RESULTATS, aet_buf_view(&list), aet_buf_view(&labels));
    if (d)
        aet_row_text(to, DECISIONS_JUSTIFICATION, aet_plan_text(d, DEC_JUSTIFICATION));
    else
        aet_row_unknown(to, DECISIONS_JUSTIFICATION);
    aet_row_end(to);
    aet_buf_free(&scratch);
    aet_buf_free(&list);
    aet_buf_free(&labels);
}

bool aet_plan_decision_due(const struct plan_knowledge *k, const struct element *a, int32_t *result)
{
    enum etat_action etat = aet_plan_etat_action(k, a);
    int32_t last = INT32_MIN, day, fin;
    bool over = etat != EA_PREVUE && etat != EA_EN_COURS;

    *result = last_result(k, a);
    if (etat == EA_INCONNU || aet_element_lacks(a, K_DECISION))
        return false;
    for (const struct element *d = aet_child(a, K_DECISION); d; d = d->next)
        if (aet_plan_first_day(d, DEC_DATE, &day) && day > last)
            last = day;
    over |= aet_plan_last_day(a, ACN_FIN, &fin) && fin <= k->today;
    return over && *result > last;
}

void aet_plan_suivi_decisions(struct suivi *s, const struct element *plan, const struct element *a)
{
    struct buf x = { 0 };
    int32_t result;

    for (const struct element *d = aet_child(a, K_DECISION); d; d = d->next) {
        put_decision(s, plan, a, d);
        s->decisions++;
    }
    if (aet_plan_decision_due(s->k, a, &result)) {
        put_decision(s, plan, a, NULL);
        aet_plan_suivi_alert(
            s, BASSE, (struct sujet){ a, ACN_LIBELLE, ACN_ID }, PLA_A_DECISION,
            AET_WORDS(aet_word_span("date", aet_plan_suivi_day(&x, result, s->k->lang))));
    }
    aet_buf_free(&x);
}
