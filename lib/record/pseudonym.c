/* Names to pseudonyms by keyed hashes, and names inside free text. Their file: pseudonym_file.c. */
#include "record/pseudonym_private.h"

#include <sodium.h>

#include "base/fold.h"

enum { HASH_CHARS = 10, GAP_MAX = 4 };

/* One word of a text: letters and digits, and every character beyond ASCII that is no blank,
 * quotation mark, apostrophe or dash. */
static size_t separator(struct span s)
{
    static const char *const wide[] = { "\xC2\xA0",     "\xC2\xAB",     "\xC2\xBB",
                                        "\xE2\x80\xAF", "\xE2\x80\x98", "\xE2\x80\x99",
                                        "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x93",
                                        "\xE2\x80\x94", "\xE2\x80\x90", "\xE2\x80\x91",
                                        "\xE2\x80\xA6", "\xE2\x80\x89", "\xCA\xBC" };
    unsigned char c = (unsigned char)s.p[0];

    if (c < 0x80)
        return !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (aet_span_starts(s, aet_span_z(wide[i])))
            return strlen(wide[i]);
    return 0;
}

/* The next word of *s and the bytes of what stands before it; false at the end. */
static bool next_word(struct span *s, size_t *gap, struct span *word)
{
    size_t n = 0, step;

    *gap = 0;
    while (s->n && (step = separator(*s))) {
        *s = aet_span_from(*s, step);
        *gap += step;
    }
    while (n < s->n && !separator(aet_span_from(*s, n)))
        n++;
    *word = aet_span(s->p, n);
    *s = aet_span_from(*s, n);
    return n > 0;
}

/* The folded words of a name, a blank between two. */
static void fold_words(struct span s, struct buf *out)
{
    struct span word;
    size_t gap;

    aet_buf_clear(out);
    while (next_word(&s, &gap, &word)) {
        if (out->n)
            aet_buf_char(out, ' ');
        aet_fold(word, out);
    }
}

static struct span first_word(struct span folded)
{
    const char *blank = folded.n ? memchr(folded.p, ' ', folded.n) : NULL;

    return blank ? aet_span(folded.p, (size_t)(blank - folded.p)) : folded;
}

static size_t find_name(const struct pseudonyms *p, struct span folded)
{
    size_t i = aet_span_hash(folded) & (p->slots - 1);

    while (p->by_name[i] && !aet_span_eq(p->items[p->by_name[i] - 1].folded, folded))
        i = (i + 1) & (p->slots - 1);
    return i;
}

static size_t find_word(const struct pseudonyms *p, struct span word)
{
    size_t i = aet_span_hash(word) & (p->slots - 1);

    while (p->by_word[i] && !aet_span_eq(first_word(p->items[p->by_word[i] - 1].folded), word))
        i = (i + 1) & (p->slots - 1);
    return i;
}

/* Enter an item into both indexes; the chain of a word goes from the longest name to the shortest.
 */
static void enter(struct pseudonyms *p, size_t item)
{
    struct known *k = &p->items[item];
    size_t *at = &p->by_word[find_word(p, first_word(k->folded))];

    p->by_name[find_name(p, k->folded)] = item + 1;
    while (*at && p->items[*at - 1].folded.n >= k->folded.n)
        at = &p->items[*at - 1].next;
    k->next = *at;
    *at = item + 1;
}

static void enlarge(struct pseudonyms *p)
{
    aet_free(p->by_name);
    aet_free(p->by_word);
    p->slots = p->slots ? p->slots * 2 : 64;
    p->by_name = aet_calloc(p->slots, sizeof *p->by_name);
    p->by_word = aet_calloc(p->slots, sizeof *p->by_word);
    for (size_t i = 0; i < p->n; i++)
        enter(p, i);
}

static bool all_digits(struct span s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((s.p[i] < '0' || s.p[i] > '9') && s.p[i] != ' ')
            return false;
    return true;
}

struct span aet_pseudonyms_key(struct pseudonyms *p, struct span name)
{
    fold_words(name, &p->scratch);
    if (!p->scratch.n)
        aet_buf_span(&p->scratch, name);
    return aet_buf_view(&p->scratch);
}

void aet_pseudonyms_learn(struct pseudonyms *p, struct span key, struct span kind, struct span name,
                          struct span pseudonym)
{
    if ((p->n + 1) * 2 > p->slots)
        enlarge(p);
    p->items = aet_grow(p->items, &p->cap, p->n, sizeof *p->items);
    p->items[p->n] = (struct known){ aet_arena_copy(&p->arena, key),
                                     aet_arena_copy(&p->arena, kind),
                                     aet_arena_copy(&p->arena, name),
                                     aet_arena_copy(&p->arena, pseudonym),
                                     all_digits(key),
                                     key.n < 3,
                                     0 };
    enter(p, p->n++);
}

