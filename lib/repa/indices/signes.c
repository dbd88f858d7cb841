/* Expressions and their occurrences. */
#include "repa/indices/signes.h"

#include <stdlib.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "tables/table.h"

/* In the place of a word: a sign that no expression goes over. */
#define RUPTURE (AET_NO_NAME - 1)

enum { DEUX = 2, PLURIEL = 3 };

/* Folded; sorted. */
static const char *const small_words[] = {
    "a",    "an",    "and", "au",  "aux", "avec",  "by",    "ce", "ces", "cet", "cette", "d",
    "dans", "de",    "des", "du",  "en",  "et",    "for",   "in", "l",   "la",  "le",    "les",
    "leur", "leurs", "ma",  "mes", "mon", "nos",   "notre", "of", "on",  "ou",  "par",   "pour",
    "sa",   "ses",   "son", "sur", "the", "their", "to",    "un", "une", "vos", "votre", "with"
};

static int by_word(const void *key, const void *word)
{
    const struct span *k = key;

    return aet_span_cmp(*k, aet_span_z(*(const char *const *)word));
}

static bool is_small(struct span word)
{
    return bsearch(&word, small_words, sizeof small_words / sizeof *small_words,
                   sizeof *small_words, by_word) != NULL;
}

/* The key of a word in s->key; empty: it does not count. */
static struct span key_of(struct signes *s, struct span word)
{
    struct span key;

    aet_buf_clear(&s->key);
    aet_fold(word, &s->key);
    key = aet_buf_view(&s->key);
    if (is_small(key))
        return AET_LIT("");
    if (key.n > PLURIEL && (key.p[key.n - 1] == 's' || key.p[key.n - 1] == 'x'))
        key.n--;
    return key;
}

/* Whether a sign between words may stand within an expression: blanks, hyphens, apostrophes and
 * quotation marks. */
static bool joins(struct span sign)
{
    static const char *const signs[] = { "\r", "\n",       "-",        "'", "‐", "‑",  "’", "‘",
                                         "ʼ",  "\xC2\xAB", "\xC2\xBB", "“", "”", "\"", NULL };

    return aet_utf8_blank(sign) == sign.n || aet_span_one_of(sign, signs);
}

static void add_mot(struct signes *s, struct mot mot)
{
    s->mots = aet_grow(s->mots, &s->mots_cap, s->mots_n, sizeof *s->mots);
    s->mots[s->mots_n++] = mot;
}

/* The words of a text, those of no expression without a number; `learns` gives them one. */
static void read_words(struct signes *s, struct span text, bool learns)
{
    s->mots_n = 0;
    for (size_t at = 0, to; at < text.n; at = to) {
        size_t between = aet_utf8_between(aet_span_from(text, at));
        struct span key;

        for (to = at + between;
             !between && to < text.n && !aet_utf8_between(aet_span_from(text, to)); to++)
            ;
        if (between) {
            if (!joins(aet_span(text.p + at, between)))
                add_mot(s, (struct mot){ RUPTURE, at, to });
            continue;
        }
        key = key_of(s, aet_span(text.p + at, to - at));
        if (key.n)
            add_mot(s, (struct mot){ learns ? aet_names_id(&s->names, key)
                                            : aet_names_find(&s->names, key),
                                     at, to });
    }
}

static bool same_words(const struct signes *s, const struct signe *a)
{
    for (size_t i = 0; i < a->n; i++)
        if (s->words[a->from + i] != s->mots[i].id)
            return false;
    return a->n == s->mots_n;
}

static bool known(const struct signes *s, uint32_t code)
{
    for (size_t i = s->n; i-- > 0 && s->list[i].code == code;)
        if (same_words(s, &s->list[i]))
            return true;
    return false;
}

/* An expression of so many words at the least, unless the code has it already. */
static void add(struct signes *s, uint32_t code, enum signe_sort sort, struct span text,
                size_t least)
{
    read_words(s, text, true);
    while (s->mots_n && s->mots[s->mots_n - 1].id == RUPTURE)
        s->mots_n--;
    if (s->mots_n < least || s->mots[0].id == RUPTURE || known(s, code))
        return;
    s->list = aet_grow(s->list, &s->cap, s->n, sizeof *s->list);
    s->list[s->n++] = (struct signe){ code, sort, s->words_n, s->mots_n, AET_NO_NAME };
    for (size_t i = 0; i < s->mots_n; i++) {
        s->words = aet_grow(s->words, &s->words_cap, s->words_n, sizeof *s->words);
        s->words[s->words_n++] = s->mots[i].id;
    }
}

