/* A chart as a part of whatever document shows it, a workbook or a text (DrawingML, ECMA-376 part
 * 1, 21). It knows series, and no cells: where its numbers stand is said to it, and the numbers
 * themselves where the document has no such cells. Each series is told from the others without
 * colours, too: by hatching, by its marks and dashes. The same calls make the same bytes. */
#ifndef AET_CHART_CHART_H
#define AET_CHART_CHART_H

#include "base/buf.h"

enum chart_kind {
    CHART_BARS,  /* they lie, one group under the other */
    CHART_LINES, /* from point to point */
    CHART_SPANS, /* bars that begin where the first series says, which is not drawn itself */
    CHART_STEPS  /* bars that stand, and the last series as a line above them */
};

enum chart_unit { CHART_NUMBER, CHART_SHARE, CHART_MONTHS /* days of a workbook */ };

/* What its values are, and how far the axis of these goes. */
struct chart_axis {
    enum chart_unit unit;
    double least, most, step; /* 0, most and step: as suits them */
};

/* How a series is drawn: "1F3864"; hatched by a pattern of DrawingML ("wdUpDiag"). NULL: the next
 * of those there are; where there is a colour, no pattern is none. */
struct chart_look {
    const char *colour, *pattern;
};

struct chart_series {
    struct span name;
    struct span place;    /* of its values: `'Feuille 1'!$B$2:$B$9` */
    const double *values; /* one for each label, NAN where there is none; NULL: they stand there */
    struct chart_look look;
};

struct chart {
    enum chart_kind kind;
    struct span title;         /* empty: what stands around it says that */
    struct span place;         /* of its labels */
    const struct span *labels; /* NULL: they stand there */
    size_t labels_n;
    const struct chart_series *series;
    size_t series_n;
    struct chart_axis axis;
    const char
        *workbook; /* the relation by which it leans on one that holds its cells; NULL: none */
};

/* The part, whole. All is borrowed. */
void aet_chart_write(const struct chart *c, struct buf *xml);

/* How pictures and parts name it: namespaces of DrawingML. */
#define XML_DRAWN "http://schemas.openxmlformats.org/drawingml/2006/"
#define XML_CHART_TYPE "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"

#endif
