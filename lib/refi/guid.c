/* GUIDs: derived, and in one form. */
#include "refi/guid.h"

#include <sodium.h>
#include <string.h>

#include "base/buf.h"

void aet_refi_guid_derive(struct span name, char out[37])
{
    unsigned char h[crypto_hash_sha256_BYTES];
    static const char hex[] = "0123456789abcdef";
    size_t n = 0;

    crypto_hash_sha256(h, (const unsigned char *)name.p, name.n);
    h[6] = (unsigned char)((h[6] & 0x0F) | 0x80);
    h[8] = (unsigned char)((h[8] & 0x3F) | 0x80);
    for (size_t i = 0; i < 16; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            out[n++] = '-';
        out[n++] = hex[h[i] >> 4];
        out[n++] = hex[h[i] & 15];
    }
    out[n] = '\0';
}

void aet_refi_guid_own(struct span id, char out[37])
{
    struct buf name = { 0 };

    aet_buf_str(&name, "urn:aet:repa:lu:");
    aet_buf_span(&name, id);
    aet_refi_guid_derive(aet_buf_view(&name), out);
    aet_buf_free(&name);
}

void aet_refi_guid_plain(const char *guid, char out[37])
{
    size_t n = 0;

    for (; guid && *guid && n < 36; guid++) {
        char c = *guid;

        if (c != '{' && c != '}' && c != ' ')
            out[n++] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
    }
    out[n] = '\0';
}

bool aet_refi_guid_fits(const char *s)
{
    size_t n = 0;

    for (; s[n]; n++) {
        bool dash = n == 8 || n == 13 || n == 18 || n == 23;

        if (n > 35 || (dash ? s[n] != '-' : !strchr("0123456789abcdef", s[n])))
            return false;
    }
    return n == 36;
}

struct span aet_refi_guid_fit(struct span guid, const char *kind, struct span what,
                              struct arena *arena)
{
    struct buf name = { 0 };
    char own[37];
    char *text = aet_span_dup(guid);
    bool fits = aet_refi_guid_fits(text);

    aet_free(text);
    if (fits)
        return guid;
    aet_buf_str(&name, kind);
    aet_buf_char(&name, ':');
    aet_buf_span(&name, what);
    aet_refi_guid_own(aet_buf_view(&name), own);
    aet_buf_free(&name);
    return aet_arena_copy(arena, aet_span_z(own));
}
