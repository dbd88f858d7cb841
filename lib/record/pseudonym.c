/* Keyed hashes, the file that holds them, and names inside free text. */
#include "record/pseudonym.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/fold.h"
#include "io/json.h"

enum { KEY_BYTES = 32, HASH_CHARS = 10, GAP_MAX = 4 };

struct known {
    struct span folded, kind, name, pseudonym;
    bool digits, brief; /* of digits alone; of one or two characters */
    size_t next;        /* 1 + the next one whose first word has the same hash, longest first */
};

struct pseudonyms {
    const char *path;
    unsigned char key[KEY_BYTES];
    struct arena arena;
    struct known *items;
    size_t n, cap;
    size_t *by_name, *by_word; /* open addressing: 1 + index; heads of chains for words */
    size_t slots;
    struct buf scratch, word;
    bool changed;
};

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

static void learn(struct pseudonyms *p, struct span folded, struct span kind, struct span name,
                  struct span pseudonym)
{
    if ((p->n + 1) * 2 > p->slots)
        enlarge(p);
    p->items = aet_grow(p->items, &p->cap, p->n, sizeof *p->items);
    p->items[p->n] = (struct known){ aet_arena_copy(&p->arena, folded),
                                     aet_arena_copy(&p->arena, kind),
                                     aet_arena_copy(&p->arena, name),
                                     aet_arena_copy(&p->arena, pseudonym),
                                     all_digits(folded),
                                     folded.n < 3,
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
                       KEY_BYTES);
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

/* A name that is one of our pseudonyms already. */
static bool is_pseudonym(const struct pseudonyms *p, struct span name)
{
    return taken(p, name);
}

struct span aet_pseudonym(struct pseudonyms *p, const char *kind, struct span name)
{
    struct buf made = { 0 };
    struct span pseudonym;
    size_t at;

    name = aet_span_trim(name);
    fold_words(name, &p->scratch);
    if (!p->scratch.n) /* no letter and no digit: what stands there is the key itself */
        aet_buf_span(&p->scratch, name);
    if (!p->slots)
        enlarge(p);
    at = find_name(p, aet_buf_view(&p->scratch));
    if (p->by_name[at])
        return p->items[p->by_name[at] - 1].pseudonym;
    if (is_pseudonym(p, name))
        return name;
    make(p, kind, aet_buf_view(&p->scratch), &made);
    learn(p, aet_buf_view(&p->scratch), aet_span_z(kind), name, aet_buf_view(&made));
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

static bool read_key(struct pseudonyms *p, const json_t *o)
{
    const char *hex = json_string_value(json_object_get(o, "cle"));
    size_t n = 0;

    return hex && sodium_hex2bin(p->key, KEY_BYTES, hex, strlen(hex), NULL, &n, NULL) == 0 &&
           n == KEY_BYTES;
}

static bool read_line(struct pseudonyms *p, struct span line, bool first)
{
    enum fault f;
    size_t at;
    json_t *o = aet_json_read(line, &f, &at);
    struct span kind = aet_json_string_span(json_object_get(o, "genre"));
    struct span name = aet_json_string_span(json_object_get(o, "nom"));
    struct span pseudonym = aet_json_string_span(json_object_get(o, "pseudonyme"));
    bool ok = o != NULL;

    if (first) {
        ok = ok && read_key(p, o);
    } else if (ok && kind.n && name.n && pseudonym.n) {
        fold_words(name, &p->scratch);
        if (!p->scratch.n)
            aet_buf_span(&p->scratch, name);
        learn(p, aet_buf_view(&p->scratch), kind, name, pseudonym);
    } else {
        ok = false;
    }
    json_decref(o);
    return ok;
}

static bool read_lines(struct pseudonyms *p, struct span text)
{
    bool first = true;

    while (text.n) {
        const char *end = memchr(text.p, '\n', text.n);
        size_t n = end ? (size_t)(end - text.p) : text.n;

        if (n && !read_line(p, aet_span(text.p, n), first))
            return false;
        first &= n == 0;
        text = aet_span_from(text, n + 1);
    }
    return !first;
}

static enum pseudonym_fault load(struct pseudonyms *p, int fd)
{
    enum pseudonym_fault f = PSEUDONYM_OK;
    struct buf text = { 0 };
    struct stat st;
    ssize_t n = 0;

