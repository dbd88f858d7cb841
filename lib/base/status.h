/* How a filter ends: its exit status. */
#ifndef AET_BASE_STATUS_H
#define AET_BASE_STATUS_H

enum status {
    STATUS_CLEAN = 0,  /* done, and the data are clean */
    STATUS_DATA = 1,   /* done, and the data have errors, or a search found nothing */
    STATUS_FAILED = 2, /* could not be done */
    STATUS_ALERT = 3   /* done, the data are clean, and there are alerts (--alerte) */
};

#endif
