/* Names and texts of the file of rejects. */
#include "rejects/reject.h"

#include "base/utf8.h"

const char *aet_reject_name(const struct reject_file *f)
{
    for (size_t k = 1; f->nest && k < f->nest->n; k++)
        if (strcmp(f->nest->kinds[k].key, "diagnostics") == 0)
            return "diagnostics_aet";
    return "diagnostics";
}

bool aet_reject_adds(const struct reject_file *f, struct span heading)
{
    return aet_span_eq(heading, aet_span_z(aet_reject_name(f))) ||
           aet_span_eq(heading, AET_LIT("brut"));
}

struct span aet_reject_heading(struct reject_file *f, const struct reject *x, size_t column)
{
    int field = x->mapping->field_of ? x->mapping->field_of[column] : NO_FIELD;

    return aet_hider_heading(&f->hider, x->layout->headings[column], field, &f->key);
}

static void put_byte(struct buf *to, char c)
{
    static const char hex[] = "0123456789ABCDEF";
    unsigned char b = (unsigned char)c;

    aet_buf_str(to, "\\x");
    aet_buf_char(to, hex[b >> 4]);
    aet_buf_char(to, hex[b & 15]);
}

struct span aet_reject_readable(struct reject_file *f, struct span raw)
{
    struct buf to = { 0 };
    struct span made;

    while (raw.n && (raw.p[raw.n - 1] == '\n' || raw.p[raw.n - 1] == '\r'))
        raw.n--;
    while (raw.n) {
        size_t good = aet_utf8_bad(raw);

        for (size_t i = 0; i < good; i++) {
            if (raw.p[i] == '\0')
                put_byte(&to, '\0');
            else if (raw.p[i] == '\\')
                aet_buf_str(&to, "\\\\");
            else
                aet_buf_char(&to, raw.p[i]);
        }
        raw = aet_span_from(raw, good);
        if (raw.n) {
            put_byte(&to, raw.p[0]);
            raw = aet_span_from(raw, 1);
        }
    }
    made = aet_arena_copy(&f->arena, aet_buf_view(&to));
    aet_buf_free(&to);
    return made;
}

struct span aet_reject_unread(struct reject_file *f, struct span raw)
{
    if (!f->hider.identities)
        return raw;
    f->withheld++;
    return AET_LIT("");
}

struct span aet_reject_json(struct reject_file *f, struct span raw)
{
    struct buf shown = { 0 };

    aet_hider_json(&f->hider, aet_reject_name(f), raw, &shown);
    raw = aet_arena_copy(&f->arena, aet_buf_view(&shown));
    aet_buf_free(&shown);
    return raw;
}
