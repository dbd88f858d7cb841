/* `conditions`: what an organisation says of the practices of Tableau 3, and what is missing, by
 * condition; `gabarit conditions`: the form. */
#include "repa/check/check.h"
#include "repa/rules.h"
#include "repa/verbs.h"

#include "flow/twice.h"
#include "base/names.h"
#include "verbs/form.h"
#include "repa/resume.h"

enum { EN_PLACE, PARTIEL, ABSENT, REPONSES, SANS_REPONSE = REPONSES };

/* Answers by organisation and practice: row of `reponses` + 1, 0 when there is none. */
struct reponses {
    const struct repa_knowledge *k;
    struct names organisations;
    int8_t *answers;
    size_t cap;
};

static void add_answer(void *sum, const struct facts *f)
{
    struct reponses *a = sum;
    size_t rows = a->k->pratiques->rows, before = a->organisations.n;
    uint32_t o = aet_names_id(&a->organisations, aet_fact_text(f, CON_ORGANISATION));
    int32_t pratique = aet_fact_row(f, CON_PRATIQUE), reponse = aet_fact_row(f, CON_REPONSE);
    int8_t *answer;

    if (a->organisations.n > before) {
        a->answers = aet_reallocarray(a->answers, a->organisations.n, rows);
        memset(a->answers + o * rows, 0, rows);
    }
    if (pratique == NO_ROW || reponse == NO_ROW)
        return;
    answer = &a->answers[o * rows + (size_t)pratique];
    if (!*answer) /* the first one counts */
        *answer = (int8_t)(reponse + 1);
}

/* Which of the three an answer is: rows that somebody added count as the last. */
static int kind_of(const struct repa_knowledge *k, int8_t answer)
{
    static const char *const ids[REPONSES] = { "en-place", "partiel", "absent" };

    for (int i = 0; answer && i < REPONSES; i++)
        if (aet_span_eq(aet_cell(k->reponses, (size_t)answer - 1, 0), aet_span_z(ids[i])))
            return i;
    return answer ? ABSENT : SANS_REPONSE;
}

enum {
    CONDITIONS_ORGANISATION,
    CONDITIONS_CONDITION,
    CONDITIONS_PRATIQUES,
    CONDITIONS_EN_PLACE,
    CONDITIONS_PARTIEL,
    CONDITIONS_ABSENT,
    CONDITIONS_SANS_REPONSE,
    CONDITIONS_PART_EN_PLACE
};
static const struct column conditions_columns[] = {
    [CONDITIONS_ORGANISATION] = { "organisation",
                                  { "Organisation", "Organisation" },
                                  CELL_TEXT,
                                  false },
    [CONDITIONS_CONDITION] = { "condition", { "Condition", "Condition" }, CELL_CODE, false },
    [CONDITIONS_PRATIQUES] = { "pratiques", { "Pratiques", "Practices" }, CELL_COUNT, false },
    [CONDITIONS_EN_PLACE] = { "en_place", { "En place", "In place" }, CELL_COUNT, false },
    [CONDITIONS_PARTIEL] = { "partiel", { "Partiel", "Partial" }, CELL_COUNT, false },
    [CONDITIONS_ABSENT] = { "absent", { "Absent", "Absent" }, CELL_COUNT, false },
    [CONDITIONS_SANS_REPONSE] = { "sans_reponse",
                                  { "Sans réponse", "Without an answer" },
                                  CELL_COUNT,
                                  false },
    [CONDITIONS_PART_EN_PLACE] = { "part_en_place",
                                   { "En place, parmi les réponses", "In place, among answers" },
                                   CELL_SHARE,
                                   false },
};

/* A condition, by its id: people read its label. */
static void put_condition(struct section *s, int column, const struct table *conditions,
                          struct span id)
{
    int32_t row = aet_row_of_id(conditions, id);

