/* `diagnostic`: tool 13. Eighteen items answered A (strongest), B or C, in six conditions: counts
 * by condition and by item, and where partners differ. Groups stay in the order of the input:
 * nothing ranks them. */
#include "plan/job.h"
#include "base/message.h"
#include "plan/verbs.h"

enum { ITEMS = REP_COUNT, ANSWERS = 3 };

struct outil13 {
    const struct plan_knowledge *k;
    struct report kept;       /* rows go into it as plans are read */
    int32_t condition[ITEMS]; /* row of the table, by item */
    int64_t regroupements, repondants, reponses;
};

/* The items of each condition, from its table. */
static void load(struct outil13 *o)
{
    const struct table *t = o->k->tables[T_CONDITIONS];
    size_t items = aet_column(t, "items");

    for (int i = 0; i < ITEMS; i++)
        o->condition[i] = NO_ROW;
    for (size_t r = 0; r < t->rows; r++) {
        struct span list = aet_cell(t, r, items), id;

        while (aet_list_next(&list, &id))
            for (int i = 0; i < ITEMS; i++)
                if (aet_span_eq(id, aet_span_z(aet_plan_schemas[K_REPONSES].fields[i].name)))
                    o->condition[i] = (int32_t)r;
    }
}

static void count(struct outil13 *o, const struct element *plan, int64_t by[ITEMS][ANSWERS])
{
    memset(by, 0, sizeof(int64_t[ITEMS][ANSWERS]));
    for (const struct element *d = aet_child(plan, K_DIAGNOSTIC); d; d = d->next) {
        const struct element *r = aet_child(d, K_REPONSES);

        o->repondants++;
        for (int i = 0; r && i < ITEMS; i++) {
            struct span text = aet_span_trim(aet_plan_text(r, i));
            const char *letter = text.n == 1 ? strchr("ABCabc", text.p[0]) : NULL;

            if (!letter)
                continue;
            by[i][(letter - "ABCabc") % ANSWERS]++;
            o->reponses++;
        }
    }
}

static bool diverges(const int64_t answers[ANSWERS])
{
    return answers[0] > 0 && answers[2] > 0;
}

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
    CONDITIONS_DIVERGENTS
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
};

static const struct section_kind conditions_kind = {
    .key = "conditions",
    .title = { "Les six conditions", "The six conditions" },
    AET_COLUMNS(conditions_columns),
    .view = { .kind = VIEW_BARS,
              .label = CONDITIONS_LIBELLE,
              .from = CONDITIONS_A,
              .to = CONDITIONS_C },
    .fill = kept,
    .mask = { .kind = MASK_COUNTS,
              .keys = { CONDITIONS_REGROUPEMENT, CONDITIONS_CONDITION },
              .keys_n = 2,
              .counts = { { CONDITIONS_A, "a" }, { CONDITIONS_B, "b" }, { CONDITIONS_C, "c" } },
              .sums = { { AET_MASK_ALL, CONDITIONS_A, CONDITIONS_C } } },
};

static void put_condition(struct outil13 *o, struct span group, size_t row,
                          int64_t by[ITEMS][ANSWERS])
{
    const struct table *t = o->k->tables[T_CONDITIONS];
    struct section *to = aet_kept_section(&o->kept, &conditions_kind);
    int64_t sum[ANSWERS] = { 0 }, divergent = 0;

    for (int i = 0; i < ITEMS; i++) {
        if (o->condition[i] != (int32_t)row)
            continue;
        for (int a = 0; a < ANSWERS; a++)
            sum[a] += by[i][a];
        divergent += diverges(by[i]);
    }
    aet_row_begin(to);
    aet_row_text(to, CONDITIONS_REGROUPEMENT, group);
    aet_row_text(to, CONDITIONS_CONDITION, aet_cell(t, row, 0));
    aet_row_text(to, CONDITIONS_LIBELLE, aet_label(t, row, o->k->lang));
    for (int a = 0; a < ANSWERS; a++)
        aet_row_count(to, CONDITIONS_A + a, sum[a]);
    aet_row_share(to, CONDITIONS_PART_A, sum[0], sum[0] + sum[1] + sum[2]);
    aet_row_count(to, CONDITIONS_DIVERGENTS, divergent);
    aet_row_end(to);
}