    if (fstat(fd, &st) < 0)
        return PSEUDONYM_SYSTEM;
    if (st.st_mode & (S_IRWXG | S_IRWXO))
        return PSEUDONYM_OPEN;
    while ((n = read(fd, aet_buf_room(&text, 65536), 65536)) > 0)
        text.n += (size_t)n;
    if (n < 0)
        f = PSEUDONYM_SYSTEM;
    else if (!read_lines(p, aet_buf_view(&text)))
        f = PSEUDONYM_FORM;
    if (text.p)
        sodium_memzero(text.p, text.n);
    aet_buf_free(&text);
    return f;
}

struct pseudonyms *aet_pseudonyms_open(const char *path, enum pseudonym_fault *fault)
{
    struct pseudonyms *p = aet_calloc(1, sizeof *p);
    int fd = open(path, O_RDONLY | O_CLOEXEC);

    p->path = path;
    *fault = PSEUDONYM_OK;
    if (fd >= 0) {
        *fault = load(p, fd);
        close(fd);
    } else if (errno == ENOENT) {
        randombytes_buf(p->key, KEY_BYTES);
        p->changed = true;
    } else {
        *fault = PSEUDONYM_SYSTEM;
    }
    if (*fault == PSEUDONYM_OK)
        return p;
    aet_pseudonyms_free(p);
    return NULL;
}

static void write_all(const struct pseudonyms *p, struct buf *out)
{
    char hex[KEY_BYTES * 2 + 1];

    sodium_bin2hex(hex, sizeof hex, p->key, KEY_BYTES);
    aet_buf_str(out, "{\"aet\":\"pseudonymes\",\"version\":1,\"cle\":\"");
    aet_buf_str(out, hex);
    aet_buf_str(out, "\"}\n");
    sodium_memzero(hex, sizeof hex);
    for (size_t i = 0; i < p->n; i++) {
        aet_buf_str(out, "{\"genre\":");
        aet_json_string(out, p->items[i].kind);
        aet_buf_str(out, ",\"nom\":");
        aet_json_string(out, p->items[i].name);
        aet_buf_str(out, ",\"pseudonyme\":");
        aet_json_string(out, p->items[i].pseudonym);
        aet_buf_str(out, "}\n");
    }
}

static bool write_fd(int fd, struct span text)
{
    while (text.n) {
        ssize_t n = write(fd, text.p, text.n);

        if (n < 0 && errno != EINTR)
            return false;
        if (n > 0)
            text = aet_span_from(text, (size_t)n);
    }
    return fsync(fd) == 0;
}

/* Beside its place, for the owner alone from its first byte, then renamed. */
bool aet_pseudonyms_save(struct pseudonyms *p)
{
    struct buf text = { 0 }, path = { 0 };
    bool ok = true;
    int fd;

    if (!p->changed)
        return true;
    aet_buf_str(&path, p->path);
    aet_buf_str(&path, ".XXXXXX");
    aet_buf_z(&path);
    fd = mkstemp(path.p);
    ok = fd >= 0 && fchmod(fd, S_IRUSR | S_IWUSR) == 0;
    if (ok) {
        write_all(p, &text);
        ok = write_fd(fd, aet_buf_view(&text));
        sodium_memzero(text.p, text.n);
    }
    if (fd >= 0) {
        ok = close(fd) == 0 && ok;
        ok = ok && rename(path.p, p->path) == 0;
    }
    if (!ok && fd >= 0) {
        int error = errno;

        unlink(path.p);
        errno = error;
    }
    p->changed = !ok;
    aet_buf_free(&text);
    aet_buf_free(&path);
    return ok;
}

void aet_pseudonyms_free(struct pseudonyms *p)
{
    if (!p)
        return;
    sodium_memzero(p->key, KEY_BYTES);
    aet_free(p->items);
    aet_free(p->by_name);
    aet_free(p->by_word);
    aet_buf_free(&p->scratch);
    aet_buf_free(&p->word);
    aet_arena_free(&p->arena);
    aet_free(p);
}
