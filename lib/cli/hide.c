/* Opening the key, learning the names. */
#include "cli/hide.h"

#include "cli/spool.h"
#include "privacy/hiding.h"

bool aet_hide_open(struct session *s)
{
    struct hiding_files files;
    struct spool spool;

    if (s->hiding)
        return true;
    if (aet_given(s, OPT_PSEUDONYMES) && !aet_spool_inputs(&spool, s))
        return false;
    files = (struct hiding_files){ s->command.operands, s->command.operands_n };
    return aet_hiding_open(&s->hiding, &s->voice, &s->reading, &files,
                           s->command.values[OPT_PSEUDONYMES], s->command.values[OPT_IDENTITES]);
}

bool aet_hide_learn(struct session *s, const struct schema *schema, const struct nest *nest)
{
    return aet_hide_open(s) && aet_hiding_learn(s->hiding, schema, nest);
}

const char *aet_hide_name(struct session *s, const char *kind, const char *name)
{
    struct pseudonyms *names = aet_hiding_names(s->hiding);

    if (!names || !name)
        return name;
    return aet_arena_copy(&s->arena, aet_pseudonym(names, kind, aet_span_z(name))).p;
}

struct span aet_hide_text(const struct session *s, const char *text, struct arena *arena)
{
    struct pseudonyms *names = aet_hiding_names(s->hiding);
    struct buf shown = { 0 };
    struct span kept;

    if (!names || !aet_pseudonym_text(names, aet_span_z(text), &shown)) {
        aet_buf_clear(&shown);
        aet_buf_str(&shown, text);
    }
    kept = aet_arena_copy(arena, aet_buf_view(&shown));
    aet_buf_free(&shown);
    return kept;
}
