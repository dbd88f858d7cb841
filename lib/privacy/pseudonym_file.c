/* The file that holds the key and the correspondence: read, and written for its owner alone. */
#include "privacy/pseudonym.h"

#include <errno.h>
#include <sodium.h>

#include "base/os/os.h"
#include "io/file.h"
#include "io/out_path.h"
#include "format/json_text.h"
#include "privacy/names.h"
#include "privacy/secret.h"

#define HEAD "{\"aet\":\"pseudonymes\","

enum { TRIES = 100, OF_OTHERS = 077, ANOTHER = -2 };

/* The key of a file; ours, when it is new and nothing was made with it, gives way. */
static enum pseudonym_fault take_key(struct pseudonyms *p, const json_t *o)
{
    char *hex = (char *)(uintptr_t)json_string_value(json_object_get(o, "cle"));
    unsigned char key[PSEUDONYM_KEY_BYTES];
    enum pseudonym_fault f = PSEUDONYM_OK;
    size_t n = 0;

    if (!hex || sodium_hex2bin(key, sizeof key, hex, strlen(hex), NULL, &n, NULL) != 0 ||
        n != sizeof key)
        return PSEUDONYM_DAMAGED;
    if (sodium_memcmp(key, p->key, sizeof key) != 0) {
        if (p->used || !p->fresh)
            f = PSEUDONYM_CHANGED;
        else
            aet_pseudonyms_unmake(p);
        memcpy(p->key, key, f == PSEUDONYM_OK ? sizeof key : 0);
    }
    sodium_memzero(key, sizeof key);
    sodium_memzero(hex, strlen(hex)); /* jansson's copy */
    p->fresh = false;
    return f;
}

static enum pseudonym_fault read_line(struct pseudonyms *p, struct span line, bool first)
{
    enum pseudonym_fault result = PSEUDONYM_OK;
    enum fault f;
    size_t at;
    json_t *o = aet_json_read(line, &f, &at);
    struct span kind = aet_json_string_span(json_object_get(o, "genre"));
    struct span name = aet_json_string_span(json_object_get(o, "nom"));
    struct span pseudonym = aet_json_string_span(json_object_get(o, "pseudonyme"));

    if (!o)
        result = PSEUDONYM_DAMAGED;
    else if (first)
        result = take_key(p, o);
    else if (kind.n && name.n && pseudonym.n)
        aet_pseudonyms_enter(p, kind, name, pseudonym, json_is_true(json_object_get(o, "partie")));
    else
        result = PSEUDONYM_DAMAGED;
    json_decref(o);
    return result;
}

static enum pseudonym_fault read_lines(struct pseudonyms *p, struct span text)
{
    bool first = true;

    while (text.n) {
        const char *end = memchr(text.p, '\n', text.n);
        size_t n = end ? (size_t)(end - text.p) : text.n;
        enum pseudonym_fault f = n ? read_line(p, aet_span(text.p, n), first) : PSEUDONYM_OK;

        if (f != PSEUDONYM_OK)
            return f;
        first = false;
        text = aet_span_from(text, n + 1);
    }
    return PSEUDONYM_OK;
}

/* What is there to be read, by its content first: only who has a key in it is told to lock it. */
static enum pseudonym_fault look(int fd)
{
    char head[sizeof HEAD - 1];
    struct os_file f;
    ssize_t n;

    if (!aet_os_look_at(fd, &f))
        return PSEUDONYM_SYSTEM;
    if (f.kind == OS_FOLDER) {
        errno = EISDIR;
        return PSEUDONYM_SYSTEM;
    }
    if (f.kind != OS_FILE)
        return PSEUDONYM_SPECIAL;
    if (f.size == 0)
        return PSEUDONYM_EMPTY;
    n = aet_os_read_at(fd, head, sizeof head, 0);
    if (n < 0)
        return PSEUDONYM_SYSTEM;
    if (!aet_span_eq(aet_span(head, (size_t)n), AET_LIT(HEAD)))
        return PSEUDONYM_FORM;
    return f.mode & OF_OTHERS ? PSEUDONYM_OPEN : PSEUDONYM_OK;
}

/* Names that the file knows are entered beside those that are known. */
static enum pseudonym_fault load(struct pseudonyms *p, int fd)
{
    enum pseudonym_fault f = look(fd);
    struct buf text = { 0 };

    if (f != PSEUDONYM_OK)
        return f;
    if (!aet_fd_read(fd, &text))
        f = PSEUDONYM_SYSTEM;
    else
        f = read_lines(p, aet_buf_view(&text));
    if (text.p)
        sodium_memzero(text.p, text.n);
    aet_buf_free(&text);
    return f;
}

/* Written names: older files do not hold what a name holds. */
static bool all_made(const struct pseudonyms *p)
{
    for (size_t i = 0; i < p->n; i++)
        if (!p->items[i].pseudonym.n)
            return false;
    return true;
}

struct pseudonyms *aet_pseudonyms_open(const char *path, enum pseudonym_fault *fault)
{
    struct pseudonyms *p = aet_calloc(1, sizeof *p);
    int fd;

    aet_secret_hold(p->key, sizeof p->key);
    fd = aet_os_open(path, OS_READ_AT_ONCE);
    p->fresh = true;
    *fault = PSEUDONYM_OK;
    if (fd >= 0) {
        *fault = load(p, fd);
        p->changed = !all_made(p);
        (void)aet_os_close(fd);
    } else if (errno == ENOENT) {
        randombytes_buf(p->key, PSEUDONYM_KEY_BYTES);
        p->changed = true;
    } else {
        *fault = PSEUDONYM_SYSTEM;
    }
    if (*fault == PSEUDONYM_OK) {
        p->path = aet_out_resolved(path); /* a link leads to the file that is to be written */
        return p;
    }

