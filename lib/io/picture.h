/* Pictures that people bring: which kind one is, by its bytes, and how large. */
#ifndef AET_IO_PICTURE_H
#define AET_IO_PICTURE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/must.h"

enum picture_kind { PICTURE_PNG, PICTURE_JPEG, PICTURE_SVG };

struct picture {
    enum picture_kind kind;
    uint32_t wide, high; /* in points of the picture; 0: a drawing has no size of its own */
    struct span bytes;   /* borrowed */
};

/* False: it is none of these, or is cut short. */
AET_MUST bool aet_picture_look(struct span bytes, struct picture *p);

/* "image/png", and the suffix "png". */
const char *aet_picture_type(const struct picture *p);
const char *aet_picture_suffix(const struct picture *p);

/* Append it as a page holds it within itself: data:image/png;base64,… */
void aet_picture_inline(const struct picture *p, struct buf *out);

#endif
