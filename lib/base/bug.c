#include "base/bug.h"

#include <stdio.h>
#include <stdlib.h>

_Noreturn void aet_bug(const char *where, const char *what)
{
    fprintf(stderr, "aet: %s: %s\n", where, what);
    abort();
}
