/* Pictures of lines, dots and words, as shapes of the document itself (the group of shapes of Word
 * 2010, [MS-ODRAWXML] 2.10, which every word processor of today reads): lengths are twentieths of a
 * point from the top left of the picture. */
#include "paper/parts.h"

#include "io/markup.h"

#define SHAPES "http://schemas.microsoft.com/office/word/2010/wordprocessing"

void aet_paper_shapes(struct paper *p, const struct paper_shapes *s)
{
    struct buf *xml = &p->body;

    p->shapes = 0;
    aet_paper_drawing(
        p, &(struct paper_drawing){ .name = s->name,
                                    .says = s->says,
                                    .uri = SHAPES "Group",
                                    .before = "<mc:AlternateContent xmlns:mc=\"http://"
                                              "schemas.openxmlformats.org/markup-"
                                              "compatibility/2006\"><mc:Choice "
                                              "xmlns:wpg=\"" SHAPES "Group\" xmlns:wps=\"" SHAPES
                                              "Shape\" Requires=\"wpg\">",
                                    .wide = (uint64_t)s->wide * PAPER_LENGTH,
                                    .high = (uint64_t)s->high * PAPER_LENGTH });
    aet_buf_str(xml, "<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/>");
    aet_paper_extent(xml, "a:ext", (uint64_t)s->wide * PAPER_LENGTH,
                     (uint64_t)s->high * PAPER_LENGTH);
    aet_buf_str(xml, "<a:chOff x=\"0\" y=\"0\"/>");
    aet_paper_extent(xml, "a:chExt", (uint64_t)s->wide * PAPER_LENGTH,
                     (uint64_t)s->high * PAPER_LENGTH);
    aet_buf_str(xml, "</a:xfrm></wpg:grpSpPr>");
}

void aet_paper_shapes_end(struct paper *p)
{
    aet_buf_str(&p->body, "</wpg:wgp>");
    aet_paper_drawing_end(p, "</mc:Choice></mc:AlternateContent>");
}

/* Its number within the picture, what it is (`kind`), where it stands. */
static void begin(struct paper *p, const char *kind, const char *flip, struct paper_box b)
{
    struct buf *xml = &p->body;

    aet_buf_str(xml, "<wps:wsp><wps:cNvPr");
    aet_xml_put_number(xml, "id", p->drawings * PAPER_SHAPES + ++p->shapes);
    aet_buf_str(xml, " name=\"\"/>");
    aet_buf_str(xml, kind);
    aet_buf_str(xml, "<wps:spPr><a:xfrm");
    aet_buf_str(xml, flip);
    aet_buf_str(xml, "><a:off");
    aet_xml_put_number(xml, "x", (uint64_t)b.x * PAPER_LENGTH);
    aet_xml_put_number(xml, "y", (uint64_t)b.y * PAPER_LENGTH);
    aet_buf_str(xml, "/>");
    aet_paper_extent(xml, "a:ext", (uint64_t)b.wide * PAPER_LENGTH,
                     (uint64_t)b.high * PAPER_LENGTH);
    aet_buf_str(xml, "</a:xfrm><a:prstGeom prst=\"");
}

static uint32_t apart(uint32_t a, uint32_t b)
{
    return a > b ? a - b : b - a;
}

void aet_paper_line(struct paper *p, struct paper_point a, struct paper_point b, uint32_t thick,
                    const char *colour)
{
    struct buf *xml = &p->body;
    bool rises = (a.x < b.x) != (a.y < b.y);

    begin(p, "<wps:cNvCnPr/>", rises ? " flipV=\"1\"" : "",
          (struct paper_box){ a.x < b.x ? a.x : b.x, a.y < b.y ? a.y : b.y, apart(a.x, b.x),
                              apart(a.y, b.y) });
    aet_buf_str(xml, "line\"><a:avLst/></a:prstGeom><a:ln");
    aet_xml_put_number(xml, "w", (uint64_t)thick * PAPER_LENGTH);
    aet_buf_str(xml, "><a:solidFill><a:srgbClr val=\"");
    aet_buf_str(xml, colour);
    aet_buf_str(xml, "\"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>");
}

void aet_paper_dot(struct paper *p, struct paper_point at, uint32_t radius, const char *colour)
{
    struct buf *xml = &p->body;

    begin(p, "<wps:cNvSpPr/>", "",
          (struct paper_box){ at.x - radius, at.y - radius, 2 * radius, 2 * radius });
    aet_buf_str(xml, "ellipse\"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val=\"");
    aet_buf_str(xml, colour);
    aet_buf_str(xml, "\"/></a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/>"
                     "</wps:wsp>");
}

void aet_paper_label(struct paper *p, struct paper_box box, const char *side, struct span text)
{
    struct buf *xml = &p->body;

    begin(p, "<wps:cNvSpPr txBox=\"1\"/>", "", box);
    aet_buf_str(xml, "rect\"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>"
                     "<wps:txbx><w:txbxContent><w:p><w:pPr><w:pStyle");
    aet_xml_put(xml, "w:val", aet_span_z(aet_paper_style(p, PAPER_CELL)));
    aet_buf_str(xml, "/><w:spacing w:before=\"0\" w:after=\"0\"/><w:jc");
    aet_xml_put(xml, "w:val", aet_span_z(side));
    aet_buf_str(xml, "/></w:pPr>");
    aet_paper_run(p, xml, text, "");
    aet_buf_str(xml, "</w:p></w:txbxContent></wps:txbx><wps:bodyPr wrap=\"square\" lIns=\"0\" "
                     "tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"ctr\"><a:noAutofit/>"
                     "</wps:bodyPr></wps:wsp>");
}
