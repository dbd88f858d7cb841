/* Memory that is never refused: a failed allocation ends the process through one handler, so no
 * caller tests for NULL and no half-made result can leave the program.
 * The handler is the one mutable global of the library. */
#ifndef AET_BASE_ALLOC_H
#define AET_BASE_ALLOC_H

#include <stddef.h>

#include "base/span.h"

/* Called once when memory is refused; must not return. The default writes one line and exits 2. */
typedef void aet_alloc_handler(void);
void aet_alloc_on_failure(aet_alloc_handler *handler);

/* End as a refused allocation does: for a library that met one and says so. */
_Noreturn void aet_alloc_refused(void);

void *aet_malloc(size_t size);
void *aet_calloc(size_t count, size_t size);
void *aet_realloc(void *p, size_t size);
/* Room for `count` items of `size` bytes; an overflow of the product counts as a refusal. */
void *aet_reallocarray(void *p, size_t count, size_t size);
void aet_free(void *p);

/* A copy that the caller frees, ended by a NUL. */
char *aet_span_dup(struct span s);

/* Grow `*items` (of `size` bytes each) so that one more than `used` fits; `*cap` is updated. */
void *aet_grow(void *items, size_t *cap, size_t used, size_t size);

#endif
