/* Charts: where they stand on a sheet is one part, each of them another (DrawingML, ECMA-376
 * part 1, 20 and 21). They name cells and hold no numbers of their own. */
#include "ledger/book.h"

#include "base/real.h"

#define XML_DRAWN "http://schemas.openxmlformats.org/drawingml/2006/"

static const char *const colours[] = { "1F3864", "C55A11", "548235", "7030A0", "BF9000",
                                       "2E75B6", "C00000", "00807A", "7F7F7F" };
enum { COLOURS = sizeof colours / sizeof *colours };

static void put_corner(struct buf *xml, const char *name, uint64_t column, uint64_t row)
{
    aet_buf_str(xml, "<xdr:");
    aet_buf_str(xml, name);
    aet_ledger_member_name(xml, "><xdr:col>", column, "</xdr:col><xdr:colOff>0</xdr:colOff>");
    aet_ledger_member_name(xml, "<xdr:row>", row, "</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:");
    aet_buf_str(xml, name);
    aet_buf_char(xml, '>');
}

static void put_place(struct ledger *l, const struct ledger_chart *c)
{
    struct buf *xml = &l->drawings;
    uint64_t id = l->chart_n;

    aet_buf_str(xml, "<xdr:twoCellAnchor>");
    put_corner(xml, "from", c->place.column, c->place.row);
    put_corner(xml, "to", c->place.last_column + 1U, c->place.last_row + 1U);
    aet_ledger_member_name(
        xml, "<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"", id + 1, "\"");
    aet_markup_attribute(xml, "name", c->title);
    aet_markup_attribute(xml, "descr", c->title);
    aet_buf_str(xml, "/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" "
                     "y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm><a:graphic><a:graphicData "
                     "uri=\"" XML_DRAWN "chart\">");
    aet_ledger_member_name(xml, "<c:chart xmlns:c=\"" XML_DRAWN "chart\" r:id=\"rId", id, "\"/>");
    aet_buf_str(xml, "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/>"
                     "</xdr:twoCellAnchor>");
}

/* What is not drawn has no name in the legend either: to take it out there, programs count its
 * entries from either end. */
static bool is_drawn(const struct ledger_chart *c, size_t i)
{
    return c->kind != LEDGER_SPANS || i > 0;
}

static const char *colour_of(const struct ledger_chart *c, size_t i)
{
    return c->series[i].colour ? c->series[i].colour : colours[i % COLOURS];
}

static void put_colour(struct buf *xml, const struct ledger_chart *c, size_t i)
{
    if (!is_drawn(c, i)) {
        aet_buf_str(xml, "<c:spPr><a:noFill/></c:spPr><c:invertIfNegative val=\"0\"/>");
        return;
    }
    aet_buf_str(xml, "<c:spPr>");
    if (c->kind == LEDGER_LINES)
        aet_buf_str(xml, "<a:ln w=\"28575\">");
    aet_buf_str(xml, "<a:solidFill><a:srgbClr val=\"");
    aet_buf_str(xml, colour_of(c, i));
    aet_buf_str(xml, "\"/></a:solidFill>");
    aet_buf_str(xml, c->kind == LEDGER_LINES ? "</a:ln></c:spPr><c:marker><c:symbol "
                                               "val=\"circle\"/><c:size val=\"5\"/></c:marker>"
                                             : "</c:spPr><c:invertIfNegative val=\"0\"/>");
}

static void put_series(const struct ledger *l, const struct ledger_chart *c, size_t i,
                       struct buf *xml)
{
    struct span sheet = aet_ledger_name(l);

    aet_ledger_member_name(xml, "<c:ser><c:idx val=\"", i, "\"/>");
    aet_ledger_member_name(xml, "<c:order val=\"", i, "\"/><c:tx><c:v>");
    aet_markup_plain(xml, is_drawn(c, i) ? c->series[i].name : AET_LIT("\xC2\xA0"));
    aet_buf_str(xml, "</c:v></c:tx>");
    put_colour(xml, c, i);
    aet_buf_str(xml, "<c:cat><c:strRef><c:f>");
    aet_ledger_range_name(xml, sheet, c->labels);
    aet_buf_str(xml, "</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>");
    aet_ledger_range_name(xml, sheet, c->series[i].values);
    aet_buf_str(xml, "</c:f></c:numRef></c:val>");
    aet_buf_str(xml, c->kind == LEDGER_LINES ? "<c:smooth val=\"0\"/></c:ser>" : "</c:ser>");
}

static void put_title(struct buf *xml, struct span title)
{
    aet_buf_str(xml, "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1200\" "
                     "b=\"1\"/></a:pPr><a:r><a:rPr sz=\"1200\" b=\"1\"/><a:t>");
    aet_markup_plain(xml, title);
    aet_buf_str(xml, "</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>");
}

static void put_value(struct buf *xml, const char *name, double v)
{
    aet_buf_str(xml, name);
    aet_real_write(xml, v);
    aet_buf_str(xml, "\"/>");
}

static const char *code_of(enum ledger_format f)
{
    return f == LEDGER_SHARE ? "0%" : f == LEDGER_DATE ? "yyyy\\-mm" : "General";
}

