/* Names inside free text: the words that call each, and looking for them. */
#include "base/fold.h"
#include "base/utf8.h"
#include "privacy/pseudonym_private.h"

enum { GAP_MAX = 4, TURNED_MAX = 6, PLURAL_MIN = 3 };

bool aet_next_word(struct span *s, struct span *gap, struct span *word)
{
    size_t n = 0, step;
    const char *from = s->p;

    while (s->n && (step = aet_utf8_between(*s)))
        *s = aet_span_from(*s, step);
    *gap = aet_span(from, (size_t)(s->p - from));
    while (n < s->n && !aet_utf8_between(aet_span_from(*s, n)))
        n++;
    *word = aet_span(s->p, n);
    *s = aet_span_from(*s, n);
    return n > 0;
}

void aet_fold_words(struct span s, struct buf *out)
{
    struct span gap, word;
    size_t from = out->n;

    while (aet_next_word(&s, &gap, &word)) {
        if (out->n > from)
            aet_buf_char(out, ' ');
        aet_fold(word, out);
    }
}

bool aet_name_is_short(struct span folded)
{
    return aet_utf8_count(folded) < 2;
}

bool aet_name_is_digits(struct span folded)
{
    for (size_t i = 0; i < folded.n; i++)
        if ((folded.p[i] < '0' || folded.p[i] > '9') && folded.p[i] != ' ')
            return false;
    return true;
}

static struct span first_word(struct span folded)
{
    const char *blank = folded.n ? memchr(folded.p, ' ', folded.n) : NULL;

    return blank ? aet_span(folded.p, (size_t)(blank - folded.p)) : folded;
}

static struct span term_key(const struct pseudonyms *p, size_t i)
{
    return p->terms[i].folded;
}

static struct span term_word(const struct pseudonyms *p, size_t i)
{
    return first_word(p->terms[i].folded);
}

/* Into the chain of its first word, which goes from the longest to the shortest. */
static void chain(struct pseudonyms *p, size_t term)
{
    struct term *t = &p->terms[term];
    struct span word = first_word(t->folded);
    uint64_t *at = aet_name_slot(p, &p->by_word, term_word, word);

    if (!at) {
        aet_hash_add(&p->by_word, aet_span_hash(word), term + 1);
        return;
    }
    while (*at && p->terms[*at - 1].folded.n >= t->folded.n)
        at = &p->terms[*at - 1].next;
    t->next = *at;
    *at = term + 1;
}

/* A name itself comes before another one turned round; of two of these, that of the first name by
 * bytes. */
static bool better(const struct pseudonyms *p, const struct term *t, size_t item, bool own)
{
    if (own || t->own)
        return own;
    return aet_span_cmp(p->items[item].folded, p->items[t->item].folded) < 0;
}

static void add_term(struct pseudonyms *p, size_t item, struct span written, bool own,
                     enum capitals capitals)
{
    uint64_t *at;

    aet_buf_clear(&p->scratch);
    aet_fold_words(written, &p->scratch);

    struct span folded = aet_buf_view(&p->scratch);

    if (aet_name_is_short(folded) || aet_name_is_digits(folded))
        return;
    if (capitals == CAPITALS_ANY && folded.n < 3)
        capitals = CAPITALS_WRITTEN;
    at = aet_name_slot(p, &p->by_term, term_key, folded);
    if (at) {
        struct term *t = &p->terms[*at - 1];

        if (!better(p, t, item, own))
            return;
        t->item = item;
        t->own = own;
        t->capitals = capitals;
        t->written = aet_arena_copy(&p->arena, written);
        return;
    }
    p->terms = aet_grow(p->terms, &p->terms_cap, p->terms_n, sizeof *p->terms);
    p->terms[p->terms_n] = (struct term){ .folded = aet_arena_copy(&p->arena, folded),
                                          .written = aet_arena_copy(&p->arena, written),
                                          .item = item,
                                          .own = own,
                                          .capitals = capitals };
    aet_hash_add(&p->by_term, aet_span_hash(folded), ++p->terms_n);
    chain(p, p->terms_n - 1);
}