    aet_row_coded(s, column, id,
                  row == NO_ROW ? id : aet_label(conditions, (size_t)row, s->report->lang));
}

/* One condition of one organisation. */
static void count(const struct reponses *a, uint32_t o, struct span condition, struct section *s)
{
    const struct table *t = a->k->pratiques;
    size_t column = aet_column(t, "condition");
    int64_t counts[REPONSES + 1] = { 0 }, all = 0;

    for (size_t i = 0; i < t->rows; i++) {
        if (!aet_span_eq(aet_cell(t, i, column), condition))
            continue;
        all++;
        counts[kind_of(a->k, a->answers[o * t->rows + i])]++;
    }
    aet_row_begin(s);
    aet_row_text_if(s, CONDITIONS_ORGANISATION, a->organisations.list[o]);
    put_condition(s, CONDITIONS_CONDITION, a->k->conditions, condition);
    aet_row_count(s, CONDITIONS_PRATIQUES, all);
    aet_row_count(s, CONDITIONS_EN_PLACE, counts[EN_PLACE]);
    aet_row_count(s, CONDITIONS_PARTIEL, counts[PARTIEL]);
    aet_row_count(s, CONDITIONS_ABSENT, counts[ABSENT]);
    aet_row_count(s, CONDITIONS_SANS_REPONSE, counts[SANS_REPONSE]);
    aet_row_share(s, CONDITIONS_PART_EN_PLACE, counts[EN_PLACE], all - counts[SANS_REPONSE]);
    aet_row_end(s);
}

static void conditions(void *sum, struct section *s)
{
    const struct reponses *a = sum;
    const struct table *t = a->k->pratiques;
    uint32_t *order = aet_names_sorted(&a->organisations);
    size_t column = aet_column(t, "condition");

    for (size_t o = 0; o < a->organisations.n; o++)
        for (size_t i = 0; i < t->rows; i++)
            if (i == 0 || !aet_span_eq(aet_cell(t, i, column), aet_cell(t, i - 1, column)))
                count(a, order[o], aet_cell(t, i, column), s);
    aet_free(order);
}

static const struct section_kind conditions_kind = {
    .key = "conditions",
    .brief = 4,
    .led = CONDITIONS_ORGANISATION + 1,
    .title = { "Conditions incontournables", "Conditions nobody can do without" },
    AET_COLUMNS(conditions_columns),
    .view = { .kind = VIEW_BARS,
              .label = CONDITIONS_CONDITION,
              .from = CONDITIONS_EN_PLACE,
              .to = CONDITIONS_ABSENT },
    .fill = conditions,
};

enum {
    ECARTS_ORGANISATION,
    ECARTS_CONDITION,
    ECARTS_PRATIQUE,
    ECARTS_LIBELLE,
    ECARTS_REPONSE,
    ECARTS_PARENT
};
static const struct column ecarts_columns[] = {
    [ECARTS_ORGANISATION] = { "organisation",
                              { "Organisation", "Organisation" },
                              CELL_TEXT,
                              false },
    [ECARTS_CONDITION] = { "condition", { "Condition", "Condition" }, CELL_CODE, false },
    [ECARTS_PRATIQUE] = { "pratique", { "Pratique", "Practice" }, CELL_CODE, true },
    [ECARTS_LIBELLE] = { "libelle",
                         { "Pratique à mettre en place", "Practice to put in place" },
                         CELL_TEXT,
                         false },
    [ECARTS_REPONSE] = { "reponse", { "Réponse", "Answer" }, CELL_CODE, false },
    [ECARTS_PARENT] = { "parent", { "Sous-point de", "Sub-point of" }, CELL_CODE, true },
};

