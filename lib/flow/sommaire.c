/* `valider --sommaire`: which rules spoke, how often, where first. */
#include "flow/run.h"

#include <stdlib.h>

static const struct column base_columns[] = {
    { "lus", { "Lus", "Read" }, CELL_COUNT, false },
    { "passes", { "Passés", "Passed" }, CELL_COUNT, false },
    { "rejetes", { "Rejetés", "Rejected" }, CELL_COUNT, false },
    { "erreurs", { "Erreurs", "Errors" }, CELL_COUNT, false },
    { "avertissements", { "Avertissements", "Warnings" }, CELL_COUNT, false },
    { "infos", { "Infos", "Infos" }, CELL_COUNT, false },
};

static const struct column regles_columns[] = {
    { "regle", { "Règle", "Rule" }, CELL_CODE, false },
    { "gravite", { "Gravité", "Severity" }, CELL_CODE, false },
    { "nombre", { "Nombre", "Count" }, CELL_COUNT, false },
    { "message", { "Ce que dit la règle", "What the rule says" }, CELL_TEXT, false },
    { "premiers", { "Premières places", "First places" }, CELL_LIST, false },
};

static const struct section_kind base_kind = { "base",       { "Enregistrements", "Records" },
                                               base_columns, 6,
                                               true,         { VIEW_TABLE, 0, 0, 0, 0 } };
static const struct section_kind regles_kind = { "regles",       { "Règles", "Rules" },
                                                 regles_columns, 5,
                                                 false,          { VIEW_TABLE, 0, 0, 0, 0 } };

const struct section_kind *const aet_sommaire_sections[] = { &base_kind, &regles_kind, NULL };

static int by_code(const void *a, const void *b)
{
    const struct tally *x = a, *y = b;

    if (x->rule->gravity != y->rule->gravity)
        return x->rule->gravity < y->rule->gravity ? 1 : -1;
    return strcmp(x->rule->code, y->rule->code);
}

static void places(const struct tally *t, struct buf *list)
{
    struct buf place = { 0 };

    for (size_t i = 0; i < t->count && i < FIRST_PLACES; i++) {
        aet_buf_clear(&place);
        aet_buf_str(&place, t->first[i].file);
        aet_buf_char(&place, ':');
        aet_buf_uint(&place, t->first[i].line);
        aet_buf_char(&place, ':');
        aet_buf_uint(&place, t->first[i].column);
        aet_list_add(list, aet_buf_view(&place));
    }
    aet_buf_free(&place);
}

/* What the rule says whatever the record: its placeholders left open. */
static void general_message(const struct rule *rule, enum lang lang, struct buf *out)
{
    const char *rest = aet_text(rule->message, lang), *open;

    while ((open = strchr(rest, '{'))) {
        aet_buf_add(out, rest, (size_t)(open - rest));
        aet_buf_str(out, "…");
        rest = strchr(open, '}') + 1;
    }
    aet_buf_str(out, rest);
}

void aet_sommaire(const struct run *r, struct report *report)
{
    const struct totals *t = r->totals;
    struct section *s = aet_report_section(report, &base_kind);
    struct buf text = { 0 };

    aet_put_count(s, (int64_t)t->read);
    aet_put_count(s, (int64_t)t->passed);
    aet_put_count(s, (int64_t)t->rejected);
    aet_put_count(s, (int64_t)t->errors);
    aet_put_count(s, (int64_t)t->warnings);
    aet_put_count(s, (int64_t)t->infos);
    s = aet_report_section(report, &regles_kind);
    if (r->tallies_n)
        qsort(r->tallies, r->tallies_n, sizeof *r->tallies, by_code);
    for (size_t i = 0; i < r->tallies_n; i++) {
        const struct rule *rule = r->tallies[i].rule;

        aet_put_text(report, s, aet_span_z(rule->code));
        aet_put_text(report, s, aet_span_z(aet_gravity_name(rule->gravity, LANG_FR)));
        aet_put_count(s, (int64_t)r->tallies[i].count);
        aet_buf_clear(&text);
        general_message(rule, report->lang, &text);
        aet_put_text(report, s, aet_buf_view(&text));
        aet_buf_clear(&text);
        places(&r->tallies[i], &text);
        aet_put_list(report, s, aet_buf_view(&text));
    }
    aet_buf_free(&text);
}
