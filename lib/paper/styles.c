/* Styles: a row for each, named as word processors name theirs, whatever language they speak. */
#include "paper/parts.h"

#include "io/markup.h"

#define INK "1F4E79"

/* Children of w:style, in the order of the schema: `before` stands between name and properties. */
struct style {
    const char *id, *name, *before, *properties;
};

static const struct style styles[PAPER_STYLES] = {
    [PAPER_BODY] = { "Normal", "Normal", "<w:qFormat/>",
                     "<w:pPr><w:spacing w:after=\"120\" w:line=\"264\" "
                     "w:lineRule=\"auto\"/></w:pPr>" },
    [PAPER_TITLE] = { "Title", "Title",
                      "<w:next w:val=\"%\"/><w:uiPriority w:val=\"10\"/><w:qFormat/>",
                      "<w:pPr><w:keepNext/><w:spacing w:after=\"60\"/></w:pPr><w:rPr><w:b/><w:bCs/>"
                      "<w:color w:val=\"" INK
                      "\"/><w:sz w:val=\"40\"/><w:szCs w:val=\"40\"/></w:rPr>" },
    [PAPER_SUBTITLE] = { "Subtitle", "Subtitle",
                         "<w:next w:val=\"%\"/><w:uiPriority w:val=\"11\"/><w:qFormat/>",
                         "<w:pPr><w:spacing w:after=\"240\"/></w:pPr><w:rPr><w:color "
                         "w:val=\"4A4A55\"/></w:rPr>" },
    [PAPER_HEADING_1] = { "Heading1", "heading 1",
                          "<w:next w:val=\"%\"/><w:uiPriority w:val=\"9\"/><w:qFormat/>",
                          "<w:pPr><w:keepNext/><w:keepLines/><w:pBdr><w:bottom w:val=\"single\" "
                          "w:sz=\"8\" w:space=\"1\" w:color=\"" INK "\"/></w:pBdr><w:spacing "
                          "w:before=\"360\" w:after=\"120\"/><w:outlineLvl "
                          "w:val=\"0\"/></w:pPr><w:rPr>"
                          "<w:b/><w:bCs/><w:color w:val=\"" INK "\"/><w:sz w:val=\"28\"/><w:szCs "
                          "w:val=\"28\"/></w:rPr>" },
    [PAPER_HEADING_2] = { "Heading2", "heading 2",
                          "<w:next w:val=\"%\"/><w:uiPriority w:val=\"9\"/><w:qFormat/>",
                          "<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" "
                          "w:after=\"80\"/><w:outlineLvl w:val=\"1\"/></w:pPr><w:rPr><w:b/><w:bCs/>"
                          "<w:color w:val=\"" INK "\"/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>"
                          "</w:rPr>" },
    [PAPER_HEADING_3] = { "Heading3", "heading 3",
                          "<w:next w:val=\"%\"/><w:uiPriority w:val=\"9\"/><w:qFormat/>",
                          "<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before=\"200\" "
                          "w:after=\"60\"/><w:outlineLvl w:val=\"2\"/></w:pPr><w:rPr><w:b/><w:bCs/>"
                          "</w:rPr>" },
    [PAPER_CAPTION] = { "Caption", "caption",
                        "<w:next w:val=\"%\"/><w:uiPriority w:val=\"35\"/><w:qFormat/>",
                        "<w:pPr><w:keepNext/><w:spacing w:before=\"120\" "
                        "w:after=\"80\"/></w:pPr><w:rPr>"
                        "<w:i/><w:iCs/><w:color w:val=\"4A4A55\"/><w:sz w:val=\"19\"/><w:szCs "
                        "w:val=\"19\"/></w:rPr>" },
    [PAPER_BULLET] = { "ListBullet", "List Bullet", "<w:uiPriority w:val=\"99\"/><w:qFormat/>",
                       "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"80\"/>"
                       "<w:ind w:left=\"360\" w:hanging=\"360\"/></w:pPr>" },
    [PAPER_NOTE] = { "AetNote", "aet note", "<w:uiPriority w:val=\"36\"/><w:qFormat/>",
                     "<w:pPr><w:spacing w:before=\"60\" w:after=\"60\" w:line=\"240\" "
                     "w:lineRule=\"auto\"/></w:pPr><w:rPr><w:color w:val=\"4A4A55\"/><w:sz "
                     "w:val=\"18\"/><w:szCs w:val=\"18\"/></w:rPr>" },
    [PAPER_CONTENTS] = { "TOC1", "toc 1", "<w:next w:val=\"%\"/><w:uiPriority w:val=\"39\"/>",
                         "<w:pPr><w:spacing w:after=\"20\"/></w:pPr><w:rPr><w:color w:val=\"" INK
                         "\"/></w:rPr>" },
    [PAPER_CELL] = { "AetCell", "aet cell", "<w:uiPriority w:val=\"36\"/><w:qFormat/>",
                     "<w:pPr><w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" "
                     "w:lineRule=\"auto\"/></w:pPr><w:rPr><w:sz w:val=\"18\"/><w:szCs "
                     "w:val=\"18\"/>"
                     "</w:rPr>" },
    [PAPER_HEADER] = { "Header", "header", "<w:uiPriority w:val=\"99\"/>",
                       "<w:pPr><w:spacing w:after=\"0\"/><w:jc w:val=\"right\"/></w:pPr><w:rPr>"
                       "<w:color w:val=\"4A4A55\"/><w:sz w:val=\"18\"/><w:szCs "
                       "w:val=\"18\"/></w:rPr>" },
    [PAPER_FOOTER] = { "Footer", "footer", "<w:uiPriority w:val=\"99\"/>",
                       "<w:pPr><w:spacing w:after=\"0\"/><w:jc w:val=\"right\"/></w:pPr><w:rPr>"
                       "<w:color w:val=\"4A4A55\"/><w:sz w:val=\"18\"/><w:szCs "
                       "w:val=\"18\"/></w:rPr>" },
    [PAPER_TABLE] = { "GridTable1Light-Accent1", "Grid Table 1 Light Accent 1",
                      "<w:uiPriority w:val=\"46\"/>",
                      "<w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" "
                      "w:color=\"D3D6DD\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" "
                      "w:color=\"D3D6DD\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" "
                      "w:color=\"D3D6DD\"/></w:tblBorders></w:tblPr><w:tblStylePr "
                      "w:type=\"firstRow\"><w:rPr><w:b/><w:bCs/></"
                      "w:rPr><w:tcPr><w:tcBorders><w:bottom "
                      "w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"" INK
                      "\"/></w:tcBorders><w:shd w:val=\"clear\" w:color=\"auto\" "
                      "w:fill=\"EEF2F7\"/>"
                      "</w:tcPr></w:tblStylePr><w:tblStylePr w:type=\"firstCol\"><w:tcPr><w:shd "
                      "w:val=\"clear\" w:color=\"auto\" "
                      "w:fill=\"EEF2F7\"/></w:tcPr></w:tblStylePr>" },
};