/* Of the values. Under bars that are read from the top it stands at the greatest label. */
static void put_value_axis(const struct ledger_chart *c, struct buf *xml)
{
    bool lines = c->kind == LEDGER_LINES;

    aet_buf_str(xml, "<c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/>");
    if (c->axis.most > 0) {
        put_value(xml, "<c:max val=\"", c->axis.most);
        put_value(xml, "<c:min val=\"", c->axis.least);
    }
    aet_buf_str(xml, "</c:scaling><c:delete val=\"0\"/><c:axPos val=\"");
    aet_buf_str(xml, lines ? "l" : "b");
    aet_buf_str(xml, "\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr "
                     "val=\"D9D9D9\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt "
                     "formatCode=\"");
    aet_buf_str(xml, code_of(c->axis.format));
    aet_buf_str(xml, "\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark "
                     "val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"1\"/><c:crosses "
                     "val=\"");
    aet_buf_str(xml, lines ? "autoZero\"/>" : "max\"/>");
    if (c->axis.step > 0)
        put_value(xml, "<c:majorUnit val=\"", c->axis.step);
    aet_buf_str(xml, "</c:valAx>");
}

/* Bars lie, their labels being words, and are read from the top. */
static void put_axes(const struct ledger_chart *c, struct buf *xml)
{
    bool lines = c->kind == LEDGER_LINES;

    aet_buf_str(xml, "<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"");
    aet_buf_str(xml, lines ? "minMax" : "maxMin");
    aet_buf_str(xml, "\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"");
    aet_buf_str(xml, lines ? "b" : "l");
    aet_buf_str(xml, "\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark "
                     "val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>"
                     "<c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/></c:catAx>");
    put_value_axis(c, xml);
}

/* By kind: what stands before its series, and behind. */
static const char *const plots[][2] = {
    [LEDGER_BARS] = { "<c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/>",
                      "<c:gapWidth val=\"60\"/><c:axId val=\"1\"/><c:axId "
                      "val=\"2\"/></c:barChart>" },
    [LEDGER_LINES] = { "<c:lineChart><c:grouping val=\"standard\"/>",
                       "<c:marker val=\"1\"/><c:axId val=\"1\"/><c:axId "
                       "val=\"2\"/></c:lineChart>" },
    [LEDGER_SPANS] = { "<c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"stacked\"/>",
                       "<c:gapWidth val=\"60\"/><c:overlap val=\"100\"/><c:axId val=\"1\"/><c:axId "
                       "val=\"2\"/></c:barChart>" },
};

static void put_plot(const struct ledger *l, const struct ledger_chart *c, struct buf *xml)
{
    aet_buf_str(xml, "<c:plotArea><c:layout/>");
    aet_buf_str(xml, plots[c->kind][0]);
    aet_buf_str(xml, "<c:varyColors val=\"0\"/>");
    for (size_t i = 0; i < c->series_n; i++)
        put_series(l, c, i, xml);
    aet_buf_str(xml, plots[c->kind][1]);
    put_axes(c, xml);
    aet_buf_str(xml, "</c:plotArea>");
}

static void put_legend(const struct ledger_chart *c, struct buf *xml)
{
    if (c->series_n < 2)
        return;
    aet_buf_str(xml, c->kind == LEDGER_LINES ? "<c:legend><c:legendPos val=\"r\"/>"
                                             : "<c:legend><c:legendPos val=\"b\"/>");
    aet_buf_str(xml, "<c:overlay val=\"0\"/></c:legend>");
}

void aet_ledger_chart(struct ledger *l, const struct ledger_chart *c)
{
    struct buf xml = { 0 };

    l->chart_xml = aet_grow(l->chart_xml, &l->chart_cap, l->chart_n, sizeof *l->chart_xml);
    aet_buf_str(&xml, XML_HEAD "<c:chartSpace xmlns:c=\"" XML_DRAWN "chart\" xmlns:a=\"" XML_DRAWN
                               "main\"><c:roundedCorners val=\"0\"/><c:chart>");
    put_title(&xml, c->title);
    aet_buf_str(&xml, "<c:autoTitleDeleted val=\"0\"/>");
    put_plot(l, c, &xml);
    put_legend(c, &xml);
    aet_buf_str(&xml, "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>"
                      "</c:chartSpace>");
    l->chart_xml[l->chart_n++] = xml;
    put_place(l, c);
}

void aet_ledger_charts_write(struct ledger *l)
{
    struct buf xml = { 0 }, relations = { 0 }, path = { 0 };

    aet_buf_str(&xml, XML_HEAD "<xdr:wsDr xmlns:xdr=\"" XML_DRAWN
                               "spreadsheetDrawing\" xmlns:a=\"" XML_DRAWN
                               "main\" xmlns:r=\"" XML_OFFICE "\">");
    aet_buf_span(&xml, aet_buf_view(&l->drawings));
    aet_buf_str(&xml, "</xdr:wsDr>");
    aet_ledger_member_name(&path, "xl/drawings/drawing", l->n, ".xml");
    aet_ledger_member(l, aet_buf_z(&path), &xml);
    aet_buf_str(&relations, XML_HEAD "<Relationships xmlns=\"" XML_PACKAGE "relationships\">");
    for (size_t i = 0; i < l->chart_n; i++) {
        aet_buf_clear(&path);
        aet_ledger_member_name(&path, "xl/charts/chart", ++l->charts, ".xml");
        aet_ledger_member(l, aet_buf_z(&path), &l->chart_xml[i]);
        aet_ledger_member_name(&relations, "<Relationship Id=\"rId", i + 1,
                               "\" Type=\"" XML_OFFICE "/chart\" Target=\"../charts/chart");
        aet_ledger_member_name(&relations, "", l->charts, ".xml\"/>");
    }
    aet_buf_str(&relations, "</Relationships>");
    aet_buf_clear(&path);
    aet_ledger_member_name(&path, "xl/drawings/_rels/drawing", l->n, ".xml.rels");
    aet_ledger_member(l, aet_buf_z(&path), &relations);
    aet_buf_free(&path);
    aet_buf_clear(&l->drawings);
    l->chart_n = 0;
}