static size_t count_words(struct span s)
{
    struct span gap, word;
    size_t n = 0;

    while (aet_next_word(&s, &gap, &word))
        n++;
    return n;
}

bool aet_has_capital(struct span s)
{
    struct span gap, word;

    while (aet_next_word(&s, &gap, &word))
        if (aet_utf8_capital(word))
            return true;
    return false;
}

static void add_alias(struct pseudonyms *p, size_t item, struct span written)
{
    bool word = count_words(written) == 1;

    add_term(p, item, written, false,
             word && aet_has_capital(p->items[item].name) ? CAPITALS_FIRST : CAPITALS_WRITTEN);
}

/* What may lead a name and be left out, or run together with what stands before ("au Phare"). */
static bool leads(struct pseudonyms *p, struct span word)
{
    static const char *const known[] = { "l",   "le",     "la",       "les",     "m",
                                         "mm",  "mme",    "mmes",     "mlle",    "mlles",
                                         "me",  "dr",     "dre",      "mr",      "mrs",
                                         "ms",  "madame", "monsieur", "docteur", "docteure",
                                         "the", "soeur",  "pere" };

    aet_buf_clear(&p->word);
    aet_fold(word, &p->word);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (aet_span_eq(aet_buf_view(&p->word), aet_span_z(known[i])))
            return true;
    return false;
}

/* "Anne Côté" turned round at each of its words: "Côté Anne". */
static void add_turned(struct pseudonyms *p, size_t item, struct span name)
{
    struct span words[TURNED_MAX], gap, word;
    size_t n = 0;

    while (aet_next_word(&name, &gap, &word)) {
        if (n == TURNED_MAX)
            return;
        words[n++] = word;
    }
    for (size_t from = 1; from < n; from++) {
        aet_buf_clear(&p->turned);
        for (size_t i = 0; i < n; i++) {
            if (i)
                aet_buf_char(&p->turned, ' ');
            aet_buf_span(&p->turned, words[(from + i) % n]);
        }
        add_alias(p, item, aet_buf_view(&p->turned));
    }
}

static void add_shorter(struct pseudonyms *p, size_t item, struct span name)
{
    for (;;) {
        struct span rest = name, gap, word, brief = aet_fold_short(name);

        if (brief.n == aet_span_trim(name).n) {
            if (!aet_next_word(&rest, &gap, &word) || !leads(p, word) || !count_words(rest))
                return;
            brief = rest;
        }
        name = brief;
        add_alias(p, item, name);
        add_turned(p, item, name);
    }
}

void aet_terms_add(struct pseudonyms *p, size_t item)
{
    const struct known *k = &p->items[item];

    add_term(p, item, k->name, true, k->part ? CAPITALS_FIRST : CAPITALS_ANY);
    if (k->part)
        return;
    add_turned(p, item, k->name);
    add_shorter(p, item, k->name);
}

/* Whether nothing but blanks stands there. */
static bool is_blank(struct span gap)
{
    for (size_t i = 0; i < gap.n; i++)
        if ((unsigned char)gap.p[i] > ' ')
            return false;
    return true;
}

/* What may stand between two words of a name; a sentence does not end within one turned round. */
static bool joins(struct span gap, const struct term *t)
{
    if (!t->own)
        for (size_t i = 0; i < gap.n; i++)
            if (strchr(".!?;:()", gap.p[i]))
                return false;
    return gap.n <= GAP_MAX || is_blank(gap);
}

/* Whether a folded word is `wanted`; the last word of a name may have a plural s. */
static bool same_folded(struct span folded, struct span wanted, bool last)
{
    if (last && wanted.n >= PLURAL_MIN && folded.n == wanted.n + 1 && folded.p[wanted.n] == 's')
        folded.n--;
    return aet_span_eq(folded, wanted);
}

