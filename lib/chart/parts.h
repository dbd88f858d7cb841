/* A chart being written, for the files of this folder alone. */
#ifndef AET_CHART_PARTS_H
#define AET_CHART_PARTS_H

#include "chart/chart.h"

/* series.c: a series as bars, as a line; `labelled`: each value said beside its point. */
void aet_chart_bars(const struct chart *c, size_t i, bool labelled, struct buf *xml);
void aet_chart_line(const struct chart *c, size_t i, bool labelled, struct buf *xml);

/* axes.c: both axes. */
void aet_chart_axes(const struct chart *c, struct buf *xml);

#endif
