/* `valider --sommaire`: which rules spoke, how often, where first. */
#include "flow/records.h"

#include <stdlib.h>

#include "flow/sommaire/resume.h"
#include "flow/teller.h"
#include "report/report.h"

static int by_code(const void *a, const void *b)
{
    const struct tally *x = a, *y = b;

    if (x->rule->gravity != y->rule->gravity)
        return x->rule->gravity < y->rule->gravity ? 1 : -1;
    return strcmp(x->rule->code, y->rule->code);
}

static void places(const struct tally *t, enum lang lang, struct buf *list)
{
    struct buf place = { 0 };

    for (size_t i = 0; i < t->count && i < FIRST_PLACES; i++) {
        aet_buf_clear(&place);
        aet_place_text(&place, &t->first[i], lang);
        aet_list_add(list, aet_buf_view(&place));
    }
    aet_buf_free(&place);
}

enum {
    BASE_LUS,
    BASE_PASSES,
    BASE_REJETES,
    BASE_ECARTES,
    BASE_ERREURS,
    BASE_AVERTISSEMENTS,
    BASE_INFOS,
    BASE_ELEMENTS_REJETES, /* of documents alone */
    BASE_VALEURS_REJETEES
};
static const struct column base_columns[] = {
    [BASE_LUS] = { "lus", { "Lus", "Read" }, CELL_COUNT, false },
    [BASE_PASSES] = { "passes", { "Passés", "Passed" }, CELL_COUNT, false },
    [BASE_REJETES] = { "rejetes", { "Rejetés", "Rejected" }, CELL_COUNT, false },
    [BASE_ECARTES] = { "ecartes", { "Lignes écartées", "Lines left out" }, CELL_COUNT, false },
    [BASE_ERREURS] = { "erreurs", { "Erreurs", "Errors" }, CELL_COUNT, false },
    [BASE_AVERTISSEMENTS] = { "avertissements",
                              { "Avertissements", "Warnings" },
                              CELL_COUNT,
                              false },
    [BASE_INFOS] = { "infos", { "Infos", "Infos" }, CELL_COUNT, false },
    [BASE_ELEMENTS_REJETES] = { "elements_rejetes",
                                { "Éléments rejetés", "Elements rejected" },
                                CELL_COUNT,
                                false },
    [BASE_VALEURS_REJETEES] = { "valeurs_rejetees",
                                { "Valeurs rejetées", "Values rejected" },
                                CELL_COUNT,
                                false },
};

static const struct section_kind documents_kind;

static void base(void *sum, struct section *s)
{
    const struct totals *t = ((const struct teller *)sum)->totals;

    aet_row_begin(s);
    aet_row_count(s, BASE_LUS, (int64_t)t->read);
    aet_row_count(s, BASE_PASSES, (int64_t)t->passed);
    aet_row_count(s, BASE_REJETES, (int64_t)t->rejected);
    aet_row_count(s, BASE_ECARTES, (int64_t)t->aside);
    aet_row_count(s, BASE_ERREURS, (int64_t)t->errors);
    aet_row_count(s, BASE_AVERTISSEMENTS, (int64_t)t->warnings);
    aet_row_count(s, BASE_INFOS, (int64_t)t->infos);
    if (s->kind == &documents_kind) {
        aet_row_count(s, BASE_ELEMENTS_REJETES, (int64_t)t->left.elements);
        aet_row_count(s, BASE_VALEURS_REJETEES, (int64_t)t->left.values);
    }
    aet_row_end(s);
}

static const struct section_kind base_kind = {
    .key = "base",
    .annex = true,
    .title = { "Enregistrements", "Records" },
    .columns = base_columns,
    .n = BASE_ELEMENTS_REJETES,
    .single = true,
    .fill = base,
};

static const struct section_kind documents_kind = {
    .key = "base",
    .annex = true,
    .title = { "Documents", "Documents" },
    AET_COLUMNS(base_columns),
    .single = true,
    .fill = base,
};

enum { REGLES_REGLE, REGLES_GRAVITE, REGLES_NOMBRE, REGLES_MESSAGE, REGLES_PREMIERS };
static const struct column regles_columns[] = {
    [REGLES_REGLE] = { "regle", { "Règle", "Rule" }, CELL_CODE, false },
    [REGLES_GRAVITE] = { "gravite", { "Gravité", "Severity" }, CELL_CODE, false },
    [REGLES_NOMBRE] = { "nombre", { "Nombre", "Count" }, CELL_COUNT, false },
    [REGLES_MESSAGE] = { "message",
                         { "Ce que dit la règle", "What the rule says" },
                         CELL_TEXT,
                         false },
    [REGLES_PREMIERS] = { "premiers", { "Premières places", "First places" }, CELL_LIST, false },
};

static void regles(void *sum, struct section *s)
{
    struct teller *r = sum;
    struct buf text = { 0 };

    if (r->tallies_n)
        qsort(r->tallies, r->tallies_n, sizeof *r->tallies, by_code);
    for (size_t i = 0; i < r->tallies_n; i++) {
        const struct rule *rule = r->tallies[i].rule;

        aet_row_begin(s);
        aet_row_word(s, REGLES_REGLE, rule->code);
        aet_row_coded_words(s, REGLES_GRAVITE, aet_gravity_text(rule->gravity).fr,
                            aet_gravity_text(rule->gravity));
        aet_row_count(s, REGLES_NOMBRE, (int64_t)r->tallies[i].count);
        aet_buf_clear(&text);
        aet_message_shown(&text, rule->message, s->report->lang, "…");
        aet_row_text(s, REGLES_MESSAGE, aet_buf_view(&text));
        aet_buf_clear(&text);
        places(&r->tallies[i], s->report->lang, &text);
        aet_row_list(s, REGLES_PREMIERS, aet_buf_view(&text));
        aet_row_end(s);
    }
    aet_buf_free(&text);
}

static const struct section_kind regles_kind = {
    .key = "regles",
    .title = { "Règles", "Rules" },
    AET_COLUMNS(regles_columns),
    .fill = regles,
};

const struct section_kind *const aet_sommaire_sections[] = { &aet_sommaire_kind_resume, &base_kind,
                                                             &regles_kind, NULL };
const struct section_kind *const aet_sommaire_documents[] = { &aet_sommaire_kind_resume,
                                                              &documents_kind, &regles_kind, NULL };
