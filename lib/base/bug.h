/* Our own mistakes, found before anything is read: in every build, not only in one with asserts. */
#ifndef AET_BASE_BUG_H
#define AET_BASE_BUG_H

/* "aet: WHERE: WHAT" on standard error, then the end of the process (SIGABRT). */
_Noreturn void aet_bug(const char *where, const char *what);

#endif
