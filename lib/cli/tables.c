/* The knowledge tables that a verb asks for. */
#include "cli/session.h"

#include "tables/match.h"
#include "voice/flood.h"

const struct table *aet_session_table(struct session *s, const char *name)
{
    const struct table *t = aet_tables_get(s->tables, name);
    const struct fault_text *faults;
    struct flood flood = { 0 };
    struct buf lines = { 0 };
    size_t n;

    if (t)
        return t;
    faults = aet_tables_faults(s->tables, &n);
    for (size_t i = 0; i < n; i++) {
        if (i && strcmp(faults[i].where.file, faults[i - 1].where.file) != 0)
            aet_flood_end(&flood, &s->voice, faults[i - 1].where.file, &lines);
        if (aet_flood_lets(&flood, &s->voice, &faults[i].diag))
            aet_voice_diag(&s->voice, &faults[i].diag, &faults[i].where, &lines);
    }
    aet_flood_end(&flood, &s->voice, n ? faults[n - 1].where.file : NULL, &lines);
    aet_door_write(aet_buf_view(&lines));
    aet_buf_free(&lines);
    aet_flood_free(&flood);
    return NULL;
}

bool aet_session_matchers(struct session *s, const struct schema *schema, struct matcher **by_field)
{
    for (size_t i = 0; i < schema->n; i++) {
        const struct table *t;

        if (!schema->fields[i].table || by_field[i])
            continue;
        t = aet_session_table(s, schema->fields[i].table);
        if (!t)
            return false;
        by_field[i] = aet_matcher_new(t, NULL, 0);
    }
    return true;
}
