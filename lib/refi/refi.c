/* Saying what is wrong with a file of REFI-QDA. */
#include "refi/refi.h"

#include <stdio.h>

#include "voice/diag.h"

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
    if (v->json)
        aet_diag_json(&text, &x, &where, v->lang);
    else
        aet_diag_text(&text, &x, &where, v->lang, v->colour);
    fwrite(text.p, 1, text.n, stderr);
    aet_buf_free(&text);
}
