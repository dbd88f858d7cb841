/* Paragraphs and sentences. A sentence ends at a full stop, a question or exclamation mark or an
 * ellipsis behind which something begins as sentences do; an initial or an abbreviation of a title
 * ends none. What is not certain is not cut: a passage is then too long rather than broken. */
#include "repa/indices/decoupe.h"

#include "base/utf8.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Bytes of the blank at `at`, line ends too; 0: none. */
static size_t blank_at(struct span text, size_t at)
{
    if (at >= text.n)
        return 0;
    return is_blank(text.p[at]) ? 1 : aet_utf8_blank(aet_span_from(text, at));
}

static size_t over_blanks(struct span text, size_t at)
{
    size_t n;

    while ((n = blank_at(text, at)) != 0)
        at += n;
    return at;
}

/* The line end at `at`, with what else is blank up to another one; at: nothing parts here. */
static size_t blank_line(struct span text, size_t at)
{
    size_t end = at;

    for (size_t i = at + 1; i < text.n && is_blank(text.p[i]); i++)
        if (text.p[i] == '\n')
            end = i + 1;
    return end;
}

void aet_repa_decoupe_begin(struct decoupe *d, struct span text, bool phrases)
{
    *d = (struct decoupe){ .text = text, .phrases = phrases, .lines = true };
    for (size_t i = over_blanks(text, 0); i < text.n; i++) {
        size_t end = text.p[i] == '\n' ? blank_line(text, i) : i;

        if (end == i)
            continue;
        d->lines = over_blanks(text, end) >= text.n; /* it is at the end of all */
        return;
    }
}

/* Bytes of the sign at `at`, if it is one of these; 0: it is not. */
static size_t sign_at(struct span text, size_t at, const char *const *signs)
{
    struct span rest = aet_span_from(text, at);

    for (size_t i = 0; signs[i]; i++)
        if (aet_span_starts(rest, aet_span_z(signs[i])))
            return strlen(signs[i]);
    return 0;
}

/* Titles and references that are written with a full stop, and initials. */
static bool abbreviates(struct span text, size_t stop)
{
    static const char *const words[] = { "MM",  "Dr",  "Dre", "Mme", "Mlle", "Me",
                                         "Ste", "St",  "pp",  "vol", "art",  "ex",
                                         "cf",  "env", "no",  "Mr",  "Mrs",  NULL };
    size_t from = stop;
    struct span word;

    while (from > 0 && ((text.p[from - 1] & 0x80) || (text.p[from - 1] | 32) >= 'a') &&
           !aet_utf8_between(aet_span_from(text, from - 1)))
        from--;
    while (from < stop && (text.p[from] & 0xC0) == 0x80) /* the rest of a sign */
        from++;
    word = aet_span(text.p + from, stop - from);
    return aet_utf8_count(word) == 1 || aet_span_one_of(word, words);
}

/* Behind the signs that end a sentence at `at`, and what closes with them; 0: none ends there. */
static size_t sentence_end(struct span text, size_t at)
{
    static const char *const ends[] = { ".", "!", "?", "…", NULL };
    static const char *const closes[] = { "\xC2\xBB", "”", "\"", ")", "]", "’", NULL };
    static const char *const opens[] = {
        "\xC2\xAB", "“", "\"", "—", "–", "-", "•", "(", "[", NULL
    };
    size_t n = sign_at(text, at, ends), next;

    if (!n || (text.p[at] == '.' && abbreviates(text, at)))
        return 0;
    for (at += n; (n = sign_at(text, at, ends)) != 0; at += n)
        ;
    while ((n = sign_at(text, over_blanks(text, at), closes)) != 0)
        at = over_blanks(text, at) + n;
    next = over_blanks(text, at);
    if (next < text.n && (next == at || (!aet_utf8_capital(aet_span_from(text, next)) &&
                                         !sign_at(text, next, opens))))
        return 0;
    return at;
}

/* Where the passage that begins at `at` ends. */
static size_t passage_end(const struct decoupe *d, size_t at)
{
    for (; at < d->text.n; at++) {
        size_t end = d->phrases ? sentence_end(d->text, at) : 0;

        if (end)
            return end;
        if (d->text.p[at] == '\n' && (d->lines || blank_line(d->text, at) > at))
            return at;
    }
    return at;
}

bool aet_repa_decoupe_next(struct decoupe *d, struct coupe *c)
{
    size_t from = over_blanks(d->text, d->at), to, n;

    if (from >= d->text.n)
        return false;
    to = passage_end(d, from);
    d->characters += aet_utf8_count(aet_span(d->text.p + d->at, from - d->at));
    d->at = to;
    while (to > from && (is_blank(d->text.p[to - 1]) ||
                         aet_utf8_blank_end(aet_span(d->text.p + from, to - from)))) {
        n = is_blank(d->text.p[to - 1]) ? 1
                                        : aet_utf8_blank_end(aet_span(d->text.p + from, to - from));
        to -= n;
    }
    c->text = aet_span(d->text.p + from, to - from);
    c->debut = d->characters;
    c->fin = c->debut + aet_utf8_count(c->text);
    d->characters += aet_utf8_count(aet_span(d->text.p + from, d->at - from));
    return true;
}
