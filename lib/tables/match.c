/* Matching terms: memo, exact keys, folded keys. */
#include "tables/match.h"

#include <pthread.h>

#include "base/fold.h"
#include "base/hash.h"

/* The memo has a fixed size: what comes again and again is found there without a comparison of
 * keys, and what does not never makes it grow. */
enum { MEMO = 512, MEMO_BYTES = 108, LETTERS = 3 };

/* One letter out of five, at most, of a slip of the pen; of what is near, one out of four and
 * no more than LETTERS. What half of one's words say is near too. */
static const double SLIP = 0.8, NEAR_LETTERS = 0.75, NEAR = 0.44, LITTLE = 0.01;

struct remembered {
    uint64_t first, last; /* words of it: up to 16 bytes they are all of it */
    int32_t row;
    uint16_t n;
    bool alias, slip_known, meant_known;
    uint8_t meant_n;
    int32_t slip, meant[MEANT_MAX];
    char bytes[MEMO_BYTES];
};

/* From a key to its rows: one may stand more than once. */
struct entry {
    struct span key;
    int32_t row;
    bool alias; /* and neither its id nor a label */
};

struct index {
    struct hash hash; /* of keys: 1 + the entry */
    struct entry *entries;
    size_t n, cap;
};

/* What is known of the keys of a table: it does not change any more but for the folded ones, which
 * are there, or are made, under the lock; after that they do not change either. */
struct keys {
    struct arena arena;
    struct index exact, folded;
    bool has_folded;
    pthread_mutex_t folding;
};

struct matcher {
    const struct table *table;
    const uint8_t *roles;
    uint8_t role;
    struct keys *keys;
    bool beside; /* the keys are those of another matcher */
    bool folded; /* it knows that the folded ones are there */
    struct buf scratch;
    struct remembered *memo;
};

static void index_add(struct index *x, struct span key, int32_t row, bool alias)
{
    uint64_t hash = aet_span_hash(key), *found;

    if (!key.n)
        return;
    for (uint32_t at = 0; (found = aet_hash_next(&x->hash, hash, &at)) != NULL;)
        if (x->entries[*found - 1].row == row && aet_span_eq(x->entries[*found - 1].key, key))
            return;
    x->entries = aet_grow(x->entries, &x->cap, x->n, sizeof *x->entries);
    x->entries[x->n++] = (struct entry){ key, row, alias };
    aet_hash_add(&x->hash, hash, x->n);
}

static void index_free(struct index *x)
{
    aet_hash_free(&x->hash);
    aet_free(x->entries);
}

static bool plays(const struct matcher *m, int32_t row)
{
    return !m->roles || !m->role || (m->roles[row] & m->role);
}

/* Of the rows under a key: the first in the table that plays the role, else the first of all; the
 * entry, or NULL. */
static const struct entry *index_entry(const struct matcher *m, const struct index *x,
                                       struct span key)
{
    const struct entry *any = NULL, *best = NULL;
    uint64_t hash = aet_span_hash(key), *found;

    if (!key.n)
        return NULL;
    for (uint32_t at = 0; (found = aet_hash_next(&x->hash, hash, &at)) != NULL;) {
        const struct entry *e = &x->entries[*found - 1];

        if (!aet_span_eq(e->key, key))
            continue;
        if (!any || e->row < any->row)
            any = e;
        if (plays(m, e->row) && (!best || e->row < best->row))
            best = e;
    }
    return best ? best : any;
}

static int32_t index_find(const struct matcher *m, const struct index *x, struct span key)
{
    const struct entry *e = index_entry(m, x, key);

    return e ? e->row : NO_ROW;
}

