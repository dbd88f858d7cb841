/* Paths, as every system separates their names (base/os/os.h). */
#ifndef AET_BASE_PATH_H
#define AET_BASE_PATH_H

#include "base/span.h"

/* The folder that holds what `path` names, "." where it names none; a copy that the caller frees.
 */
char *aet_path_folder(const char *path);

/* The last name of it, without what separates names; a part of `path`. */
struct span aet_path_name(const char *path);

#endif
