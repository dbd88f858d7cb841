/* The part of a chart: title, plot, legend. */
#include "chart/parts.h"

#include "io/markup.h"
#include "io/office.h"

enum { LABELLED = 16 /* steps that have room for their numbers */ };

static void put_title(const struct chart *c, struct buf *xml)
{
    if (!c->title.n) {
        aet_buf_str(xml, "<c:autoTitleDeleted val=\"1\"/>");
        return;
    }
    aet_buf_str(xml, "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1200\" "
                     "b=\"1\"/></a:pPr><a:r><a:rPr sz=\"1200\" b=\"1\"/><a:t>");
    aet_xml_text(xml, c->title);
    aet_buf_str(xml, "</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>"
                     "<c:autoTitleDeleted val=\"0\"/>");
}

static void put_axes_ids(struct buf *xml)
{
    aet_buf_str(xml, "<c:axId val=\"1\"/><c:axId val=\"2\"/>");
}

/* What stands in a group of bars before its series, and behind. */
static void put_bars(const struct chart *c, size_t n, struct buf *xml)
{
    bool steps = c->kind == CHART_STEPS, stacked = c->kind == CHART_SPANS;

    aet_buf_str(xml, "<c:barChart><c:barDir val=\"");
    aet_buf_str(xml, steps ? "col" : "bar");
    aet_buf_str(xml, "\"/><c:grouping val=\"");
    aet_buf_str(xml, stacked ? "stacked" : "clustered");
    aet_buf_str(xml, "\"/><c:varyColors val=\"0\"/>");
    for (size_t i = 0; i < n; i++)
        aet_chart_bars(c, i, steps && c->labels_n <= LABELLED, xml);
    aet_buf_str(xml, "<c:gapWidth val=\"60\"/>");
    aet_buf_str(xml, stacked ? "<c:overlap val=\"100\"/>" : "");
    put_axes_ids(xml);
    aet_buf_str(xml, "</c:barChart>");
}

static void put_lines(const struct chart *c, size_t from, struct buf *xml)
{
    bool labelled = c->kind == CHART_STEPS && c->labels_n <= LABELLED;

    aet_buf_str(xml, "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>");
    for (size_t i = from; i < c->series_n; i++)
        aet_chart_line(c, i, labelled, xml);
    aet_buf_str(xml, "<c:marker val=\"1\"/>");
    put_axes_ids(xml);
    aet_buf_str(xml, "</c:lineChart>");
}

static void put_plot(const struct chart *c, struct buf *xml)
{
    size_t bars = c->kind == CHART_LINES ? 0 : c->series_n - (c->kind == CHART_STEPS);

    aet_buf_str(xml, "<c:plotArea><c:layout/>");
    if (bars)
        put_bars(c, bars, xml);
    if (bars < c->series_n)
        put_lines(c, bars, xml);
    aet_chart_axes(c, xml);
    aet_buf_str(xml, "</c:plotArea>");
}

void aet_chart_write(const struct chart *c, struct buf *xml)
{
    aet_buf_str(xml, XML_HEAD "<c:chartSpace xmlns:c=\"" XML_DRAWN "chart\" xmlns:a=\"" XML_DRAWN
                              "main\" xmlns:r=\"" XML_OFFICE
                              "\"><c:roundedCorners val=\"0\"/><c:chart>");
    put_title(c, xml);
    put_plot(c, xml);
    if (c->series_n > 1)
        aet_buf_str(xml, "<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>");
    aet_buf_str(xml, "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart><c:spPr>"
                     "<a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill><a:ln><a:noFill/>"
                     "</a:ln></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"900\"/></a:pPr>"
                     "<a:endParaRPr/></a:p></c:txPr>");
    if (c->workbook) {
        aet_buf_str(xml, "<c:externalData");
        aet_xml_put(xml, "r:id", aet_span_z(c->workbook));
        aet_buf_str(xml, "><c:autoUpdate val=\"0\"/></c:externalData>");
    }
    aet_buf_str(xml, "</c:chartSpace>");
}
