/* `diagnostic`: tool 13. Eighteen items answered A (strongest), B or C, in six conditions: counts
 * by condition and by item, and where partners differ, within one session: the answers of one date,
 * the latest unless all are asked for; beside it, what changed since the one before. Groups stay in
 * the order of the input: nothing ranks them. */
#include "base/message.h"
#include "plan/resume/resume.h"
#include "plan/diagnostic/seances.h"
#include "plan/job.h"
#include "plan/verbs.h"

struct outil13 {
    const struct plan_knowledge *k;
    struct report kept; /* rows go into it as plans are read */
    struct questions questions;
    bool tous; /* all sessions are shown */
    int64_t regroupements, seances, repondants, reponses;
    struct seances_tenues tenues; /* of the plan that is read */
};

static void put_day(struct section *to, int column, int32_t day)
{
    aet_row_date(to, column, day == NO_DAY ? (struct date){ 0 } : aet_date_from_days(day));
}

/* --- conditions ------------------------------------------------------------------------------- */

static void kept(void *sum, struct section *s)
{
    const struct outil13 *o = sum;

    aet_section_fill_kept(s, &o->kept);
}

enum {
    CONDITIONS_REGROUPEMENT,
    CONDITIONS_CONDITION,
    CONDITIONS_LIBELLE,
    CONDITIONS_A,
    CONDITIONS_B,
    CONDITIONS_C,
    CONDITIONS_PART_A,
    CONDITIONS_DIVERGENTS,
    CONDITIONS_DATE
};
static const struct column conditions_columns[] = {
    [CONDITIONS_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [CONDITIONS_CONDITION] = { "condition", { "Condition", "Condition" }, CELL_CODE, true },
    [CONDITIONS_LIBELLE] = { "libelle", { "Condition", "Condition" }, CELL_TEXT, false },
    [CONDITIONS_A] = { "a", { "A", "A" }, CELL_COUNT, false },
    [CONDITIONS_B] = { "b", { "B", "B" }, CELL_COUNT, false },
    [CONDITIONS_C] = { "c", { "C", "C" }, CELL_COUNT, false },
    [CONDITIONS_PART_A] = { "part_a", { "Part de A", "Share of A" }, CELL_SHARE, false },
    [CONDITIONS_DIVERGENTS] = { "divergents",
                                { "Items divergents", "Items that diverge" },
                                CELL_COUNT,
                                false },
    [CONDITIONS_DATE] = { "date", { "Séance", "Session" }, CELL_DATE, false },
};

static const struct section_kind conditions_kind = {
    .key = "conditions",
    .brief = 8,
    .led = CONDITIONS_REGROUPEMENT + 1,
    .title = { "Les six conditions", "The six conditions" },
    AET_COLUMNS(conditions_columns),
    .view = { .kind = VIEW_BARS,
              .label = CONDITIONS_LIBELLE,
              .from = CONDITIONS_A,
              .to = CONDITIONS_C },
    .fill = kept,
    .mask = { .kind = MASK_COUNTS,
              .keys = { CONDITIONS_REGROUPEMENT, CONDITIONS_DATE, CONDITIONS_CONDITION },
              .keys_n = 3,
              .counts = { { CONDITIONS_A, "a" }, { CONDITIONS_B, "b" }, { CONDITIONS_C, "c" } },
              .sums = { { AET_MASK_ALL, CONDITIONS_A, CONDITIONS_C } } },
};

static void put_condition(struct outil13 *o, struct span group, size_t row, const struct tableau *x)
{
    const struct table *t = o->k->tables[T_CONDITIONS];
    struct section *to = aet_kept_section(&o->kept, &conditions_kind);
    int64_t sum[ANSWERS], divergent = 0;

    aet_plan_tableau_condition(x, &o->questions, row, sum);
    for (int i = 0; i < ITEMS; i++)
        divergent += o->questions.condition[i] == (int32_t)row && aet_plan_diverge(x->by[i]);
    aet_row_begin(to);
    aet_row_text(to, CONDITIONS_REGROUPEMENT, group);
    aet_row_text(to, CONDITIONS_CONDITION, aet_cell(t, row, 0));
    aet_row_text(to, CONDITIONS_LIBELLE, aet_label(t, row, o->k->lang));
    for (int a = 0; a < ANSWERS; a++)
        aet_row_count(to, CONDITIONS_A + a, sum[a]);
    aet_row_share(to, CONDITIONS_PART_A, sum[0], sum[0] + sum[1] + sum[2]);
    aet_row_count(to, CONDITIONS_DIVERGENTS, divergent);
    put_day(to, CONDITIONS_DATE, x->jour);
    aet_row_end(to);
}

/* --- items ------------------------------------------------------------------------------------ */

enum {
    ITEMS_REGROUPEMENT,
    ITEMS_ITEM,
    ITEMS_CONDITION,
    ITEMS_A,
    ITEMS_B,
    ITEMS_C,
    ITEMS_DIVERGENCE,
    ITEMS_DATE
};
static const struct column items_columns[] = {
    [ITEMS_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [ITEMS_ITEM] = { "item", { "Item", "Item" }, CELL_COUNT, false },
    [ITEMS_CONDITION] = { "condition", { "Condition", "Condition" }, CELL_CODE, false },
    [ITEMS_A] = { "a", { "A", "A" }, CELL_COUNT, false },
    [ITEMS_B] = { "b", { "B", "B" }, CELL_COUNT, false },
    [ITEMS_C] = { "c", { "C", "C" }, CELL_COUNT, false },
    [ITEMS_DIVERGENCE] = { "divergence", { "A et C à la fois", "Both A and C" }, CELL_BOOL, false },
    [ITEMS_DATE] = { "date", { "Séance", "Session" }, CELL_DATE, false },
};

static const struct section_kind items_kind = {
    .key = "items",
    .led = ITEMS_REGROUPEMENT + 1,
    .title = { "Les dix-huit items", "The eighteen items" },
    AET_COLUMNS(items_columns),
    .fill = kept,
    .mask = { .kind = MASK_COUNTS,
              .keys = { ITEMS_REGROUPEMENT, ITEMS_DATE, ITEMS_ITEM, ITEMS_CONDITION },
              .keys_n = 3,
              .also_n = 1,
              .counts = { { ITEMS_A, "a" }, { ITEMS_B, "b" }, { ITEMS_C, "c" } },
              .sums = { { AET_MASK_ALL, ITEMS_A, ITEMS_C } } },
};

static void put_item(struct outil13 *o, struct span group, int i, const struct tableau *x)
{
    const int64_t *answers = x->by[i];
    const struct table *t = o->k->tables[T_CONDITIONS];
    struct section *to = aet_kept_section(&o->kept, &items_kind);

    aet_row_begin(to);
    aet_row_text(to, ITEMS_REGROUPEMENT, group);
    aet_row_count(to, ITEMS_ITEM, i + 1);
    if (o->questions.condition[i] == NO_ROW)
        aet_row_unknown(to, ITEMS_CONDITION);
    else
        aet_row_coded(to, ITEMS_CONDITION, aet_cell(t, (size_t)o->questions.condition[i], 0),
                      aet_label(t, (size_t)o->questions.condition[i], o->k->lang));
    for (int a = 0; a < ANSWERS; a++)
        aet_row_count(to, ITEMS_A + a, answers[a]);
    aet_row_bool(to, ITEMS_DIVERGENCE, aet_plan_diverge(answers));
    put_day(to, ITEMS_DATE, x->jour);
    aet_row_end(to);
}

/* --- from one session to the next ------------------------------------------------------------- */

enum {
    EVOLUTION_REGROUPEMENT,
    EVOLUTION_CONDITION,
    EVOLUTION_LIBELLE,
    EVOLUTION_AVANT,
    EVOLUTION_APRES,
    EVOLUTION_REPONDANTS_AVANT,
    EVOLUTION_REPONDANTS_APRES,
    EVOLUTION_PART_A_AVANT,
    EVOLUTION_PART_A_APRES,
    EVOLUTION_PART_C_AVANT,
    EVOLUTION_PART_C_APRES
};
static const struct column evolution_columns[] = {
    [EVOLUTION_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [EVOLUTION_CONDITION] = { "condition", { "Condition", "Condition" }, CELL_CODE, true },
    [EVOLUTION_LIBELLE] = { "libelle", { "Condition", "Condition" }, CELL_TEXT, false },
    [EVOLUTION_AVANT] = { "avant", { "Avant", "Before" }, CELL_DATE, false },
    [EVOLUTION_APRES] = { "apres", { "Après", "After" }, CELL_DATE, false },
    [EVOLUTION_REPONDANTS_AVANT] = { "repondants_avant",
                                     { "Répondants avant", "Respondents before" },
                                     CELL_COUNT,
                                     false },
    [EVOLUTION_REPONDANTS_APRES] = { "repondants_apres",
                                     { "Répondants après", "Respondents after" },
                                     CELL_COUNT,
                                     false },
    [EVOLUTION_PART_A_AVANT] = { "part_a_avant",
                                 { "Part de A avant", "Share of A before" },
                                 CELL_SHARE,
                                 false },
    [EVOLUTION_PART_A_APRES] = { "part_a_apres",
                                 { "Part de A après", "Share of A after" },
                                 CELL_SHARE,
                                 false },
    [EVOLUTION_PART_C_AVANT] = { "part_c_avant",
                                 { "Part de C avant", "Share of C before" },
                                 CELL_SHARE,
                                 false },
    [EVOLUTION_PART_C_APRES] = { "part_c_apres",
                                 { "Part de C après", "Share of C after" },
                                 CELL_SHARE,
                                 false },
};

static const struct section_kind evolution_kind = {
    .key = "evolution",
    .if_any = true,
    .brief = 8,
    .led = EVOLUTION_REGROUPEMENT + 1,
    .title = { "D’une séance à la suivante", "From one session to the next" },
    AET_COLUMNS(evolution_columns),
    .fill = kept,
};

static void put_change(struct outil13 *o, struct span group, size_t row,
                       const struct tableau *before, const struct tableau *after)
{
    const struct table *t = o->k->tables[T_CONDITIONS];
    struct section *to = aet_kept_section(&o->kept, &evolution_kind);
    int64_t x[ANSWERS], y[ANSWERS];

    aet_plan_tableau_condition(before, &o->questions, row, x);
    aet_plan_tableau_condition(after, &o->questions, row, y);
    aet_row_begin(to);
    aet_row_text(to, EVOLUTION_REGROUPEMENT, group);
    aet_row_text(to, EVOLUTION_CONDITION, aet_cell(t, row, 0));
    aet_row_text(to, EVOLUTION_LIBELLE, aet_label(t, row, o->k->lang));
    put_day(to, EVOLUTION_AVANT, before->jour);
    put_day(to, EVOLUTION_APRES, after->jour);
    aet_row_count(to, EVOLUTION_REPONDANTS_AVANT, before->repondants);
    aet_row_count(to, EVOLUTION_REPONDANTS_APRES, after->repondants);
    aet_row_share(to, EVOLUTION_PART_A_AVANT, x[0], x[0] + x[1] + x[2]);
    aet_row_share(to, EVOLUTION_PART_A_APRES, y[0], y[0] + y[1] + y[2]);
    aet_row_share(to, EVOLUTION_PART_C_AVANT, x[2], x[0] + x[1] + x[2]);
    aet_row_share(to, EVOLUTION_PART_C_APRES, y[2], y[0] + y[1] + y[2]);
    aet_row_end(to);
}

/* At level 1 there is no common action to diagnose: say so beside the figures. */
static void warn_level(struct outil13 *o, const struct element *plan, struct span group)
{
    static const struct text networking = {
        "{groupe} : niveau 1 (réseautage), où cet outil ne s’applique pas.",
        "{groupe}: level 1 (networking), where this tool does not apply."
    };
    const struct element *g = aet_child(plan, K_REGROUPEMENT);
    const struct fact *level = g ? aet_plan_fact(g, RGP_NIVEAU) : NULL;
    struct buf note = { 0 };

    if (!level || !level->good || level->u.number.value != 1)
        return;
    aet_words_put(&note, networking, o->k->lang, AET_WORDS(aet_word_span("groupe", group)));
    aet_section_note(aet_kept_section(&o->kept, &conditions_kind), aet_buf_view(&note));
    aet_buf_free(&note);
}

/* Sessions that are not shown are said. */
static void say_others(struct outil13 *o, struct span group, int32_t shown, size_t others)
{
    static const struct text earlier = {
        "{groupe} : séance du {date}; {nombre} {nombre|séance antérieure|séances antérieures}, "
        "par --tous.",
        "{groupe}: session of {date}; {nombre} earlier {nombre|session|sessions}, with --tous."
    };
    struct buf note = { 0 }, date = { 0 };

    aet_date_say(aet_date_from_days(shown), o->k->lang, &date);
    aet_words_put(&note, earlier, o->k->lang,
                  AET_WORDS(aet_word_span("groupe", group),
                            aet_word_span("date", aet_buf_view(&date)),
                            aet_word_uint("nombre", others)));
    aet_section_note(aet_kept_section(&o->kept, &conditions_kind), aet_buf_view(&note));
    aet_buf_free(&note);
    aet_buf_free(&date);
}

static void put_session(struct outil13 *o, struct span group, const struct tableau *x)
{
    o->seances++;
    o->repondants += x->repondants;
    o->reponses += x->reponses;
    for (size_t r = 0; r < o->k->tables[T_CONDITIONS]->rows; r++)
        put_condition(o, group, r, x);
    for (int i = 0; i < ITEMS; i++)
        put_item(o, group, i, x);
}

/* The sessions from the first one shown, each beside the one before. */
static void add(void *sum, const struct facts *f)
{
    struct outil13 *o = sum;
    struct span group = aet_plan_group(f->element);
    struct tableau before, x;
    size_t first;

    aet_plan_seances_tenues(f->element, &o->tenues);
    if (!o->tenues.n)
        return;
    o->regroupements++;
    first = o->tous ? 0 : o->tenues.n - 1;
    for (size_t i = first; i < o->tenues.n; i++) {
        aet_plan_tableau(f->element, o->tenues.jours[i], &x);
        put_session(o, group, &x);
        if (!i || o->tenues.jours[i - 1] == NO_DAY)
            continue;
        aet_plan_tableau(f->element, o->tenues.jours[i - 1], &before);
        for (size_t r = 0; r < o->k->tables[T_CONDITIONS]->rows; r++)
            put_change(o, group, r, &before, &x);
    }
    if (first)
        say_others(o, group, o->tenues.jours[first], first);
    warn_level(o, f->element, group);
}

enum {
    BASE_REGROUPEMENTS,
    BASE_SEANCES,
    BASE_REPONDANTS,
    BASE_REPONSES,
    BASE_REJETES,
    BASE_ECARTES,
    BASE_ELEMENTS_REJETES,
    BASE_VALEURS_REJETEES
};
static const struct column base_columns[] = {
    [BASE_REGROUPEMENTS] = { "regroupements", { "Regroupements", "Groups" }, CELL_COUNT, false },
    [BASE_SEANCES] = { "seances", { "Séances montrées", "Sessions shown" }, CELL_COUNT, false },
    [BASE_REPONDANTS] = { "repondants", { "Répondants", "Respondents" }, CELL_COUNT, false },
    [BASE_REPONSES] = { "reponses", { "Réponses", "Answers" }, CELL_COUNT, false },
    AET_COLUMNS_REJECTED(BASE_REJETES, BASE_ECARTES, "Rejetés à la lecture"),
    AET_PLAN_PARTS(BASE_ELEMENTS_REJETES, BASE_VALEURS_REJETEES),
};

static void base(void *sum, struct section *to)
{
    const struct outil13 *o = sum;

    aet_row_begin(to);
    aet_row_count(to, BASE_REGROUPEMENTS, o->regroupements);
    aet_row_count(to, BASE_SEANCES, o->seances);
    aet_row_count(to, BASE_REPONDANTS, o->repondants);
    aet_row_count(to, BASE_REPONSES, o->reponses);
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
    .mask = { .kind = MASK_OPEN, .few = { BASE_REPONDANTS }, .few_n = 1 },
};

const struct section_kind *const aet_plan_diagnostic_sections[] = {
    &aet_plan_kind_resume_diagnostic,
    &base_kind,
    &conditions_kind,
    &evolution_kind,
    &items_kind,
    NULL
};

static bool finish(void *sum, struct session *s, struct report *r)
{
    (void)s;
    aet_report_fill(r, aet_plan_diagnostic_sections, sum);
    return true;
}

enum status aet_plan_diagnostic(struct session *s)
{
    static const struct text title = { "Diagnostic de l’action en partenariat",
                                       "Diagnosis of action in partnership" };
    struct job t;
    struct report r;
    struct outil13 o = { .k = &t.k, .tous = aet_given(s, PLAN_OPT_TOUS) };
    enum status st = STATUS_FAILED;

    if (aet_plan_begin(s, &t, T_RENCONTRES)) {
        aet_plan_questions(t.k.tables[T_CONDITIONS], &o.questions);
        aet_session_report_begin(s, &r, title);
        aet_kept_begin(&o.kept, s->voice.lang, aet_plan_diagnostic_sections);
        t.w.sink = AET_SUM(.add = add, .of = &o);
        st = aet_run_report(s, &t.w, &r, finish);
        aet_report_free(&o.kept);
        aet_report_free(&r);
    }
    aet_plan_end(&t);
    aet_free(o.tenues.jours);
    return st;
}
