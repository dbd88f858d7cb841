/* The file of rejects as objects: the members as read, then what was said. */
#ifndef AET_REJECTS_OBJECT_H
#define AET_REJECTS_OBJECT_H

#include "rejects/reject.h"

/* Append one record to f->text. */
void aet_reject_object(struct reject_file *f, const struct reject *x, const struct shown *shown);

#endif
