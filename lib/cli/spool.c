/* Copying pipes to temporary files, so that a verb that must see all of its input before it writes
 * the first record needs no memory for it. */
#include "cli/spool.h"

#include <errno.h>

#include "base/os/os.h"
#include "io/file.h"

static bool complain(struct session *s, const char *name, bool reading)
{
    aet_voice_system(&s->voice, reading ? name : aet_phrase(PHRASE_TEMPORARY, s->voice.lang),
                     errno);
    return false;
}

static bool spool_standard_input(struct spool *p, struct session *s)
{
    struct os_file f;
    bool reading;
    int copy;

    if (!aet_os_look_at(OS_STDIN, &f))
        return complain(s, "-", true);
    p->input = true;
    if (f.kind == OS_FILE) {
        p->start = aet_os_tell(OS_STDIN);
        return p->start >= 0 || complain(s, "-", true);
    }
    copy = aet_fd_copy(OS_STDIN, &reading);
    if (copy < 0 || !aet_os_put_at(copy, OS_STDIN))
        return complain(s, "-", reading);
    (void)aet_os_close(copy);
    return true;
}

/* A pipe that was given by name. What cannot be opened is left to the reading, which says so. */
static bool spool_operand(struct session *s, const char **operand)
{
    struct os_file f;
    char path[OS_FD_PATH];
    bool reading;
    int from, copy;

    if (!aet_os_look(*operand, &f) || f.kind != OS_OTHER ||
        (from = aet_os_open(*operand, OS_READ)) < 0)
        return true;
    copy = aet_fd_copy(from, &reading);
    if (copy < 0)
        return complain(s, *operand, reading);
    (void)aet_os_close(from);
    aet_os_fd_path(copy, path);
    *operand = aet_arena_copy(&s->arena, aet_span_z(path)).p;
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
    if (!p->input || aet_os_seek(OS_STDIN, p->start))
        return true;
    return complain(s, "-", true);
}
