/* The axes: of what the labels say, and of the values. */
#include "chart/parts.h"

#include "base/real.h"

static void put_value(struct buf *xml, const char *name, double v)
{
    aet_buf_str(xml, name);
    aet_real_write(xml, v);
    aet_buf_str(xml, "\"/>");
}

static bool lies(const struct chart *c)
{
    return c->kind == CHART_BARS || c->kind == CHART_SPANS;
}

/* Bars that lie are read from the top, their labels being words. */
static void put_labels(const struct chart *c, struct buf *xml)
{
    aet_buf_str(xml, "<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"");
    aet_buf_str(xml, lies(c) ? "maxMin" : "minMax");
    aet_buf_str(xml, "\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"");
    aet_buf_str(xml, lies(c) ? "l" : "b");
    aet_buf_str(xml, "\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark "
                     "val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>"
                     "<c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/></c:catAx>");
}

/* Under bars that are read from the top the values stand at the last label. */
static void put_values(const struct chart *c, struct buf *xml)
{
    static const char *const codes[] = {
        [CHART_NUMBER] = "General", [CHART_SHARE] = "0%", [CHART_MONTHS] = "yyyy\\-mm"
    };

    aet_buf_str(xml, "<c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/>");
    if (c->axis.most > 0) {
        put_value(xml, "<c:max val=\"", c->axis.most);
        put_value(xml, "<c:min val=\"", c->axis.least);
    }
    aet_buf_str(xml, "</c:scaling><c:delete val=\"0\"/><c:axPos val=\"");
    aet_buf_str(xml, lies(c) ? "b" : "l");
    aet_buf_str(xml, "\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr "
                     "val=\"D9D9D9\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt "
                     "formatCode=\"");
    aet_buf_str(xml, codes[c->axis.unit]);
    aet_buf_str(xml, "\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark "
                     "val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"1\"/><c:crosses "
                     "val=\"");
    aet_buf_str(xml, lies(c) ? "max\"/>" : "autoZero\"/>");
    if (c->axis.step > 0)
        put_value(xml, "<c:majorUnit val=\"", c->axis.step);
    aet_buf_str(xml, "</c:valAx>");
}

void aet_chart_axes(const struct chart *c, struct buf *xml)
{
    put_labels(c, xml);
    put_values(c, xml);
}
