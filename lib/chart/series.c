/* Series: how each is drawn, what its points are. Elements stand in the order that the schema wants
 * (ECMA-376, part 1, 21.2: CT_BarSer, CT_LineSer). */
#include "chart/parts.h"

#include <math.h>

#include "base/real.h"
#include "io/markup.h"

/* Where a chart says nothing of its series: colours, how bars are hatched, the marks of lines and
 * their dashes. */
static const char *const colours[] = { "1F3864", "C55A11", "548235", "7030A0", "BF9000",
                                       "2E75B6", "C00000", "00807A", "7F7F7F" };
static const char *const patterns[] = { NULL, "wdUpDiag", "pct25", "dkHorz", "wdDnDiag", "smGrid" };
static const char *const marks[] = { "circle", "square", "triangle", "diamond", "x", "plus" };
static const char *const dashes[] = { "solid", "sysDash", "sysDot", "dash", "lgDash", "dashDot" };

#define PALE "DBE4EE" /* of bars that their numbers stand on */

#define NTH(list, i) ((list)[(i) % (sizeof(list) / sizeof *(list))])

/* What is not drawn has no name in the legend either: to take it out there, programs count its
 * entries from either end. */
static bool is_drawn(const struct chart *c, size_t i)
{
    return c->kind != CHART_SPANS || i > 0;
}

static const char *colour_of(const struct chart *c, size_t i)
{
    return c->series[i].look.colour ? c->series[i].look.colour : NTH(colours, i);
}

static const char *pattern_of(const struct chart *c, size_t i)
{
    return c->series[i].look.colour ? c->series[i].look.pattern : NTH(patterns, i);
}

static void put_number(struct buf *xml, const char *name, uint64_t n)
{
    aet_buf_str(xml, name);
    aet_buf_uint(xml, n);
    aet_buf_str(xml, "\"/>");
}

static void put_colour(struct buf *xml, const char *colour)
{
    aet_buf_str(xml, "<a:srgbClr val=\"");
    aet_buf_str(xml, colour);
    aet_buf_str(xml, "\"/>");
}

static void put_solid(struct buf *xml, const char *colour)
{
    aet_buf_str(xml, "<a:solidFill>");
    put_colour(xml, colour);
    aet_buf_str(xml, "</a:solidFill>");
}

static void put_ground(struct buf *xml, const char *colour, const char *pattern)
{
    if (!pattern) {
        put_solid(xml, colour);
        return;
    }
    aet_buf_str(xml, "<a:pattFill prst=\"");
    aet_buf_str(xml, pattern);
    aet_buf_str(xml, "\"><a:fgClr>");
    put_colour(xml, colour);
    aet_buf_str(xml, "</a:fgClr><a:bgClr>");
    put_colour(xml, "FFFFFF");
    aet_buf_str(xml, "</a:bgClr></a:pattFill>");
}

static void put_bar_look(const struct chart *c, size_t i, struct buf *xml)
{
    if (!is_drawn(c, i)) {
        aet_buf_str(xml, "<c:spPr><a:noFill/></c:spPr><c:invertIfNegative val=\"0\"/>");
        return;
    }
    aet_buf_str(xml, "<c:spPr>");
    if (c->kind == CHART_STEPS)
        put_solid(xml, PALE);
    else
        put_ground(xml, colour_of(c, i), pattern_of(c, i));
    aet_buf_str(xml, "<a:ln w=\"9525\">");
    put_solid(xml, colour_of(c, i));
    aet_buf_str(xml, "</a:ln></c:spPr><c:invertIfNegative val=\"0\"/>");
}

static void put_line_look(const struct chart *c, size_t i, struct buf *xml)
{
    aet_buf_str(xml, "<c:spPr><a:ln w=\"22225\">");
    put_solid(xml, colour_of(c, i));
    aet_buf_str(xml, "<a:prstDash val=\"");
    aet_buf_str(xml, c->kind == CHART_LINES ? NTH(dashes, i) : "solid");
    aet_buf_str(xml, "\"/></a:ln></c:spPr><c:marker><c:symbol val=\"");
    aet_buf_str(xml, NTH(marks, i));
    aet_buf_str(xml, "\"/><c:size val=\"6\"/><c:spPr>");
    put_solid(xml, colour_of(c, i));
    aet_buf_str(xml, "<a:ln>");
    put_solid(xml, colour_of(c, i));
    aet_buf_str(xml, "</a:ln></c:spPr></c:marker>");
}

static void put_values_shown(struct buf *xml, const char *where)
{
    aet_buf_str(xml, "<c:dLbls><c:dLblPos val=\"");
    aet_buf_str(xml, where);
    aet_buf_str(xml, "\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName "
                     "val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/>"
                     "<c:showBubbleSize val=\"0\"/></c:dLbls>");
}

static void put_point(struct buf *xml, size_t i)
{
    aet_buf_str(xml, "<c:pt idx=\"");
    aet_buf_uint(xml, i);
    aet_buf_str(xml, "\"><c:v>");
}

static void put_labels(const struct chart *c, struct buf *xml)
{
    aet_buf_str(xml, "<c:cat><c:strRef><c:f>");
    aet_xml_text(xml, c->place);
    aet_buf_str(xml, "</c:f>");
    if (c->labels) {
        put_number(xml, "<c:strCache><c:ptCount val=\"", c->labels_n);
        for (size_t i = 0; i < c->labels_n; i++) {
            put_point(xml, i);
            aet_xml_text(xml, c->labels[i]);
            aet_buf_str(xml, "</c:v></c:pt>");
        }
        aet_buf_str(xml, "</c:strCache>");
    }
    aet_buf_str(xml, "</c:strRef></c:cat>");
}

static void put_values(const struct chart *c, const struct chart_series *s, struct buf *xml)
{
    aet_buf_str(xml, "<c:val><c:numRef><c:f>");
    aet_xml_text(xml, s->place);
    aet_buf_str(xml, "</c:f>");
    if (s->values) {
        put_number(xml, "<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"",
                   c->labels_n);
        for (size_t i = 0; i < c->labels_n; i++) {
            if (isnan(s->values[i]))
                continue;
            put_point(xml, i);
            aet_real_write(xml, s->values[i]);
            aet_buf_str(xml, "</c:v></c:pt>");
        }
        aet_buf_str(xml, "</c:numCache>");
    }
    aet_buf_str(xml, "</c:numRef></c:val>");
}

static void begin(const struct chart *c, size_t i, struct buf *xml)
{
    put_number(xml, "<c:ser><c:idx val=\"", i);
    put_number(xml, "<c:order val=\"", i);
    aet_buf_str(xml, "<c:tx><c:v>");
    aet_xml_text(xml, is_drawn(c, i) ? c->series[i].name : AET_LIT("\xC2\xA0"));
    aet_buf_str(xml, "</c:v></c:tx>");
}

static void put_points(const struct chart *c, size_t i, struct buf *xml)
{
    put_labels(c, xml);
    put_values(c, &c->series[i], xml);
}

void aet_chart_bars(const struct chart *c, size_t i, bool labelled, struct buf *xml)
{
    begin(c, i, xml);
    put_bar_look(c, i, xml);
    if (labelled)
        put_values_shown(xml, "inBase");
    put_points(c, i, xml);
    aet_buf_str(xml, "</c:ser>");
}

void aet_chart_line(const struct chart *c, size_t i, bool labelled, struct buf *xml)
{
    begin(c, i, xml);
    put_line_look(c, i, xml);
    if (labelled)
        put_values_shown(xml, "t");
    put_points(c, i, xml);
    aet_buf_str(xml, "<c:smooth val=\"0\"/></c:ser>");
}
