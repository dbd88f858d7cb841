/* Drawings in the text (ECMA-376, 20.4), and the picture of a house among them. */
#include "paper/parts.h"

#include "io/markup.h"

/* Lengths of drawings: so many to a point of a picture of 96 to the inch; at most six centimetres
 * by two. */
enum { POINT = 9525, WIDE_MOST = 2160000, HIGH_MOST = 720000 };

/* As large as it is, or as fits. */
static void scaled(const struct picture *picture, uint64_t *wide, uint64_t *high)
{
    uint64_t w = (uint64_t)picture->wide * POINT, h = (uint64_t)picture->high * POINT;

    if (w > WIDE_MOST) {
        h = h * WIDE_MOST / w;
        w = WIDE_MOST;
    }
    if (h > HIGH_MOST) {
        w = w * HIGH_MOST / h;
        h = HIGH_MOST;
    }
    *wide = w ? w : 1;
    *high = h ? h : 1;
}

void aet_paper_extent(struct buf *xml, const char *element, uint64_t wide, uint64_t high)
{
    aet_buf_char(xml, '<');
    aet_buf_str(xml, element);
    aet_xml_put_number(xml, "cx", wide);
    aet_xml_put_number(xml, "cy", high);
    aet_buf_str(xml, "/>");
}

/* A drawing in a line of its own: its name and what is said of it, for a reader that does not see;
 * what it is stands between. */
void aet_paper_drawing(struct paper *p, const struct paper_drawing *d)
{
    struct buf *xml = &p->body;

    p->begun = true;
    aet_buf_str(xml, "<w:p><w:r>");
    aet_buf_str(xml, d->before ? d->before : "");
    aet_buf_str(xml, "<w:drawing><wp:inline xmlns:wp=\"" XML_DRAWN
                     "wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">");
    aet_paper_extent(xml, "wp:extent", d->wide, d->high);
    aet_buf_str(xml, "<wp:docPr");
    aet_xml_put_number(xml, "id", ++p->drawings);
    aet_xml_put(xml, "name", d->name);
    aet_xml_put(xml, "descr", d->says);
    aet_buf_str(xml, "/><a:graphic xmlns:a=\"" XML_DRAWN "main\"><a:graphicData uri=\"");
    aet_buf_str(xml, d->uri);
    aet_buf_str(xml, "\">");
}

void aet_paper_drawing_end(struct paper *p, const char *behind)
{
    aet_buf_str(&p->body, "</a:graphicData></a:graphic></wp:inline></w:drawing>");
    aet_buf_str(&p->body, behind);
    aet_buf_str(&p->body, "</w:r></w:p>");
}

void aet_paper_picture(struct paper *p, const struct picture *picture, struct span says)
{
    struct buf path = { 0 }, bytes = { 0 }, *xml = &p->body;
    struct paper_drawing d = { .name = AET_LIT("logo"), .says = says, .uri = XML_DRAWN "picture" };
    bool begun = p->begun;
    size_t number;

    scaled(picture, &d.wide, &d.high);
    aet_buf_str(&path, "media/logo.");
    aet_buf_str(&path, aet_picture_suffix(picture));
    aet_buf_span(&bytes, picture->bytes);
    number = aet_paper_part(p, aet_buf_z(&path), aet_picture_type(picture), "/image", &bytes);
    aet_paper_drawing(p, &d);
    aet_buf_str(xml, "<pic:pic xmlns:pic=\"" XML_DRAWN
                     "picture\"><pic:nvPicPr><pic:cNvPr id=\"1\" name=\"logo\"/><pic:cNvPicPr/>"
                     "</pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rId");
    aet_buf_uint(xml, number);
    aet_buf_str(xml, "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
                     "<a:off x=\"0\" y=\"0\"/>");
    aet_paper_extent(xml, "a:ext", d.wide, d.high);
    aet_buf_str(xml, "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>"
                     "</pic:pic>");
    aet_paper_drawing_end(p, "");
    p->begun = begun; /* a sign of a house stands with the title */
    aet_buf_free(&path);
}
