/* What moves in time, for whoever draws it: a bar from start to end for each row of a section, and
 * the state that its bar shows. */
#ifndef AET_REPORT_TIMELINE_H
#define AET_REPORT_TIMELINE_H

#include "chart/chart.h"
#include "report/report.h"

/* The words of a timeline's state (see report.h), how each looks: dark, light, hatched, hollow in
 * three ways, told apart on paper and by whoever does not see colours. */
struct timeline_state {
    const char *word;
    struct text title;
    const char *fill, *stroke; /* of SVG; no fill: hatched */
    struct chart_look look;    /* of a chart */
};

enum { AET_TIMELINE_STATES = 6 };
extern const struct timeline_state aet_timeline_states[AET_TIMELINE_STATES];

/* The state of a row; what nobody said is to come. */
size_t aet_timeline_state(const struct section *s, size_t row);

/* Its first day and its last; a row that has one date alone lasts a week. False when it has none.
 */
bool aet_timeline_days(const struct section *s, size_t row, int32_t *from, int32_t *to);

#endif
