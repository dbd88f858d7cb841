/* Looking for names inside free text. */
#include "privacy/pseudonym.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "privacy/disguise.h"
#include "privacy/doubt.h"
#include "privacy/terms.h"
#include "privacy/words.h"

enum { GAP_MAX = 4, PLURAL_MIN = 3, GLUED_MIN = 6, SPACED_MAX = 60 };

/* Whether nothing but blanks stands there. */
static bool is_blank(struct span gap)
{
    for (size_t i = 0; i < gap.n; i++)
        if ((unsigned char)gap.p[i] > ' ')
            return false;
    return true;
}

/* What may stand between two words of a name; a sentence does not end within one turned round. */
static bool joins(struct span gap, const struct term *t, bool initial)
{
    if (!t->own && !(initial && aet_span_starts(gap, AET_LIT(".")) && gap.n <= 2))
        for (size_t i = 0; i < gap.n; i++)
            if (strchr(".!?;:()", gap.p[i]))
                return false;
    return gap.n <= GAP_MAX || is_blank(gap);
}

/* Whether a folded word is `wanted`; the last word of a name may have a plural s. */
static bool same_folded(struct span folded, struct span wanted, bool last)
{
    if (last && wanted.n >= PLURAL_MIN && folded.n == wanted.n + 1 &&
        aet_span_eq(aet_span_from(folded, wanted.n), AET_LIT("s")))
        folded.n--;
    return aet_span_eq(folded, wanted);
}

static bool same_word(struct pseudonyms *p, struct span word, struct span wanted, bool last)
{
    aet_buf_clear(&p->word);
    aet_fold(word, &p->word);
    aet_liken(&p->word, 0);
    return same_folded(aet_buf_view(&p->word), wanted, last);
}

/* Whether the words of the text have capitals where the term asks for them. */
static bool has_capitals(const struct term *t, struct span found, bool called)
{
    struct span written = t->written, gap, a, b;

    if (t->capitals == CAPITALS_ANY)
        return true;
    if (t->capitals == CAPITALS_CALLED)
        return aet_utf8_capital(found) && called;
    if (t->capitals == CAPITALS_FIRST)
        return aet_utf8_capital(found);
    while (aet_next_word(&written, &gap, &a) && aet_next_word(&found, &gap, &b))
        if (aet_utf8_capital(a) && !aet_utf8_capital(b))
            return false;
    return true;
}

/* Whether the term stands at `word`, *rest being what follows; *rest then moves behind it. */
static bool stands(struct pseudonyms *p, const struct term *t, struct span word, struct span *rest)
{
    struct span tail = t->folded, s = *rest, gap;
    const char *from = word.p;
    bool called = t->capitals == CAPITALS_CALLED && aet_is_title(p, p->before);

    for (;;) {
        bool initial = t->brief && aet_utf8_width(word) == 1;
        struct span wanted = aet_first_word(tail);

        tail = aet_span_from(tail, wanted.n + 1);
        if (!same_word(p, word, wanted, tail.n == 0))
            return false;
        if (!tail.n)
            break;
        if (!aet_next_word(&s, &gap, &word) || !joins(gap, t, initial))
            return false;
    }
    if (!has_capitals(t, aet_span(from, (size_t)(s.p - from)), called))
        return false;
    *rest = s;
    return true;
}

/* The term of that path that stands at `word`, or NULL. */
static const struct term *standing(struct pseudonyms *p, uint64_t path, struct span word,
                                   struct span *rest)
{
    const struct term *t;

    for (uint32_t at = 0; (t = aet_terms_next(p, path, &at)) != NULL;)
        if (stands(p, t, word, rest))
            return t;
    return NULL;
}

/* The same where the last of the words is `last`, folded: one that is written so, or without its
 * plural s. */
static const struct term *ending(struct pseudonyms *p, uint64_t path, struct span last,
                                 struct span word, struct span *rest)
{
    bool plural = last.n > PLURAL_MIN && last.p[last.n - 1] == 's';
    const struct term *t = standing(p, aet_terms_path(path, last), word, rest);

    if (t || !plural)
        return t;
    return standing(p, aet_terms_path(path, aet_span(last.p, last.n - 1)), word, rest);
}

/* The longest name that begins with `word`, or NULL; *rest then stands behind it. Each word of the
 * text is folded once, however many names begin with it. */
static const struct term *term_at(struct pseudonyms *p, struct span word, struct span *rest)
{
    const struct term *found = NULL;
    struct span behind = *rest, s = *rest, next = word, gap;
    uint64_t path = 0;

    do {
        struct span after = *rest;
        const struct term *t;

        aet_buf_clear(&p->scratch);
        aet_fold(next, &p->scratch);
        aet_liken(&p->scratch, 0);
        t = ending(p, path, aet_buf_view(&p->scratch), word, &after);
        if (t) {
            found = t;
            behind = after;
        }
        path = aet_terms_path(path, aet_buf_view(&p->scratch));
    } while (aet_terms_go_on(p, path) && aet_next_word(&s, &gap, &next));
    *rest = behind;
    return found;
}

/* A name may begin within another one and go on beyond it ("Roy, Anne Tremblay"): the first then
 * ends where the second begins, so that nothing is left of either. */