/* Call `add` with every spelling of a row: id, labels, aliases. */
static void spellings(const struct table *t, size_t row,
                      void (*add)(struct matcher *, struct span, int32_t, bool), struct matcher *m)
{
    struct span aliases = aet_cell(t, row, aet_column(t, "alias"));
    struct span alias;

    add(m, aet_cell(t, row, 0), (int32_t)row, false);
    add(m, aet_cell(t, row, aet_column(t, "libelle")), (int32_t)row, false);
    add(m, aet_cell(t, row, aet_column(t, "libelle_en")), (int32_t)row, false);
    while (aet_list_next(&aliases, &alias))
        add(m, alias, (int32_t)row, true);
}

static void add_exact(struct matcher *m, struct span s, int32_t row, bool alias)
{
    index_add(&m->keys->exact, s, row, alias);
}

static void fold_key(struct matcher *m, struct span s, int32_t row, bool alias)
{
    aet_buf_clear(&m->scratch);
    aet_fold(s, &m->scratch);
    index_add(&m->keys->folded, aet_arena_copy(&m->keys->arena, aet_buf_view(&m->scratch)), row,
              alias);
}

static void fold_short(struct matcher *m, struct span s, int32_t row, bool alias)
{
    struct span head = aet_fold_short(s);

    if (head.n == aet_span_trim(s).n)
        return;
    aet_buf_clear(&m->scratch);
    aet_fold(head, &m->scratch);
    /* a label cut before its parenthesis never hides a label that is written so */
    if (index_find(m, &m->keys->folded, aet_buf_view(&m->scratch)) == NO_ROW || m->roles)
        index_add(&m->keys->folded, aet_arena_copy(&m->keys->arena, aet_buf_view(&m->scratch)), row,
                  alias);
}

static void build_folded(struct matcher *m)
{
    for (size_t r = 0; r < m->table->rows; r++)
        spellings(m->table, r, fold_key, m);
    for (size_t r = 0; r < m->table->rows; r++)
        spellings(m->table, r, fold_short, m);
}

/* Built by the first that needs them; each asks once. */
static void need_folded(struct matcher *m)
{
    if (m->folded)
        return;
    pthread_mutex_lock(&m->keys->folding);
    if (!m->keys->has_folded)
        build_folded(m);
    m->keys->has_folded = true;
    pthread_mutex_unlock(&m->keys->folding);
    m->folded = true;
}

struct matcher *aet_matcher_new(const struct table *t, const uint8_t *roles, uint8_t role)
{
    struct matcher *m = aet_calloc(1, sizeof *m);

    m->keys = aet_calloc(1, sizeof *m->keys);
    if (pthread_mutex_init(&m->keys->folding, NULL) != 0)
        aet_alloc_refused();
    m->table = t;
    m->roles = roles;
    m->role = role;
    m->memo = aet_calloc(MEMO, sizeof *m->memo);
    for (size_t r = 0; r < t->rows; r++)
        spellings(t, r, add_exact, m);
    return m;
}

struct matcher *aet_matcher_beside(const struct matcher *of)
{
    struct matcher *m = aet_calloc(1, sizeof *m);

    m->table = of->table;
    m->roles = of->roles;
    m->role = of->role;
    m->keys = of->keys;
    m->beside = true;
    m->memo = aet_calloc(MEMO, sizeof *m->memo);
    return m;
}

static void keys_free(struct keys *k)
{
    index_free(&k->exact);
    index_free(&k->folded);
    aet_arena_free(&k->arena);
    pthread_mutex_destroy(&k->folding);
    aet_free(k);
}

void aet_matcher_free(struct matcher *m)
{
    if (!m)
        return;
    if (!m->beside)
        keys_free(m->keys);
    aet_free(m->memo);
    aet_buf_free(&m->scratch);
    aet_free(m);
}

const struct table *aet_matcher_table(const struct matcher *m)
{
    return m->table;
}

static const struct entry *look_up(struct matcher *m, struct span text)
{
    const struct entry *e = index_entry(m, &m->keys->exact, text);

    if (e && plays(m, e->row))
        return e;
    need_folded(m);
    aet_buf_clear(&m->scratch);
    aet_fold(text, &m->scratch);
    return index_entry(m, &m->keys->folded, aet_buf_view(&m->scratch));
}

