/* What every part of an Office Open XML package begins with or names (ECMA-376, part 2). */
#ifndef AET_IO_OFFICE_H
#define AET_IO_OFFICE_H

#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define XML_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define XML_PACKAGE "http://schemas.openxmlformats.org/package/2006/"

#endif
