/* Breaking a text into lines of a given display width. */
#ifndef AET_REPORT_WRAP_H
#define AET_REPORT_WRAP_H

#include "base/span.h"

/* Take the next line of at most `width` columns from the front of *rest: up to a line break, else
 * cut at a space that may be broken (not inside « … », nor before : ; ? !), else within the word.
 */
struct span aet_wrap_line(struct span *rest, size_t width);

/* How many such lines the text takes; 1 when it is empty. */
size_t aet_wrap_lines(struct span text, size_t width);

/* The width of its longest piece that cannot be broken. */
size_t aet_wrap_least(struct span text);

#endif
