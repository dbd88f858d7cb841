/* What every raw record must be, and what is said of one that is not. */
#include "record/raw.h"

#include "base/utf8.h"
#include "io/decode.h"

enum parsed aet_raw_bad(struct diags *d, int rule, size_t at, const char *name, struct span value)
{
    struct diag *x = aet_diag_add(d, &aet_rules_ent[rule], AET_LIT(""));

    aet_diag_at(x, rule == ENT_ROWS ? AT_ROW : AT_CELL, at);
    if (name)
        aet_diag_arg(d, x, name, value);
    return PARSED_BAD;
}

static enum parsed bad_byte(struct diags *d, const struct layout *l, struct span raw, size_t at)
{
    static const char hex[] = "0123456789ABCDEF";
    unsigned char b = aet_decode_bad_byte(raw, at, l->converted);
    char text[] = { hex[b >> 4], hex[b & 15] };

    return aet_raw_bad(d, l->converted ? ENT_CONVERTED : ENT_UTF8, at, "octet", aet_span(text, 2));
}

static int rule_of(enum fault f)
{
    switch (f) {
    case FAULT_JSON_KEY:
        return ENT_JSON_KEY;
    case FAULT_JSON_NUMBER:
        return ENT_JSON_NUMBER;
    case FAULT_JSON_NUL:
        return ENT_JSON_NUL;
    case FAULT_JSON_DEPTH:
        return ENT_JSON_DEPTH;
    case FAULT_UTF8:
        return ENT_UTF8;
    case FAULT_QUOTE_STRAY:
        return ENT_QUOTE_STRAY;
    case FAULT_QUOTE_OPEN:
        return ENT_QUOTE_OPEN;
    case FAULT_ROWS:
        return ENT_ROWS;
    case FAULT_JSON_OBJECT:
        return ENT_JSON_OBJECT;
    default:
        return ENT_JSON_SYNTAX;
    }
}

enum parsed aet_raw_fault(struct diags *d, enum fault fault, size_t at)
{
    return aet_raw_bad(d, rule_of(fault), at, NULL, AET_LIT(""));
}

enum parsed aet_raw_text(const struct layout *l, struct span raw, struct diags *d)
{
    size_t at = aet_utf8_bad_or_nul(raw);

    if (at < raw.n && !raw.p[at])
        return aet_raw_bad(d, ENT_NUL, at, NULL, AET_LIT(""));
    return at < raw.n ? bad_byte(d, l, raw, at) : PARSED;
}

enum fault aet_raw_object(struct object *o, struct span raw, struct diags *d)
{
    size_t at = 0;
    enum fault f = aet_object_read(o, raw, &at);

    if (f != FAULT_NONE)
        aet_raw_fault(d, f, at);
    return f;
}
