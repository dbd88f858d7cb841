/* The words that call each name. */
#include "privacy/terms.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "privacy/words.h"

enum { TURNED_MAX = 6 };

struct span aet_first_word(struct span folded)
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
    return aet_first_word(p->terms[i].folded);
}

/* Into the chain of its first word, which goes from the longest to the shortest. */
static void chain(struct pseudonyms *p, size_t term)
{
    struct term *t = &p->terms[term];
    struct span word = aet_first_word(t->folded);
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

uint64_t aet_terms_of(const struct pseudonyms *p, struct span word)
{
    const uint64_t *head = aet_name_slot(p, &p->by_word, term_word, word);

    return head ? *head : 0;
}
