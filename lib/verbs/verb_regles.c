/* `regles`: the catalogue, printed. */
#include "cli/session.h"

#include "voice/diag.h"

static const struct column columns[] = {
    { "code", { "Règle", "Rule" }, CELL_CODE, false },
    { "gravite", { "Gravité", "Severity" }, CELL_CODE, false },
    { "message", { "Message", "Message" }, CELL_TEXT, false },
    { "explication", { "Explication", "Explanation" }, CELL_TEXT, false },
    { "source", { "Source", "Source" }, CELL_TEXT, false },
};
static const struct section_kind all = { "regles", { "Règles", "Rules" },     columns, 5,
                                         false,    { VIEW_TABLE, 0, 0, 0, 0 } };
static const struct section_kind one = { "regle", { "Règle", "Rule" },       columns, 5,
                                         true,    { VIEW_TABLE, 0, 0, 0, 0 } };

static void put_rule(struct report *r, struct section *s, const struct rule *rule)
{
    aet_put_text(r, s, aet_span_z(rule->code));
    aet_put_text(r, s, aet_span_z(aet_gravity_name(rule->gravity, LANG_FR)));
    aet_put_text(r, s, aet_span_z(aet_text(rule->message, r->lang)));
    aet_put_text(r, s, aet_span_z(aet_text(rule->explanation, r->lang)));
    aet_put_text(r, s, aet_span_z(aet_text(rule->source, r->lang)));
}

static bool same_code(const char *code, const char *wanted)
{
    for (; *code && *wanted; code++, wanted++)
        if (*code != *wanted && *code != *wanted - 32)
            return false;
    return *code == *wanted;
}

static enum status unknown_code(struct session *s, const char *code)
{
    static const struct text message = {
        "règle inconnue « {valeur} » ; « regles » les montre toutes",
        "unknown rule “{valeur}”; “regles” shows them all"
    };

    aet_complain(&s->voice, message, code, "");
    return STATUS_DATA;
}

enum status aet_verb_regles(struct session *s)
{
    static const struct text title = { "Règles de validation", "Validation rules" };
    static const struct text too_many = { "regles : un code au plus", "regles: one code at most" };
    const struct catalogue *catalogues[] = { s->command.tool->rules, &aet_catalogue_ent };
    const char *code = s->command.operands_n ? s->command.operands[0] : NULL;
    struct report r;
    struct section *sec;
    enum status st;

    if (s->command.operands_n > 1)
        return aet_complain_usage(&s->voice, too_many, "", "");
    aet_session_report_begin(s, &r, title);
    sec = aet_report_section(&r, code ? &one : &all);
    for (size_t c = 0; c < 2; c++)
        for (size_t i = 0; catalogues[c] && i < catalogues[c]->n; i++)
            if (!code || same_code(catalogues[c]->rules[i].code, code))
                put_rule(&r, sec, &catalogues[c]->rules[i]);
    st = sec->rows ? aet_session_report(s, &r, true, STATUS_CLEAN) : unknown_code(s, code);
    aet_report_free(&r);
    return st;
}
