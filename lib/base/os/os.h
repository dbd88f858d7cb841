/* The system: what the C library of every system does not do alike. Files of its own implement it
 * for each (posix*.c, windows*.c), and nobody else includes a header of a system
 * (tests/outils/maison).
 *
 * Paths, names and arguments are UTF-8. Descriptors are not handed on to other programs. What is
 * interrupted goes on. False, -1: errno says why; where Windows says it in a way of its own, it is
 * the errno that our words are for (voice/phrase.c): a file that another program keeps open is
 * ETXTBSY. Nothing here allocates, but for aet_os_begin. */
#ifndef AET_BASE_OS_OS_H
#define AET_BASE_OS_OS_H

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h> /* ssize_t, which is there on every system */

#include "base/must.h"
#include "base/span.h"

#ifndef EDQUOT /* a limit on the disk, for which Windows has no errno */
#define EDQUOT 1122
#endif

enum { OS_STDIN, OS_STDOUT, OS_STDERR };

/* --- the process ---------------------------------------------------------------------------- */

/* First of all: the standard descriptors are there (one that was closed is occupied by what refuses
 * any use, or the next file opened would take its place) and carry bytes as they are; the arguments
 * and the variables AET_… are UTF-8. */
void aet_os_begin(int *argc, char ***argv);

/* A line on standard error, by what needs no memory, and the end; once, whatever threads ask. */
_Noreturn void aet_os_die(struct span line, int status);

/* End as a filter does whose reader went away. May return, where no system has that. */
void aet_os_end_as_a_filter(void);

/* Do `work` while nothing that would end the process gets through; errno is left as it was. */
void aet_os_undisturbed(void (*work)(void *), void *context);

/* What the process holds is for it alone: no dump of its memory. */
void aet_os_keep_secret(void);

uint64_t aet_os_process(void);

/* Processors that the process may use; at least 1. */
size_t aet_os_processors(void);

/* Seconds on a clock that only goes on. */
double aet_os_clock(void);

/* --- terminals ------------------------------------------------------------------------------ */

/* Whether a person is there, who sees colours. */
bool aet_os_terminal(int fd);

/* Columns; 0 where it is not known. */
size_t aet_os_width(int fd);

/* Text by a standard stream: fwrite, which a console of Windows would not read as UTF-8. */
void aet_os_say(FILE *to, struct span text);

/* --- descriptors ---------------------------------------------------------------------------- */

enum os_open {
    OS_READ,
    OS_READ_AT_ONCE, /* a pipe or a device is not waited for */
    OS_WRITE,        /* what is there, be it a device */
    OS_EDIT          /* reading and writing; not waited for */
};

AET_MUST int aet_os_open(const char *path, enum os_open how);

/* A new file, to read and to write, with of `mode` what the system leaves (EEXIST: it is there). */
AET_MUST int aet_os_create(const char *path, unsigned mode);

/* Such a file in a folder, without a name, or -1 with EOPNOTSUPP where the system has none such. */
AET_MUST int aet_os_nameless(const char *folder, unsigned mode);

/* A file for its owner alone, `path` ending in XXXXXX, which become what makes it new. */
AET_MUST int aet_os_unique(char *path);

/* A file to be read again, which goes with its descriptor, where the system keeps such (TMPDIR). */
AET_MUST int aet_os_temporary(void);

/* Interruption is no fault. */
int aet_os_close(int fd);

ssize_t aet_os_read(int fd, void *to, size_t n);
ssize_t aet_os_read_at(int fd, void *to, size_t n, uint64_t at); /* where fd stands is as before */
ssize_t aet_os_write(int fd, const void *from, size_t n);

/* Where it stands; -1: it is a pipe. */
int64_t aet_os_tell(int fd);
AET_MUST bool aet_os_seek(int fd, int64_t at);

/* All of it on the disk. */
AET_MUST bool aet_os_sync(int fd);

AET_MUST int aet_os_twin(int fd);
AET_MUST bool aet_os_put_at(int fd, int at); /* `at` becomes what `fd` is */

/* A path that opens what is open at `fd`. */
enum { OS_FD_PATH = 64 };
void aet_os_fd_path(int fd, char path[OS_FD_PATH]);

/* What was made to answer "later" by who shares it waits instead. */
void aet_os_wait_when_full(int fd);

/* All that closing it would say, though it stays open. */
AET_MUST bool aet_os_closes_well(int fd);

/* Whether it is what aet_os_begin put there. */
bool aet_os_stands_in(int fd);

/* One process at a time: waits for the others. Goes with the descriptor. */
AET_MUST bool aet_os_lock(int fd);

/* --- files ---------------------------------------------------------------------------------- */

enum os_kind { OS_FILE, OS_FOLDER, OS_OTHER };

struct os_file {
    enum os_kind kind;
    unsigned mode;              /* its permissions, of 0777 */
    uint64_t device, number;    /* which it is */
    uint64_t owner, group;      /* 0 where a system has none such */
    uint64_t size;              /* bytes */
    int64_t seconds, fractions; /* when it was written */
};

AET_MUST bool aet_os_look(const char *path, struct os_file *f);
AET_MUST bool aet_os_look_at(int fd, struct os_file *f);
bool aet_os_same(const struct os_file *a, const struct os_file *b);

bool aet_os_may_read(const char *path);
AET_MUST bool aet_os_may_write(const char *path);

/* What stands for the old file has its mode, but for set-uid, set-gid and sticky bits, and its
 * owner and group where the system allows; where the group cannot be kept, what it could do only
 * all may do. */
AET_MUST bool aet_os_take_after(int fd, const struct os_file *old);

/* For its owner alone. */
AET_MUST bool aet_os_own(int fd);

/* The file of `fd`, which stands at `path`, goes with it, and is seen by nobody from now on. */
AET_MUST bool aet_os_vanish(int fd, const char *path);

/* It is back, where vanishing can be taken back. */
AET_MUST bool aet_os_reappear(int fd);

/* A name for a file that has none (EEXIST: that one is taken). */
AET_MUST bool aet_os_name(int fd, const char *path);

/* A second name (EEXIST). */
AET_MUST bool aet_os_link(const char *from, const char *to);

/* In one step in place of what is at `to`, if anything is. */
AET_MUST bool aet_os_replace(const char *from, const char *to);

AET_MUST bool aet_os_remove(const char *path);
AET_MUST bool aet_os_make_folder(const char *path);
void aet_os_remove_folder(const char *path); /* an empty one */

/* Names in a folder survive a loss of power; a folder that may not be read is taken at its word. */
AET_MUST bool aet_os_sync_folder(const char *path);

/* Each name in a folder, in no order, until `visit` answers false. False: it cannot be read. */
bool aet_os_each(const char *folder, bool (*visit)(void *context, const char *name), void *context);

enum { OS_PATH = 4096 };

/* The path of what is there, without links. */
AET_MUST bool aet_os_real(const char *path, char to[OS_PATH]);

/* Where a link leads, as it says it; 0: it is no link. */
size_t aet_os_leads(const char *path, char to[OS_PATH]);

/* What stands between the names of a path. */
bool aet_os_separates(char c);

/* Whether it does not depend on the folder that we are in. */
bool aet_os_absolute(const char *path);

#endif