static void gaps(const struct reponses *a, uint32_t o, struct section *s)
{
    const struct table *t = a->k->pratiques;

    for (size_t i = 0; i < t->rows; i++) {
        int8_t answer = a->answers[o * t->rows + i];

        if (kind_of(a->k, answer) == EN_PLACE)
            continue;
        aet_row_begin(s);
        aet_row_text_if(s, ECARTS_ORGANISATION, a->organisations.list[o]);
        put_condition(s, ECARTS_CONDITION, a->k->conditions,
                      aet_cell(t, i, aet_column(t, "condition")));
        aet_row_text(s, ECARTS_PRATIQUE, aet_cell(t, i, 0));
        aet_row_text(s, ECARTS_LIBELLE, aet_label(t, i, s->report->lang));
        if (answer)
            aet_row_coded(s, ECARTS_REPONSE, aet_cell(a->k->reponses, (size_t)answer - 1, 0),
                          aet_label(a->k->reponses, (size_t)answer - 1, s->report->lang));
        else
            aet_row_unknown(s, ECARTS_REPONSE);
        aet_row_text_if(s, ECARTS_PARENT, aet_cell(t, i, aet_column(t, "parent")));
        aet_row_end(s);
    }
}

static void ecarts(void *sum, struct section *s)
{
    const struct reponses *a = sum;
    uint32_t *order = aet_names_sorted(&a->organisations);

    for (size_t o = 0; o < a->organisations.n; o++)
        gaps(a, order[o], s);
    s->report->alert |= s->rows > 0;
    aet_free(order);
}

static const struct section_kind ecarts_kind = {
    .key = "ecarts",
    .brief = 15,
    .led = ECARTS_CONDITION + 1,
    .title = { "Ce qui manque", "What is missing" },
    AET_COLUMNS(ecarts_columns),
    .fill = ecarts,
};

const struct section_kind *const aet_repa_conditions_sections[] = {
    &aet_repa_kind_resume_conditions, &conditions_kind, &ecarts_kind, NULL
};

static bool finish(void *sum, struct session *session, struct report *r)
{
    (void)session;
    aet_report_fill(r, aet_repa_conditions_sections, sum);
    return true;
}

enum status aet_repa_conditions(struct session *s)
{
    static const struct text title = { "Conditions incontournables : autoévaluation",
                                       "Conditions nobody can do without: self-assessment" };
    static const size_t needed[] = { CON_PRATIQUE, CON_REPONSE };
    struct twice twice = { .rule = &aet_repa_rule[REP_REPONDUE_DEUX_FOIS],
                           .schema = &aet_repa_schema_conditions,
                           .field = CON_PRATIQUE };
    struct reponses a = { .organisations.folded = true };
    struct repa_knowledge k;
    struct report r;
    struct work w;
    enum status st = STATUS_FAILED;

    if (aet_repa_knowledge_load(&k, s)) {
        aet_session_report_begin(s, &r, title);
        a.k = &k;
        w = (struct work){ .reads = AET_FLAT(&aet_repa_schema_conditions, k.reponse, needed, 2),
                           .rules = &aet_repa_conditions_rules,
                           .context = &k,
                           .state = &twice,
                           .seen = &twice.set,
                           .sink = AET_SUM(.add = add_answer, .of = &a),
                           .least = AVERTISSEMENT };
        st = aet_run_report(s, &w, &r, finish);
        aet_report_free(&r);
    }
    aet_names_free(&a.organisations);
    aet_free(a.answers);
    aet_twice_free(&twice);
    aet_repa_knowledge_free(&k);
    return st;
}

