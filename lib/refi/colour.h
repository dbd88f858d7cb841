/* Colours, which programs write in several ways and REFI-QDA in one. */
#ifndef AET_REFI_COLOUR_H
#define AET_REFI_COLOUR_H

#include <stdbool.h>

#include "base/span.h"

/* `#rgb`, `#rrggbb`, `#rgba`, `#rrggbbaa`, `rgb(r, g, b)`, `rgba(r, g, b, a)` as `#rgb` or
 * `#rrggbb`, into out[8]. False: it is no such colour. */
bool aet_refi_colour(struct span text, char out[8]);

#endif
