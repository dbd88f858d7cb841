/* Where an output goes. */
#ifndef AET_IO_OUT_PATH_H
#define AET_IO_OUT_PATH_H

#include <stdbool.h>

/* The file that `path` leads to, through links, even where it is not there yet; a copy that the
 * caller frees. */
char *aet_out_resolved(const char *path);

/* Whether writing to both would be writing to one file, there already or not; a device or a pipe
 * takes all that comes and is never one. */
bool aet_out_same(const char *a, const char *b);

#endif
