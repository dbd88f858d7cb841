/* What a message says after a name that nobody knows. */
#include "voice/hint.h"

#include "base/similar.h"

/* Kinds of record that one verb reads may each have a section of the same name. */
static bool named_before(const char *const *names, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (strcmp(names[k], names[i]) == 0)
            return true;
    return false;
}

struct span aet_hint_list(const char *const *names, size_t n, struct buf *to)
{
    for (size_t i = 0; i < n; i++) {
        if (named_before(names, i))
            continue;
        aet_buf_str(to, i ? ", " : "");
        aet_buf_str(to, names[i]);
    }
    return aet_buf_view(to);
}

enum status aet_voice_unknown(const struct voice *v, const struct rule *rule, const char *name,
                              const char *const *names, size_t n)
{
    struct buf all = { 0 };
    enum status st = aet_voice_usage(
        v, rule,
        AET_WORDS(aet_word("valeur", name),
                  aet_word("suggestion", aet_nearest_name(name, names, n)),
                  aet_word_span("noms", aet_hint_list(names, n, &all))));

    aet_buf_free(&all);
    return st;
}

void aet_voice_column(const struct voice *v, const char *name, const struct layout *l)
{
    const char **headings = aet_calloc(l->columns + 1, sizeof *headings);
    struct arena arena = { 0 };

    for (size_t i = 0; i < l->columns; i++)
        headings[i] = aet_arena_copy(&arena, l->headings[i]).p; /* ended by a NUL */
    aet_voice_say(v, &aet_rules_sys[SYS_COLUMN],
                  AET_WORDS(aet_word("fichier", l->name), aet_word("valeur", name),
                            aet_word("suggestion", aet_nearest_name(name, headings, l->columns))));
    aet_arena_free(&arena);
    aet_free(headings);
}