/* The form of conditions has a row for each practice; other forms are empty. */
enum {
    FORM_ORGANISATION,
    FORM_CONDITION,
    FORM_PRATIQUE,
    FORM_LIBELLE,
    FORM_REPONSE,
    FORM_COMMENTAIRE
};
static const struct column form_columns[] = {
    [FORM_ORGANISATION] = { "organisation", { "Organisation", "Organisation" }, CELL_TEXT, false },
    [FORM_CONDITION] = { "condition", { "Condition", "Condition" }, CELL_CODE, false },
    [FORM_PRATIQUE] = { "pratique", { "Pratique", "Practice" }, CELL_CODE, false },
    [FORM_LIBELLE] = { "libelle", { "Énoncé", "Statement" }, CELL_TEXT, false },
    [FORM_REPONSE] = { "reponse", { "Réponse", "Answer" }, CELL_TEXT, false },
    [FORM_COMMENTAIRE] = { "commentaire", { "Commentaire", "Comment" }, CELL_TEXT, false },
};
static const struct section_kind form_kind = {
    .key = "gabarit",
    .title = { "Autoévaluation", "Self-assessment" },
    AET_COLUMNS(form_columns),
};

/* The same as a workbook, answers chosen from a list. */
static enum status form_book(struct session *s, const struct table *t,
                             const struct table *conditions)
{
    enum { COLUMNS = FORM_COMMENTAIRE + 1 };
    struct form_column columns[COLUMNS] = { { .type = TYPE_TEXT } };
    struct span *cells = aet_calloc((t->rows + 1) * COLUMNS, sizeof *cells);
    struct form_sheet f = { .name = aet_span_z(aet_text(form_kind.title, s->voice.lang)),
                            .columns = columns,
                            .n = COLUMNS,
                            .cells = cells,
                            .rows = t->rows };
    enum status st = STATUS_FAILED;

    for (size_t c = 0; c < COLUMNS; c++)
        columns[c].caption = aet_span_z(aet_text(form_columns[c].title, s->voice.lang));
    for (size_t i = 0; i < t->rows; i++) {
        struct span *row = &cells[i * COLUMNS];
        int32_t condition = aet_row_of_id(conditions, aet_cell(t, i, aet_column(t, "condition")));

        row[FORM_CONDITION] = condition == NO_ROW
                                  ? AET_LIT("")
                                  : aet_label(conditions, (size_t)condition, s->voice.lang);
        row[FORM_PRATIQUE] = aet_cell(t, i, 0);
        row[FORM_LIBELLE] = aet_label(t, i, s->voice.lang);
    }
    columns[FORM_REPONSE].closed = true;
    if (aet_form_choices(s, "reponses", &columns[FORM_REPONSE].choice))
        st = aet_form_write(s, &f);
    aet_free(columns[FORM_REPONSE].choice.words);
    aet_free(cells);
    return st;
}

enum status aet_repa_gabarit(struct session *s)
{
    static const struct text title = { "Autoévaluation des conditions",
                                       "Self-assessment of conditions" };
    const struct table *t = aet_session_table(s, "pratiques");
    const struct table *conditions = aet_session_table(s, "conditions");
    struct section *sec;
    struct report r;
    enum status st;

    if (s->command.operands_n != 1 || strcmp(s->command.operands[0], "conditions") != 0)
        return aet_verb_gabarit(s);
    if (!t || !conditions)
        return STATUS_FAILED;
    if (aet_form_asked(s))
        return form_book(s, t, conditions);
    if (!aet_writing_format(&s->writing))
        s->writing.to = "csv"; /* a form is for a spreadsheet */
    aet_session_report_begin(s, &r, title);
    sec = aet_report_section(&r, &form_kind);
    for (size_t i = 0; i < t->rows; i++) {
        aet_row_begin(sec);
        aet_row_unknown(sec, FORM_ORGANISATION);
        put_condition(sec, FORM_CONDITION, conditions, aet_cell(t, i, aet_column(t, "condition")));
        aet_row_text(sec, FORM_PRATIQUE, aet_cell(t, i, 0));
        aet_row_text(sec, FORM_LIBELLE, aet_label(t, i, s->voice.lang));
        aet_row_unknown(sec, FORM_REPONSE);
        aet_row_unknown(sec, FORM_COMMENTAIRE);
        aet_row_end(sec);
    }
    st = aet_session_report(s, &r, true, STATUS_CLEAN);
    aet_report_free(&r);
    return st;
}
