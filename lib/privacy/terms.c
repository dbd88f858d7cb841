/* The words that call each name. */
#include "privacy/terms.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "privacy/disguise.h"
#include "privacy/words.h"

enum { TURNED_MAX = 6, FAMILY_MIN = 3, GLUED_MIN = 4 };

struct span aet_first_word(struct span folded)
{
    const char *blank = folded.n ? memchr(folded.p, ' ', folded.n) : NULL;

    return blank ? aet_span(folded.p, (size_t)(blank - folded.p)) : folded;
}

uint64_t aet_terms_path(uint64_t path, struct span word)
{
    const uint64_t k = 0x9E3779B97F4A7C15u; /* as aet_span_hash mixes */

    path = (path ^ aet_span_hash(word)) * k;
    return path ^ path >> 32;
}

const struct term *aet_terms_next(const struct pseudonyms *p, uint64_t path, uint32_t *at)
{
    const uint64_t *found = aet_hash_next(&p->by_path, path, at);

    return found ? &p->terms[*found - 1] : NULL;
}

bool aet_terms_go_on(const struct pseudonyms *p, uint64_t path)
{
    uint32_t at = 0;

    return aet_hash_next(&p->beginnings, path, &at) != NULL;
}

static struct span next_folded(struct span *folded)
{
    struct span word = aet_first_word(*folded);

    *folded = aet_span_from(*folded, word.n + 1);
    return word;
}

static uint64_t path_of(struct span folded)
{
    uint64_t path = 0;

    while (folded.n)
        path = aet_terms_path(path, next_folded(&folded));
    return path;
}

/* The term of these folded words, or NULL. */
static struct term *term_of(const struct pseudonyms *p, struct span folded)
{
    uint64_t path = path_of(folded), *found;

    for (uint32_t at = 0; (found = aet_hash_next(&p->by_path, path, &at)) != NULL;)
        if (aet_span_eq(p->terms[*found - 1].folded, folded))
            return &p->terms[*found - 1];
    return NULL;
}

/* So that whoever walks along the words of a text finds the term, and knows where to stop. */
static void index_term(struct pseudonyms *p, size_t term)
{
    struct span rest = p->terms[term].folded;
    uint64_t path = 0;

    while (rest.n) {
        path = aet_terms_path(path, next_folded(&rest));
        if (rest.n)
            aet_hash_once(&p->beginnings, path, 1);
    }
    aet_hash_add(&p->by_path, path, term + 1);
}

/* A name itself comes before another one turned round, and this before what is brief; of two alike,
 * that of the first name by bytes. */
static bool better(const struct pseudonyms *p, const struct term *t, const struct term *other)
{
    if (t->own || other->own)
        return t->own;
    if (t->brief != other->brief)
        return !t->brief;
    return aet_span_cmp(p->items[t->item].folded, p->items[other->item].folded) < 0;
}

static void add_term(struct pseudonyms *p, struct term t, struct span written)
{
    struct term *there;

    aet_buf_clear(&p->scratch);
    aet_fold_words(written, &p->scratch);
    aet_liken(&p->scratch, 0);

    struct span folded = aet_buf_view(&p->scratch);

    if (aet_name_is_short(folded) || aet_name_is_digits(folded))
        return;
    if (t.capitals == CAPITALS_ANY && folded.n < 3)
        t.capitals = CAPITALS_WRITTEN;
    there = term_of(p, folded);
    if (there) {
        bool shared = t.brief && there->brief && (there->shared || t.item != there->item);

        t.folded = there->folded;
        t.written = aet_arena_copy(&p->arena, written);
        if (better(p, &t, there))
            *there = t;
        there->shared = shared;
        return;
    }
    t.folded = aet_arena_copy(&p->arena, folded);
    t.written = aet_arena_copy(&p->arena, written);
    p->terms = aet_grow(p->terms, &p->terms_cap, p->terms_n, sizeof *p->terms);
    p->terms[p->terms_n++] = t;
    index_term(p, p->terms_n - 1);
}

static size_t count_words(struct span s)
{
    struct span gap, word;
    size_t n = 0;

    while (aet_next_word(&s, &gap, &word))
        n++;
    return n;
}

static void add_alias(struct pseudonyms *p, size_t item, struct span written)
{
    bool word = count_words(written) == 1;

    add_term(p,
             (struct term){ .item = item,
                            .capitals = word && aet_has_capital(p->items[item].name)
                                            ? CAPITALS_FIRST
                                            : CAPITALS_WRITTEN },
             written);
}

/* Whether the folded word is one of those, NULL at the end. */
static bool is_one(struct pseudonyms *p, struct span word, const char *const *words)
{
    aet_buf_clear(&p->word);
    aet_fold(word, &p->word);
    return aet_span_one_of(aet_buf_view(&p->word), words);
}

