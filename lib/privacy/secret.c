/* Cores, swap, and who may look. */
#define _DEFAULT_SOURCE /* sys/prctl.h */
#include "privacy/secret.h"

#include <sodium.h>
#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

void aet_secret_hold(void *key, size_t n)
{
    static const struct rlimit none = { 0, 0 };

    (void)setrlimit(RLIMIT_CORE, &none); /* lowering a limit is refused to nobody */
#ifdef __linux__
    (void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
    (void)sodium_mlock(key, n); /* no room for it: as it is */
}

void aet_secret_wipe(void *key, size_t n)
{
    (void)sodium_munlock(key, n); /* wipes it first, whatever it answers */
}