/* What stands between the signs of a description, of two words at the least: one alone says too
 * little. */
static void add_description(struct signes *s, uint32_t code, struct span text)
{
    size_t from = 0;

    for (size_t at = 0, n; at <= text.n; at += n ? n : 1) {
        n = at < text.n ? aet_utf8_between(aet_span_from(text, at)) : 0;
        if (at < text.n && (!n || joins(aet_span(text.p + at, n))))
            continue;
        add(s, code, PAR_DESCRIPTION, aet_span(text.p + from, at - from), DEUX);
        from = at + n;
    }
}

static void add_code(struct signes *s, const struct code *c, uint32_t index)
{
    struct span alias = c->alias, one;

    add(s, index, PAR_LIBELLE, c->label, 1);
    add(s, index, PAR_LIBELLE, c->label_en, 1);
    while (aet_list_next(&alias, &one))
        add(s, index, PAR_ALIAS, one, 1);
    add_description(s, index, c->description);
}

void aet_repa_signes_init(struct signes *s, const struct codebook *b)
{
    *s = (struct signes){ .n = 0 };
    for (size_t i = 0; i < b->n; i++)
        if (!b->codes[i].groups)
            add_code(s, &b->codes[i], (uint32_t)i);
    s->first = aet_calloc(s->names.n + 1, sizeof *s->first);
    for (size_t i = 0; i < s->names.n; i++)
        s->first[i] = AET_NO_NAME;
    for (size_t i = s->n; i-- > 0;) {
        uint32_t word = s->words[s->list[i].from];

        s->list[i].next = s->first[word];
        s->first[word] = (uint32_t)i;
    }
}

void aet_repa_signes_free(struct signes *s)
{
    aet_names_free(&s->names);
    aet_free(s->words);
    aet_free(s->list);
    aet_free(s->first);
    aet_free(s->mots);
    aet_free(s->found);
    aet_buf_free(&s->key);
}

static bool occurs(const struct signes *s, const struct signe *x, size_t at)
{
    if (x->n > s->mots_n - at)
        return false;
    for (size_t i = 0; i < x->n; i++)
        if (s->words[x->from + i] != s->mots[at + i].id)
            return false;
    return true;
}

static void meet(struct signes *s, const struct signe *x, size_t at)
{
    s->found = aet_grow(s->found, &s->found_cap, s->found_n, sizeof *s->found);
    s->found[s->found_n++] = (struct indice){ x->code, x->sort, x->n, s->mots[at].from,
                                              s->mots[at + x->n - 1].to };
}

static int by_place(const void *a, const void *b)
{
    const struct indice *x = a, *y = b;

    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    if (x->to != y->to)
        return x->to > y->to ? -1 : 1;
    return x->code < y->code ? -1 : x->code > y->code;
}

static int by_code(const void *a, const void *b)
{
    const struct indice *x = a, *y = b;

    if (x->code != y->code)
        return x->code < y->code ? -1 : 1;
    return by_place(a, b);
}

/* In the order of the text, the longest first: a word alone that stands within an expression of
 * several is left out. */
static void keep_longest(struct signes *s)
{
    struct indice widest = { .to = 0 };
    size_t kept = 0;

    for (size_t i = 0; i < s->found_n; i++) {
        struct indice x = s->found[i];
        bool within = x.to <= widest.to && (x.from != widest.from || x.to != widest.to);

        if (x.to > widest.to)
            widest = x;
        if (!within || x.words > 1)
            s->found[kept++] = x;
    }
    s->found_n = kept;
}

void aet_repa_signes_find(struct signes *s, struct span text)
{
    s->found_n = 0;
    read_words(s, text, false);
    for (size_t at = 0; at < s->mots_n; at++) {
        uint32_t word = s->mots[at].id;

        if (word == AET_NO_NAME || word == RUPTURE)
            continue;
        for (uint32_t i = s->first[word]; i != AET_NO_NAME; i = s->list[i].next)
            if (occurs(s, &s->list[i], at))
                meet(s, &s->list[i], at);
    }
    if (!s->found_n)
        return;
    qsort(s->found, s->found_n, sizeof *s->found, by_place);
    keep_longest(s);
    qsort(s->found, s->found_n, sizeof *s->found, by_code);
}
