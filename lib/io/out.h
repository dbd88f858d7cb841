/* Writing where somebody asked, all or nothing: a regular file is written beside its place, synced,
 * then renamed over the old one; a device or a pipe is written directly. Standard output too is
 * checked to the last byte. */
#ifndef AET_IO_OUT_H
#define AET_IO_OUT_H

#include <stdbool.h>
#include <stdio.h>
#include <sys/types.h>

#include "base/must.h"

struct out;

/* `path` NULL or "-": standard output. NULL with errno when it cannot be opened. A file that is
 * made anew has at most the permissions `widest` (and of these what the umask leaves); one that
 * takes an old one's place has the old one's, without set-uid, set-gid and sticky bits, its group
 * and owner where the system allows. Its hard links keep the old content. */
struct out *aet_out_open(const char *path, mode_t widest);

/* Whether writing to both would be writing to one file, there already or not; a device or a pipe
 * takes all that comes and is never one. */
bool aet_out_same(const char *a, const char *b);

FILE *aet_out_file(struct out *o);

/* Flush, sync, rename, close. 0, or -1 with errno: then nothing of the old file was changed.
 * Frees `o` in any case. */
AET_MUST int aet_out_commit(struct out *o);

/* Forget what was written; the old file stands. Frees `o`; NULL is allowed. */
void aet_out_abandon(struct out *o);

#endif