static bool same_word(struct pseudonyms *p, struct span word, struct span wanted, bool last)
{
    aet_buf_clear(&p->word);
    aet_fold(word, &p->word);
    return same_folded(aet_buf_view(&p->word), wanted, last);
}

/* Whether the words of the text have capitals where the term asks for them. */
static bool has_capitals(const struct term *t, struct span found)
{
    struct span written = t->written, gap, a, b;

    if (t->capitals == CAPITALS_ANY)
        return true;
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

    for (;;) {
        struct span wanted = first_word(tail);

        tail = aet_span_from(tail, wanted.n + 1);
        if (!same_word(p, word, wanted, tail.n == 0))
            return false;
        if (!tail.n)
            break;
        if (!aet_next_word(&s, &gap, &word) || !joins(gap, t))
            return false;
    }
    if (!has_capitals(t, aet_span(from, (size_t)(s.p - from))))
        return false;
    *rest = s;
    return true;
}

/* Whether the second word of a term, when it has one, is the one in p->second. */
static bool goes_on(const struct pseudonyms *p, const struct term *t)
{
    struct span tail = aet_span_from(t->folded, first_word(t->folded).n + 1);
    struct span wanted = first_word(tail);

    return !tail.n || same_folded(aet_buf_view(&p->second), wanted, wanted.n == tail.n);
}

/* Many names may begin with one word: what follows it in the text is folded once. */
static const struct term *term_of(struct pseudonyms *p, struct span folded, struct span word,
                                  struct span *rest)
{
    const uint64_t *head = aet_name_slot(p, &p->by_word, term_word, folded);
    struct span s = *rest, gap, second;

    if (!head)
        return NULL;
    aet_buf_clear(&p->second);
    if (aet_next_word(&s, &gap, &second))
        aet_fold(second, &p->second);
    for (uint64_t i = *head; i; i = p->terms[i - 1].next)
        if (goes_on(p, &p->terms[i - 1]) && stands(p, &p->terms[i - 1], word, rest))
            return &p->terms[i - 1];
    return NULL;
}

/* The longest name that begins with `word`, or NULL; *rest then stands behind it. */
static const struct term *term_at(struct pseudonyms *p, struct span word, struct span *rest)
{
    const struct term *t;

    aet_buf_clear(&p->scratch);
    aet_fold(word, &p->scratch);
    t = term_of(p, aet_buf_view(&p->scratch), word, rest);
    if (!t && p->scratch.n > PLURAL_MIN && p->scratch.p[p->scratch.n - 1] == 's') {
        p->scratch.n--;
        t = term_of(p, aet_buf_view(&p->scratch), word, rest);
    }
    return t;
}

/* A name may begin within another one and go on beyond it ("Roy, Anne Tremblay"): the first then
 * ends where the second begins, so that nothing is left of either. */
static void yield_to_next(struct pseudonyms *p, struct span word, struct span *rest)
{
    struct span s = aet_span(word.p + word.n, (size_t)(rest->p - word.p) - word.n);
    const char *end = rest->p + rest->n;
    struct span gap, inner;

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

bool aet_pseudonym_text(struct pseudonyms *p, struct span text, struct buf *out)
{
    struct span s = text, gap, word;
    const char *from = text.p;
    bool any = false;

    if (p->terms_n)
        aet_pseudonyms_make(p);
    while (p->terms_n && aet_next_word(&s, &gap, &word)) {
        size_t already = pseudonym_at(p, word, s);
        const struct term *t;

        if (already) {
            s = aet_span_from(s, already - word.n);
            continue;
        }
        t = term_at(p, word, &s);
        if (!t)
            continue;
        aet_buf_add(out, from, (size_t)(word.p - from));
        yield_to_next(p, word, &s);
        aet_buf_span(out, p->items[t->item].pseudonym);
        if (s.n && !aet_utf8_between(s)) /* the next name begins right here */
            aet_buf_char(out, ' ');
        from = s.p;
        any = p->used = true;
    }
    aet_buf_add(out, from, (size_t)(text.p + text.n - from));
    return any;
}