    int error = errno;

    aet_pseudonyms_free(p);
    errno = error;
    return NULL;
}

/* Bytes that the file has at most: a character takes six when it is escaped. */
static size_t room_of(const struct pseudonyms *p)
{
    enum { HEAD_ROOM = 200, LINE_ROOM = 80, ESCAPED = 6 };
    size_t n = HEAD_ROOM;

    for (size_t i = 0; i < p->n; i++)
        n += LINE_ROOM +
             ESCAPED * (p->items[i].kind.n + p->items[i].name.n + p->items[i].pseudonym.n);
    return n;
}

static void write_all(const struct pseudonyms *p, struct buf *out)
{
    char hex[PSEUDONYM_KEY_BYTES * 2 + 1];

    aet_buf_room(out, room_of(p)); /* at once: what is outgrown would keep the key */
    sodium_bin2hex(hex, sizeof hex, p->key, PSEUDONYM_KEY_BYTES);
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
        aet_buf_str(out, p->items[i].part ? ",\"partie\":true}\n" : "}\n");
    }
}

/* `anew`: unless there is one by now (EEXIST). False with errno. */
static bool put(const char *temporary, const char *path, bool anew)
{
    if (anew && aet_os_link(temporary, path))
        return true;
    if (anew && errno == EEXIST)
        return false;
    return aet_os_replace(temporary, path); /* or there are no links on this disk */
}

static void forget(struct pseudonyms *p, const char *temporary)
{
    int error = errno;

    if (!aet_os_remove(temporary) && errno != ENOENT && !aet_os_remove(temporary) &&
        errno != ENOENT) {
        aet_buf_str(&p->left, p->left.n ? ", " : "");
        aet_buf_str(&p->left, temporary);
    }
    errno = error;
}

/* Beside its place, for the owner alone from its first byte, then put there; nothing is allocated
 * on the way, since the end of memory would leave the temporary file. */
static bool write_text(struct pseudonyms *p, struct span text, char *temporary, bool anew)
{
    int fd = aet_os_unique(temporary), error;
    bool ok;

    if (fd < 0)
        return false;
    ok = aet_os_own(fd) && aet_fd_write(fd, text) && aet_os_sync(fd);
    error = errno;
    if (aet_os_close(fd) < 0 && ok) {
        error = errno;
        ok = false;
    }
    errno = error;
    ok = ok && put(temporary, p->path, anew);
    forget(p, temporary);
    return ok;
}

/* A writing, to be gone through as a whole. */
struct placing {
    struct pseudonyms *names;
    struct span text;
    char *temporary;
    bool anew, ok;
};

static void place(void *to)
{
    struct placing *w = to;

    w->ok = write_text(w->names, w->text, w->temporary, w->anew);
}

static bool write_file(struct pseudonyms *p, bool anew)
{
    struct buf text = { 0 }, path = { 0 };
    struct placing placing = { .names = p, .anew = anew };
    int error;

    aet_pseudonyms_make(p);
    aet_buf_str(&path, p->path);
    aet_buf_str(&path, ".XXXXXX");
    aet_buf_z(&path);
    write_all(p, &text);
    placing.text = aet_buf_view(&text);
    placing.temporary = path.p;
    aet_os_undisturbed(place, &placing);
    error = errno;
    sodium_memzero(text.p, text.n);
    aet_buf_free(&text);
    aet_buf_free(&path);
    errno = error;
    return placing.ok;
}

struct span aet_pseudonyms_left(const struct pseudonyms *p)
{
    return aet_buf_view(&p->left);
}

/* Open the file that stands at the path and keep other runs from it; what cannot be locked is taken
 * as it is. -1 with errno; ANOTHER: another one stands there by now. */
static int open_locked(const char *path)
{
    struct os_file held, there;
    int fd = aet_os_open(path, OS_EDIT);

    if (fd < 0 && errno == EACCES)
        return aet_os_open(path, OS_READ_AT_ONCE);
    if (fd < 0)
        return -1;
    (void)!aet_os_lock(fd);
    if (aet_os_look_at(fd, &held) && aet_os_look(path, &there) && aet_os_same(&held, &there))
        return fd;
    (void)aet_os_close(fd);
    return ANOTHER;
}

enum pseudonym_fault aet_pseudonyms_save(struct pseudonyms *p)
{
    enum pseudonym_fault f = PSEUDONYM_SYSTEM;

    if (!p->changed)
        return PSEUDONYM_OK;
    for (int i = 0; i < TRIES; i++) {
        int fd = open_locked(p->path), error;
        bool anew = fd == -1 && errno == ENOENT;

        if (fd == ANOTHER)
            continue;
        if (fd < 0 && !anew)
            break;
        f = anew ? PSEUDONYM_OK : load(p, fd);
        if (f == PSEUDONYM_OK && !write_file(p, anew))
            f = PSEUDONYM_SYSTEM;
        error = errno;
        if (fd >= 0)
            (void)aet_os_close(fd);
        errno = error;
        if (f == PSEUDONYM_SYSTEM && anew && error == EEXIST)
            continue;
        p->changed = f != PSEUDONYM_OK;
        p->fresh &= p->changed;
        return f;
    }
    return f;
}

void aet_pseudonyms_mark(const struct pseudonyms *p, char out[PSEUDONYMS_MARK + 1])
{
    static const unsigned char what[] = "aet: marque de la cle"; /* no folded name has a colon */
    unsigned char hash[crypto_generichash_BYTES_MIN];

    crypto_generichash(hash, sizeof hash, what, sizeof what, p->key, PSEUDONYM_KEY_BYTES);
    sodium_bin2hex(out, PSEUDONYMS_MARK + 1, hash, PSEUDONYMS_MARK / 2);
}