bool aet_is_title(struct pseudonyms *p, struct span word)
{
    static const char *const titles[] = { "m",        "mm",    "mme",    "mmes",     "mlle",
                                          "mlles",    "me",    "dr",     "dre",      "mr",
                                          "mrs",      "ms",    "madame", "monsieur", "docteur",
                                          "docteure", "soeur", "pere",   NULL };

    return word.n && is_one(p, word, titles);
}

/* What may lead a name and be left out, or run together with what stands before ("au Phare"). */
static bool leads(struct pseudonyms *p, struct span word)
{
    static const char *const articles[] = { "l", "le", "la", "les", "the", NULL };

    return is_one(p, word, articles) || aet_is_title(p, word);
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

/* The family name of a name of two words or more, as its blanks or its comma divide it; in *first
 * what its first name begins with. Nothing when it is no such name. */
static struct span family(struct span name, struct span *first)
{
    const char *comma = memchr(name.p, ',', name.n);
    size_t at = name.n;

    if (comma) {
        *first = aet_span_trim(aet_span_from(name, (size_t)(comma - name.p) + 1));
        return aet_span(name.p, (size_t)(comma - name.p));
    }
    while (at && name.p[at - 1] != ' ')
        at--;
    *first = name;
    return at ? aet_span_from(name, at) : AET_LIT("");
}

/* "Mme Côté" and "A. Côté" of "Anne Côté". */
static void add_brief(struct pseudonyms *p, size_t item, struct span name)
{
    struct span first = AET_LIT(""), last = family(name, &first);
    size_t n = 1;

    while (n < first.n && ((unsigned char)first.p[n] & 0xC0) == 0x80)
        n++;
    if (aet_utf8_count(last) < FAMILY_MIN || !aet_utf8_capital(last) || !first.n ||
        !aet_utf8_capital(first))
        return;
    add_term(p, (struct term){ .item = item, .brief = true, .capitals = CAPITALS_CALLED }, last);
    aet_buf_clear(&p->turned);
    aet_buf_add(&p->turned, first.p, n);
    aet_buf_char(&p->turned, ' ');
    aet_buf_span(&p->turned, last);
    add_term(p, (struct term){ .item = item, .brief = true, .capitals = CAPITALS_WRITTEN },
             aet_buf_view(&p->turned));
}

static struct span glued_of(const struct pseudonyms *p, size_t i)
{
    return p->items[i].glued;
}

uint64_t aet_glued_item(const struct pseudonyms *p, struct span letters)
{
    const uint64_t *at = aet_name_slot(p, &p->by_glue, glued_of, letters);

    return at ? *at : 0;
}

/* "annecote", of two names alike the first by bytes. */
static void add_glued(struct pseudonyms *p, size_t item)
{
    struct known *k = &p->items[item];
    uint64_t *at;

    aet_buf_clear(&p->scratch);
    for (size_t i = 0; i < k->folded.n; i++)
        if (k->folded.p[i] != ' ')
            aet_buf_char(&p->scratch, k->folded.p[i]);
    aet_liken(&p->scratch, 0);
    if (p->scratch.n < GLUED_MIN || aet_name_is_digits(aet_buf_view(&p->scratch)))
        return;
    k->glued = aet_arena_copy(&p->arena, aet_buf_view(&p->scratch));
    at = aet_name_slot(p, &p->by_glue, glued_of, k->glued);
    if (!at)
        aet_hash_add(&p->by_glue, aet_span_hash(k->glued), item + 1);
    else if (aet_span_cmp(k->folded, p->items[*at - 1].folded) < 0)
        *at = item + 1;
}

static void add_initials(struct pseudonyms *p, struct span folded)
{
    aet_buf_clear(&p->scratch);
    while (folded.n) {
        struct span word = next_folded(&folded);

        if (word.n)
            aet_buf_char(&p->scratch, word.p[0]);
    }
    aet_hash_once(&p->initials, aet_span_fingerprint(aet_buf_view(&p->scratch)), 1);
}

bool aet_terms_initials(const struct pseudonyms *p, struct span letters)
{
    uint32_t at = 0;

    return aet_hash_next(&p->initials, aet_span_fingerprint(letters), &at) != NULL;
}

void aet_terms_add(struct pseudonyms *p, size_t item)
{
    struct known k = p->items[item];

    add_term(p,
             (struct term){
                 .item = item, .own = true, .capitals = k.part ? CAPITALS_FIRST : CAPITALS_ANY },
             k.name);
    if (k.part)
        return;
    add_glued(p, item);
    add_initials(p, k.folded);
    if (memchr(k.name.p, '@', k.name.n))
        return;
    add_turned(p, item, k.name);
    add_shorter(p, item, k.name);
    add_brief(p, item, k.name);
}

bool aet_terms_family(const struct pseudonyms *p, struct span folded)
{
    const struct term *t = term_of(p, folded);

    return t && t->capitals == CAPITALS_CALLED;
}
