/* The file that holds the key and the correspondence: read, and written for its owner alone. */
#include "record/pseudonym_private.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/file.h"
#include "io/json.h"

static bool read_key(struct pseudonyms *p, const json_t *o)
{
    const char *hex = json_string_value(json_object_get(o, "cle"));
    size_t n = 0;

    return hex &&
           sodium_hex2bin(p->key, PSEUDONYM_KEY_BYTES, hex, strlen(hex), NULL, &n, NULL) == 0 &&
           n == PSEUDONYM_KEY_BYTES;
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
        aet_pseudonyms_learn(p, aet_pseudonyms_key(p, name), kind, name, pseudonym);
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

    if (fstat(fd, &st) < 0)
        return PSEUDONYM_SYSTEM;
    if (st.st_mode & (S_IRWXG | S_IRWXO))
        return PSEUDONYM_OPEN;
    if (!aet_fd_read(fd, &text))
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
        randombytes_buf(p->key, PSEUDONYM_KEY_BYTES);
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
    char hex[PSEUDONYM_KEY_BYTES * 2 + 1];

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
        aet_buf_str(out, "}\n");
    }
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
        ok = aet_fd_write(fd, aet_buf_view(&text)) && fsync(fd) == 0;
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
