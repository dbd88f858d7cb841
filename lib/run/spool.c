/* Copying pipes to temporary files, so that a verb that must see all of its input before it writes
 * the first record needs no memory for it. */
#include "run/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 1 << 16 };

/* A temporary file without a name, or -1 with errno. */
static int temporary(void)
{
    const char *folder = getenv("TMPDIR");
    struct buf path = { 0 };
    int fd;

    aet_buf_str(&path, folder && *folder ? folder : "/tmp");
    aet_buf_str(&path, "/aet-XXXXXX");
    aet_buf_z(&path);
    fd = mkstemp(path.p);
    if (fd >= 0 && unlink(path.p) < 0) {
        close(fd);
        fd = -1;
    }
    aet_buf_free(&path);
    return fd;
}

static bool write_all(int fd, const char *p, size_t n)
{
    while (n) {
        ssize_t done = write(fd, p, n);

        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return false;
        p += done;
        n -= (size_t)done;
    }
    return true;
}

/* A copy of all that `from` has to give, or -1 with errno and the side that failed. */
static int copy_of(int from, bool *reading)
{
    char *chunk = aet_malloc(CHUNK);
    int to = temporary();
    ssize_t n = 0;

    *reading = false;
    while (to >= 0 && ((n = read(from, chunk, CHUNK)) > 0 || (n < 0 && errno == EINTR)))
        if (n > 0 && !write_all(to, chunk, (size_t)n))
            break;
    if (to >= 0 && (n != 0 || lseek(to, 0, SEEK_SET) < 0)) {
        int error = errno;

        *reading = n < 0;
        close(to);
        to = -1;
        errno = error;
    }
    aet_free(chunk);
    return to;
}

static bool is_regular(int fd)
{
    struct stat st;

    return fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
}

static bool complain(struct session *s, const char *name, bool reading)
{
    static const struct text where = { "fichier temporaire (TMPDIR)", "temporary file (TMPDIR)" };

    aet_complain_system(s, reading ? name : aet_text(where, s->lang), errno);
    return false;
}

static bool spool_standard_input(struct spool *p, struct session *s)
{
    bool reading;
    int copy;

    if (is_regular(STDIN_FILENO)) {
        p->start = (int64_t)lseek(STDIN_FILENO, 0, SEEK_CUR);
        return p->start >= 0 || complain(s, "-", true);
    }
    copy = copy_of(STDIN_FILENO, &reading);
    if (copy < 0 || dup2(copy, STDIN_FILENO) < 0)
        return complain(s, "-", reading);
    close(copy);
    return true;
}

/* A pipe that was given by name. What cannot be opened is left to the reading, which says so. */
static bool spool_operand(struct session *s, const char **operand)
{
    struct stat st;
    struct buf path = { 0 };
    bool reading;
    int from, copy;

    if (stat(*operand, &st) < 0 || S_ISREG(st.st_mode) || S_ISDIR(st.st_mode) ||
        (from = open(*operand, O_RDONLY)) < 0)
        return true;
    copy = copy_of(from, &reading);
    if (copy < 0)
        return complain(s, *operand, reading);
    close(from);
    aet_buf_str(&path, "/dev/fd/");
    aet_buf_uint(&path, (uint64_t)copy);
    *operand = aet_arena_copy(&s->arena, aet_buf_view(&path)).p;
    aet_buf_free(&path);
    return true;
}

bool aet_spool_inputs(struct spool *p, struct session *s)
{
    *p = (struct spool){ 0 };
    if (!s->operands_n)
        return spool_standard_input(p, s);
    for (size_t i = 0; i < s->operands_n; i++)
        if (strcmp(s->operands[i], "-") == 0 ? !spool_standard_input(p, s)
                                             : !spool_operand(s, &s->operands[i]))
            return false;
    return true;
}

bool aet_spool_rewind(const struct spool *p, struct session *s)
{
    if (!is_regular(STDIN_FILENO) || lseek(STDIN_FILENO, (off_t)p->start, SEEK_SET) >= 0)
        return true;
    return complain(s, "-", true);
}
