/* Keeping a key out of what a process leaves behind. */
#ifndef AET_PRIVACY_SECRET_H
#define AET_PRIVACY_SECRET_H

#include <stddef.h>

/* From here on the process leaves no core and others may not look into it; the bytes of `key` stay
 * out of the swap where the system lets them. What it refuses is done without. */
void aet_secret_hold(void *key, size_t n);

/* Wipe it, and let go. */
void aet_secret_wipe(void *key, size_t n);

#endif
