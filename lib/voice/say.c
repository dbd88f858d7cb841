/* Lines about the input as a whole, and where the reading stopped. */
#include "voice/say.h"

#include <stdio.h>

#include "voice/complain.h"

/* One line about a whole file, or about where the reading stopped. */
void aet_say_input(const struct voice *v, int rule, const char *file, uint64_t line,
                   uint64_t column, const struct diag_arg *args, size_t n)
{
    struct diag_place where = { .file = file, .line = line, .column = column };
    struct diag x = { .rule = &aet_rules_ent[rule], .n = n };
    struct buf text = { 0 };

    for (size_t i = 0; i < n; i++)
        x.args[i] = args[i];
    if (v->json)
        aet_diag_json(&text, &x, &where, v->lang);
    else
        aet_diag_text(&text, &x, &where, v->lang, v->colour);
    fwrite(text.p, 1, text.n, stderr);
    aet_buf_free(&text);
}

static int rule_of(enum fault f)
{
    static const int rules[] = {
        [FAULT_WORKBOOK] = ENT_WORKBOOK,
        [FAULT_TOO_LONG] = ENT_TOO_LONG,
        [FAULT_QUOTE_OPEN] = ENT_QUOTE_OPEN,
        [FAULT_QUOTE_LOST] = ENT_QUOTE_LOST,
        [FAULT_JSON_BETWEEN] = ENT_JSON_BETWEEN,
        [FAULT_JSON_OPEN] = ENT_JSON_OPEN,
        [FAULT_JSON_AFTER] = ENT_JSON_AFTER,
        [FAULT_ONE_COLUMN] = ENT_ONE_COLUMN,
        [FAULT_DELIMITERS] = ENT_DELIMITERS,
        [FAULT_NO_HEADING] = ENT_NO_HEADING,
        [FAULT_UTF8] = ENT_UTF8,
        [FAULT_NUL] = ENT_NUL,
    };

    return rules[f];
}

/* "; la ligne 3 en a : essayer --skip 2" */
static struct span skip_hint(const struct voice *v, const struct stop *stop, struct buf *text)
{
    if (!stop->hint)
        return AET_LIT("");
    aet_buf_str(text, v->lang == LANG_FR ? " ; plus bas il y en a : essayer --skip "
                                         : "; there are some below: try --skip ");
    aet_buf_uint(text, stop->hint);
    return aet_buf_view(text);
}

enum status aet_say_stop(const struct voice *v, const char *encoding, const struct stop *stop)
{
    static const struct text unknown = { "encodage inconnu « {valeur} »",
                                         "unknown encoding “{valeur}”" };
    static const char hex[] = "0123456789ABCDEF";
    unsigned char byte = (unsigned char)stop->byte;
    char octet[] = { hex[byte >> 4], hex[byte & 15] };
    struct buf hint = { 0 };

    if (stop->fault == FAULT_READ)
        return aet_complain_system(v, stop->file, stop->error);
    if (stop->fault == FAULT_ENCODING_NAME) {
        return aet_complain_usage(v, unknown, encoding, "");
    }

    const struct diag_arg args[] = { { "indice", skip_hint(v, stop, &hint) },
                                     { "octet", aet_span(octet, sizeof octet) } };

    aet_say_input(v, rule_of(stop->fault), stop->file, stop->line, stop->column, args, 2);
    aet_buf_free(&hint);
    return STATUS_FAILED;
}
