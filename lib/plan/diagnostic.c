/* `diagnostic`: tool 13. Eighteen items answered A (strongest), B or C, in six conditions: counts
 * by condition and by item, and where partners differ. Groups stay in the order of the input:
 * nothing ranks them. */
#include "plan/travail.h"
#include "plan/verbs.h"

enum { ITEMS = REP_COUNT, ANSWERS = 3 };
enum { D_BASE, D_CONDITIONS, D_ITEMS, D_SECTIONS };

static const struct column base_columns[] = {
    { "regroupements", { "Regroupements", "Groups" }, CELL_COUNT, false },
    { "repondants", { "Répondants", "Respondents" }, CELL_COUNT, false },
    { "reponses", { "Réponses", "Answers" }, CELL_COUNT, false },
    { "rejetes", { "Rejetés à la lecture", "Rejected on reading" }, CELL_COUNT, false },
};
static const struct column conditions_columns[] = {
    { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    { "condition", { "Condition", "Condition" }, CELL_CODE, true },
    { "libelle", { "Condition", "Condition" }, CELL_TEXT, false },
    { "a", { "A", "A" }, CELL_COUNT, false },
    { "b", { "B", "B" }, CELL_COUNT, false },
    { "c", { "C", "C" }, CELL_COUNT, false },
    { "part_a", { "Part de A", "Share of A" }, CELL_SHARE, false },
    { "divergents", { "Items divergents", "Items that diverge" }, CELL_COUNT, false },
};
static const struct column items_columns[] = {
    { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    { "item", { "Item", "Item" }, CELL_COUNT, false },
    { "condition", { "Condition", "Condition" }, CELL_CODE, false },
    { "a", { "A", "A" }, CELL_COUNT, false },
    { "b", { "B", "B" }, CELL_COUNT, false },
    { "c", { "C", "C" }, CELL_COUNT, false },
    { "divergence", { "A et C à la fois", "Both A and C" }, CELL_BOOL, false },
};
static const struct section_kind kinds[D_SECTIONS] = {
    { "base", { "En bref", "In short" }, base_columns, 4, true, AET_VIEW_TABLE },
    { "conditions",
      { "Les six conditions", "The six conditions" },
      conditions_columns,
      8,
      false,
      { VIEW_BARS, 2, 0, 3, 3 } },
    { "items",
      { "Les dix-huit items", "The eighteen items" },
      items_columns,
      7,
      false,
      AET_VIEW_TABLE },
};
const struct section_kind *const aet_diagnostic_sections[] = { &kinds[0], &kinds[1], &kinds[2],
                                                               NULL };

struct outil13 {
    const struct savoir *k;
    struct report *report;
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

static void put_condition(struct outil13 *o, struct span group, size_t row,
                          int64_t by[ITEMS][ANSWERS])
{
    const struct table *t = o->k->tables[T_CONDITIONS];
    struct section *to = &o->report->sections[D_CONDITIONS];
    int64_t sum[ANSWERS] = { 0 }, divergent = 0;

    for (int i = 0; i < ITEMS; i++) {
        if (o->condition[i] != (int32_t)row)
            continue;
        for (int a = 0; a < ANSWERS; a++)
            sum[a] += by[i][a];
        divergent += diverges(by[i]);
    }
    aet_put_text(o->report, to, group);
    aet_put_text(o->report, to, aet_cell(t, row, 0));
    aet_put_text(o->report, to, aet_label(t, row, o->k->lang));
    for (int a = 0; a < ANSWERS; a++)
        aet_put_count(to, sum[a]);
    aet_put_share(to, sum[0], sum[0] + sum[1] + sum[2]);
    aet_put_count(to, divergent);
}

static void put_item(struct outil13 *o, struct span group, int i, const int64_t answers[ANSWERS])
{
    struct section *to = &o->report->sections[D_ITEMS];

    aet_put_text(o->report, to, group);
    aet_put_count(to, i + 1);
    if (o->condition[i] == NO_ROW)
        aet_put_unknown(to);
    else
        aet_put_text(o->report, to,
                     aet_cell(o->k->tables[T_CONDITIONS], (size_t)o->condition[i], 0));
    for (int a = 0; a < ANSWERS; a++)
        aet_put_count(to, answers[a]);
    aet_put_bool(to, diverges(answers));
}

/* At level 1 there is no common action to diagnose: say so beside the figures. */
static void warn_level(struct outil13 *o, const struct element *plan, struct span group)
{
    const struct element *g = aet_child(plan, K_REGROUPEMENT);
    const struct fact *level = g ? aet_plan_fact(g, RGP_NIVEAU) : NULL;
    struct buf note = { 0 };

    if (!level || !level->good || level->u.number.value != 1)
        return;
    aet_buf_span(&note, group);
    aet_buf_str(&note, o->k->lang == LANG_FR
                           ? " : niveau 1 (réseautage), où cet outil ne s’applique pas."
                           : ": level 1 (networking), where this tool does not apply.");
    aet_section_note(o->report, &o->report->sections[D_CONDITIONS], aet_buf_view(&note));
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

static bool finish(void *sum, struct session *s, struct report *r, uint64_t rejected)
{
    const struct outil13 *o = sum;
    struct section *to = &r->sections[D_BASE];

    (void)s;
    aet_put_count(to, o->regroupements);
    aet_put_count(to, o->repondants);
    aet_put_count(to, o->reponses);
    aet_put_count(to, (int64_t)rejected);
    return true;
}

enum status aet_plan_diagnostic(struct session *s)
{
    static const struct text title = { "Diagnostic de l’action en partenariat",
                                       "Diagnosis of action in partnership" };
    struct travail t;
    struct report r;
    struct outil13 o = { .k = &t.k, .report = &r };
    enum status st = STATUS_FAILED;

    if (aet_plan_begin(s, &t, T_RENCONTRES)) {
        load(&o);
        aet_session_report_begin(s, &r, title);
        for (size_t i = 0; i < D_SECTIONS; i++)
            aet_report_section(&r, &kinds[i]);
        t.w.add = add;
        t.w.sum = &o;
        st = aet_run_report(s, &t.w, &r, finish);
        aet_report_free(&r);
    }
    aet_plan_end(&t);
    return st;
}
