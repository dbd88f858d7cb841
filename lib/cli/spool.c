/* Copying pipes to temporary files, so that a verb that must see all of its input before it writes
 * the first record needs no memory for it. */
#include "cli/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/file.h"

static bool complain(struct session *s, const char *name, bool reading)
{
    aet_voice_system(&s->voice, reading ? name : aet_phrase(PHRASE_TEMPORARY, s->voice.lang),
                     errno);
    return false;
}

static bool spool_standard_input(struct spool *p, struct session *s)
{
    struct stat st;
    bool reading;
    int copy;

    if (fstat(STDIN_FILENO, &st) < 0)
        return complain(s, "-", true);
    p->input = true;
    if (S_ISREG(st.st_mode)) {
        p->start = (int64_t)lseek(STDIN_FILENO, 0, SEEK_CUR);
        return p->start >= 0 || complain(s, "-", true);
    }
    copy = aet_fd_copy(STDIN_FILENO, &reading);
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
    copy = aet_fd_copy(from, &reading);
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
    if (!s->command.operands_n)
        return spool_standard_input(p, s);
    for (size_t i = 0; i < s->command.operands_n; i++)
        if (strcmp(s->command.operands[i], "-") == 0 ? !spool_standard_input(p, s)
                                                     : !spool_operand(s, &s->command.operands[i]))
            return false;
    return true;
}

bool aet_spool_rewind(const struct spool *p, struct session *s)
{
    if (!p->input || lseek(STDIN_FILENO, (off_t)p->start, SEEK_SET) >= 0)
        return true;
    return complain(s, "-", true);
}