const char *aet_paper_style(const struct paper *p, enum paper_style style)
{
    (void)p;
    return styles[style].id;
}

/* `%` stands for the style that a paragraph has when nothing is said. */
static void put_with_body(struct buf *xml, const char *text, const char *body)
{
    const char *mark = strchr(text, '%');

    aet_buf_add(xml, text, mark ? (size_t)(mark - text) : strlen(text));
    if (!mark)
        return;
    aet_buf_str(xml, body);
    aet_buf_str(xml, mark + 1);
}

static void put_style(const struct paper *p, struct buf *xml, enum paper_style which)
{
    const struct style *s = &styles[which];
    const char *body = aet_paper_style(p, PAPER_BODY);

    aet_buf_str(xml, which == PAPER_TABLE ? "<w:style w:type=\"table\""
                                          : "<w:style w:type=\"paragraph\"");
    aet_buf_str(xml, which == PAPER_BODY ? " w:default=\"1\"" : "");
    aet_xml_put(xml, "w:styleId", aet_span_z(s->id));
    aet_buf_str(xml, "><w:name");
    aet_xml_put(xml, "w:val", aet_span_z(s->name));
    aet_buf_str(xml, "/>");
    if (which != PAPER_BODY && which != PAPER_TABLE) {
        aet_buf_str(xml, "<w:basedOn");
        aet_xml_put(xml, "w:val", aet_span_z(body));
        aet_buf_str(xml, "/>");
    }
    put_with_body(xml, s->before, body);
    aet_buf_str(xml, s->properties);
    aet_buf_str(xml, "</w:style>");
}

/* Which language words are of, so that they are spelt and broken as it does. */
static const struct text tongue = {
    "<w:lang w:val=\"fr-CA\" w:eastAsia=\"fr-CA\" w:bidi=\"ar-SA\"/>",
    "<w:lang w:val=\"en-CA\" w:eastAsia=\"en-CA\" w:bidi=\"ar-SA\"/>"
};

void aet_paper_styles(struct paper *p)
{
    struct buf xml = { 0 };

    aet_buf_str(&xml, XML_HEAD
                "<w:styles " XML_WORDS "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts "
                "w:ascii=\"Calibri\" w:eastAsia=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/>"
                "<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>");
    aet_buf_str(&xml, aet_text(tongue, p->setup.lang));
    aet_buf_str(&xml, "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>");
    for (int i = 0; i < PAPER_STYLES; i++)
        put_style(p, &xml, (enum paper_style)i);
    aet_buf_str(&xml, "</w:styles>");
    (void)aet_paper_part(p, "styles.xml", WORDS_TYPE "styles+xml", "/styles", &xml);
}
