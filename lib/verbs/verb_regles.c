/* `regles`: the catalogue, printed. */
#include "cli/session.h"

#include "partial/rules.h"
#include "privacy/rules.h"

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
    struct buf message = { 0 };

    aet_message_shown(&message, rule->message, s->report->lang, NULL);
    aet_row_begin(s);
    aet_row_word(s, REGLES_CODE, rule->code);
    aet_row_coded_words(s, REGLES_GRAVITE, aet_gravity_text(rule->gravity).fr,
                        aet_gravity_text(rule->gravity));
    aet_row_text(s, REGLES_MESSAGE, aet_buf_view(&message));
    aet_row_words(s, REGLES_EXPLICATION, rule->explanation);
    aet_row_words(s, REGLES_SOURCE, rule->source);
    aet_row_end(s);
    aet_buf_free(&message);
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
    aet_voice_say(&s->voice, &aet_rules_opt[OPTION_RULE], AET_WORDS(aet_word("valeur", code)));
    return STATUS_DATA;
}

enum status aet_verb_regles(struct session *s)
{
    static const struct text title = { "Règles de validation", "Validation rules" };
    const struct catalogue *const catalogues[] = { s->command.tool->rules, &aet_catalogue_ent,
                                                   &aet_privacy_catalogue, &aet_catalogue_opt,
                                                   &aet_catalogue_sys,     &aet_catalogue_bil,
                                                   &aet_partial_catalogue };
    const char *code = s->command.operands_n ? s->command.operands[0] : NULL;
    struct report r;
    struct section *sec;
    enum status st;

    if (s->command.operands_n > 1)
        return aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_RULE_ONE], NULL);
    aet_session_report_begin(s, &r, title);
    sec = aet_report_section(&r, code ? &one : &all);
    for (size_t c = 0; c < sizeof catalogues / sizeof *catalogues; c++)
        for (size_t i = 0; catalogues[c] && i < catalogues[c]->n; i++)
            if (!code || same_code(catalogues[c]->rules[i].code, code))
                put_rule(sec, &catalogues[c]->rules[i]);
    st = sec->rows ? aet_session_report(s, &r, true, STATUS_CLEAN) : unknown_code(s, code);
    aet_report_free(&r);
    return st;
}
