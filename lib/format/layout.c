/* Places in a text, and cells as the layout of their file has them. */
#include "format/layout.h"

/* Past the next line end of `text` from `at`: LF, CR LF or a lone CR; 0 when there is none. Most
 * records end with the only one that they hold: the search leaps. */
static size_t past_line_end(struct span text, size_t at)
{
    size_t left = text.n - at;
    const char *lf = left ? memchr(text.p + at, '\n', left) : NULL;
    const char *cr = left ? memchr(text.p + at, '\r', lf ? (size_t)(lf - text.p) - at : left)
                          : NULL;

    if (cr && cr + 1 != lf)
        return (size_t)(cr - text.p) + 1;
    return lf ? (size_t)(lf - text.p) + 1 : 0;
}

void aet_place_advance(struct span text, uint64_t *line, uint64_t *column)
{
    static const struct span mark = { "\xEF\xBB\xBF", 3 }; /* where files were joined */
    size_t from = 0; /* where the last line of the text begins */
    bool ended = false;

    for (size_t past; (past = past_line_end(text, from)) > 0; from = past) {
        ++*line;
        ended = true;
    }

    size_t characters = 0;

    if ((ended || *column == 1) && aet_span_starts(aet_span_from(text, from), mark))
        from += mark.n;
    for (size_t i = from; i < text.n; i++)
        characters += ((unsigned char)text.p[i] & 0xC0) != 0x80;
    *column = (ended ? 1 : *column) + characters;
}

void aet_column_letters(size_t column, struct buf *out)
{
    char letters[16];
    size_t n = sizeof letters;

    for (; column; column = (column - 1) / 26)
        letters[--n] = (char)('A' + (column - 1) % 26);
    aet_buf_add(out, letters + n, sizeof letters - n);
}

bool aet_layout_same(const struct layout *a, const struct layout *b)
{
    if (a->format != b->format || a->array != b->array || a->columns != b->columns ||
        a->delimiter != b->delimiter)
        return false;
    for (size_t i = 0; i < a->columns; i++)
        if (!aet_span_eq(a->headings[i], b->headings[i]))
            return false;
    return true;
}

struct number_form aet_number_form(struct number_form said, const struct layout *layout)
{
    if (!said.said && layout->french)
        said.decimal = ',';
    if (layout->book) /* its numbers have a point, whatever is said of texts */
        said.said = false;
    return said;
}

char aet_other_delimiter(const struct layout *l, struct span cell)
{
    static const char delimiters[] = ";,\t|";

    for (size_t i = 0; l->delimiter && !l->book && delimiters[i]; i++)
        if (delimiters[i] != l->delimiter && memchr(cell.p, delimiters[i], cell.n))
            return delimiters[i];
    return '\0';
}

/* Whether it begins as a formula does. */
static bool opens_formula(struct span s)
{
    return s.n && memchr("=+-@\t\r", s.p[0], 6);
}

bool aet_is_formula(struct span text)
{
    return opens_formula(text) && !aet_number_like(text);
}

bool aet_is_guarded(struct span cell)
{
    struct span rest = aet_span_from(cell, 1);

    return rest.n && cell.p[0] == '\'' && (rest.p[0] == '\'' || opens_formula(rest));
}

bool aet_is_rejects(const struct span *headings, size_t n)
{
    bool said = false, raw = false;

    for (size_t i = 0; i < n; i++) {
        said |= aet_span_eq(headings[i], AET_LIT("diagnostics")) ||
                aet_span_eq(headings[i], AET_LIT("diagnostics_aet"));
        raw |= aet_span_eq(headings[i], AET_LIT("brut"));
    }
    return said && raw;
}

struct span aet_cell_bare(const struct layout *l, struct span cell)
{
    return l->guarded && aet_is_guarded(cell) ? aet_span_from(cell, 1) : cell;
}

struct span aet_cell_guarded(const struct layout *l, struct span text, struct buf *scratch)
{
    if (!l->guarded || !aet_is_guarded(text))
        return text;
    aet_buf_clear(scratch);
    aet_buf_char(scratch, '\'');
    aet_buf_span(scratch, text);
    return aet_buf_view(scratch);
}
