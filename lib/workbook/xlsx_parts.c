/* Styles and shared strings of .xlsx. */
#include <string.h>

#include "base/alloc.h"
#include "workbook/xlsx.h"

enum { FORMATS_OWN = 1024 }; /* number formats of the workbook's own that are looked at */
#define STRINGS_MAX ((size_t)1 << 30)

struct styling {
    struct xlsx *x;
    struct {
        uint64_t id;
        enum number_meaning meaning;
    } own[FORMATS_OWN];
    size_t n;
    bool in_cells; /* <cellXfs>: what cells name; <cellStyleXfs> are others */
};

static enum number_meaning meaning_of(const struct styling *s, uint64_t id)
{
    for (size_t i = 0; i < s->n; i++)
        if (s->own[i].id == id)
            return s->own[i].meaning;
    return aet_number_meaning_known(id);
}

static void on_style(void *to, const char *name, const char **attributes)
{
    struct styling *s = to;
    struct xlsx *x = s->x;
    uint64_t id = aet_part_number(aet_xml_attribute(attributes, "numFmtId"), 0);
    const char *code = aet_xml_attribute(attributes, "formatCode");

    s->in_cells |= strcmp(name, "cellXfs") == 0;
    if (strcmp(name, "numFmt") == 0 && code && s->n < FORMATS_OWN) {
        s->own[s->n].id = id;
        s->own[s->n++].meaning = aet_number_meaning(aet_span_z(code));
    } else if (strcmp(name, "xf") == 0 && s->in_cells) {
        x->meanings = aet_grow(x->meanings, &x->meanings_cap, x->meanings_n, 1);
        x->meanings[x->meanings_n++] = (unsigned char)meaning_of(s, id);
    }
}

static void on_style_end(void *to, const char *name)
{
    struct styling *s = to;

    if (strcmp(name, "cellXfs") == 0)
        s->in_cells = false;
}

enum fault aet_xlsx_styles(struct book *b)
{
    static const struct xml_reader reader = { on_style, on_style_end, NULL };
    struct xlsx *x = b->of_kind;
    struct span target = aet_xlsx_related(&x->of_book, "/styles");
    struct styling *s;
    enum fault fault;

    if (!target.n)
        return FAULT_NONE;
    s = aet_calloc(1, sizeof *s);
    s->x = x;
    fault = aet_part_read_all(b->archive, aet_xlsx_path(b, x->folder, target).p, &reader, s);
    aet_free(s);
    return fault == FAULT_BOOK_PART ? FAULT_NONE : fault;
}

static int hex(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* The character of `_xHHHH_`, -1 when it is none: those under a space, the two that are none and
 * the underscore itself are written so, and only these are read so. Of a line end that is two of
 * them the second one stays.
 */
static int escaped_character(struct span s)
{
    int c = 0;

    if (s.n < 7 || s.p[0] != '_' || s.p[1] != 'x' || s.p[6] != '_')
        return -1;
    for (size_t i = 2; i < 6; i++) {
        if (hex(s.p[i]) < 0)
            return -1;
        c = c * 16 + hex(s.p[i]);
    }
    return c < ' ' || c == '_' || c >= 0xFFFE ? c : -1;
}

void aet_xlsx_text(struct span escaped, struct buf *out)
{
    for (const char *at; (at = memchr(escaped.p, '_', escaped.n));) {
        size_t n = (size_t)(at - escaped.p);
        int c = escaped_character(aet_span_from(escaped, n));

        aet_buf_add(out, escaped.p, n);
        if (c < 0)
            aet_buf_char(out, '_');
        else if (c >= 0xFFFE)
            aet_buf_str(out, c == 0xFFFE ? "\xEF\xBF\xBE" : "\xEF\xBF\xBF");
        else if (c && c != '\r')
            aet_buf_char(out, (char)c);
        escaped = aet_span_from(escaped, n + (c < 0 ? 1 : 7));
    }
    aet_buf_span(out, escaped);
}

struct sharing {
    struct xlsx *x;
    struct arena *arena;
    struct buf raw, text;
    bool in_text;
    size_t phonetic; /* how deep in a guide of pronunciation, which is no text */
    size_t bytes;
    bool over;
};

static void on_string(void *to, const char *name, const char **attributes)
{
    struct sharing *s = to;

    (void)attributes;
    s->phonetic += strcmp(name, "rPh") == 0;
    s->in_text = strcmp(name, "t") == 0 && !s->phonetic;
    if (strcmp(name, "si") == 0)
        aet_buf_clear(&s->raw);
}

static void on_string_text(void *to, struct span text)
{
    struct sharing *s = to;

    if (s->in_text && !s->over)
        aet_buf_span(&s->raw, text);
}

static void on_string_end(void *to, const char *name)
{
    struct sharing *s = to;
    struct xlsx *x = s->x;

    s->in_text = false;
    s->phonetic -= s->phonetic && strcmp(name, "rPh") == 0;
    if (strcmp(name, "si") != 0)
        return;
    s->bytes += s->raw.n + sizeof *x->strings;
    s->over |= s->bytes > STRINGS_MAX;
    if (s->over)
        return;
    aet_buf_clear(&s->text);
    aet_xlsx_text(aet_buf_view(&s->raw), &s->text);
    x->strings = aet_grow(x->strings, &x->strings_cap, x->strings_n, sizeof *x->strings);
    x->strings[x->strings_n++] = aet_arena_copy(s->arena, aet_buf_view(&s->text));
}

enum fault aet_xlsx_strings(struct book *b)
{
    static const struct xml_reader reader = { on_string, on_string_end, on_string_text };
    struct xlsx *x = b->of_kind;
    struct span target = aet_xlsx_related(&x->of_book, "/sharedStrings");
    struct sharing s = { .x = x, .arena = &b->arena };
    enum fault fault;

    if (!target.n)
        return FAULT_NONE;
    fault = aet_part_read_all(b->archive, aet_xlsx_path(b, x->folder, target).p, &reader, &s);
    aet_buf_free(&s.raw);
    aet_buf_free(&s.text);
    if (fault == FAULT_BOOK_PART)
        return FAULT_NONE;
    return fault ? fault : s.over ? FAULT_BOOK_SIZE : FAULT_NONE;
}
