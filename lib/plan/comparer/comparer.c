/* Comparing two versions of plans. */
#include "plan/comparer/comparer.h"

#include "cli/hide.h"
#include "plan/comparer/ecarts.h"
#include "plan/job.h"
#include "plan/resume/resume.h"
#include "plan/rules.h"
#include "voice/say.h"

struct comparaison {
    struct version avant, apres;
    int64_t n[NATURES];
    struct report kept;
};

static void kept(void *sum, struct section *s)
{
    aet_section_fill_kept(s, &((struct comparaison *)sum)->kept);
}

static const struct column changements_columns[] = { AET_PLAN_ECART_COLUMNS };
static const struct section_kind changements_kind = {
    .key = "changements",
    .brief = 15,
    .led = ECART_LIBELLE + 1,
    .title = { "Ce qui a changé", "What has changed" },
    AET_COLUMNS(changements_columns),
    .fill = kept,
};

enum {
    BASE_PLANS_AVANT,
    BASE_PLANS_APRES,
    BASE_AJOUTES,
    BASE_RETIRES,
    BASE_DEPLACES,
    BASE_MODIFIES,
    BASE_NON_COMPARES,
    BASE_BUDGET_AVANT,
    BASE_BUDGET_APRES,
    BASE_REJETES,
    BASE_ECARTES,
    BASE_ELEMENTS_REJETES,
    BASE_VALEURS_REJETEES
};
static const struct column base_columns[] = {
    [BASE_PLANS_AVANT] = { "plans_avant", { "Plans avant", "Plans before" }, CELL_COUNT, false },
    [BASE_PLANS_APRES] = { "plans_apres", { "Plans après", "Plans after" }, CELL_COUNT, false },
    [BASE_AJOUTES] = { "ajoutes", { "Éléments ajoutés", "Elements added" }, CELL_COUNT, false },
    [BASE_RETIRES] = { "retires", { "Éléments retirés", "Elements dropped" }, CELL_COUNT, false },
    [BASE_DEPLACES] = { "deplaces",
                        { "Dates et places déplacées", "Dates and places moved" },
                        CELL_COUNT,
                        false },
    [BASE_MODIFIES] = { "modifies", { "Champs modifiés", "Fields changed" }, CELL_COUNT, false },
    [BASE_NON_COMPARES] = { "non_compares", { "Non comparés", "Not compared" }, CELL_COUNT, false },
    [BASE_BUDGET_AVANT] = { "budget_avant",
                            { "Budget avant", "Budget before" },
                            CELL_MONEY,
                            false },
    [BASE_BUDGET_APRES] = { "budget_apres", { "Budget après", "Budget after" }, CELL_MONEY, false },
    AET_COLUMNS_REJECTED(BASE_REJETES, BASE_ECARTES, "Rejetés à la lecture"),
    AET_PLAN_PARTS(BASE_ELEMENTS_REJETES, BASE_VALEURS_REJETEES),
};

static void base(void *sum, struct section *to)
{
    static const struct text wrong = {
        "Ce qui a été laissé de côté à la lecture, pour une erreur, n’est ni ajouté ni "
        "retiré\u00a0: "
        "il n’est pas comparé, et les budgets sont sans lui. Corriger, puis comparer de nouveau.",
        "What was left out in reading, for an error, is neither added nor dropped: it is not "
        "compared, and the budgets are without it. Correct it, then compare again."
    };
    const struct comparaison *c = sum;

    aet_row_begin(to);
    aet_row_count(to, BASE_PLANS_AVANT, c->avant.plans);
    aet_row_count(to, BASE_PLANS_APRES, c->apres.plans);
    aet_row_count(to, BASE_AJOUTES, c->n[AJOUTE]);
    aet_row_count(to, BASE_RETIRES, c->n[RETIRE]);
    aet_row_count(to, BASE_DEPLACES, c->n[DEPLACE]);
    aet_row_count(to, BASE_MODIFIES, c->n[MODIFIE]);
    aet_row_count(to, BASE_NON_COMPARES, c->n[NON_COMPARE]);
    aet_row_money(to, BASE_BUDGET_AVANT, c->avant.budget);
    aet_row_money(to, BASE_BUDGET_APRES, c->apres.budget);
    aet_row_rejected(to, BASE_REJETES, BASE_ECARTES);
    aet_row_rejected_parts(to, BASE_ELEMENTS_REJETES, BASE_VALEURS_REJETEES);
    aet_row_end(to);
    if (c->n[NON_COMPARE])
        aet_section_say(to, wrong);
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

enum { TOTAUX_ELEMENT, TOTAUX_LIBELLE, TOTAUX_AVANT, TOTAUX_APRES };
static const struct column totaux_columns[] = {
    [TOTAUX_ELEMENT] = { "element", { "Élément", "Element" }, CELL_CODE, true },
    [TOTAUX_LIBELLE] = { "libelle", { "Éléments", "Elements" }, CELL_TEXT, false },
    [TOTAUX_AVANT] = { "avant", { "Avant", "Before" }, CELL_COUNT, false },
    [TOTAUX_APRES] = { "apres", { "Après", "After" }, CELL_COUNT, false },
};

/* What stands of a kind in a version. */
static int64_t standing(const struct version *v, unsigned kind)
{
    int64_t n = 0;

    for (size_t i = 0; i < v->n; i++)
        n += v->pieces[i].kind == kind && !v->pieces[i].ecartee && !v->pieces[i].entrainee;
    return n;
}

static void totaux(void *sum, struct section *s)
{
    static const struct {
        unsigned kind;
        struct text many;
    } rows[] = { { K_CONSTAT, { "Constats", "Findings" } },
                 { K_OBJECTIF, { "Objectifs", "Objectives" } },
                 { K_TRANSFORMATION, { "Transformations", "Transformations" } },
                 { K_ACTION, { "Actions", "Actions" } },
                 { K_INDICATEUR, { "Indicateurs", "Indicators" } },
                 { K_DECISION, { "Décisions", "Decisions" } } };
    const struct comparaison *c = sum;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        aet_row_begin(s);
        aet_row_word(s, TOTAUX_ELEMENT, aet_plan_schemas[rows[i].kind].name);
        aet_row_words(s, TOTAUX_LIBELLE, rows[i].many);
        aet_row_count(s, TOTAUX_AVANT, standing(&c->avant, rows[i].kind));
        aet_row_count(s, TOTAUX_APRES, standing(&c->apres, rows[i].kind));
        aet_row_end(s);
    }
}

