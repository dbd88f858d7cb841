/* Saying what is wrong with a file of REFI-QDA. */
#include "refi/refi.h"

#include "voice/door.h"

void aet_refi_say(const struct refi *q, const struct rule *rule, const struct refi_place *place,
                  const char *value, const struct text *expected)
{
    const struct voice *v = q->voice;
    struct diag_place where = { .file = place->file, .line = place->line, .column = place->column };
    struct diag x = { .rule = rule };
    struct buf text = { 0 };

    if (value)
        x.args[x.n++] = (struct diag_arg){ "valeur", aet_span_z(value) };
    if (expected)
        x.args[x.n++] = (struct diag_arg){ "attendu", aet_span_z(aet_text(*expected, v->lang)) };
    if (!aet_flood_lets(q->flood, v, &x))
        return;
    aet_voice_diag(v, &x, &where, &text);
    aet_door_write(aet_buf_view(&text));
    aet_buf_free(&text);
}

void aet_refi_end(const struct refi *q, const char *file)
{
    struct buf text = { 0 };

    aet_flood_end(q->flood, q->voice, file, &text);
    aet_door_write(aet_buf_view(&text));
    aet_buf_free(&text);
    aet_flood_free(q->flood);
}
