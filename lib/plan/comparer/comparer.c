/* Comparing two versions of plans. */
#include "plan/comparer/comparer.h"

#include "plan/resume/resume.h"

#include "plan/comparer/version.h"
#include "plan/job.h"
#include "plan/rules.h"
#include "voice/say.h"

enum nature { AJOUTE, RETIRE, DEPLACE, MODIFIE, NON_COMPARE, NATURES };

static const struct {
    const char *code;
    struct text label;
} natures[NATURES] = {
    [AJOUTE] = { "ajoute", { "ajouté", "added" } },
    [RETIRE] = { "retire", { "retiré", "dropped" } },
    [DEPLACE] = { "deplace", { "déplacé", "moved" } },
    [MODIFIE] = { "modifie", { "modifié", "changed" } },
    [NON_COMPARE] = { "non-compare", { "non comparé", "not compared" } },
};

struct comparaison {
    struct version avant, apres;
    int64_t n[NATURES];
    struct report kept;
};

static void kept(void *sum, struct section *s)
{
    aet_section_fill_kept(s, &((struct comparaison *)sum)->kept);
}

enum {
    CHANGEMENTS_REGROUPEMENT,
    CHANGEMENTS_ELEMENT,
    CHANGEMENTS_ID,
    CHANGEMENTS_LIBELLE,
    CHANGEMENTS_NATURE,
    CHANGEMENTS_CHAMP,
    CHANGEMENTS_AVANT,
    CHANGEMENTS_APRES
};
static const struct column changements_columns[] = {
    [CHANGEMENTS_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [CHANGEMENTS_ELEMENT] = { "element", { "Élément", "Element" }, CELL_CODE, false },
    [CHANGEMENTS_ID] = { "id", { "Id", "Id" }, CELL_TEXT, false },
    [CHANGEMENTS_LIBELLE] = { "libelle", { "Libellé", "Label" }, CELL_TEXT, false },
    [CHANGEMENTS_NATURE] = { "nature", { "Changement", "Change" }, CELL_CODE, false },
    [CHANGEMENTS_CHAMP] = { "champ", { "Champ", "Field" }, CELL_CODE, false },
    [CHANGEMENTS_AVANT] = { "avant", { "Avant", "Before" }, CELL_TEXT, false },
    [CHANGEMENTS_APRES] = { "apres", { "Après", "After" }, CELL_TEXT, false },
};
static const struct section_kind changements_kind = {
    .key = "changements",
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
    .title = { "En bref", "In short" },
    AET_COLUMNS(base_columns),
    .single = true,
    .fill = base,
    .mask = { .kind = MASK_OPEN },
};

const struct section_kind *const aet_plan_comparer_sections[] = { &aet_plan_kind_resume_comparer,
                                                                  &base_kind, &changements_kind,
                                                                  NULL };

/* --- changes ---------------------------------------------------------------------------------- */

struct changement {
    enum nature nature;
    const char *champ; /* NULL: the element itself */
    struct text titre;
    struct span avant, apres;
};

static void put(struct comparaison *c, const struct partie *p, const struct changement *x)
{
    struct section *to = aet_kept_section(&c->kept, &changements_kind);
    const struct schema *s = &aet_plan_schemas[p->kind];

    c->n[x->nature]++;
    aet_row_begin(to);
    aet_row_text(to, CHANGEMENTS_REGROUPEMENT, p->nom);
    aet_row_coded_words(to, CHANGEMENTS_ELEMENT, s->name, s->noun.fr ? s->noun : s->title);
    aet_row_text(to, CHANGEMENTS_ID, p->id);
    aet_row_text(to, CHANGEMENTS_LIBELLE, p->libelle);
    aet_row_coded_words(to, CHANGEMENTS_NATURE, natures[x->nature].code, natures[x->nature].label);
    if (x->champ)
        aet_row_coded_words(to, CHANGEMENTS_CHAMP, x->champ, x->titre);
    else
        aet_row_unknown(to, CHANGEMENTS_CHAMP);
    aet_row_text(to, CHANGEMENTS_AVANT, x->avant);
    aet_row_text(to, CHANGEMENTS_APRES, x->apres);
    aet_row_end(to);
}

static bool is_date(enum type t)
{
    return t == TYPE_DATE || t == TYPE_MONTH || t == TYPE_DATES;
}

/* An element that both have: what of it is another. */
static void compare(struct comparaison *c, const struct partie *p, const struct partie *q)
{
    const struct schema *s = &aet_plan_schemas[p->kind];

    if (!aet_span_eq(p->parent, q->parent))
        put(c, q,
            &(struct changement){ DEPLACE, "parent", { "Sous", "Under" }, p->parent, q->parent });
    for (size_t i = 0; i < s->n; i++) {
        bool lost = (p->perdues | q->perdues) >> i & 1;
        enum nature known = is_date(s->fields[i].type) ? DEPLACE : MODIFIE;

        if (lost || !aet_span_eq(p->valeurs[i], q->valeurs[i]))
            put(c, q,
                &(struct changement){ lost ? NON_COMPARE : known, s->fields[i].name,
                                      s->fields[i].title, p->valeurs[i], q->valeurs[i] });
    }
}

/* What is in one version alone. Where the other one has plans that do not stand, a plan that is not
 * found there may be one of them: nothing is said of what it holds. */
static void put_alone(struct comparaison *c, const struct partie *p, const struct partie *plan,
                      const struct version *other, enum nature nature)
{
    bool unknown = other->rejetes && plan && !plan->autre;

    if (p->ecartee || unknown)
        nature = NON_COMPARE;
    if (unknown ? p == plan : !p->entrainee)
        put(c, p,
            &(struct changement){ .nature = nature, .avant = AET_LIT(""), .apres = AET_LIT("") });
}

/* What both have. */
static void put_both(struct comparaison *c, const struct partie *p, const struct partie *q)
{
    if (!p->ecartee && !q->ecartee)
        compare(c, p, q);
    else if (!p->entrainee && !q->entrainee)
        put(c, q,
            &(struct changement){
                .nature = NON_COMPARE, .avant = AET_LIT(""), .apres = AET_LIT("") });
}

/* In the order of what came after, then what is no longer there. The plan comes before its parts.
 */
static void compare_all(struct comparaison *c)
{
    const struct partie *plan = NULL;

    aet_plan_versions_match(&c->avant, &c->apres);
    for (size_t i = 0; i < c->apres.n; i++) {
        const struct partie *q = &c->apres.pieces[i];

        plan = q->kind == K_PLAN ? q : plan;
        if (q->autre)
            put_both(c, q->autre, q);
        else
            put_alone(c, q, plan, &c->avant, AJOUTE);
    }
    for (size_t i = 0; i < c->avant.n; i++) {
        const struct partie *p = &c->avant.pieces[i];

        plan = p->kind == K_PLAN ? p : plan;
        if (!p->autre)
            put_alone(c, p, plan, &c->apres, RETIRE);
    }
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
    if (aet_plan_begin(s, &t, T_RENCONTRES)) {
        v->k = &t.k;
        t.w.sink = AET_SUM(.add = aet_plan_version_add, .of = v);
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
    first = read_version(s, &c.avant, 0, &r);
    second = first == STATUS_FAILED ? first : read_version(s, &c.apres, 1, &r);
    if (second != STATUS_FAILED) {
        compare_all(&c);
        aet_report_fill(&r, aet_plan_comparer_sections, &c);
        second = aet_session_report(s, &r, false, first > second ? first : second);
    }
    aet_report_free(&c.kept);
    aet_report_free(&r);
    aet_plan_version_free(&c.avant);
    aet_plan_version_free(&c.apres);
    return second;
}