static void yield_to_next(struct pseudonyms *p, struct span word, struct span *rest)
{
    struct span s = aet_span(word.p + word.n, (size_t)(rest->p - word.p) - word.n);
    const char *end = rest->p + rest->n;
    struct span gap, inner;

    p->before = AET_LIT("");
    while (aet_next_word(&s, &gap, &inner)) {
        struct span after = aet_span(inner.p + inner.n, (size_t)(end - inner.p) - inner.n);

        if (term_at(p, inner, &after) && after.p > rest->p) {
            *rest = aet_span(inner.p, (size_t)(end - inner.p));
            return;
        }
    }
}

/* The bytes of a pseudonym that stands at `word`, as in a file that passes twice; 0: none does. */
static size_t pseudonym_at(struct pseudonyms *p, struct span word, struct span rest)
{
    struct span gap, hash;

    if (!rest.n || rest.p[0] != '-' || !aet_next_word(&rest, &gap, &hash) || gap.n != 1)
        return 0;
    return aet_pseudonym_taken(p, aet_span(word.p, word.n + 1 + hash.n)) ? word.n + 1 + hash.n : 0;
}

/* "AnneCôté": a name of several words in one. */
static const struct known *glued_at(struct pseudonyms *p, struct span word)
{
    uint64_t item;

    aet_buf_clear(&p->scratch);
    aet_fold(word, &p->scratch);
    aet_liken(&p->scratch, 0);
    item = p->scratch.n >= GLUED_MIN ? aet_glued_item(p, aet_buf_view(&p->scratch)) : 0;
    return item && memchr(p->items[item - 1].folded.p, ' ', p->items[item - 1].folded.n)
               ? &p->items[item - 1]
               : NULL;
}

/* "A n n e": the longest name that letters set apart spell from `word` on; *rest then stands behind
 * it. */
static const struct known *spaced_at(struct pseudonyms *p, struct span word, struct span *rest)
{
    const struct known *found = NULL;
    struct span s = *rest, gap;

    aet_buf_clear(&p->scratch);
    for (size_t n = 0; n < SPACED_MAX && aet_utf8_width(word) == 1; n++) {
        uint64_t item;

        size_t from = p->scratch.n;

        aet_fold(word, &p->scratch);
        aet_liken(&p->scratch, from);
        item = n ? aet_glued_item(p, aet_buf_view(&p->scratch)) : 0;
        if (item) {
            found = &p->items[item - 1];
            *rest = s;
        }
        if (!aet_next_word(&s, &gap, &word) || gap.n > GAP_MAX)
            break;
    }
    return found;
}

/* A name that is not written as names are. */
static const struct known *disguised_at(struct pseudonyms *p, struct span word, struct span *rest)
{
    if (aet_utf8_width(word) == 1)
        return spaced_at(p, word, rest);
    return glued_at(p, word);
}

/* What stands in place of a term: of one that several names share nobody knows whose it is. */
static void put_pseudonym(const struct known *k, bool shared, struct buf *out)
{
    if (!shared) {
        aet_buf_span(out, k->pseudonym);
        return;
    }
    aet_buf_span(out, k->kind);
    aet_buf_str(out, "-ambigu");
}

/* The same of a text whose letters are no entities. */
static bool replace(struct pseudonyms *p, struct span text, struct buf *out)
{
    struct span s = text, gap, word, before = AET_LIT("");
    const char *from = text.p;
    bool any = false;

    for (; aet_next_word(&s, &gap, &word); before = word) {
        size_t already = pseudonym_at(p, word, s);
        const struct term *t;
        const struct known *k;

        if (already) {
            s = aet_span_from(s, already - word.n);
            continue;
        }
        p->before = before;
        t = term_at(p, word, &s);
        k = t ? &p->items[t->item] : disguised_at(p, word, &s);
        if (!k) {
            p->doubts += aet_name_doubtful(p, word, s);
            continue;
        }
        p->items[k - p->items].met = true;
        aet_buf_add(out, from, (size_t)(word.p - from));
        if (t)
            yield_to_next(p, word, &s);
        put_pseudonym(k, t && t->shared, out);
        if (s.n && !aet_utf8_between(s)) /* the next name begins right here */
            aet_buf_char(out, ' ');
        from = s.p;
        any = p->used = true;
    }
    if (text.n) /* nothing may stand nowhere: NULL + 0 is undefined */
        aet_buf_add(out, from, (size_t)(text.p + text.n - from));
    return any;
}

bool aet_pseudonym_text(struct pseudonyms *p, struct span text, struct buf *out)
{
    struct buf plain = { 0 };
    size_t from = out->n;
    uint64_t before = p->doubts, entities;
    bool any = false;

    if (!p->terms_n) {
        aet_buf_span(out, text);
        return false;
    }
    aet_pseudonyms_make(p);
    if (text.n && memchr(text.p, '&', text.n) && aet_letters_plain(text, &plain))
        any = replace(p, aet_buf_view(&plain), out);
    entities = p->doubts - before;
    if (!any) {
        out->n = from;
        p->doubts = before;
        any = replace(p, text, out);
        if (p->doubts - before < entities)
            p->doubts = before + entities;
    }
    aet_buf_free(&plain);
    return any;
}
