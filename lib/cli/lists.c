/* --listes: fields whose commas and semicolons separate. */
#include "cli/session.h"

/* A field of any record kind whose commas may be said to separate. */
static bool takes_lists(const struct tool *t, struct span name)
{
    const struct schema *schema;

    for (size_t k = 0; (schema = aet_tool_schema(t, k)) != NULL; k++)
        for (size_t i = 0; i < schema->n; i++)
            if (aet_lists_takes(&schema->fields[i]) &&
                aet_span_eq(aet_span_z(schema->fields[i].name), name))
                return true;
    return false;
}

/* Whether "a, b" holds a name. */
static bool names_it(struct span list, struct span name)
{
    while (list.n) {
        size_t n = aet_span_find(list, AET_LIT(", "));

        if (aet_span_eq(aet_span(list.p, n), name))
            return true;
        list = aet_span_from(list, n + 2);
    }
    return false;
}

/* The names of all of them, each once. */
static void list_fields(const struct tool *t, struct buf *out)
{
    const struct schema *schema;

    for (size_t k = 0; (schema = aet_tool_schema(t, k)) != NULL; k++)
        for (size_t i = 0; i < schema->n; i++) {
            struct span name = aet_span_z(schema->fields[i].name), before = aet_buf_view(out);

            if (!aet_lists_takes(&schema->fields[i]) || names_it(before, name))
                continue;
            aet_buf_str(out, out->n ? ", " : "");
            aet_buf_span(out, name);
        }
}

enum status aet_session_lists(struct session *s)
{
    struct span rest = s->command.values[OPT_LISTES] ? aet_span_z(s->command.values[OPT_LISTES])
                                                     : AET_LIT("");
    static const struct text none = { "aucun", "none" };
    struct lists *lists = &s->reading.lists;
    struct buf names = { 0 };

    for (size_t n = 0; rest.n; rest = aet_span_from(rest, n + 1)) {
        struct span one;

        n = aet_span_find(rest, AET_LIT(","));
        one = aet_span_trim(aet_span(rest.p, n));
        if (aet_lists_add(lists, one) && takes_lists(s->command.tool, lists->p[lists->n - 1].field))
            continue;
        list_fields(s->command.tool, &names);
        (void)aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_LISTS],
                              AET_WORDS(aet_word_span("valeur", one),
                                        aet_word("noms", names.n ? aet_buf_z(&names)
                                                                 : aet_text(none, s->voice.lang))));
        aet_buf_free(&names);
        return STATUS_FAILED;
    }
    return STATUS_CLEAN;
}
