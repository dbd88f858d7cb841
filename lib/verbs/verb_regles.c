/* `regles`: the catalogue, printed. */
#include "cli/session.h"

#include "voice/diag.h"

enum { REGLES_CODE, REGLES_GRAVITE, REGLES_MESSAGE, REGLES_EXPLICATION, REGLES_SOURCE };
static const struct column columns[] = {
    [REGLES_CODE] = { "code", { "Règle", "Rule" }, CELL_CODE, false },
    [REGLES_GRAVITE] = { "gravite", { "Gravité", "Severity" }, CELL_CODE, false },
    [REGLES_MESSAGE] = { "message", { "Message", "Message" }, CELL_TEXT, false },
    [REGLES_EXPLICATION] = { "explication", { "Explication", "Explanation" }, CELL_TEXT, false },
    [REGLES_SOURCE] = { "source", { "Source", "Source" }, CELL_TEXT, false },
};

static const struct section_kind all = {
    .key = "regles",
    .title = { "Règles", "Rules" },
    AET_COLUMNS(columns),
};

static const struct section_kind one = {
    .key = "regle",
    .title = { "Règle", "Rule" },
    AET_COLUMNS(columns),
    .single = true,
};

static void put_rule(struct section *s, const struct rule *rule)
{
    aet_row_begin(s);
    aet_row_word(s, REGLES_CODE, rule->code);
    aet_row_word(s, REGLES_GRAVITE, aet_gravity_name(rule->gravity, LANG_FR));
    aet_row_words(s, REGLES_MESSAGE, rule->message);
    aet_row_words(s, REGLES_EXPLICATION, rule->explanation);
    aet_row_words(s, REGLES_SOURCE, rule->source);
    aet_row_end(s);
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
                put_rule(sec, &catalogues[c]->rules[i]);
    st = sec->rows ? aet_session_report(s, &r, true, STATUS_CLEAN) : unknown_code(s, code);
    aet_report_free(&r);
    return st;
}
