/* What every part of an Office Open XML package begins with or names (ECMA-376, part 2), and what
 * such a package says of itself. */
#ifndef AET_IO_OFFICE_H
#define AET_IO_OFFICE_H

#include "base/buf.h"
#include "base/date.h"
#include "base/text.h"

#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define XML_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define XML_PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define XML_ABOUT_TYPE "application/vnd.openxmlformats-package.core-properties+xml"
#define XML_ABOUT_PATH "docProps/core.xml"

/* Its properties; the author may be empty. */
struct office_about {
    enum lang lang;
    struct span title, author;
    struct date date;
};

/* The part of these: no moment at which it was made, but the day it tells of. */
void aet_office_about(const struct office_about *a, struct buf *xml);

#endif
