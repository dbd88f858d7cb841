/* Walking lists. */
#include "record/items.h"

enum { SHORT = 256 };

struct items aet_items(const struct value *v, struct arena *arena)
{
    return (struct items){ .value = v,
                           .arena = arena,
                           .rest = v->kind == VALUE_ARRAY ? aet_json_inside(v->raw) : v->text };
}

/* Length of the next part of a cell, escapes looked over. Most cells hold one part: four searches
 * tell so without a look at each byte; of a long one the rest must not be searched for each part.
 */
static size_t part_length(struct span s, bool *escaped)
{
    size_t i = 0;

    *escaped = false;
    if (s.n <= SHORT && !memchr(s.p, '\n', s.n) && !memchr(s.p, '\\', s.n) &&
        !memchr(s.p, '\r', s.n)) {
        const char *bar = memchr(s.p, '|', s.n);

        return bar ? (size_t)(bar - s.p) : s.n;
    }
    while (i < s.n && s.p[i] != '|' && s.p[i] != '\n' && s.p[i] != '\r') {
        if (s.p[i] == '\\' && i + 1 < s.n && (s.p[i + 1] == '|' || s.p[i + 1] == '\\')) {
            *escaped = true;
            i++;
        }
        i++;
    }
    return i;
}

static struct span unescape(struct span s, struct arena *arena)
{
    char *to = aet_arena_alloc(arena, s.n + 1);
    size_t n = 0;

    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '\\' && i + 1 < s.n && (s.p[i + 1] == '|' || s.p[i + 1] == '\\'))
            i++;
        to[n++] = s.p[i];
    }
    return aet_span(to, n);
}

static bool next_in_cell(struct items *it, struct span *part)
{
    while (it->rest.n) {
        bool escaped;
        size_t n = part_length(it->rest, &escaped);

        *part = aet_span_trim(aet_span(it->rest.p, n));
        it->rest = aet_span_from(it->rest, n + 1);
        if (!part->n)
            continue;
        it->position = it->index++;
        if (escaped)
            *part = unescape(*part, it->arena);
        return true;
    }
    return false;
}

static bool next_in_array(struct items *it, struct span *part)
{
    struct span raw;

    while (aet_json_next(&it->rest, NULL, &raw)) {
        json_type is = aet_json_type(raw);

        it->position = it->index++;
        if (is == JSON_NULL)
            continue;
        it->wrong = is != JSON_STRING && is != JSON_REAL;
        if (it->wrong)
            return false;
        *part = is == JSON_REAL ? raw : aet_span_trim(aet_json_text(raw, it->arena));
        if (part->n)
            return true;
    }
    return false;
}

static bool next_written(struct items *it, struct span *part)
{
    switch (it->value->kind) {
    case VALUE_ARRAY:
        return next_in_array(it, part);
    case VALUE_TEXT:
    case VALUE_NUMBER:
        return next_in_cell(it, part);
    default:
        return false;
    }
}

/* The next piece that is not empty of a part that is to be cut. */
static bool next_piece(struct items *it, struct span *piece)
{
    while (it->pieces.n) {
        size_t n = 0;

        while (n < it->pieces.n && !(it->pieces.p[n] && strchr(it->separators, it->pieces.p[n])))
            n++;
        *piece = aet_span_trim(aet_span(it->pieces.p, n));
        it->pieces = aet_span_from(it->pieces, n + 1);
        if (piece->n)
            return true;
    }
    return false;
}

bool aet_items_next(struct items *it, struct span *part)
{
    it->whole = (struct span){ "", 0 };
    if (next_piece(it, part))
        return true;
    while (next_written(it, part)) {
        it->pieces = it->whole = *part;
        if (!it->separators || !aet_span_has_any(*part, it->separators))
            it->pieces = it->whole = (struct span){ "", 0 };
        if (!it->whole.n || next_piece(it, part))
            return true;
    }
    return false;
}

bool aet_items_write(struct buf *out, struct span part)
{
    if (memchr(part.p, '\n', part.n) || memchr(part.p, '\r', part.n))
        return false;
    aet_buf_part(out, part);
    return true;
}

void aet_items_put(struct buf *cell, struct span part)
{
    struct buf line = { 0 };

    for (size_t i = 0; i < part.n; i++)
        aet_buf_char(&line, part.p[i] == '\n' || part.p[i] == '\r' ? ' ' : part.p[i]);
    if (cell->n)
        aet_buf_char(cell, '|');
    aet_buf_part(cell, aet_buf_view(&line));
    aet_buf_free(&line);
}
