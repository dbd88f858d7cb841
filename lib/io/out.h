/* Writing where somebody asked, all or nothing: a regular file is written without a name beside its
 * place, and takes the old one's place in three steps (io/outs.h goes through them for all outputs
 * of a run at once); a device or a pipe is written directly. Standard output too is checked to the
 * last byte. */
#ifndef AET_IO_OUT_H
#define AET_IO_OUT_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/must.h"

struct out;

/* `path` NULL or "-": standard output. NULL with errno when it cannot be opened. A file that is
 * made anew has at most the permissions `widest` (and of these what the umask leaves); one that
 * takes an old one's place has the old one's, without set-uid, set-gid and sticky bits, its group
 * and owner where the system allows. Its hard links keep the old content. */
struct out *aet_out_open(const char *path, unsigned widest);

/* The path as it was given; NULL for standard output. */
const char *aet_out_path(const struct out *o);

/* Whether it is written directly: what went out cannot be taken back. */
bool aet_out_direct(const struct out *o);

/* Write; the first failure is kept, and nothing goes out after it. */
void aet_out_put(struct out *o, struct span text);

/* Let what was put go out, for who waits for it. */
void aet_out_flush(struct out *o);
bool aet_out_failed(const struct out *o);

/* 1. All bytes on the disk; of what is written directly, all that closing it would say, though it
 * stays open. 0, or -1 with errno. */
AET_MUST int aet_out_settle(struct out *o);

/* 2. Whole and closed under a temporary name beside its place. Allocates nothing: the end of memory
 * would leave that name behind. 0, or -1 with errno. */
AET_MUST int aet_out_name(struct out *o);

/* 3. In place of the old file. 0, or -1 with errno. */
AET_MUST int aet_out_place(struct out *o);

/* The name survives a loss of power. 0, or -1 with errno. */
AET_MUST int aet_out_keep(struct out *o);

/* Take its temporary name away, if it has one and the system lets us. */
void aet_out_forget(struct out *o);

/* Forget what is not in place; the old file stands. A temporary name that cannot be taken away is
 * appended to `left` (a list; may be NULL). Frees `o`; NULL is allowed. */
void aet_out_free(struct out *o, struct buf *left);

#endif
