/* Text as HTML and XML hold it, in content and in attributes between double quotes. */
#ifndef AET_IO_MARKUP_H
#define AET_IO_MARKUP_H

#include "base/buf.h"

/* Append for HTML: the text as people may read it (base/harmless.h), the signs of markup escaped.
 */
void aet_html_text(struct buf *out, struct span s);

/* Append for XML: line ends and tabs, which attributes would lose, are escaped too; characters that
 * XML cannot hold become U+FFFD. */
void aet_xml_text(struct buf *out, struct span s);

/* Append ` name="value"`. */
void aet_xml_put(struct buf *out, const char *name, struct span value);
void aet_xml_put_number(struct buf *out, const char *name, uint64_t value);

#endif
