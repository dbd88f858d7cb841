/* Where one cell holds several names: "Jeanne Tremblay, Paul Roy", "X et Y", "X / Y", "X; Y". A
 * comma may also turn one name round: "Roy, Paul". */
#include "privacy/parts.h"

#include "base/utf8.h"
#include "privacy/words.h"

enum seam {
    SEAM_NONE,
    SEAM_COMMA,
    SEAM_SOFT, /* may stand in the name of a place or a group as well */
    SEAM_HARD
};

static bool same_ascii(struct span s, const char *word)
{
    for (size_t i = 0; word[i]; i++)
        if (i >= s.n || (s.p[i] | 32) != (word[i] | 32))
            return false;
    return true;
}

/* A word or a dash that divides when there is a blank on either side: its bytes with the one
 * before. */
static size_t seam_word(struct span s)
{
    static const char *const words[] = {
        "et", "and", "&", "+", "-", "\xE2\x80\x93", "\xE2\x80\x94"
    };
    size_t b = aet_utf8_blank(s);

    for (size_t i = 0; b && i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i]);
        struct span word = aet_span_from(s, b);

        if ((i < 2 ? same_ascii(word, words[i]) : aet_span_starts(word, aet_span_z(words[i]))) &&
            aet_utf8_blank(aet_span_from(word, n)))
            return b + n;
    }
    return 0;
}

static enum seam seam_at(struct span s, size_t *n)
{
    *n = 1;
    switch (s.p[0]) {
    case '|':
    case ';':
    case '\n':
    case '\r':
        return SEAM_HARD;
    case '/':
    case '&':
        return SEAM_SOFT;
    case ',':
        return SEAM_COMMA;
    default:
        *n = seam_word(s);
        return *n ? SEAM_SOFT : SEAM_NONE;
    }
}

/* The bytes up to the next seam that divides, and what it is. */
static size_t until(struct span s, bool commas, enum seam *seam, size_t *n)
{
    for (size_t i = 0; i < s.n; i++) {
        *seam = seam_at(aet_span_from(s, i), n);
        if (*seam != SEAM_NONE && (commas || *seam != SEAM_COMMA))
            return i;
    }
    *seam = SEAM_NONE;
    *n = 0;
    return s.n;
}

static size_t words(struct span s)
{
    bool inside = false;
    size_t n = 0;

    while (s.n) {
        size_t b = aet_utf8_blank(s);

        n += !b && !inside;
        inside = !b;
        s = aet_span_from(s, b ? b : 1);
    }
    return n;
}

/* "Roy, Paul": one comma, a single word on one side of it. */
static bool turned(struct span piece)
{
    const char *comma = memchr(piece.p, ',', piece.n);
    struct span head, tail;

    if (!comma)
        return false;
    head = aet_span_trim(aet_span(piece.p, (size_t)(comma - piece.p)));
    tail = aet_span_trim(aet_span(comma + 1, (size_t)(piece.p + piece.n - comma) - 1));
    return head.n && tail.n && !memchr(tail.p, ',', tail.n) &&
           (words(head) == 1 || words(tail) == 1);
}

/* Whether every piece of the cell is a name turned round, so that its comma is part of it. */
static bool all_turned(struct span cell, bool element)
{
    size_t pieces = 0, n;
    enum seam seam = SEAM_NONE;

    while (cell.n) {
        size_t k = until(cell, false, &seam, &n);
        struct span piece = aet_span_trim(aet_span(cell.p, k));

        if (piece.n && !turned(piece))
            return false;
        pieces += piece.n > 0;
        cell = aet_span_from(cell, k + n);
    }
    return pieces > (element ? 0 : 1);
}

struct name_parts aet_name_parts(struct span cell, bool element)
{
    return (struct name_parts){ cell, !all_turned(cell, element), aet_has_capital(cell), false };
}

bool aet_name_parts_next(struct name_parts *x, struct name_part *part)
{
    struct span start = x->rest;

    while (x->rest.n) {
        enum seam seam;
        size_t n, k = until(x->rest, x->commas, &seam, &n);
        struct span text = aet_span_trim(aet_span(x->rest.p, k));
        bool soft = x->soft || seam == SEAM_COMMA || seam == SEAM_SOFT;

        x->soft = seam == SEAM_COMMA || seam == SEAM_SOFT;
        if (!text.n) {
            x->rest = aet_span_from(x->rest, k + n);
            continue;
        }
        part->gap = aet_span(start.p, (size_t)(text.p - start.p));
        part->text = text;
        part->word = soft && x->capital && words(text) == 1;
        x->rest = aet_span_from(x->rest, (size_t)(text.p + text.n - x->rest.p));
        return true;
    }
    x->rest = start;
    return false;
}

bool aet_name_has_parts(struct span cell)
{
    enum seam seam;
    size_t n;

    until(cell, true, &seam, &n);
    return seam != SEAM_NONE;
}
