/* Files that are read more than once: whether each is the one that was read the first time. Its
 * size and its time tell, as they tell who copies and who builds. */
#ifndef AET_IO_AGAIN_H
#define AET_IO_AGAIN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/must.h"

/* Zero-initialised is none. */
struct again {
    struct os_file *files; /* in the order in which they are read */
    size_t n, cap;
    bool over;   /* the first reading is: another file has no place */
    size_t from; /* of what is read now, the first among them: they may be read one by one */
};

/* File number `i` stands open at `fd`, or was read to its end. False: it is not, or no longer, the
 * file that was read before; errno is 0 then, or says what the system refused. */
AET_MUST bool aet_again_same(struct again *a, size_t i, int fd);

void aet_again_free(struct again *a);

#endif
