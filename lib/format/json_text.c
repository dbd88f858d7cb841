/* jansson behind our own faults, and the skipper. */
#include "format/json_text.h"

#include <math.h>

#include <utf8proc.h>

#include "base/harmless.h"
#include "format/json_letters.h"

void aet_json_init(void)
{
    json_set_alloc_funcs(aet_malloc, aet_free);
    json_object_seed(1); /* not 0, which asks for a random seed: the same input, the same bytes */
}

static enum fault fault_of(enum json_error_code code)
{
    switch (code) {
    case json_error_duplicate_key:
        return FAULT_JSON_KEY;
    case json_error_numeric_overflow:
        return FAULT_JSON_NUMBER;
    case json_error_null_character:
    case json_error_null_byte_in_key:
        return FAULT_JSON_NUL;
    case json_error_stack_overflow:
        return FAULT_JSON_DEPTH;
    case json_error_invalid_utf8:
        return FAULT_UTF8;
    default:
        return FAULT_JSON_SYNTAX;
    }
}

/* jansson tells where a token ends; people look for where it begins. */
static size_t token_start(struct span text, size_t at, enum fault f)
{
    if (f == FAULT_JSON_NUMBER)
        while (at && strchr("0123456789+-.eE", text.p[at - 1]))
            at--;
    if ((f == FAULT_JSON_KEY || f == FAULT_JSON_NUL) && text.p[at] == '"')
        while (at && (text.p[--at] != '"' || (at && text.p[at - 1] == '\\')))
            ;
    return at;
}

json_t *aet_json_read(struct span text, enum fault *fault, size_t *at)
{
    const size_t flags = JSON_REJECT_DUPLICATES | JSON_DECODE_ANY;
    json_error_t e;
    json_t *v = json_loadb(text.p, text.n, flags, &e);

    if (!v && json_error_code(&e) == json_error_numeric_overflow)
        v = json_loadb(text.p, text.n, flags | JSON_DECODE_INT_AS_REAL, &e);
    if (v)
        return v;
    *fault = fault_of(json_error_code(&e));
    *at = e.position > 0 && (size_t)e.position <= text.n ? (size_t)e.position - 1 : 0;
    if (*at < text.n)
        *at = token_start(text, *at, *fault);
    return NULL;
}

enum fault aet_json_judge(struct span text, size_t *at)
{
    enum fault f = FAULT_NONE;

    json_decref(aet_json_read(text, &f, at));
    return f;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void skip_blanks(struct span *s)
{
    while (s->n && is_blank(s->p[0]))
        *s = aet_span_from(*s, 1);
}

static size_t string_end(struct span s)
{
    const char *end = s.p + s.n, *at = s.p + 1;

    while (at < end && (at = aet_json_letters(at, end)) < end && *at != '"')
        at += *at == '\\' && end - at > 1 ? 2 : 1;
    return at < end ? (size_t)(at - s.p) + 1 : s.n;
}

struct span aet_json_skip(struct span *text)
{
    size_t i = 0, depth = 0;

    skip_blanks(text);

    struct span s = *text;

    while (i < s.n) {
        char c = s.p[i];

        if (c == '"') {
            i += string_end(aet_span_from(s, i));
        } else {
            if (!depth && i && (c == ',' || c == '}' || c == ']' || c == ':' || is_blank(c)))
                break;
            depth += c == '{' || c == '[';
            depth -= depth && (c == '}' || c == ']');
            i++;
            if (depth || (c != '}' && c != ']'))
                continue;
        }
        if (!depth)
            break;
    }
    *text = aet_span_from(s, i);
    return aet_span(s.p, i);
}

struct span aet_json_inside(struct span value)
{
    value = aet_span_trim(value);
    return value.n >= 2 ? aet_span(value.p + 1, value.n - 2) : aet_span(value.p, 0);
}

bool aet_json_next(struct span *inside, struct span *key, struct span *value)
{
    skip_blanks(inside);
    if (inside->n && inside->p[0] == ',') {
        *inside = aet_span_from(*inside, 1);
        skip_blanks(inside);
    }
    if (!inside->n)
        return false;
    if (key) {
        *key = aet_json_skip(inside);
        skip_blanks(inside);
        *inside = aet_span_from(*inside, 1); /* the colon */
    }
    *value = aet_json_skip(inside);
    return value->n > 0;
}

void aet_json_enter(struct span *at)
{
    skip_blanks(at);
    *at = aet_span_from(*at, 1);
}

bool aet_json_more(struct span *at, struct span *key)
{
    skip_blanks(at);
    if (at->n && at->p[0] == ',') {
        *at = aet_span_from(*at, 1);
        skip_blanks(at);
    }
    if (!at->n || at->p[0] == '}' || at->p[0] == ']') {
        *at = aet_span_from(*at, 1);
        return false;
    }
    if (key) {
        size_t n = string_end(*at);

        *key = aet_span(at->p, n);
        *at = aet_span_from(*at, n);
        skip_blanks(at);
        *at = aet_span_from(*at, 1); /* the colon */
        skip_blanks(at);
    }
    return true;
}

struct span aet_json_scalar(struct span *at)
{
    size_t n = 0;

