/* Names are learnt, and given their pseudonyms. Their file: pseudonym_file.c; names in free text:
 * pseudonym_text.c. */
#include "privacy/pseudonym.h"

#include "base/utf8.h"
#include "privacy/parts.h"
#include "privacy/secret.h"
#include "privacy/terms.h"
#include "privacy/words.h"

static struct span folded_of(const struct pseudonyms *p, size_t i)
{
    return p->items[i].folded;
}

/* What a name is known by, its folded words with a blank between two: in p->scratch, until the next
 * call. A name without a letter or a digit is its own key. */
static struct span key_of_name(struct pseudonyms *p, struct span name)
{
    aet_buf_clear(&p->scratch);
    aet_fold_words(name, &p->scratch);
    if (!p->scratch.n)
        aet_buf_span(&p->scratch, name);
    return aet_buf_view(&p->scratch);
}

/* The pseudonym of an item, as somebody asks for it. */
static struct span give(struct pseudonyms *p, size_t item)
{
    if (!p->items[item].pseudonym.n)
        aet_name_make(p, &p->items[item]);
    p->used = true;
    return p->items[item].pseudonym;
}

static size_t add(struct pseudonyms *p, struct span key, struct span kind, struct span name,
                  bool part)
{
    size_t item = p->n;

    p->items = aet_grow(p->items, &p->cap, p->n, sizeof *p->items);
    p->items[p->n++] = (struct known){ .folded = aet_arena_copy(&p->arena, key),
                                       .kind = aet_arena_copy(&p->arena, kind),
                                       .name = aet_arena_copy(&p->arena, name),
                                       .part = part };
    aet_hash_add(&p->by_name, aet_span_hash(key), p->n);
    aet_terms_add(p, item);
    return item;
}

/* What is met again may be a whole name now; of two kinds the first by bytes leads its pseudonym,
 * as long as there is none. */
static void meet_again(struct pseudonyms *p, size_t item, struct span kind, bool part)
{
    struct known *k = &p->items[item];

    if (k->part && !part) {
        k->part = false;
        p->changed = true;
        aet_terms_add(p, item);
    }
    if (!k->pseudonym.n && aet_span_cmp(kind, k->kind) < 0)
        k->kind = aet_arena_copy(&p->arena, kind);
}

enum { NOT_LEARNT = -1 };

static long learn(struct pseudonyms *p, struct span kind, struct span name, bool part);

/* The names that this one holds. */
static void learn_parts(struct pseudonyms *p, struct span kind, struct span name)
{
    struct name_parts x = aet_name_parts(name, false);
    struct name_part part;

    while (aet_name_has_parts(name) && aet_name_parts_next(&x, &part)) {
        struct span key = key_of_name(p, part.text);

        if (part.text.n < name.n && !aet_name_is_short(key) && !aet_name_is_digits(key))
            learn(p, kind, part.text, part.word);
    }
}

/* The item of a name; NOT_LEARNT: it is a pseudonym. */
static long learn(struct pseudonyms *p, struct span kind, struct span name, bool part)
{
    struct span key = key_of_name(p, name);
    uint64_t *slot = aet_name_slot(p, &p->by_name, folded_of, key);
    size_t item;

    if (slot) {
        item = *slot - 1;
        meet_again(p, item, kind, part);
        p->items[item].met |= !p->entering;
        return (long)item;
    }
    if (aet_pseudonym_taken(p, name))
        return NOT_LEARNT;
    item = add(p, key, kind, name, part);
    p->items[item].met = !p->entering;
    p->changed = true;
    learn_parts(p, kind, p->items[item].name);
    return (long)item;
}

void aet_pseudonyms_enter(struct pseudonyms *p, struct span kind, struct span name,
                          struct span pseudonym, bool part)
{
    struct span key = key_of_name(p, name);
    uint64_t *slot = aet_name_slot(p, &p->by_name, folded_of, key);
    size_t item;

    if (!slot) {
        item = add(p, key, kind, name, part);
        p->entering = true;
        learn_parts(p, kind, p->items[item].name);
        p->entering = false;
    } else {
        item = *slot - 1;
        meet_again(p, item, kind, part);
    }
    if (p->items[item].pseudonym.n)
        return;
    p->items[item].kind = aet_arena_copy(&p->arena, kind);
    aet_name_pseudonym(p, &p->items[item], pseudonym);
}

void aet_pseudonym_learn(struct pseudonyms *p, const char *kind, struct span name)
{
    name = aet_span_trim(name);
    if (name.n)
        learn(p, aet_span_z(kind), name, false);
}

struct span aet_pseudonym(struct pseudonyms *p, const char *kind, struct span name)
{
    long item;

    name = aet_span_trim(name);
    item = learn(p, aet_span_z(kind), name, false);
    return item == NOT_LEARNT ? name : give(p, (size_t)item);
}

void aet_pseudonym_list(struct pseudonyms *p, const char *kind, struct span list, bool element,
                        struct buf *out)
{
    struct name_parts x = aet_name_parts(list, element);
    struct name_part part;

    while (aet_name_parts_next(&x, &part)) {
        long item = learn(p, aet_span_z(kind), part.text, part.word);

        if (!out)
            continue;
        aet_buf_span(out, part.gap);
        aet_buf_span(out, item == NOT_LEARNT ? part.text : give(p, (size_t)item));
    }
    if (out)
        aet_buf_span(out, x.rest);
}

static bool is_mail(const struct known *k)
{
    return aet_span_eq(k->kind, AET_LIT("courriel")) && memchr(k->name.p, '@', k->name.n);
}

size_t aet_pseudonyms_count(const struct pseudonyms *p)
{
    size_t n = 0;

    for (size_t i = 0; i < p->n; i++)
        n += p->items[i].met && !p->items[i].part && !is_mail(&p->items[i]);
    return n;
}

size_t aet_pseudonyms_mails(const struct pseudonyms *p)
{
    size_t n = 0;

    for (size_t i = 0; i < p->n; i++)
        n += p->items[i].met && is_mail(&p->items[i]);
    return n;
}

uint64_t aet_pseudonyms_doubts(const struct pseudonyms *p)
{
    return p ? p->doubts : 0;
}

size_t aet_pseudonyms_short(const struct pseudonyms *p)
{
    size_t n = 0;

    for (size_t i = 0; i < p->n; i++) {
        struct span key = p->items[i].folded;

        n += p->items[i].met && aet_name_is_short(key) && !aet_name_is_digits(key) &&
             !aet_utf8_between(key);
    }
    return n;
}

void aet_pseudonyms_free(struct pseudonyms *p)
{
    if (!p)
        return;
    aet_secret_wipe(p->key, sizeof p->key);
    aet_free(p->path);
    aet_free(p->items);
    aet_free(p->terms);
    aet_hash_free(&p->by_name);
    aet_hash_free(&p->by_pseudonym);
    aet_hash_free(&p->by_glue);
    aet_hash_free(&p->by_path);
    aet_hash_free(&p->beginnings);
    aet_hash_free(&p->initials);
    aet_buf_free(&p->left);
    aet_buf_free(&p->scratch);
    aet_buf_free(&p->word);
    aet_buf_free(&p->second);
    aet_buf_free(&p->turned);
    aet_arena_free(&p->arena);
    aet_free(p);
}