static const struct section_kind totaux_kind = {
    .key = "totaux",
    .brief = 10,
    .title = { "Avant et après", "Before and after" },
    AET_COLUMNS(totaux_columns),
    .view = { .kind = VIEW_BARS,
              .label = TOTAUX_LIBELLE,
              .from = TOTAUX_AVANT,
              .to = TOTAUX_APRES },
    .fill = totaux,
};

const struct section_kind *const aet_plan_comparer_sections[] = { &aet_plan_kind_resume_comparer,
                                                                  &base_kind, &totaux_kind,
                                                                  &changements_kind, NULL };

static void put(void *of, const struct ecart *x)
{
    struct comparaison *c = of;
    struct section *to = aet_kept_section(&c->kept, &changements_kind);

    c->n[x->nature]++;
    aet_row_begin(to);
    aet_plan_ecart_cells(to, x);
    aet_row_end(to);
}

/* --- the verb --------------------------------------------------------------------------------- */

/* One of the two files. */
static enum status read_version(struct session *s, struct version *v, size_t which,
                                struct report *r)
{
    const char **operands = s->command.operands;
    size_t n = s->command.operands_n;
    struct totals totals;
    struct job t;
    enum status st = STATUS_FAILED;

    s->command.operands = operands + which;
    s->command.operands_n = 1;
    aet_reading_from(&s->reading, which);
    if (aet_plan_begin(s, &t, T_RENCONTRES)) {
        v->k = &t.k;
        t.w.sink = AET_SUM(.add = aet_plan_version_add, .of = v);
        t.w.more = which + 1 < n;
        st = aet_run_summary(s, &t.w, &totals, r);
        v->rejetes = totals.rejected;
    }
    v->k = NULL;
    aet_plan_end(&t);
    s->command.operands = operands;
    s->command.operands_n = n;
    return st;
}

enum status aet_plan_comparer(struct session *s)
{
    static const struct text title = { "D’une version à l’autre", "From one version to the other" };
    struct comparaison c = { .n = { 0 } };
    struct report r;
    enum status first, second;

    if (s->command.operands_n != 2)
        return aet_voice_usage(&s->voice, &aet_plan_rule[PLA_COMPARER_DEUX],
                               AET_WORDS(aet_word_uint("nombre", s->command.operands_n)));
    aet_session_report_begin(s, &r, title);
    aet_kept_begin(&c.kept, s->voice.lang, aet_plan_comparer_sections);
    /* names of both are learnt before either is shown */
    first = aet_hide_learn(s, &aet_plan_schemas[K_PLAN], &aet_plan_nest)
                ? read_version(s, &c.avant, 0, &r)
                : STATUS_FAILED;
    second = first == STATUS_FAILED ? first : read_version(s, &c.apres, 1, &r);
    if (second != STATUS_FAILED) {
        aet_plan_ecarts(&c.avant, &c.apres, put, &c);
        aet_report_fill(&r, aet_plan_comparer_sections, &c);
        second = aet_session_report(s, &r, false, first > second ? first : second);
    }
    aet_report_free(&c.kept);
    aet_report_free(&r);
    aet_plan_version_free(&c.avant);
    aet_plan_version_free(&c.apres);
    return second;
}