enum {
    ITEMS_REGROUPEMENT,
    ITEMS_ITEM,
    ITEMS_CONDITION,
    ITEMS_A,
    ITEMS_B,
    ITEMS_C,
    ITEMS_DIVERGENCE
};
static const struct column items_columns[] = {
    [ITEMS_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [ITEMS_ITEM] = { "item", { "Item", "Item" }, CELL_COUNT, false },
    [ITEMS_CONDITION] = { "condition", { "Condition", "Condition" }, CELL_CODE, false },
    [ITEMS_A] = { "a", { "A", "A" }, CELL_COUNT, false },
    [ITEMS_B] = { "b", { "B", "B" }, CELL_COUNT, false },
    [ITEMS_C] = { "c", { "C", "C" }, CELL_COUNT, false },
    [ITEMS_DIVERGENCE] = { "divergence", { "A et C à la fois", "Both A and C" }, CELL_BOOL, false },
};

static const struct section_kind items_kind = {
    .key = "items",
    .title = { "Les dix-huit items", "The eighteen items" },
    AET_COLUMNS(items_columns),
    .fill = kept,
    .mask = { .kind = MASK_COUNTS,
              .keys = { ITEMS_REGROUPEMENT, ITEMS_ITEM, ITEMS_CONDITION },
              .keys_n = 2,
              .also_n = 1,
              .counts = { { ITEMS_A, "a" }, { ITEMS_B, "b" }, { ITEMS_C, "c" } },
              .sums = { { AET_MASK_ALL, ITEMS_A, ITEMS_C } } },
};

static void put_item(struct outil13 *o, struct span group, int i, const int64_t answers[ANSWERS])
{
    const struct table *t = o->k->tables[T_CONDITIONS];
    struct section *to = aet_kept_section(&o->kept, &items_kind);

    aet_row_begin(to);
    aet_row_text(to, ITEMS_REGROUPEMENT, group);
    aet_row_count(to, ITEMS_ITEM, i + 1);
    if (o->condition[i] == NO_ROW)
        aet_row_unknown(to, ITEMS_CONDITION);
    else
        aet_row_coded(to, ITEMS_CONDITION, aet_cell(t, (size_t)o->condition[i], 0),
                      aet_label(t, (size_t)o->condition[i], o->k->lang));
    for (int a = 0; a < ANSWERS; a++)
        aet_row_count(to, ITEMS_A + a, answers[a]);
    aet_row_bool(to, ITEMS_DIVERGENCE, diverges(answers));
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

static void add(void *sum, const struct facts *f)
{
    struct outil13 *o = sum;
    struct span group = aet_plan_group(f->element);
    int64_t by[ITEMS][ANSWERS];

    if (!aet_child(f->element, K_DIAGNOSTIC))
        return;
    o->regroupements++;
    count(o, f->element, by);
    for (size_t r = 0; r < o->k->tables[T_CONDITIONS]->rows; r++)
        put_condition(o, group, r, by);
    for (int i = 0; i < ITEMS; i++)
        put_item(o, group, i, by[i]);
    warn_level(o, f->element, group);
}

enum {
    BASE_REGROUPEMENTS,
    BASE_REPONDANTS,
    BASE_REPONSES,
    BASE_REJETES,
    BASE_ECARTES,
    BASE_ELEMENTS_REJETES,
    BASE_VALEURS_REJETEES
};
static const struct column base_columns[] = {
    [BASE_REGROUPEMENTS] = { "regroupements", { "Regroupements", "Groups" }, CELL_COUNT, false },
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
    aet_row_count(to, BASE_REPONDANTS, o->repondants);
    aet_row_count(to, BASE_REPONSES, o->reponses);
    aet_row_rejected(to, BASE_REJETES, BASE_ECARTES);
    aet_row_rejected_parts(to, BASE_ELEMENTS_REJETES, BASE_VALEURS_REJETEES);
    aet_row_end(to);
}

static const struct section_kind base_kind = {
    .key = "base",
    .title = { "En bref", "In short" },
    AET_COLUMNS(base_columns),
    .single = true,
    .fill = base,
    .mask = { .kind = MASK_OPEN },
};

const struct section_kind *const aet_plan_diagnostic_sections[] = { &base_kind, &conditions_kind,
                                                                    &items_kind, NULL };

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
    struct outil13 o = { .k = &t.k };
    enum status st = STATUS_FAILED;

    if (aet_plan_begin(s, &t, T_RENCONTRES)) {
        load(&o);
        aet_session_report_begin(s, &r, title);
        aet_kept_begin(&o.kept, s->voice.lang, aet_plan_diagnostic_sections);
        t.w.sink = AET_SUM(.add = add, .of = &o);
        st = aet_run_report(s, &t.w, &r, finish);
        aet_report_free(&o.kept);
        aet_report_free(&r);
    }
    aet_plan_end(&t);
    return st;
}