/* The first and the last eight bytes of a text, or all of it. */
static uint64_t first_word(struct span s)
{
    uint64_t w = 0;
    uint32_t a, b;

    if (s.n >= 8) {
        memcpy(&w, s.p, 8);
    } else if (s.n >= 4) {
        memcpy(&a, s.p, 4);
        memcpy(&b, s.p + s.n - 4, 4);
        w = (uint64_t)a << 32 | b;
    } else if (s.n) {
        w = (uint64_t)(unsigned char)s.p[0] << 16 | (uint64_t)(unsigned char)s.p[s.n / 2] << 8 |
            (unsigned char)s.p[s.n - 1];
    }
    return w;
}

static uint64_t last_word(struct span s)
{
    uint64_t w = 0;

    if (s.n >= 8)
        memcpy(&w, s.p + s.n - 8, 8);
    return w;
}

/* Where a text is remembered, if it is. */
struct recall {
    struct remembered *of;
    uint64_t first, last;
    bool known;
};

static struct recall recall(const struct matcher *m, struct span text)
{
    struct recall x = { NULL, first_word(text), last_word(text), false };
    uint64_t h = (x.first ^ (x.last << 21 | x.last >> 43) ^ text.n) * 0x9E3779B97F4A7C15u;

    x.of = &m->memo[(h >> 32) % MEMO];
    x.known = text.n && x.of->n == text.n && x.of->first == x.first && x.of->last == x.last &&
              (text.n <= 16 || memcmp(x.of->bytes, text.p, text.n) == 0);
    return x;
}

int32_t aet_match_by(struct matcher *m, struct span text, bool *alias)
{
    const struct recall x = recall(m, text);
    struct remembered *r = x.of;

    if (x.known) {
        *alias = r->alias;
        return r->row;
    }

    const struct entry *e = look_up(m, text);
    int32_t row = e ? e->row : NO_ROW;

    *alias = e && e->alias;
    if (text.n && text.n <= MEMO_BYTES) {
        r->first = x.first;
        r->last = x.last;
        r->row = row;
        r->alias = *alias;
        r->n = (uint16_t)text.n;
        r->meant_known = r->slip_known = false;
        memcpy(r->bytes, text.p, text.n);
    }
    return row;
}

int32_t aet_match(struct matcher *m, struct span text)
{
    bool alias;

    return aet_match_by(m, text, &alias);
}

/* How many of one's words the label has; of two that have as many, the one that says little else
 * is nearer. */
static double near_label(struct matcher *m, struct span folded, int32_t row, enum lang lang)
{
    struct span label;
    double s;

    aet_buf_clear(&m->scratch);
    aet_fold(aet_label(m->table, (size_t)row, lang), &m->scratch);
    label = aet_buf_view(&m->scratch);
    s = aet_similar_words(folded, label);
    return s > 0 ? s + LITTLE * aet_similar_words(label, folded) : 0;
}

/* In a long text a quarter of the letters is another word. */
static double near_letters(struct span a, struct span b)
{
    double s = aet_similar_letters_least(a, b, NEAR_LETTERS),
           longest = (double)(a.n > b.n ? a.n : b.n);

    return s >= NEAR_LETTERS && (1 - s) * longest < LETTERS + 0.5 ? s : 0;
}

/* How near each row is: by the letters of any of its spellings, by the words of its labels. The
 * caller frees. */
static double *nearness(struct matcher *m, struct span folded)
{
    double *best = aet_calloc(m->table->rows, sizeof *best);

    for (int32_t row = 0; (size_t)row < m->table->rows; row++) {
        double fr = near_label(m, folded, row, LANG_FR), en = near_label(m, folded, row, LANG_EN);

        best[row] = en > fr ? en : fr;
    }
    for (size_t i = 0; i < m->keys->folded.n; i++) {
        const struct entry *e = &m->keys->folded.entries[i];
        double s = near_letters(folded, e->key);

        best[e->row] = s > best[e->row] ? s : best[e->row];
    }
    return best;
}

