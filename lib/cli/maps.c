/* --map, looked back upon. */
#include "cli/maps.h"

#include "base/fold.h"

/* A field on the left and none on the right. */
static bool looks_reversed(const struct session *s, const struct rename *m)
{
    return !m->used && aet_tool_has_field(s->command.tool, m->from) &&
           !aet_tool_has_field(s->command.tool, m->to);
}

static void say_reversed(const struct session *s, const struct rename *m)
{
    aet_voice_say(&s->voice, &aet_rules_opt[OPTION_MAP_REVERSED],
                  AET_WORDS(aet_word_span("valeur", m->to), aet_word_span("champ", m->from)));
}

bool aet_maps_reversed(const struct session *s, const struct layout *l)
{
    const struct renames *maps = &s->reading.renames;

    for (size_t i = 0; i < maps->n; i++)
        for (size_t c = 0; looks_reversed(s, &maps->p[i]) && c < l->columns; c++)
            if (aet_fold_same(maps->p[i].to, l->headings[c])) {
                say_reversed(s, &maps->p[i]);
                return true;
            }
    return false;
}

void aet_maps_doubt(const struct session *s, const struct stop *stop)
{
    const struct renames *maps = &s->reading.renames;

    if (stop->fault != FAULT_NO_HEADING)
        return;
    for (size_t i = 0; i < maps->n; i++)
        if (looks_reversed(s, &maps->p[i]))
            say_reversed(s, &maps->p[i]);
}

bool aet_fills_used(const struct session *s)
{
    const struct fills *fills = &s->reading.fills;
    bool used = true;

    for (size_t i = 0; i < fills->n; i++) {
        if (fills->p[i].used)
            continue;
        used = false;
        aet_voice_say(&s->voice, &aet_rules_opt[OPTION_FILL_UNUSED],
                      AET_WORDS(aet_word_span("valeur", fills->p[i].name)));
    }
    return used;
}

bool aet_maps_used(const struct session *s)
{
    const struct renames *maps = &s->reading.renames;
    bool used = true;

    for (size_t i = 0; i < maps->n; i++) {
        if (maps->p[i].used)
            continue;
        used = false;
        if (looks_reversed(s, &maps->p[i]))
            say_reversed(s, &maps->p[i]);
        else
            aet_voice_say(&s->voice, &aet_rules_opt[OPTION_MAP_UNUSED],
                          AET_WORDS(aet_word_span("valeur", maps->p[i].from)));
    }
    return used;
}
