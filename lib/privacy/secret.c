/* Cores, swap, and who may look. */
#include "privacy/secret.h"

#include <sodium.h>

#include "base/os/os.h"

void aet_secret_hold(void *key, size_t n)
{
    aet_os_keep_secret();
    (void)sodium_mlock(key, n); /* no room for it: as it is */
}

void aet_secret_wipe(void *key, size_t n)
{
    (void)sodium_munlock(key, n); /* wipes it first, whatever it answers */
}