static bool taken(const struct pseudonyms *p, struct span pseudonym)
{
    for (size_t i = 0; i < p->n; i++)
        if (aet_span_eq(p->items[i].pseudonym, pseudonym))
            return true;
    return false;
}

/* Five bits a character, of the keyed hash of the folded name; more of them should two meet. */
static void make(const struct pseudonyms *p, const char *kind, struct span folded, struct buf *out)
{
    static const char alphabet[] = "23456789abcdefghjkmnpqrstuvwxyz0";
    unsigned char hash[32];

    crypto_generichash(hash, sizeof hash, (const unsigned char *)folded.p, folded.n, p->key,
                       PSEUDONYM_KEY_BYTES);
    aet_buf_clear(out);
    aet_buf_str(out, kind);
    aet_buf_char(out, '-');
    for (size_t i = 0; i < sizeof hash; i++) {
        aet_buf_char(out, alphabet[hash[i] & 31]);
        if (i + 1 >= HASH_CHARS && !taken(p, aet_buf_view(out)))
            break;
    }
    sodium_memzero(hash, sizeof hash);
}

struct span aet_pseudonym(struct pseudonyms *p, const char *kind, struct span name)
{
    struct buf made = { 0 };
    struct span key, pseudonym;
    size_t at;

    name = aet_span_trim(name);
    key = aet_pseudonyms_key(p, name);
    if (!p->slots)
        enlarge(p);
    at = find_name(p, key);
    if (p->by_name[at])
        return p->items[p->by_name[at] - 1].pseudonym;
    if (taken(p, name)) /* one of our pseudonyms already */
        return name;
    make(p, kind, key, &made);
    aet_pseudonyms_learn(p, key, aet_span_z(kind), name, aet_buf_view(&made));
    pseudonym = p->items[p->n - 1].pseudonym;
    p->changed = true;
    aet_buf_free(&made);
    return pseudonym;
}

/* Whether the words that follow continue a name; *rest moves past them. */
static bool continues(struct pseudonyms *p, struct span folded, struct span *rest)
{
    struct span tail = aet_span_from(folded, first_word(folded).n), s = *rest, word;
    size_t gap;

    while (tail.n) {
        struct span wanted = first_word(aet_span_from(tail, 1));

        if (!next_word(&s, &gap, &word) || gap > GAP_MAX)
            return false;
        aet_buf_clear(&p->word);
        aet_fold(word, &p->word);
        if (!aet_span_eq(aet_buf_view(&p->word), wanted))
            return false;
        tail = aet_span_from(tail, 1 + wanted.n);
    }
    *rest = s;
    return true;
}

/* The longest name that begins with `word`, or NULL; *rest then stands behind it. */
static const struct known *name_at(struct pseudonyms *p, struct span word, struct span *rest)
{
    size_t i;

    aet_buf_clear(&p->word);
    aet_fold(word, &p->word);
    for (i = p->by_word[find_word(p, aet_buf_view(&p->word))]; i; i = p->items[i - 1].next) {
        const struct known *k = &p->items[i - 1];

        if (k->digits || (k->brief && !aet_span_eq(k->name, word)))
            continue;
        if (continues(p, k->folded, rest))
            return k;
    }
    return NULL;
}

bool aet_pseudonym_text(struct pseudonyms *p, struct span text, struct buf *out)
{
    struct span s = text, word, rest;
    const char *from = text.p;
    bool any = false;
    size_t gap;

    while (p->slots && next_word(&s, &gap, &word)) {
        const struct known *k;

        rest = s;
        k = name_at(p, word, &rest);
        if (!k)
            continue;
        aet_buf_add(out, from, (size_t)(word.p - from));
        aet_buf_span(out, k->pseudonym);
        s = rest;
        from = s.p;
        any = true;
    }
    aet_buf_add(out, from, (size_t)(text.p + text.n - from));
    return any;
}

size_t aet_pseudonyms_count(const struct pseudonyms *p)
{
    return p->n;
}

void aet_pseudonyms_free(struct pseudonyms *p)
{
    if (!p)
        return;
    sodium_memzero(p->key, PSEUDONYM_KEY_BYTES);
    aet_free(p->items);
    aet_free(p->by_name);
    aet_free(p->by_word);
    aet_buf_free(&p->scratch);
    aet_buf_free(&p->word);
    aet_arena_free(&p->arena);
    aet_free(p);
}