enum { NEAREST_MAX = 8 };

/* The nearest rows and how near they are, best first. */
static size_t rank(struct matcher *m, struct span text, int32_t *rows, double *scores, size_t max)
{
    struct buf folded = { 0 };
    double *all;
    size_t n = 0;

    need_folded(m);
    aet_fold(text, &folded);
    all = nearness(m, aet_buf_view(&folded));
    for (int32_t row = 0; (size_t)row < m->table->rows; row++) {
        double best = all[row];

        if ((!plays(m, row) && m->roles[row]) || best < NEAR)
            continue;

        size_t at = n < max ? n++ : max - 1;

        if (at == max - 1 && n == max && scores[at] >= best)
            continue;
        for (; at > 0 && scores[at - 1] < best; at--) {
            scores[at] = scores[at - 1];
            rows[at] = rows[at - 1];
        }
        scores[at] = best;
        rows[at] = row;
    }
    aet_free(all);
    aet_buf_free(&folded);
    return n;
}

size_t aet_nearest(struct matcher *m, struct span text, int32_t *rows, size_t max)
{
    double scores[NEAREST_MAX] = { 0 };

    return rank(m, text, rows, scores, max < NEAREST_MAX ? max : NEAREST_MAX);
}

/* Of three rows that are as near, or more, none is the one that was meant. */
static size_t find_meant(struct matcher *m, struct span text, int32_t rows[MEANT_MAX])
{
    double scores[MEANT_MAX + 1] = { 0 };
    int32_t all[MEANT_MAX + 1];
    size_t n = rank(m, text, all, scores, MEANT_MAX + 1), as_near = n > 0;

    if (n > MEANT_MAX && scores[MEANT_MAX] > scores[0] - 2 * LITTLE)
        return 0;
    while (as_near < n && scores[as_near] >= scores[0])
        as_near++;
    memcpy(rows, all, as_near * sizeof *rows);
    return as_near;
}

size_t aet_meant(struct matcher *m, struct span text, int32_t rows[MEANT_MAX])
{
    const struct recall x = recall(m, text);
    struct remembered *r = x.of;
    bool same = x.known;
    size_t n;

    if (same && r->meant_known) {
        memcpy(rows, r->meant, r->meant_n * sizeof *rows);
        return r->meant_n;
    }
    n = find_meant(m, text, rows);
    if (same) {
        memcpy(r->meant, rows, n * sizeof *rows);
        r->meant_n = (uint8_t)n;
        r->meant_known = true;
    }
    return n;
}

static int32_t find_slip(struct matcher *m, struct span text)
{
    struct buf folded = { 0 };
    int32_t row = NO_ROW;
    double best = SLIP;

    need_folded(m);
    aet_fold(text, &folded);
    for (size_t i = 0; i < m->keys->folded.n; i++) {
        const struct entry *e = &m->keys->folded.entries[i];
        size_t longest = e->key.n > folded.n ? e->key.n : folded.n;
        size_t shortest = e->key.n < folded.n ? e->key.n : folded.n;
        double s;

        if ((double)shortest < SLIP * (double)longest || (!plays(m, e->row) && m->roles[e->row]))
            continue;
        s = aet_similar_letters_least(aet_buf_view(&folded), e->key, best);
        if (s > best || (s == best && row == NO_ROW)) {
            best = s;
            row = e->row;
        }
    }
    aet_buf_free(&folded);
    return row;
}

int32_t aet_match_slip(struct matcher *m, struct span text)
{
    const struct recall x = recall(m, text);
    struct remembered *r = x.of;
    bool same = x.known;
    int32_t row;

    if (same && r->slip_known)
        return r->slip;
    row = find_slip(m, text);
    if (same) {
        r->slip = row;
        r->slip_known = true;
    }
    return row;
}