    skip_blanks(at);
    if (at->n && at->p[0] == '"')
        n = string_end(*at);
    else
        while (n < at->n && at->p[n] != ',' && at->p[n] != '}' && at->p[n] != ']' &&
               !is_blank(at->p[n]))
            n++;

    struct span text = aet_span(at->p, n);

    *at = aet_span_from(*at, n);
    return text;
}

/* Four digits in base 16. */
static unsigned unit(const char *p)
{
    unsigned value = 0;

    for (int i = 0; i < 4; i++)
        value = value << 4 | (unsigned)(p[i] <= '9' ? p[i] - '0' : (p[i] | 0x20) - 'a' + 10);
    return value;
}

/* The character of four digits, or of the two that make one, into `to`; *i moves behind them. */
static size_t code_point(struct span s, size_t *i, char *to)
{
    utf8proc_int32_t c = (utf8proc_int32_t)unit(s.p + *i);

    *i += 4;
    if (c >= 0xD800 && c <= 0xDBFF) {
        c = 0x10000 + ((c - 0xD800) << 10) + ((utf8proc_int32_t)unit(s.p + *i + 2) - 0xDC00);
        *i += 6;
    }
    return (size_t)utf8proc_encode_char(c, (utf8proc_uint8_t *)to);
}

/* The escapes of a string that was accepted, undone: never longer than it. */
static size_t undo(struct span s, char *to)
{
    static const char written[] = "bfnrt", means[] = "\b\f\n\r\t";
    size_t n = 0;

    for (size_t i = 0; i < s.n;) {
        char c = s.p[i++];

        if (c != '\\') {
            to[n++] = c;
            continue;
        }
        c = s.p[i++];
        if (c == 'u') {
            n += code_point(s, &i, to + n);
        } else {
            const char *which = strchr(written, c);

            to[n++] = which ? means[which - written] : c;
        }
    }
    return n;
}

struct span aet_json_spelt(struct span raw, struct buf *scratch)
{
    struct span bare = aet_json_inside(raw);

    if (!memchr(bare.p, '\\', bare.n))
        return bare;
    aet_buf_clear(scratch);
    aet_buf_room(scratch, bare.n);
    scratch->n = undo(bare, scratch->p);
    return aet_buf_view(scratch);
}

struct span aet_json_text(struct span raw, struct arena *arena)
{
    struct span bare = aet_json_inside(raw);
    char *to;

    if (!memchr(bare.p, '\\', bare.n))
        return bare;
    to = aet_arena_alloc(arena, bare.n + 1);
    return aet_span(to, undo(bare, to));
}

json_type aet_json_type(struct span raw)
{
    switch (raw.n ? raw.p[0] : 'n') {
    case '{':
        return JSON_OBJECT;
    case '[':
        return JSON_ARRAY;
    case '"':
        return JSON_STRING;
    case 't':
        return JSON_TRUE;
    case 'f':
        return JSON_FALSE;
    case 'n':
        return JSON_NULL;
    default:
        return JSON_REAL;
    }
}

bool aet_json_empty(struct span raw)
{
    struct span inside = aet_json_inside(raw);

    skip_blanks(&inside);
    return !inside.n;
}

struct span aet_json_string_span(const json_t *v)
{
    if (json_is_string(v))
        return aet_span(json_string_value(v), json_string_length(v));
    return aet_span("", 0);
}

void aet_json_string(struct buf *out, struct span s)
{
    aet_harmless_json(out, s);
}

void aet_json_compact(struct buf *out, struct span raw)
{
    for (size_t i = 0; i < raw.n;) {
        if (raw.p[i] == '"') {
            size_t n = string_end(aet_span_from(raw, i));

            aet_buf_add(out, raw.p + i, n);
            i += n;
        } else {
            if (!is_blank(raw.p[i]))
                aet_buf_char(out, raw.p[i]);
            i++;
        }
    }
}
