/* The files of share/tables, embedded at build time (see CMakeLists.txt). */
#ifndef AET_TABLES_EMBEDDED_H
#define AET_TABLES_EMBEDDED_H

#include <stddef.h>

struct embedded {
    const char *tool, *name;
    const unsigned char *bytes;
    size_t n;
};

extern const struct embedded aet_embedded[];
extern const size_t aet_embedded_n;

#endif
