/* Where the texts of a project's sources are looked for: the archive of the project, then a folder
 * (that of its sources, or the one it stands in), whatever the capitals of `Sources/`. */
#ifndef AET_REFI_SHELF_H
#define AET_REFI_SHELF_H

#include "base/buf.h"
#include "io/fault.h"

struct archive;

struct shelf {
    struct archive *archive; /* NULL: none */
    const char *folder;      /* NULL: none */
};

/* The last part of a path of the project (`internal://GUID.txt`), which names the file; empty at
 * its end. Nothing in it leads to another folder, on this system either. */
const char *aet_refi_shelf_name(const char *path);

/* Append the file that a path of the project names. FAULT_BOOK_PART: nowhere; FAULT_READ with
 * errno; other faults are those of the archive. */
enum fault aet_refi_shelf_read(const struct shelf *s, const char *path, struct buf *out);

#endif
